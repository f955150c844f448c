#include "ui/decisions/decision_page.h"

#include <QCoreApplication>

#include <cmath>

namespace wayreeve::ui {

namespace {

using documents::Factor;

QString say(const char* text) {
    return QCoreApplication::translate("DecisionPage", text);
}

} // namespace

QString factorWords(double factor, double money) {
    int decimals = 2;
    const auto shown = [&] {
        const double step = std::pow(10.0, decimals);
        return std::round(factor * step) / step;
    };
    while (decimals < 6 && std::round(shown() * money * 100) != std::round(factor * money * 100))
        ++decimals;
    return numberWords(factor, decimals);
}

namespace {

/// "Context × 1.62, answers “Pricing”": what it is made of beside the content's tags.
QString contextWords(const planning::ScoreParts& score, double money, const Symbols& symbols,
                     const RecordWords& words) {
    const QString factor =
        say(QT_TRANSLATE_NOOP("DecisionPage", "Context × %1")).arg(factorWords(score.context, money));
    return score.answers.empty() ? factor
                                 : say(QT_TRANSLATE_NOOP("DecisionPage", "%1 (answers “%2”: %3)"))
                                       .arg(factor, words.intent(symbols.name(score.answers.front().reading)),
                                            QStringLiteral("+") + numberWords(score.answers.front().amount));
}

QString startWords(const planning::ScoreParts& score, const RecordWords& words) {
    const bool noOutcome = score.isOff(Factor::Outcome), noValue = score.isOff(Factor::Value);
    if (noOutcome && noValue)
        return say(QT_TRANSLATE_NOOP("DecisionPage", "Outcome and value: switched off"));
    if (noOutcome)
        return say(QT_TRANSLATE_NOOP("DecisionPage", "Outcome switched off, value %1")).arg(words.money(score.value));
    if (noValue)
        return say(QT_TRANSLATE_NOOP("DecisionPage", "Outcome %1, value switched off"))
            .arg(factorWords(score.outcome, 1));
    return say(QT_TRANSLATE_NOOP("DecisionPage", "Outcome %1 × value %2"))
        .arg(factorWords(score.outcome, score.value), words.money(score.value));
}

} // namespace

QList<WaterfallStep> scoreSteps(const planning::ScoreParts& score, const Symbols& symbols, const RecordWords& words) {
    QList<WaterfallStep> steps;
    const double fresh = score.counted(Factor::Outcome) * score.counted(Factor::Value);
    const double expected = fresh * score.counted(Factor::Fatigue);
    const double inContext = expected * score.counted(Factor::Context);
    steps.append({startWords(score, words), fresh, words.money(fresh), true, false});
    const auto change = [&](const QString& label, double amount) {
        steps.append({label, amount, words.money(amount, true), false, false});
    };
    /// What is switched off keeps its place, and takes and gives nothing.
    const auto factor = [&](Factor which, const char* off, const QString& label, double amount) {
        change(score.isOff(which) ? say(off) : label, amount);
    };
    if (score.fatigue != 1 || score.isOff(Factor::Fatigue))
        factor(Factor::Fatigue, QT_TRANSLATE_NOOP("DecisionPage", "Earlier contacts: switched off"),
               say(QT_TRANSLATE_NOOP("DecisionPage", "Earlier contacts × %1")).arg(factorWords(score.fatigue, fresh)),
               expected - fresh);
    factor(Factor::Context, QT_TRANSLATE_NOOP("DecisionPage", "Context: switched off"),
           contextWords(score, expected, symbols, words), inContext - expected);
    if (score.lever != 1 || score.isOff(Factor::Lever))
        factor(Factor::Lever, QT_TRANSLATE_NOOP("DecisionPage", "Lever: switched off"),
               say(QT_TRANSLATE_NOOP("DecisionPage", "Lever × %1")).arg(factorWords(score.lever, inContext)),
               inContext * score.counted(Factor::Lever) - inContext);
    factor(Factor::Cost, QT_TRANSLATE_NOOP("DecisionPage", "Cost: switched off"),
           say(QT_TRANSLATE_NOOP("DecisionPage", "Cost")), -score.counted(Factor::Cost));
    for (const planning::Penalty& penalty : score.penalties)
        change(say(QT_TRANSLATE_NOOP("DecisionPage", "Soft: %1")).arg(words.reason(symbols.name(penalty.policy))),
               -penalty.amount);
    factor(Factor::Harm, QT_TRANSLATE_NOOP("DecisionPage", "Expected harm: switched off"),
           say(QT_TRANSLATE_NOOP("DecisionPage", "Expected harm")), -score.counted(Factor::Harm));
    steps.append(
        {say(QT_TRANSLATE_NOOP("DecisionPage", "Value")), score.priority, words.money(score.priority), true, true});
    return steps;
}

} // namespace wayreeve::ui
