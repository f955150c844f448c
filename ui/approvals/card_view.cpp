#include "ui/approvals/card_view.h"

#include "session/handoff.h"
#include "ui/approvals/approval_words.h"
#include "ui/approvals/card_parts.h"
#include "ui/approvals/handoff_box.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/interval_rows.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section_header.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace wayreeve::ui {

namespace {

QString percent(double share) {
    return CardView::tr("%1 %").arg(QLocale().toString(share * 100, 'f', share < 0.1 ? 1 : 0));
}

PlainLabel* wrapped(const QString& text, Ink ink = Ink::Text1, Type type = Type::Body,
                    Weight weight = Weight::Regular) {
    auto* label = new PlainLabel(text, type, weight, ink);
    label->setWordWrap(true);
    return label;
}

QList<LineRows::Line> linesOf(const QList<ApprovalCard::Check>& checks) {
    QList<LineRows::Line> lines;
    for (const ApprovalCard::Check& check : checks) {
        const MarkLook mark = look(check.status);
        lines.append(
            {mark.icon, check.status == StatusMark::Error ? Ink::Text2 : mark.ink, check.text, check.note, false});
    }
    return lines;
}

} // namespace

CardView::CardView(ApprovalsPresenter& presenter, QWidget* parent)
    : QScrollArea(parent)
    , m_presenter(presenter) {
    setObjectName(QStringLiteral("approvalCard"));
    setAccessibleName(tr("The selected approval"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&presenter, &ApprovalsPresenter::cardChanged, this, [this] {
        m_editor = nullptr;
        build();
    });
    connect(&presenter, &ApprovalsPresenter::stateChanged, this, &CardView::refreshState);
    build();
}

void CardView::build() {
    m_seen = nullptr;
    m_steps = nullptr;
    m_approve = m_reject = nullptr;
    m_consequence = m_recordHint = nullptr;
    m_reason = nullptr;
    m_record = nullptr;
    m_subject = nullptr;
    m_body = nullptr;
    m_core = nullptr;
    // What had the focus goes with the old page; keys must not fall silent.
    const QWidget* focus = QApplication::focusWidget();
    const bool focused = focus && isAncestorOf(focus);
    m_sections = m_series = 0;
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(6);
    if (m_presenter.card()) {
        addHead(*layout);
        m_editor ? addEditor(*layout) : addContent(*layout);
        if (m_presenter.card()->core) {
            addCoreBox(*layout);
            if (m_presenter.verdictFirst()) {
                layout->addSpacing(8);
                addVerdict(*layout);
            }
        } else {
            addGuardrails(*layout);
            layout->addSpacing(8);
            addVerdict(*layout);
            auto* locked = new QGridLayout;
            QStringList titles{tr("Reasons"), tr("Confidence"), tr("Runners-up"), tr("Predicted effect")};
            if (m_presenter.card()->handoff)
                titles.append(tr("Next steps"));
            for (int i = 0; i < titles.size(); ++i)
                locked->addWidget(new LockedBox(titles[i]), i / 2, i % 2);
            layout->addSpacing(8);
            layout->addLayout(locked);
        }
        addAftermath(*layout);
    }
    layout->addStretch(1);
    setWidget(page); // deletes the page before
    page->setAutoFillBackground(false);
    refreshState();
    if (focused)
        setFocus();
    if (m_presenter.revealed() && !m_presenter.coreSeen() && m_core) {
        showCore();
        QMetaObject::invokeMethod(
            m_core, [this] { showCore(); }, Qt::QueuedConnection); // laid out by then
    }
}

/// The verdict is recorded: what the core thought is what one reads next, the confirmation below it.
void CardView::showCore() {
    if (!m_core)
        return;
    m_core->parentWidget()->layout()->activate();
    verticalScrollBar()->setValue(m_core->y() - metrics::space8);
}

void CardView::addCoreBox(QVBoxLayout& layout) {
    auto* box = new SeenBox;
    box->setObjectName(QStringLiteral("coreView"));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(layout.spacing());
    addCore(*column);
    connect(box, &SeenBox::seen, this,
            [this, number = m_presenter.selected()->proposal.number] { m_presenter.noteCoreSeen(number); });
    layout.addWidget(box);
    m_core = box;
}

void CardView::addHead(QVBoxLayout& layout) {
    const ApprovalItem& item = *m_presenter.selected();
    const ApprovalCard& card = *m_presenter.card();
    const MarkLook risk = look(item.risk);
    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(new IconLabel(risk.icon, risk.ink));
    line->addWidget(new PlainLabel(risk.text, Type::Body, Weight::Bold, risk.ink));
    line->addSpacing(8);
    line->addWidget(new IconLabel(item.proposal.ruling.rule.approval == documents::Approval::FourEyes
                                      ? QStringLiteral("people")
                                      : QStringLiteral("assisted")));
    auto* agrees = new PlainLabel(card.agrees, Type::Body, Weight::Regular, Ink::Text2);
    agrees->setElided(true);
    line->addWidget(agrees, 1);
    const bool late = m_presenter.breaching(item);
    const Ink ink = late ? Ink::RiskHigh : Ink::Text2;
    if (m_presenter.waits()) {
        line->addWidget(new IconLabel(QStringLiteral("clock"), ink));
        const Duration left = m_presenter.left(item);
        line->addWidget(new PlainLabel(left.ms > 0 ? tr("%1 left").arg(approvals::leftText(left)) : tr("time is over"),
                                       Type::Body, Weight::Bold, ink));
    } else {
        line->addWidget(
            new PlainLabel(approvals::stateText(item.proposal.state), Type::Body, Weight::Bold, Ink::Text2));
    }
    layout.addLayout(line);
    layout.addWidget(wrapped(card.sentence, Ink::Text1, Type::Title, Weight::Bold));
    layout.addWidget(wrapped(card.because, Ink::Text2));
    if (!item.proposal.reason.empty())
        layout.addWidget(wrapped(tr("Reason given: %1").arg(QString::fromStdString(item.proposal.reason)), Ink::Text2));
    if (m_presenter.verdictFirst()) {
        m_steps = new StepBar;
        layout.addSpacing(6);
        layout.addWidget(m_steps);
    }
    layout.addSpacing(8);
}

QWidget* CardView::section(const QString& title, const QString& note, QWidget* content) {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(4);
    column->addWidget(new SectionHeader(title, note));
    column->addWidget(content);
    column->addStretch(1);
    ++m_sections;
    return box;
}

void CardView::addColumns(QVBoxLayout& layout, QWidget* left, QWidget* right) {
    auto* line = new QHBoxLayout;
    line->setSpacing(24);
    line->addWidget(left, 1);
    if (right)
        line->addWidget(right, 1);
    layout.addLayout(line);
}

void CardView::addContent(QVBoxLayout& layout) {
    const ApprovalItem& item = *m_presenter.selected();
    auto* head = new QHBoxLayout;
    // A call's text is for whoever calls; the customer does not see it.
    const session::HandoffText content = session::handoffText(item.proposal.body);
    const bool inside = (item.proposal.subject.empty() && content.text.empty()) ||
                        item.proposal.candidate.channel == documents::Channel::Call;
    auto* title = new SectionHeader(inside ? tr("What is carried out") : tr("Exactly what %1 sees").arg(item.customer));
    title->setObjectName(QStringLiteral("contentTitle"));
    head->addWidget(title, 1);
    m_seenIcon = new IconLabel(QStringLiteral("check"), Ink::RiskLow);
    m_seen = new PlainLabel({}, Type::Small, Weight::Regular, Ink::RiskLow);
    head->addWidget(m_seenIcon);
    head->addWidget(m_seen);
    layout.addLayout(head);
    auto* box = new ContentBox(item.customer, QString::fromStdString(item.proposal.subject),
                               QString::fromStdString(content.text));
    connect(box, &ContentBox::seen, this,
            [this, number = item.proposal.number] { m_presenter.noteContentSeen(number); });
    layout.addWidget(box);
    if (m_presenter.card()->handoff)
        layout.addWidget(new HandoffBox(*m_presenter.card()->handoff, m_presenter.card()->core.has_value()));
    ++m_sections;
}

void CardView::addEditor(QVBoxLayout& layout) {
    const governance::Proposal& proposal = m_presenter.selected()->proposal;
    layout.addWidget(new SectionHeader(tr("Change what the customer sees"), tr("Ctrl+Enter stores it, Esc leaves it")));
    m_subject = new QLineEdit(QString::fromStdString(proposal.subject));
    m_subject->setObjectName(QStringLiteral("editSubject"));
    m_subject->setAccessibleName(tr("Subject"));
    // A handoff's packet is no text to edit; it stays as it is.
    const session::HandoffText content = session::handoffText(proposal.body);
    m_body = new QPlainTextEdit(QString::fromStdString(content.text));
    m_body->setObjectName(QStringLiteral("editBody"));
    m_body->setAccessibleName(tr("Text"));
    m_body->setMinimumHeight(140);
    m_body->setTabChangesFocus(true);
    layout.addWidget(m_subject);
    layout.addWidget(m_body);
    auto* line = new QHBoxLayout;
    auto* send = new PlainButton(tr("Store the change"));
    send->setObjectName(QStringLiteral("editStore"));
    auto* leave = new LinkButton(tr("Leave it"));
    connect(send, &QPushButton::clicked, this, &CardView::sendEdit);
    connect(leave, &QPushButton::clicked, this, &CardView::stopEdit, Qt::QueuedConnection);
    line->addWidget(send);
    line->addWidget(leave);
    line->addStretch(1);
    layout.addLayout(line);
    m_editor = m_body;
    m_body->setFocus();
}

void CardView::startEdit() {
    if (!m_presenter.card() || !m_presenter.whyNotEdit().isEmpty() || m_editor)
        return;
    m_editor = this; // replaced by the field itself
    build();
    m_body->setFocus();
}

void CardView::stopEdit() {
    if (!m_editor)
        return;
    m_editor = nullptr;
    build();
    setFocus();
}

void CardView::sendEdit() {
    if (!m_editor)
        return;
    const std::string& body = m_presenter.selected()->proposal.body;
    const std::string text = m_body->toPlainText().toStdString();
    m_presenter.edit(m_subject->text(), QString::fromStdString(session::withText(body, text)));
}

void CardView::addVerdict(QVBoxLayout& layout) {
    auto* box = new VerdictBox;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(16, 12, 16, 12);
    column->addWidget(new SectionHeader(m_presenter.revealed()
                                            ? tr("Your verdict: confirm it or change it")
                                            : tr("Your verdict, before you see the core’s reasons")));
    auto* choice = new QHBoxLayout;
    m_approve = new QRadioButton(tr("Approve"));
    m_reject = new QRadioButton(tr("Reject"));
    m_approve->setObjectName(QStringLiteral("verdictApprove"));
    m_reject->setObjectName(QStringLiteral("verdictReject"));
    m_approve->setChecked(m_presenter.verdict() == ApprovalsPresenter::Verdict::Approve);
    m_reject->setChecked(m_presenter.verdict() == ApprovalsPresenter::Verdict::Reject);
    choice->addWidget(m_approve);
    choice->addWidget(m_reject);
    choice->addStretch(1);
    column->addLayout(choice);
    m_consequence = wrapped({}, Ink::Text2);
    column->addWidget(m_consequence);
    m_reason = new QPlainTextEdit(m_presenter.reason());
    m_reason->setObjectName(QStringLiteral("verdictReason"));
    m_reason->setAccessibleName(tr("Your reason"));
    m_reason->setPlaceholderText(tr("Your reason"));
    m_reason->setFixedHeight(52);
    m_reason->setTabChangesFocus(true);
    column->addWidget(m_reason);
    auto* line = new QHBoxLayout;
    m_record = new FilledButton(m_presenter.revealed() ? tr("Confirm") : tr("Record verdict"));
    m_record->setObjectName(QStringLiteral("verdictRecord"));
    if (m_presenter.revealed())
        m_record->setKeyHint(QStringLiteral("Ctrl Enter"));
    m_recordHint = wrapped({}, Ink::Text2, Type::Small);
    m_recordHint->setObjectName(QStringLiteral("verdictHint"));
    line->addWidget(m_record);
    line->addWidget(m_recordHint, 1);
    column->addLayout(line);
    layout.addWidget(box);
    ++m_sections;
    connect(m_approve, &QRadioButton::clicked, this,
            [this] { m_presenter.setVerdict(ApprovalsPresenter::Verdict::Approve); });
    connect(m_reject, &QRadioButton::clicked, this,
            [this] { m_presenter.setVerdict(ApprovalsPresenter::Verdict::Reject); });
    connect(m_reason, &QPlainTextEdit::textChanged, this, [this] { m_presenter.setReason(m_reason->toPlainText()); });
    // Queued: both lead to a card built anew, which deletes the button.
    connect(
        m_record, &QPushButton::clicked, this,
        [this] { m_presenter.revealed() ? m_presenter.confirm() : m_presenter.reveal(); }, Qt::QueuedConnection);
}

void CardView::addGuardrails(QVBoxLayout& layout) {
    const ApprovalCard& card = *m_presenter.card();
    QWidget* passed = section(tr("Guardrails"), {}, new LineRows(tr("Guardrails"), linesOf(card.checks)));
    QWidget* removed = card.removed.isEmpty() ? nullptr
                                              : section(tr("What guardrails removed"), {},
                                                        new LineRows(tr("Removed candidates"), linesOf(card.removed)));
    addColumns(layout, passed, removed);
}

void CardView::addCore(QVBoxLayout& layout) {
    const ApprovalCard& card = *m_presenter.card();
    const ApprovalCard::CoreView& core = *card.core;
    QWidget* why = nullptr;
    bool against = false;
    if (core.reasons.isEmpty()) {
        why = wrapped(core.drawn ? tr("The journey drew this step; the core chose nothing.")
                                 : tr("The core knows too little yet: nothing moved its prediction."),
                      Ink::Text2);
    } else {
        auto* bars = new BarList(tr("Why the core chose it"));
        QList<BarRow> rows;
        for (const ApprovalCard::Reason& reason : core.reasons) {
            BarRow row;
            row.label = reason.label;
            row.value = reason.share;
            row.text = reason.against ? QStringLiteral("−") + percent(reason.share) : percent(reason.share);
            row.ink = reason.against ? Ink::Text3 : Ink::Accent;
            against = against || reason.against;
            rows.append(row);
        }
        int label = 0;
        for (const BarRow& row : std::as_const(rows))
            label = std::max(label, QFontMetrics(uiFont(Type::Body)).horizontalAdvance(row.label) + 12);
        bars->setMetrics(23, 7, std::min(label, 168));
        bars->setRows(rows, 1);
        ++m_series;
        why = bars;
    }
    addColumns(layout, section(tr("Why the core chose it"), against ? tr("− speaks against it") : QString(), why),
               section(tr("Guardrails"), {}, new LineRows(tr("Guardrails"), linesOf(card.checks))));
    if (!core.drawn) {
        QList<LineRows::Line> runners;
        QList<IntervalRow> effects;
        for (const ApprovalCard::Runner& runner : core.runners) {
            const MarkLook mark = look(runner.channel);
            runners.append({mark.icon, mark.ink, runner.name, runner.priority, runner.chosen});
            effects.append({runner.name,
                            {runner.estimate * 100, runner.low * 100, runner.high * 100},
                            percent(runner.estimate),
                            runner.chosen,
                            !runner.chosen});
        }
        auto* effect = new IntervalRows(tr("Predicted chance of the outcome"));
        effect->setRows(effects);
        effect->setLabelWidth(128);
        effect->setRange(0, 100);
        ++m_series;
        addColumns(layout, section(tr("Runners-up"), tr("priority, money"), new LineRows(tr("Runners-up"), runners)),
                   section(tr("Chance of the outcome, %"), tr("90 % interval"), effect));
        layout.addWidget(wrapped(
            tr("Confidence that the first beats every other: %1").arg(QLocale().toString(core.confidence, 'f', 2)),
            Ink::Text2));
    }
    if (!card.removed.isEmpty())
        addColumns(
            layout,
            section(tr("What guardrails removed"), {}, new LineRows(tr("Removed candidates"), linesOf(card.removed))),
            nullptr);
}

void CardView::addAftermath(QVBoxLayout& layout) {
    const ApprovalCard& card = *m_presenter.card();
    const bool suggestion = m_presenter.suggested();
    if (const QString approved = m_presenter.ifApproved(); !approved.isEmpty())
        addColumns(layout, section(suggestion ? tr("If you take it up") : tr("If you approve"), {}, wrapped(approved)),
                   section(suggestion ? tr("If you dismiss it") : tr("If you reject"), {}, wrapped(card.ifRejected)));
    addColumns(layout, section(tr("Can it be undone?"), {}, wrapped(card.undo)), nullptr);
}

void CardView::refreshState() {
    if (m_seen) {
        const bool asks = m_presenter.waits() || (m_presenter.selected() && m_presenter.selected()->proposal.state ==
                                                                                governance::ProposalState::Suggested);
        m_seen->setVisible(asks);
        m_seenIcon->setVisible(asks);
        m_seenIcon->setIcon(m_presenter.contentSeen() ? QStringLiteral("check") : QStringLiteral("chevron-down"),
                            m_presenter.contentSeen() ? Ink::RiskLow : Ink::Text2);
        m_seen->setInk(m_presenter.contentSeen() ? Ink::RiskLow : Ink::Text2);
        m_seen->setText(m_presenter.contentSeen() ? tr("was on screen") : tr("scroll to see all of it"));
    }
    if (m_steps)
        m_steps->setStep(m_presenter.step());
    if (!m_record)
        return;
    using Verdict = ApprovalsPresenter::Verdict;
    const bool mine = m_presenter.isMine();
    for (QWidget* field :
         {static_cast<QWidget*>(m_approve), static_cast<QWidget*>(m_reject), static_cast<QWidget*>(m_reason)})
        field->setEnabled(mine);
    m_consequence->setText(m_presenter.verdict() == Verdict::Reject ? tr("If you reject: nothing of this goes out.")
                           : m_presenter.verdict() == Verdict::Approve
                               ? tr("If you approve: %1").arg(m_presenter.ifApproved())
                               : tr("Read the facts and guardrails, then decide."));
    const bool revealed = m_presenter.revealed();
    const QString why = revealed ? m_presenter.whyNotConfirm() : m_presenter.whyNotReveal();
    m_record->setEnabled(why.isEmpty());
    m_recordHint->setText(!mine            ? QString() // said beside the buttons
                          : !why.isEmpty() ? why
                          : revealed       ? m_presenter.ifConfirmed()
                                           : tr("Then the core’s view; Ctrl+Enter confirms."));
}

} // namespace wayreeve::ui
