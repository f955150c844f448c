#include "ui/shell/record_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>
#include <string_view>
#include <tuple>
#include <utility>

namespace wayreeve::ui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Records", text);
}

QString qs(const std::string& text) {
    return QString::fromStdString(text);
}

/// Name of the element with this id in a list of things that have both.
template <class List>
QString nameIn(const List& list, const std::string& id) {
    for (const auto& element : list)
        if (element.id == id)
            return element.name.empty() ? readable(id) : qs(element.name);
    return {};
}

QString nameOr(const QString& name, const std::string& id) {
    return name.isEmpty() ? readable(id) : name;
}

constexpr const char* purchaseDue = "customer.purchase_due_days";
constexpr const char* purchaseGap = "customer.purchase_gap_days";

constexpr auto ownFacts = std::to_array<std::pair<const char*, const char*>>({
    {purchaseDue, QT_TRANSLATE_NOOP("Records", "Days to the next purchase")},
    {purchaseGap, QT_TRANSLATE_NOOP("Records", "Days between purchases")},
    {"customer.quality", QT_TRANSLATE_NOOP("Records", "Quality of the traffic")},
    {"customer.open_cases", QT_TRANSLATE_NOOP("Records", "Open cases")},
    {"customer.open_case_since", QT_TRANSLATE_NOOP("Records", "Oldest open case")},
    {"contacts.last", QT_TRANSLATE_NOOP("Records", "Last contact")},
    {"responses.last", QT_TRANSLATE_NOOP("Records", "Last response")},
});

/// By what a fact about a channel ends with, the longer first.
constexpr auto channelFacts = std::to_array<std::tuple<std::string_view, std::string_view, const char*>>({
    {"contacts.", "_90d", QT_TRANSLATE_NOOP("Records", "Contacts in 90 days: %1")},
    {"contacts.", "_last", QT_TRANSLATE_NOOP("Records", "Last contact: %1")},
    {"contacts.", "", QT_TRANSLATE_NOOP("Records", "Contacts: %1")},
    {"responses.", "_90d", QT_TRANSLATE_NOOP("Records", "Responses in 90 days: %1")},
    {"responses.", "_last", QT_TRANSLATE_NOOP("Records", "Last response: %1")},
    {"responses.", "_rate", QT_TRANSLATE_NOOP("Records", "Contacts of 90 days that were answered: %1")},
});

QString channelFact(std::string_view id) {
    for (const auto& [prefix, end, words] : channelFacts)
        if (id.starts_with(prefix) && id.ends_with(end)) {
            const std::string_view channel = id.substr(prefix.size(), id.size() - prefix.size() - end.size());
            return say(words).arg(
                look(channelFromId(QString::fromUtf8(channel.data(), static_cast<qsizetype>(channel.size())))).text);
        }
    return {};
}

