#include "governance/governor.h"

#include "planning/risk_assessor.h"
#include "rules/expression.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

namespace wayreeve::governance {

using documents::AutonomyCell;
using documents::AutonomyLevel;
using documents::Risk;
using rules::Expression;
using rules::Truth;

namespace {

/// A cell as the matrix names it.
struct NamedCell {
    Sym name = 0;
    AutonomyCell cell; ///< assisted, one person where the matrix has none
};

using RowCells = std::array<NamedCell, 3>; // by risk

struct ConditionRow {
    std::optional<Expression> when;
    RowCells cells;
};

struct Exception {
    Sym id = 0;
    std::optional<Expression> when;
    bool usesConfidence = false;
};

struct KnownAction {
    Risk baseRisk = Risk::Low;
    documents::Reversibility reversibility = documents::Reversibility::Reversible;
    bool internal = false;
    std::vector<RowCells> rows; ///< rows that match its id or a tag, in document order
};

/// Order of strictness of two cells: level, approval, sample rate, SLA (autonomy.h).
bool isStricterCell(const AutonomyCell& a, const AutonomyCell& b) {
    if (a.level != b.level)
        return a.level < b.level;
    if (a.approval != b.approval)
        return a.approval > b.approval;
    if (a.sample != b.sample)
        return a.sample > b.sample;
    return a.sla < b.sla;
}

std::optional<Expression> compiled(const std::string& text, const documents::FactSchema& schema) {
    auto expression = Expression::compile(text, schema.schema(), rules::Type::Boolean);
    return expression ? std::optional(*expression) : std::nullopt;
}

// What does not compile can never be evaluated.
Truth test(const std::optional<Expression>& when, const rules::Frame& frame) {
    return when ? when->test(frame) : Truth::Null;
}

} // namespace

struct Governor::Impl {
    Impl(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols)
        : assessor(workspace, schema, symbols)
        , confidence(schema.confidence)
        , overBudget(schema.overBudget)
        , budgetLeft(schema.budgetLeft)
        , cost(schema.actionCost) {
        missing = {symbols.intern("missing"), {}};
        const documents::AutonomyMatrix none;
        const documents::AutonomyMatrix& matrix = workspace.autonomy ? *workspace.autonomy : none;
        readGrid(matrix, symbols);
        readExceptions(workspace, matrix, schema, symbols);
        readRows(workspace, matrix, schema, symbols);
    }

    void readGrid(const documents::AutonomyMatrix& matrix, Symbols& symbols);
    void readExceptions(const documents::Workspace& workspace, const documents::AutonomyMatrix& matrix,
                        const documents::FactSchema& schema, Symbols& symbols);
    void readRows(const documents::Workspace& workspace, const documents::AutonomyMatrix& matrix,
                  const documents::FactSchema& schema, Symbols& symbols);
    void setFacts(const RulingRequest& request, perception::Facts& facts) const;
    [[nodiscard]] const NamedCell& cellFor(const KnownAction& action, Risk risk, const rules::Frame& frame) const;
    [[nodiscard]] std::vector<Sym> exceptionsFor(const RulingRequest& request, const rules::Frame& frame) const;

