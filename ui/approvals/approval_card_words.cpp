#include "ui/approvals/approval_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

#undef slots // a policy's scope has a member of that name

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

QString policyName(const WordContext& context, const std::string& element) {
    const std::string_view id = std::string_view(element).substr(element.rfind('/') + 1);
    if (context.workspace && context.workspace->policies)
        for (const documents::Policy& policy : context.workspace->policies->policies)
            if (policy.id == id && !policy.name.empty())
                return QString::fromStdString(policy.name);
    return readable(id);
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
        card.checks.append({StatusMark::Warning, policyName(context, symbols.name(penalty.policy)),
                            Words::tr("soft, −%1").arg(QLocale().toString(penalty.amount, 'f', 2))});
}

void addRemoved(ApprovalCard& card, const WordContext& context, const planning::Plan& plan, const Symbols& symbols) {
    for (const Candidate& candidate : plan.candidates) {
        if (candidate.gate == Gate::Stayed || candidate.gate == Gate::Chosen || candidate.action == 0)
            continue;
        ApprovalCard::Check check{StatusMark::Error, actionName(context, symbols.name(candidate.action)),
                                  policyName(context, symbols.name(candidate.removedBy))};
        const bool known = std::any_of(card.removed.begin(), card.removed.end(), [&check](const auto& other) {
            return other.text == check.text && other.note == check.note;
        });
        if (!known && card.removed.size() < 5)
            card.removed.append(std::move(check));
    }
}

/// The strongest of what moved the prediction away from its starting point; `field` 0 is that starting point.
QList<ApprovalCard::Reason> reasonsOf(const Candidate& candidate, const session::Explanation& explanation) {
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
    for (const planning::Term& term : terms) {
        const std::string& name = explanation.symbols.name(term.field);
        QString label = name == "interactions" ? Words::tr("How these facts come together") : readable(name);
        for (const audit::Evidence& evidence : explanation.decision->evidence)
            if (evidence.name == term.field)
                if (const Decimal* number = evidence.value.number())
                    label = Words::tr("%1: %2").arg(label, QLocale().toString(number->toDouble(), 'g', 6));
        if (!label.isEmpty())
            label[0] = label[0].toUpper();
        reasons.append({label, std::abs(term.amount) / all, term.amount < 0});
    }
    return reasons;
}

ApprovalCard::Runner runnerOf(const WordContext& context, const Candidate& candidate, const Symbols& symbols) {
    const std::string currency = context.workspace ? context.workspace->settings.currency : "EUR";
    QString name = actionName(context, symbols.name(candidate.action));
    if (!candidate.discount.isZero())
        name = Words::tr("%1, %2 %").arg(name, QLocale().toString(candidate.discount.toDouble() * 100, 'g', 4));
    return {channelOf(candidate),
            name,
            moneyText(candidate.score.priority, currency),
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
    view.reasons = reasonsOf(chosen, explanation);
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

QString valueText(const WordContext& context, const Value& value) {
    if (const Decimal* number = value.number())
        return QLocale().toString(number->toDouble(), 'g', 6);
    if (const bool* boolean = value.boolean())
        return *boolean ? Words::tr("yes") : Words::tr("no");
    if (const std::string* text = value.text())
        return QString::fromStdString(*text);
    if (const Instant* at = value.dateTime())
        return dayText(context, *at);
    return Words::tr("recorded");
}

void addFacts(ApprovalCard& card, const WordContext& context, const session::Explanation& explanation) {
    if (explanation.customer) {
        const audit::CustomerRow& customer = *explanation.customer;
        card.facts.append({Words::tr("Known since"), dayText(context, customer.firstSeen)});
        if (customer.stage != 0)
            card.facts.append({Words::tr("Stage"), readable(explanation.symbols.name(customer.stage))});
        card.facts.append({Words::tr("Decisions"), QLocale().toString(customer.decisions)});
    }
    if (!explanation.decision)
        return;
    for (const audit::Evidence& evidence : explanation.decision->evidence) {
        const std::string& name = explanation.symbols.name(evidence.name);
        if (card.facts.size() >= 10)
            break;
        if (evidence.value.isNull())
            continue;
        const Decimal* number = evidence.value.number();
        if (number && number->isZero())
            continue;
        card.facts.append({readable(name), valueText(context, evidence.value)});
    }
}

} // namespace

ApprovalCard card(const WordContext& context, const ApprovalItem& item, const session::Explanation& explanation) {
    const governance::Proposal& proposal = item.proposal;
    const Symbols& symbols = explanation.symbols;
    ApprovalCard card;
    card.proposal = proposal.number;
    card.sentence = sentence(context, proposal, item.action, item.customer);
    card.because = because(context, proposal, symbols);
    card.undo = undoSentence(context, proposal, symbols.name(proposal.candidate.action));
    card.ifRejected = rejectSentence(proposal);
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
        addRemoved(card, context, plan, symbols);
    }
    addChecks(card, context, proposal, *chosen, symbols);
    addFacts(card, context, explanation);
    return card;
}

} // namespace wayreeve::ui::approvals
