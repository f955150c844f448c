#include "ui/shell/confirm_dialog.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace wayreeve::ui {

ConfirmDialog::ConfirmDialog(const QString& question, const QString& meaning, const QString& yes, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("confirmDialog"));
    setWindowTitle(question);
    setAccessibleName(question);
    setAccessibleDescription(meaning);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space24, metrics::space24, metrics::space16);
    column->setSpacing(metrics::space8);
    column->addWidget(new PlainLabel(question, Type::Title, Weight::Bold));
    auto* words = new PlainLabel(meaning);
    words->setWordWrap(true);
    words->setFixedWidth(420);
    column->addWidget(words);
    column->addSpacing(metrics::space12);
    auto* agree = new FilledButton(yes);
    agree->setObjectName(QStringLiteral("confirmYes"));
    agree->setAutoDefault(true);
    auto* cancel = new PlainButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("confirmCancel"));
    cancel->setDefault(true);
    cancel->setKeyHint(QStringLiteral("Esc"));
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(agree);
    column->addLayout(row);
    connect(agree, &Button::clicked, this, &QDialog::accept);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    cancel->setFocus();
}

} // namespace wayreeve::ui