constexpr auto reasonTexts = std::to_array<std::pair<const char*, const char*>>({
    {"agent-not-eligible", QT_TRANSLATE_NOOP("Records", "Agent not meant for this customer")},
    {"arm", QT_TRANSLATE_NOOP("Records", "Arm of the experiment")},
    {"suppressed", QT_TRANSLATE_NOOP("Records", "Customer is suppressed")},
    {"no-person", QT_TRANSLATE_NOOP("Records", "Software, not a person: left out of audiences")},
    {"no-address", QT_TRANSLATE_NOOP("Records", "No address on this channel")},
    {"fact.missing", QT_TRANSLATE_NOOP("Records", "A fact that it needs is not known")},
    {"fact.stale", QT_TRANSLATE_NOOP("Records", "A fact that it needs is too old")},
    {"fact.malformed", QT_TRANSLATE_NOOP("Records", "A fact that it needs came in a form nobody can read")},
    {"fact.unreachable", QT_TRANSLATE_NOOP("Records", "The system that knows a fact it needs did not answer")},
    {"fact.from-future", QT_TRANSLATE_NOOP("Records", "A fact that it needs claims to be from the future")},
    {"not-applicable", QT_TRANSLATE_NOOP("Records", "Does not apply here")},
    {"missing-fact", QT_TRANSLATE_NOOP("Records", "A fact in the text is missing")},
    {"content-not-approved", QT_TRANSLATE_NOOP("Records", "Content not approved")},
    {"cooldown", QT_TRANSLATE_NOOP("Records", "Sent not long ago")},
    {"offer-family-held", QT_TRANSLATE_NOOP("Records", "Another offer of the family waits")},
    {"cost-unknown", QT_TRANSLATE_NOOP("Records", "Cost cannot be worked out")},
    {"incumbent", QT_TRANSLATE_NOOP("Records", "The earlier proposal stays")},
    {"agent-budget", QT_TRANSLATE_NOOP("Records", "Agent's budget of the day is used up")},
    {"switched-off", QT_TRANSLATE_NOOP("Records", "Switched off")},
    {"consent", QT_TRANSLATE_NOOP("Records", "Consent was withdrawn")},
    {"superseded", QT_TRANSLATE_NOOP("Records", "A newer proposal took its place")},
    {"stricter-requirement", QT_TRANSLATE_NOOP("Records", "A stricter rule holds now")},
    {"changed-fact", QT_TRANSLATE_NOOP("Records", "A fact has changed")},
    {"expired", QT_TRANSLATE_NOOP("Records", "Time ran out")},
    {"held-too-long", QT_TRANSLATE_NOOP("Records", "Held too long")},
    {"did-not-fit", QT_TRANSLATE_NOOP("Records", "Budget shared with others ran out")},
    {"after-failed", QT_TRANSLATE_NOOP("Records", "What it follows did not succeed")},
    {"rejected-recently", QT_TRANSLATE_NOOP("Records", "A person rejected it not long ago")},
    {"frequency", QT_TRANSLATE_NOOP("Records", "The last contact is too recent for this customer")},
    {"expired-recently", QT_TRANSLATE_NOOP("Records", "Nobody decided on it not long ago")},
    {"no-contact-of-that-role", QT_TRANSLATE_NOOP("Records", "Nobody in the account has that role")},
    {"no-members", QT_TRANSLATE_NOOP("Records", "The account has no members, or not this one any more")},
    {"identity-merged", QT_TRANSLATE_NOOP("Records", "Two customers turned out to be one")},
});

} // namespace

RecordWords::RecordWords(std::shared_ptr<const documents::Workspace> workspace)
    : m_workspace(std::move(workspace))
    , m_zone(QTimeZone::utc()) {
    if (m_workspace && !m_workspace->settings.zones.empty())
        if (const QTimeZone zone(QByteArray::fromStdString(m_workspace->settings.zones.front())); zone.isValid())
            m_zone = zone;
}

QString RecordWords::action(const std::string& id) const {
    if (id.empty())
        return say(QT_TRANSLATE_NOOP("Records", "Wait"));
    return nameOr(m_workspace && m_workspace->actions ? nameIn(m_workspace->actions->actions, id) : QString(), id);
}

QString RecordWords::agent(const std::string& id) const {
    return nameOr(m_workspace && m_workspace->agents ? nameIn(m_workspace->agents->agents, id) : QString(), id);
}

QString RecordWords::journey(const std::string& id) const {
    const documents::Journey* journey = m_workspace ? m_workspace->journey(id) : nullptr;
    return journey && !journey->name.empty() ? qs(journey->name) : readable(id);
}

QString RecordWords::stage(const std::string& id) const {
    return nameOr(m_workspace && m_workspace->stages ? nameIn(m_workspace->stages->stages, id) : QString(), id);
}

