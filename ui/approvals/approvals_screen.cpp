#include "ui/approvals/approvals_screen.h"

#include "ui/approvals/approval_words.h"
#include "ui/approvals/card_parts.h"
#include "ui/approvals/card_view.h"
#include "ui/approvals/queue_list.h"
#include "ui/approvals/store_backend.h"
#include "ui/shell/app_context.h"
#include "ui/shell/command_registry.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/segmented_control.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace wayreeve::ui {

namespace {

constexpr int queueWidth = 320, sideWidth = 272, actionBar = 52;

const QList<std::pair<ApprovalTab, QString>>& tabIds() {
    static const QList<std::pair<ApprovalTab, QString>> ids{{ApprovalTab::Mine, QStringLiteral("mine")},
                                                            {ApprovalTab::Unclaimed, QStringLiteral("unclaimed")},
                                                            {ApprovalTab::Breaching, QStringLiteral("breaching")},
                                                            {ApprovalTab::Others, QStringLiteral("others")},
                                                            {ApprovalTab::Leaving, QStringLiteral("leaving")},
                                                            {ApprovalTab::Suggestions, QStringLiteral("suggestions")},
                                                            {ApprovalTab::Done, QStringLiteral("done")}};
    return ids;
}

QString tabName(ApprovalTab tab) {
    switch (tab) {
    case ApprovalTab::Mine:
        return ApprovalsScreen::tr("Mine");
    case ApprovalTab::Unclaimed:
        return ApprovalsScreen::tr("Unclaimed");
    case ApprovalTab::Breaching:
        return ApprovalsScreen::tr("Breaching");
    case ApprovalTab::Others:
        return ApprovalsScreen::tr("With others");
    case ApprovalTab::Leaving:
        return ApprovalsScreen::tr("To go out");
    case ApprovalTab::Suggestions:
        return ApprovalsScreen::tr("Suggestions");
    case ApprovalTab::Done:
        break;
    }
    return ApprovalsScreen::tr("Done");
}

} // namespace

ApprovalsScreen::ApprovalsScreen(AppContext& context)
    : ApprovalsScreen(context, std::make_shared<StoreApprovals>(context)) {}

ApprovalsScreen::ApprovalsScreen(AppContext& context, std::shared_ptr<ApprovalsBackend> backend)
    : Screen(context)
    , m_presenter(std::move(backend))
    , m_tabs(new SegmentedControl(tr("Lists")))
    , m_filter(new SearchField(tr("Filter")))
    , m_queue(new QueueList(m_presenter))
    , m_nothing(new EmptyState({}, {}))
    , m_middle(new QStackedWidget)
    , m_card(new CardView(m_presenter))
    , m_side(new QWidget)
    , m_sideLayout(new QVBoxLayout(m_side)) {
    setObjectName(QStringLiteral("approvalsScreen"));
    makeLayout();
    addCommands();
    connect(m_filter, &QLineEdit::textChanged, m_queue, &QueueList::setFilter);
    connect(m_tabs, &SegmentedControl::chosen, this, [this](const QString& id) {
        for (const auto& [tab, name] : tabIds())
            if (name == id)
                m_presenter.setTab(tab);
    });
    connect(m_nothing, &EmptyState::activated, this,
            [this] { this->context().openPlace(QStringLiteral("simulation")); });
    connect(&m_presenter, &ApprovalsPresenter::listsChanged, this, &ApprovalsScreen::updateLists);
    connect(&m_presenter, &ApprovalsPresenter::selectionChanged, this, [this] { m_rejectBar->hide(); });
    connect(&m_presenter, &ApprovalsPresenter::cardChanged, this, &ApprovalsScreen::updateSide);
    connect(&m_presenter, &ApprovalsPresenter::stateChanged, this, &ApprovalsScreen::updateActions);
    connect(&m_presenter, &ApprovalsPresenter::busyChanged, this, [this] {
        if (settled())
            Q_EMIT becameSettled();
    });
    connect(&m_presenter, &ApprovalsPresenter::said, this, [this](const QString& lead, const QString& text, bool bad) {
        this->context().showMessage(
            {QStringLiteral("approvals"), bad ? Severity::Error : Severity::Info, lead, text, {}, {}, {}, 0});
    });
    connect(&m_presenter, &ApprovalsPresenter::decided, &context, &AppContext::dataChanged);
    // What had the focus is gone or disabled; the next item is claimed with Enter in the list.
    connect(&m_presenter, &ApprovalsPresenter::decided, this, [this] {
        if (!m_presenter.isMine() && isVisible())
            m_queue->setFocus();
    });
    updateLists();
    updateActions();
    updateSide();
}

