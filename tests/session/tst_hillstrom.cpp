#include "instrumented.h"
#include "session/place.h"
#include "session/session_tests.h"

#include "base/chance.h"
#include "session/csv.h"
#include "session/logged.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <fstream>

using namespace wayreeve;

/// Against looking at the answers: two changed copies of the real file, one order each. The whole check is
/// `wayreevectl replay WS --events FILE --mapping MAPPING --orders 5`.
namespace {

constexpr const char* mens = "Mens E-Mail";
constexpr const char* womens = "Womens E-Mail";
constexpr const char* none = "No E-Mail";

QString source() {
    return qEnvironmentVariable("WAYREEVE_TEST_DATA", QStringLiteral(WAYREEVE_SOURCE_DIR "/../shared/data")) +
           QStringLiteral("/hillstrom.csv");
}

#define SKIP_WITHOUT_DATA()                                                                                            \
    if (!QFile::exists(source()))                                                                                      \
    QSKIP("hillstrom.csv is not there: set WAYREEVE_TEST_DATA to the folder that holds it")

void write(const session::CsvTable& table, const std::string& file) {
    std::ofstream out(file, std::ios::binary);
    const auto line = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            out << (i == 0 ? "\"" : ",\"") << cells[i] << '"'; // one segment is "$1,000 +"
        out << '\n';
    };
    line(table.columns);
    for (const auto& row : table.rows)
        line(row);
}

session::LoggedReport replay(const Place& place, const std::string& events, bool permuteAtHalf = false) {
    const auto workspace = place.open();
    auto report = session::replayLogged(workspace, *workspace.workspace->mapping, events, 1, 2, {}, permuteAtHalf);
    if (!report)
        qFatal("the replay failed: %s", report.error().code.c_str());
    return *report;
}

} // namespace

void HillstromTests::rotatedLabels() {
    SKIP_WITHOUT_DATA();
    const auto table = session::readCsv(source().toStdString());
    const auto segment = static_cast<std::size_t>(table->column("segment"));
    session::CsvTable rotated = *table;
    for (auto& row : rotated.rows)
        row[segment] = row[segment] == mens ? womens : row[segment] == womens ? none : mens;
    Place plain("hillstrom"), turned("hillstrom");
    // The mapping turns with the file: the actions mean what they meant.
    turned.edit("mapping.yaml", "arms: {Mens E-Mail: mens-email, Womens E-Mail: womens-email, No E-Mail: wait}",
                "arms: {Womens E-Mail: mens-email, No E-Mail: womens-email, Mens E-Mail: wait}");
    const std::string file = turned.beside("rotated.csv").toStdString();
    write(rotated, file);
    const auto before = replay(plain, source().toStdString());
    const auto after = replay(turned, file);
    qInfo("visit rate %.4f, rotated %.4f", before.rateMean, after.rateMean);
    QVERIFY(std::abs(before.rateMean - after.rateMean) <= 0.003);
    QCOMPARE(before.decisions, std::uint64_t{64000});
    QVERIFY(plain.verified());
}

void HillstromTests::redrawnVisits() {
    SKIP_WITHOUT_DATA();
    if (instrumented)
        return; // rotatedLabels does the same with other numbers
    auto table = session::readCsv(source().toStdString());
    session::CsvTable drawn = *table;
    const auto segment = static_cast<std::size_t>(table->column("segment"));
    const auto visit = static_cast<std::size_t>(table->column("visit"));
    std::uint64_t random = 42;
    for (auto& row : drawn.rows) {
        random = random * 6364136223846793005ULL + 1442695040888963407ULL;
        const double uniform = static_cast<double>(random >> 11) / 9007199254740992.0;
        const double rate = row[segment] == womens ? 0.20 : row[segment] == mens ? 0.15 : 0.10;
        row[visit] = uniform < rate ? "1" : "0";
    }
    Place place("hillstrom");
    const std::string file = place.beside("redrawn.csv").toStdString();
    write(drawn, file);
    const auto report = replay(place, file);
    const double share = report.shareLastQuarter.at("womens-email");
    qInfo("womens-email in the last quarter: %.3f", share);
    QVERIFY(share >= 0.85);
}

/// At half time every arm does what the one before it did: with forgetting on, the workspace finds the new best one.
void HillstromTests::permutedAtHalf() {
    SKIP_WITHOUT_DATA();
    if (instrumented)
        return; // rotatedLabels does the same with other numbers
    Place forgets("hillstrom"), remembers("hillstrom");
    forgets.edit("goals.yaml", "    guardrails: [spend]", "    half-life: 1000\n    guardrails: [spend]");
    const auto report = replay(forgets, source().toStdString(), true);
    const auto without = replay(remembers, source().toStdString(), true);
    qInfo("second half: visit rate %.4f with a half-life of 1,000 updates, %.4f without", report.rateSecondHalf,
          without.rateSecondHalf);
    QVERIFY(report.rateSecondHalf >= 0.165);
    QVERIFY(without.rateSecondHalf < report.rateSecondHalf);
    QVERIFY(report.shareLastQuarter.at("womens-email") > 0.5); // what the men's mail did before
}