QString RecordWords::signal(const std::string& id) const {
    if (id.empty())
        return say(QT_TRANSLATE_NOOP("Records", "Starting level"));
    if (id == "#limit")
        return say(QT_TRANSLATE_NOOP("Records", "End of the scale"));
    const documents::Signal* known = m_workspace && m_workspace->signals ? m_workspace->signals->find(id) : nullptr;
    return known && !known->name.empty() ? qs(known->name) : readable(id);
}

QString RecordWords::intent(const std::string& id) const {
    if (!m_workspace || !m_workspace->signals)
        return readable(id);
    for (const auto* list :
         {&m_workspace->signals->intents, &m_workspace->signals->needs, &m_workspace->signals->hesitations})
        if (const QString name = nameIn(*list, id); !name.isEmpty())
            return name;
    return readable(id);
}

QString RecordWords::goal(const std::string& id) const {
    return nameOr(m_workspace && m_workspace->goals ? nameIn(m_workspace->goals->goals, id) : QString(), id);
}

QString RecordWords::person(const std::string& id) const {
    return nameOr(m_workspace && m_workspace->people ? nameIn(m_workspace->people->people, id) : QString(), id);
}

QString RecordWords::fact(const std::string& id) const {
    static constexpr std::array<std::pair<std::string_view, int>, 2> lists{{{"need.", 5}, {"hesitation.", 11}}};
    for (const auto& [prefix, length] : lists)
        if (id.starts_with(prefix)) {
            std::string rest = id.substr(static_cast<std::size_t>(length));
            std::replace(rest.begin(), rest.end(), '_', '-');
            return intent(rest);
        }
    if (id.empty())
        return say(QT_TRANSLATE_NOOP("Records", "Starting level"));
    for (const auto& [fact, words] : ownFacts)
        if (id == fact)
            return say(words);
    if (const QString words = channelFact(id); !words.isEmpty())
        return words;
    const std::string own = id.starts_with("customer.") ? id.substr(9) : id;
    // A measure's window as its id ends with it: "visits_14d".
    const QString text = QString::fromStdString(own);
    const qsizetype cut = text.lastIndexOf(QLatin1Char('_'));
    const QString window = text.mid(cut + 1);
    bool number = false;
    const int length = window.chopped(std::min<qsizetype>(1, window.size())).toInt(&number);
    if (cut > 0 && number && length > 0 && (window.endsWith(u'd') || window.endsWith(u'h')))
        return (window.endsWith(u'd') ? say(QT_TRANSLATE_NOOP("Records", "%1, %2 d"))
                                      : say(QT_TRANSLATE_NOOP("Records", "%1, %2 h")))
            .arg(readable(own.substr(0, static_cast<std::size_t>(cut))), QLocale().toString(length));
    return readable(own);
}

QString RecordWords::condition(const std::string& id) const {
    return readable(id.substr(id.rfind('/') + 1));
}

QString RecordWords::cell(const std::string& name) const {
    static constexpr std::array<std::pair<std::string_view, const char*>, 3> risks{{
        {"low", QT_TRANSLATE_NOOP("Records", "low risk")},
        {"medium", QT_TRANSLATE_NOOP("Records", "medium risk")},
        {"high", QT_TRANSLATE_NOOP("Records", "high risk")},
    }};
    static constexpr std::array<std::pair<std::string_view, const char*>, 3> undos{{
        {"reversible", QT_TRANSLATE_NOOP("Records", "reversible")},
        {"costly", QT_TRANSLATE_NOOP("Records", "costly to undo")},
        {"irreversible", QT_TRANSLATE_NOOP("Records", "irreversible")},
    }};
    if (name == "missing")
        return say(QT_TRANSLATE_NOOP("Records", "no cell of the matrix"));
    const std::size_t dot = name.rfind('.');
    const std::string row = name.substr(0, dot), last = dot == std::string::npos ? "" : name.substr(dot + 1);
    for (const auto& [risk, riskText] : risks)
        if (risk == row)
            for (const auto& [undo, undoText] : undos)
                if (undo == last)
                    return say(QT_TRANSLATE_NOOP("Records", "%1, %2")).arg(say(riskText), say(undoText));
    for (const auto& [risk, riskText] : risks)
        if (risk == last)
            return say(QT_TRANSLATE_NOOP("Records", "%1, %2")).arg(readable(row), say(riskText));
    return readable(name);
}

