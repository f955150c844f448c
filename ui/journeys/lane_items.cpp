#include "ui/journeys/lane_items.h"

#include "ui/journeys/journey_words.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QCoreApplication>
#include <QGraphicsSceneHoverEvent>
#include <QLocale>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace wayreeve::ui {

namespace {

constexpr qreal left = 12;
constexpr qreal iconRoom = 22;
constexpr int mostLines = 3;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LaneRows)
};

QList<CellText> listed(const std::vector<std::string>& entries, const QString& none) {
    QStringList texts;
    for (const std::string& entry : entries)
        texts.append(qs(entry));
    if (texts.isEmpty())
        return {{none, Ink::Text3, Weight::Regular, {}}};
    return {{texts.join(QStringLiteral(", ")), Ink::Text1, Weight::Regular, {}}};
}

QList<CellText> written(const std::string& text, const QString& none) {
    return {{text.empty() ? none : qs(text), text.empty() ? Ink::Text3 : Ink::Text1, Weight::Regular, {}}};
}

QList<CellText> each(const std::vector<std::string>& entries, const QString& none) {
    QList<CellText> texts;
    for (const std::string& entry : entries)
        texts.append({qs(entry), Ink::Text1, Weight::Regular, {}});
    return texts.isEmpty() ? QList<CellText>{{none, Ink::Text3, Weight::Regular, {}}} : texts;
}

CellText warning(const QString& text) {
    return {text, Ink::RiskMedium, Weight::Bold, QStringLiteral("warning")};
}

QList<CellText> failures(const documents::JourneyStage& stage) {
    QList<CellText> texts;
    for (const auto& mode : stage.failureModes)
        texts.append(
            mode.fallback.empty()
                ? warning(Words::tr("%1: no fallback").arg(qs(mode.what)))
                : CellText{qs(mode.what) + QStringLiteral(" → ") + qs(mode.fallback), Ink::Text1, Weight::Regular, {}});
    return texts.isEmpty() ? QList<CellText>{{Words::tr("None written"), Ink::Text3, Weight::Regular, {}}} : texts;
}

QList<CellText> handoffs(const documents::Workspace& workspace, const documents::JourneyStage& stage) {
    QList<CellText> texts;
    for (const auto& handoff : stage.handoffs) {
        if (handoff.owner.empty()) {
            texts.append(warning(Words::tr("%1: nobody owns it").arg(qs(handoff.to))));
            continue;
        }
        const QString who = Words::tr("%1 (%2)").arg(qs(handoff.to), personName(workspace, handoff.owner));
        texts.append({handoff.when.empty() ? who : Words::tr("%1 when %2").arg(who, qs(handoff.when)),
                      Ink::Text1,
                      Weight::Regular,
                      {}});
    }
    return texts.isEmpty() ? QList<CellText>{{Words::tr("None"), Ink::Text3, Weight::Regular, {}}} : texts;
}

/// "+0.6", "−1.4": a true minus, as on the scale.
QString emotionText(double value) {
    const QString size = QLocale().toString(std::abs(value), 'f', 1);
    return value > 0 ? QLatin1Char('+') + size : value < 0 ? QStringLiteral("−") + size : size;
}

} // namespace

QString laneRowText(LaneRow row) {
    switch (row) {
    case LaneRow::Goal:
        return Words::tr("Customer goal");
    case LaneRow::Expectation:
        return Words::tr("Expectation");
    case LaneRow::Touchpoints:
        return Words::tr("Touchpoints");
    case LaneRow::Emotion:
        return Words::tr("Emotion");
    case LaneRow::Friction:
        return Words::tr("Friction");
    case LaneRow::Failures:
        return Words::tr("If it fails");
    case LaneRow::Handoffs:
        return Words::tr("Handoff");
    case LaneRow::Agents:
        return Words::tr("Agent actions");
    case LaneRow::Steps:
        return Words::tr("Other steps");
    case LaneRow::Effort:
        return Words::tr("Human effort");
    case LaneRow::Delay:
        return Words::tr("Cost of delay");
    case LaneRow::Dependencies:
        return Words::tr("Depends on");
    case LaneRow::Data:
        return Words::tr("Data");
    case LaneRow::Kpis:
        return Words::tr("KPI");
    case LaneRow::Owner:
    case LaneRow::Count:
        break;
    }
    return Words::tr("Owner");
}

QList<CellText> cellTexts(const documents::Workspace& workspace, const documents::JourneyStage& stage, LaneRow row) {
    switch (row) {
    case LaneRow::Goal:
        return written(stage.customerGoal, Words::tr("Not written"));
    case LaneRow::Expectation:
        return written(stage.expectation, Words::tr("Not written"));
    case LaneRow::Friction:
        return each(stage.friction, Words::tr("None reported"));
    case LaneRow::Failures:
        return failures(stage);
    case LaneRow::Handoffs:
        return handoffs(workspace, stage);
    case LaneRow::Effort:
        return written(stage.humanEffort, Words::tr("Not written"));
    case LaneRow::Delay:
        return written(stage.costOfDelay, Words::tr("Not written"));
    case LaneRow::Dependencies:
        return listed(stage.dependencies, Words::tr("Nothing"));
    case LaneRow::Data: {
        QList<CellText> texts = listed(stage.data, Words::tr("None"));
        texts.first().icon = stage.evidence == documents::Evidence::Full     ? QStringLiteral("full")
                             : stage.evidence == documents::Evidence::Partly ? QStringLiteral("half")
                                                                             : QStringLiteral("risk-low");
        return texts;
    }
    case LaneRow::Kpis:
        return each(stage.kpis, Words::tr("None"));
    case LaneRow::Owner:
        return stage.owner.empty()
                   ? QList<CellText>{warning(Words::tr("Stage has no owner"))}
                   : QList<CellText>{{personName(workspace, stage.owner), Ink::Text1, Weight::Regular, {}}};
    case LaneRow::Touchpoints:
    case LaneRow::Emotion:
    case LaneRow::Agents:
    case LaneRow::Steps:
    case LaneRow::Count:
        break;
    }
    return {};
}

