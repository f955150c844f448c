#include "ui/customers/story_view.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace wayreeve::ui {

namespace {

constexpr int head = 36, card = 42, gap = 8, strip = 24, dates = 104, agent = 300;

} // namespace

StoryView::StoryView(QWidget* parent)
    : QAbstractScrollArea(parent) {
    setAccessibleName(tr("Story, newest first"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void StoryView::setStory(const CustomerStory& story) {
    m_story = story;
    m_selected = -1;
    verticalScrollBar()->setValue(0);
    arrange();
}

int StoryView::laneWidth(int lane) const {
    const int lanes = static_cast<int>(m_story.lanes.size());
    const int room = viewport()->width() - strip - dates;
    if (lanes == 0)
        return room;
    const int agentWidth = std::clamp(room / 3, 200, agent);
    return lane == lanes ? agentWidth : (room - agentWidth) / lanes;
}

int StoryView::laneLeft(int lane) const {
    return strip + dates + (lane == 0 ? 0 : lane * laneWidth(0));
}

/// Items of one minute share a row; those in one lane stand under one another.
void StoryView::arrange() {
    m_rects.clear();
    int y = gap;
    std::size_t i = 0;
    while (i < m_story.items.size()) {
        const auto minute = m_story.items[i].at.ms / 60000;
        std::vector<int> used(static_cast<std::size_t>(m_story.lanes.size()) + 1);
        int deepest = 0;
        for (; i < m_story.items.size() && m_story.items[i].at.ms / 60000 == minute; ++i) {
            const auto at = m_story.lanes.indexOf(m_story.items[i].channel);
            const int lane = at < 0 ? static_cast<int>(m_story.lanes.size()) : static_cast<int>(at);
            int& row = used[static_cast<std::size_t>(lane)];
            m_rects.emplace_back(laneLeft(lane) + 6, y + row * (card + gap), laneWidth(lane) - 12, card);
            deepest = std::max(deepest, ++row);
        }
        y += deepest * (card + gap);
    }
    m_height = y;
    const int page = viewport()->height() - head;
    verticalScrollBar()->setRange(0, std::max(0, m_height - page));
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(card + gap);
    viewport()->update();
}

void StoryView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

void StoryView::paintHead(QPainter& painter) const {
    painter.fillRect(QRect(0, 0, viewport()->width(), head), color(Ink::Window));
    painter.fillRect(QRect(0, head - 1, viewport()->width(), 1), color(Ink::Border2));
    for (int lane = 0; lane <= m_story.lanes.size(); ++lane) {
        MarkLook mark = lane < m_story.lanes.size() ? channelLook(m_story.lanes[lane]) : look(ChannelMark::Agent);
        if (lane == m_story.lanes.size())
            mark.text = tr("Agent: done and not done");
        paintMark(painter, QRect(laneLeft(lane) + 8, 0, laneWidth(lane) - 12, head), mark, Ink::Text1, Weight::Bold);
    }
}

void StoryView::paintItem(QPainter& painter, int item, const QRect& rect) const {
    const StoryItem& line = m_story.items[static_cast<std::size_t>(item)];
    CardState state;
    state.selected = item == m_selected;
    state.focused = state.selected && hasFocus();
    if (line.notSent && !state.selected) {
        painter.setPen(QPen(color(Ink::Control), 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius, metrics::cardRadius);
    } else {
        paintCard(painter, rect, state);
    }
    QRect room = rect.adjusted(8, 4, -8, -4);
    if (line.channel != documents::Channel::None)
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), color(channelLook(line.channel).ink));
    else {
        paintIcon(painter, QRectF(room.left(), room.top(), 16, 17), line.icon, line.notSent ? Ink::Text2 : line.ink);
        room.setLeft(room.left() + 22);
    }
    QRect first(room.left(), room.top(), room.width(), 17);
    if (line.risk)
        first.setRight(first.right() - paintRisk(painter, first, *line.risk, Weight::Bold, Qt::AlignRight) - 8);
    painter.setFont(uiFont(Type::Small, line.notSent ? Weight::Regular : Weight::Bold));
    paintElided(painter, first, line.title, line.notSent ? Ink::Text2 : Ink::Text1);
    painter.setFont(uiFont(Type::Small));
    paintElided(painter, QRect(room.left(), room.top() + 17, room.width(), 16), line.detail, Ink::Text2);
}

void StoryView::paintTimes(QPainter& painter, int shift) const {
    QString lastDay;
    int lastTop = -1;
    for (std::size_t i = 0; i < m_rects.size(); ++i) {
        const int top = m_rects[i].top();
        const Instant at = m_story.items[i].at;
        if (i > 0 && m_story.items[i - 1].at.ms / 60000 == at.ms / 60000)
            continue;
        const QString day = m_words.day(at);
        if (top == lastTop || top + shift + card < head || top + shift > viewport()->height()) {
            lastDay = day;
            continue;
        }
        const QRectF room(strip, top + shift, dates - 12, 16);
        if (day != lastDay) {
            painter.setFont(uiFont(Type::Small, Weight::Bold));
            paintTabular(painter, room.translated(0, 4), day, Ink::Text1);
        }
        painter.setFont(uiFont(Type::Small));
        paintTabular(painter, room.translated(0, day != lastDay ? 20 : 4), m_words.clock(at), Ink::Text2);
        lastDay = day;
        lastTop = top;
    }
}

void StoryView::paintStages(QPainter& painter, int shift) const {
    for (std::size_t i = 0; i < m_rects.size();) {
        std::size_t end = i;
        while (end + 1 < m_rects.size() && m_story.items[end + 1].stage == m_story.items[i].stage)
            ++end;
        const QRect band(4, m_rects[i].top() + shift - 3, strip - 6, m_rects[end].bottom() - m_rects[i].top() + 6);
        if (band.bottom() > head && band.top() < viewport()->height() && !m_story.items[i].stage.isEmpty()) {
            painter.fillRect(band, color(Ink::Tint2));
            const QRect shown = band.intersected(QRect(0, head, strip, viewport()->height() - head));
            painter.save();
            painter.translate(shown.center());
            painter.rotate(-90);
            painter.setFont(uiFont(Type::Small, Weight::Bold));
            paintElided(painter, QRectF(-shown.height() / 2.0, -9, shown.height(), 18), m_story.items[i].stage,
                        Ink::Text1, Qt::AlignCenter);
            painter.restore();
        }
        i = end + 1;
    }
}

void StoryView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), color(Ink::Canvas));
    const int shift = head - verticalScrollBar()->value();
    for (int lane = 0; lane <= m_story.lanes.size(); ++lane)
        painter.fillRect(QRect(laneLeft(lane), head, 1, viewport()->height()), color(Ink::Border));
    paintStages(painter, shift);
    paintTimes(painter, shift);
    m_painted = 0;
    for (std::size_t i = 0; i < m_rects.size(); ++i) {
        const QRect rect = m_rects[i].translated(0, shift);
        if (rect.bottom() < head || rect.top() > viewport()->height())
            continue;
        paintItem(painter, static_cast<int>(i), rect);
        ++m_painted;
    }
    paintHead(painter);
}

