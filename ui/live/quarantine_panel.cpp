#include "ui/live/quarantine_panel.h"

#include "ui/live/live_words.h"
#include "ui/shell/app_context.h"
#include "ui/shell/command_registry.h"
#include "ui/shell/record_words.h"
#include "ui/text/error_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section_header.h"

#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QStackedWidget>

#include <algorithm>

namespace wayreeve::ui {

namespace {

constexpr std::size_t mostShown = 1000;
constexpr int reasonLines = 4;

struct Read {
    session::Quarantine found;
    QString error;
};

} // namespace

QuarantinePanel::QuarantinePanel(AppContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState({}, {})) {
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    auto* nothing = new QWidget;
    auto* inset = new QVBoxLayout(nothing);
    inset->setContentsMargins(metrics::space20, metrics::space20, metrics::space20, metrics::space20);
    inset->addWidget(m_empty);
    inset->addStretch(1);
    auto* filled = new QWidget;
    auto* row = new QHBoxLayout(filled);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildLists(), 1);
    row->addWidget(new Hairline(Qt::Vertical));
    row->addWidget(buildDetail());
    m_stack->addWidget(nothing);
    m_stack->addWidget(filled);
    m_empty->setObjectName(QStringLiteral("quarantineEmpty"));
    context.commands().add(this, {"live.send-again", tr("Send the event again"), "Ctrl+Return", "replay", tr("Live")},
                           [this] { sendAgain(); });
    take({}, {});
    m_known = false;
}

QWidget* QuarantinePanel::buildLists() {
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(metrics::space20, metrics::space12, metrics::space20, metrics::space12);
    column->setSpacing(metrics::space4);
    const auto table = [](const QString& id, const QString& name, QList<CellsModel::Column> columns,
                          const QList<int>& widths, CellsModel*& model) {
        auto* made = new DataTable(name);
        made->setObjectName(id);
        model = new CellsModel(std::move(columns), made);
        made->setModel(model);
        made->setColumnWidths(widths);
        made->setRowHeight(metrics::denseRow);
        made->setSelectionMode(QAbstractItemView::SingleSelection);
        return made;
    };
    m_reasons = table(QStringLiteral("quarantineReasons"), tr("Why events were held back"),
                      {{tr("Why")}, {tr("Events"), true}, {tr("Not sent again"), true}}, {0, 88, 120}, m_reasonsModel);
    m_list = table(QStringLiteral("quarantineList"), tr("Events in quarantine"),
                   {{tr("Received")}, {tr("Event")}, {tr("Why")}}, {120, 224, 0}, m_listModel);
    column->addWidget(new SectionHeader(tr("Why events were held back"), tr("choose one to see only these")));
    column->addWidget(m_reasons);
    column->addSpacing(metrics::space8);
    m_header = new SectionHeader(tr("Events in quarantine"));
    m_header->setObjectName(QStringLiteral("quarantineHeader"));
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
    connect(m_header, &SectionHeader::linkActivated, m_reasons, [this] {
        m_reasons->setCurrentIndex({});
        m_reasons->clearSelection();
        m_list->setFocus();
    });
    connect(m_reasons->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (m_filling)
            return;
        fill();
        if (m_found.count > mostShown) // older ones of it may not be here
            read();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_filling)
            open();
    });
    connect(m_list, &DataTable::opened, this, [this] { m_text->setFocus(); });
    return panel;
}

