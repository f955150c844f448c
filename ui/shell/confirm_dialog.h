#pragma once

#include <QDialog>

namespace wayreeve::ui {

/// One question before something that cannot simply be taken back: what it means, yes in the question's own words, or
/// Cancel. Esc and Enter cancel unless yes has the focus. Objects: confirmDialog, confirmYes, confirmCancel.
class ConfirmDialog : public QDialog {
    Q_OBJECT
public:
    ConfirmDialog(const QString& question, const QString& meaning, const QString& yes, QWidget* parent);
};

} // namespace wayreeve::ui