void ApprovalsScreen::makeLayout() {
    for (const auto& [tab, id] : tabIds())
        m_tabs->addSegment(id, tabName(tab));
    m_tabs->setCurrent(QStringLiteral("unclaimed"));
    auto* tabLine = new QHBoxLayout;
    tabLine->setContentsMargins(12, 4, 12, 4);
    tabLine->addWidget(m_tabs);
    tabLine->addStretch(1);
    auto* queue = new QVBoxLayout;
    queue->setContentsMargins(0, 0, 0, 0);
    queue->setSpacing(0);
    auto* filterLine = new QHBoxLayout;
    filterLine->setContentsMargins(8, 4, 8, 4);
    filterLine->addWidget(m_filter);
    queue->addLayout(filterLine);
    queue->addWidget(new Hairline);
    queue->addWidget(m_queue, 1);
    m_queueBox = new QWidget;
    m_queueBox->setFixedWidth(queueWidth);
    m_queueBox->setLayout(queue);

    auto* cardBox = new QWidget;
    auto* cardColumn = new QVBoxLayout(cardBox);
    cardColumn->setContentsMargins(0, 0, 0, 0);
    cardColumn->setSpacing(0);
    cardColumn->addWidget(m_card, 1);
    cardColumn->addWidget(new Hairline);
    cardColumn->addWidget(makeActions());
    auto* side = new QScrollArea;
    side->setFrameShape(QFrame::NoFrame);
    side->setWidgetResizable(true);
    side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    side->setFixedWidth(sideWidth);
    side->setAccessibleName(tr("The customer"));
    side->setWidget(m_side);
    m_side->setAutoFillBackground(false);
    m_sideArea = side;
    auto* withCard = new QWidget;
    auto* withCardLine = new QHBoxLayout(withCard);
    withCardLine->setContentsMargins(0, 0, 0, 0);
    withCardLine->setSpacing(0);
    withCardLine->addWidget(cardBox, 1);
    withCardLine->addWidget(new Hairline(Qt::Vertical));
    withCardLine->addWidget(m_sideArea);
    m_middle->addWidget(withCard);
    m_middle->addWidget(m_nothing);

    auto* below = new QHBoxLayout;
    below->setSpacing(0);
    below->addWidget(m_queueBox);
    below->addWidget(new Hairline(Qt::Vertical));
    below->addWidget(m_middle, 1);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(tabLine);
    whole->addWidget(new Hairline);
    whole->addLayout(below, 1);
}