    planning::RiskAssessor assessor;
    std::array<std::array<NamedCell, 3>, 3> grid;
    std::vector<ConditionRow> conditionRows;
    std::vector<Exception> exceptions;
    std::map<Sym, KnownAction> actions;
    NamedCell missing;
    int confidence, overBudget, budgetLeft, cost; ///< slots
};

void Governor::Impl::readGrid(const documents::AutonomyMatrix& matrix, Symbols& symbols) {
    for (const Risk risk : {Risk::Low, Risk::Medium, Risk::High})
        for (const auto reversibility : {documents::Reversibility::Reversible, documents::Reversibility::Costly,
                                         documents::Reversibility::Irreversible}) {
            const auto r = static_cast<std::size_t>(risk), c = static_cast<std::size_t>(reversibility);
            const Sym name = symbols.intern(std::string(nameOf(risk)) + "." + std::string(nameOf(reversibility)));
            const auto& cell = matrix.grid[r][c];
            grid[r][c] = cell ? NamedCell{name, *cell} : missing;
        }
}

void Governor::Impl::readExceptions(const documents::Workspace& workspace, const documents::AutonomyMatrix& matrix,
                                    const documents::FactSchema& schema, Symbols& symbols) {
    for (const documents::ExceptionCondition& exception : matrix.exceptions) {
        const Sym id = symbols.intern(exception.id);
        if (workspace.isOff("autonomy", "exceptions/" + exception.id))
            continue;
        Exception entry{id, compiled(exception.when, schema), false};
        if (entry.when) {
            const auto& slots = entry.when->slotsUsed();
            entry.usesConfidence = std::find(slots.begin(), slots.end(), confidence) != slots.end();
        }
        exceptions.push_back(std::move(entry));
    }
}

void Governor::Impl::readRows(const documents::Workspace& workspace, const documents::AutonomyMatrix& matrix,
                              const documents::FactSchema& schema, Symbols& symbols) {
    std::vector<std::pair<const documents::AutonomyRow*, RowCells>> named;
    for (const documents::AutonomyRow& row : matrix.rows) {
        RowCells cells;
        for (const Risk risk : {Risk::Low, Risk::Medium, Risk::High}) {
            const auto r = static_cast<std::size_t>(risk);
            const Sym name = symbols.intern(row.id + "." + std::string(nameOf(risk)));
            cells[r] = row.cells[r] ? NamedCell{name, *row.cells[r]} : missing;
        }
        if (workspace.isOff("autonomy", "rows/" + row.id))
            continue;
        if (row.action.empty() && row.tag.empty())
            conditionRows.push_back({compiled(row.when, schema), cells});
        else
            named.emplace_back(&row, cells);
    }
    if (workspace.actions == nullptr)
        return;
    for (const documents::Action& action : workspace.actions->actions) {
        KnownAction known{action.baseRisk, action.reversibility, action.internal, {}};
        for (const auto& [row, cells] : named)
            if ((!row->action.empty() && row->action == action.id) ||
                (!row->tag.empty() && std::find(action.tags.begin(), action.tags.end(), row->tag) != action.tags.end()))
                known.rows.push_back(cells);
        actions.emplace(symbols.intern(action.id), std::move(known));
    }
}

void Governor::Impl::setFacts(const RulingRequest& request, perception::Facts& facts) const {
    const auto has = [&](int slot) { return slot >= 0 && static_cast<std::size_t>(slot) < facts.size(); };
    const auto fact = [&](int slot) { return has(slot) ? facts[static_cast<std::size_t>(slot)] : Value(); };
    const auto set = [&](int slot, Value value) {
        if (has(slot))
            facts[static_cast<std::size_t>(slot)] = std::move(value);
    };
    set(confidence, request.drawn ? Value(1) : Value::fromDouble(request.confidence));
    // No budget binds where none is known; a known budget and an unknown cost cannot be compared.
    const Value left = fact(budgetLeft), money = fact(cost);
    if (left.isNull())
        set(overBudget, false);
    else if (left.number() != nullptr && money.number() != nullptr)
        set(overBudget, *money.number() > *left.number());
    else
        set(overBudget, Value());
}

const NamedCell& Governor::Impl::cellFor(const KnownAction& action, Risk risk, const rules::Frame& frame) const {
    const auto r = static_cast<std::size_t>(risk);
    const NamedCell* best = nullptr;
    const auto consider = [&](const NamedCell& cell) {
        if (best == nullptr || isStricterCell(cell.cell, best->cell))
            best = &cell;
    };
    for (const RowCells& row : action.rows)
        consider(row[r]);
    std::vector<const NamedCell*> doubtful;
    for (const ConditionRow& row : conditionRows)
        switch (test(row.when, frame)) {
        case Truth::True:
            consider(row.cells[r]);
            break;
        case Truth::Null:
            doubtful.push_back(&row.cells[r]);
            break;
        case Truth::False:
            break;
        }
    if (best == nullptr)
        best = &grid[r][static_cast<std::size_t>(action.reversibility)];
    for (const NamedCell* cell : doubtful) // may make it stricter, never looser
        consider(*cell);
    return *best;
}

std::vector<Sym> Governor::Impl::exceptionsFor(const RulingRequest& request, const rules::Frame& frame) const {
    std::vector<Sym> applied;
    for (const Exception& exception : exceptions) {
        if (request.drawn && exception.usesConfidence)
            continue;
        if (test(exception.when, frame) != Truth::False)
            applied.push_back(exception.id);
    }
    return applied;
}

Governor::Governor(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols)
    : m_impl(std::make_unique<const Impl>(workspace, schema, symbols)) {}

Governor::~Governor() = default;

Ruling Governor::rule(const RulingRequest& request, perception::Facts& facts, const rules::Frame& frame,
                      const Chance& chance) const {
    const planning::Candidate& candidate = *request.candidate;
    Ruling ruling;
    if (candidate.action == 0) { // wait
        ruling.kind = RulingKind::Execute;
        return ruling;
    }
    m_impl->setFacts(request, facts);
    rules::Frame now = frame;
    now.values = facts;

    ruling.suggestOnly = request.suggestOnly || request.advice;
    const auto found = m_impl->actions.find(candidate.action);
    if (found == m_impl->actions.end()) {
        ruling.cell = m_impl->missing.name;
        return ruling; // nobody's action: refused
    }
    const KnownAction& action = found->second;
    planning::AssessedRisk assessed = m_impl->assessor.assess(action.baseRisk, now);
    ruling.baseRisk = action.baseRisk;
    ruling.risk = assessed.risk;
    ruling.raisedBy = std::move(assessed.raisedBy);
    ruling.reversibility = action.reversibility;
    const NamedCell& cell = m_impl->cellFor(action, ruling.risk, now);
    ruling.cell = cell.name;
    ruling.rule = cell.cell;
    if (candidate.gate < planning::Gate::Stayed)
        return ruling; // stopped at a gate: refused

    const bool assisted = cell.cell.level == AutonomyLevel::Assisted;
    if (!request.advice && !assisted)
        ruling.exceptions = m_impl->exceptionsFor(request, now);
    const bool quiet = request.allowedFrom > request.now;
    const bool asked = assisted || !ruling.exceptions.empty();
    // Queue comes before suggest; but of what no customer notices, people are only told.
    if (request.advice || (action.internal && (assisted || (asked && request.suggestOnly))))
        ruling.kind = RulingKind::Suggest;
    else if (asked)
        ruling.kind = RulingKind::Queue;
    else if (request.suggestOnly)
        ruling.kind = RulingKind::Suggest;
    else
        ruling.kind = quiet ? RulingKind::Hold : RulingKind::Execute;
    if (quiet && ruling.kind != RulingKind::Suggest) {
        ruling.holdUntil = request.allowedFrom;
        ruling.heldBy = request.heldBy;
    }
    // What a person must agree to is reviewed already; the sample is for what goes out without.
    if (ruling.kind == RulingKind::Execute || ruling.kind == RulingKind::Hold)
        ruling.reviewSampled = chance.uniform(request.subject, request.occasion, Purpose::ReviewSample,
                                              candidate.action) < cell.cell.sample;
    return ruling;
}

bool Governor::isStricter(const Ruling& now, const Ruling& then) {
    // A hold postpones and asks for nothing.
    const auto demand = [](RulingKind kind) { return kind == RulingKind::Hold ? RulingKind::Execute : kind; };
    if (demand(now.kind) != demand(then.kind))
        return demand(now.kind) < demand(then.kind);
    if (now.rule.level != then.rule.level)
        return now.rule.level < then.rule.level;
    return now.kind == RulingKind::Queue && now.rule.approval > then.rule.approval;
}

} // namespace wayreeve::governance
