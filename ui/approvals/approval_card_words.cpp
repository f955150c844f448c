#include "ui/approvals/approval_words.h"

#include "session/handoff.h"
#include "ui/shell/handoff_words.h"
#include "ui/shell/subject_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace wayreeve::ui::approvals {

using planning::Candidate;
using planning::Gate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Approvals)
};

template <class List, class Item>
bool allows(const List& list, const Item& item) {
    return list.empty() || std::find(list.begin(), list.end(), item) != list.end();
}

bool binds(const documents::PolicyScope& scope, const Candidate& candidate, const documents::Action* action,
           const std::string& id) {
    if (!allows(scope.slots, candidate.slot) || !allows(scope.channels, candidate.channel) ||
        !allows(scope.actions, id))
        return false;
    return scope.tags.empty() || (action && std::any_of(action->tags.begin(), action->tags.end(), [&](const auto& tag) {
                                      return std::find(scope.tags.begin(), scope.tags.end(), tag) != scope.tags.end();
                                  }));
}

ChannelMark channelOf(const Candidate& candidate) {
    if (candidate.action == 0)
        return ChannelMark::Wait;
    const std::string_view id = documents::nameOf(candidate.channel);
    return channelFromId(QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())));
}

/// Hard policies that bind the action (it is here, so it passed them), then what soft ones took from its priority.
void addChecks(ApprovalCard& card, const WordContext& context, const governance::Proposal& proposal,
               const Candidate& candidate, const Symbols& symbols) {
    if (context.workspace && context.workspace->policies && context.workspace->actions) {
        const std::string& id = symbols.name(candidate.action);
        const documents::Action* action = context.workspace->actions->find(id);
        for (const documents::Policy& policy : context.workspace->policies->policies) {
            if (policy.strength != documents::PolicyStrength::Hard || !binds(policy.scope, candidate, action, id))
                continue;
            const bool quiet = policy.type == documents::PolicyType::QuietHours;
            const bool waits = quiet && proposal.notBefore > context.clock && !proposal.notBefore.isNever();
            card.checks.append({waits ? StatusMark::Paused : StatusMark::Ok,
                                QString::fromStdString(policy.name.empty() ? policy.id : policy.name),
                                waits ? Words::tr("waits") : Words::tr("passed")});
        }
    }
    for (const planning::Penalty& penalty : candidate.score.penalties)
        card.checks.append({StatusMark::Warning, RecordWords(context.workspace).reason(symbols.name(penalty.policy)),
                            Words::tr("soft, %1").arg(RecordWords(context.workspace).money(-penalty.amount))});
}

void addRemoved(ApprovalCard& card, const WordContext& context, const ApprovalItem& item, const planning::Plan& plan,
                const Symbols& symbols) {
    const RecordWords words(context.workspace);
    for (const Candidate& candidate : plan.candidates) {
        if (candidate.gate == Gate::Stayed || candidate.gate == Gate::Chosen || candidate.action == 0)
            continue;
        ApprovalCard::Check check{
            StatusMark::Error, actionName(context, symbols.name(candidate.action)),
            removedWords(symbols.name(candidate.removedBy), symbols.name(candidate.action),
                         candidate.contact == item.proposal.candidate.contact ? item.customer : QString(),
                         !item.account.isEmpty(), words)};
        const bool known = std::any_of(card.removed.begin(), card.removed.end(), [&check](const auto& other) {
            return other.text == check.text && other.note == check.note;
        });
        if (!known && card.removed.size() < 5)
            card.removed.append(std::move(check));
    }
}

/// The strongest of what moved the prediction away from its starting point; `field` 0 is that starting point.
QList<ApprovalCard::Reason> reasonsOf(const WordContext& context, const Candidate& candidate,
                                      const session::Explanation& explanation) {
    std::vector<planning::Term> terms;
    double all = 0;
    for (const planning::Term& term : candidate.score.terms)
        if (term.field != 0 && term.amount != 0) {
            terms.push_back(term);
            all += std::abs(term.amount);
        }
    std::stable_sort(terms.begin(), terms.end(),
                     [](const auto& a, const auto& b) { return std::abs(a.amount) > std::abs(b.amount); });
    if (terms.size() > 3)
        terms.resize(3);
    QList<ApprovalCard::Reason> reasons;
    const RecordWords words(context.workspace);
    for (const planning::Term& term : terms) {
        const std::string& name = explanation.symbols.name(term.field);
        QString label = name == "interactions"      ? Words::tr("How these facts come together")
                        : name == "customer-effect" ? Words::tr("What this customer answered to before")
                                                    : words.fact(name);
        for (const audit::Evidence& evidence : explanation.decision->evidence)
            if (evidence.name == term.field && !evidence.value.isNull())
                label = Words::tr("%1: %2").arg(label, words.value(name, evidence.value));
        reasons.append({label, std::abs(term.amount) / all, term.amount < 0});
    }
    return reasons;
}

