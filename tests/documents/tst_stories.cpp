#include "folder_tests.h"
#include "support.h"

using namespace wayreeve;
using namespace wayreeve::documents;

void FolderTest::storiesThatProveNothing_data() {
    QTest::addColumn<QByteArray>("story"); // its lines from the fifth on
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* story, const char* error) {
        QTest::newRow(name) << QByteArray(story) << QString(error);
    };
    const char* const fine = "    expect:\n      - {within: 1 d, action: remind}\n";
    row("to the very end", fine, "");
    row("an event at the last moment",
        "    events:\n      - {at: 86399 s, event: consent}\n    expect:\n      - {after: 2 h, action: remind}\n", "");
    row("an event at the end",
        "    events:\n      - {at: 2 h, event: consent}\n      - {at: 1 d, event: consent}\n    expect:\n"
        "      - {action: remind}\n",
        "main.yaml:7:14 story.event-too-late at=1 d length=1 d");
    row("an event after the end", "    events: [{event: consent, at: 26 h}]\n    expect:\n      - {action: remind}\n",
        "main.yaml:5:35 story.event-too-late at=26 h length=1 d");
    row("expected from the end on", "    expect:\n      - {action: remind}\n      - {action: remind, after: 24 h}\n",
        "main.yaml:7:33 story.expectation-too-late time=1 d length=1 d");
    row("forbidden after the end", "    expect:\n      - {absent: true, after: 2 d, within: 3 d, action: remind}\n",
        "main.yaml:6:31 story.expectation-too-late time=2 d length=1 d");
    row("expected beyond the end", "    expect:\n      - {within: 25 h, action: remind}\n",
        "main.yaml:6:18 story.expectation-too-late time=25 h length=1 d");
    row("a window without a moment", "    expect:\n      - {after: 3 h, within: 2 h, absent: true, action: remind}\n",
        "main.yaml:6:30 story.empty-window after=3 h within=2 h");
    row("a window of one moment", "    expect:\n      - {after: 3 h, within: 3 h, absent: true, action: remind}\n", "");
    row("nothing is named", "    expect:\n      - {absent: true, after: 3 h, above: 0.5}\n",
        "main.yaml:6:9 story.no-expectation story=late");
    row("nothing is expected", "", "main.yaml:3:5 story.no-assertion story=late");
    row("a number that is none", "    traits: {tier: .nan}\n    expect:\n      - {action: remind}\n",
        "main.yaml:5:20 yaml.ambiguous-scalar found=.nan expected=value");
    row("a number beyond every double", "    traits: {tier: -1e999}\n    expect:\n      - {action: remind}\n",
        "main.yaml:5:20 yaml.number-too-large found=-1e999");
    row("one inside a list",
        "    events: [{event: consent, properties: {a: [1, {b: 1e99999}]}}]\n    expect: [{action: remind}]\n",
        "main.yaml:5:55 yaml.number-too-large found=1e99999");
}

void FolderTest::storiesThatProveNothing() {
    QFETCH(QByteArray, story);
    QFETCH(QString, error);
    const QTemporaryDir directory;
    const std::filesystem::path folder = directory.path().toStdString();
    support::layOut(folder);
    support::write(folder / "stories" / "main.yaml",
                   "format: 1\nstories:\n  - id: late\n    length: 1 d\n" + story.toStdString());
    const LoadOutcome outcome = loadWorkspace(folder);
    QString said;
    for (const Error& e : outcome.errors) {
        said += QStringLiteral("%1:%2:%3 %4")
                    .arg(QString::fromStdString(e.file).remove(QStringLiteral("stories/")))
                    .arg(e.line)
                    .arg(e.column)
                    .arg(QString::fromStdString(e.code));
        for (const auto& [name, value] : e.parameters)
            said += QStringLiteral(" %1=%2").arg(QString::fromStdString(name), QString::fromStdString(value));
    }
    QCOMPARE(said, error);
}
