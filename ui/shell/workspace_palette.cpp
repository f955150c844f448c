#include "ui/shell/workspace_palette.h"

#include "ui/shell/app_context.h"
#include "ui/shell/record_words.h"
#include "ui/shell/records.h"
#include "ui/shell/shown_run.h"
#include "ui/shell/subject_words.h"

#include "audit/key.h"
#include "audit/queue_id.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QUrl>

#include <map>

namespace wayreeve::ui {

namespace {

using Line = WorkspacePalette::Line;

/// The place of a line whose document has no screen: its file is opened with the desktop's editor.
const QLatin1String filePlace("file");

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WorkspacePalette)
};

QString qs(const std::string& text) {
    return QString::fromStdString(text);
}

template <class Element>
QString nameOf(const Element& element) {
    return qs(element.name.empty() ? element.id : element.name);
}

/// Where the first journey uses something; its file where none does.
template <class Uses>
Line usedLine(const documents::Workspace& workspace, const QString& text, const QString& hint, const QString& icon,
              const QString& file, Uses uses) {
    for (const auto& journey : workspace.journeys)
        for (const auto& node : journey->nodes)
            if (uses(node))
                return {text, hint, icon, QStringLiteral("journeys"), qs(journey->id) + QLatin1Char('/') + qs(node.id)};
    return {text, hint, icon, filePlace, file};
}

void addJourneys(QList<Line>& lines, const documents::Workspace& workspace) {
    for (const auto& journey : workspace.journeys)
        lines.append({nameOf(*journey), Words::tr("Journey"), QStringLiteral("journeys"), QStringLiteral("journeys"),
                      qs(journey->id)});
    for (const auto& journey : workspace.journeys)
        for (const auto& node : journey->nodes)
            lines.append({nameOf(node), Words::tr("Step in %1").arg(nameOf(*journey)), QStringLiteral("step"),
                          QStringLiteral("journeys"), qs(journey->id) + QLatin1Char('/') + qs(node.id)});
}

void addRules(QList<Line>& lines, const documents::Workspace& workspace) {
    const QString autonomy = QStringLiteral("autonomy");
    if (workspace.autonomy)
        lines.append({Words::tr("Autonomy matrix"), Words::tr("Document"), autonomy, autonomy, {}});
    if (workspace.policies)
        for (const auto& policy : workspace.policies->policies)
            lines.append({nameOf(policy), Words::tr("Policy"), QStringLiteral("shield"), autonomy, {}});
    if (workspace.actions)
        for (const auto& action : workspace.actions->actions)
            lines.append({nameOf(action), Words::tr("Action"), channelLook(action.channel).icon, autonomy,
                          QStringLiteral("action/") + qs(action.id)});
    if (workspace.agents)
        for (const auto& agent : workspace.agents->agents)
            lines.append(usedLine(workspace, nameOf(agent), Words::tr("Agent"), QStringLiteral("agent"),
                                  QStringLiteral("agents.yaml"),
                                  [&agent](const auto& node) { return node.agent == agent.id; }));
    if (workspace.goals)
        for (const auto& goal : workspace.goals->goals)
            lines.append(usedLine(workspace, nameOf(goal), Words::tr("Goal"), QStringLiteral("outcome"),
                                  QStringLiteral("goals.yaml"),
                                  [&goal](const auto& node) { return node.goal == goal.id; }));
}

void addFiles(QList<Line>& lines, const documents::Workspace& workspace) {
    const auto add = [&lines](const QString& text, const QString& file) {
        lines.append({text, Words::tr("Document, opens %1").arg(file), QStringLiteral("document"), filePlace, file});
    };
    add(Words::tr("Workspace settings"), QStringLiteral("workspace.yaml"));
    add(Words::tr("Content"), QStringLiteral("content.yaml"));
    add(Words::tr("Signals"), QStringLiteral("signals.yaml"));
    add(Words::tr("Stages"), QStringLiteral("stages.yaml"));
    add(Words::tr("Measures"), QStringLiteral("measures.yaml"));
    add(Words::tr("Tracking plan"), QStringLiteral("tracking-plan.yaml"));
    add(Words::tr("People"), QStringLiteral("people.yaml"));
    for (const auto& population : workspace.populations)
        lines.append({nameOf(*population),
                      Words::tr("Population"),
                      QStringLiteral("customers"),
                      QStringLiteral("simulation"),
                      {}});
    if (workspace.stories)
        for (const auto& story : workspace.stories->stories)
            lines.append({nameOf(story), Words::tr("Story"), QStringLiteral("book"), QStringLiteral("journeys"),
                          QStringLiteral("?stories")});
}

