#include "ui/customers/undo_merge_dialog.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace wayreeve::ui {

UndoMergeDialog::UndoMergeDialog(const QString& who, QWidget* parent)
    : QDialog(parent)
    , m_reason(new QLineEdit) {
    setObjectName(QStringLiteral("undoMergeDialog"));
    const QString question = tr("Are these two persons?");
    setWindowTitle(question);
    setAccessibleName(question);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space24, metrics::space24, metrics::space16);
    column->setSpacing(metrics::space8);
    column->addWidget(new PlainLabel(question, Type::Title, Weight::Bold));
    auto* words =
        new PlainLabel(tr("“%1” becomes a customer of its own again, with its events and consents, and the two "
                          "are never joined again. What was refused or sent meanwhile counts for both. It "
                          "cannot be taken back.")
                           .arg(who));
    words->setWordWrap(true);
    words->setFixedWidth(420);
    column->addWidget(words);
    m_reason->setObjectName(QStringLiteral("undoMergeReason"));
    m_reason->setPlaceholderText(tr("Reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setMaxLength(500);
    column->addWidget(m_reason);
    column->addSpacing(metrics::space12);
    auto* agree = new FilledButton(tr("Undo the merge"));
    agree->setObjectName(QStringLiteral("undoMergeYes"));
    agree->setDefault(true);
    agree->setEnabled(false);
    auto* cancel = new PlainButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    cancel->setKeyHint(QStringLiteral("Esc"));
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(agree);
    column->addLayout(row);
    connect(m_reason, &QLineEdit::textChanged, agree,
            [agree](const QString& text) { agree->setEnabled(!text.trimmed().isEmpty()); });
    connect(agree, &Button::clicked, this, &QDialog::accept);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    m_reason->setFocus();
}

QString UndoMergeDialog::reason() const {
    return m_reason->text().trimmed();
}

} // namespace wayreeve::ui
