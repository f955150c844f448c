#include "documents_tests.h"
#include "support.h"

#include "documents/save.h"

using namespace wayreeve;
using namespace wayreeve::documents;
namespace fs = std::filesystem;

namespace {

struct Folder {
    QTemporaryDir directory;
    fs::path path = directory.path().toStdString();
    Folder() { support::layOut(path); }
};

template <class T>
T loaded(const fs::path& folder, Kind kind, const std::string& id, std::optional<OriginalText>& original) {
    original = *readOriginal(folder, kind, id);
    const Result<YamlNode> tree = parseDocumentTree(kind, original->text, id);
    std::vector<Error> errors;
    return std::get<T>(readTree(kind, *tree, id, errors));
}

std::vector<fs::path> filesBelow(const fs::path& folder) {
    std::vector<fs::path> files;
    if (fs::exists(folder))
        for (const auto& entry : fs::recursive_directory_iterator(folder))
            if (entry.is_regular_file())
                files.push_back(entry.path());
    return files;
}

} // namespace

void SaveTest::unchangedIsNotWritten() {
    const Folder folder;
    const fs::path path = folder.path / "journeys" / "cart.yaml";
    support::write(path, "# mine\n" + support::read(path)); // a rewrite would lose the comment
    std::optional<OriginalText> original;
    const Journey journey = loaded<Journey>(folder.path, Kind::Journey, "cart", original);
    const auto before = fs::last_write_time(path);
    const Result<SaveOutcome> saved = saveDocument(folder.path, "cart", journey, original);
    QVERIFY(saved.ok());
    QVERIFY(!saved->written);
    QVERIFY(support::read(path).starts_with("# mine\n"));
    QVERIFY(fs::last_write_time(path) == before);
    QVERIFY(filesBelow(folder.path / ".wayreeve").empty());
}

/// What people compare in git: one edit, one line, on files as they are shipped, with their comments.
void SaveTest::oneEditChangesOneLine() {
    const auto differing = [](const std::string& a, const std::string& b) {
        const QStringList x = QString::fromStdString(a).split(u'\n'), y = QString::fromStdString(b).split(u'\n');
        QStringList lines;
        for (qsizetype i = 0; i < std::max(x.size(), y.size()); ++i)
            if (x.value(i) != y.value(i))
                lines.append(y.value(i));
        return lines;
    };
    const fs::path demo(WAYREEVE_SOURCE_DIR "/resources/demo");
    std::optional<OriginalText> original;
    AutonomyMatrix matrix = loaded<AutonomyMatrix>(demo, Kind::Autonomy, "autonomy", original);
    QVERIFY(original->text.find("# ") != std::string::npos);
    matrix.grid[0][0]->level = AutonomyLevel::Supervised;
    Result<std::string> text = writeYaml(matrix, original);
    QVERIFY(text.ok());
    QCOMPARE(differing(original->text, *text).size(), 1);

    Journey journey = loaded<Journey>(demo, Kind::Journey, "cart-recovery", original);
    journey.nodes[0].name = "A cart is left";
    text = writeYaml(journey, original);
    QVERIFY(text.ok());
    QCOMPARE(differing(original->text, *text).size(), 1);

    ActionCatalogue actions = loaded<ActionCatalogue>(demo, Kind::Actions, "actions", original);
    actions.actions[0].cost = *Decimal::parse("0.03");
    text = writeYaml(actions, original);
    QVERIFY(text.ok());
    QCOMPARE(differing(original->text, *text).join(u"@"), QStringLiteral("    cost: 0.03"));
}

void SaveTest::commentsStay() {
    const std::string text = "# Head\n"
                             "\n"
                             "format: 1\n"
                             "goals: # the list\n"
                             "  # the first\n"
                             "  - id: order # it's #1\n"
                             "    name: \"a # b\"\n"
                             "    event: Order Completed\n"
                             "\n"
                             "    # worth\n"
                             "    value: 35\n"
                             "  - id: visit\n"
                             "    event: Page Viewed\n"
                             "# foot\n";
    const Result<YamlNode> tree = parseDocumentTree(Kind::Goals, text, {});
    std::vector<Error> errors;
    GoalList goals = std::get<GoalList>(readTree(Kind::Goals, *tree, {}, errors));
    QVERIFY(errors.empty());
    goals.goals[0].prior = 0.2;
    goals.goals.erase(goals.goals.begin() + 1);
    const Result<std::string> written = writeYaml(goals, OriginalText::of(text));
    QVERIFY(written.ok());
    QCOMPARE(QString::fromStdString(*written), QString::fromUtf8("# Head\n"
                                                                 "\n"
                                                                 "format: 1\n"
                                                                 "goals:  # the list\n"
                                                                 "  # the first\n"
                                                                 "  - id: order  # it's #1\n"
                                                                 "    name: \"a # b\"\n"
                                                                 "    event: Order Completed\n"
                                                                 "\n"
                                                                 "    # worth\n"
                                                                 "    value: 35\n"
                                                                 "    prior: 0.2\n"
                                                                 "# foot\n"));
}

