#pragma once

#include <QDialog>

class QLineEdit;

namespace wayreeve::ui {

/// Asks for the reason that undoing a merge takes, and says what it does. Esc cancels; yes needs a reason. Objects:
/// undoMergeDialog, undoMergeReason, undoMergeYes.
class UndoMergeDialog : public QDialog {
    Q_OBJECT
public:
    /// `who` is the profile that becomes a customer of its own again.
    UndoMergeDialog(const QString& who, QWidget* parent);
    [[nodiscard]] QString reason() const;

private:
    QLineEdit* m_reason;
};

} // namespace wayreeve::ui