CellItem::CellItem(const QRectF& rect, const QList<CellText>& texts)
    : m_size(rect.size()) {
    setPos(rect.topLeft());
    qreal top = LanesLayout::pad;
    QStringList whole;
    for (const CellText& text : texts) {
        const qreal room = rect.width() - 2 * left - (text.icon.isEmpty() ? 0 : iconRoom);
        m_lines.append({MapText(text.text, ui::Type::Small, text.weight, room, mostLines), text, top});
        if (m_lines.last().text.isCut())
            whole.append(text.text);
        top += m_lines.last().text.height() + 4;
    }
    setToolTip(whole.join(QLatin1Char('\n')));
}

qreal CellItem::heightOf(const QList<CellText>& texts, qreal width) {
    qreal height = texts.isEmpty() ? 16 : -4;
    for (const CellText& text : texts)
        height += 4 + MapText(text.text, ui::Type::Small, text.weight, width - (text.icon.isEmpty() ? 0 : iconRoom),
                              mostLines)
                          .height();
    return height;
}

void CellItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const Detail detail = detailFor(QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()));
    if (detail == Detail::Blocks)
        return;
    for (const Line& line : m_lines) {
        const qreal x = left + (line.source.icon.isEmpty() ? 0 : iconRoom);
        if (detail == Detail::Bars) {
            line.text.paintBars(*painter, {x, line.top}, Ink::Border2);
            continue;
        }
        if (!line.source.icon.isEmpty())
            paintIcon(*painter, QRectF(left, line.top, 16, 16), line.source.icon,
                      line.source.ink == Ink::RiskMedium ? Ink::RiskMedium : Ink::Text2);
        line.text.paint(*painter, {x, line.top}, line.source.ink);
    }
}

EmotionItem::EmotionItem(const QRectF& rect, QList<qreal> lines, QList<EmotionMark> marks)
    : m_rect(rect)
    , m_lines(std::move(lines))
    , m_marks(std::move(marks)) {
    setAcceptHoverEvents(true);
    QList<QPointF> points;
    for (const EmotionMark& mark : m_marks)
        if (points.isEmpty() || mark.at.x() > points.last().x() + 0.5)
            points.append(mark.at);
    if (points.size() > 1)
        m_path = smoothPath(points);
}

void EmotionItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const Detail detail = detailFor(QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()));
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        painter->setPen(QPen(color(i == 2 ? Ink::Axis : Ink::Grid), 0));
        painter->drawLine(QPointF(m_rect.left(), m_lines[i]), QPointF(m_rect.right(), m_lines[i]));
    }
    if (m_marks.isEmpty())
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(seriesPen(SeriesMark::Planned));
    painter->drawPath(m_path);
    if (detail != Detail::Full)
        return;
    for (const EmotionMark& mark : m_marks) {
        painter->setPen(QPen(color(Ink::SeriesBaseline), 1.5));
        painter->setBrush(color(Ink::Canvas));
        painter->drawEllipse(mark.at, 3, 3);
    }
    const auto lower = [](const EmotionMark& a, const EmotionMark& b) { return a.value < b.value; };
    const EmotionMark& lowest = *std::min_element(m_marks.cbegin(), m_marks.cend(), lower);
    painter->setPen(QPen(color(Ink::Accent), 1.5));
    painter->setBrush(color(Ink::Accent));
    painter->drawEllipse(lowest.at, 4, 4);
    paintNote(*painter, lowest, Weight::Bold);
    const QString planned = QCoreApplication::translate("LaneRows", "planned");
    painter->setFont(uiFont(ui::Type::Small));
    const QPointF first = m_marks.first().at;
    const bool above = first.y() > m_lines.first() + 14;
    const QRectF place(first.x() - 4, above ? first.y() - 21 : first.y() + 5,
                       painter->fontMetrics().horizontalAdvance(planned) + 2, 16);
    painter->fillRect(place.adjusted(-2, 1, 2, -1), color(Ink::Canvas)); // a line of the scale may run here
    paintElided(*painter, place, planned, Ink::Text2);
}

void EmotionItem::paintNote(QPainter& painter, const EmotionMark& mark, Weight weight) const {
    const QString text = emotionText(mark.value) + QStringLiteral("  ") + mark.note;
    painter.setFont(uiFont(ui::Type::Small, weight));
    const qreal width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 4;
    const qreal x =
        std::clamp(mark.at.x() + 8, m_rect.left() + 4, std::max(m_rect.left() + 4, m_rect.right() - width - 4));
    const qreal y = std::min(mark.at.y() + 5, m_rect.bottom() - 17);
    painter.fillRect(QRectF(x - 2, y + 1, width, 14), color(Ink::Canvas));
    paintElided(painter, QRectF(x, y, width, 16), text, Ink::Text1);
}

void EmotionItem::hoverMoveEvent(QGraphicsSceneHoverEvent* event) {
    QString tip;
    for (const EmotionMark& mark : m_marks)
        if ((mark.at - event->pos()).manhattanLength() < 14)
            tip = emotionText(mark.value) + QStringLiteral("  ") + mark.note;
    setToolTip(tip);
}

} // namespace wayreeve::ui