/// Customers and decisions of the run that is shown; nothing where there is none.
QList<Line> readRecords(const std::string& folder, const std::string& tag,
                        const std::shared_ptr<const documents::Workspace>& workspace) {
    auto reader = session::openReader(folder);
    if (!reader)
        return {};
    audit::LedgerReader& ledger = **reader;
    const auto run = shownRun(ledger, tag);
    if (!run)
        return {};
    const auto symbols = ledger.symbolsOf(run->id);
    const auto customers = ledger.customers(run->id, {}, WorkspacePalette::mostRecords);
    audit::DecisionFilter filter;
    filter.includeWait = false;
    filter.includeDrawn = true;
    filter.limit = WorkspacePalette::mostRecords;
    const auto decisions = ledger.decisions(run->id, filter);
    if (!symbols || !customers || !decisions)
        return {};
    const RecordWords words(workspace);
    QList<Line> lines;
    lines.reserve(static_cast<qsizetype>(customers->size() + decisions->size()));
    std::map<std::uint32_t, QString> names;
    for (const auto& customer : *customers) {
        const QString name = customer.name.empty() && customer.key.empty() ? QString() : subjectName(customer);
        if (name.isEmpty())
            continue; // found to be the same person as another, who has the story
        names.emplace(customer.number, name);
        lines.append(
            {name, (customer.isAccount ? Words::tr("Account %1") : Words::tr("Customer %1")).arg(subjectKey(customer)),
             customer.isAccount ? QStringLiteral("people") : QStringLiteral("person"), QStringLiteral("customers"),
             QStringLiteral("#%1").arg(customer.number)});
    }
    for (const auto& decision : *decisions) {
        const QString id = qs(audit::idText(run->tag, decision.key));
        const auto name = names.find(decision.customer);
        lines.append({Words::tr("%1 for %2")
                          .arg(words.action(symbols->name(decision.action)),
                               name == names.end() ? Words::tr("customer %1").arg(decision.customer) : name->second),
                      Words::tr("Decision %1, %2").arg(id, words.time(decision.time)), QStringLiteral("decisions"),
                      QStringLiteral("decisions"), id});
    }
    return lines;
}

} // namespace

WorkspacePalette::WorkspacePalette(AppContext& context)
    : m_context(context) {
    connect(&context, &AppContext::workspaceChanged, this, [this] {
        m_records.clear();
        m_stale = true;
    });
    connect(&context, &AppContext::dataChanged, this, [this] { m_stale = true; });
}

PaletteItem WorkspacePalette::item(const Line& line) const {
    return {line.text, line.hint, line.icon, [context = QPointer(&m_context), line] {
                if (!context)
                    return;
                if (line.place != filePlace) {
                    context->openPlace(line.place, line.argument);
                    return;
                }
                const QString file = QDir(context->workspacePath()).filePath(line.argument);
                if (!QDesktopServices::openUrl(QUrl::fromLocalFile(file)))
                    context->showMessage({"file",
                                          Severity::Info,
                                          {},
                                          tr("No editor is set for this file: %1").arg(QDir::toNativeSeparators(file)),
                                          {},
                                          {},
                                          {},
                                          0});
            }};
}

QList<PaletteItem> WorkspacePalette::items() const {
    QList<PaletteItem> items;
    const auto workspace = m_context.workspace();
    if (!workspace)
        return items;
    QList<Line> lines;
    addJourneys(lines, *workspace);
    addRules(lines, *workspace);
    addFiles(lines, *workspace);
    for (const QList<Line>* part : {&std::as_const(lines), &std::as_const(m_records)})
        for (const Line& line : *part)
            items.append(item(line));
    const QList<RunChoice>& runs = m_context.runs();
    for (auto run = runs.crbegin(); run != runs.crend(); ++run)
        items.append({tr("Show run %1").arg(run->tag), run->text, QStringLiteral("replay"),
                      [context = QPointer(&m_context), tag = run->tag] {
                          if (context)
                              context->chooseRun(tag);
                      }});
    if (m_stale)
        fetch();
    return items;
}

QList<PaletteItem> WorkspacePalette::typed(const QString& text) const {
    if (!m_context.workspace() || (!audit::parseId(text.toStdString()) && !audit::parseQueueId(text.toStdString())))
        return {};
    return {item({tr("Open decision %1").arg(text), tr("Decision"), QStringLiteral("decisions"),
                  QStringLiteral("decisions"), text})};
}

void WorkspacePalette::fetch() const {
    m_stale = false;
    const int revision = ++m_revision;
    auto* self = const_cast<WorkspacePalette*>(this); // the receiver of the answer, on this thread
    m_context.runInBackground<QList<Line>>(
        [folder = m_context.workspacePath().toStdString(), tag = m_context.run().toStdString(),
         workspace = m_context.workspace()] { return readRecords(folder, tag, workspace); },
        self,
        [this, revision](const QList<Line>& records) {
            if (revision != m_revision)
                return;
            m_records = records;
            Q_EMIT m_context.commands().providersChanged();
        });
}

} // namespace wayreeve::ui