int StoryView::itemAt(const QPoint& point) const {
    if (point.y() < head)
        return -1;
    const QPoint content(point.x(), point.y() - head + verticalScrollBar()->value());
    const auto at =
        std::find_if(m_rects.begin(), m_rects.end(), [&](const QRect& rect) { return rect.contains(content); });
    return at == m_rects.end() ? -1 : static_cast<int>(at - m_rects.begin());
}

void StoryView::select(int item) {
    if (item == m_selected || item < -1 || item >= static_cast<int>(m_rects.size()))
        return;
    m_selected = item;
    if (item >= 0) {
        const StoryItem& line = m_story.items[static_cast<std::size_t>(item)];
        setAccessibleDescription(
            QStringList{m_words.time(line.at), line.title, line.detail}.join(QStringLiteral(", ")));
        const QRect rect = m_rects[static_cast<std::size_t>(item)];
        QScrollBar* bar = verticalScrollBar();
        const int page = viewport()->height() - head;
        if (rect.top() < bar->value() || rect.bottom() > bar->value() + page)
            bar->setValue(rect.center().y() - page / 2);
    }
    viewport()->update();
    Q_EMIT selectedChanged(item);
}

void StoryView::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_rects.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Down:
        return select(std::min(last, m_selected + 1));
    case Qt::Key_Up:
        return select(std::max(last < 0 ? -1 : 0, m_selected - 1));
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selected >= 0)
            Q_EMIT opened(m_selected);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void StoryView::mousePressEvent(QMouseEvent* event) {
    select(itemAt(event->pos()));
}

void StoryView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const int item = itemAt(event->pos()); item >= 0)
        Q_EMIT opened(item);
}

} // namespace wayreeve::ui
