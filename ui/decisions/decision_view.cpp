#include "ui/decisions/decision_view.h"

#include "ui/decisions/gates_table.h"
#include "ui/decisions/page_parts.h"
#include "ui/decisions/reading_words.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section_header.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace wayreeve::ui {

namespace {

/// Risk, agent, documents, arm in one quiet line.
class MarksLine : public QWidget {
public:
    explicit MarksLine(QWidget* parent = nullptr)
        : QWidget(parent) {
        setFixedHeight(lineHeight(Type::Body));
    }
    void setPage(const DecisionPage& page) {
        m_risk = page.risk;
        m_agent = page.agent;
        m_texts.clear();
        if (!page.documents.isEmpty())
            m_texts.append(page.documents);
        if (!page.arm.isEmpty())
            m_texts.append(DecisionView::tr("Arm: %1").arg(page.arm));
        if (!page.trigger.isEmpty())
            m_texts.append(DecisionView::tr("Because of: %1").arg(page.trigger));
        setAccessibleName(QStringList{m_risk ? DecisionView::tr("Risk: %1").arg(look(*m_risk).text) : QString(),
                                      m_agent, m_texts.join(QStringLiteral(", "))}
                              .join(QStringLiteral(", ")));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setFont(uiFont(Type::Body));
        int x = 0;
        if (m_risk)
            x += paintRisk(painter, rect().adjusted(x, 0, 0, 0), *m_risk, Weight::Bold) + metrics::space16;
        if (!m_agent.isEmpty()) {
            MarkLook agent = look(ChannelMark::Agent);
            agent.text = m_agent;
            x += paintMark(painter, rect().adjusted(x, 0, 0, 0), agent, Ink::Text2) + metrics::space16;
        }
        painter.setFont(uiFont(Type::Body));
        for (const QString& text : m_texts) {
            if (x >= width())
                return;
            paintElided(painter, QRectF(x, 0, width() - x, height()), text, Ink::Text2);
            x += painter.fontMetrics().horizontalAdvance(text) + metrics::space16;
        }
    }

private:
    std::optional<RiskMark> m_risk;
    QString m_agent;
    QStringList m_texts;
};

QScrollArea* scroller(QWidget* content, QWidget* parent) {
    auto* area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->setMinimumWidth(1); // there is no scrolling sideways: parts give way instead of being cut
    area->setWidget(content);
    area->setBackgroundRole(QPalette::Base);
    content->setBackgroundRole(QPalette::Base);
    return area;
}

QList<DecisionPage::Line> inputLines(const QList<DecisionPage::Input>& inputs) {
    QList<DecisionPage::Line> lines;
    for (const DecisionPage::Input& input : inputs)
        lines.append({input.missing ? QStringLiteral("warning") : QStringLiteral("dot"),
                      input.missing ? Ink::RiskMedium : Ink::Text3,
                      {},
                      input.name,
                      {},
                      input.missing ? DecisionView::tr("missing") : input.value});
    return lines;
}

} // namespace

DecisionView::DecisionView(QWidget* parent)
    : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(new Hairline);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    m_main = scroller(makeMain(), this);
    m_main->setAccessibleName(tr("How it was decided"));
    m_side = scroller(makeSide(), this);
    m_side->setAccessibleName(tr("Policies and what happened"));
    m_side->setFixedWidth(332);
    row->addWidget(m_main, 1);
    row->addWidget(new Hairline(Qt::Vertical));
    row->addWidget(m_side);
    column->addLayout(row, 1);
}

void DecisionView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_side->setFixedWidth(width() < 1240 ? 288 : 332); // the candidates need it more
}

QWidget* DecisionView::makeHead() {
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(metrics::space20, metrics::space12, metrics::space20, metrics::space12);
    column->setSpacing(metrics::space8);
    m_sentence = new PlainLabel({}, Type::Title, Weight::Bold);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_sentence);
    auto* row = new QHBoxLayout;
    m_marks = new MarksLine;
    row->addWidget(m_marks, 1);
    m_verifiedIcon = new IconLabel(QStringLiteral("check"), Ink::RiskLow);
    m_verified = new PlainLabel({}, Type::Body, Weight::Regular, Ink::RiskLow);
    row->addWidget(m_verifiedIcon);
    row->addWidget(m_verified);
    m_replayIcon = new IconLabel(QStringLiteral("check"), Ink::RiskLow);
    m_replay = new PlainLabel({}, Type::Body, Weight::Regular, Ink::RiskLow);
    m_replay->setObjectName(QStringLiteral("replayState"));
    row->addSpacing(metrics::space8);
    row->addWidget(m_replayIcon);
    row->addWidget(m_replay);
    m_replayIcon->hide();
    m_replay->hide();
    column->addLayout(row);
    return head;
}

