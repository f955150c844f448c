#include "documents/workspace_io.h"

#include "documents/document.h"
#include "documents/file_io.h"
#include "documents/resolve.h"
#include "documents/workspace_builder.h"

#include <algorithm>
#include <map>

namespace wayreeve::documents {

namespace fs = std::filesystem;

namespace {

/// A document as read, with the tree that says where everything stands.
struct Draft {
    DocumentFile file;
    YamlNode tree;
    AnyDocument document;
};

using Found = std::vector<std::pair<Kind, fs::path>>;

/// A name that is there counts, even a link that leads nowhere: a document must not be lost without a word.
bool isThere(const fs::path& path) {
    std::error_code failed;
    return fs::symlink_status(path, failed).type() != fs::file_type::not_found;
}

/// Is `inner` the folder `outer`, or somewhere above it?
bool isAtOrAbove(const fs::path& inner, const fs::path& outer) {
    return std::mismatch(inner.begin(), inner.end(), outer.begin(), outer.end()).first == inner.end();
}

/// The files of journeys/, populations/, stories/ or tables/, sorted. The folder may be a link, but not to one that
/// holds it.
void findIn(const fs::path& folder, Kind kind, Found& found, std::vector<Error>& errors) {
    const fs::path sub(nameOf(kind));
    if (!isThere(folder / sub))
        return;
    std::error_code failed, unknown;
    if (isAtOrAbove(fs::canonical(folder / sub, failed), fs::canonical(folder, unknown)) && !failed && !unknown) {
        errors.push_back({"document.folder-loop", {{"folder", sub.string()}}, sub.string(), 0, 0});
        return;
    }
    std::vector<fs::path> names;
    for (fs::directory_iterator it(folder / sub, failed), end; !failed && it != end; it.increment(failed))
        if (it->path().extension() == ".yaml")
            names.push_back(sub / it->path().filename());
    if (failed) {
        errors.push_back({"io.read-failed", {{"reason", failed.message()}}, sub.string(), 0, 0});
        return;
    }
    std::sort(names.begin(), names.end());
    for (fs::path& name : names)
        found.emplace_back(kind, std::move(name));
}

/// A file that links give two names would be read twice: the link is refused, where both or neither are links the
/// later.
void refuseSecondNames(const fs::path& folder, Found& found, std::vector<Error>& errors) {
    std::map<fs::path, fs::path> names; // what it really is → the name it is read by
    std::error_code unknown;
    for (const bool links : {false, true})
        std::erase_if(found, [&](const auto& document) {
            const fs::path& path = document.second;
            if (fs::is_symlink(fs::symlink_status(folder / path, unknown)) != links)
                return false;
            std::error_code failed;
            const fs::path target = fs::canonical(folder / path, failed);
            if (failed)
                return false; // reading says why
            const auto [first, isNew] = names.emplace(target, path);
            if (!isNew)
                errors.push_back({"document.second-name", {{"first", first->second.string()}}, path.string(), 0, 0});
            return !isNew;
        });
}

Found filesOf(const fs::path& folder, std::vector<Error>& errors) {
    Found found;
    for (int k = 0; k < kindCount; ++k) {
        const Kind kind = static_cast<Kind>(k);
        const fs::path path = documentPath(kind, std::string(nameOf(kind)));
        if (isFolderKind(kind))
            findIn(folder, kind, found, errors);
        else if (isThere(folder / path))
            found.emplace_back(kind, path);
        else if (kind == Kind::Workspace || kind == Kind::Actions || kind == Kind::Autonomy)
            errors.push_back({"document.missing", {{"kind", std::string(nameOf(kind))}}, path.string(), 0, 0});
    }
    refuseSecondNames(folder, found, errors);
    return found;
}

std::string idOf(const AnyDocument& document, const fs::path& path) {
    if (const Journey* journey = std::get_if<Journey>(&document))
        return journey->id;
    if (const Population* population = std::get_if<Population>(&document))
        return population->id;
    if (const DecisionTable* table = std::get_if<DecisionTable>(&document))
        return table->id;
    return path.stem().string();
}

std::optional<Draft> readDraft(const fs::path& folder, Kind kind, const fs::path& path, std::vector<Error>& errors) {
    Result<std::string> text = readFile(folder / path, maxYamlBytes);
    if (!text) {
        Error error = text.error();
        error.file = path.string();
        errors.push_back(std::move(error));
        return std::nullopt;
    }
    Result<YamlNode> tree = parseDocumentTree(kind, *text, path.string());
    if (!tree) {
        errors.push_back(tree.error());
        return std::nullopt;
    }
    Draft draft{{kind, {}, path, {}, {}}, std::move(tree).value(), {}};
    draft.document = readTree(kind, draft.tree, path.string(), errors);
    draft.file.id = idOf(draft.document, path);
    if (isFolderKind(kind) && !draft.file.id.empty() && draft.file.id != path.stem()) {
        const YamlPlace place = locate(draft.tree, "id");
        errors.push_back({"document.wrong-name",
                          {{"id", draft.file.id}, {"expected", path.stem().string()}},
                          path.string(),
                          place.line,
                          place.column});
    }
    describeFile(draft.file, draft.document);
    return draft;
}

/// Stories are one document to the rules and several files on disk: a problem of story #n belongs to the file that has
/// it.
std::pair<const Draft*, std::string> draftOf(const std::vector<Draft>& drafts, const Problem& problem) {
    std::string path = problem.path;
    std::size_t index = 0;
    constexpr std::string_view prefix = "stories/#";
    const bool story = problem.kind == Kind::Stories && path.starts_with(prefix);
    if (story)
        index = static_cast<std::size_t>(std::stoul(path.substr(prefix.size())));
    for (const Draft& draft : drafts) {
        if (draft.file.kind != problem.kind)
            continue;
        if (story) {
            const std::size_t count = std::get<StoryList>(draft.document).stories.size();
            if (index >= count) {
                index -= count;
                continue;
            }
            const std::size_t slash = path.find('/', prefix.size());
            path = std::string(prefix) + std::to_string(index) + (slash == std::string::npos ? "" : path.substr(slash));
            return {&draft, path};
        }
        if (!isFolderKind(problem.kind) || draft.file.id == problem.id)
            return {&draft, path};
    }
    return {nullptr, path};
}

Error placed(const std::vector<Draft>& drafts, const Problem& problem) {
    Error error = problem.error;
    const auto [draft, path] = draftOf(drafts, problem);
    if (!draft) {
        error.file = documentPath(problem.kind, problem.id).string();
        return error;
    }
    const YamlPlace place = locate(draft->tree, path);
    error.file = draft->file.path.string();
    error.line = place.line;
    error.column = place.column;
    if (problem.expressionLine > 0 && place.node && place.node->kind == YamlNode::Kind::Scalar) {
        const bool block = place.node->style == YamlNode::Style::Block;
        const bool quotes = place.node->quoted && !block;
        if (problem.expressionLine == 1 && !block)
            error.column += problem.expressionColumn - 1 + (quotes ? 1 : 0);
        else {
            error.line += problem.expressionLine - (block ? 0 : 1);
            error.column = problem.expressionColumn;
        }
    }
    return error;
}

LoadOutcome finished(std::vector<Draft> drafts, std::vector<Error> errors) {
    LoadOutcome outcome;
    std::sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
        return std::tie(a.file.kind, a.file.id, a.file.path) < std::tie(b.file.kind, b.file.id, b.file.path);
    });
    if (errors.empty()) {
        std::vector<AnyDocument> documents;
        for (const Draft& draft : drafts)
            documents.push_back(draft.document);
        auto workspace = std::make_shared<const Workspace>(buildWorkspace(std::move(documents)));
        for (const Problem& problem : resolve(*workspace))
            errors.push_back(placed(drafts, problem));
        if (errors.empty())
            outcome.workspace = std::move(workspace);
    }
    for (Draft& draft : drafts)
        outcome.files.push_back(std::move(draft.file));
    outcome.errors = std::move(errors);
    return outcome;
}

} // namespace

