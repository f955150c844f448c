#include "ui/decisions/decision_page.h"

#include "ui/decisions/decision_after.h"
#include "ui/decisions/decision_sentence.h"
#include "ui/decisions/reading_words.h"
#include "ui/shell/subject_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTime>

#include <algorithm>
#include <cmath>
#include <map>

namespace wayreeve::ui {

namespace {

using planning::Candidate;
using planning::Gate;
using session::Explanation;

QString say(const char* text) {
    return QCoreApplication::translate("DecisionPage", text);
}

QString qs(const std::string& text) {
    return QString::fromStdString(text).simplified();
}

/// "18:20" of hours since midnight.
QString hourWords(double hours) {
    const int minutes = static_cast<int>(hours * 60 + 0.5) % (24 * 60);
    return QLocale().toString(QTime(minutes / 60, minutes % 60), QLocale::ShortFormat);
}

QString tableErrorWords(const std::string& code) {
    if (code == "table.not-unique")
        return say(QT_TRANSLATE_NOOP("DecisionPage", "no answer: several rows match where one may"));
    if (code == "table.not-agreed")
        return say(QT_TRANSLATE_NOOP("DecisionPage", "no answer: the rows that match do not agree"));
    if (code == "table.not-allowed")
        return say(QT_TRANSLATE_NOOP("DecisionPage", "no answer: an input is not among what the table allows"));
    if (code == "table.wrong-type")
        return say(QT_TRANSLATE_NOOP("DecisionPage", "no answer: an expression came out as another type"));
    return say(QT_TRANSLATE_NOOP("DecisionPage", "no answer: it took more steps than one evaluation may"));
}

struct Maker {
    const Explanation& explanation;
    const RecordWords& words;
    DecisionPage page{};

    const std::string& name(Sym symbol) const { return explanation.symbols.name(symbol); }