QString RecordWords::reason(const std::string& element) const {
    for (const auto& [word, text] : reasonTexts)
        if (element == word)
            return say(text);
    const std::string id = element.substr(element.rfind('/') == std::string::npos ? 0 : element.rfind('/') + 1);
    if (!m_workspace || element.starts_with("autonomy/"))
        return readable(id);
    if (m_workspace->policies)
        if (const QString name = nameIn(m_workspace->policies->policies, id); !name.isEmpty())
            return name;
    if (m_workspace->actions)
        if (const QString name = nameIn(m_workspace->actions->actions, id); !name.isEmpty())
            return name;
    return agent(id);
}

QString RecordWords::value(const std::string& fact, const Value& value) const {
    if (const bool* truth = value.boolean())
        return *truth ? say(QT_TRANSLATE_NOOP("Records", "yes")) : say(QT_TRANSLATE_NOOP("Records", "no"));
    if (const Decimal* number = value.number())
        return number->isInteger() || fact == purchaseDue || fact == purchaseGap
                   ? QLocale().toString(number->toDouble(), 'f', 0)
                   : numberWords(number->toDouble());
    if (const Instant* instant = value.dateTime())
        return time(*instant);
    if (const Date* date = value.date())
        return QLocale().toString(QDate(1970, 1, 1).addDays(date->dayNumber), QLocale::ShortFormat);
    if (const Duration* length = value.duration())
        return lengthWords(*length);
    const std::string text = value.toText();
    if (fact == "stage" || fact == "previous_stage")
        return stage(text);
    if (fact == "leading_intent")
        return intent(text);
    if (fact == "customer.arm")
        for (const auto arm : {documents::Arm::Agentic, documents::Arm::Control, documents::Arm::Baseline})
            if (text == documents::nameOf(arm))
                return armWords(arm);
    return qs(text).simplified();
}

QString RecordWords::money(double amount, bool sign) const {
    return moneyWords(amount, m_workspace ? qs(m_workspace->settings.currency) : QStringLiteral("EUR"), sign);
}

QDateTime RecordWords::local(Instant instant) const {
    return QDateTime::fromMSecsSinceEpoch(instant.ms, m_zone);
}

QString RecordWords::time(Instant instant) const {
    return QLocale().toString(local(instant), say(QT_TRANSLATE_NOOP("Records", "d MMM, HH:mm")));
}
QString RecordWords::date(Instant instant) const {
    return QLocale().toString(local(instant), say(QT_TRANSLATE_NOOP("Records", "d MMM yyyy")));
}
QString RecordWords::day(Instant instant) const {
    return QLocale().toString(local(instant), say(QT_TRANSLATE_NOOP("Records", "d MMM")));
}
QString RecordWords::clock(Instant instant) const {
    return QLocale().toString(local(instant), say(QT_TRANSLATE_NOOP("Records", "HH:mm")));
}

QString moneyWords(double amount, const QString& code, bool sign, const QLocale& locale) {
    static constexpr std::array<std::pair<std::string_view, const char*>, 4> symbols{
        {{"EUR", "€"}, {"USD", "$"}, {"GBP", "£"}, {"JPY", "¥"}}};
    QString symbol = code + QChar::Nbsp;
    for (const auto& [known, text] : symbols)
        if (code == QLatin1String(known.data(), static_cast<qsizetype>(known.size())))
            symbol = QString::fromUtf8(text);
    const double rounded = std::round(amount * 100) / 100;
    // The C locale has no way of its own to write money.
    const QLocale used = locale.language() == QLocale::C ? QLocale(QLocale::English) : locale;
    const QString text = used.toCurrencyString(std::abs(rounded), symbol).trimmed();
    if (rounded < 0)
        return QChar(0x2212) + text;
    return sign && rounded > 0 ? QLatin1Char('+') + text : text;
}