QWidget* DecisionView::makeMain() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::space20, metrics::space12, metrics::space20, metrics::space20);
    column->setSpacing(metrics::space8);
    m_evidenceHeader = new SectionHeader({});
    m_strip = new EvidenceStrip;
    m_inputs = new LineList(tr("All inputs"));
    m_inputs->hide();
    m_readHeader = new SectionHeader(tr("What was read"), tr("each the sum of what its signals add"));
    m_readHeader->setObjectName(QStringLiteral("readHeader"));
    m_read = new LineList(tr("What was read"));
    m_read->setObjectName(QStringLiteral("read"));
    connect(m_readHeader, &SectionHeader::linkActivated, this, [this] { showRead(!m_allRead); });
    m_pastHeader = new SectionHeader(tr("What happened before"));
    m_past = new LineList(tr("What happened before"));
    m_past->setObjectName(QStringLiteral("past"));
    m_candidatesHeader = new SectionHeader({});
    m_gates = new GatesTable;
    m_gates->setObjectName(QStringLiteral("gates"));
    m_scoreHeader = new SectionHeader({});
    m_score = new Waterfall(tr("Score"));
    m_certainty = new LineList(tr("How sure it was"));
    m_certainty->setObjectName(QStringLiteral("howSure"));
    connect(m_evidenceHeader, &SectionHeader::linkActivated, this, [this] { showInputs(!m_allInputs); });
    column->addWidget(m_evidenceHeader);
    column->addWidget(m_strip);
    column->addWidget(m_inputs);
    column->addWidget(m_readHeader);
    column->addWidget(m_read);
    column->addWidget(m_pastHeader);
    column->addWidget(m_past);
    column->addSpacing(metrics::space8);
    column->addWidget(m_candidatesHeader);
    column->addWidget(m_gates);
    column->addSpacing(metrics::space8);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::space32);
    auto* left = new QVBoxLayout;
    left->addWidget(m_scoreHeader);
    left->addWidget(m_score);
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->addWidget(new SectionHeader(tr("How sure it was")));
    right->addWidget(m_certainty);
    right->addStretch(1);
    row->addLayout(left, 2);
    row->addLayout(right, 1);
    column->addLayout(row);
    column->addStretch(1);
    return content;
}

QWidget* DecisionView::makeSide() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::space16, metrics::space12, metrics::space16, metrics::space16);
    column->setSpacing(metrics::space8);
    m_policiesHeader = new SectionHeader({});
    m_policies = new LineList(tr("Policies"));
    m_then = new LineList(tr("What happened then"));
    column->addWidget(m_policiesHeader);
    column->addWidget(m_policies);
    column->addWidget(new Hairline);
    column->addWidget(new SectionHeader(tr("5 to 8  What happened then")));
    column->addWidget(m_then);
    column->addStretch(1);
    return content;
}

void DecisionView::setPage(const DecisionPage& page) {
    m_sentence->setText(page.sentence);
    static_cast<MarksLine*>(m_marks)->setPage(page);
    const Ink ink = page.verified ? Ink::RiskLow : Ink::RiskHigh;
    m_verifiedIcon->setIcon(page.verified ? QStringLiteral("check") : QStringLiteral("cross"), ink);
    m_verified->setInk(ink);
    m_verified->setText(page.verifiedText);
    m_evidenceHeader->setTitle(page.evidenceTitle);
    m_strip->setInputs(page.strip);
    m_strip->setVisible(!page.strip.isEmpty());
    m_inputs->setLines(inputLines(page.inputs));
    m_inputCount = page.inputs.size();
    m_scores = page.read;
    m_read->setVisible(!m_scores.isEmpty());
    m_readHeader->setVisible(!m_scores.isEmpty());
    showRead(false);
    m_past->setLines(page.past);
    m_past->setVisible(!page.past.isEmpty());
    m_pastHeader->setVisible(!page.past.isEmpty());
    showInputs(false);
    m_candidatesHeader->setTitle(page.candidatesTitle);
    m_candidatesHeader->setNote(page.candidatesNote);
    m_gates->setLines(page.candidates);
    m_scoreHeader->setTitle(page.scoreTitle);
    m_score->setSteps(page.score);
    QList<DecisionPage::Line> certain;
    for (const auto& [label, value] : page.certainty)
        certain.append({{}, Ink::Text2, {}, label, {}, value});
    m_certainty->setLines(certain);
    m_certainty->parentWidget()->updateGeometry();
    m_policiesHeader->setTitle(page.policiesTitle);
    m_policies->setLines(page.policies);
    m_then->setLines(page.then);
}

void DecisionView::setReplay(Replay state, const QString& text) {
    m_replayState = state;
    const bool good = state == Replay::Identical, running = state == Replay::Running;
    const Ink ink = good ? Ink::RiskLow : running ? Ink::Text2 : Ink::RiskHigh;
    m_replayIcon->setIcon(good      ? QStringLiteral("check")
                          : running ? QStringLiteral("hourglass")
                                    : QStringLiteral("cross"),
                          ink);
    m_replay->setInk(ink);
    m_replay->setText(text);
    m_replay->setVisible(state != Replay::None);
    m_replayIcon->setVisible(state != Replay::None);
}

void DecisionView::showInputs(bool all) {
    m_allInputs = all;
    m_inputs->setVisible(all);
    m_evidenceHeader->setLink(m_inputCount == 0 ? QString()
                              : all             ? tr("Fewer inputs")
                                                : tr("All %1 inputs").arg(m_inputCount));
}

void DecisionView::showRead(bool all) {
    m_allRead = all;
    QList<DecisionPage::Line> lines;
    for (const DecisionPage::ReadScore& score : std::as_const(m_scores))
        if (all || score.leads)
            lines.append({QStringLiteral("trend"), Ink::Text3, score.kind, score.name, sumWords(score),
                          numberWords(score.value, 3)});
    m_read->setLines(lines);
    const bool more = std::any_of(m_scores.cbegin(), m_scores.cend(), [](const auto& score) { return !score.leads; });
    m_readHeader->setLink(!more ? QString() : all ? tr("Fewer scores") : tr("All %1 scores").arg(m_scores.size()));
}

GrabCounts DecisionView::counts() const {
    return {m_gates->paintedItems(), m_strip->paintedItems() + m_policies->paintedItems() + m_then->paintedItems(),
            m_score->paintedItems() > 0 ? 1 : 0};
}

QList<QWidget*> DecisionView::panes() const {
    return {m_gates, m_main, m_side};
}

} // namespace wayreeve::ui
