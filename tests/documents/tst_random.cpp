#include "documents_tests.h"
#include "support.h"

#include "base/json.h"
#include "documents/design_bindings.h"
#include "documents/document.h"
#include "documents/save.h"
#include "documents/world_bindings.h"
#include "documents/yaml_text.h"

#include <bit>
#include <cmath>
#include <set>

using namespace wayreeve;
using namespace wayreeve::documents;

namespace {

/// Fills a document of any kind with random values that its binding allows.
class Randomizer {
public:
    explicit Randomizer(std::uint64_t seed)
        : m_state(seed) {}

    std::uint64_t next() {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return m_state >> 31;
    }
    int below(int n) { return static_cast<int>(next() % static_cast<std::uint64_t>(n)); }

    void fill(std::string& out, const Spec& spec) {
        if (!spec.allowed.empty())
            out = spec.allowed[static_cast<std::size_t>(below(static_cast<int>(spec.allowed.size())))];
        else if (spec.isId)
            out = "id-" + std::to_string(below(1000));
        else
            out = text(spec.isRequired);
    }
    void fill(bool& out, const Spec&) { out = below(2) == 1; }
    void fill(int& out, const Spec& spec) {
        const int low = spec.isClock ? 0 : std::isfinite(spec.low) ? static_cast<int>(spec.low) : -1000;
        const int high = spec.isClock ? 1440 : std::isfinite(spec.high) ? static_cast<int>(spec.high) : 100000;
        out = low + below(high - low + 1);
    }
    void fill(double& out, const Spec& spec) {
        const double raw = std::bit_cast<double>((next() << 32) ^ next());
        const double wide = std::isfinite(raw) ? raw : 0.1;
        const double low = std::isfinite(spec.low) ? spec.low : -1e9;
        const double high = std::isfinite(spec.high) ? spec.high : 1e9;
        out = below(2) == 0 && wide >= spec.low && wide <= spec.high
                  ? wide
                  : low + (high - low) * static_cast<double>(below(1'000'000)) / 1e6;
        if (out == 0)
            out = 0; // no negative zero: decimals have one zero
    }
    void fill(Decimal& out, const Spec& spec) {
        const bool small = std::isfinite(spec.high);
        out = small ? Decimal::fromParts(below(100), -2)
                    : Decimal::fromParts(static_cast<Int128>(next()) * 1'000'003, below(40) - 25);
    }
    void fill(Duration& out, const Spec&) { out = Duration{1 + static_cast<std::int64_t>(next() % 10'000'000'000)}; }
    void fill(Instant& out, const Spec&) { out = Instant{static_cast<std::int64_t>(next() % 4'000'000'000'000)}; }
    void fill(Value& out, const Spec&) { out = value(3); }
    void fill(Context& out, const Spec&) { out = context(3); }
    template <NamedEnum E>
    void fill(E& out, const Spec&) {
        out = static_cast<E>(below(static_cast<int>(EnumNames<E>::names.size())));
    }
    template <class T>
    void fill(std::optional<T>& out, const Spec& spec) {
        out.reset();
        if (below(2) == 0)
            fill(out.emplace(), spec);
    }
    template <class T>
    void fill(std::vector<T>& out, const Spec& spec) {
        out.resize(static_cast<std::size_t>(below(3)));
        Spec item = spec;
        item.isRequired = false;
        for (T& element : out)
            fill(element, item);
    }
    template <class K, class V>
    requires(!std::is_same_v<V, Value>) void fill(std::vector<std::pair<K, V>>& out, const Spec& spec) {
        out.clear();
        std::set<std::string> seen;
        for (int i = below(4); i > 0; --i) {
            std::pair<K, V> entry{};
            fillKey(entry.first);
            fill(entry.second, spec);
            if (seen.insert(keyText(entry.first)).second)
                out.push_back(std::move(entry));
        }
    }
    template <class T, std::size_t N>
    void fill(std::array<T, N>& out, const Spec& spec) {
        for (T& element : out)
            fill(element, spec);
    }
    template <Bound T>
    void fill(T& out, const Spec&) {
        Object<T> object{*this, out};
        Binding<T>::fields(object);
    }

private:
    template <class T>
    struct Object {
        Randomizer& random;
        T& out;
        template <class M>
        void operator()(const char*, M T::*member, const Spec& spec = {}) {
            if (spec.isRequired || random.below(3) != 0)
                random.fill(out.*member, spec);
        }
    };

    std::string text(bool notEmpty) {
        static const char* const pieces[] = {"a",
                                             "word",
                                             " ",
                                             "\n",
                                             ": ",
                                             " #",
                                             "-",
                                             "'",
                                             "\"",
                                             "\\",
                                             "{{x}}",
                                             "[",
                                             "]",
                                             "{",
                                             "}",
                                             ",",
                                             "*",
                                             "&",
                                             "!",
                                             "|",
                                             ">",
                                             "%",
                                             "@",
                                             "`",
                                             "010",
                                             "no",
                                             "1",
                                             ".",
                                             "é",
                                             "漢",
                                             "😀",
                                             "\t",
                                             "\x01",
                                             "\r",
                                             "~",
                                             "null",
                                             "true",
                                             "<<",
                                             "=",
                                             "0x",
                                             "e5",
                                             "_0",
                                             "\xC2\x85",
                                             "\xE2\x80\xA8",
                                             "\xEF\xBB\xBF",
                                             "/",
                                             "?",
                                             "---"};
        std::string out;
        for (int i = below(6); i > 0; --i)
            out += pieces[below(static_cast<int>(std::size(pieces)))];
        return out.empty() && notEmpty ? "x" : out;
    }
    Value value(int depth) {
        switch (below(depth > 0 ? 6 : 4)) {
        case 0:
            return Value(below(2) == 1);
        case 1: {
            Decimal number;
            fill(number, Spec{});
            return Value(number);
        }
        case 4: {
            List list;
            for (int i = below(3); i > 0; --i)
                list.push_back(value(depth - 1));
            return Value(std::move(list));
        }
        case 5:
            return Value(context(depth - 1));
        default:
            return Value(text(false));
        }
    }
    /// Keys ascend, as canonical JSON writes them.
    Context context(int depth) {
        Context out;
        const int first = below(3);
        for (int i = first; i < first + below(4); ++i)
            out.emplace_back("k" + std::to_string(i) + (below(2) == 0 ? " no" : ""), value(depth));
        return out;
    }
    void fillKey(std::string& key) { key = text(false); }
    void fillKey(Value& key) {
        do
            key = value(0);
        while (key.text() && key.text()->empty()); // "" stands for null
        if (below(8) == 0)
            key = Value();
    }
    static std::string keyText(const std::string& key) { return key; }
    static std::string keyText(const Value& key) { return key.toText(); }

    std::uint64_t m_state;
};

constexpr int kinds = kindCount;

} // namespace

void RandomTest::writtenReadsEqual_data() {
    QTest::addColumn<int>("kind");
    for (int k = 0; k < kinds; ++k)
        QTest::newRow(std::string(nameOf(static_cast<Kind>(k))).c_str()) << k;
}

void RandomTest::writtenReadsEqual() {
    QFETCH(int, kind);
    const Kind k = static_cast<Kind>(kind);
    std::optional<OriginalText> previous;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        Randomizer random(seed * 7919);
        AnyDocument document = emptyDocument(k);
        std::visit([&](auto& value) { random.fill(value, Spec{}); }, document);
        const std::string written = yamlText(writeTree(document));
        const Result<YamlNode> tree = parseDocumentTree(k, written, "f");
        QVERIFY2(tree.ok(), tree.ok() ? "" : (debugText(tree.error()) + "\n" + written).c_str());
        std::vector<Error> errors;
        const AnyDocument again = readTree(k, *tree, "f", errors);
        QVERIFY2(errors.empty(), (support::all(errors) + written).c_str());
        QVERIFY2(again == document, written.c_str());
        QVERIFY(yamlText(writeTree(again)) == written);

        const std::string json = canonicalJson(writeTree(document));
        const Result<Value> parsed = parseJson(json);
        QVERIFY2(parsed.ok(), json.c_str());
        const AnyDocument published = readTree(k, treeOfJson(*parsed), "f", errors, true);
        QVERIFY2(errors.empty(), (support::all(errors) + json).c_str());
        QVERIFY2(published == document, json.c_str());

        // Habits of an entirely different file never change what is said.
        const Result<std::string> adopted = writeYaml(document, previous);
        QVERIFY2(adopted.ok(), adopted.ok() ? "" : debugText(adopted.error()).c_str());
        previous = OriginalText::of(*adopted);
    }
}

void RandomTest::mutatedTextNeverCrashes() {
    int refused = 0;
    int read = 0;
    for (int k = 0; k < kinds; ++k) {
        const Kind kind = static_cast<Kind>(k);
        const std::string golden = support::read(support::golden() / (std::string(nameOf(kind)) + ".yaml"));
        for (std::uint64_t seed = 1; seed <= 250; ++seed) {
            Randomizer random(seed * 104729 + static_cast<std::uint64_t>(k));
            std::string text = golden;
            for (int edits = 1 + random.below(4); edits > 0 && !text.empty(); --edits) {
                const std::size_t at = static_cast<std::size_t>(random.below(static_cast<int>(text.size())));
                const std::size_t length = static_cast<std::size_t>(random.below(12));
                static const char marks[] = "[]{}:,#&*!|>'\"%@`-?~\n \t\\0<";
                switch (random.below(5)) {
                case 0:
                    text[at] = static_cast<char>(random.below(256));
                    break;
                case 1:
                    text.erase(at, length);
                    break;
                case 2:
                    text.insert(
                        at, text.substr(static_cast<std::size_t>(random.below(static_cast<int>(text.size()))), length));
                    break;
                case 3:
                    text.insert(at, 1, marks[random.below(static_cast<int>(sizeof marks) - 1)]);
                    break;
                default:
                    text.resize(at);
                }
            }
            std::vector<Error> errors;
            const Result<YamlNode> tree = parseDocumentTree(kind, text, "f");
            if (tree)
                (void)readTree(kind, *tree, "f", errors);
            else
                errors.push_back(tree.error());
            for (const Error& error : errors)
                QVERIFY2(!error.code.empty() && error.file == "f" && error.line >= 0, debugText(error).c_str());
            ++(errors.empty() ? read : refused);
        }
    }
    QVERIFY(refused > 1000);
    QVERIFY(read > 100);
}

void RandomTest::mutatedWorkspaceIsRefusedOrUsed() {
    const QTemporaryDir directory;
    const std::filesystem::path folder = directory.path().toStdString();
    support::layOut(folder);
    const std::string golden = support::read(folder / "journeys" / "cart.yaml");
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Randomizer random(seed * 31337);
        std::string text = golden;
        const std::size_t at = static_cast<std::size_t>(random.below(static_cast<int>(text.size())));
        text[at] = "abcxyz019 :-"[random.below(12)];
        support::write(folder / "journeys" / "cart.yaml", text);
        const LoadOutcome outcome = loadWorkspace(folder);
        QCOMPARE(outcome.workspace == nullptr, !outcome.errors.empty());
        for (const Error& error : outcome.errors)
            QVERIFY2(!error.file.empty() && error.line > 0 && error.column > 0, debugText(error).c_str());
    }
}
