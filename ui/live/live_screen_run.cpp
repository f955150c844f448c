#include "ui/live/live_screen.h"

#include "ui/live/quarantine_panel.h"
#include "ui/live/run_card.h"
#include "ui/live/sources_panel.h"
#include "ui/shell/app_context.h"
#include "ui/shell/confirm_dialog.h"
#include "ui/shell/record_words.h"
#include "ui/widgets/segmented_control.h"

#include <QStackedWidget>
#include <QTimeZone>
#include <QTimer>

// The live run of the window: starting it, letting it stand still, and its pages.

namespace wayreeve::ui {

namespace {

const QStringList& pageIds() {
    static const QStringList ids{QStringLiteral("overview"), QStringLiteral("sources"), QStringLiteral("quarantine"),
                                 QStringLiteral("outbox")};
    return ids;
}

} // namespace

QList<QWidget*> LiveScreen::topBarWidgets() {
    return {m_pages};
}

void LiveScreen::open(const QString& page) {
    showPage(page);
}

QString LiveScreen::argument() const {
    return m_pages->current();
}

void LiveScreen::showPage(const QString& page) {
    const auto at = pageIds().indexOf(page);
    if (at < 0)
        return;
    m_pages->setCurrent(page);
    m_stack->setCurrentIndex(static_cast<int>(at));
}

LiveNow LiveScreen::now() const {
    LiveNow now;
    const auto workspace = context().workspace();
    const bool mine = m_runner.mode() != LiveMode::Off;
    now.mode = mine               ? m_runner.mode()
               : !workspace       ? LiveMode::NoWorkspace
               : m_data.elsewhere ? LiveMode::Elsewhere
                                  : LiveMode::Off;
    now.sends = workspace && session::isConnected(workspace->settings);
    now.failed = m_runner.failed();
    now.stored = m_data.live;
    now.storedEvents = m_data.liveEvents;
    now.storedWaiting = m_data.liveWaiting;
    const RecordWords words(workspace);
    if (m_data.live) // before its first epoch a run has no clock
        now.storedClock = words.time(m_data.live->epochs > 0 ? m_data.live->clock : m_data.live->start);
    if (mine) {
        now.status = m_runner.status();
        now.perSecond = m_runner.perSecond();
        now.since = words.time(m_runner.since());
    }
    return now;
}

void LiveScreen::showRun() {
    const LiveNow shown = now();
    if (const auto workspace = context().workspace(); workspace && !workspace->settings.zones.empty())
        if (const QTimeZone zone(QByteArray::fromStdString(workspace->settings.zones.front())); zone.isValid())
            m_card->setZone(zone);
    m_card->show(shown);
    m_sources->setAddress(liveCard(shown, QLocale()).address);
    m_quarantine->setTaking(shown.mode == LiveMode::On || shown.mode == LiveMode::Elsewhere);
    if (shown.mode != LiveMode::Elsewhere)
        m_look->stop();
    else if (!m_look->isActive())
        m_look->start();
}

void LiveScreen::runChanged() {
    showRun();
    if (m_runner.mode() == LiveMode::Off)
        Q_EMIT context().dataChanged(); // where it stands, and what came in last
}

void LiveScreen::startTaking(bool fresh) {
    if (now().mode != LiveMode::Off)
        return;
    LiveRunner::Wish wish;
    wish.folder = context().workspacePath();
    wish.port = m_card->port();
    wish.now = m_card->rehearsal();
    wish.fresh = fresh;
    m_runner.start(wish);
}

void LiveScreen::ask(const Question& question, std::function<void()> yes) {
    auto* dialog = new ConfirmDialog(question.title, question.text, question.yes, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, yes);
    dialog->open();
}

void LiveScreen::standStill() {
    if (m_runner.mode() != LiveMode::Starting && m_runner.mode() != LiveMode::On)
        return;
    ask({tr("Let the run stand still?"),
         tr("Events are refused and nothing is decided or sent until you start again; the run then goes on where it "
            "was. Nothing that was received is lost. Senders that try again reach it then."),
         tr("Stand still")},
        [this] { m_runner.stop(); });
}

void LiveScreen::askNewRun() {
    ask({tr("Begin a new run?"),
         tr("It remembers nothing of the customers: who they are, what was sent to them and what they answered begins "
            "anew, also limits on how often they are written to. The old run stays readable and no longer goes on."),
         tr("Begin a new run")},
        [this] { startTaking(true); });
}

HoldsWork::Question LiveScreen::workQuestion() const {
    if (m_runner.mode() == LiveMode::Off)
        return {};
    return {tr("Stop taking events?"),
            tr("A live run is at work in this window and ends with it. It stands still then and goes on at the next "
               "start. To take events without a window, use “wayreevectl serve”."),
            tr("Stand still and leave")};
}

void LiveScreen::endWork(std::function<void()> ended) {
    if (m_runner.mode() == LiveMode::Off) {
        ended();
        return;
    }
    connect(&m_runner, &LiveRunner::ended, this, std::move(ended), Qt::SingleShotConnection);
    m_runner.stop();
}

} // namespace wayreeve::ui
