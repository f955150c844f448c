#include "session/logged.h"

#include "base/finite.h"
#include "base/portable_math.h"
#include "base/text.h"
#include "documents/document.h"
#include "documents/file_io.h"
#include "documents/yaml_node.h"
#include "session/csv.h"
#include "simulation/recorded_source.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/sqlite_ledger_writer.h"

#include <algorithm>
#include <numeric>

namespace wayreeve::session {

namespace {

using documents::Mapping;

/// One row of the log, ready to be replayed.
struct LoggedRow {
    Context traits;
    std::string arm; ///< action id, "wait" for none
    audit::Logged logged;
};

Error missingColumn(const CsvTable& table, const std::filesystem::path& file, const std::string& column) {
    return Error{
        "csv.no-column", {{"column", column}, {"nearest", nearestName(column, table.columns)}}, file.string(), 1, 0};
}

Result<Decimal> numberOf(const std::string& text) {
    const auto number = Decimal::parse(text);
    if (number && isFiniteDouble(*number))
        return *number;
    return Error{"csv.bad-row", {{"why", number ? "number-too-large" : "not-a-number"}, {"value", text}}, {}, 0, 0};
}

Result<Value> typed(const std::string& text, documents::PropertyType type) {
    if (text.empty())
        return Value();
    if (type == documents::PropertyType::Number) {
        const auto number = numberOf(text);
        if (!number)
            return number.error();
        return Value(*number);
    }
    if (type == documents::PropertyType::Boolean)
        return Value(text == "1" || text == "true");
    return Value(text);
}

Result<std::vector<LoggedRow>> readRows(const OpenWorkspace& workspace, const Mapping& mapping,
                                        const std::filesystem::path& file) {
    const auto table = readCsv(file);
    if (!table)
        return table.error();
    const int arm = table->column(mapping.armColumn);
    if (arm < 0)
        return missingColumn(*table, file, mapping.armColumn);
    std::vector<int> context, outcomes;
    for (const documents::MappedColumn& column : mapping.context) {
        context.push_back(table->column(column.column));
        if (context.back() < 0)
            return missingColumn(*table, file, column.column);
    }
    for (const std::string& column : mapping.outcomes) {
        outcomes.push_back(table->column(column));
        if (outcomes.back() < 0)
            return missingColumn(*table, file, column);
    }
    if (table->rows.empty())
        return Error{"csv.no-rows", {}, file.string(), 0, 0};
    std::vector<std::string> known;
    for (const auto& [value, action] : mapping.arms)
        known.push_back(value);
    std::vector<LoggedRow> rows;
    rows.reserve(table->rows.size());
    for (std::size_t r = 0; r < table->rows.size(); ++r) {
        const auto& cells = table->rows[r];
        const int line = static_cast<int>(r) + 2;
        const auto placed = [&](Error error) {
            error.file = file.string();
            error.line = line;
            return error;
        };
        LoggedRow row;
        const std::string& value = cells[static_cast<std::size_t>(arm)];
        const auto at =
            std::find_if(mapping.arms.begin(), mapping.arms.end(), [&](const auto& a) { return a.first == value; });
        if (at == mapping.arms.end())
            return Error{
                "csv.unknown-arm", {{"value", value}, {"nearest", nearestName(value, known)}}, file.string(), line, 0};
        row.arm = at->second;
        row.logged.action = row.arm == "wait" ? 0 : workspace.program->symbols.find(row.arm);
        for (std::size_t c = 0; c < context.size(); ++c) {
            auto trait = typed(cells[static_cast<std::size_t>(context[c])], mapping.context[c].type);
            if (!trait)
                return placed(trait.error());
            row.traits.emplace_back(mapping.context[c].trait, std::move(trait).value());
        }
        for (const int column : outcomes) {
            const auto number = numberOf(cells[static_cast<std::size_t>(column)]);
            if (!number)
                return placed(number.error());
            row.logged.outcomes.push_back(number->toDouble());
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<LoggedReport::Lift> liftOf(const std::vector<LoggedRow>& rows, const Mapping& mapping) {
    std::vector<LoggedReport::Lift> lifts;
    for (std::size_t o = 0; o < mapping.outcomes.size(); ++o) {
        std::vector<double> treated, untreated;
        for (const LoggedRow& row : rows)
            (row.arm == "wait" ? untreated : treated).push_back(row.logged.outcomes[o]);
        const measurement::LoggedLift lift = measurement::loggedLift(treated, untreated);
        lifts.push_back({mapping.outcomes[o], lift.difference, lift.low, lift.high, lift.relative});
    }
    return lifts;
}

/// Means by arm and of all, in the rows' order; the best arm is the first of the highest.
void readLog(const std::vector<LoggedRow>& rows, const Mapping& mapping, LoggedReport& report) {
    for (const LoggedRow& row : rows) {
        ++report.log[row.arm].rows;
        ++report.logAll.rows;
        for (std::size_t o = 0; o < mapping.outcomes.size(); ++o) {
            report.log[row.arm].rates[mapping.outcomes[o]] += row.logged.outcomes[o];
            report.logAll.rates[mapping.outcomes[o]] += row.logged.outcomes[o];
        }
    }
    const auto divide = [](LoggedReport::Logged& logged) {
        for (auto& [outcome, rate] : logged.rates)
            rate /= static_cast<double>(logged.rows);
    };
    divide(report.logAll);
    for (auto& [arm, logged] : report.log) {
        divide(logged);
        if (!mapping.outcomes.empty() &&
            (report.bestArm.empty() || logged.rates.at(mapping.outcomes.front()) >
                                           report.log.at(report.bestArm).rates.at(mapping.outcomes.front())))
            report.bestArm = arm;
    }
}

/// Rows in this order's sequence as arrivals: row k at start + k × step, an identify with its context, then the event.
std::vector<simulation::Arrival> arrivalsOf(const std::vector<LoggedRow>& rows,
                                            const std::vector<std::uint32_t>& sequence, const Mapping& mapping) {
    std::vector<simulation::Arrival> arrivals;
    arrivals.reserve(sequence.size() * 2);
    for (std::size_t k = 0; k < sequence.size(); ++k) {
        const auto origin = static_cast<std::uint32_t>(k);
        perception::Event event;
        event.type = perception::EventType::Identify;
        event.name = "Identified";
        event.userId = "row-" + std::to_string(sequence[k] + 1);
        event.messageId = event.userId + "-context";
        event.time = event.receivedAt = {mapping.start.ms + static_cast<std::int64_t>(k) * mapping.step.ms};
        event.properties = Value(rows[sequence[k]].traits);
        arrivals.push_back({event.receivedAt, origin, 0, event});
        event.type = perception::EventType::Track;
        event.name = mapping.entryEvent;
        event.messageId = event.userId + "-event";
        event.properties = Value(Context{});
        arrivals.push_back({event.receivedAt, origin, 1, std::move(event)});
    }
    return arrivals;
}

/// Fisher–Yates by counter-based chance; order 0 keeps the file's.
std::vector<std::uint32_t> sequenceOf(std::size_t count, unsigned order) {
    std::vector<std::uint32_t> sequence(count);
    std::iota(sequence.begin(), sequence.end(), 0U);
    const Chance chance(order + 1);
    for (std::size_t i = count; i > 1; --i)
        std::swap(sequence[i - 1],
                  sequence[chance.below(static_cast<std::uint32_t>(i), i, order, Purpose::ReplayOrder)]);
    return sequence;
}

/// The log as it would be had every arm done what the one before it did.
std::vector<audit::Logged> permuted(const std::vector<LoggedRow>& rows, const OpenWorkspace& workspace,
                                    const Mapping& mapping) {
    std::map<std::string, Sym> next;
    for (std::size_t i = 0; i < mapping.arms.size(); ++i) {
        const std::string& action = mapping.arms[(i + 1) % mapping.arms.size()].second;
        next[mapping.arms[i].second] = action == "wait" ? 0 : workspace.program->symbols.find(action);
    }
    std::vector<audit::Logged> all;
    all.reserve(rows.size());
    for (const LoggedRow& row : rows) {
        all.push_back(row.logged);
        all.back().action = next.at(row.arm);
    }
    return all;
}

struct Tally {
    std::map<std::string, std::uint64_t> all, secondHalf, lastQuarter;
    std::uint64_t secondHalfCount = 0, lastQuarterCount = 0;

    void add(const std::string& arm, std::size_t place, std::size_t count) {
        ++all[arm];
        if (place >= count / 2) {
            ++secondHalf[arm];
            ++secondHalfCount;
        }
        if (place >= count - count / 4) {
            ++lastQuarter[arm];
            ++lastQuarterCount;
        }
    }
    static void share(const std::map<std::string, std::uint64_t>& counts, std::uint64_t total,
                      std::map<std::string, double>& out) {
        for (const auto& [arm, count] : counts)
            out[arm] = total == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(total);
    }
};

} // namespace

Result<Mapping> readMapping(const std::filesystem::path& file) {
    const auto text = documents::readFile(file, documents::maxYamlBytes);
    if (!text)
        return text.error();
    auto tree = documents::parseDocumentTree(documents::Kind::Mapping, *text, file.string());
    if (!tree)
        return tree.error();
    std::vector<Error> errors;
    const documents::AnyDocument document = documents::readTree(documents::Kind::Mapping, *tree, file.string(), errors);
    if (!errors.empty())
        return errors.front();
    return std::get<Mapping>(document);
}

bool isLogged(audit::LedgerReader& reader, const audit::RunInfo& run) {
    if (run.kind != audit::RunKind::Replay)
        return false;
    const auto repeated = run.source.empty() ? Result<audit::RunInfo>(Error{}) : reader.run(run.source);
    // A file may be named like a run.
    if (!repeated || repeated->id >= run.id || repeated->seed != run.seed || repeated->salt != run.salt)
        return true;
    return isLogged(reader, *repeated);
}

Result<LoggedReport> replayLogged(const OpenWorkspace& workspace, const Mapping& mapping,
                                  const std::filesystem::path& events, unsigned orders, unsigned threads,
                                  const std::function<void(unsigned, double)>& progress, bool permuteAtHalf) {
    auto rows = readRows(workspace, mapping, events);
    if (!rows)
        return rows.error();
    if (auto published = publish(workspace); !published)
        return published.error();
    LoggedReport report;
    report.lift = liftOf(*rows, mapping);
    readLog(*rows, mapping, report);
    report.reward = mapping.outcomes.empty() ? std::string() : mapping.outcomes.front();
    const std::vector<audit::Logged> later =
        permuteAtHalf ? permuted(*rows, workspace, mapping) : std::vector<audit::Logged>();
    std::vector<double> rates;
    double laterRates = 0;
    Tally tally;
    for (unsigned order = 0; order < orders; ++order) {
        const std::vector<std::uint32_t> sequence = sequenceOf(rows->size(), order);
        engine::RunSettings settings;
        audit::RunInfo& info = settings.info;
        info.kind = audit::RunKind::Replay;
        info.documentSet = documents::documentSetHash(workspace.files);
        info.files = workspace.files;
        for (documents::DocumentFile& file : info.files)
            file.canonicalJson.clear();
        info.seed = order + 1;
        info.salt = "order-" + std::to_string(order + 1);
        info.customers = rows->size();
        info.days = static_cast<std::uint32_t>(
            (static_cast<std::int64_t>(rows->size()) * mapping.step.ms + mapping.epoch.ms) / Duration::days(1).ms + 1);
        info.reviewers = false;
        info.start = info.clock = mapping.start;
        info.epoch = mapping.epoch;
        info.source = events.filename().string();
        settings.threads = threads;
        settings.timers = false;
        settings.keepState = false;
        settings.mapping = &mapping;
        settings.logged = [&](std::uint32_t origin) {
            const bool changed = permuteAtHalf && origin >= sequence.size() / 2;
            return changed ? &later[sequence[origin]] : &(*rows)[sequence[origin]].logged;
        };
        if (progress)
            settings.progress = [&](const engine::Progress& p) { progress(order, p.share); };
        simulation::RecordedSource source(arrivalsOf(*rows, sequence, mapping));
        auto summary = engine::executeRun(workspace.program, std::move(settings), source,
                                          [&]() -> Result<std::unique_ptr<audit::LedgerWriter>> {
                                              auto writer = storage::SqliteLedgerWriter::open(workspace.folder);
                                              if (!writer)
                                                  return writer.error();
                                              return std::unique_ptr<audit::LedgerWriter>(std::move(writer).value());
                                          });
        if (!summary)
            return summary.error();
        double reward = 0, laterReward = 0;
        std::uint64_t matched = 0, laterMatched = 0;
        for (std::size_t k = 0; k < summary->logged.size(); ++k) {
            const engine::LoggedDecision& decision = summary->logged[k];
            tally.add(decision.action == 0 ? "wait" : workspace.program->symbols.name(decision.action), k,
                      summary->logged.size());
            if (!decision.observed)
                continue;
            ++matched;
            reward += decision.reward;
            if (k >= summary->logged.size() / 2) {
                ++laterMatched;
                laterReward += decision.reward;
            }
        }
        laterRates += laterMatched == 0 ? 0.0 : laterReward / static_cast<double>(laterMatched);
        rates.push_back(matched == 0 ? 0.0 : reward / static_cast<double>(matched));
        report.matched += matched;
        report.decisions += summary->info.decisions;
        report.runs.push_back(summary->info);
    }
    report.rateSecondHalf = rates.empty() ? 0.0 : laterRates / static_cast<double>(rates.size());
    for (const double rate : rates)
        report.rateMean += rate / static_cast<double>(rates.size());
    for (const double rate : rates)
        report.rateSd += (rate - report.rateMean) * (rate - report.rateMean);
    report.rateSd = rates.size() > 1 ? portable::sqrt(report.rateSd / static_cast<double>(rates.size() - 1)) : 0.0;
    Tally::share(tally.all, report.decisions, report.share);
    Tally::share(tally.secondHalf, tally.secondHalfCount, report.shareSecondHalf);
    Tally::share(tally.lastQuarter, tally.lastQuarterCount, report.shareLastQuarter);
    return report;
}

} // namespace wayreeve::session
