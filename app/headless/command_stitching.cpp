#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/output.h"
#include "perception/stitching_fit.h"
#include "simulation/session_pairs.h"

#include <filesystem>
#include <fstream>

namespace wayreeve::headless {

namespace {

using perception::LabelledEvidence;
using perception::Stitcher;
using perception::StitchingModel;
using perception::StitchingQuality;
using simulation::PairKind;

struct Judged {
    StitchingQuality quality;
    StitchingQuality rule; ///< same device or address
    std::array<std::size_t, simulation::pairKinds> count{};
    std::array<std::size_t, simulation::pairKinds> taken{};
};

Judged judgePairs(std::size_t pairs, std::uint64_t seed) {
    const simulation::SessionPairs made = simulation::makeSessionPairs(pairs, seed);
    Judged judged;
    std::vector<double> probabilities, byRule;
    std::vector<bool> same;
    for (const auto& pair : made.pairs) {
        const double probability = made.observed.compare(pair.session, pair.known).probability;
        const auto kind = static_cast<std::size_t>(pair.kind);
        probabilities.push_back(probability);
        byRule.push_back(simulation::sameDeviceOrAddress(pair.session, made.observed.of(pair.known)) ? 1 : 0);
        same.push_back(pair.kind == PairKind::Match);
        ++judged.count[kind];
        judged.taken[kind] += probability >= Stitcher::threshold ? 1 : 0;
    }
    judged.quality = perception::judge(probabilities, same, Stitcher::threshold);
    judged.rule = perception::judge(byRule, same, Stitcher::threshold);
    return judged;
}

double shareOf(std::size_t n, std::size_t of) {
    return of == 0 ? 0 : static_cast<double>(n) / static_cast<double>(of);
}

double hardShare(const Judged& judged) {
    const std::size_t others = judged.quality.pairs - judged.quality.matches;
    return shareOf(others - judged.count[static_cast<std::size_t>(PairKind::Stranger)], others);
}

void answerJson(const Judged& judged, const std::string& file) {
    Context json;
    json.emplace_back("pairs", Value(static_cast<std::int64_t>(judged.quality.pairs)));
    json.emplace_back("threshold", Value::fromDouble(judged.quality.threshold));
    json.emplace_back("precision", Value::fromDouble(judged.quality.precision));
    json.emplace_back("recall", Value::fromDouble(judged.quality.recall));
    json.emplace_back("ece", Value::fromDouble(judged.quality.ece));
    json.emplace_back("matches", Value::fromDouble(shareOf(judged.quality.matches, judged.quality.pairs)));
    json.emplace_back("hard", Value::fromDouble(hardShare(judged)));
    json.emplace_back("rule_precision", Value::fromDouble(judged.rule.precision));
    json.emplace_back("rule_recall", Value::fromDouble(judged.rule.recall));
    Context kinds;
    for (std::size_t kind = 0; kind < simulation::pairKinds; ++kind)
        kinds.emplace_back(std::string(simulation::nameOf(static_cast<PairKind>(kind))),
                           Context{{"pairs", Value(static_cast<std::int64_t>(judged.count[kind]))},
                                   {"joined", Value(static_cast<std::int64_t>(judged.taken[kind]))}});
    json.emplace_back("kinds", Value(std::move(kinds)));
    if (!file.empty())
        json.emplace_back("file", Value(file));
    printJson(Value(std::move(json)));
}

void printJudged(const Judged& judged) {
    const auto percent = [](double share) { return QString::number(share * 100, 'f', 1); };
    print(say(QT_TRANSLATE_NOOP("Headless", "%L1 pairs, %2 % of them one person; %3 % of the others are hard: same "
                                            "household, device or office."))
              .arg(judged.quality.pairs)
              .arg(percent(shareOf(judged.quality.matches, judged.quality.pairs)), percent(hardShare(judged))));
    print(say(QT_TRANSLATE_NOOP("Headless", "At a probability of %1: precision %2 %, recall %3 %; calibration error %4 "
                                            "%. “Same device or address” alone: precision %5 %."))
              .arg(QString::number(judged.quality.threshold, 'f', 2), percent(judged.quality.precision),
                   percent(judged.quality.recall), percent(judged.quality.ece), percent(judged.rule.precision)));
    List rows;
    for (std::size_t kind = 0; kind < simulation::pairKinds; ++kind) {
        Context row;
        row.emplace_back("kind", Value(std::string(simulation::nameOf(static_cast<PairKind>(kind)))));
        row.emplace_back("pairs", Value(static_cast<std::int64_t>(judged.count[kind])));
        row.emplace_back("joined", Value(static_cast<std::int64_t>(judged.taken[kind])));
        rows.push_back(Value(std::move(row)));
    }
    printTable({{say(QT_TRANSLATE_NOOP("Headless", "Whose session it was")), "kind"},
                {say(QT_TRANSLATE_NOOP("Headless", "Pairs")), "pairs", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Joined")), "joined", true}},
               rows);
}

std::vector<LabelledEvidence> labelled(std::size_t pairs, std::uint64_t first, std::uint64_t last) {
    std::vector<LabelledEvidence> examples;
    for (std::uint64_t seed = first; seed <= last; ++seed) {
        const simulation::SessionPairs made = simulation::makeSessionPairs(pairs, seed);
        for (const auto& pair : made.pairs)
            examples.push_back({made.observed.evidence(pair.session, pair.known), pair.kind == PairKind::Match});
    }
    return examples;
}

/// The weights that the shipped model is made of, before its caution.
void answerFit(std::size_t pairs) {
    StitchingModel model;
    model.weights = perception::fitWeights(labelled(pairs, StitchingModel::fittedFirst, StitchingModel::fittedLast));
    perception::calibrate(model, labelled(pairs, StitchingModel::calibratedFirst, StitchingModel::calibratedLast));
    Context weights;
    for (std::size_t i = 0; i < perception::evidenceCount; ++i)
        weights.emplace_back(std::string(nameOf(static_cast<perception::Evidence>(i))),
                             Value::fromDouble(model.weights[i]));
    Context json;
    json.emplace_back("weights", Value(std::move(weights)));
    json.emplace_back("slope", Value::fromDouble(model.slope));
    json.emplace_back("offset", Value::fromDouble(model.offset));
    printJson(Value(std::move(json)));
}

/// One line a pair: what a scorer may see of it, what ours makes of it, and the truth.
Result<void> exportPairs(const std::filesystem::path& file, std::size_t pairs, std::uint64_t seed) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    const auto failed = [&] { return Error{"io.write-failed", {{"file", file.string()}}, {}, 0, 0}; };
    if (!out)
        return failed();
    const simulation::SessionPairs made = simulation::makeSessionPairs(pairs, seed);
    out << "pair,customer,same,kind,probability";
    for (std::size_t i = 0; i < perception::evidenceCount; ++i)
        out << ',' << nameOf(static_cast<perception::Evidence>(i));
    out << '\n';
    std::size_t number = 0;
    for (const auto& pair : made.pairs) {
        out << ++number << ',' << pair.known << ',' << (pair.kind == PairKind::Match ? 1 : 0) << ','
            << simulation::nameOf(pair.kind) << ','
            << Value::fromDouble(made.observed.compare(pair.session, pair.known).probability).toText();
        for (const double part : made.observed.evidence(pair.session, pair.known))
            out << ',' << Value::fromDouble(part).toText();
        out << '\n';
    }
    out.close();
    return out ? Result<void>() : failed();
}

} // namespace

int runStitching(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"pairs", "seed", "export"}, {"fit"}, 0, 0});
    if (!arguments)
        return Misused;
    const auto pairs = number(*arguments, "pairs", 20'000, 100, 1'000'000);
    const auto seed = number(*arguments, "seed", 1, 0, INT64_MAX);
    if (!pairs || !seed)
        return Misused;
    if (arguments->has("fit")) {
        answerFit(static_cast<std::size_t>(*pairs));
        return Done;
    }
    const std::string file = arguments->option("export");
    if (!file.empty())
        if (auto done = exportPairs(file, static_cast<std::size_t>(*pairs), static_cast<std::uint64_t>(*seed)); !done)
            return fail(done.error());
    const Judged judged = judgePairs(static_cast<std::size_t>(*pairs), static_cast<std::uint64_t>(*seed));
    if (arguments->has("json"))
        answerJson(judged, file);
    else
        printJudged(judged);
    return Done;
}

} // namespace wayreeve::headless
