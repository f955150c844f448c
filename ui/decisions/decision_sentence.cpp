#include "ui/decisions/decision_sentence.h"

#include "ui/shell/subject_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace wayreeve::ui {

namespace {

using governance::RulingKind;
using planning::Candidate;
using session::Explanation;

QString say(const char* text) {
    return QCoreApplication::translate("DecisionSentence", text);
}

QString qs(const std::string& text) {
    return QString::fromStdString(text).simplified();
}

/// Of this candidate: where more than one choice acted, only what carries its action.
const execution::Dispatch* lastDispatch(const Explanation& explanation, const Candidate& candidate) {
    int acting = 0;
    if (explanation.decision)
        for (const planning::SlotChoice& choice : explanation.decision->plan.choices)
            acting += explanation.decision->plan.candidates[choice.chosen].action != 0 ? 1 : 0;
    const execution::Dispatch* last = nullptr;
    for (const session::FollowUp& follow : explanation.after)
        if (follow.dispatch && (acting < 2 || follow.dispatch->dispatch.action == candidate.action))
            last = &follow.dispatch->dispatch;
    return last;
}

QString actionWords(const Explanation& explanation, const Candidate& candidate, const RecordWords& words) {
    return words.action(explanation.symbols.name(candidate.action));
}

/// "Sent Ana R. “Setup guide” by e-mail", "Ran “Tag” for Ana R.", or what is still only meant.
QString whatClause(const Explanation& explanation, const Candidate& candidate, const RecordWords& words) {
    const QString contact = contactName(explanation, candidate, words);
    const QString name =
        !contact.isEmpty() ? contact
        : isOfAccount(explanation)
            ? say(QT_TRANSLATE_NOOP("DecisionSentence", "the account “%1”")).arg(customerName(explanation))
            : customerName(explanation);
    if (candidate.action == 0)
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "Waited with %1")).arg(name);
    const QString action = actionWords(explanation, candidate, words);
    const execution::Dispatch* dispatch = lastDispatch(explanation, candidate);
    const bool done = dispatch && dispatch->state == execution::DispatchState::Succeeded;
    const bool reaches = candidate.channel != documents::Channel::None;
    const QString channel = channelLook(candidate.channel).text;
    if (done)
        return reaches ? say(QT_TRANSLATE_NOOP("DecisionSentence", "Sent %1 “%2” by %3")).arg(name, action, channel)
                       : say(QT_TRANSLATE_NOOP("DecisionSentence", "Did “%2” for %1")).arg(name, action);
    const governance::Ruling* ruling = toldRuling(explanation);
    const RulingKind kind = ruling ? ruling->kind : RulingKind::Execute;
    if (kind == RulingKind::Refuse)
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "Refused to send %1 “%2”")).arg(name, action);
    if (kind == RulingKind::Suggest)
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "Suggested “%2” for %1")).arg(name, action);
    if (kind == RulingKind::Queue)
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "Asked a person about “%2” for %1")).arg(name, action);
    if (kind == RulingKind::Hold)
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "Holds “%2” for %1 until %3"))
            .arg(name, action, words.time(ruling->holdUntil));
    return say(QT_TRANSLATE_NOOP("DecisionSentence", "Chose “%2” for %1")).arg(name, action);
}

QString waitReason(const Explanation& explanation, const RecordWords& words) {
    const Candidate* next = runnerUp(explanation);
    if (next)
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "nothing was worth more than waiting"));
    std::vector<std::pair<std::string, int>> counts;
    const planning::SlotChoice* choice = toldChoice(explanation);
    for (const Candidate& candidate : explanation.decision->plan.candidates) {
        if (candidate.action == 0 || candidate.gate >= planning::Gate::Stayed || !standsFor(candidate, *choice))
            continue;
        const std::string by = explanation.symbols.name(candidate.removedBy);
        const auto at = std::find_if(counts.begin(), counts.end(), [&](const auto& pair) { return pair.first == by; });
        if (at == counts.end())
            counts.emplace_back(by, 1);
        else
            ++at->second;
    }
    if (counts.empty())
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "there was nothing else to choose"));
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return say(QT_TRANSLATE_NOOP("DecisionSentence", "no other action was allowed (mostly: %1)"))
        .arg(words.reason(most->first));
}

