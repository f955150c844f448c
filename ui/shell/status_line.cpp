#include "ui/shell/status_line.h"

#include "ui/shell/app_context.h"
#include "ui/shell/rights.h"
#include "ui/shell/shown_run.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace wayreeve::ui {

namespace {

constexpr int textLeft = 28;

class StopButton : public QAbstractButton {
public:
    StopButton() {
        setFocusPolicy(Qt::TabFocus);
        setProperty("ringInside", true);
        setAttribute(Qt::WA_Hover);
    }
    [[nodiscard]] QSize sizeHint() const override {
        const QFontMetrics font(uiFont(Type::Small, Weight::Bold));
        int word = 0; // room for both, so that it stands where it stood
        for (const bool stopped : {false, true})
            word = std::max(word, font.horizontalAdvance(textFor(stopped)));
        return {12 + 16 + 6 + word + 14, metrics::statusLine};
    }
    void setStopped(bool stopped) {
        m_stopped = stopped;
        setText(textFor(stopped));
        setAccessibleName(text());
        setToolTip(stopped ? StatusLine::tr("All actions are stopped. Asks before connectors are called again.")
                           : StatusLine::tr("No connector is called any more, at once. Decisions go on; nothing is "
                                            "lost."));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (underMouse())
            painter.fillRect(rect(), color(Ink::ErrorBack));
        painter.fillRect(QRect(0, 0, 1, height()), color(Ink::Border));
        paintIcon(painter, QRectF(12, 0, 16, height()), m_stopped ? "play" : "stop", Ink::RiskHigh);
        painter.setFont(uiFont(Type::Small, Weight::Bold));
        paintElided(painter, QRectF(34, 0, width() - 34, height()), text(), Ink::RiskHigh);
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
            paintFocusRing(painter, QRectF(rect()).adjusted(2, 2, -2, -2), metrics::cardRadius, false);
    }

private:
    static QString textFor(bool stopped) {
        return stopped ? StatusLine::tr("Start again") : StatusLine::tr("Stop all actions");
    }
    bool m_stopped = false;
};

/// "run s1 ▾"
class RunChip : public QAbstractButton {
public:
    explicit RunChip(QWidget* parent)
        : QAbstractButton(parent) {
        setFocusPolicy(Qt::StrongFocus);
        setProperty("ringInside", true);
        setAttribute(Qt::WA_Hover);
    }
    [[nodiscard]] QSize sizeHint() const override {
        return {8 + QFontMetrics(uiFont(Type::Small)).horizontalAdvance(text()) + 4 + 12 + 6, metrics::statusLine - 1};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (underMouse() || isDown())
            painter.fillRect(rect(), color(Ink::Hover));
        painter.setFont(uiFont(Type::Small));
        paintElided(painter, QRectF(8, 0, width() - 30, height()), text(), Ink::Text1);
        paintIcon(painter, QRectF(width() - 18, 0, 12, height()), "chevron-down", Ink::Text2, 12);
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
            paintFocusRing(painter, QRectF(rect()).adjusted(2, 2, -2, -2), metrics::cardRadius, false);
    }
    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down)
            click();
        else
            QAbstractButton::keyPressEvent(event);
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
    case Mode::Recorded:
        return {"document", Ink::Accent, StatusLine::tr("Recorded")};
    case Mode::Simulated:
        return {"diamond", Ink::Accent, StatusLine::tr("Simulated")};
    case Mode::Paused:
        break;
    }
    return {"pause", Ink::RiskMedium, StatusLine::tr("Paused")};
}

/// A first simulation under way is what runs; later ones are named beside the run that is shown.
bool onlySimulating(const AppContext& context) {
    return !context.simulating().isEmpty() && context.shownRun().isEmpty();
}

ModeLook shownMode(const AppContext& context) {
    if (context.stopped())
        return lookOf(Mode::Paused);
    if (onlySimulating(context))
        return {"play", Ink::Accent, StatusLine::tr("Running")};
    return lookOf(context.status().mode);
}

} // namespace

StatusLine::StatusLine(AppContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_run(new RunChip(this)) {
    setFixedHeight(metrics::statusLine);
    setObjectName("statusLine");
    auto* stop = new StopButton;
    m_stop = stop;
    stop->setObjectName("stopAll");
    stop->setStopped(context.stopped());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 1, 0, 0);
    row->addStretch(1);
    row->addWidget(stop);
    connect(stop, &QAbstractButton::clicked, this, &StatusLine::stopOrAsk);
    connect(&context, &AppContext::stopChanged, this, [stop](bool stopped) { stop->setStopped(stopped); });
    m_run->setObjectName("runChip");
    m_run->setToolTip(tr("Every place shows this run. Choose another."));
    connect(m_run, &QAbstractButton::clicked, this, &StatusLine::openRuns);
    new RunKeeper(context, this);
    connect(&context, &AppContext::runsChanged, this, &StatusLine::arrange);
    connect(&context, &AppContext::statusChanged, this, &StatusLine::arrange);
    connect(&context, &AppContext::stopChanged, this, &StatusLine::arrange);
    connect(&context, &AppContext::stopPendingChanged, this, qOverload<>(&QWidget::update));
}