    void head();
    void evidence();
    void past();
    void strip(const Candidate* chosen);
    void candidates();
    DecisionPage::CandidateLine candidateLine(const Candidate& candidate, bool chosen) const;
    QString candidateDetail(const Candidate& candidate) const;
    void otherChoices();
    void certainty(const Candidate& candidate, const planning::SlotChoice& choice);
    void timing(const Candidate& candidate, const planning::SlotChoice& choice);
    void turns();
    void policies();
    void tables();
    void ruling();
};

void Maker::head() {
    page.id = qs(explanation.id);
    page.heading = page.id;
    page.detail = (isOfAccount(explanation) ? say(QT_TRANSLATE_NOOP("DecisionPage", "Account %1, %2"))
                                            : say(QT_TRANSLATE_NOOP("DecisionPage", "%1, %2")))
                      .arg(customerName(explanation), words.time(explanation.entry.time));
    page.sentence = decisionSentence(explanation, words);
    page.verified = explanation.hashVerified;
    page.verifiedText = page.verified ? say(QT_TRANSLATE_NOOP("DecisionPage", "Record verified"))
                                      : say(QT_TRANSLATE_NOOP("DecisionPage", "Record does not match its hash"));
    if (const Candidate* candidate = toldCandidate(explanation)) {
        page.agent = candidate->agent != 0 ? words.agent(name(candidate->agent)) : QString();
        if (const governance::Ruling* ruling = toldRuling(explanation))
            page.risk = riskMark(ruling->risk);
    }
    if (explanation.decision) {
        QStringList journeys;
        for (const audit::DueAgent& due : explanation.decision->due)
            if (const QString journey = words.journey(name(due.journey)); !journeys.contains(journey))
                journeys.append(journey);
        page.documents = journeys.join(QStringLiteral(", "));
        page.arm = armWords(explanation.decision->arm);
        page.trigger = triggerWords(*explanation.decision);
    } else if (explanation.drawn) {
        page.documents = words.journey(name(explanation.drawn->journey));
        page.arm = armWords(explanation.drawn->arm);
    }
}

void Maker::evidence() {
    page.evidenceTitle =
        say(QT_TRANSLATE_NOOP("DecisionPage", "1  Evidence as it was, %1")).arg(words.time(explanation.entry.time));
    if (!explanation.decision)
        return;
    for (const audit::Evidence& fact : explanation.decision->evidence) {
        const std::string& id = name(fact.name);
        page.inputs.append({words.fact(id), words.value(id, fact.value), qs(id), fact.value.isNull()});
    }
    page.read = readScores(explanation.decision->reading, explanation.symbols, words);
}

void Maker::past() {
    for (const session::PastInteraction& one : explanation.past) {
        QStringList terms;
        for (const auto& match : one.terms)
            terms.append(qs(match.term));
        const QString what = one.ours ? words.action(one.what) : qs(one.what);
        page.past.append({one.ours ? QStringLiteral("arrow-right") : QStringLiteral("event"), Ink::Text2, what,
                          one.ours ? say(QT_TRANSLATE_NOOP("DecisionPage", "went out")) : QString(),
                          say(QT_TRANSLATE_NOOP("DecisionPage", "in common: %1")).arg(terms.join(QStringLiteral(", "))),
                          words.time(one.time)});
    }
}

/// Stage, leading intent, sentiment; then the inputs that moved the prediction most; then what the agent reads and was
/// missing.
void Maker::strip(const Candidate* chosen) {
    const audit::DecisionRecord& record = *explanation.decision;
    const interpretation::Reading& reading = record.reading;
    if (reading.stage != 0)
        page.strip.append(
            {say(QT_TRANSLATE_NOOP("DecisionPage", "Stage")), words.stage(name(reading.stage)),
             reading.previousStage != 0
                 ? say(QT_TRANSLATE_NOOP("DecisionPage", "was %1")).arg(words.stage(name(reading.previousStage)))
                 : QString(),
             false});
    if (reading.leadingIntent != 0)
        page.strip.append({words.intent(name(reading.leadingIntent)), numberWords(reading.leadingIntentValue),
                           say(QT_TRANSLATE_NOOP("DecisionPage", "leading intent")), false});
    page.strip.append({say(QT_TRANSLATE_NOOP("DecisionPage", "Sentiment")), numberWords(reading.sentiment.value),
                       say(QT_TRANSLATE_NOOP("DecisionPage", "of −1 to 1")), false});
    std::vector<planning::Term> terms = chosen ? chosen->score.terms : std::vector<planning::Term>();
    std::stable_sort(terms.begin(), terms.end(), [](const planning::Term& a, const planning::Term& b) {
        return std::abs(a.amount) > std::abs(b.amount);
    });
    const auto factOf = [&](Sym field) {
        return std::find_if(record.evidence.begin(), record.evidence.end(),
                            [&](const audit::Evidence& fact) { return fact.name == field; });
    };
    qsizetype shown = 0;
    for (const planning::Term& term : terms) {
        const auto fact = factOf(term.field);
        if (fact == record.evidence.end() || fact->value.isNull() || name(term.field) == "sentiment" || shown == 3)
            continue;
        ++shown;
        page.strip.append({words.fact(name(term.field)), words.value(name(term.field), fact->value),
                           say(QT_TRANSLATE_NOOP("DecisionPage", "moves it by %1")).arg(numberWords(term.amount, 3)),
                           false});
    }
    const documents::Workspace* workspace = words.workspace();
    const documents::Agent* agent =
        chosen && workspace && workspace->agents ? workspace->agents->find(name(chosen->agent)) : nullptr;
    for (const audit::Evidence& fact : record.evidence)
        if (fact.value.isNull() && agent && page.strip.size() < 8 &&
            std::find(agent->inputs.begin(), agent->inputs.end(), name(fact.name)) != agent->inputs.end())
            page.strip.append(
                {words.fact(name(fact.name)), {}, say(QT_TRANSLATE_NOOP("DecisionPage", "counted as unknown")), true});
}

DecisionPage::CandidateLine Maker::candidateLine(const Candidate& candidate, bool chosen) const {
    DecisionPage::CandidateLine line;
    line.mark = candidate.action == 0 ? look(ChannelMark::Wait) : channelLook(candidate.channel);
    line.name = words.action(name(candidate.action));
    line.gate = candidate.gate;
    line.chosen = chosen;
    line.detail = candidateDetail(candidate);
    if (chosen)
        line.removedBy = say(QT_TRANSLATE_NOOP("DecisionPage", "chosen, probability %1"))
                             .arg(numberWords(candidate.score.probability));
    else if (candidate.gate < Gate::Stayed)
        line.removedBy = removedWords(name(candidate.removedBy), name(candidate.action),
                                      contactName(explanation, candidate, words), isOfAccount(explanation), words);
    if (candidate.scored || candidate.gate >= Gate::Arbitration)
        line.value = words.money(candidate.score.priority);
    return line;
}

/// The slot where there are several choices; what differs among the candidates of one action; what they share.
QString Maker::candidateDetail(const Candidate& candidate) const {
    QStringList first, rest;
    const planning::Plan* plan = explanation.decision ? &explanation.decision->plan : nullptr;
    if (plan && plan->choices.size() > 1)
        for (const planning::SlotChoice& choice : plan->choices)
            if (standsFor(candidate, choice))
                first.append(slotWords(explanation, choice, words));
    const auto add = [&](const QString& text, const auto& member) {
        const bool differs = plan && std::any_of(plan->candidates.begin(), plan->candidates.end(), [&](const auto& c) {
                                 return c.action == candidate.action && !(member(c) == member(candidate));
                             });
        if (!text.isEmpty())
            (differs ? first : rest).append(text);
    };
    if (candidate.action != 0) {
        if (const QString contact = contactName(explanation, candidate, words); !contact.isEmpty())
            first.append(say(QT_TRANSLATE_NOOP("DecisionPage", "to %1")).arg(contact));
        add(candidate.content != 0 ? readable(name(candidate.content)) : QString(),
            [](const Candidate& c) { return c.content; });
        add(candidate.tone != 0 ? readable(name(candidate.tone)) : QString(),
            [](const Candidate& c) { return c.tone; });
        add(candidate.discount.isZero() ? QString() : percentWords(candidate.discount.toDouble()),
            [](const Candidate& c) { return c.discount; });
        const bool later = candidate.sendAt > explanation.entry.time && !candidate.sendAt.isNever();
        add(later ? words.time(candidate.sendAt) : say(QT_TRANSLATE_NOOP("DecisionPage", "at once")),
            [](const Candidate& c) { return c.sendAt.ms; });
        add(candidate.agent != 0 ? words.agent(name(candidate.agent)) : QString(),
            [](const Candidate& c) { return c.agent; });
    } else if (plan && !plan->waitUntil.isNever()) {
        rest.append(say(QT_TRANSLATE_NOOP("DecisionPage", "look again %1")).arg(words.time(plan->waitUntil)));
    }
    return (first + rest).join(QStringLiteral(", "));
}

/// What the slots chose that the page is not about.
void Maker::otherChoices() {
    const audit::DecisionRecord& record = *explanation.decision;
    const planning::SlotChoice* told = toldChoice(explanation);
    for (std::size_t i = 0; i < record.plan.choices.size(); ++i) {
        const planning::SlotChoice& choice = record.plan.choices[i];
        if (&choice == told || choice.chosen >= record.plan.candidates.size())
            continue;
        const Candidate& chosen = record.plan.candidates[choice.chosen];
        const bool waited = chosen.action == 0;
        const MarkLook mark = waited ? look(ChannelMark::Wait) : channelLook(chosen.channel);
        const QString did = waited ? say(QT_TRANSLATE_NOOP("DecisionPage", "waited"))
                            : i < record.rulings.size()
                                ? say(QT_TRANSLATE_NOOP("DecisionPage", "“%1”, %2"))
                                      .arg(words.action(name(chosen.action)), rulingWords(record.rulings[i].kind))
                                : words.action(name(chosen.action));
        page.then.append({mark.icon,
                          mark.ink,
                          say(QT_TRANSLATE_NOOP("DecisionPage", "%1:")).arg(slotWords(explanation, choice, words)),
                          did,
                          say(QT_TRANSLATE_NOOP("DecisionPage", "chosen at the same moment, probability %1"))
                              .arg(numberWords(choice.probability)),
                          {}});
    }
}

void Maker::candidates() {
    const planning::Plan& plan = explanation.decision->plan;
    const planning::SlotChoice* told = toldChoice(explanation);
    std::vector<bool> chosen(plan.candidates.size());
    for (const planning::SlotChoice& choice : plan.choices)
        if (choice.chosen < chosen.size())
            chosen[choice.chosen] = true;
    std::vector<std::size_t> order(plan.candidates.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    // The told choice's candidates, then each other choice's, then those that nothing was chosen for.
    const auto group = [&](std::size_t i) {
        for (std::size_t c = 0; c < plan.choices.size(); ++c)
            if (standsFor(plan.candidates[i], plan.choices[c]))
                return &plan.choices[c] == told ? std::size_t(0) : c + 1;
        return plan.choices.size() + 1;
    };
    const auto rank = [&](std::size_t i) { return chosen[i] ? 100 : static_cast<int>(plan.candidates[i].gate); };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (group(a) != group(b))
            return group(a) < group(b);
        if (rank(a) != rank(b))
            return rank(a) > rank(b);
        return plan.candidates[a].score.priority > plan.candidates[b].score.priority;
    });
    int stayed = 0;
    for (const std::size_t i : order) {
        stayed += chosen[i] || plan.candidates[i].gate >= Gate::Stayed ? 1 : 0;
        page.candidates.append(candidateLine(plan.candidates[i], chosen[i]));
    }
    const int removed = static_cast<int>(order.size()) - stayed;
    page.candidatesTitle =
        say(QT_TRANSLATE_NOOP("DecisionPage", "2  Candidates: %1 through 7 gates")).arg(order.size());
    page.candidatesNote = say(QT_TRANSLATE_NOOP("DecisionPage", "%1 stayed in, %2 removed")).arg(stayed).arg(removed);
}

void Maker::certainty(const Candidate& candidate, const planning::SlotChoice& choice) {
    const planning::ScoreParts& score = candidate.score;
    const auto add = [&](const char* label, const QString& value) { page.certainty.append({say(label), value}); };
    add(QT_TRANSLATE_NOOP("DecisionPage", "Leader beats every other action"), numberWords(choice.confidence));
    add(QT_TRANSLATE_NOOP("DecisionPage", "Chance of success, 90 % range"),
        say(QT_TRANSLATE_NOOP("DecisionPage", "%1 to %2"))
            .arg(numberWords(score.outcomeLow), numberWords(score.outcomeHigh)));
    add(QT_TRANSLATE_NOOP("DecisionPage", "Choice probability"), numberWords(choice.probability));
    timing(candidate, choice);
    turns();
    add(QT_TRANSLATE_NOOP("DecisionPage", "Exploration"),
        choice.explored ? say(QT_TRANSLATE_NOOP("DecisionPage", "yes, not the leader"))
                        : say(QT_TRANSLATE_NOOP("DecisionPage", "no, the leader")));
    add(QT_TRANSLATE_NOOP("DecisionPage", "Number drawn"), numberWords(choice.draw, 3));
    add(QT_TRANSLATE_NOOP("DecisionPage", "Outcomes learned from before"),
        QLocale().toString(static_cast<qulonglong>(explanation.decision->modelUpdates)));
}

/// When the chosen contact goes out, why then, and how often its agent writes. Of a wait, what every agent keeps to.
void Maker::timing(const Candidate& candidate, const planning::SlotChoice& choice) {
    const planning::Plan& plan = explanation.decision->plan;
    for (const planning::SendHour& hour : plan.sendHours)
        if (hour.candidate == choice.chosen)
            page.certainty.append(
                {say(QT_TRANSLATE_NOOP("DecisionPage", "Hour, by the customer's clock")),
                 hour.contacts == 0
                     ? say(QT_TRANSLATE_NOOP("DecisionPage", "%1, probability %2; nothing known of this customer yet"))
                           .arg(hourWords(hour.hour), numberWords(hour.probability))
                     : say(QT_TRANSLATE_NOOP("DecisionPage",
                                             "%1, probability %2; answers best around %3 (contacts: %4)"))
                           .arg(hourWords(hour.hour), numberWords(hour.probability), hourWords(hour.estimate))
                           .arg(hour.contacts)});
    for (const planning::ContactGap& gap : plan.gaps) {
        if (candidate.action != 0 && gap.agent != candidate.agent)
            continue;
        const QString least = say(QT_TRANSLATE_NOOP("DecisionPage", "at least %1")).arg(lengthWords(gap.gap));
        page.certainty.append(
            {candidate.action != 0 ? say(QT_TRANSLATE_NOOP("DecisionPage", "Time between contacts"))
                                   : say(QT_TRANSLATE_NOOP("DecisionPage", "Time between contacts, %1"))
                                         .arg(words.agent(name(gap.agent))),
             gap.until > explanation.entry.time
                 ? say(QT_TRANSLATE_NOOP("DecisionPage", "%1; none before %2")).arg(least, words.time(gap.until))
                 : least});
    }
}

/// Where two agents' candidates were worth about the same: whose turn it was, and why.
void Maker::turns() {
    const planning::Plan& plan = explanation.decision->plan;
    for (const planning::Arbitration& one : plan.arbitrations) {
        const Candidate &first = plan.candidates[one.first], &second = plan.candidates[one.second];
        const QString left = words.action(name(first.action)), right = words.action(name(second.action));
        const QString why =
            one.by == planning::Precedence::Preference
                ? say(QT_TRANSLATE_NOOP("DecisionPage", "“%1” before “%2”: the customer prefers the channel"))
                      .arg(left, right)
            : one.firstContact.ms == INT64_MIN
                ? say(QT_TRANSLATE_NOOP("DecisionPage", "“%1” before “%2”: its agent has not been in touch yet"))
                      .arg(left, right)
                : say(QT_TRANSLATE_NOOP("DecisionPage", "“%1” before “%2”: its agent was in touch longest ago, %3"))
                      .arg(left, right, words.time(one.firstContact));
        page.certainty.append({say(QT_TRANSLATE_NOOP("DecisionPage", "Worth about the same")), why});
    }
}

/// Policies that removed candidates, with how many; then the soft ones that took money from the chosen one.
void Maker::policies() {
    QStringList order;
    std::map<QString, int> counts;
    for (const Candidate& candidate : explanation.decision->plan.candidates) {
        const std::string& by = name(candidate.removedBy);
        if (candidate.gate >= Gate::Stayed || !by.starts_with("policies/"))
            continue;
        const QString policy = words.reason(by);
        if (counts[policy]++ == 0)
            order.append(policy);
    }
    for (const QString& policy : std::as_const(order))
        page.policies.append({QStringLiteral("cross"),
                              Ink::RiskHigh,
                              {},
                              policy,
                              {},
                              say(QT_TRANSLATE_NOOP("DecisionPage", "removed %1")).arg(counts[policy])});
    int soft = 0;
    if (const Candidate* chosen = toldCandidate(explanation))
        for (const planning::Penalty& penalty : chosen->score.penalties) {
            ++soft;
            page.policies.append({QStringLiteral("warning"),
                                  Ink::RiskMedium,
                                  {},
                                  words.reason(name(penalty.policy)),
                                  {},
                                  say(QT_TRANSLATE_NOOP("DecisionPage", "soft, %1")).arg(words.money(penalty.amount))});
        }
    page.policiesTitle =
        say(QT_TRANSLATE_NOOP("DecisionPage", "4  Policies: %1 removed, %2 soft")).arg(order.size()).arg(soft);
}

/// What decision tables answered on the way: the rows, as people number them, and what is noted beside them.
void Maker::tables() {
    for (const rules::TableFiring& firing : explanation.decision->tables) {
        const documents::DecisionTable* known = nullptr;
        if (words.workspace())
            for (const auto& table : words.workspace()->tables)
                if (table->id == firing.table)
                    known = table.get();
        QStringList rows, notes;
        for (const int row : firing.rows) {
            rows.append(QLocale().toString(row + 1));
            if (known && static_cast<std::size_t>(row) < known->rows.size() &&
                !known->rows[static_cast<std::size_t>(row)].note.empty())
                notes.append(qs(known->rows[static_cast<std::size_t>(row)].note));
        }
        const QString list = rows.join(QStringLiteral(", "));
        const bool failed = !firing.error.empty();
        page.policies.append({failed ? QStringLiteral("warning") : QStringLiteral("list"),
                              failed ? Ink::RiskHigh : Ink::Text2, say(QT_TRANSLATE_NOOP("DecisionPage", "Table")),
                              known && !known->name.empty() ? qs(known->name) : readable(firing.table),
                              failed ? tableErrorWords(firing.error) : notes.join(QStringLiteral("; ")),
                              list.isEmpty() ? say(QT_TRANSLATE_NOOP("DecisionPage", "no row"))
                                             : say(QT_TRANSLATE_NOOP("DecisionPage", "row %1")).arg(list)});
    }
}

void Maker::ruling() {
    const governance::Ruling* ruling = toldRuling(explanation);
    if (!ruling)
        return;
    DecisionPage::Line line{QStringLiteral("shield"),  Ink::Text2, say(QT_TRANSLATE_NOOP("DecisionPage", "5 Ruling")),
                            rulingWords(ruling->kind), {},         {}};
    QStringList notes;
    if (ruling->cell != 0)
        notes.append(
            say(QT_TRANSLATE_NOOP("DecisionPage", "Cell of the matrix: %1")).arg(words.cell(name(ruling->cell))));
    if (ruling->baseRisk != ruling->risk) {
        QStringList by;
        for (const Sym raise : ruling->raisedBy)
            by.append(words.condition(name(raise)));
        notes.append(say(QT_TRANSLATE_NOOP("DecisionPage", "risk raised from %1 to %2: %3"))
                         .arg(look(riskMark(ruling->baseRisk)).text, look(riskMark(ruling->risk)).text,
                              by.join(QStringLiteral(", "))));
    }
    for (const Sym exception : ruling->exceptions)
        notes.append(say(QT_TRANSLATE_NOOP("DecisionPage", "exception: %1")).arg(words.condition(name(exception))));
    if (ruling->heldBy != 0)
        notes.append(say(QT_TRANSLATE_NOOP("DecisionPage", "held by %1 until %2"))
                         .arg(words.reason(name(ruling->heldBy)), words.time(ruling->holdUntil)));
    if (ruling->reviewSampled)
        notes.append(say(QT_TRANSLATE_NOOP("DecisionPage", "drawn for a review afterwards")));
    line.note = notes.join(QStringLiteral("; "));
    page.then.append(line);
}

} // namespace

