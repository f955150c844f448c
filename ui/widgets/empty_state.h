#pragma once

#include <QWidget>

namespace wayreeve::ui {

class Button;
class PlainLabel;

/// What goes here and the next step: a bold line, one sentence, one button, top left. Without a button text: no button.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString& title, const QString& sentence, const QString& button = {}, QWidget* parent = nullptr);
    void setContent(const QString& title, const QString& sentence, const QString& button = {});

Q_SIGNALS:
    void activated();

private:
    PlainLabel* m_title;
    PlainLabel* m_sentence;
    Button* m_button;
};

} // namespace wayreeve::ui