void SaveTest::changeIsWrittenWithBackup() {
    const Folder folder;
    const std::string text = "format: 1\n"
                             "goals:\n"
                             "  - event: Order Completed\n"
                             "    id: order\n"
                             "    window: 7 d\n"
                             "    prior: 0.10\n"
                             "    value: 35.50\n"
                             "    name: \"An order\"\n"
                             "    guardrails:\n"
                             "      - complaint-rate\n";
    support::write(folder.path / "goals.yaml", text);
    std::optional<OriginalText> original;
    GoalList goals = loaded<GoalList>(folder.path, Kind::Goals, "goals", original);
    goals.goals[0].lever = 2;
    goals.goals[0].prior = 0.2;
    const Result<SaveOutcome> saved = saveDocument(folder.path, "goals", goals, original);
    QVERIFY2(saved.ok(), saved.ok() ? "" : debugText(saved.error()).c_str());
    QVERIFY(saved->written);
    const std::string expected = "format: 1\n"
                                 "goals:\n"
                                 "  - event: Order Completed\n"
                                 "    id: order\n"
                                 "    window: 7 d\n" // the default, and yet the author's words
                                 "    prior: 0.2\n"
                                 "    value: 35.50\n"
                                 "    lever: 2\n"
                                 "    name: \"An order\"\n"
                                 "    guardrails:\n"
                                 "      - complaint-rate\n";
    // "window: 7 d" is the default and is left out when the file is written.
    QCOMPARE(support::read(folder.path / "goals.yaml"), expected);
    QCOMPARE(saved->original.text, expected);
    const std::vector<fs::path> backups = filesBelow(folder.path / ".wayreeve" / "backup");
    QCOMPARE(backups.size(), std::size_t(1));
    QCOMPARE(support::read(backups[0]), text);
    // Nothing half-written stays behind.
    for (const fs::path& file : filesBelow(folder.path))
        QVERIFY(file.filename().string().find(".new-") == std::string::npos);

    goals.goals[0].lever = 3;
    const Result<SaveOutcome> again = saveDocument(folder.path, "goals", goals, saved->original);
    QVERIFY(again.ok());
    QCOMPARE(filesBelow(folder.path / ".wayreeve" / "backup").size(), std::size_t(2));
}

void SaveTest::outsideChangeIsRefused() {
    const Folder folder;
    std::optional<OriginalText> original;
    GoalList goals = loaded<GoalList>(folder.path, Kind::Goals, "goals", original);
    goals.goals[0].lever = 7;
    QVERIFY(support::edit(folder.path / "goals.yaml", "lever: 1.5", "lever: 1.75"));
    const std::string theirs = support::read(folder.path / "goals.yaml");
    const Result<SaveOutcome> saved = saveDocument(folder.path, "goals", goals, original);
    QVERIFY(!saved.ok());
    QCOMPARE(QString::fromStdString(saved.error().code), QString("document.changed-outside"));
    QCOMPARE(QString::fromStdString(saved.error().file), QString("goals.yaml"));
    QCOMPARE(support::read(folder.path / "goals.yaml"), theirs);
    fs::remove(folder.path / "goals.yaml");
    QCOMPARE(saveDocument(folder.path, "goals", goals, original).error().code, std::string("document.changed-outside"));
    // A file that appeared where a new one was to be.
    Journey cart;
    cart.id = "cart";
    QCOMPARE(saveDocument(folder.path, "cart", cart, std::nullopt).error().code,
             std::string("document.changed-outside"));
}