QString choiceSentence(const Explanation& explanation, const Candidate& candidate, const RecordWords& words) {
    QString what = whatClause(explanation, candidate, words);
    if (!contactName(explanation, candidate, words).isEmpty())
        what =
            say(QT_TRANSLATE_NOOP("DecisionSentence", "%1, for the account “%2”")).arg(what, customerName(explanation));
    if (explanation.drawn)
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "%1 because the journey “%2” is drawn so; no agent chose it."))
            .arg(what, words.journey(explanation.symbols.name(explanation.drawn->journey)));
    const QString why = reasonClause(explanation, words);
    const Candidate* next = runnerUp(explanation);
    if (!next)
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "%1 because %2.")).arg(what, why);
    QString other = actionWords(explanation, *next, words);
    if (next->action == candidate.action && next->content != 0)
        other = say(QT_TRANSLATE_NOOP("DecisionSentence", "%1 (%2)"))
                    .arg(other, readable(explanation.symbols.name(next->content)));
    const planning::SlotChoice* choice = toldChoice(explanation);
    if (choice && choice->explored)
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "%1 because %2, to learn, instead of “%3”."))
            .arg(what, why, other);
    return say(QT_TRANSLATE_NOOP("DecisionSentence", "%1 because %2, instead of “%3”.")).arg(what, why, other);
}

QString personSentence(const Explanation& explanation, const session::FollowUp& follow, const RecordWords& words) {
    const audit::PersonRecord& record = *follow.person;
    const QString person = words.person(record.person);
    const QString after = lengthWords(follow.entry.time - explanation.entry.time);
    if (follow.entry.kind == audit::EntryKind::Edit)
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "%1 changed the text.")).arg(person);
    if (record.verdict == "approve")
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "%1 approved it after %2.")).arg(person, after);
    if (record.verdict == "reject")
        return record.reason.empty()
                   ? say(QT_TRANSLATE_NOOP("DecisionSentence", "%1 rejected it after %2.")).arg(person, after)
                   : say(QT_TRANSLATE_NOOP("DecisionSentence", "%1 rejected it after %2: “%3”."))
                         .arg(person, after, qs(record.reason));
    return {};
}

QString outcomeSentence(const Explanation& explanation, const learning::Outcome& outcome, const RecordWords& words) {
    const QString name = customerName(explanation);
    const QString after = lengthWords(outcome.at - explanation.entry.time);
    const QString goal = words.goal(explanation.symbols.name(outcome.goal));
    switch (outcome.kind) {
    case learning::OutcomeKind::Goal:
        if (isOfAccount(explanation))
            return say(QT_TRANSLATE_NOOP("DecisionSentence", "The account “%1” reached “%2” %3 later (%4)."))
                .arg(name, goal, after, words.money(outcome.money));
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "%1 reached “%2” %3 later (%4)."))
            .arg(name, goal, after, words.money(outcome.money));
    case learning::OutcomeKind::Harm:
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "%1 after %2: a harm of %3."))
            .arg(words.reason(explanation.symbols.name(outcome.event)), after, words.money(-outcome.money));
    case learning::OutcomeKind::WindowClosed:
        break;
    }
    return outcome.reward > 0 ? QString()
                              : say(QT_TRANSLATE_NOOP("DecisionSentence", "“%1” was not reached in time.")).arg(goal);
}

QString followSentence(const Explanation& explanation, const session::FollowUp& follow, const RecordWords& words) {
    if (follow.person)
        return personSentence(explanation, follow, words);
    if (follow.outcome)
        return outcomeSentence(explanation, follow.outcome->outcome, words);
    if (follow.didNotFit)
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "It did not fit the shared budget."));
    if (follow.proposal) {
        if (follow.entry.kind == audit::EntryKind::Expiry)
            return say(QT_TRANSLATE_NOOP("DecisionSentence", "Nobody decided in time."));
        QStringList reasons;
        for (const Sym reason : follow.proposal->reasons)
            reasons.append(words.reason(explanation.symbols.name(reason)));
        return reasons.isEmpty() ? say(QT_TRANSLATE_NOOP("DecisionSentence", "It was not sent."))
                                 : say(QT_TRANSLATE_NOOP("DecisionSentence", "It was not sent: %1."))
                                       .arg(reasons.join(QStringLiteral(", ")));
    }
    return {};
}

} // namespace

const planning::SlotChoice* toldChoice(const Explanation& explanation) {
    if (!explanation.decision || explanation.decision->plan.choices.empty())
        return nullptr;
    const planning::Plan& plan = explanation.decision->plan;
    for (const planning::SlotChoice& choice : plan.choices)
        if (choice.chosen < plan.candidates.size() && plan.candidates[choice.chosen].action != 0)
            return &choice;
    return &plan.choices.front();
}

bool standsFor(const Candidate& candidate, const planning::SlotChoice& choice) {
    return candidate.slot == choice.slot && (choice.agent == 0 || candidate.agent == choice.agent);
}

QString slotWords(const Explanation& explanation, const planning::SlotChoice& choice, const RecordWords& words) {
    switch (choice.slot) {
    case documents::Slot::Marketing:
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "Marketing"));
    case documents::Slot::Service:
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "Service"));
    case documents::Slot::Operation:
        break;
    }
    return choice.agent != 0 ? words.agent(explanation.symbols.name(choice.agent))
                             : say(QT_TRANSLATE_NOOP("DecisionSentence", "Operation"));
}