DecisionPage decisionPage(const Explanation& explanation, const RecordWords& words) {
    Maker maker{explanation, words};
    maker.head();
    maker.evidence();
    maker.past();
    const Candidate* chosen = toldCandidate(explanation);
    if (explanation.decision) {
        maker.strip(chosen);
        maker.candidates();
        maker.policies();
        maker.tables();
        const planning::SlotChoice* choice = toldChoice(explanation);
        if (chosen && choice) {
            maker.page.scoreTitle = say(QT_TRANSLATE_NOOP("DecisionPage", "3  Score: how %1 came about"))
                                        .arg(words.money(chosen->score.priority));
            maker.page.score = scoreSteps(chosen->score, explanation.symbols, words);
            maker.certainty(*chosen, *choice);
        }
    } else if (chosen) {
        maker.page.candidatesTitle = say(QT_TRANSLATE_NOOP("DecisionPage", "2  Drawn action through 7 gates"));
        maker.page.candidates.append(maker.candidateLine(*chosen, chosen->gate >= Gate::Stayed));
        if (chosen->gate >= Gate::Stayed)
            maker.page.candidates.last().removedBy = say(QT_TRANSLATE_NOOP("DecisionPage", "drawn in the journey"));
    }
    maker.ruling();
    if (explanation.decision)
        maker.page.then += stepLines(explanation, words);
    maker.page.then += handoffLines(explanation, words);
    if (explanation.decision)
        maker.otherChoices();
    maker.page.then += followUpLines(explanation, words);
    return maker.page;
}

} // namespace wayreeve::ui