QWidget* ApprovalsScreen::makeActions() {
    m_rejectBar = new QWidget;
    auto* rejectLine = new QHBoxLayout(m_rejectBar);
    rejectLine->setContentsMargins(20, 8, 20, 4);
    m_rejectReason = new QLineEdit;
    m_rejectReason->setObjectName(QStringLiteral("rejectReason"));
    m_rejectReason->setPlaceholderText(tr("Why not? The agent learns from it."));
    m_rejectReason->setAccessibleName(tr("Reason of the rejection"));
    auto* send = new PlainButton(tr("Reject"));
    rejectLine->addWidget(m_rejectReason, 1);
    rejectLine->addWidget(send);
    m_rejectBar->hide();
    connect(send, &QPushButton::clicked, this, &ApprovalsScreen::sendReject);
    connect(m_rejectReason, &QLineEdit::returnPressed, this, &ApprovalsScreen::sendReject);

    m_claim = new PlainButton(tr("Claim"));
    m_approve = new FilledButton(tr("Approve"));
    m_approve->setObjectName(QStringLiteral("approve"));
    m_approve->setKeyHint(QStringLiteral("A"));
    m_edit = new PlainButton(tr("Edit"));
    m_edit->setKeyHint(QStringLiteral("E"));
    m_reject = new PlainButton(tr("Reject"));
    m_reject->setKeyHint(QStringLiteral("R"));
    m_notice = new QWidget;
    auto* noticeLine = new QHBoxLayout(m_notice);
    noticeLine->setContentsMargins(20, 8, 20, 0);
    m_why = new PlainLabel({}, Type::Small, Weight::Regular, Ink::Text2);
    m_why->setObjectName(QStringLiteral("whyNot"));
    m_why->setWordWrap(true);
    m_switch = new PlainButton({});
    m_switch->setObjectName(QStringLiteral("actAs"));
    noticeLine->addWidget(new IconLabel(QStringLiteral("info")), 0, Qt::AlignTop);
    noticeLine->addWidget(m_why, 1);
    noticeLine->addWidget(m_switch);
    connect(m_switch, &QPushButton::clicked, this, &ApprovalsScreen::claimOrSwitch);
    m_claim->setObjectName(QStringLiteral("claim"));
    m_edit->setObjectName(QStringLiteral("edit"));
    m_reject->setObjectName(QStringLiteral("reject"));
    connect(m_claim, &QPushButton::clicked, &m_presenter, &ApprovalsPresenter::claim);
    connect(m_approve, &QPushButton::clicked, &m_presenter, &ApprovalsPresenter::approve);
    connect(m_edit, &QPushButton::clicked, m_card, &CardView::startEdit);
    connect(m_reject, &QPushButton::clicked, this, &ApprovalsScreen::startReject);
    auto* buttons = new QWidget;
    buttons->setFixedHeight(actionBar);
    auto* line = new QHBoxLayout(buttons);
    line->setContentsMargins(20, 0, 20, 0);
    for (Button* button : {m_claim, m_approve, m_edit, m_reject})
        line->addWidget(button);
    line->addStretch(1);
    auto* both = new QWidget;
    both->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_rejectBar);
    column->addWidget(buttons);
    return both;
}

void ApprovalsScreen::addCommands() {
    const QString group = tr("Approvals");
    CommandRegistry& commands = context().commands();
    commands.add(this, {"approvals.next", tr("Next approval"), "J", {}, group}, [this] { m_presenter.move(1); });
    commands.add(this, {"approvals.previous", tr("Previous approval"), "K", {}, group},
                 [this] { m_presenter.move(-1); });
    commands.add(m_queue, {"approvals.claim", tr("Claim"), "Return", "lock", group}, [this] { claimOrSwitch(); });
    commands.add(this, {"approvals.approve", tr("Approve"), "A", "check", group}, [this] { m_presenter.approve(); });
    commands.add(this, {"approvals.edit", tr("Edit what the customer sees"), "E", "edit", group},
                 [this] { m_card->startEdit(); });
    commands.add(this, {"approvals.reject", tr("Reject"), "R", "cross", group}, [this] { startReject(); });
    commands.add(this, {"approvals.send", tr("Store the change or confirm the verdict"), "Ctrl+Return", {}, group},
                 [this] { controlEnter(); });
    commands.add(this, {"approvals.leave", tr("Leave the editor"), "Escape", {}, group}, [this] {
        m_card->stopEdit();
        m_rejectBar->hide();
        m_queue->setFocus();
    });
}

Person ApprovalsScreen::whoMay() const {
    for (const QString& id : m_presenter.othersWhoMay())
        for (const Person& person : context().people())
            if (person.id == id)
                return person;
    return {};
}

void ApprovalsScreen::claimOrSwitch() {
    if (m_presenter.whyNotClaim().isEmpty())
        return m_presenter.claim();
    const Person other = whoMay();
    if (!m_switch->isVisibleTo(m_notice) || other.id.isEmpty())
        return;
    context().setPerson(other.id);
    m_presenter.setPerson(other.id);
    context().showMessage({QStringLiteral("approvals"),
                           Severity::Info,
                           tr("You act as %1 now.").arg(other.name),
                           tr("The demo lets you; in real work everybody signs in as themselves."),
                           {},
                           {},
                           {},
                           0});
    m_queue->setFocus();
}

void ApprovalsScreen::startReject() {
    if (!m_presenter.whyNotReject().isEmpty()) {
        updateActions();
        return;
    }
    if (m_presenter.suggested()) // needs no reason
        return m_presenter.reject({});
    m_rejectReason->clear();
    m_rejectBar->show();
    m_rejectReason->setFocus();
}

void ApprovalsScreen::sendReject() {
    const bool suggestion = m_presenter.suggested();
    if (m_rejectReason->text().trimmed().isEmpty() && !suggestion) {
        m_why->setText(tr("A rejection needs a reason."));
        m_notice->show();
        return;
    }
    m_rejectBar->hide();
    m_presenter.reject(m_rejectReason->text());
    m_queue->setFocus();
}

