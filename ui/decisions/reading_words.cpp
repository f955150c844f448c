#include "ui/decisions/reading_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace wayreeve::ui {

namespace {

constexpr int decimals = 3; ///< a part of a hundredth still moves a score past its threshold

QString say(const char* text) {
    return QCoreApplication::translate("DecisionPage", text);
}

DecisionPage::ReadScore scoreOf(const interpretation::Score& score, const char* kind, const QString& name,
                                const Symbols& symbols, const RecordWords& words) {
    DecisionPage::ReadScore read;
    read.kind = say(kind);
    read.name = name;
    read.value = score.value;
    for (const interpretation::Contribution& part : score.parts)
        read.parts.append({words.signal(symbols.name(part.signal)), part.amount});
    std::stable_sort(read.parts.begin(), read.parts.end(),
                     [](const auto& a, const auto& b) { return std::abs(a.amount) > std::abs(b.amount); });
    return read;
}

} // namespace

QList<DecisionPage::ReadScore> readScores(const interpretation::Reading& reading, const Symbols& symbols,
                                          const RecordWords& words) {
    QList<DecisionPage::ReadScore> first, rest;
    const auto add = [&](const interpretation::Score& score, const char* kind, const QString& name, bool leads) {
        if (score.value == 0 && score.parts.empty())
            return;
        (leads ? first : rest).append(scoreOf(score, kind, name, symbols, words));
    };
    for (const interpretation::Score& stage : reading.stages)
        add(stage, QT_TRANSLATE_NOOP("DecisionPage", "Stage"), words.stage(symbols.name(stage.id)),
            stage.id == reading.stage);
    for (const interpretation::Score& intent : reading.intents)
        add(intent, QT_TRANSLATE_NOOP("DecisionPage", "Intent"), words.intent(symbols.name(intent.id)),
            intent.id == reading.leadingIntent);
    add(reading.sentiment, QT_TRANSLATE_NOOP("DecisionPage", "Sentiment"), {}, true);
    for (const interpretation::Score& need : reading.needs)
        add(need, QT_TRANSLATE_NOOP("DecisionPage", "Need"), words.intent(symbols.name(need.id)), false);
    for (const interpretation::Score& hesitation : reading.hesitations)
        add(hesitation, QT_TRANSLATE_NOOP("DecisionPage", "Hesitation"), words.intent(symbols.name(hesitation.id)),
            false);
    for (DecisionPage::ReadScore& score : first)
        score.leads = true;
    return first + rest;
}

QString sumWords(const DecisionPage::ReadScore& score) {
    QString sum;
    for (const auto& part : score.parts) {
        const QString one =
            say(QT_TRANSLATE_NOOP("DecisionPage", "%1 %2"))
                .arg(part.name, numberWords(sum.isEmpty() ? part.amount : std::abs(part.amount), decimals));
        sum += sum.isEmpty() ? one : (part.amount < 0 ? QStringLiteral(" − ") : QStringLiteral(" + ")) + one;
    }
    return sum;
}

} // namespace wayreeve::ui