QString numberWords(double number, int decimals) {
    const double step = std::pow(10.0, decimals);
    const double rounded = std::round(number * step) / step;
    const QString text = QLocale().toString(std::abs(rounded), 'f', decimals);
    return rounded < 0 ? QChar(0x2212) + text : text;
}

QString percentWords(double share) {
    const int decimals = share > 0 && share < 0.1 ? 1 : 0;
    return say(QT_TRANSLATE_NOOP("Records", "%1 %")).arg(numberWords(share * 100, decimals));
}

QString lengthWords(Duration length) {
    const double seconds = static_cast<double>(std::abs(length.ms)) / 1000.0;
    const auto whole = [](double n) { return QLocale().toString(static_cast<qlonglong>(std::llround(n))); };
    if (seconds < 59.5)
        return say(QT_TRANSLATE_NOOP("Records", "%1 s")).arg(whole(seconds));
    if (seconds < 3570)
        return say(QT_TRANSLATE_NOOP("Records", "%1 min")).arg(whole(seconds / 60));
    if (seconds < 47.5 * 3600)
        return say(QT_TRANSLATE_NOOP("Records", "%1 h")).arg(whole(seconds / 3600));
    return say(QT_TRANSLATE_NOOP("Records", "%1 d")).arg(whole(seconds / 86400));
}