void ApprovalsScreen::controlEnter() {
    if (m_card->editing())
        m_card->sendEdit();
    else if (m_rejectBar->isVisible())
        sendReject();
    else if (m_presenter.revealed())
        m_presenter.confirm();
}

void ApprovalsScreen::refresh() {
    m_presenter.setPerson(context().person().id);
    m_presenter.refresh();
}

void ApprovalsScreen::open(const QString& argument) {
    if (argument.isEmpty())
        return;
    m_wanted = argument;
    updateLists();
}

QString ApprovalsScreen::argument() const {
    return m_presenter.selected() ? m_presenter.selected()->id : QString();
}

QString ApprovalsScreen::detail() const {
    const QString& run = m_presenter.snapshot().run;
    return run.isEmpty() ? QString() : tr("run %1, as its clock stands").arg(run);
}

void ApprovalsScreen::updateLists() {
    if (!m_wanted.isEmpty())
        for (const ApprovalItem& item : m_presenter.snapshot().items)
            if (item.id == m_wanted) {
                m_wanted.clear();
                m_presenter.select(item.proposal.number);
                break;
            }
    for (const auto& [tab, id] : tabIds()) {
        m_tabs->setSegmentText(id, tr("%1  %2").arg(tabName(tab), QLocale().toString(m_presenter.count(tab))));
        if (tab == m_presenter.tab())
            m_tabs->setCurrent(id);
    }
    const bool noRun = m_presenter.snapshot().run.isEmpty();
    m_nothing->setContent(noRun ? tr("No run yet") : tr("Nothing in this list"),
                          noRun ? tr("What needs a person’s agreement waits here. Run a simulation to see some.")
                                : tr("What needs a person’s agreement waits here, ordered by its deadline."),
                          noRun ? tr("Run a simulation") : QString());
    m_middle->setCurrentIndex(m_presenter.selected() ? 0 : 1);
    Q_EMIT headingChanged();
}

void ApprovalsScreen::updateActions() {
    const QString claim = m_presenter.whyNotClaim(), approve = m_presenter.whyNotApprove(),
                  edit = m_presenter.whyNotEdit(), reject = m_presenter.whyNotReject();
    const auto show = [](Button* button, const QString& why) {
        button->setEnabled(why.isEmpty());
        button->setToolTip(why);
    };
    m_claim->setText(m_presenter.isMine() ? tr("Extend") : tr("Claim"));
    show(m_claim, claim);
    show(m_approve, approve);
    show(m_edit, edit);
    show(m_reject, reject);
    const bool suggestion = m_presenter.suggested(), asks = m_presenter.waits() || suggestion;
    m_approve->setText(suggestion ? tr("Take up") : tr("Approve"));
    m_reject->setText(suggestion ? tr("Dismiss") : tr("Reject"));
    m_claim->setVisible(asks && !suggestion);
    m_edit->setVisible(asks && !suggestion);
    m_approve->setVisible(asks && !m_presenter.verdictFirst());
    m_reject->setVisible(asks && !m_presenter.verdictFirst());
    updateNotice(!claim.isEmpty() && m_presenter.waits() ? claim : approve);
    m_middle->setCurrentIndex(m_presenter.selected() ? 0 : 1);
}