ApprovalCard::Runner runnerOf(const WordContext& context, const Candidate& candidate, const Symbols& symbols) {
    QString name = actionName(context, symbols.name(candidate.action));
    if (!candidate.discount.isZero())
        name = Words::tr("%1, %2 %").arg(name, QLocale().toString(candidate.discount.toDouble() * 100, 'g', 4));
    return {channelOf(candidate),
            name,
            RecordWords(context.workspace).money(candidate.score.priority),
            candidate.score.outcomeLow,
            candidate.score.outcome,
            candidate.score.outcomeHigh,
            false};
}

ApprovalCard::CoreView coreViewOf(const WordContext& context, const session::Explanation& explanation,
                                  std::size_t choiceIndex) {
    ApprovalCard::CoreView view;
    const planning::Plan& plan = explanation.decision->plan;
    const planning::SlotChoice& choice = plan.choices[choiceIndex];
    const Candidate& chosen = plan.candidates[choice.chosen];
    view.confidence = choice.confidence;
    view.reasons = reasonsOf(context, chosen, explanation);
    std::vector<const Candidate*> others;
    for (const Candidate& candidate : plan.candidates)
        if (candidate.scored && candidate.slot == chosen.slot && &candidate != &chosen &&
            (candidate.gate == Gate::Stayed || candidate.gate == Gate::Chosen))
            others.push_back(&candidate);
    std::stable_sort(others.begin(), others.end(),
                     [](const auto* a, const auto* b) { return a->score.priority > b->score.priority; });
    view.runners.append(runnerOf(context, chosen, explanation.symbols));
    view.runners.front().chosen = true;
    for (const Candidate* other : others) {
        ApprovalCard::Runner runner = runnerOf(context, *other, explanation.symbols);
        const bool known = std::any_of(view.runners.begin(), view.runners.end(),
                                       [&runner](const auto& shown) { return shown.name == runner.name; });
        if (!known && view.runners.size() < 4) // of one action's contents the best
            view.runners.append(std::move(runner));
    }
    return view;
}

void addFacts(ApprovalCard& card, const WordContext& context, const session::Explanation& explanation) {
    const RecordWords words(context.workspace);
    if (explanation.customer) {
        const audit::CustomerRow& customer = *explanation.customer;
        card.facts.append({Words::tr("Known since"), dayText(context, customer.firstSeen)});
        if (customer.stage != 0)
            card.facts.append({Words::tr("Stage"), words.stage(explanation.symbols.name(customer.stage))});
        card.facts.append({Words::tr("Decisions so far"), QLocale().toString(customer.decisions)});
    }
    if (!explanation.decision)
        return;
    for (const audit::Evidence& evidence : explanation.decision->evidence) {
        const std::string& name = explanation.symbols.name(evidence.name);
        if (card.facts.size() >= 12)
            break;
        // What the event said stands in the story, the stage above.
        const bool* truth = evidence.value.boolean();
        if (evidence.value.isNull() || (truth && !*truth) || name.starts_with("event.") || name == "stage" ||
            name == "previous_stage" || name == "customer.arm" || name == "account.name")
            continue;
        const Decimal* number = evidence.value.number();
        if (number && number->isZero())
            continue;
        card.facts.append({words.fact(name), words.value(name, evidence.value)});
    }
}

} // namespace

ApprovalCard card(const WordContext& context, const ApprovalItem& item, const session::Explanation& explanation) {
    const governance::Proposal& proposal = item.proposal;
    const Symbols& symbols = explanation.symbols;
    ApprovalCard card;
    card.proposal = proposal.number;
    card.sentence = sentence(context, proposal, item.action, item.customer, item.account);
    card.because = because(context, proposal, symbols);
    card.undo = undoSentence(context, proposal, symbols.name(proposal.candidate.action));
    card.ifRejected = proposal.state == governance::ProposalState::Suggested
                          ? Words::tr("It is put aside. Nothing else follows from it.")
                          : rejectSentence(proposal);
    card.agrees = agreesText(proposal);
    card.core = ApprovalCard::CoreView{};
    card.core->drawn = true;
    const Candidate* chosen = &proposal.candidate;
    if (explanation.decision) {
        const auto& keys = explanation.decision->proposals;
        const auto at = static_cast<std::size_t>(std::find(keys.begin(), keys.end(), proposal.number) - keys.begin());
        const planning::Plan& plan = explanation.decision->plan;
        if (at < plan.choices.size() && plan.choices[at].chosen < plan.candidates.size()) {
            chosen = &plan.candidates[plan.choices[at].chosen];
            card.core = coreViewOf(context, explanation, at);
        }
        addRemoved(card, context, item, plan, symbols);
    }
    addChecks(card, context, proposal, *chosen, symbols);
    if (!item.account.isEmpty())
        card.facts = {{Words::tr("Account"), item.account},
                      {Words::tr("Receives it"),
                       proposal.candidate.contact != 0 ? item.customer : Words::tr("nobody in particular")}};
    addFacts(card, context, explanation);
    if (const auto packet = session::handoffText(proposal.body).packet)
        card.handoff = handoffWords(*packet, RecordWords(context.workspace));
    return card;
}

} // namespace wayreeve::ui::approvals