bool isFolderKind(Kind kind) {
    return kind == Kind::Journey || kind == Kind::Population || kind == Kind::Stories || kind == Kind::Tables;
}

fs::path documentPath(Kind kind, const std::string& id) {
    const std::string name(nameOf(kind));
    return isFolderKind(kind) ? fs::path(name) / (id + ".yaml") : fs::path(name + ".yaml");
}

void describeFile(DocumentFile& file, const AnyDocument& document) {
    file.canonicalJson = canonicalJson(writeTree(document));
    file.hash = hashOf(file.canonicalJson);
}

Workspace buildWorkspace(std::vector<AnyDocument> documents) {
    Workspace w;
    auto stories = std::make_shared<StoryList>();
    w.autonomy = std::make_shared<AutonomyMatrix>();
    w.policies = std::make_shared<PolicyStack>();
    w.actions = std::make_shared<ActionCatalogue>();
    w.content = std::make_shared<ContentLibrary>();
    w.agents = std::make_shared<AgentRoster>();
    w.goals = std::make_shared<GoalList>();
    w.signals = std::make_shared<SignalBook>();
    w.stages = std::make_shared<StageList>();
    w.measures = std::make_shared<MeasureBook>();
    w.trackingPlan = std::make_shared<TrackingPlan>();
    w.people = std::make_shared<PeopleList>();
    struct Place {
        Workspace& w;
        StoryList& stories;
        void operator()(Settings& d) const { w.settings = std::move(d); }
        void operator()(Journey& d) const { w.journeys.push_back(std::make_shared<Journey>(std::move(d))); }
        void operator()(AutonomyMatrix& d) const { w.autonomy = std::make_shared<AutonomyMatrix>(std::move(d)); }
        void operator()(PolicyStack& d) const { w.policies = std::make_shared<PolicyStack>(std::move(d)); }
        void operator()(ActionCatalogue& d) const { w.actions = std::make_shared<ActionCatalogue>(std::move(d)); }
        void operator()(ContentLibrary& d) const { w.content = std::make_shared<ContentLibrary>(std::move(d)); }
        void operator()(AgentRoster& d) const { w.agents = std::make_shared<AgentRoster>(std::move(d)); }
        void operator()(GoalList& d) const { w.goals = std::make_shared<GoalList>(std::move(d)); }
        void operator()(SignalBook& d) const { w.signals = std::make_shared<SignalBook>(std::move(d)); }
        void operator()(StageList& d) const { w.stages = std::make_shared<StageList>(std::move(d)); }
        void operator()(MeasureBook& d) const { w.measures = std::make_shared<MeasureBook>(std::move(d)); }
        void operator()(TrackingPlan& d) const { w.trackingPlan = std::make_shared<TrackingPlan>(std::move(d)); }
        void operator()(PeopleList& d) const { w.people = std::make_shared<PeopleList>(std::move(d)); }
        void operator()(Population& d) const { w.populations.push_back(std::make_shared<Population>(std::move(d))); }
        void operator()(StoryList& d) const {
            for (Story& story : d.stories)
                stories.stories.push_back(std::move(story));
        }
        void operator()(Mapping& d) const { w.mapping = std::move(d); }
        void operator()(DecisionTable& d) const { w.tables.push_back(std::make_shared<DecisionTable>(std::move(d))); }
    };
    for (AnyDocument& document : documents)
        std::visit(Place{w, *stories}, document);
    const auto byId = [](const auto& a, const auto& b) { return a->id < b->id; };
    std::stable_sort(w.journeys.begin(), w.journeys.end(), byId);
    std::stable_sort(w.populations.begin(), w.populations.end(), byId);
    std::stable_sort(w.tables.begin(), w.tables.end(), byId);
    w.stories = std::move(stories);
    return w;
}

LoadOutcome loadWorkspace(const fs::path& folder) {
    std::vector<Error> errors;
    std::vector<Draft> drafts;
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) {
        LoadOutcome outcome;
        outcome.errors.push_back({"workspace.not-a-folder", {}, folder.string(), 0, 0});
        return outcome;
    }
    for (const auto& [kind, path] : filesOf(folder, errors))
        if (std::optional<Draft> draft = readDraft(folder, kind, path, errors))
            drafts.push_back(*std::move(draft));
    return finished(std::move(drafts), std::move(errors));
}

Hash256 documentSetHash(const std::vector<DocumentFile>& files) {
    Hasher hasher;
    for (const DocumentFile& file : files) {
        hasher.add(std::string(nameOf(file.kind)) + "\n" + file.id + "\n");
        hasher.add(file.hash);
    }
    return hasher.finish();
}

} // namespace wayreeve::documents
