#include "session/backtest.h"

#include "session/recorded_run.h"
#include "session/run_reading.h"
#include "simulation/recorded_source.h"

#include <algorithm>

namespace wayreeve::session {

namespace {

/// The run is computed again for its decisions alone: nothing of it is kept.
class NoLedger final : public audit::LedgerWriter {
public:
    Result<audit::RunInfo> beginRun(audit::RunInfo info, const Symbols&) override {
        info.id = 1;
        return info;
    }
    Result<void> commit(const audit::Batch&) override { return {}; }
    Result<std::vector<Hash256>> entryHashes(std::int64_t) override { return std::vector<Hash256>(); }
    Result<audit::RunInfo> runInfo(std::int64_t) override { return Error{"run.unknown", {}, {}, 0, 0}; }
};

template <class T>
bool differs(const std::shared_ptr<const T>& a, const std::shared_ptr<const T>& b) {
    return !(*a == *b);
}

template <class T>
bool differ(const std::vector<std::shared_ptr<const T>>& a, const std::vector<std::shared_ptr<const T>>& b) {
    return a.size() != b.size() ||
           !std::equal(a.begin(), a.end(), b.begin(), [](const auto& x, const auto& y) { return *x == *y; });
}

/// How the customer came to stand where it stood: a changed one of these would have led to other moments.
std::string readsOtherwise(const documents::Workspace& a, const documents::Workspace& b) {
    if (a.settings.zones != b.settings.zones)
        return "workspace";
    if (differs(a.trackingPlan, b.trackingPlan))
        return "tracking-plan";
    if (differs(a.measures, b.measures))
        return "measures";
    if (differs(a.signals, b.signals))
        return "signals";
    if (differs(a.stages, b.stages))
        return "stages";
    return differ(a.journeys, b.journeys) ? "journeys" : "";
}

std::vector<std::string> changedIn(const documents::Workspace& a, const documents::Workspace& b) {
    std::vector<std::string> changed;
    const auto note = [&](bool is, const char* name) {
        if (is)
            changed.emplace_back(name);
    };
    note(differs(a.policies, b.policies), "policies");
    note(differs(a.autonomy, b.autonomy), "autonomy");
    note(differs(a.actions, b.actions), "actions");
    note(differs(a.content, b.content), "content");
    note(differs(a.agents, b.agents), "agents");
    note(differs(a.goals, b.goals), "goals");
    note(differs(a.people, b.people), "people");
    note(differ(a.tables, b.tables), "tables");
    return changed;
}

std::string rulingWord(const engine::JudgedChoice& choice) {
    const bool two = choice.ruling == governance::RulingKind::Queue && choice.approval == documents::Approval::FourEyes;
    return two ? "queue-two" : std::string(governance::nameOf(choice.ruling));
}

class Counter {
public:
    Counter(Backtest& report, std::size_t examples)
        : m_report(report)
        , m_examples(examples) {}

    void take(const engine::Rejudged& one) {
        ++m_report.choices;
        count(one.before, one.drawn, &BeforeAfter::before, m_report.worthBefore);
        count(one.after, one.drawn, &BeforeAfter::after, m_report.worthAfter);
        if (one.removedBy != 0)
            ++m_report.removers[m_report.symbols.name(one.removedBy)];
        if (one.before.action != one.after.action)
            ++m_report.otherAction;
        else if (one.before.content != one.after.content || one.before.channel != one.after.channel)
            ++m_report.otherWay;
        else if (rulingWord(one.before) != rulingWord(one.after))
            ++m_report.otherRuling;
        else
            return;
        if (m_report.examples.size() < m_examples)
            m_report.examples.push_back(one);
    }

private:
    void count(const engine::JudgedChoice& choice, bool drawn, std::uint64_t BeforeAfter::*side, double& worth) {
        const bool waits = choice.action == 0;
        ++(m_report.actions[waits ? "wait" : m_report.symbols.name(choice.action)].*side);
        if (!drawn)
            worth += choice.priority;
        if (waits)
            return;
        ++(m_report.rulings[rulingWord(choice)].*side);
        if (choice.ruling == governance::RulingKind::Queue)
            ++(m_report.queued.*side);
        else if (choice.ruling == governance::RulingKind::Execute || choice.ruling == governance::RulingKind::Hold)
            ++(m_report.sent.*side);
    }

    Backtest& m_report;
    std::size_t m_examples;
};

} // namespace

double Backtest::days() const {
    return static_cast<double>((run.clock - run.start).ms) / static_cast<double>(Duration::days(1).ms);
}

Result<std::optional<Backtest>> backtest(const std::filesystem::path& folder, const std::filesystem::path& changed,
                                         const std::string& tag, unsigned threads, std::size_t examples,
                                         std::function<void(const engine::Progress&)> progress,
                                         std::function<bool()> cancelled) {
    auto reading = readRun(folder, tag);
    if (!reading)
        return reading.error();
    const audit::RunInfo run = reading->run;
    if (run.kind == audit::RunKind::Replay && run.source.empty())
        return Error{"backtest.logged", {{"run", run.tag}}, {}, 0, 0};
    auto workspace = openAsOf(folder, run);
    if (!workspace)
        return workspace.error();
    auto other = openWorkspace(changed);
    if (!other)
        return other.error();
    if (const std::string document = readsOtherwise(*workspace->workspace, *other->workspace); !document.empty())
        return Error{"backtest.reads-otherwise", {{"document", document}, {"run", run.tag}}, {}, 0, 0};
    auto program = engine::Program::compile(other->workspace, &workspace->program->symbols);
    if (!program)
        return program.error();
    if (const std::string goal = (*program)->planner->learnsOtherwise(*workspace->program->planner); !goal.empty())
        return Error{"backtest.learns-otherwise", {{"goal", goal}, {"run", run.tag}}, {}, 0, 0};
    auto recorded = recordedRun(*reading->reader, run, *workspace);
    if (!recorded)
        return recorded.error();

    Backtest report;
    report.run = run;
    report.symbols = (*program)->symbols;
    report.changed = changedIn(*workspace->workspace, *other->workspace);
    for (const rules::Schema::Entry& entry : (*program)->schema.schema().entries())
        if (!entry.name.starts_with("action.") && !entry.name.starts_with("fact.") &&
            workspace->program->symbols.find(entry.name) == 0)
            report.newFacts.push_back(entry.name);
    Counter counter(report, examples);
    engine::RunSettings& settings = recorded->settings;
    settings.threads = threads;
    settings.progress = std::move(progress);
    settings.cancelled = cancelled;
    settings.keepState = false;
    settings.backtest = {*program, [&](std::span<const engine::Rejudged> told) {
                             for (const engine::Rejudged& one : told)
                                 counter.take(one);
                         }};
    simulation::RecordedSource source(std::move(recorded->arrivals));
    auto summary = engine::executeRun(workspace->program, std::move(settings), source,
                                      []() -> Result<std::unique_ptr<audit::LedgerWriter>> {
                                          return std::unique_ptr<audit::LedgerWriter>(std::make_unique<NoLedger>());
                                      });
    if (!summary)
        return summary.error();
    if (cancelled && cancelled())
        return std::optional<Backtest>();
    std::stable_sort(report.examples.begin(), report.examples.end(),
                     [](const engine::Rejudged& a, const engine::Rejudged& b) { return a.time < b.time; });
    return std::optional(std::move(report));
}

} // namespace wayreeve::session
