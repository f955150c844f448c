#include "ui/customers/customer_story.h"

#include "ui/customers/account_words.h"
#include "ui/customers/evidence_words.h"
#include "ui/shell/subject_words.h"
#include "ui/text/error_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

namespace wayreeve::ui {

namespace {

using documents::Channel;

constexpr std::array channels{Channel::Email, Channel::InApp,   Channel::Web, Channel::Sms,
                              Channel::Call,  Channel::Support, Channel::Ads};

QString say(const char* text) {
    return QCoreApplication::translate("CustomerStory", text);
}

QString qs(const std::string& text) {
    return QString::fromStdString(text).simplified();
}

QString causeWords(bool probable, double probability) {
    return probable
               ? say(QT_TRANSLATE_NOOP("CustomerStory", "they look like one person (%1)")).arg(numberWords(probability))
               : say(QT_TRANSLATE_NOOP("CustomerStory", "an id that both had used"));
}

struct Teller {
    const CustomerRecords& records;
    const RecordWords& words;
    CustomerStory story{};
    std::set<Sym> lastRemoved{};
    struct Sent {
        std::size_t item;
        QString whom; ///< "to Filip N. (admin)" of an account, for which account of a person; empty = the customer
    };
    std::map<std::uint64_t, Sent> sent{}; ///< item of each dispatch

    const std::string& name(Sym symbol) const { return records.symbols.name(symbol); }
    QString id(std::uint64_t key) const { return qs(audit::idText(records.tag, key)); }