QWidget* QuarantinePanel::buildDetail() {
    auto* panel = new QWidget;
    panel->setFixedWidth(metrics::inspector + metrics::space32 + metrics::space32);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(metrics::space16, metrics::space12, metrics::space16, metrics::space12);
    column->setSpacing(metrics::space8);
    m_title = new PlainLabel({}, Type::Title, Weight::Bold);
    m_title->setObjectName(QStringLiteral("quarantineTitle"));
    m_title->setElided(true);
    m_received = new PlainLabel({}, Type::Small, Weight::Regular, Ink::Text2);
    m_why = new PlainLabel;
    m_why->setObjectName(QStringLiteral("quarantineWhy"));
    m_why->setWordWrap(true);
    auto* why = new QHBoxLayout;
    why->setSpacing(metrics::space8);
    why->addWidget(new IconLabel(QStringLiteral("warning"), Ink::RiskMedium), 0, Qt::AlignTop);
    why->addWidget(m_why, 1);
    m_again = new PlainLabel({}, Type::Small, Weight::Regular, Ink::Text2);
    m_again->setObjectName(QStringLiteral("quarantineAgain"));
    m_again->setWordWrap(true);
    m_again->setVisible(false);
    m_text = new QPlainTextEdit;
    m_text->setObjectName(QStringLiteral("quarantineText"));
    m_text->setAccessibleName(tr("Text of the event"));
    m_text->setTabChangesFocus(true);
    m_text->setFont(uiFont(Type::Code));
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_words = new PlainLabel({}, Type::Small, Weight::Regular, Ink::Text2);
    m_words->setObjectName(QStringLiteral("quarantineWords"));
    m_words->setWordWrap(true);
    m_send = new FilledButton(tr("Send again"));
    m_send->setObjectName(QStringLiteral("quarantineSend"));
    m_send->setKeyHint(QStringLiteral("Ctrl ↵"));
    m_undo = new PlainButton(tr("As it came"));
    m_undo->setObjectName(QStringLiteral("quarantineUndo"));
    m_undo->setToolTip(tr("Takes back what was changed in the text"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space8);
    buttons->addWidget(m_send);
    buttons->addWidget(m_undo);
    buttons->addStretch(1);
    column->addWidget(m_title);
    column->addWidget(m_received);
    column->addLayout(why);
    column->addWidget(m_again);
    column->addWidget(new SectionHeader(tr("Event"), tr("change what is wrong")));
    column->addWidget(m_text, 1);
    column->addLayout(buttons);
    column->addWidget(m_words);
    connect(m_send, &QAbstractButton::clicked, this, &QuarantinePanel::sendAgain);
    connect(m_undo, &QAbstractButton::clicked, this, [this] {
        m_opened = 0;
        open();
        m_text->setFocus();
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, &QuarantinePanel::showSend);
    return panel;
}

QList<QWidget*> QuarantinePanel::panes() {
    return {m_list, m_reasons, m_text};
}

void QuarantinePanel::show(const QString& run, std::uint64_t count, std::uint64_t sentAgain) {
    if (run != m_run)
        m_opened = 0;
    if (m_known && run == m_run && count == m_count && sentAgain == m_sentAgain)
        return;
    m_run = run;
    m_count = count;
    m_sentAgain = sentAgain;
    m_known = true;
    if (count == 0 || run.isEmpty()) {
        ++m_revision;
        take({}, {});
    } else {
        read();
    }
}

void QuarantinePanel::read() {
    ++m_busy;
    const quint64 revision = ++m_revision;
    session::QuarantineQuery query{m_run.toStdString(), mostShown, false, {}};
    if (const QString chosen = reason(); !chosen.isEmpty() && m_found.run == query.run && m_count > mostShown)
        query.reason = chosen.toStdString();
    m_context.runInBackground<Read>(
        [folder = m_context.workspacePath().toStdString(), query] {
            auto found = session::quarantined(folder, query);
            Read read;
            if (found)
                read.found = std::move(*found);
            else
                read.error = text::errorText(found.error());
            return read;
        },
        this,
        [this, revision](const Read& read) {
            if (revision == m_revision)
                take(read.found, read.error);
            done();
        });
}

QString QuarantinePanel::reason() const {
    return m_reasonsModel->data(m_reasons->currentIndex().siblingAtColumn(0), CellsModel::dataRole).toString();
}

void QuarantinePanel::take(session::Quarantine found, const QString& error) {
    const QString chosen = found.run == m_found.run ? reason() : QString();
    m_found = std::move(found);
    if (!error.isEmpty()) {
        m_known = false; // the next look tries again
        m_empty->setContent(tr("Quarantine cannot be read"), error);
    } else {
        m_empty->setContent(tr("Nothing is in quarantine"),
                            tr("An event that breaks the tracking plan is held back here instead of being guessed at: "
                               "you see why, can put it right, and send it again."));
    }
    m_stack->setCurrentIndex(m_found.count == 0 ? 0 : 1);
    {
        const QScopedValueRollback quiet(m_filling, true);
        m_reasonsModel->setRows(reasonRows(m_found.reasons, QLocale()));
        const int lines = std::clamp(m_reasonsModel->rowCount(), 1, reasonLines);
        m_reasons->setFixedHeight(metrics::row + lines * metrics::denseRow + 2);
        for (int row = 0; row < m_reasonsModel->rowCount(); ++row)
            if (!chosen.isEmpty() && m_reasonsModel->rows()[row][0].data.toString() == chosen)
                m_reasons->setCurrentIndex(m_reasonsModel->index(row, 0));
    }
    fill();
}

/// The list, of one reason or of all; what is open stays open.
void QuarantinePanel::fill() {
    const std::string chosen = reason().toStdString();
    std::uint64_t all = m_found.count;
    for (const session::QuarantineReason& one : m_found.reasons)
        if (session::reasonKey(one.fate, one.reason) == chosen)
            all = one.count;
    m_listed.clear();
    for (const session::QuarantinedEvent& event : m_found.events)
        if (chosen.empty() || session::reasonKey(event.fate, event.reason) == chosen)
            m_listed.push_back(event);
    const RecordWords words(m_context.workspace());
    QStringList times;
    for (const session::QuarantinedEvent& event : m_listed)
        times.append(words.time(event.receivedAt));
    const QScopedValueRollback quiet(m_filling, true);
    m_listModel->setRows(quarantineRows(m_listed, times));
    const QLocale locale;
    m_header->setNote(m_listed.size() < all ? tr("%1 of %2, newest first")
                                                  .arg(locale.toString(qulonglong(m_listed.size())),
                                                       locale.toString(static_cast<qulonglong>(all)))
                                            : tr("newest first"));
    m_header->setLink(chosen.empty() ? QString() : tr("Show all"));
    int row = m_listed.empty() ? -1 : 0;
    for (std::size_t i = 0; i < m_listed.size(); ++i)
        if (m_listed[i].sequence == m_opened)
            row = static_cast<int>(i);
    if (row >= 0)
        m_list->setCurrentIndex(m_listModel->index(row, 0));
    open();
}

void QuarantinePanel::showAgain(const session::QuarantinedEvent* event) {
    const bool again = event && event->sentAgain;
    m_again->setVisible(again);
    if (!again)
        return m_again->clear();
    const RecordWords words(m_context.workspace());
    const session::SentAgain& sent = *event->sentAgain;
    m_again->setText(
        sentAgainSentence(sent, words.time(sent.at), sent.person.empty() ? QString() : words.person(sent.person)));
}

void QuarantinePanel::open() {
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= static_cast<int>(m_listed.size())) {
        m_opened = 0;
        showAgain(nullptr);
        showSend();
        return;
    }
    const session::QuarantinedEvent& event = m_listed[static_cast<std::size_t>(row)];
    showAgain(&event);
    if (event.sequence == m_opened)
        return; // somebody may be writing in it
    m_opened = event.sequence;
    m_title->setText(event.name.empty() ? tr("No event") : QString::fromStdString(event.name));
    m_received->setText(tr("received %1").arg(RecordWords(m_context.workspace()).time(event.receivedAt)));
    m_why->setText(reasonSentence(event.fate, event.reason));
    m_words->clear();
    m_came = indented(event.text);
    m_text->setPlainText(m_came);
    showSend();
}

void QuarantinePanel::setTaking(bool taking) {
    m_taking = taking;
    showSend();
}

void QuarantinePanel::showSend() {
    const bool something = m_opened != 0 && !m_text->toPlainText().trimmed().isEmpty();
    m_send->setEnabled(m_taking && something && m_busy == 0);
    m_undo->setEnabled(m_opened != 0 && m_text->toPlainText() != m_came);
    if (!m_taking)
        m_words->setText(tr("It is received anew, so events must be taken: start that in Overview first."));
    else if (m_saysStart)
        m_words->clear();
    m_saysStart = !m_taking;
}

void QuarantinePanel::sendAgain() {
    if (!m_send->isEnabled())
        return;
    ++m_busy;
    showSend();
    m_words->setText(tr("Sending…"));
    const session::Mending mending{m_run.toStdString(), m_opened, m_context.person().id.toStdString()};
    m_context.runInBackground<QString>(
        [folder = m_context.workspacePath().toStdString(), text = m_text->toPlainText().toStdString(), mending] {
            const auto sent = session::sendMended(folder, text, mending);
            return sent ? QString() : text::placeText(sent.error()) + text::errorText(sent.error());
        },
        this,
        [this, opened = m_opened, run = m_run](const QString& error) {
            if (run == m_run && opened == m_opened)
                m_words->setText(error.isEmpty() ? tr("The live run has received it. If it still breaks the plan, it "
                                                      "is here again, as the newest.")
                                                 : error);
            if (error.isEmpty() && run == m_run) {
                read();
                Q_EMIT sent();
            }
            done();
        });
}

void QuarantinePanel::done() {
    if (--m_busy == 0) {
        showSend();
        Q_EMIT becameSettled();
    }
}

} // namespace wayreeve::ui
