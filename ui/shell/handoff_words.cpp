#include "ui/shell/handoff_words.h"

#include <QCoreApplication>

#include <array>

namespace wayreeve::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Handoff)
};

constexpr int mostLetters = 240; ///< of what a customer wrote; the whole text is in the customer's story

QString timeOf(const Value& at, const RecordWords& words) {
    if (!at.text())
        return {};
    const auto instant = parseInstant(*at.text());
    return instant ? words.time(*instant) : QString();
}

MarkLook channelOf(const Value& channel) {
    const std::string id = channel.text() ? *channel.text() : std::string();
    return id.empty() || id == "none" ? look(ChannelMark::Agent) : look(channelFromId(QString::fromStdString(id)));
}

QString resultText(const std::string& result) {
    static constexpr std::array<std::pair<std::string_view, const char*>, 5> texts{{
        {"waiting", QT_TRANSLATE_NOOP("Handoff", "still under way")},
        {"open", QT_TRANSLATE_NOOP("Handoff", "no answer yet")},
        {"goal", QT_TRANSLATE_NOOP("Handoff", "it helped")},
        {"harm", QT_TRANSLATE_NOOP("Handoff", "it did harm")},
        {"none", QT_TRANSLATE_NOOP("Handoff", "nothing came of it")},
    }};
    for (const auto& [word, text] : texts)
        if (word == result)
            return Words::tr(text);
    return {};
}

QString summaryOf(const Value& packet, const RecordWords& words) {
    QStringList parts;
    const Value stage = packet.member("stage"), before = packet.member("previousStage");
    if (stage.text())
        parts.append(before.text()
                         ? Words::tr("%1, before that %2").arg(words.stage(*stage.text()), words.stage(*before.text()))
                         : words.stage(*stage.text()));
    if (const Value intent = packet.member("intent"); intent.member("id").text())
        parts.append(
            Words::tr("leading intent “%1” %2")
                .arg(words.intent(*intent.member("id").text()), numberWords(intent.member("value").toDouble())));
    if (const Value sentiment = packet.member("sentiment"); sentiment.number())
        parts.append(Words::tr("sentiment %1 of −1 to 1").arg(numberWords(sentiment.toDouble())));
    const Value opened = packet.member("case").member("opened");
    if (const QString since = timeOf(opened, words); !since.isEmpty()) {
        const int frustrated = static_cast<int>(packet.member("case").member("frustrated").toDouble());
        parts.append(frustrated > 0 ? Words::tr("case since %1, frustrated messages: %2").arg(since).arg(frustrated)
                                    : Words::tr("case since %1").arg(since));
    } else {
        parts.append(Words::tr("no open case"));
    }
    return parts.join(QStringLiteral("; "));
}

/// What happened, then what was said of it: a text in quotation marks, other properties by their names.
QString saidText(const Value& one, const RecordWords& words) {
    QString quoted;
    QStringList others;
    const Value properties = one.member("properties");
    if (const Context* named = properties.context())
        for (const auto& [name, value] : *named) {
            if (value.isNull())
                continue;
            if (name == "text" && value.text())
                quoted = Words::tr("“%1”").arg(QString::fromStdString(*value.text()).simplified().left(mostLetters));
            else
                others.append(Words::tr("%1 %2").arg(words.fact(name).toLower(), words.value("event." + name, value)));
        }
    QString text = QString::fromStdString(one.member("event").toText());
    if (!others.isEmpty())
        text = Words::tr("%1, %2").arg(text, others.join(QStringLiteral(", ")));
    return quoted.isEmpty() ? text : Words::tr("%1: %2").arg(text, quoted);
}

template <class Make>
void each(const Value& list, const Make& make) {
    if (list.list())
        for (const Value& one : *list.list())
            make(one);
}

} // namespace

HandoffWords handoffWords(const Value& packet, const RecordWords& words) {
    HandoffWords made;
    made.summary = summaryOf(packet, words);
    each(packet.member("said"), [&](const Value& one) {
        made.said.append({QStringLiteral("event"), saidText(one, words), {}, timeOf(one.member("at"), words)});
    });
    each(packet.member("tried"), [&](const Value& one) {
        made.tried.append({channelOf(one.member("channel")).icon, words.action(one.member("action").toText()),
                           resultText(one.member("result").toText()), timeOf(one.member("at"), words)});
    });
    each(packet.member("next"), [&](const Value& one) {
        made.next.append({channelOf(one.member("channel")).icon,
                          words.action(one.member("action").toText()),
                          Words::tr("worth %1, chance of success %2")
                              .arg(words.money(one.member("priority").toDouble()),
                                   percentWords(one.member("probability").toDouble())),
                          {}});
    });
    return made;
}

} // namespace wayreeve::ui
