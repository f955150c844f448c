#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

class QTimer;

namespace wayreeve::ui {

class Button;

enum class Severity { Info, Undo, Warning, Error };

/// One message. `lead` is bold and optional. A message with the id of a waiting one replaces it.
/// Undo counts `seconds` down, replacing %1 in `text` by what is left, and then goes; the action is "Undo".
/// Info without an action passes: it goes after `seconds` on show (0: eight), or earlier at the next place; with
/// negative `seconds` it stays.
struct Message {
    QString id;
    Severity severity = Severity::Info;
    QString lead;
    QString text;
    QString actionText;
    std::function<void()> action;
    QString keyHint;
    int seconds = 0;
};

/// One line under the top bar. Its room is always kept, so that nothing below moves when a message comes or goes; while
/// there is none, the last one that passed stays readable, quietly. The newest message is shown, the others wait until
/// it is dismissed or has passed. Window thread only.
class MessageBar : public QWidget {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void show(Message message);
    void dismiss(const QString& id);
    void clear();
    /// Another place is shown: what passes goes, unless it was only just said.
    void leavePlace();
    /// Id of the message on show; empty if none.
    [[nodiscard]] QString currentId() const;
    [[nodiscard]] int waiting() const;
    [[nodiscard]] QString shownText() const;
    /// The one that passed last, while nothing else is said; empty at another place.
    [[nodiscard]] QString lastText() const { return m_messages.isEmpty() ? m_last : QString(); }
    /// What the action button does, by key.
    void activate();
    /// One second of every countdown; the timer calls it.
    void tick();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    QList<Message> m_messages;
    QString m_last;
    int m_unnamed = 0;
    Button* m_action;
    QWidget* m_close;
    QTimer* m_timer;
};

} // namespace wayreeve::ui
