#include "ui/decisions/step_words.h"

#include "base/json.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

namespace wayreeve::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Steps)
};

using Names = std::array<std::pair<std::string_view, const char*>, 8>;
constexpr Names stepNames{{
    {"look-up", QT_TRANSLATE_NOOP("Steps", "Look up")},
    {"check-stock", QT_TRANSLATE_NOOP("Steps", "Check stock")},
    {"check-margin", QT_TRANSLATE_NOOP("Steps", "Check margin")},
    {"check-discount", QT_TRANSLATE_NOOP("Steps", "Check discount")},
    {"check-budget", QT_TRANSLATE_NOOP("Steps", "Check budget")},
    {"choose-channel", QT_TRANSLATE_NOOP("Steps", "Choose channel")},
    {"compose", QT_TRANSLATE_NOOP("Steps", "Compose")},
    {"schedule", QT_TRANSLATE_NOOP("Steps", "Schedule")},
}};

constexpr std::array<std::pair<std::string_view, const char*>, 6> factNames{{
    {"order", QT_TRANSLATE_NOOP("Steps", "Order “%1”")},
    {"stock", QT_TRANSLATE_NOOP("Steps", "Stock of “%1”")},
    {"margin", QT_TRANSLATE_NOOP("Steps", "Margin of “%1”")},
    {"flight-status", QT_TRANSLATE_NOOP("Steps", "Status of flight “%1”")},
    {"knowledge", QT_TRANSLATE_NOOP("Steps", "Article “%1”")},
    {"identity", QT_TRANSLATE_NOOP("Steps", "Identity of “%1”")},
}};

template <class List>
QString in(const List& names, const std::string& id) {
    for (const auto& [word, text] : names)
        if (word == id)
            return Words::tr(text);
    return readable(id);
}

QString timeOf(const std::string& text, const RecordWords& words) {
    const auto instant = parseInstant(text);
    return instant ? words.time(*instant) : QString();
}

QString numberText(const Decimal& number) {
    return numberWords(number.toDouble(), number.isInteger() ? 0 : 2);
}

/// What follows ">= " or "<= "; what a system of record said may be so old.
QString limitText(const std::string& limit) {
    if (limit.size() < 4)
        return {};
    const std::string rest = limit.substr(3);
    const auto length = parseDuration(rest);
    if (length)
        return Words::tr("may be %1 old").arg(lengthWords(*length));
    const auto number = Decimal::parse(rest);
    const QString text = number ? numberText(*number) : QString::fromStdString(rest);
    return (limit.starts_with(">=") ? Words::tr("at least %1") : Words::tr("at most %1")).arg(text);
}

QString channelText(const std::string& id) {
    return look(channelFromId(QString::fromStdString(id))).text;
}

/// "Stock of “the Ida dress”: available 7".
void lookUp(StepWords& made, const std::string& detail, const RecordWords& words) {
    const auto fact = parseJson(detail);
    if (!fact)
        return;
    const Value id = fact->member("id"), value = fact->member("value");
    QStringList members;
    if (const Context* named = value.context())
        for (const auto& [name, one] : *named)
            members.append(Words::tr("%1 %2").arg(readable(name).toLower(), words.value("fact." + name, one)));
    made.found = in(factNames, fact->member("fact").toText()).arg(QString::fromStdString(id.toText()).simplified());
    if (!members.isEmpty())
        made.found = Words::tr("%1: %2").arg(made.found, members.join(QStringLiteral(", ")));
    if (const QString asOf = timeOf(fact->member("asOf").toText(), words); !asOf.isEmpty())
        made.limit = Words::tr("as of %1, %2").arg(asOf, made.limit);
}

} // namespace

StepWords stepWords(const planning::SubStep& step, const Symbols& symbols, const RecordWords& words) {
    const std::string& id = symbols.name(step.step);
    StepWords made{in(stepNames, id), QString::fromStdString(step.detail).simplified(), {}};
    if (id == "look-up") {
        made.limit = limitText(step.limit);
        lookUp(made, step.detail, words);
    } else if (id == "choose-channel") {
        made.found = step.detail.empty() ? QString() : channelText(step.detail);
        QStringList others;
        for (const QString& one : QString::fromStdString(step.limit).split(u' ', Qt::SkipEmptyParts))
            others.append(channelText(one.toStdString()));
        if (others.size() > 1)
            made.limit = Words::tr("of %1").arg(others.join(QStringLiteral(", ")));
    } else if (id == "compose") {
        made.found = step.detail.empty() ? QString() : readable(step.detail);
        if (!step.limit.empty())
            made.limit = Words::tr("missing: %1").arg(words.fact(step.limit));
    } else if (id == "schedule") {
        made.found = timeOf(step.detail, words);
        if (const QString wanted = timeOf(step.limit, words); !wanted.isEmpty())
            made.limit = Words::tr("wanted %1").arg(wanted);
    } else {
        if (const auto number = Decimal::parse(step.detail))
            made.found = numberText(*number);
        made.limit = limitText(step.limit);
    }
    return made;
}

} // namespace wayreeve::ui
