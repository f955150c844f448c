#include "ui/widgets/search_field.h"

#include "ui/widgets/icons.h"

#include <QKeyEvent>
#include <QMetaMethod>

namespace wayreeve::ui {

SearchField::SearchField(const QString& placeholder, QWidget* parent)
    : QLineEdit(parent) {
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    addAction(wayreeve::ui::icon("search"), QLineEdit::LeadingPosition);
}

bool SearchField::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0 && !key->text().isEmpty()) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape &&
        (!text().isEmpty() || isSignalConnected(QMetaMethod::fromSignal(&SearchField::escaped)))) {
        clear();
        Q_EMIT escaped();
        return;
    }
    if (event->key() == Qt::Key_Down) {
        Q_EMIT downPressed();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace wayreeve::ui