const Candidate* toldCandidate(const Explanation& explanation) {
    if (explanation.drawn)
        return &explanation.drawn->candidate;
    const planning::SlotChoice* choice = toldChoice(explanation);
    if (!choice || choice->chosen >= explanation.decision->plan.candidates.size())
        return nullptr;
    return &explanation.decision->plan.candidates[choice->chosen];
}

const governance::Ruling* toldRuling(const Explanation& explanation) {
    if (explanation.drawn)
        return &explanation.drawn->ruling;
    const planning::SlotChoice* choice = toldChoice(explanation);
    if (!choice)
        return nullptr;
    const auto at = static_cast<std::size_t>(choice - explanation.decision->plan.choices.data());
    return at < explanation.decision->rulings.size() ? &explanation.decision->rulings[at] : nullptr;
}

const Candidate* runnerUp(const Explanation& explanation) {
    const Candidate* chosen = toldCandidate(explanation);
    const planning::SlotChoice* choice = toldChoice(explanation);
    if (!chosen || !choice)
        return nullptr;
    const Candidate* best = nullptr;
    const auto better = [&](const Candidate& a, const Candidate& b) {
        const bool otherA = a.action != chosen->action, otherB = b.action != chosen->action;
        return otherA != otherB ? otherA : a.score.priority > b.score.priority;
    };
    for (const Candidate& candidate : explanation.decision->plan.candidates)
        if (&candidate != chosen && (candidate.action != 0 || chosen->action != 0) &&
            candidate.gate == planning::Gate::Stayed && standsFor(candidate, *choice) &&
            (!best || better(candidate, *best)))
            best = &candidate;
    return best;
}

QString customerName(const Explanation& explanation) {
    if (!explanation.customer)
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "customer %1")).arg(audit::customerOf(explanation.key));
    return subjectName(*explanation.customer);
}

bool isOfAccount(const Explanation& explanation) {
    return explanation.customer && explanation.customer->isAccount;
}

QString contactName(const Explanation& explanation, const Candidate& candidate, const RecordWords& words) {
    if (candidate.contact == 0)
        return {};
    const std::uint32_t number = candidate.contact - 1;
    const auto row = std::find_if(explanation.contacts.begin(), explanation.contacts.end(),
                                  [&](const audit::CustomerRow& one) { return one.number == number; });
    if (row == explanation.contacts.end())
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "customer %1")).arg(number);
    return contactWords(subjectName(*row),
                        contactRole(*row, explanation.symbols, explanation.symbols.name(candidate.action), words));
}

QString reasonClause(const Explanation& explanation, const RecordWords& words) {
    if (!explanation.decision)
        return {};
    const planning::SlotChoice* choice = toldChoice(explanation);
    if (choice && choice->forced)
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "a second unhappy message hands the case to a person"));
    const Candidate* chosen = toldCandidate(explanation);
    if (chosen && chosen->action == 0)
        return waitReason(explanation, words);
    const interpretation::Reading& reading = explanation.decision->reading;
    const auto score = std::find_if(reading.intents.begin(), reading.intents.end(),
                                    [&](const auto& intent) { return intent.id == reading.leadingIntent; });
    if (reading.leadingIntent == 0 || score == reading.intents.end())
        return say(QT_TRANSLATE_NOOP("DecisionSentence", "it had the highest expected value"));
    std::vector<interpretation::Contribution> parts;
    for (const interpretation::Contribution& part : score->parts)
        if (part.signal != 0 && part.amount > 0 && explanation.symbols.name(part.signal) != "#limit")
            parts.push_back(part);
    std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.amount > b.amount; });
    QStringList signalNames;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, parts.size()); ++i)
        signalNames.append(words.signal(explanation.symbols.name(parts[i].signal)));
    const QString intent = words.intent(explanation.symbols.name(reading.leadingIntent));
    const QString level = numberWords(reading.leadingIntentValue);
    return signalNames.isEmpty() ? say(QT_TRANSLATE_NOOP("DecisionSentence", "“%1” stood at %2")).arg(intent, level)
                                 : say(QT_TRANSLATE_NOOP("DecisionSentence", "“%1” stood at %2 (%3)"))
                                       .arg(intent, level, signalNames.join(QStringLiteral(", ")));
}

QString decisionSentence(const Explanation& explanation, const RecordWords& words) {
    const Candidate* candidate = toldCandidate(explanation);
    QStringList sentences;
    if (candidate)
        sentences.append(choiceSentence(explanation, *candidate, words));
    for (const session::FollowUp& follow : explanation.after)
        if (const QString sentence = followSentence(explanation, follow, words);
            !sentence.isEmpty() && !sentences.contains(sentence))
            sentences.append(sentence);
    return sentences.join(QLatin1Char(' '));
}

} // namespace wayreeve::ui
