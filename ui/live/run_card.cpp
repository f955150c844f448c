#include "ui/live/run_card.h"

#include "ui/live/figure_row.h"
#include "ui/live/key_box.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plain_label.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QDateTimeEdit>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSpinBox>

namespace wayreeve::ui {

RunCard::RunCard(QWidget* parent)
    : QWidget(parent)
    , m_icon(new IconLabel(QStringLiteral("pause")))
    , m_title(new PlainLabel({}, Type::Title, Weight::Bold))
    , m_address(new QLineEdit)
    , m_copy(new PlainButton(tr("Copy")))
    , m_start(new FilledButton(tr("Start taking events")))
    , m_stop(new PlainButton(tr("Stand still…")))
    , m_sentence(new PlainLabel({}, Type::Body, Weight::Regular, Ink::Text2))
    , m_figures(new FigureRow)
    , m_refused(new PlainLabel({}, Type::Small, Weight::Regular, Ink::RiskMedium))
    , m_key(new KeyBox) {
    setObjectName(QStringLiteral("runCard"));
    m_title->setObjectName(QStringLiteral("liveTitle"));
    m_sentence->setObjectName(QStringLiteral("liveSentence"));
    m_refused->setObjectName(QStringLiteral("liveRefused"));
    m_address->setObjectName(QStringLiteral("liveAddress"));
    m_address->setReadOnly(true);
    m_address->setFixedWidth(200);
    m_address->setAccessibleName(tr("Address that events are sent to"));
    m_copy->setObjectName(QStringLiteral("copyAddress"));
    m_start->setObjectName(QStringLiteral("liveStart"));
    m_stop->setObjectName(QStringLiteral("liveStand"));
    m_stop->setIconName(QStringLiteral("pause"));
    m_sentence->setWordWrap(true);
    m_refused->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space16, metrics::space12, metrics::space16, metrics::space12);
    column->setSpacing(metrics::space8);
    auto* head = new QHBoxLayout;
    head->setSpacing(metrics::space8);
    head->addWidget(m_icon);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_address);
    head->addWidget(m_copy);
    head->addWidget(m_start);
    head->addWidget(m_stop);
    column->addLayout(head);
    column->addWidget(m_sentence);
    column->addWidget(m_figures);
    column->addWidget(m_refused);
    m_settings = buildStart();
    m_problem = buildProblem();
    column->addWidget(m_problem);
    column->addWidget(m_settings);
    column->addWidget(m_key);
    connect(m_start, &QAbstractButton::clicked, this, &RunCard::startAsked);
    connect(m_stop, &QAbstractButton::clicked, this, &RunCard::stopAsked);
    connect(m_copy, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_address->text());
        m_copy->setText(tr("Copied"));
    });
    show({});
}

QWidget* RunCard::buildStart() {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    m_port = new QSpinBox;
    m_port->setObjectName(QStringLiteral("livePort"));
    m_port->setRange(0, 65535);
    m_port->setValue(8787);
    m_port->setSpecialValueText(tr("any free one"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setToolTip(tr("Only programs on this computer reach it. 0 takes any free port."));
    auto* label = new PlainLabel(tr("Port"), Type::Body, Weight::Regular, Ink::Text2);
    label->setBuddy(m_port);
    m_rehearse = new QCheckBox(tr("Rehearse: let the clock start at"));
    m_rehearse->setObjectName(QStringLiteral("liveRehearse"));
    m_rehearse->setToolTip(tr("To try a night or a weekend by day. Only where no receiver is set up."));
    m_clock = new QDateTimeEdit;
    m_clock->setObjectName(QStringLiteral("liveClock"));
    m_clock->setAccessibleName(tr("Where the clock starts"));
    m_clock->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    m_clock->hide();
    row->addWidget(label);
    row->addWidget(m_port);
    row->addSpacing(metrics::space12);
    row->addWidget(m_rehearse);
    row->addWidget(m_clock);
    row->addStretch(1);
    connect(m_rehearse, &QCheckBox::toggled, m_clock, [this](bool on) {
        m_clock->setVisible(on);
        if (on && !m_clock->property("chosen").toBool()) {
            const QDateTime here = QDateTime::currentDateTime().toTimeZone(m_zone);
            m_clock->setDateTime(QDateTime(here.date(), QTime(here.time().hour(), 0)));
            m_clock->setProperty("chosen", true);
        }
    });
    return box;
}

QWidget* RunCard::buildProblem() {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    m_problemWords = new PlainLabel({}, Type::Body, Weight::Regular, Ink::RiskHigh);
    m_problemWords->setObjectName(QStringLiteral("liveProblem"));
    m_problemWords->setWordWrap(true);
    m_newRun = new PlainButton(tr("Begin a new run…"));
    m_newRun->setObjectName(QStringLiteral("liveNewRun"));
    row->addWidget(new IconLabel(QStringLiteral("warning"), Ink::RiskHigh), 0, Qt::AlignTop);
    row->addWidget(m_problemWords, 1);
    row->addWidget(m_newRun, 0, Qt::AlignTop);
    connect(m_newRun, &QAbstractButton::clicked, this, &RunCard::newRunAsked);
    return box;
}

void RunCard::show(const LiveNow& now) {
    const LiveCard card = liveCard(now, QLocale());
    const bool off = now.mode == LiveMode::Off;
    m_icon->setIcon(card.icon, card.ink);
    m_title->setText(card.title);
    m_sentence->setText(card.sentence);
    if (m_address->text() != card.address) {
        m_address->setText(card.address);
        m_address->setCursorPosition(0);
        m_copy->setText(tr("Copy"));
    }
    const bool held = m_start->hasFocus() || m_stop->hasFocus();
    const bool running = now.mode == LiveMode::Starting || now.mode == LiveMode::On || now.mode == LiveMode::Ending;
    m_address->setVisible(!card.address.isEmpty());
    m_copy->setVisible(!card.address.isEmpty());
    m_start->setVisible(!running && now.mode != LiveMode::Elsewhere);
    m_start->setEnabled(off);
    m_stop->setVisible(running);
    m_stop->setEnabled(now.mode == LiveMode::On || now.mode == LiveMode::Starting);
    if (held) // the key that pressed one finds the other
        mainButton()->setFocus(Qt::OtherFocusReason);
    m_figures->setFigures(card.figures);
    m_refused->setText(card.refused);
    m_refused->setVisible(!card.refused.isEmpty());
    m_problemWords->setText(card.problem);
    m_newRun->setVisible(card.offersNew);
    m_problem->setVisible(!card.problem.isEmpty());
    m_settings->setVisible(off);
    m_rehearse->setVisible(!now.sends);
    m_clock->setVisible(!now.sends && m_rehearse->isChecked());
    if (now.sends)
        m_rehearse->setChecked(false);
}

void RunCard::setNewKey(const QString& source, const QString& key) {
    m_key->setKey(source, key);
}

quint16 RunCard::port() const {
    return static_cast<quint16>(m_port->value());
}

std::optional<Instant> RunCard::rehearsal() const {
    if (!m_rehearse->isChecked())
        return std::nullopt;
    const QDateTime shown = m_clock->dateTime();
    return Instant{QDateTime(shown.date(), shown.time(), m_zone).toMSecsSinceEpoch()};
}

QWidget* RunCard::mainButton() const {
    return m_stop->isHidden() ? m_start : m_stop;
}

void RunCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintCard(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), {});
}

} // namespace wayreeve::ui
