#include "ui/shell/status_line.h"

#include "ui/shell/app_context.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

namespace wayreeve::ui {

namespace {

class StopButton : public QAbstractButton {
public:
    StopButton() {
        setFocusPolicy(Qt::TabFocus);
        setProperty("ringInside", true);
        setAttribute(Qt::WA_Hover);
    }
    [[nodiscard]] QSize sizeHint() const override {
        return {12 + 16 + 6 + QFontMetrics(uiFont(Type::Small, Weight::Bold)).horizontalAdvance(text()) + 14,
                metrics::statusLine};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (underMouse())
            painter.fillRect(rect(), color(Ink::ErrorBack));
        painter.fillRect(QRect(0, 0, 1, height()), color(Ink::Border));
        paintIcon(painter, QRectF(12, 0, 16, height()), "stop", Ink::RiskHigh);
        painter.setFont(uiFont(Type::Small, Weight::Bold));
        paintElided(painter, QRectF(34, 0, width() - 34, height()), text(), Ink::RiskHigh);
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
            paintFocusRing(painter, QRectF(rect()).adjusted(2, 2, -2, -2), metrics::cardRadius, false);
    }
};

struct ModeLook {
    const char* icon;
    Ink ink;
    QString text;
};

ModeLook lookOf(Mode mode) {
    switch (mode) {
    case Mode::Live:
        return {"dot", Ink::RiskLow, StatusLine::tr("Live")};
    case Mode::Simulated:
        return {"diamond", Ink::Accent, StatusLine::tr("Simulated")};
    case Mode::Paused:
        break;
    }
    return {"pause", Ink::RiskMedium, StatusLine::tr("Paused")};
}

} // namespace

StatusLine::StatusLine(AppContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context) {
    setFixedHeight(metrics::statusLine);
    setObjectName("statusLine");
    auto* stop = new StopButton;
    m_stop = stop;
    stop->setObjectName("stopAll");
    stop->setText(tr("Stop all actions"));
    stop->setAccessibleName(stop->text());
    stop->setToolTip(tr("No connector is called any more, at once. Decisions go on; nothing is lost."));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 1, 0, 0);
    row->addStretch(1);
    row->addWidget(stop);
    connect(stop, &QAbstractButton::clicked, &context, &AppContext::stopAll);
    connect(&context, &AppContext::statusChanged, this, qOverload<>(&QWidget::update));
    connect(&context, &AppContext::stopChanged, this, qOverload<>(&QWidget::update));
    connect(&context, &AppContext::stopPendingChanged, this, qOverload<>(&QWidget::update));
}

void StatusLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color(Ink::Window));
    painter.fillRect(QRect(0, 0, width(), 1), color(Ink::Border));
    const Status& status = m_context.status();
    const ModeLook mode = lookOf(m_context.stopped() ? Mode::Paused : status.mode);
    paintIcon(painter, QRectF(8, 1, 16, height() - 1), mode.icon, mode.ink, 12);
    qreal right = m_stop->x() - metrics::space16;
    painter.setFont(uiFont(Type::Small));
    if (!status.saved.isEmpty()) {
        const qreal wide = tabularWidth(painter.font(), status.saved);
        paintTabular(painter, QRectF(right - wide, 1, wide, height() - 1), status.saved, Ink::Text2);
        right -= wide + metrics::space16;
    }
    qreal x = 28;
    const auto word = [&](const QString& text, Ink ink, Weight weight) {
        if (x >= right)
            return;
        painter.setFont(uiFont(Type::Small, weight));
        paintElided(painter, QRectF(x, 1, right - x, height() - 1), text, ink);
        x += painter.fontMetrics().horizontalAdvance(text) + metrics::space16;
    };
    word(mode.text, Ink::Text1, Weight::Bold);
    QStringList spoken{mode.text};
    const QString stop = m_context.stopPending() ? tr("one moment: waiting until nothing is being sent any more")
                         : m_context.stopped()   ? tr("all actions stopped; start them again in Live")
                                                 : QString();
    if (!stop.isEmpty()) {
        word(stop, Ink::RiskHigh, Weight::Bold);
        spoken.append(stop);
    }
    for (const StatusText& text : status.texts) {
        word(text.text, text.warning ? Ink::RiskMedium : Ink::Text2, Weight::Regular);
        spoken.append(text.text);
    }
    if (const QString name = spoken.join(QStringLiteral(", ")); name != accessibleName())
        setAccessibleName(name);
}

} // namespace wayreeve::ui
