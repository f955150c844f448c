#include "documents_tests.h"
#include "support.h"

#include "documents/document.h"
#include "documents/yaml_text.h"

#include <set>

using namespace wayreeve;
using namespace wayreeve::documents;

namespace {

constexpr int kinds = kindCount;

std::string file(Kind kind) {
    return std::string(nameOf(kind)) + ".yaml";
}

} // namespace

void GoldenTest::roundTrip_data() {
    QTest::addColumn<int>("kind");
    for (int k = 0; k < kinds; ++k)
        QTest::newRow(file(static_cast<Kind>(k)).c_str()) << k;
}

void GoldenTest::roundTrip() {
    QFETCH(int, kind);
    const Kind k = static_cast<Kind>(kind);
    const std::string text = support::read(support::golden() / file(k));
    QVERIFY(!text.empty());
    const Result<YamlNode> tree = parseDocumentTree(k, text, file(k));
    QVERIFY2(tree.ok(), tree.ok() ? "" : debugText(tree.error()).c_str());
    std::vector<Error> errors;
    const AnyDocument document = readTree(k, *tree, file(k), errors);
    QVERIFY2(errors.empty(), support::all(errors).c_str());
    const std::string written = yamlText(writeTree(document));
    if (written != text)
        qWarning("%s", written.c_str());
    QVERIFY(written == text);
}

void GoldenTest::workspaceLoads() {
    const QTemporaryDir folder;
    support::layOut(folder.path().toStdString());
    const LoadOutcome outcome = loadWorkspace(folder.path().toStdString());
    QVERIFY2(outcome.workspace != nullptr, support::all(outcome.errors).c_str());
    QCOMPARE(outcome.files.size(), std::size_t(kinds));
    QCOMPARE(outcome.workspace->journey("cart")->nodes.size(), std::size_t(11));
    QVERIFY(outcome.workspace->hasElement("journeys/cart/mail"));
    QVERIFY(outcome.workspace->hasElement("autonomy/raises/big"));
    QVERIFY(!outcome.workspace->hasElement("policies/weekly"));
}

void GoldenTest::everyKeyIsUsed() {
    // A key that no golden file has could change its spelling without any test failing.
    for (int k = 0; k < kinds; ++k) {
        const std::string text = support::read(support::golden() / file(static_cast<Kind>(k)));
        for (const KeyOutline& line : outline(static_cast<Kind>(k)))
            QVERIFY2(text.find(line.key + ":") != std::string::npos,
                     (file(static_cast<Kind>(k)) + ": " + line.type + "." + line.key).c_str());
    }
}

void GoldenTest::pagesListEveryKey() {
    for (int k = 0; k < kinds; ++k) {
        const std::string name(nameOf(static_cast<Kind>(k)));
        const std::string page =
            support::read(std::filesystem::path(WAYREEVE_SOURCE_DIR) / "docs" / "formats" / (name + ".md"));
        for (const KeyOutline& line : outline(static_cast<Kind>(k)))
            QVERIFY2(page.find("| `" + line.key + "` | " + line.form) != std::string::npos,
                     (name + ": " + line.type + "." + line.key).c_str());
    }
}
