#include "ui/live/live_presenter.h"

#include "ui/text/error_text.h"
#include "ui/widgets/marks.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <set>

namespace wayreeve::ui {

namespace {

using execution::DispatchState;

QString say(const char* text) {
    return QCoreApplication::translate("Live", text);
}

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

QString count(std::uint64_t number, const QLocale& locale) {
    return locale.toString(static_cast<qulonglong>(number));
}

QString personName(const documents::Workspace& workspace, const std::string& id) {
    if (workspace.people)
        for (const auto& person : workspace.people->people)
            if (person.id == id)
                return plain(person.name);
    return id.empty() ? say(QT_TRANSLATE_NOOP("Live", "somebody unknown")) : plain(id);
}

QString actionName(const documents::Workspace& workspace, const std::string& id) {
    const auto* action = workspace.actions ? workspace.actions->find(id) : nullptr;
    return action && !action->name.empty() ? plain(action->name) : plain(id);
}

QString agentName(const documents::Workspace& workspace, const std::string& id) {
    const auto* agent = workspace.agents ? workspace.agents->find(id) : nullptr;
    return agent && !agent->name.empty() ? plain(agent->name) : plain(id);
}

Cell stateCell(DispatchState state) {
    switch (state) {
    case DispatchState::Succeeded:
        return {dispatchWord(state), QStringLiteral("check"), Ink::RiskLow};
    case DispatchState::Pending:
    case DispatchState::Taken:
        return {dispatchWord(state), QStringLiteral("hourglass"), Ink::Text2};
    case DispatchState::Unknown:
        return {dispatchWord(state), QStringLiteral("warning"), Ink::RiskMedium};
    case DispatchState::Failed:
        return {dispatchWord(state), QStringLiteral("cross"), Ink::RiskHigh};
    case DispatchState::Stopped:
        return {dispatchWord(state), QStringLiteral("stop"), Ink::RiskHigh};
    }
    return {};
}

struct FateWords {
    const char* name;
    const char* meaning;
    const char* icon;
    Ink ink;
};
constexpr std::array<FateWords, perception::fateCount> fateWords{{
    {QT_TRANSLATE_NOOP("Live", "Accepted"), QT_TRANSLATE_NOOP("Live", "in time and as planned"), "check", Ink::RiskLow},
    {QT_TRANSLATE_NOOP("Live", "Late"), QT_TRANSLATE_NOOP("Live", "more than 10 minutes behind; kept, told as late"),
     "clock", Ink::Text2},
    {QT_TRANSLATE_NOOP("Live", "Unplanned"), QT_TRANSLATE_NOOP("Live", "not in the tracking plan; read like the rest"),
     "info", Ink::RiskMedium},
    {QT_TRANSLATE_NOOP("Live", "Duplicate"), QT_TRANSLATE_NOOP("Live", "the same message again; left out"), "copy",
     Ink::Text2},
    {QT_TRANSLATE_NOOP("Live", "Quarantined"), QT_TRANSLATE_NOOP("Live", "breaks the tracking plan; held back"),
     "warning", Ink::RiskMedium},
    {QT_TRANSLATE_NOOP("Live", "Late and unplanned"), QT_TRANSLATE_NOOP("Live", "both; read like the rest"), "clock",
     Ink::RiskMedium},
    {QT_TRANSLATE_NOOP("Live", "Malformed"), QT_TRANSLATE_NOOP("Live", "cannot be read as an event; held back"),
     "warning", Ink::RiskMedium},
    {QT_TRANSLATE_NOOP("Live", "Future-dated"),
     QT_TRANSLATE_NOOP("Live", "more than 5 minutes ahead of our clock; held back"), "warning", Ink::RiskMedium},
}};

const documents::ConnectorSettings* connectionOf(const documents::Settings& settings, const std::string& id) {
    const auto at = std::find_if(settings.connectors.begin(), settings.connectors.end(),
                                 [&](const documents::ConnectorSettings& one) { return one.id == id; });
    return at == settings.connectors.end() ? nullptr : &*at;
}

QString kindName(documents::ConnectorKind kind) {
    switch (kind) {
    case documents::ConnectorKind::Email:
        return say(QT_TRANSLATE_NOOP("Live", "e-mail"));
    case documents::ConnectorKind::Webhook:
        return say(QT_TRANSLATE_NOOP("Live", "webhook"));
    case documents::ConnectorKind::Slack:
        return QStringLiteral("Slack");
    case documents::ConnectorKind::Hubspot:
        return QStringLiteral("HubSpot");
    case documents::ConnectorKind::ZendeskTicket:
        return say(QT_TRANSLATE_NOOP("Live", "Zendesk, tickets"));
    case documents::ConnectorKind::ZendeskEscalation:
        return say(QT_TRANSLATE_NOOP("Live", "Zendesk, escalation"));
    case documents::ConnectorKind::MetaAudienceAdd:
    case documents::ConnectorKind::MetaAudienceRemove:
        return say(QT_TRANSLATE_NOOP("Live", "Meta audience"));
    }
    return {};
}

/// Its name, and where it sends.
Cell connectorCell(const documents::Settings& settings, const std::string& id) {
    if (id == "sandbox")
        return {say(QT_TRANSLATE_NOOP("Live", "Sandbox"))};
    Cell cell{id == "http" ? say(QT_TRANSLATE_NOOP("Live", "Web receiver")) : plain(id)};
    const documents::ConnectorSettings* const one = connectionOf(settings, id);
    if (id == "http")
        cell.note = settings.connectorUrl.empty()
                        ? say(QT_TRANSLATE_NOOP("Live", "set connector-url in workspace.yaml"))
                        : plain(settings.connectorUrl);
    else
        cell.note = !one ? say(QT_TRANSLATE_NOOP("Live", "add it to connectors in workspace.yaml"))
                         : say(QT_TRANSLATE_NOOP("Live", "%1, %2")).arg(kindName(one->kind), plain(one->url));
    return cell;
}

} // namespace

std::uint64_t quarantinedOf(const LiveData& data) {
    std::uint64_t held = 0;
    for (const auto& [fate, number] : data.fates)
        if (perception::isHeldBack(static_cast<perception::Fate>(fate)))
            held += number;
    return held;
}

QString dispatchWord(DispatchState state) {
    switch (state) {
    case DispatchState::Pending:
        return say(QT_TRANSLATE_NOOP("Live", "Waiting to be sent"));
    case DispatchState::Taken:
        return say(QT_TRANSLATE_NOOP("Live", "On its way"));
    case DispatchState::Succeeded:
        return say(QT_TRANSLATE_NOOP("Live", "Carried out"));
    case DispatchState::Failed:
        return say(QT_TRANSLATE_NOOP("Live", "Failed, surely not done"));
    case DispatchState::Unknown:
        return say(QT_TRANSLATE_NOOP("Live", "Unclear: for a person"));
    case DispatchState::Stopped:
        return say(QT_TRANSLATE_NOOP("Live", "Stopped"));
    }
    return {};
}

QString fateWord(perception::Fate fate) {
    const auto place = static_cast<std::size_t>(fate);
    return place < fateWords.size() ? say(fateWords[place].name) : QString();
}

QString resultWord(const std::string& code) {
    const QString text = plain(code);
    if (code.empty())
        return QStringLiteral("–");
    if (code == "ok")
        return say(QT_TRANSLATE_NOOP("Live", "done"));
    if (code == "sandbox")
        return say(QT_TRANSLATE_NOOP("Live", "recorded only"));
    if (code == "timeout")
        return say(QT_TRANSLATE_NOOP("Live", "no answer in time"));
    if (code == "unreachable")
        return say(QT_TRANSLATE_NOOP("Live", "receiver not reached"));
    if (code == "connection-lost")
        return say(QT_TRANSLATE_NOOP("Live", "connection lost"));
    if (code == "tls")
        return say(QT_TRANSLATE_NOOP("Live", "receiver's certificate not trusted"));
    if (code == "interrupted")
        return say(QT_TRANSLATE_NOOP("Live", "cut off: may have been done"));
    if (code == "consent-withdrawn")
        return say(QT_TRANSLATE_NOOP("Live", "consent was withdrawn"));
    if (code == "suppressed")
        return say(QT_TRANSLATE_NOOP("Live", "customer is suppressed"));
    if (code == "quiet-hours")
        return say(QT_TRANSLATE_NOOP("Live", "waits for the end of quiet hours"));
    if (code == "consent-unknown")
        return say(QT_TRANSLATE_NOOP("Live", "consent cannot be told"));
    if (code == "after-failed")
        return say(QT_TRANSLATE_NOOP("Live", "what it follows failed"));
    if (text.startsWith(QLatin1String("http-")))
        return say(QT_TRANSLATE_NOOP("Live", "receiver answered %1")).arg(text.mid(5));
    return text;
}

CellsModel::Rows fateRows(const std::vector<std::pair<int, std::uint64_t>>& fates, const QLocale& locale) {
    CellsModel::Rows rows;
    for (const auto& [fate, number] : fates) {
        if (fate < 0 || fate >= static_cast<int>(fateWords.size())) {
            rows.append({{QString::number(fate)}, {}, {count(number, locale)}});
            continue;
        }
        const FateWords& words = fateWords[static_cast<std::size_t>(fate)];
        Cell name{say(words.name), QString::fromLatin1(words.icon), words.ink};
        Cell meaning{say(words.meaning)};
        meaning.ink = Ink::Text2;
        rows.append({name, meaning, {count(number, locale)}});
    }
    return rows;
}

CellsModel::Rows connectorRows(const documents::Workspace& workspace, const LiveData& data, const QLocale& locale) {
    struct Tally {
        std::uint64_t actions = 0, done = 0, waiting = 0, failed = 0;
    };
    const documents::Settings& settings = workspace.settings;
    std::map<std::string, Tally> tallies;
    if (workspace.actions)
        for (const auto& action : workspace.actions->actions)
            ++tallies[action.connector].actions;
    for (const execution::Dispatch& dispatch : data.all) {
        Tally& tally = tallies[dispatch.connector];
        const DispatchState state = dispatch.state;
        tally.done += state == DispatchState::Succeeded ? 1 : 0;
        tally.waiting += state == DispatchState::Pending || state == DispatchState::Taken ? 1 : 0;
        tally.failed += state == DispatchState::Failed || state == DispatchState::Unknown ? 1 : 0;
    }
    for (const documents::ConnectorSettings& one : settings.connectors)
        (void)tallies[one.id]; // set up, though no action names it
    CellsModel::Rows rows;
    for (const auto& [id, tally] : tallies) {
        Cell name = connectorCell(settings, id);
        Cell state;
        if (data.stops.contains(""))
            state = {say(QT_TRANSLATE_NOOP("Live", "Stopped")), QStringLiteral("stop"), Ink::RiskHigh};
        else if (id == "sandbox")
            state = {say(QT_TRANSLATE_NOOP("Live", "Records, sends nothing")), QStringLiteral("check"), Ink::RiskLow};
        else if (id == "http" ? !settings.connectorUrl.empty() : connectionOf(settings, id) != nullptr)
            state = {say(QT_TRANSLATE_NOOP("Live", "Connected")), QStringLiteral("check"), Ink::RiskLow};
        else
            state = {say(QT_TRANSLATE_NOOP("Live", "Not connected")), QStringLiteral("warning"), Ink::RiskMedium};
        rows.append({name,
                     state,
                     {count(tally.actions, locale)},
                     {count(tally.done, locale)},
                     {count(tally.waiting, locale)},
                     {count(tally.failed, locale)}});
        if (tally.failed > 0)
            rows.back()[5].bold = true;
    }
    return rows;
}

CellsModel::Rows outboxRows(const std::vector<OutboxItem>& items, const documents::Workspace& workspace,
                            const QLocale& locale) {
    CellsModel::Rows rows;
    // Times as on every other screen: in the workspace's first zone.
    QTimeZone zone = QTimeZone::utc();
    if (!workspace.settings.zones.empty())
        if (const QTimeZone own(QByteArray::fromStdString(workspace.settings.zones.front())); own.isValid())
            zone = own;
    for (const OutboxItem& item : items) {
        const auto& dispatch = item.dispatch;
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(dispatch.at.ms, zone);
        const MarkLook channel = dispatch.channel == documents::Channel::None
                                     ? look(ChannelMark::Agent)
                                     : look(channelFromId(plain(std::string(documents::nameOf(dispatch.channel)))));
        Cell action{actionName(workspace, item.action), channel.icon, channel.ink};
        action.tip = plain(dispatch.subject);
        Cell result{resultWord(dispatch.result)};
        result.ink = Ink::Text2;
        Cell when{locale.toString(at, QCoreApplication::translate("Records", "d MMM, HH:mm"))};
        when.data = QString::number(dispatch.number);
        rows.append({when,
                     action,
                     {plain(item.customer)},
                     stateCell(dispatch.state),
                     {locale.toString(dispatch.attempts)},
                     result});
    }
    return rows;
}

QString scopeName(const documents::Workspace& workspace, const std::string& scope) {
    if (scope.empty())
        return say(QT_TRANSLATE_NOOP("Live", "Everything"));
    if (scope.starts_with("agent/"))
        return say(QT_TRANSLATE_NOOP("Live", "Agent %1")).arg(agentName(workspace, scope.substr(6)));
    if (scope.starts_with("action/"))
        return say(QT_TRANSLATE_NOOP("Live", "Action %1")).arg(actionName(workspace, scope.substr(7)));
    return plain(scope);
}

CellsModel::Rows scopeRows(const documents::Workspace& workspace, const std::map<std::string, std::string>& stops) {
    std::vector<std::string> scopes{""};
    if (workspace.agents)
        for (const auto& agent : workspace.agents->agents)
            scopes.push_back("agent/" + agent.id);
    if (workspace.actions)
        for (const auto& action : workspace.actions->actions)
            scopes.push_back("action/" + action.id);
    const std::set<std::string> known(scopes.begin(), scopes.end());
    for (const auto& [scope, person] : stops)
        if (!known.contains(scope))
            scopes.push_back(scope);
    CellsModel::Rows rows;
    for (const std::string& scope : scopes) {
        const auto stop = stops.find(scope);
        // The icon says which kind it is, the tooltip in words.
        Cell name{scopeName(workspace, scope)};
        name.bold = scope.empty();
        name.data = plain(scope);
        name.tip = name.text;
        if (scope.starts_with("agent/")) {
            name.icon = look(ChannelMark::Agent).icon;
            name.iconInk = look(ChannelMark::Agent).ink;
            name.text = agentName(workspace, scope.substr(6));
        } else if (scope.starts_with("action/")) {
            name.icon = QStringLiteral("bolt");
            name.text = actionName(workspace, scope.substr(7));
        }
        Cell state{say(QT_TRANSLATE_NOOP("Live", "May act")), QStringLiteral("check"), Ink::RiskLow};
        if (stop != stops.end())
            state = {say(QT_TRANSLATE_NOOP("Live", "Stopped by %1")).arg(personName(workspace, stop->second)),
                     QStringLiteral("stop"), Ink::RiskHigh, Ink::RiskHigh};
        else if (stops.contains(""))
            state = {say(QT_TRANSLATE_NOOP("Live", "Stopped too")), QStringLiteral("pause"), Ink::Text2};
        rows.append({name, state});
    }
    return rows;
}

QString stopSentence(const documents::Workspace& workspace, const std::map<std::string, std::string>& stops) {
    QStringList parts;
    for (const auto& [scope, person] : stops)
        parts.append(say(QT_TRANSLATE_NOOP("Live", "%1: stopped by %2"))
                         .arg(scopeName(workspace, scope), personName(workspace, person)));
    if (parts.isEmpty())
        return {};
    return parts.join(QLatin1Char('\n')) + QLatin1Char('\n') +
           say(QT_TRANSLATE_NOOP("Live",
                                 "What was not sent is kept. Select what shall act again and press Start again."));
}

QString importSentence(const session::ImportOutcome& outcome, const QLocale& locale) {
    return say(QT_TRANSLATE_NOOP("Live", "%1 lines: %2 events, %3 refused. Run %4."))
        .arg(count(outcome.lines.lines, locale), count(outcome.lines.events, locale),
             count(outcome.lines.refused, locale), plain(outcome.run.info.tag));
}

CellsModel::Rows refusedRows(const session::RefusedLines& refused, const QLocale& locale) {
    CellsModel::Rows rows;
    for (const auto& [line, why] : refused.first)
        rows.append({{count(line, locale)}, {text::errorText(why)}});
    return rows;
}

} // namespace wayreeve::ui