QString armWords(documents::Arm arm) {
    switch (arm) {
    case documents::Arm::Agentic:
        return say(QT_TRANSLATE_NOOP("Records", "Agentic"));
    case documents::Arm::Control:
        return say(QT_TRANSLATE_NOOP("Records", "Random control"));
    case documents::Arm::Baseline:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Records", "Baseline"));
}

QString rulingWords(governance::RulingKind kind) {
    using governance::RulingKind;
    switch (kind) {
    case RulingKind::Queue:
        return say(QT_TRANSLATE_NOOP("Records", "Ask a person"));
    case RulingKind::Suggest:
        return say(QT_TRANSLATE_NOOP("Records", "Suggest only"));
    case RulingKind::Hold:
        return say(QT_TRANSLATE_NOOP("Records", "Hold until later"));
    case RulingKind::Execute:
        return say(QT_TRANSLATE_NOOP("Records", "Do it"));
    case RulingKind::Refuse:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Records", "Refuse"));
}

QString gateWords(planning::Gate gate) {
    using planning::Gate;
    switch (gate) {
    case Gate::Eligibility:
        return say(QT_TRANSLATE_NOOP("Records", "Eligible"));
    case Gate::Applicability:
        return say(QT_TRANSLATE_NOOP("Records", "Applies"));
    case Gate::Suitability:
        return say(QT_TRANSLATE_NOOP("Records", "Suitable"));
    case Gate::HardConstraint:
        return say(QT_TRANSLATE_NOOP("Records", "Hard rules"));
    case Gate::Cap:
        return say(QT_TRANSLATE_NOOP("Records", "Caps"));
    case Gate::Exclusion:
        return say(QT_TRANSLATE_NOOP("Records", "Exclusion"));
    case Gate::Arbitration:
        return say(QT_TRANSLATE_NOOP("Records", "Arbitration"));
    case Gate::Stayed:
        return say(QT_TRANSLATE_NOOP("Records", "Stayed in"));
    case Gate::Chosen:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Records", "Chosen"));
}

QString triggerWords(const audit::DecisionRecord& record) {
    using audit::TriggerKind;
    const QString name = qs(record.triggerName).simplified();
    switch (record.trigger) {
    case TriggerKind::Event:
    case TriggerKind::Logged:
        return name;
    case TriggerKind::Timer:
        return say(QT_TRANSLATE_NOOP("Records", "timer"));
    case TriggerKind::Verdict:
        return say(QT_TRANSLATE_NOOP("Records", "a person's verdict"));
    case TriggerKind::Result:
        return say(QT_TRANSLATE_NOOP("Records", "a sent message's result"));
    case TriggerKind::DidNotFit:
        return say(QT_TRANSLATE_NOOP("Records", "shared budget ran out"));
    case TriggerKind::Expiry:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Records", "a proposal that ran out of time"));
}

QString stateWords(governance::ProposalState state) {
    using governance::ProposalState;
    switch (state) {
    case ProposalState::Proposed:
        return say(QT_TRANSLATE_NOOP("Records", "waits for a person"));
    case ProposalState::Claimed:
        return say(QT_TRANSLATE_NOOP("Records", "claimed"));
    case ProposalState::Approved:
        return say(QT_TRANSLATE_NOOP("Records", "approved"));
    case ProposalState::SecondNeeded:
        return say(QT_TRANSLATE_NOOP("Records", "waits for a second person"));
    case ProposalState::UndoWindow:
        return say(QT_TRANSLATE_NOOP("Records", "approved, may be undone"));
    case ProposalState::Held:
        return say(QT_TRANSLATE_NOOP("Records", "held until its hour"));
    case ProposalState::Dispatching:
        return say(QT_TRANSLATE_NOOP("Records", "being sent"));
    case ProposalState::Dispatched:
        return say(QT_TRANSLATE_NOOP("Records", "sent"));
    case ProposalState::Failed:
        return say(QT_TRANSLATE_NOOP("Records", "failed"));
    case ProposalState::Unknown:
        return say(QT_TRANSLATE_NOOP("Records", "result unknown"));
    case ProposalState::Rejected:
        return say(QT_TRANSLATE_NOOP("Records", "rejected"));
    case ProposalState::Expired:
        return say(QT_TRANSLATE_NOOP("Records", "expired"));
    case ProposalState::Voided:
        return say(QT_TRANSLATE_NOOP("Records", "no longer allowed"));
    case ProposalState::Superseded:
        return say(QT_TRANSLATE_NOOP("Records", "replaced by a newer one"));
    case ProposalState::Discarded:
        return say(QT_TRANSLATE_NOOP("Records", "discarded"));
    case ProposalState::Suggested:
        return say(QT_TRANSLATE_NOOP("Records", "suggested"));
    case ProposalState::Dismissed:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Records", "dismissed"));
}

QString stateWords(execution::DispatchState state) {
    using execution::DispatchState;
    switch (state) {
    case DispatchState::Pending:
        return say(QT_TRANSLATE_NOOP("Records", "in the outbox"));
    case DispatchState::Taken:
        return say(QT_TRANSLATE_NOOP("Records", "being sent"));
    case DispatchState::Succeeded:
        return say(QT_TRANSLATE_NOOP("Records", "delivered"));
    case DispatchState::Failed:
        return say(QT_TRANSLATE_NOOP("Records", "failed"));
    case DispatchState::Unknown:
        return say(QT_TRANSLATE_NOOP("Records", "result unknown"));
    case DispatchState::Stopped:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Records", "stopped"));
}

RiskMark riskMark(documents::Risk risk) {
    switch (risk) {
    case documents::Risk::Low:
        return RiskMark::Low;
    case documents::Risk::Medium:
        return RiskMark::Medium;
    case documents::Risk::High:
        break;
    }
    return RiskMark::High;
}

MarkLook channelLook(documents::Channel channel) {
    if (channel == documents::Channel::None)
        return look(ChannelMark::Agent);
    const auto name = documents::nameOf(channel);
    return look(channelFromId(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))));
}

QString readable(const std::string& id) {
    QString text = qs(id);
    for (const QChar separator : {u'-', u'_', u'.'})
        text.replace(separator, u' ');
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text.simplified();
}

} // namespace wayreeve::ui
