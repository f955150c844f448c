#include "documents/save.h"

#include "documents/file_io.h"
#include "documents/workspace_builder.h"
#include "documents/yaml_text.h"

#include <functional>
#include <set>

namespace wayreeve::documents {

namespace fs = std::filesystem;

namespace {

Error about(const char* code, const fs::path& path) {
    return {code, {}, path.string(), 0, 0};
}

/// Named by content: the same text is kept once, and an earlier backup is never replaced.
Result<void> keepBackup(const fs::path& folder, const fs::path& relative, const OriginalText& original) {
    fs::path path = folder / ".wayreeve" / "backup" / relative;
    path += "." + original.hash.hex().substr(0, 16);
    std::error_code ignored;
    return fs::exists(path, ignored) ? Result<void>{} : replaceFile(path, original.text);
}

/// Is the file still what it was when it was read?
Result<void> checkUntouched(const fs::path& folder, Kind kind, const std::string& id,
                            const std::optional<OriginalText>& original) {
    const Result<std::optional<OriginalText>> now = readOriginal(folder, kind, id);
    if (!now)
        return now.error();
    const bool same = now->has_value() == original.has_value() && (!original || (*now)->hash == original->hash);
    return same ? Result<void>{} : about("document.changed-outside", documentPath(kind, id));
}

const std::string* ownId(const AnyDocument& document) {
    if (const Journey* journey = std::get_if<Journey>(&document))
        return &journey->id;
    if (const Population* population = std::get_if<Population>(&document))
        return &population->id;
    if (const DecisionTable* table = std::get_if<DecisionTable>(&document))
        return &table->id;
    return nullptr;
}

} // namespace

OriginalText OriginalText::of(std::string text) {
    OriginalText original{std::move(text), {}};
    original.hash = hashOf(original.text);
    return original;
}

Result<std::optional<OriginalText>> readOriginal(const fs::path& folder, Kind kind, const std::string& id) {
    const fs::path path = folder / documentPath(kind, id);
    std::error_code ignored;
    if (!fs::exists(path, ignored))
        return std::optional<OriginalText>{};
    Result<std::string> text = readFile(path, maxYamlBytes);
    if (!text)
        return text.error();
    return std::optional<OriginalText>(OriginalText::of(std::move(text).value()));
}

namespace {

bool readsAs(const std::string& text, const AnyDocument& document) {
    const Result<YamlNode> tree = parseDocumentTree(kindOf(document), text, {});
    std::vector<Error> errors;
    return tree && readTree(kindOf(document), *tree, {}, errors) == document && errors.empty();
}

/// The document as the author of `old` would have written it; empty where that would say something else.
std::string inOldWords(const AnyDocument& document, YamlNode tree, const std::string& text, const YamlNode& old) {
    adoptHabits(tree, old);
    const YamlComments comments = YamlComments::of(text, old);
    // Keys that say what is the default anyway stay where the author wrote them. Where that changes the meaning of one,
    // each is tried.
    const auto with = [&](const std::function<bool(int)>& wanted) {
        YamlNode more = tree;
        putBack(more, old, wanted);
        return yamlText(more, comments);
    };
    if (std::string all = with([](int) { return true; }); readsAs(all, document))
        return all;
    const int missing = putBack(tree, old, [](int) { return false; });
    std::set<int> kept;
    for (int i = 0; i < missing; ++i)
        if (readsAs(with([i](int number) { return number == i; }), document))
            kept.insert(i);
    for (std::string some : {with([&](int number) { return kept.contains(number); }), with([](int) { return false; })})
        if (readsAs(some, document))
            return some;
    return {};
}

} // namespace

Result<std::string> writeYaml(const AnyDocument& document, const std::optional<OriginalText>& previous) {
    YamlNode tree = writeTree(document);
    if (previous)
        if (const Result<YamlNode> old = parseYaml(previous->text, {})) {
            if (std::string text = inOldWords(document, tree, previous->text, *old); !text.empty())
                return text;
            adoptHabits(tree, *old);
        }
    std::string text = yamlText(tree);
    const Kind kind = kindOf(document);
    const Result<YamlNode> again = parseDocumentTree(kind, text, {});
    if (!again)
        return Error{"document.not-representable", {{"reason", debugText(again.error())}}, {}, 0, 0};
    std::vector<Error> errors;
    if (readTree(kind, *again, {}, errors) != document || !errors.empty())
        return Error{"document.not-representable",
                     {{"reason", errors.empty() ? "reads differently" : debugText(errors.front())}},
                     {},
                     0,
                     0};
    return text;
}

Result<SaveOutcome> saveDocument(const fs::path& folder, const std::string& id, const AnyDocument& document,
                                 const std::optional<OriginalText>& original) {
    const Kind kind = kindOf(document);
    const fs::path relative = documentPath(kind, id);
    if (const std::string* own = ownId(document); own && *own != id)
        return Error{"document.wrong-name", {{"id", *own}, {"expected", id}}, relative.string(), 0, 0};
    if (const Result<void> untouched = checkUntouched(folder, kind, id, original); !untouched)
        return untouched.error();
    if (original) {
        const Result<YamlNode> tree = parseDocumentTree(kind, original->text, relative.string());
        std::vector<Error> errors;
        if (tree && readTree(kind, *tree, relative.string(), errors) == document && errors.empty())
            return SaveOutcome{false, *original};
    }
    Result<std::string> text = writeYaml(document, original);
    if (!text)
        return text.error();
    if (original)
        if (const Result<void> kept = keepBackup(folder, relative, *original); !kept)
            return kept.error();
    if (const Result<void> written = replaceFile(folder / relative, *text); !written)
        return written.error();
    return SaveOutcome{true, OriginalText::of(std::move(text).value())};
}

Result<void> removeDocument(const fs::path& folder, Kind kind, const std::string& id, const OriginalText& original) {
    if (Result<void> untouched = checkUntouched(folder, kind, id, original); !untouched)
        return untouched;
    const fs::path relative = documentPath(kind, id);
    if (Result<void> kept = keepBackup(folder, relative, original); !kept)
        return kept;
    std::error_code error;
    if (!fs::remove(folder / relative, error))
        return Error{"io.write-failed", {{"reason", error.message()}}, relative.string(), 0, 0};
    return {};
}

} // namespace wayreeve::documents