/// Stopping is at once; starting again is a second, deliberate press.
void StatusLine::stopOrAsk() {
    if (!m_context.stopped())
        return m_context.stopAll();
    auto* menu = new QMenu(this);
    menu->setObjectName("startMenu");
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Connectors are called again at once; what waited goes out."))->setEnabled(false);
    menu->addAction(tr("Start again"), this, [this] {
        if (m_context.stopped() && mayOrSay(m_context, governance::Right::LiftStop))
            m_context.liftStop();
    });
    menu->popup(m_stop->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

/// The chip stands after the mode's word.
void StatusLine::arrange() {
    const QString shown = m_context.shownRun();
    m_run->setVisible(!shown.isEmpty());
    m_run->setText(tr("run %1").arg(shown));
    m_run->setAccessibleName(tr("Run shown: %1").arg(shown));
    const QString mode = shownMode(m_context).text;
    const int x = textLeft + QFontMetrics(uiFont(Type::Small, Weight::Bold)).horizontalAdvance(mode);
    m_run->setGeometry({{x + metrics::space8, 1}, m_run->sizeHint()});
    update();
}

void StatusLine::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void StatusLine::openRuns() {
    auto* menu = new QMenu(this);
    menu->setObjectName("runMenu");
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<RunChoice>& runs = m_context.runs();
    for (auto run = runs.crbegin(); run != runs.crend(); ++run) {
        QAction* action = menu->addAction(run->text, this, [this, tag = run->tag] { m_context.chooseRun(tag); });
        action->setCheckable(true);
        action->setChecked(run->tag == m_context.shownRun());
        if (action->isChecked())
            menu->setActiveAction(action);
    }
    menu->popup(m_run->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void StatusLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color(Ink::Window));
    painter.fillRect(QRect(0, 0, width(), 1), color(Ink::Border));
    const Status& status = m_context.status();
    const ModeLook mode = shownMode(m_context);
    paintIcon(painter, QRectF(8, 1, 16, height() - 1), mode.icon, mode.ink, 12);
    qreal right = m_stop->x() - metrics::space16;
    painter.setFont(uiFont(Type::Small));
    if (!status.saved.isEmpty()) {
        const qreal wide = tabularWidth(painter.font(), status.saved);
        paintTabular(painter, QRectF(right - wide, 1, wide, height() - 1), status.saved, Ink::Text2);
        right -= wide + metrics::space16;
    }
    qreal x = textLeft;
    const auto word = [&](const QString& text, Ink ink, Weight weight) {
        if (x >= right)
            return;
        painter.setFont(uiFont(Type::Small, weight));
        paintElided(painter, QRectF(x, 1, right - x, height() - 1), text, ink);
        x += painter.fontMetrics().horizontalAdvance(text) + metrics::space16;
    };
    word(mode.text, Ink::Text1, Weight::Bold);
    QStringList spoken{mode.text};
    if (const QList<RunChoice>& runs = m_context.runs(); !m_run->isHidden() && !runs.isEmpty()) {
        x = m_run->geometry().right() + metrics::space8;
        spoken.append(m_run->text());
        if (runs.last().tag != m_context.shownRun()) {
            const QString newer = tr("not the latest: %1 is newer").arg(runs.last().tag);
            word(newer, Ink::RiskMedium, Weight::Regular);
            spoken.append(newer);
        }
    }
    const QString stop = m_context.stopPending() ? tr("one moment: waiting until nothing is being sent any more")
                         : m_context.stopped()   ? tr("all actions stopped")
                                                 : QString();
    if (!stop.isEmpty()) {
        word(stop, Ink::RiskHigh, Weight::Bold);
        spoken.append(stop);
    }
    if (const QString& words = m_context.simulating(); !words.isEmpty()) {
        const QString text = tr("simulation: %1").arg(words);
        word(text, Ink::Text1, Weight::Regular);
        spoken.append(text);
    }
    for (const StatusText& text : onlySimulating(m_context) ? QList<StatusText>() : status.texts) {
        word(text.text, text.warning ? Ink::RiskMedium : Ink::Text2, Weight::Regular);
        spoken.append(text.text);
    }
    if (const QString name = spoken.join(QStringLiteral(", ")); name != accessibleName())
        setAccessibleName(name);
}

} // namespace wayreeve::ui
