#pragma once

#include <QLineEdit>

namespace wayreeve::ui {

/// A line edit with the search icon and a clear button. Takes letters as text, never as shortcuts. Esc clears and
/// sends `escaped`, Down sends `downPressed`, so that the list below can take over.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(const QString& placeholder, QWidget* parent = nullptr);

Q_SIGNALS:
    void downPressed();
    void escaped();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace wayreeve::ui
