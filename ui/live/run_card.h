#pragma once

#include "ui/live/live_words.h"

#include <QTimeZone>
#include <QWidget>

class QCheckBox;
class QDateTimeEdit;
class QLineEdit;
class QSpinBox;

namespace wayreeve::ui {

class Button;
class FigureRow;
class IconLabel;
class KeyBox;
class PlainLabel;

/// The card at the top of Live: whether events are taken, with which numbers, and the one button that changes it.
class RunCard : public QWidget {
    Q_OBJECT
public:
    explicit RunCard(QWidget* parent = nullptr);

    void show(const LiveNow& now);
    /// Beside the card's words until a person puts it away; empty: nothing.
    void setNewKey(const QString& source, const QString& key);
    void setZone(const QTimeZone& zone) { m_zone = zone; }

    [[nodiscard]] quint16 port() const;
    /// Where the clock shall start; nothing: the computer's time.
    [[nodiscard]] std::optional<Instant> rehearsal() const;
    [[nodiscard]] QWidget* mainButton() const;

Q_SIGNALS:
    void startAsked();
    void newRunAsked();
    void stopAsked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* buildStart();
    QWidget* buildProblem();
    QTimeZone m_zone = QTimeZone::utc();
    IconLabel* m_icon;
    PlainLabel* m_title;
    QLineEdit* m_address;
    Button* m_copy;
    Button* m_start;
    Button* m_stop;
    PlainLabel* m_sentence;
    FigureRow* m_figures;
    PlainLabel* m_refused;
    KeyBox* m_key;
    QWidget* m_problem;
    PlainLabel* m_problemWords;
    Button* m_newRun;
    QWidget* m_settings;
    QSpinBox* m_port;
    QCheckBox* m_rehearse;
    QDateTimeEdit* m_clock;
};

} // namespace wayreeve::ui
