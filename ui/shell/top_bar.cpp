#include "ui/shell/top_bar.h"

#include "ui/shell/screen.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/paint.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QRegularExpression>

namespace wayreeve::ui {

namespace {

/// "Journeys / SaaS renewal risk [Draft 14] detail", cut from the right when there is no room.
class Heading : public QWidget {
public:
    QString title, opened, chip, detail;
    int titleEnd = 0;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, metrics::topBar}; }
    [[nodiscard]] QSize sizeHint() const override { return {400, metrics::topBar}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        qreal x = 0;
        const auto word = [&](const QString& text, Weight weight, Ink ink, int gap) {
            if (text.isEmpty() || x >= width())
                return;
            painter.setFont(uiFont(Type::Body, weight));
            paintElided(painter, QRectF(x, 0, width() - x, height()), text, ink);
            x += painter.fontMetrics().horizontalAdvance(text) + gap;
        };
        if (opened.isEmpty()) {
            word(title, Weight::Bold, Ink::Text1, 12);
        } else {
            word(title + QStringLiteral(" /"), Weight::Regular, Ink::Text2, 12);
            titleEnd = static_cast<int>(x);
            word(opened, Weight::Bold, Ink::Text1, 12);
        }
        if (!chip.isEmpty() && x + paintChip(nullptr, {}, chip) <= width())
            x += paintChip(&painter, QPoint(static_cast<int>(x), (height() - 18) / 2), chip) + 12;
        word(detail, Weight::Regular, Ink::Text3, 12);
    }
};

} // namespace

TopBar::TopBar(QWidget* parent)
    : QWidget(parent)
    , m_back(new IconButton("chevron-left", tr("Back, Alt+Left")))
    , m_forward(new IconButton("chevron-right", tr("Forward, Alt+Right")))
    , m_heading(new Heading)
    , m_controls(new QHBoxLayout) {
    setFixedHeight(metrics::topBar);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 0, 12, 1);
    row->setSpacing(0);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addSpacing(8);
    row->addWidget(m_heading, 1);
    m_controls->setSpacing(metrics::space12);
    row->addLayout(m_controls);
    connect(m_back, &QToolButton::clicked, this, &TopBar::backRequested);
    connect(m_forward, &QToolButton::clicked, this, &TopBar::forwardRequested);
    setHistory(false, false);
}

void TopBar::setScreen(Screen* screen) {
    if (m_screen)
        disconnect(m_screen, &Screen::headingChanged, this, nullptr);
    for (const QPointer<QWidget>& widget : std::as_const(m_shown))
        if (widget) {
            m_controls->removeWidget(widget);
            widget->hide();
        }
    m_shown.clear();
    m_screen = screen;
    if (!screen)
        return;
    for (QWidget* widget : screen->topBarWidgets()) {
        widget->setParent(this);
        // A click must not take the focus from the screen, whose keys would fall silent.
        for (QAbstractButton* button : widget->findChildren<QAbstractButton*>())
            button->setFocusPolicy(Qt::TabFocus);
        if (auto* button = qobject_cast<QAbstractButton*>(widget))
            button->setFocusPolicy(Qt::TabFocus);
        m_controls->addWidget(widget, 0, Qt::AlignVCenter);
        widget->show();
        m_shown.append(widget);
    }
    connect(screen, &Screen::headingChanged, this, &TopBar::refresh);
    refresh();
}

void TopBar::setHistory(bool back, bool forward) {
    m_back->setEnabled(back);
    m_forward->setEnabled(forward);
}

void TopBar::refresh() {
    auto* heading = static_cast<Heading*>(m_heading);
    heading->title = m_screen->title();
    heading->opened = m_screen->openedTitle();
    heading->chip = m_screen->chip();
    heading->detail = m_screen->detail();
    heading->setAccessibleName(QStringList{heading->title, heading->opened, heading->chip, heading->detail}
                                   .filter(QRegularExpression(QStringLiteral(".")))
                                   .join(QStringLiteral(", ")));
    heading->update();
}

void TopBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color(Ink::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), color(Ink::Border));
}

void TopBar::mousePressEvent(QMouseEvent* event) {
    const auto* heading = static_cast<Heading*>(m_heading);
    const int x = event->pos().x() - heading->x();
    if (!heading->opened.isEmpty() && x >= 0 && x < heading->titleEnd)
        Q_EMIT titlePressed();
    QWidget::mousePressEvent(event);
}

} // namespace wayreeve::ui