void SaveTest::newAndRemoved() {
    const Folder folder;
    Journey journey;
    journey.id = "fresh";
    journey.name = "Fresh";
    const Result<SaveOutcome> saved = saveDocument(folder.path, "fresh", journey, std::nullopt);
    QVERIFY(saved.ok() && saved->written);
    QCOMPARE(support::read(folder.path / "journeys" / "fresh.yaml"),
             std::string("format: 1\nid: fresh\nname: Fresh\n"));
    QCOMPARE(saveDocument(folder.path, "other", journey, std::nullopt).error().code,
             std::string("document.wrong-name"));
    QVERIFY(removeDocument(folder.path, Kind::Journey, "fresh", saved->original).ok());
    QVERIFY(!fs::exists(folder.path / "journeys" / "fresh.yaml"));
    QCOMPARE(filesBelow(folder.path / ".wayreeve" / "backup").size(), std::size_t(1));
}

void SaveTest::whatCannotBeReadIsNotWritten() {
    const Folder folder;
    Journey journey;
    journey.id = "fresh";
    journey.name = "\xC3\x28"; // not UTF-8
    const Result<SaveOutcome> saved = saveDocument(folder.path, "fresh", journey, std::nullopt);
    QVERIFY(!saved.ok());
    QCOMPARE(QString::fromStdString(saved.error().code), QString("document.not-representable"));
    QVERIFY(!fs::exists(folder.path / "journeys" / "fresh.yaml"));
    GoalList goals;
    goals.goals.emplace_back();
    goals.goals[0].id = "x";
    goals.goals[0].event = "E";
    goals.goals[0].prior = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(writeYaml(goals, std::nullopt).error().code, std::string("document.not-representable"));
}

void SaveTest::failedWriteKeepsTheFile() {
    const Folder folder;
    std::optional<OriginalText> original;
    Journey journey = loaded<Journey>(folder.path, Kind::Journey, "cart", original);
    journey.name = "Other";
    // The backup cannot be made where a file stands in its folder's place.
    support::write(folder.path / ".wayreeve" / "backup", "in the way");
    const Result<SaveOutcome> saved = saveDocument(folder.path, "cart", journey, original);
    QVERIFY(!saved.ok());
    QCOMPARE(QString::fromStdString(saved.error().code), QString("io.write-failed"));
    QCOMPARE(support::read(folder.path / "journeys" / "cart.yaml"), original->text);
}

void SaveTest::versionsRoundTrip() {
    const Folder folder;
    const LoadOutcome loadedNow = loadWorkspace(folder.path);
    QVERIFY(loadedNow.workspace);
    QVERIFY(publishVersions(folder.path, loadedNow.files).ok());
    const fs::path version = folder.path / ".wayreeve" / "versions" / (loadedNow.files.front().hash.hex() + ".json");
    QCOMPARE(support::read(version), loadedNow.files.front().canonicalJson);

    // The drafts change; the published versions still say what they said.
    QVERIFY(support::edit(folder.path / "goals.yaml", "lever: 1.5", "lever: 4"));
    const LoadOutcome published = loadPublished(folder.path, loadedNow.files);
    QVERIFY2(published.workspace, support::all(published.errors).c_str());
    QCOMPARE(published.workspace->goals->goals[0].lever, 1.5);
    QVERIFY(*published.workspace->goals == *loadedNow.workspace->goals);
    QVERIFY(*published.workspace->journeys[0] == *loadedNow.workspace->journeys[0]);
    QVERIFY(*published.workspace->populations[0] == *loadedNow.workspace->populations[0]);
    QVERIFY(*published.workspace->autonomy == *loadedNow.workspace->autonomy);
    QVERIFY(*published.workspace->mapping == *loadedNow.workspace->mapping);
    QCOMPARE(documentSetHash(published.files), documentSetHash(loadedNow.files));

    const LoadOutcome edited = loadWorkspace(folder.path);
    QVERIFY(documentSetHash(edited.files) != documentSetHash(loadedNow.files));

    support::write(version, support::read(version) + " ");
    QVERIFY(publishVersions(folder.path, loadedNow.files).ok()); // never rewrites what exists
    const LoadOutcome damaged = loadPublished(folder.path, loadedNow.files);
    QVERIFY(!damaged.workspace);
    QCOMPARE(damaged.errors.size(), std::size_t(1));
    QCOMPARE(QString::fromStdString(damaged.errors[0].code), QString("version.damaged"));
    fs::remove(version);
    const LoadOutcome missing = loadPublished(folder.path, loadedNow.files);
    QCOMPARE(QString::fromStdString(missing.errors.at(0).code), QString("version.missing"));
    QCOMPARE(missing.errors.at(0).parameter("hash"), loadedNow.files.front().hash.hex());
}