    StoryItem& add(Instant at, Channel channel, const QString& title, const QString& detail = {}) {
        StoryItem item;
        item.at = at;
        item.channel = channel;
        item.title = title;
        item.detail = detail;
        story.items.push_back(std::move(item));
        return story.items.back();
    }
    void event(const perception::Event& event);
    void consents(std::span<const perception::Event> events);
    void decision(const audit::Entry& entry);
    void notSent(const audit::Entry& entry, const audit::DecisionRecord& record);
    void drawn(const audit::Entry& entry);
    void person(const audit::Entry& entry);
    void proposal(const audit::Entry& entry);
    void dispatch(const audit::Entry& entry);
    void sentItem(Instant at, const execution::Dispatch& message, const QString& whom);
    QString contactOf(std::uint32_t contact, Sym action) const;
    void outcome(const audit::Entry& entry);
    void merge(const audit::Entry& entry);
    void unmerge(const audit::Entry& entry);
    void merges();
    void knowledge();
    void catchUp(audit::CustomerRow& row) const;
    void identity();
    void entry(const audit::Entry& entry);
};

void Teller::event(const perception::Event& event) {
    QStringList detail;
    // Words say more than numbers: they come first.
    const Context* properties = event.properties.context();
    for (const bool text : {true, false})
        for (const auto& [key, value] : properties ? *properties : Context())
            if (detail.size() < 2 && !value.isNull() && !value.list() && !value.context() &&
                (value.text() != nullptr) == text)
                detail.append(say(QT_TRANSLATE_NOOP("CustomerStory", "%1: %2"))
                                  .arg(readable(key), words.value(key, value).left(80)));
    StoryItem& item = add(event.time, laneOf(event), qs(event.name), detail.join(QStringLiteral(", ")));
    item.icon = QStringLiteral("event");
    if (event.name == "Consent Changed") {
        item.icon = QStringLiteral("shield");
        item.title = event.properties.member("granted").isTrue()
                         ? say(QT_TRANSLATE_NOOP("CustomerStory", "Consent given"))
                         : say(QT_TRANSLATE_NOOP("CustomerStory", "Consent withdrawn"));
    }
}

/// Several statements of one moment as one line.
void Teller::consents(std::span<const perception::Event> events) {
    QStringList given, refused;
    for (const perception::Event& event : events) {
        const std::string stated = event.properties.member("channel").toText();
        const auto channel = std::find_if(channels.begin(), channels.end(),
                                          [&](Channel each) { return stated == documents::nameOf(each); });
        const QString purpose = readable(event.properties.member("purpose").toText());
        const QString what = channel != channels.end() ? channelLook(*channel).text : purpose;
        (event.properties.member("granted").isTrue() ? given : refused).append(what);
    }
    QStringList parts;
    if (!given.isEmpty())
        parts.append(say(QT_TRANSLATE_NOOP("CustomerStory", "yes: %1")).arg(given.join(QStringLiteral(", "))));
    if (!refused.isEmpty())
        parts.append(say(QT_TRANSLATE_NOOP("CustomerStory", "no: %1")).arg(refused.join(QStringLiteral(", "))));
    StoryItem& item = add(events.front().time, Channel::Web, say(QT_TRANSLATE_NOOP("CustomerStory", "Consent stated")),
                          parts.join(QStringLiteral("; ")));
    item.icon = QStringLiteral("shield");
}

/// Candidates that rules kept back, once for as long as they stay the same.
void Teller::notSent(const audit::Entry& entry, const audit::DecisionRecord& record) {
    std::set<Sym> removed;
    QStringList actions, reasons;
    for (const planning::Candidate& candidate : record.plan.candidates) {
        const bool ruledOut = candidate.gate == planning::Gate::HardConstraint ||
                              candidate.gate == planning::Gate::Cap || candidate.gate == planning::Gate::Eligibility;
        if (candidate.action == 0 || !ruledOut || !removed.insert(candidate.action).second)
            continue;
        actions.append(words.action(name(candidate.action)));
        if (const QString reason =
                removedWords(name(candidate.removedBy), name(candidate.action), {}, records.customer.isAccount, words);
            !reasons.contains(reason))
            reasons.append(reason);
    }
    if (removed == lastRemoved)
        return;
    lastRemoved = removed;
    if (actions.isEmpty())
        return;
    StoryItem& item =
        add(entry.time, Channel::None,
            say(QT_TRANSLATE_NOOP("CustomerStory", "Not sent: %1")).arg(actions.join(QStringLiteral(", "))),
            reasons.join(QStringLiteral(", ")));
    item.notSent = true;
    item.icon = QStringLiteral("cross");
    item.decision = id(record.key);
}

void Teller::decision(const audit::Entry& entry) {
    const auto record = audit::decodeDecision(entry);
    if (!record)
        return;
    story.stage = words.stage(name(record->reading.stage));
    story.intents.clear();
    for (const interpretation::Score& intent : record->reading.intents)
        story.intents.append({words.intent(name(intent.id)), numberWords(intent.value)});
    notSent(entry, *record);
    for (std::size_t i = 0; i < record->plan.choices.size(); ++i) {
        const planning::SlotChoice& choice = record->plan.choices[i];
        if (choice.chosen >= record->plan.candidates.size())
            continue;
        const planning::Candidate& candidate = record->plan.candidates[choice.chosen];
        const QString action = words.action(name(candidate.action));
        if (candidate.action == 0) {
            StoryItem& item = add(entry.time, Channel::None, say(QT_TRANSLATE_NOOP("CustomerStory", "Waited")),
                                  say(QT_TRANSLATE_NOOP("CustomerStory", "%1 candidates, %2"))
                                      .arg(record->plan.candidates.size())
                                      .arg(triggerWords(*record)));
            item.icon = QStringLiteral("wait");
            item.decision = id(record->key);
            continue;
        }
        const governance::Ruling* ruling = i < record->rulings.size() ? &record->rulings[i] : nullptr;
        QStringList detail;
        if (candidate.contact != 0)
            detail.append(contactOf(candidate.contact - 1, candidate.action));
        if (ruling)
            detail.append(rulingWords(ruling->kind));
        StoryItem& item = add(entry.time, Channel::None, action, detail.join(QStringLiteral(", ")));
        item.icon = QStringLiteral("agent");
        item.ink = Ink::Accent;
        item.decision = id(record->key);
        if (ruling) {
            item.risk = riskMark(ruling->risk);
            item.notSent = ruling->kind == governance::RulingKind::Refuse;
        }
    }
}

void Teller::drawn(const audit::Entry& entry) {
    const auto record = audit::decodeDrawn(entry);
    if (!record)
        return;
    const bool removed = record->candidate.gate < planning::Gate::Stayed;
    const QString action = words.action(name(record->candidate.action));
    StoryItem& item =
        add(entry.time, Channel::None,
            removed ? say(QT_TRANSLATE_NOOP("CustomerStory", "Not sent: %1")).arg(action) : action,
            removed ? words.reason(name(record->candidate.removedBy))
                    : say(QT_TRANSLATE_NOOP("CustomerStory", "drawn in %1")).arg(words.journey(name(record->journey))));
    item.notSent = removed;
    item.icon = removed ? QStringLiteral("cross") : QStringLiteral("journeys");
    item.decision = id(record->key);
}

void Teller::person(const audit::Entry& entry) {
    const auto record = audit::decodePerson(entry);
    if (!record || entry.kind == audit::EntryKind::Claim || entry.kind == audit::EntryKind::Release)
        return;
    const QString who = words.person(record->person);
    const QString what = entry.kind == audit::EntryKind::Edit
                             ? say(QT_TRANSLATE_NOOP("CustomerStory", "%1 changed the text"))
                         : record->verdict == "approve" ? say(QT_TRANSLATE_NOOP("CustomerStory", "%1 approved"))
                                                        : say(QT_TRANSLATE_NOOP("CustomerStory", "%1 rejected"));
    StoryItem& item = add(entry.time, Channel::None, what.arg(who), qs(record->reason));
    item.icon = QStringLiteral("person");
    item.notSent = record->verdict == "reject";
    item.decision = id(record->decision);
}

void Teller::proposal(const audit::Entry& entry) {
    const auto record = audit::decodeProposal(entry);
    if (!record)
        return;
    QStringList reasons;
    for (const Sym reason : record->reasons)
        reasons.append(words.reason(name(reason)));
    StoryItem& item = add(entry.time, Channel::None,
                          say(QT_TRANSLATE_NOOP("CustomerStory", "Not sent: %1")).arg(stateWords(record->state)),
                          reasons.join(QStringLiteral(", ")));
    item.icon = QStringLiteral("hourglass");
    item.notSent = true;
    item.decision = id(record->decision);
}

void Teller::dispatch(const audit::Entry& entry) {
    const auto record = audit::decodeDispatch(entry);
    if (!record)
        return;
    const execution::Dispatch& message = record->dispatch;
    if (const auto known = sent.find(message.number); known != sent.end()) {
        const QString state = stateWords(message.state);
        story.items[known->second.item].detail =
            known->second.whom.isEmpty()
                ? state
                : say(QT_TRANSLATE_NOOP("CustomerStory", "%1, %2")).arg(known->second.whom, state);
        return;
    }
    const auto other = records.others.find(entry.customer);
    sentItem(entry.time, message,
             entry.customer != records.customer.number && other != records.others.end() && other->second.isAccount
                 ? say(QT_TRANSLATE_NOOP("CustomerStory", "for the account “%1”")).arg(subjectName(other->second))
                 : QString());
}

void Teller::sentItem(Instant at, const execution::Dispatch& message, const QString& whom) {
    const MarkLook mark = channelLook(message.channel);
    const QString state = stateWords(message.state);
    StoryItem& item = add(at, message.channel, words.action(name(message.action)),
                          whom.isEmpty() ? state : say(QT_TRANSLATE_NOOP("CustomerStory", "%1, %2")).arg(whom, state));
    item.icon = mark.icon;
    item.ink = mark.ink;
    item.decision = id(message.decision);
    sent.emplace(message.number, Sent{story.items.size() - 1, whom});
}

QString Teller::contactOf(std::uint32_t contact, Sym action) const {
    const auto row = records.others.find(contact);
    const QString who =
        row == records.others.end()
            ? QStringLiteral("#%1").arg(contact)
            : contactWords(subjectName(row->second), contactRole(row->second, records.symbols, name(action), words));
    return say(QT_TRANSLATE_NOOP("CustomerStory", "to %1")).arg(who);
}

void Teller::outcome(const audit::Entry& entry) {
    const auto record = audit::decodeOutcome(entry);
    if (!record || record->outcome.kind == learning::OutcomeKind::WindowClosed)
        return;
    const learning::Outcome& result = record->outcome;
    const bool goal = result.kind == learning::OutcomeKind::Goal;
    StoryItem& item =
        add(result.at, Channel::None,
            goal ? say(QT_TRANSLATE_NOOP("CustomerStory", "Outcome: %1")).arg(words.goal(name(result.goal)))
                 : say(QT_TRANSLATE_NOOP("CustomerStory", "Harm: %1")).arg(words.reason(name(result.event))),
            words.money(result.money));
    item.icon = goal ? QStringLiteral("outcome") : QStringLiteral("warning");
    item.ink = goal ? Ink::Accent : Ink::RiskMedium;
    if (result.decision != 0)
        item.decision = id(result.decision);
}

void Teller::merge(const audit::Entry& entry) {
    const auto record = audit::decodeMerge(entry);
    if (!record)
        return;
    ++story.merged;
    StoryItem& item = add(entry.time, Channel::None, say(QT_TRANSLATE_NOOP("CustomerStory", "Two profiles became one")),
                          causeWords(record->probable, record->probability));
    item.icon = QStringLiteral("people");
}

void Teller::unmerge(const audit::Entry& entry) {
    const auto record = audit::decodeUnmerge(entry);
    if (!record)
        return;
    --story.merged;
    StoryItem& item =
        add(entry.time, Channel::None, say(QT_TRANSLATE_NOOP("CustomerStory", "One profile became two again")),
            say(QT_TRANSLATE_NOOP("CustomerStory", "%1: %2")).arg(words.person(record->person), qs(record->reason)));
    item.icon = QStringLiteral("people");
}

/// Why others are part of this customer, and whether that can be undone.
void Teller::merges() {
    constexpr std::size_t mostEvidence = 5;
    for (const session::MergeShown& merge : records.merges) {
        CustomerStory::Merge one;
        one.customer = QStringLiteral("#%1").arg(merge.gone);
        one.who = merge.goneKey.empty() ? one.customer : qs(merge.goneKey);
        one.cause = say(QT_TRANSLATE_NOOP("CustomerStory", "%1, %2"))
                        .arg(causeWords(merge.probable, merge.probability), words.time(merge.at));
        for (std::size_t i = 0; i < merge.evidence.size() && i < mostEvidence; ++i)
            one.evidence.append({evidenceWords(merge.evidence[i].first),
                                 (merge.evidence[i].second > 0 ? QStringLiteral("+") : QString()) +
                                     numberWords(merge.evidence[i].second)});
        if (merge.undone)
            one.undone = say(QT_TRANSLATE_NOOP("CustomerStory", "Undone by %1: %2"))
                             .arg(words.person(merge.undoneBy), qs(merge.undoneWhy));
        one.undoable = merge.undoable;
        story.merges.append(std::move(one));
    }
}

/// Whether what follows is what the run knows now.
void Teller::knowledge() {
    if (records.states.unknown) {
        story.toBeAsked = records.states.unknown->code == "customer.not-asked";
        story.unknown = text::errorText(*records.states.unknown);
        return;
    }
    if (records.states.asked)
        story.asOf = words.time(records.states.asOf);
    story.kept = records.memory.has_value();
    for (const audit::Entry& entry : records.entries)
        if (entry.kind == audit::EntryKind::Merge) {
            if (const auto merged = audit::decodeMerge(entry); merged && merged->younger == records.customer.number)
                story.partOf = QStringLiteral("#%1").arg(merged->older);
        } else if (entry.kind == audit::EntryKind::Unmerge) {
            if (const auto apart = audit::decodeUnmerge(entry); apart && apart->younger == records.customer.number)
                story.partOf.clear();
        }
}

/// The row of a run at work is as old as its customer: what was decided and received since says more.
void Teller::catchUp(audit::CustomerRow& row) const {
    for (const perception::Event& event : records.events)
        row.lastSeen = std::max(row.lastSeen, event.receivedAt);
    std::uint32_t decided = 0;
    for (const audit::Entry& entry : records.entries)
        decided += entry.customer == row.number &&
                           (entry.kind == audit::EntryKind::Decision || entry.kind == audit::EntryKind::DrawnAction)
                       ? 1
                       : 0;
    row.decisions = std::max(row.decisions, decided);
}

/// Consents, ids and zone as the run left them.
void Teller::identity() {
    story.mixedArms = records.customer.mixedArms && !records.customer.isAccount;
    story.ids = {story.key};
    if (!records.memory)
        return;
    const perception::Customer& memory = *records.memory;
    story.machine = !memory.isPerson();
    story.mixedArms = story.mixedArms && !story.machine;
    story.suppressed = memory.suppressed;
    story.zone = qs(memory.zoneName);
    for (const std::string& id : memory.ids)
        if (const QString text = qs(id); !story.ids.contains(text))
            story.ids.append(text);
    for (const perception::Consent& consent : memory.consents) {
        const QString purpose = readable(name(consent.purpose));
        story.consents.append(
            {consent.channel == Channel::None
                 ? say(QT_TRANSLATE_NOOP("CustomerStory", "%1, every channel")).arg(purpose)
                 : say(QT_TRANSLATE_NOOP("CustomerStory", "%1, %2")).arg(purpose, channelLook(consent.channel).text),
             consent.granted, words.day(consent.since)});
    }
}

void Teller::entry(const audit::Entry& entry) {
    using audit::EntryKind;
    switch (entry.kind) {
    case EntryKind::Decision:
        return decision(entry);
    case EntryKind::DrawnAction:
        return drawn(entry);
    case EntryKind::Claim:
    case EntryKind::Release:
    case EntryKind::Edit:
    case EntryKind::Verdict:
        return person(entry);
    case EntryKind::Expiry:
    case EntryKind::Void:
    case EntryKind::Supersede:
    case EntryKind::Discard:
        return proposal(entry);
    case EntryKind::Dispatch:
    case EntryKind::DispatchResult:
        return dispatch(entry);
    case EntryKind::Outcome:
        return outcome(entry);
    case EntryKind::Merge:
        return merge(entry);
    case EntryKind::Unmerge:
        return unmerge(entry);
    default:
        return;
    }
}

} // namespace

Channel laneOf(const perception::Event& event) {
    const std::string stated = event.properties.member("channel").toText();
    for (const Channel channel : channels)
        if (stated == documents::nameOf(channel))
            return channel;
    static constexpr std::array<std::pair<std::string_view, Channel>, 9> names{{{"Email", Channel::Email},
                                                                                {"Banner", Channel::InApp},
                                                                                {"App", Channel::InApp},
                                                                                {"SMS", Channel::Sms},
                                                                                {"Call", Channel::Call},
                                                                                {"Case", Channel::Support},
                                                                                {"Message", Channel::Support},
                                                                                {"Complaint", Channel::Support},
                                                                                {"Ad ", Channel::Ads}}};
    for (const auto& [word, channel] : names)
        if (event.name.find(word) != std::string::npos)
            return channel;
    return Channel::Web;
}

CustomerStory storyOf(const CustomerRecords& records, const RecordWords& words) {
    Teller teller{records, words};
    CustomerStory& story = teller.story;
    const audit::CustomerRow& customer = records.customer;
    story.key = subjectKey(customer);
    story.erased = isErased(customer);
    story.name = subjectName(customer);
    story.arm = armWords(customer.arm);
    if (customer.isAccount)
        story.account = accountStory(records, words);
    else if (records.account)
        story.belongsTo = {QStringLiteral("#%1").arg(records.account->number), subjectName(*records.account)};
    // What went to contacts has entries of theirs: an account's own story has it from the outbox.
    for (const execution::Dispatch& message : records.dispatches)
        teller.sentItem(message.at, message, teller.contactOf(message.customer, message.action));
    for (const audit::Entry& entry : records.entries) {
        const std::size_t before = story.items.size();
        teller.entry(entry);
        for (std::size_t i = before; i < story.items.size(); ++i)
            story.items[i].stage = story.stage;
    }
    for (auto event = records.events.begin(); event != records.events.end();) {
        auto end = event + 1;
        while (end != records.events.end() && end->name == "Consent Changed" && event->name == end->name &&
               end->time == event->time)
            ++end;
        if (end - event > 1)
            teller.consents({event, end});
        else
            teller.event(*event);
        event = end;
    }
    std::stable_sort(story.items.begin(), story.items.end(),
                     [](const StoryItem& a, const StoryItem& b) { return a.at < b.at; });
    QString stage;
    std::set<Channel> seen;
    for (StoryItem& item : story.items) {
        stage = item.stage.isEmpty() ? stage : item.stage;
        item.stage = stage;
        seen.insert(item.channel);
    }
    std::reverse(story.items.begin(), story.items.end());
    for (const Channel channel : channels)
        if (seen.contains(channel))
            story.lanes.append(channel);
    audit::CustomerRow row = customer;
    if (records.states.unknown)
        teller.catchUp(row); // its stage is that of the last decision
    else if (row.stage != 0)
        story.stage = words.stage(records.symbols.name(row.stage));
    story.decisions = static_cast<int>(row.decisions);
    story.facts = {{say(QT_TRANSLATE_NOOP("CustomerStory", "Stage")), story.stage},
                   {say(QT_TRANSLATE_NOOP("CustomerStory", "First seen")), words.date(customer.firstSeen)},
                   {say(QT_TRANSLATE_NOOP("CustomerStory", "Last seen")), words.time(row.lastSeen)},
                   {say(QT_TRANSLATE_NOOP("CustomerStory", "Decisions")), QString::number(story.decisions)},
                   {say(QT_TRANSLATE_NOOP("CustomerStory", "Arm")), story.arm}};
    if (story.account) {
        story.facts.prepend({say(QT_TRANSLATE_NOOP("CustomerStory", "Account")), story.key});
        if (!story.account->health.isEmpty())
            story.facts.insert(1, {say(QT_TRANSLATE_NOOP("CustomerStory", "Health")), story.account->health});
        if (!story.account->contract.isEmpty())
            story.facts.insert(1, {say(QT_TRANSLATE_NOOP("CustomerStory", "Contract")), story.account->contract});
    }
    teller.knowledge();
    teller.identity();
    teller.merges();
    return std::move(teller.story);
}

} // namespace wayreeve::ui
