#include "ui/decisions/decision_after.h"

#include "session/handoff.h"
#include "ui/decisions/decision_sentence.h"
#include "ui/decisions/step_words.h"
#include "ui/shell/handoff_words.h"

#include <QCoreApplication>

namespace wayreeve::ui {

namespace {

using session::Explanation;

QString say(const char* text) {
    return QCoreApplication::translate("DecisionPage", text);
}

QString qs(const std::string& text) {
    return QString::fromStdString(text).simplified();
}

struct After {
    const Explanation& explanation;
    const RecordWords& words;
    QList<DecisionPage::Line> lines{};

    const std::string& name(Sym symbol) const { return explanation.symbols.name(symbol); }

    void steps();
    void handoff();
    void followUp(const session::FollowUp& follow);
    void proposal(const session::FollowUp& follow);
    void person(const session::FollowUp& follow);
    void dispatch(const session::FollowUp& follow);
    void outcome(const session::FollowUp& follow);
};

/// What carrying out the told choice took, each with what was found and what it was held against.
void After::steps() {
    const planning::Plan& plan = explanation.decision->plan;
    const planning::SlotChoice* told = toldChoice(explanation);
    for (const planning::SubStep& step : plan.steps) {
        if (step.choice >= plan.choices.size() || &plan.choices[step.choice] != told)
            continue;
        const StepWords said = stepWords(step, explanation.symbols, words);
        QStringList notes{said.limit, step.by != 0 ? words.reason(name(step.by)) : QString()};
        notes.removeAll(QString());
        const bool done = step.result == planning::StepResult::Done;
        lines.append({done ? QStringLiteral("check") : QStringLiteral("cross"),
                      done ? Ink::RiskLow : Ink::RiskHigh,
                      said.name,
                      said.found.isEmpty() ? say(QT_TRANSLATE_NOOP("DecisionPage", "nothing found")) : said.found,
                      notes.join(QStringLiteral(", ")),
                      {}});
    }
}

/// What the person who takes over is given: how things stand, what was said and tried, the next steps by their worth.
void After::handoff() {
    const std::vector<Value> packets = session::handoffPackets(explanation);
    if (packets.empty())
        return;
    const HandoffWords packet = handoffWords(packets.back(), words);
    lines.append({QStringLiteral("handoff"),
                  Ink::Text2,
                  say(QT_TRANSLATE_NOOP("DecisionPage", "Handoff")),
                  {},
                  packet.summary,
                  {}});
    const auto add = [&](const QList<HandoffWords::Line>& part, const QString& title) {
        for (const HandoffWords::Line& line : part) {
            QStringList notes{line.time, line.note};
            notes.removeAll(QString());
            lines.append({line.icon,
                          Ink::Text2,
                          &line == &part.front() ? title : QString(),
                          line.text,
                          notes.join(QStringLiteral(", ")),
                          {}});
        }
    };
    add(packet.said, say(QT_TRANSLATE_NOOP("DecisionPage", "Said:")));
    add(packet.tried, say(QT_TRANSLATE_NOOP("DecisionPage", "Tried:")));
    add(packet.next, say(QT_TRANSLATE_NOOP("DecisionPage", "Next steps:")));
}

void After::proposal(const session::FollowUp& follow) {
    QStringList notes{words.time(follow.entry.time)};
    for (const Sym reason : follow.proposal->reasons)
        notes.append(words.reason(name(reason)));
    lines.append({QStringLiteral("hourglass"),
                  Ink::Text2,
                  say(QT_TRANSLATE_NOOP("DecisionPage", "6 Proposal")),
                  stateWords(follow.proposal->state),
                  notes.join(QStringLiteral(", ")),
                  {}});
}

void After::person(const session::FollowUp& follow) {
    const audit::PersonRecord& record = *follow.person;
    const QString who = say(QT_TRANSLATE_NOOP("DecisionPage", "6 %1")).arg(words.person(record.person));
    const QString after = lengthWords(follow.entry.time - explanation.entry.time);
    DecisionPage::Line line{QStringLiteral("person"), Ink::Text2, who, {}, words.time(follow.entry.time), {}};
    if (follow.entry.kind == audit::EntryKind::Claim)
        line.text = say(QT_TRANSLATE_NOOP("DecisionPage", "claimed it after %1")).arg(after);
    else if (follow.entry.kind == audit::EntryKind::Release)
        line.text = say(QT_TRANSLATE_NOOP("DecisionPage", "gave it back"));
    else if (follow.entry.kind == audit::EntryKind::Edit)
        line.text = say(QT_TRANSLATE_NOOP("DecisionPage", "changed the text after %1")).arg(after);
    else
        line.text = record.verdict == "approve"
                        ? say(QT_TRANSLATE_NOOP("DecisionPage", "approved after %1")).arg(after)
                        : say(QT_TRANSLATE_NOOP("DecisionPage", "rejected after %1")).arg(after);
    if (!record.reason.empty())
        line.note = say(QT_TRANSLATE_NOOP("DecisionPage", "%1: “%2”")).arg(line.note, qs(record.reason));
    lines.append(line);
}

void After::dispatch(const session::FollowUp& follow) {
    const execution::Dispatch& sent = follow.dispatch->dispatch;
    const QString title = follow.entry.kind == audit::EntryKind::Dispatch
                              ? say(QT_TRANSLATE_NOOP("DecisionPage", "7 Handed over"))
                              : say(QT_TRANSLATE_NOOP("DecisionPage", "7 Sending"));
    const MarkLook mark = channelLook(sent.channel);
    const QString text = follow.entry.kind == audit::EntryKind::Dispatch
                             ? words.time(sent.at)
                             : say(QT_TRANSLATE_NOOP("DecisionPage", "%1, %2"))
                                   .arg(stateWords(sent.state), words.time(follow.entry.time));
    QStringList notes;
    if (sent.attempts > 0)
        notes.append(say(QT_TRANSLATE_NOOP("DecisionPage", "tries: %1")).arg(sent.attempts));
    if (!sent.result.empty())
        notes.append(qs(sent.result));
    notes.append(say(QT_TRANSLATE_NOOP("DecisionPage", "key %1…")).arg(qs(sent.key.substr(0, 8))));
    lines.append({mark.icon, mark.ink, title, text, notes.join(QStringLiteral(", ")), {}});
}

void After::outcome(const session::FollowUp& follow) {
    const learning::Outcome& result = follow.outcome->outcome;
    const QString goal = words.goal(name(result.goal));
    DecisionPage::Line line{
        QStringLiteral("outcome"), Ink::Text2, say(QT_TRANSLATE_NOOP("DecisionPage", "8 Outcome")), {}, {}, {}};
    if (result.kind == learning::OutcomeKind::Goal) {
        line.text = say(QT_TRANSLATE_NOOP("DecisionPage", "“%1” reached, %2")).arg(goal, words.time(result.at));
        line.note = say(QT_TRANSLATE_NOOP("DecisionPage", "%1 later, worth %2"))
                        .arg(lengthWords(result.at - explanation.entry.time), words.money(result.money));
    } else if (result.kind == learning::OutcomeKind::Harm) {
        line.icon = QStringLiteral("warning");
        line.ink = Ink::RiskMedium;
        line.text = say(QT_TRANSLATE_NOOP("DecisionPage", "Harm: %1")).arg(words.reason(name(result.event)));
        line.note = words.money(result.money);
    } else {
        line.text = result.reward > 0 ? say(QT_TRANSLATE_NOOP("DecisionPage", "Window closed, reached"))
                                      : say(QT_TRANSLATE_NOOP("DecisionPage", "Window closed, not reached"));
        line.note =
            result.learned
                ? say(QT_TRANSLATE_NOOP("DecisionPage", "%1; the model learned from it")).arg(words.time(result.at))
                : say(QT_TRANSLATE_NOOP("DecisionPage", "%1; not learned from")).arg(words.time(result.at));
    }
    lines.append(line);
}

void After::followUp(const session::FollowUp& follow) {
    if (follow.person)
        person(follow);
    else if (follow.dispatch)
        dispatch(follow);
    else if (follow.outcome)
        outcome(follow);
    else if (follow.proposal)
        proposal(follow);
    else if (follow.didNotFit)
        lines.append({QStringLiteral("money"),
                      Ink::Text2,
                      say(QT_TRANSLATE_NOOP("DecisionPage", "7 Did not fit")),
                      words.reason(name(follow.didNotFit->budget)),
                      words.time(follow.entry.time),
                      {}});
}

} // namespace

QList<DecisionPage::Line> stepLines(const Explanation& explanation, const RecordWords& words) {
    After after{explanation, words};
    after.steps();
    return after.lines;
}

QList<DecisionPage::Line> handoffLines(const Explanation& explanation, const RecordWords& words) {
    After after{explanation, words};
    after.handoff();
    return after.lines;
}

QList<DecisionPage::Line> followUpLines(const Explanation& explanation, const RecordWords& words) {
    After after{explanation, words};
    for (const session::FollowUp& follow : explanation.after)
        after.followUp(follow);
    return after.lines;
}

} // namespace wayreeve::ui
