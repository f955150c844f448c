#include "folder_tests.h"
#include "support.h"

#include "documents/check.h"

using namespace wayreeve;
using namespace wayreeve::documents;

namespace {

/// "code file → nearest" of each finding.
QStringList said(const std::vector<Finding>& findings) {
    QStringList lines;
    for (const Finding& finding : findings) {
        std::string line = finding.code + " " + finding.place.file;
        for (const auto& [key, value] : finding.parameters)
            if (key == "nearest")
                line += " -> " + value;
        lines << QString::fromStdString(line);
    }
    return lines;
}

} // namespace

void FolderTest::everyKnownFileIsKnown() {
    const QTemporaryDir directory;
    const std::filesystem::path folder = directory.path().toStdString();
    support::layOut(folder); // one of each kind, mapping.yaml too
    QVERIFY(std::filesystem::exists(folder / "mapping.yaml"));
    QCOMPARE(said(checkFolder(folder)), QStringList());
    QCOMPARE(said(checkFolder(folder / "nowhere")), QStringList());
}

void FolderTest::unknownFiles_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("nearest");
    const auto row = [](const char* file, const char* nearest) { QTest::newRow(file) << file << nearest; };
    row("polices.yaml", "policies.yaml");
    row("policies.yml", "policies.yaml");
    row("Policies.yaml", "policies.yaml");
    row("goal.yaml", "goals.yaml");
    row("tracking_plan.yaml", "tracking-plan.yaml");
    row("maping.yaml", "mapping.yaml");
    row("kubernetes.yaml", "");
    row("journeys/cart.yml", "journeys/cart.yaml");
    row("stories/other.YAML", "stories/other.yaml");
    row("populations/big.yml", "populations/big.yaml");
    row("journey/cart.yaml", "journeys/cart.yaml");
}

void FolderTest::unknownFiles() {
    QFETCH(QString, file);
    QFETCH(QString, nearest);
    const QTemporaryDir directory;
    const std::filesystem::path folder = directory.path().toStdString();
    support::layOut(folder);
    support::write(folder / file.toStdString(), "format: 1\n");
    const std::vector<Finding> findings = checkFolder(folder);
    QCOMPARE(said(findings), QStringList("check.unknown-file " + file + " -> " + nearest));
    QCOMPARE(findings[0].severity, Severity::Warning);
}

void FolderTest::otherFilesAreNobodysBusiness_data() {
    QTest::addColumn<QString>("file");
    for (const char* file : {"README.md", "events.jsonl", ".hidden.yaml", "journeys/cart.yaml~", "assets/logo.yaml",
                             ".wayreeve/backup/policies.yaml", "journeys/old/cart.yaml"})
        QTest::newRow(file) << file;
}

void FolderTest::otherFilesAreNobodysBusiness() {
    QFETCH(QString, file);
    const QTemporaryDir directory;
    const std::filesystem::path folder = directory.path().toStdString();
    support::layOut(folder);
    support::write(folder / file.toStdString(), "format: 1\n");
    QCOMPARE(said(checkFolder(folder)), QStringList());
}

void FolderTest::missingPolicies() {
    const QTemporaryDir directory;
    const std::filesystem::path folder = directory.path().toStdString();
    support::layOut(folder);
    support::write(folder / "policies.yaml", "format: 1\npolicies: []\n"); // said on purpose
    QCOMPARE(said(checkFolder(folder)), QStringList());
    std::filesystem::rename(folder / "policies.yaml", folder / "polices.yaml");
    QCOMPARE(said(checkFolder(folder)),
             (QStringList{"check.no-policies policies.yaml", "check.unknown-file polices.yaml -> policies.yaml"}));
    QCOMPARE(checkFolder(folder)[0].severity, Severity::Problem);
}

void FolderTest::placesAreKept() {
    const QTemporaryDir directory;
    const std::filesystem::path folder = directory.path().toStdString();
    support::layOut(folder);
    support::write(folder / "polices.yaml", "format: 1\n");
    std::vector<Finding> findings = checkFolder(folder);
    placeFindings(findings, folder);
    QCOMPARE(said(findings), QStringList("check.unknown-file polices.yaml -> policies.yaml"));
    QCOMPARE(findings[0].place.line, 0);
}
