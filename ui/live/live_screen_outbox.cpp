#include "ui/live/live_screen.h"

#include "ui/shell/app_context.h"
#include "ui/shell/rights.h"
#include "ui/text/error_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section_header.h"

#include <QBoxLayout>
#include <QItemSelectionModel>

namespace wayreeve::ui {

namespace {

using execution::DispatchState;

bool mayGoAgain(const OutboxItem& item) {
    return item.dispatch.state == DispatchState::Failed || item.dispatch.state == DispatchState::Unknown;
}

QString replayed(const std::string& folder, const std::string& run, std::uint64_t number, const std::string& person) {
    const auto workspace = session::openWorkspace(folder);
    const auto done =
        workspace ? session::replayOutboxItem(*workspace, run, number, person) : Result<void>(workspace.error());
    return done ? QString() : text::placeText(done.error()) + text::errorText(done.error());
}

} // namespace

QWidget* LiveScreen::buildOutbox() {
    auto* panel = new QWidget;
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(metrics::space20, metrics::space12, metrics::space20, metrics::space12);
    layout->setSpacing(metrics::space4);
    m_outbox = addTable(
        tr("Outbox"),
        {{tr("When")}, {tr("Action")}, {tr("Customer")}, {tr("State")}, {tr("Attempts"), true}, {tr("Answer")}},
        {136, 0, 176, 192, 80, 200}, m_outboxModel, panel);
    m_outbox->setObjectName(QStringLiteral("liveOutbox"));
    m_outbox->setSelectionMode(QAbstractItemView::SingleSelection);
    m_outboxHeader = new SectionHeader(tr("Outbox"), tr("newest first"), panel);
    m_replay = new PlainButton(tr("Send again…"));
    m_replay->setObjectName(QStringLiteral("outboxReplay"));
    m_replayWords = new PlainLabel({}, Type::Small, Weight::Regular, Ink::Text2, panel);
    m_replayWords->setObjectName(QStringLiteral("outboxWords"));
    m_replayWords->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addWidget(m_replay);
    row->addWidget(m_replayWords, 1);
    layout->addWidget(m_outboxHeader);
    layout->addWidget(m_outbox, 1);
    layout->addSpacing(metrics::space4);
    layout->addLayout(row);
    connect(m_outbox->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showReplay(); });
    connect(m_replay, &QAbstractButton::clicked, this, &LiveScreen::replayItem);
    return panel;
}

const OutboxItem* LiveScreen::chosenItem() const {
    const int row = m_outbox->currentIndex().row();
    return row >= 0 && row < static_cast<int>(m_data.outbox.size()) ? &m_data.outbox[static_cast<std::size_t>(row)]
                                                                    : nullptr;
}

/// What is chosen stays so, wherever it stands now.
void LiveScreen::showOutbox() {
    const QString kept =
        m_outboxModel->data(m_outbox->currentIndex().siblingAtColumn(0), CellsModel::dataRole).toString();
    const auto workspace = context().workspace();
    m_outboxModel->setRows(workspace ? outboxRows(m_data.outbox, *workspace, QLocale()) : CellsModel::Rows());
    for (int row = 0; row < m_outboxModel->rowCount(); ++row)
        if (!kept.isEmpty() && m_outboxModel->rows()[row][0].data.toString() == kept)
            m_outbox->setCurrentIndex(m_outboxModel->index(row, 0));
    showReplay();
}

void LiveScreen::showReplay() {
    const OutboxItem* const item = chosenItem();
    m_replay->setEnabled(item != nullptr && mayGoAgain(*item) && m_data.run.has_value());
    m_replayWords->setText(m_replay->isEnabled()
                               ? QString()
                               : tr("Choose an item that failed, or of which it is unclear whether it "
                                    "was done, to send it again."));
}

void LiveScreen::replayItem() {
    const OutboxItem* const item = chosenItem();
    if (item == nullptr || !m_replay->isEnabled() || !mayOrSay(context(), governance::Right::Replay))
        return;
    const bool unclear = item->dispatch.state == DispatchState::Unknown;
    const QString meaning =
        unclear ? tr("Nobody knows whether it was done: look at the receiver first. Where the receiver knows no keys "
                     "(e-mail, chat, escalations), %1 may get it twice.")
                : tr("It goes out with the same text and the same key, if %1 may still be contacted. Put right first "
                     "what made the receiver refuse it.");
    ask({tr("Send this item again?"), meaning.arg(QString::fromStdString(item->customer)), tr("Send again")},
        [this, run = m_data.run->tag, number = item->dispatch.number] {
            ++m_busy;
            context().runInBackground<QString>(
                [folder = context().workspacePath().toStdString(), run, number,
                 person = context().person().id.toStdString()] { return replayed(folder, run, number, person); },
                this,
                [this](const QString& error) {
                    refresh();
                    if (error.isEmpty())
                        m_replayWords->setText(tr("It waits to be sent: a live run at work does that by itself, else "
                                                  "“wayreevectl dispatch” does."));
                    else
                        say(QStringLiteral("live.replay"), error);
                    done();
                });
        });
}

} // namespace wayreeve::ui
