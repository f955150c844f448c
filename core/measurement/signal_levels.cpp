#include "measurement/signal_levels.h"

#include "documents/workspace.h"

#include <algorithm>

namespace wayreeve::measurement {
namespace {

enum Kind { Intents, Needs, Hesitations, Stages, Sentiment };

} // namespace

StageWeights weightsOf(const documents::Stage& stage) {
    StageWeights weights{stage.id, stage.base, stage.benchmark, {}};
    for (const documents::WeightedSignal& part : stage.signals)
        weights.signals.emplace_back(part.signal, part.weight);
    return weights;
}

SignalLevels::SignalLevels(const documents::Workspace& workspace, const Symbols& symbols)
    : m_symbols(symbols) {
    const auto add = [&](Kind kind, const std::string& score, const std::vector<documents::WeightedSignal>& parts) {
        for (const documents::WeightedSignal& part : parts)
            if (part.weight != 0)
                m_weights[{kind, symbols.find(score), symbols.find(part.signal)}] = part.weight;
    };
    const documents::SignalBook& book = *workspace.signals;
    for (const auto& [kind, scores] :
         {std::pair(Intents, &book.intents), std::pair(Needs, &book.needs), std::pair(Hesitations, &book.hesitations)})
        for (const documents::ScoreDefinition& score : *scores)
            add(kind, score.id, score.signals);
    for (const documents::Stage& stage : workspace.stages->stages)
        add(Stages, stage.id, stage.signals);
    add(Sentiment, {}, book.sentiment.signals);
}

StageCase SignalLevels::caseOf(const documents::Stage& stage, const interpretation::Reading& reading) const {
    std::map<Sym, double> levels;
    const auto look = [&](Kind kind, Sym id, const interpretation::Score& score) {
        for (const interpretation::Contribution& part : score.parts)
            if (const auto weight = m_weights.find({kind, id, part.signal}); weight != m_weights.end())
                levels[part.signal] = part.amount / weight->second;
    };
    const auto lookAll = [&](Kind kind, const std::vector<interpretation::Score>& scores) {
        for (const interpretation::Score& score : scores)
            look(kind, score.id, score);
    };
    lookAll(Intents, reading.intents);
    lookAll(Needs, reading.needs);
    lookAll(Hesitations, reading.hesitations);
    lookAll(Stages, reading.stages);
    look(Sentiment, 0, reading.sentiment);
    StageCase found;
    for (const documents::WeightedSignal& part : stage.signals) {
        const auto level = levels.find(m_symbols.find(part.signal));
        found.levels.push_back(level == levels.end() ? 0 : level->second);
    }
    const Sym own = m_symbols.find(stage.id);
    for (const interpretation::Score& other : reading.stages)
        if (other.id != own)
            found.rival = std::max(found.rival, other.value);
    return found;
}

} // namespace wayreeve::measurement
