#include "ui/shell/shown_run.h"

#include <QLocale>

#include <algorithm>

namespace wayreeve::ui {

namespace {

struct Found {
    std::vector<audit::RunInfo> runs;
    std::string shown;
};

Found read(const std::string& folder, const std::string& tag) {
    Found found;
    auto reader = session::openReader(folder);
    if (!reader)
        return found; // the screens say why
    if (auto runs = (*reader)->runs())
        found.runs = std::move(runs).value();
    if (const audit::RunInfo* run = shownRun(found.runs, tag))
        found.shown = run->tag;
    return found;
}

RunChoice choiceOf(const audit::RunInfo& run) {
    const QString kind = run.kind == audit::RunKind::Simulation ? RunKeeper::tr("simulation")
                         : run.kind == audit::RunKind::Replay   ? RunKeeper::tr("replay")
                         : run.source.empty()                   ? RunKeeper::tr("live")
                                                                : RunKeeper::tr("import");
    const QString tag = QString::fromStdString(run.tag);
    return {tag, RunKeeper::tr("%1: %2, customers: %L3, decisions: %L4")
                     .arg(tag, kind)
                     .arg(static_cast<qulonglong>(run.customers))
                     .arg(static_cast<qulonglong>(run.decisions))};
}

Status statusOf(const audit::RunInfo& run) {
    Status status;
    const bool sends = run.kind == audit::RunKind::Live && run.sendsReally;
    status.mode = sends ? Mode::Live : run.kind == audit::RunKind::Live ? Mode::Recorded : Mode::Simulated;
    if (run.kind != audit::RunKind::Live)
        status.texts << StatusText{RunKeeper::tr("seed %1").arg(run.seed), false};
    status.texts << StatusText{RunKeeper::tr("%L1 decisions").arg(static_cast<qulonglong>(run.decisions)), false};
    if (!sends)
        status.texts << StatusText{RunKeeper::tr("nothing is sent"), false};
    return status;
}

} // namespace

const audit::RunInfo* shownRun(const std::vector<audit::RunInfo>& runs, const std::string& tag) {
    const auto newest = [&runs](auto&& fits) -> const audit::RunInfo* {
        const auto at = std::find_if(runs.rbegin(), runs.rend(), fits);
        return at == runs.rend() ? nullptr : &*at;
    };
    if (const auto* run = newest([&tag](const audit::RunInfo& each) { return !tag.empty() && each.tag == tag; }))
        return run;
    if (const auto* run = newest(
            [](const audit::RunInfo& each) { return each.decisions > 0 && each.kind != audit::RunKind::Replay; }))
        return run;
    if (const auto* run = newest([](const audit::RunInfo& each) { return each.decisions > 0; }))
        return run;
    return runs.empty() ? nullptr : &runs.back();
}

Result<audit::RunInfo> shownRun(audit::LedgerReader& reader, const std::string& tag) {
    const auto runs = reader.runs();
    if (!runs)
        return runs.error();
    if (const audit::RunInfo* run = shownRun(*runs, tag))
        return *run;
    return Error{"run.none", {}};
}

RunKeeper::RunKeeper(AppContext& context, QObject* parent)
    : QObject(parent)
    , m_context(context) {
    connect(&context, &AppContext::workspaceChanged, this, &RunKeeper::refresh);
    connect(&context, &AppContext::dataChanged, this, &RunKeeper::refresh);
    connect(&context, &AppContext::statusChanged, this, &RunKeeper::keepStatus);
    refresh();
}

void RunKeeper::keepStatus() {
    const auto same = [](const StatusText& a, const StatusText& b) { return a.text == b.text; };
    const Status& now = m_context.status();
    if (!m_status || (now.mode == m_status->mode && std::equal(now.texts.begin(), now.texts.end(),
                                                               m_status->texts.begin(), m_status->texts.end(), same)))
        return;
    m_status->saved = now.saved;
    m_context.setStatus(*m_status);
}

void RunKeeper::refresh() {
    const int revision = ++m_revision;
    if (!m_context.workspace()) {
        m_status.reset();
        m_context.setRuns({}, {});
        return;
    }
    m_context.runInBackground<Found>([folder = m_context.workspacePath().toStdString(),
                                      tag = m_context.run().toStdString()] { return read(folder, tag); },
                                     this,
                                     [this, revision](const Found& found) {
                                         if (revision != m_revision)
                                             return;
                                         m_status.reset();
                                         QList<RunChoice> choices;
                                         for (const audit::RunInfo& run : found.runs) {
                                             choices << choiceOf(run);
                                             if (run.tag == found.shown)
                                                 m_status = statusOf(run);
                                         }
                                         m_context.setRuns(std::move(choices), QString::fromStdString(found.shown));
                                         keepStatus();
                                     });
}

} // namespace wayreeve::ui
