#pragma once

#include <QDialog>

namespace wayreeve::ui {

/// What is not saved, and Save, Discard or Cancel: the results of QDialog::finished. Enter saves, Esc cancels.
class UnsavedDialog : public QDialog {
    Q_OBJECT
public:
    enum Answer { Cancel = QDialog::Rejected, Save = QDialog::Accepted, Discard };

    UnsavedDialog(const QStringList& unsaved, QWidget* parent);
};

} // namespace wayreeve::ui