/// Says why, and offers the way on: to act as somebody who may (demo), or whom to ask.
void ApprovalsScreen::updateNotice(const QString& why) {
    const ApprovalItem* item = m_presenter.selected();
    const bool asks = item && (m_presenter.waits() || m_presenter.suggested());
    const bool person =
        asks && (!m_presenter.mayDecide() || (!item->proposal.firstApprover.empty() &&
                                              item->proposal.firstApprover == context().person().id.toStdString()));
    const Person other = whoMay();
    m_switch->setVisible(person && context().demo() && !other.id.isEmpty());
    m_switch->setText(tr("Act as %1").arg(other.name));
    // Enter does one of both: its key stands at that one.
    const bool claims = m_presenter.whyNotClaim().isEmpty();
    m_claim->setKeyHint(claims ? tr("Enter") : QString());
    m_switch->setKeyHint(!claims && m_switch->isVisibleTo(m_notice) ? tr("Enter") : QString());
    QString text = why;
    if (person && !m_presenter.mayDecide()) {
        const Person me = context().person();
        text = me.role.isEmpty() ? tr("You may not decide this.")
                                 : tr("%1 (%2) may not decide this.").arg(me.name, me.role);
        QStringList names;
        for (const QString& id : m_presenter.othersWhoMay())
            for (const Person& each : context().people())
                if (each.id == id && names.size() < 3)
                    names.append(each.name);
        text += QLatin1Char(' ') + (names.isEmpty() ? tr("Nobody in this workspace may; see its people list.")
                                                    : tr("Who may: %1").arg(names.join(QStringLiteral(", "))));
    }
    if (!asks)
        text = m_presenter.stand();
    m_why->setText(text);
    // The verdict box of a high-risk card says itself what comes next.
    m_notice->setVisible(!text.isEmpty() && !(m_presenter.verdictFirst() && m_presenter.isMine()));
    m_notice->parentWidget()->layout()->invalidate();
    m_notice->parentWidget()->updateGeometry();
}

void ApprovalsScreen::resizeEvent(QResizeEvent* event) {
    Screen::resizeEvent(event);
    // A card that can be read at arm's length comes before its neighbours.
    m_queueBox->setFixedWidth(width() < 1240 ? queueWidth - 40 : queueWidth);
    m_sideArea->setFixedWidth(width() < 1240 ? sideWidth - 32 : sideWidth);
}

void ApprovalsScreen::updateSide() {
    while (QLayoutItem* old = m_sideLayout->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    m_sideLayout->setContentsMargins(16, 14, 16, 16);
    m_sideLayout->setSpacing(4);
    const ApprovalCard* card = m_presenter.card();
    const ApprovalItem* item = m_presenter.selected();
    if (!card || !item) {
        m_sideLayout->addStretch(1);
        return;
    }
    auto* story = new SectionHeader(item->account.isEmpty() ? item->customer : item->account);
    story->setObjectName(QStringLiteral("storyLink"));
    story->setLink(tr("Story"));
    connect(story, &SectionHeader::linkActivated, this, [this, customer = item->proposal.customer] {
        context().openPlace(QStringLiteral("customers"), QStringLiteral("#%1").arg(customer));
    });
    m_sideLayout->addWidget(story);
    const auto rows = [](const QList<std::pair<QString, QString>>& pairs) {
        QList<LineRows::Line> lines;
        for (const auto& [name, value] : pairs)
            lines.append({{}, Ink::Text2, name, value, false});
        return lines;
    };
    m_sideLayout->addWidget(new LineRows(tr("Facts as they were"), rows(card->facts)));
    m_sideLayout->addSpacing(12);
    m_sideLayout->addWidget(new SectionHeader(tr("Recent story")));
    QList<LineRows::Line> events;
    for (const auto& [day, text] : card->story)
        events.append({QStringLiteral("event"), Ink::Text2, text, day, false});
    m_sideLayout->addWidget(new LineRows(tr("Recent story"), events));
    m_sideLayout->addSpacing(12);
    // The decision's page has the core's reasons: not before one's own verdict.
    if (!m_presenter.verdictFirst() || m_presenter.revealed()) {
        auto* why = new LinkButton(tr("Open the decision"));
        connect(why, &QPushButton::clicked, this,
                [this, id = item->decision] { context().openPlace(QStringLiteral("decisions"), id); });
        m_sideLayout->addWidget(why, 0, Qt::AlignLeft);
    }
    if (m_presenter.isMine()) {
        m_sideLayout->addSpacing(12);
        m_sideLayout->addWidget(new SectionHeader(tr("Your lock")));
        m_sideLayout->addWidget(new PlainLabel(
            tr("%1 left").arg(approvals::leftText(item->proposal.lockUntil - m_presenter.snapshot().clock))));
    }
    m_sideLayout->addStretch(1);
}

GrabCounts ApprovalsScreen::counts() const {
    if (!m_presenter.selected())
        return {m_presenter.snapshot().items.empty() ? 0 : m_queue->paintedItems(), 0, 0};
    return {m_queue->paintedItems(), m_card->sections(), m_card->series()};
}

QList<QWidget*> ApprovalsScreen::panes() {
    return {m_queue, m_card, m_sideArea};
}

} // namespace wayreeve::ui
