#include "ui/insights/audit_page.h"

#include "ui/shell/command_registry.h"
#include "ui/shell/confirm_dialog.h"
#include "ui/text/error_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section_header.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDate>
#include <QGridLayout>
#include <QItemSelectionModel>
#include <QLocale>
#include <QScopedValueRollback>

#include <algorithm>

namespace wayreeve::ui {

namespace {

constexpr int mostStages = 9, listWidth = 400, confusionRows = 7, stagesInARow = 4;

QString monthWords(const session::AuditMonth& month) {
    return QLocale().toString(QDate(month.year, month.month, 1), QStringLiteral("MMMM yyyy"));
}

} // namespace

AuditPage::AuditPage(AppContext& context, QWidget* parent)
    : InsightsPage(context, parent) {
    setContent(build());
    const QString group = tr("Stage audit");
    for (int i = 0; i < mostStages; ++i)
        context.commands().add(this,
                               {QStringLiteral("insights.label-%1").arg(i + 1), tr("Label as stage %1").arg(i + 1),
                                QString::number(i + 1), "tag", group},
                               [this, i] { labelAs(static_cast<std::size_t>(i)); });
    context.commands().add(this, {"insights.next-moment", tr("Next moment"), "J", "chevron-down", group},
                           [this] { go(1); });
    context.commands().add(this, {"insights.previous-moment", tr("Previous moment"), "K", "chevron-up", group},
                           [this] { go(-1); });
    context.commands().add(this, {"insights.take-label-back", tr("Take the label back"), "Z", "undo", group},
                           [this] { takeBack(); });
    context.commands().add(this, {"insights.reveal", tr("Show what the core read"), "Ctrl+Return", "outcome", group},
                           [this] { reveal(); });
}

QWidget* AuditPage::build() {
    auto* page = new QWidget(this);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* left = new QWidget(page);
    left->setFixedWidth(listWidth);
    auto* list = new QVBoxLayout(left);
    list->setContentsMargins(metrics::space12, metrics::space12, 0, 0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, metrics::space12, 0);
    m_monthBox = new QComboBox(left);
    m_monthBox->setObjectName(QStringLiteral("auditMonth"));
    m_monthBox->setAccessibleName(tr("Month"));
    m_progress = new PlainLabel({}, Type::Body, Weight::Bold, Ink::Text1, left);
    m_progress->setObjectName(QStringLiteral("auditProgress"));
    head->addWidget(m_monthBox);
    head->addWidget(m_progress, 1, Qt::AlignRight);
    list->addLayout(head);
    m_list = new DataTable(tr("Moments of the audit"), left);
    m_list->setObjectName(QStringLiteral("auditMoments"));
    m_list->setRowHeight(metrics::denseRow);
    m_listModel = new CellsModel({}, m_list);
    m_list->setModel(m_listModel);
    list->addWidget(m_list, 1);
    row->addWidget(left);
    row->addWidget(new Hairline(Qt::Vertical, page));
    row->addWidget(buildMoment(), 1);
    connect(m_monthBox, &QComboBox::activated, this, [this](int index) {
        m_month = m_months[static_cast<std::size_t>(index)];
        m_given.clear();
        m_current = -1;
        read();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (m_filling || !index.isValid())
            return;
        m_current = index.row();
        showMoment();
    });
    return page;
}

QWidget* AuditPage::buildMoment() {
    auto* right = new QWidget(this);
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins(metrics::space20, metrics::space12, metrics::space20, metrics::space12);
    layout->setSpacing(metrics::space8);
    m_result = new PlainLabel({}, Type::Title, Weight::Bold, Ink::Text1, right);
    m_result->setObjectName(QStringLiteral("auditResult"));
    m_result->setWordWrap(true);
    layout->addWidget(m_result);
    m_confusionHeader = new SectionHeader(tr("Person against core"), tr("moments; bold: the same"), right);
    layout->addWidget(m_confusionHeader);
    m_confusion = new DataTable(tr("Confusion of stages"), right);
    m_confusion->setObjectName(QStringLiteral("auditConfusion"));
    m_confusion->setRowHeight(metrics::denseRow);
    m_confusionModel = new CellsModel({}, m_confusion);
    m_confusion->setModel(m_confusionModel);
    layout->addWidget(m_confusion);
    m_title = new SectionHeader({}, {}, right);
    m_title->setObjectName(QStringLiteral("auditMoment"));
    layout->addWidget(m_title);
    m_stages = new QWidget(right);
    m_stages->setAccessibleName(tr("Stages to choose from"));
    layout->addWidget(m_stages);
    m_seen = new DataTable(tr("What had happened by then"), right);
    m_seen->setObjectName(QStringLiteral("auditSeen"));
    m_seen->setRowHeight(metrics::denseRow);
    m_seenModel = new CellsModel({{tr("When")}, {tr("Event")}, {tr("Properties")}}, m_seen);
    m_seen->setModel(m_seenModel);
    m_seen->setColumnWidths({112, 168, 0});
    layout->addWidget(m_seen, 1);
    auto* bar = new QHBoxLayout;
    m_back = new PlainButton(tr("Take the label back"), right);
    m_back->setObjectName(QStringLiteral("auditBack"));
    m_back->setKeyHint(QStringLiteral("Z"));
    m_reveal = new FilledButton(tr("Show what the core read"), right);
    m_reveal->setObjectName(QStringLiteral("auditReveal"));
    bar->addWidget(m_back);
    bar->addStretch(1);
    bar->addWidget(m_reveal);
    layout->addLayout(bar);
    connect(m_back, &Button::clicked, this, &AuditPage::takeBack);
    connect(m_reveal, &Button::clicked, this, &AuditPage::reveal);
    return right;
}

void AuditPage::read() {
    fetch<Drawn>(
        [month = m_month](const std::string& folder, const std::string& tag) -> Result<Drawn> {
            Drawn drawn;
            {
                const auto reader = session::openReader(folder);
                if (!reader)
                    return reader.error();
                const auto run = (*reader)->run(tag);
                if (!run)
                    return run.error();
                drawn.months = session::auditMonths(*run);
            }
            const bool known =
                month && std::find(drawn.months.begin(), drawn.months.end(), *month) != drawn.months.end();
            drawn.month = known ? *month : drawn.months.front();
            auto audit = session::drawMonthlyAudit(folder, tag, drawn.month);
            if (!audit)
                return audit.error();
            drawn.audit = std::move(*audit);
            return drawn;
        },
        [this](const Drawn& drawn) { show(drawn); });
}

void AuditPage::show(const Drawn& drawn) {
    if (drawn.audit.run != m_audit.run || drawn.audit.seed != m_audit.seed) {
        m_given.clear();
        m_current = -1;
    }
    m_audit = drawn.audit;
    m_months = drawn.months;
    m_monthBox->clear();
    for (const session::AuditMonth& month : m_months) {
        m_monthBox->addItem(monthWords(month));
        if (month == drawn.month)
            m_monthBox->setCurrentIndex(m_monthBox->count() - 1);
    }
    const RecordWords words(context().workspace());
    qDeleteAll(m_stageButtons);
    m_stageButtons.clear();
    delete m_stages->layout();
    auto* grid = new QGridLayout(m_stages);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(metrics::space4);
    grid->setColumnStretch(stagesInARow, 1);
    for (std::size_t i = 0; i < m_audit.stages.size(); ++i) {
        auto* button = new PlainButton(words.stage(m_audit.stages[i]), m_stages);
        button->setObjectName(QStringLiteral("auditStage%1").arg(i + 1));
        if (i < mostStages)
            button->setKeyHint(QString::number(i + 1));
        if (const auto workspace = context().workspace(); workspace && workspace->stages)
            if (const documents::Stage* stage = workspace->stages->find(m_audit.stages[i]))
                button->setToolTip(QString::fromStdString(stage->definition));
        connect(button, &Button::clicked, this, [this, i] { labelAs(i); });
        const int place = static_cast<int>(i);
        grid->addWidget(button, place / stagesInARow, place % stagesInARow);
        m_stageButtons.append(button);
    }
    if (m_current < 0)
        m_current = nextOpen(-1);
    showAudit();
    showContent();
}

void AuditPage::showAudit() {
    const AuditView view = presentAudit(m_audit, RecordWords(context().workspace()));
    m_progress->setText(view.progress);
    m_result->setText(view.result);
    m_result->setVisible(!view.result.isEmpty());
    const QScopedValueRollback filling(m_filling, true);
    m_listModel->setColumns(view.moments.columns);
    m_listModel->setRows(view.moments.rows);
    m_list->setColumnWidths(m_audit.revealed ? QList<int>{40, 104, 0, 116} : QList<int>{40, 120, 0});
    const bool shown = !view.confusion.rows.isEmpty();
    m_confusionHeader->setVisible(shown);
    m_confusion->setVisible(shown);
    if (shown) {
        QList<int> widths{0};
        for (qsizetype i = 1; i < view.confusion.columns.size(); ++i)
            widths.append(48);
        m_confusionModel->setColumns(view.confusion.columns);
        m_confusionModel->setRows(view.confusion.rows);
        m_confusion->setColumnWidths(widths);
        const int rows = std::min(static_cast<int>(view.confusion.rows.size()), confusionRows);
        m_confusion->setFixedHeight(rows * metrics::denseRow + metrics::row);
    }
    m_list->setCurrentIndex(m_listModel->index(m_current, 0));
    m_reveal->setVisible(!m_audit.revealed);
    showMoment();
}

void AuditPage::showMoment() {
    if (m_current < 0 || m_current >= static_cast<int>(m_audit.moments.size()))
        return;
    const measurement::AuditMoment& moment = m_audit.moments[static_cast<std::size_t>(m_current)];
    const RecordWords words(context().workspace());
    const bool open = moment.label.empty();
    m_title->setTitle(open ? tr("Moment %1: in which stage was this customer?").arg(m_current + 1)
                           : tr("Moment %1: %2").arg(m_current + 1).arg(words.stage(moment.label)));
    m_title->setNote(tr("%1, from what had happened by then").arg(words.time(moment.at)));
    for (Button* button : m_stageButtons)
        button->setEnabled(open && !m_changing);
    m_back->setEnabled(!m_audit.revealed && !m_changing && (!open || !m_given.isEmpty()));
    m_back->setToolTip(m_audit.revealed ? tr("What the core read was shown, so labels stay.") : QString());
    begin();
    context().runInBackground<Result<std::vector<session::SeenEvent>>>(
        [folder = folder(), audit = m_audit, id = moment.id] { return session::eventsBefore(folder, audit, id); }, this,
        [this, words, revision = ++m_momentRevision](const Result<std::vector<session::SeenEvent>>& seen) {
            if (revision == m_momentRevision) {
                m_seenModel->setRows(seen ? seenRows(*seen, words) : CellsModel::Rows());
                if (!seen)
                    say(text::errorText(seen.error()), true);
            }
            end();
        });
}

int AuditPage::nextOpen(int from) const {
    const int count = static_cast<int>(m_audit.moments.size());
    for (int step = 1; step <= count; ++step) {
        const int at = (from + step + count) % count;
        if (m_audit.moments[static_cast<std::size_t>(at)].label.empty())
            return at;
    }
    return std::max(from, 0);
}

void AuditPage::change(std::function<Result<measurement::StageAudit>()> work, int next) {
    m_changing = true;
    begin();
    context().runInBackground<Result<measurement::StageAudit>>(
        std::move(work), this, [this, next](const Result<measurement::StageAudit>& audit) {
            m_changing = false;
            if (audit) {
                m_audit = *audit;
                m_current = next >= 0 ? next : nextOpen(m_current);
                showAudit();
            } else {
                say(text::errorText(audit.error()), true);
                showMoment();
            }
            end();
        });
}

void AuditPage::labelAs(std::size_t stage) {
    if (m_changing || m_current < 0 || stage >= m_audit.stages.size())
        return;
    const measurement::AuditMoment& moment = m_audit.moments[static_cast<std::size_t>(m_current)];
    if (!moment.label.empty())
        return;
    m_given.append(QString::fromStdString(moment.id));
    change(
        [folder = folder(), run = m_audit.run, seed = m_audit.seed, id = moment.id, label = m_audit.stages[stage],
         person = context().person().id.toStdString()] {
            return session::labelStage(folder, run, seed, id, label, person);
        },
        -1);
}

void AuditPage::takeBack() {
    if (m_changing || m_audit.revealed || m_current < 0)
        return;
    std::string id = m_audit.moments[static_cast<std::size_t>(m_current)].id;
    if (m_audit.moments[static_cast<std::size_t>(m_current)].label.empty()) {
        if (m_given.isEmpty())
            return;
        id = m_given.last().toStdString();
    }
    m_given.removeAll(QString::fromStdString(id));
    const auto at = std::find_if(m_audit.moments.begin(), m_audit.moments.end(),
                                 [&](const measurement::AuditMoment& moment) { return moment.id == id; });
    change([folder = folder(), run = m_audit.run, seed = m_audit.seed,
            id] { return session::unlabelStage(folder, run, seed, id); },
           static_cast<int>(at - m_audit.moments.begin()));
}

void AuditPage::go(int by) {
    const int last = static_cast<int>(m_audit.moments.size()) - 1;
    if (last >= 0)
        m_list->setCurrentIndex(m_listModel->index(std::clamp(m_current + by, 0, last), 0));
}

void AuditPage::reveal() {
    if (m_changing || m_audit.revealed || m_audit.moments.empty())
        return;
    if (const std::size_t open = measurement::reportOf(m_audit).open; open > 0) {
        ConfirmDialog ask(tr("Show what the core read?"),
                          tr("%n moments are still open. Labels given so far stay as they are from then on.", nullptr,
                             static_cast<int>(open)),
                          tr("Show it"), this);
        if (ask.exec() != QDialog::Accepted)
            return;
    }
    change([folder = folder(), run = m_audit.run,
            seed = m_audit.seed] { return session::revealStages(folder, run, seed); },
           m_current);
}

GrabCounts AuditPage::counts() const {
    GrabCounts counts;
    counts.rows =
        m_list->paintedItems() + m_seen->paintedItems() + (m_confusion->isVisible() ? m_confusion->paintedItems() : 0);
    return counts;
}

QList<QWidget*> AuditPage::panes() {
    return {m_list, m_seen};
}

} // namespace wayreeve::ui
