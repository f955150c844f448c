#include "governance/governance_tests.h"
#include "governance/world.h"

#include "base/text.h"

#include <QFile>
#include <QtTest>

#include <array>
#include <map>

using namespace wayreeve;
using namespace wayreeve::documents;

namespace {

struct Row {
    std::string name, id, base, reversibility, tags, internal, facts, confidence;
    std::vector<std::string> expected; ///< kind … raises
};

template <class E>
E named(const std::string& name, E last) {
    for (int i = 0; i <= static_cast<int>(last); ++i)
        if (nameOf(static_cast<E>(i)) == name)
            return static_cast<E>(i);
    qFatal("no %s", name.c_str());
}

std::vector<std::string> listed(const std::string& text) {
    return text == "-" ? std::vector<std::string>() : split(text, ',');
}

const std::vector<Row>& rows() {
    static const std::vector<Row> all = [] {
        std::vector<Row> read;
        QFile file(QStringLiteral(WAYREEVE_TEST_DIR "/shipped_matrix.tsv"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("shipped_matrix.tsv is missing");
        for (const QByteArray& line : file.readAll().split('\n')) {
            if (line.isEmpty() || line.startsWith('#'))
                continue;
            const auto f = split(line.toStdString(), '\t');
            if (f.size() != 18)
                qFatal("not 18 columns: %s", line.constData());
            read.push_back({f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], {f.begin() + 8, f.end()}});
        }
        return read;
    }();
    return all;
}

/// One catalogue entry for each combination of attributes that the rows name.
std::string actionIdOf(const Row& row) {
    if (row.id == "cancel_subscription")
        return row.id;
    std::string id = row.base + "_" + row.reversibility + "_" + row.tags + "_" + row.internal;
    for (char& c : id)
        if (c == ',' || c == '-')
            c = '_';
    return id;
}

void shipped(World& world) {
    world.matrix = shippedMatrix();
    std::map<std::string, bool> known;
    for (const Row& row : rows()) {
        Action action;
        action.id = actionIdOf(row);
        action.baseRisk = named(row.base, Risk::High);
        action.reversibility = named(row.reversibility, Reversibility::Irreversible);
        action.tags = listed(row.tags);
        action.internal = row.internal == "internal";
        if (known.emplace(action.id, true).second)
            world.actions.actions.push_back(action);
    }
    world.close();
}

perception::Facts factsOf(const World& world, const Row& row) {
    static const std::map<std::string, std::string> names{{"sentiment", "sentiment"},
                                                          {"amount", "action.amount"},
                                                          {"discount", "action.discount"},
                                                          {"complaints", "complaints_14d"},
                                                          {"cost", "action.cost"},
                                                          {"budget", "budget_left"},
                                                          {"vulnerable", "customer.vulnerable"},
                                                          {"regulated", "customer.regulated"},
                                                          {"compliance", "customer.compliance_flag"},
                                                          {"frustrated", "frustrated_again"}};
    perception::Facts facts = world.calmFacts();
    for (const std::string& fact : listed(row.facts)) {
        const auto parts = split(fact, '=');
        world.set(facts, names.at(parts[0]), parts.size() == 1 ? Value(true) : Value(*Decimal::parse(parts[1])));
    }
    return facts;
}

std::string joined(const World& world, const std::vector<Sym>& symbols) {
    std::string text;
    for (const Sym symbol : symbols)
        text += (text.empty() ? "" : ",") + world.symbols.name(symbol);
    return text.empty() ? "-" : text;
}

constexpr std::array safeDefaults{"nothing", "baseline", "handoff"};

std::vector<std::string> found(const World& world, const Row& row) {
    planning::Candidate candidate;
    candidate.action = world.symbols.find(actionIdOf(row));
    governance::RulingRequest request;
    request.candidate = &candidate;
    request.confidence = Decimal::parse(row.confidence)->toDouble();
    const governance::Ruling ruling = world.rule(request, factsOf(world, row));
    return {std::string(nameOf(ruling.kind)),
            std::string(nameOf(ruling.rule.level)),
            std::string(nameOf(ruling.risk)),
            ruling.rule.approval == Approval::FourEyes ? "four-eyes" : "one-person",
            world.symbols.name(ruling.cell),
            std::to_string(ruling.rule.sla.ms / 60'000),
            Decimal::fromDouble(ruling.rule.sample)->toString(),
            safeDefaults[static_cast<std::size_t>(ruling.rule.onExpiry)],
            joined(world, ruling.exceptions),
            joined(world, ruling.raisedBy)};
}

std::size_t failures(const World& world) {
    std::size_t count = 0;
    for (const Row& row : rows())
        count += found(world, row) != row.expected ? 1 : 0;
    return count;
}

} // namespace

void ShippedMatrixTest::everyRow_data() {
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < rows().size(); ++i)
        QTest::newRow(rows()[i].name.c_str()) << static_cast<int>(i);
}

void ShippedMatrixTest::everyRow() {
    QFETCH(int, row);
    static World* const world = [] {
        static World made;
        shipped(made);
        return &made;
    }();
    const Row& expected = rows()[static_cast<std::size_t>(row)];
    const auto actual = found(*world, expected);
    for (std::size_t i = 0; i < actual.size(); ++i)
        QCOMPARE(QString::fromStdString(actual[i]), QString::fromStdString(expected.expected[i]));
}

void ShippedMatrixTest::everyCellIsGuarded() {
    World world;
    shipped(world);
    QCOMPARE(failures(world), std::size_t{0});
    const AutonomyMatrix original = world.matrix;
    std::size_t cells = 0;
    const auto mutate = [&](const std::string& name, std::optional<AutonomyCell>& cell) {
        if (!cell)
            return;
        ++cells;
        const AutonomyCell before = *cell;
        std::vector<AutonomyCell> changes;
        for (const auto level : {AutonomyLevel::Assisted, AutonomyLevel::Supervised, AutonomyLevel::Autonomous})
            if (level != before.level) {
                changes.push_back(before);
                changes.back().level = level;
            }
        changes.push_back(before);
        changes.back().approval = before.approval == Approval::FourEyes ? Approval::OnePerson : Approval::FourEyes;
        changes.push_back(before);
        changes.back().sla = before.sla + Duration::minutes(1);
        changes.push_back(before);
        changes.back().sample = before.sample + 0.05;
        for (const auto safe : {SafeDefault::Nothing, SafeDefault::Baseline, SafeDefault::Handoff})
            if (safe != before.onExpiry) {
                changes.push_back(before);
                changes.back().onExpiry = safe;
            }
        for (const AutonomyCell& change : changes) {
            cell = change;
            world.close();
            QVERIFY2(failures(world) > 0, name.c_str());
        }
        cell.reset(); // a missing cell
        world.close();
        QVERIFY2(failures(world) > 0, name.c_str());
        cell = before;
    };
    for (std::size_t r = 0; r < 3; ++r)
        for (std::size_t c = 0; c < 3; ++c)
            mutate("grid " + std::to_string(r) + " " + std::to_string(c), world.matrix.grid[r][c]);
    for (AutonomyRow& row : world.matrix.rows)
        for (std::size_t r = 0; r < 3; ++r)
            mutate(row.id + " " + std::to_string(r), row.cells[r]);
    QCOMPARE(cells, std::size_t{9 + 14 * 3 + 2}); // 14 rows with three cells, vulnerable and cancel with one
    QVERIFY(world.matrix == original);
}

void ShippedMatrixTest::everyRaiseExceptionAndRowIsGuarded() {
    World world;
    shipped(world);
    std::vector<std::string> elements;
    for (const RiskRaise& raise : world.matrix.raises)
        elements.push_back("raises/" + raise.id);
    for (const ExceptionCondition& exception : world.matrix.exceptions)
        elements.push_back("exceptions/" + exception.id);
    for (const AutonomyRow& row : world.matrix.rows)
        elements.push_back("rows/" + row.id);
    QCOMPARE(elements.size(), std::size_t{6 + 5 + 16});
    const Sym cell = world.symbols.find("cancel-subscription.high");
    QVERIFY(cell != 0);
    for (const std::string& element : elements) {
        world.workspace.off = {"autonomy/" + element};
        world.close();
        QVERIFY2(failures(world) > 0, element.c_str());
        QCOMPARE(world.symbols.find("cancel-subscription.high"), cell); // turning off renumbers nothing
    }
    world.workspace.off.clear();
    world.close();
    QCOMPARE(failures(world), std::size_t{0});
}
