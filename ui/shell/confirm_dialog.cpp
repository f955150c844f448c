#include "ui/shell/confirm_dialog.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace wayreeve::ui {

namespace {

constexpr int longestReason = 500; // it goes into the records

}

ConfirmDialog::ConfirmDialog(const QString& question, const QString& meaning, const QString& yes, QWidget* parent)
    : QDialog(parent)
    , m_yes(new FilledButton(yes))
    , m_reason(new QLineEdit) {
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
    m_reason->setObjectName(QStringLiteral("confirmReason"));
    m_reason->setPlaceholderText(tr("Reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setMaxLength(longestReason);
    m_reason->hide();
    column->addWidget(m_reason);
    column->addSpacing(metrics::space12);
    m_yes->setObjectName(QStringLiteral("confirmYes"));
    m_yes->setAutoDefault(true);
    auto* cancel = new PlainButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("confirmCancel"));
    cancel->setDefault(true);
    cancel->setKeyHint(QStringLiteral("Esc"));
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_yes);
    column->addLayout(row);
    connect(m_yes, &Button::clicked, this, &QDialog::accept);
    connect(m_reason, &QLineEdit::textChanged, this, [this] { m_yes->setEnabled(!reason().isEmpty()); });
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    cancel->setFocus();
}

void ConfirmDialog::askReason() {
    m_reason->show();
    m_yes->setEnabled(false);
    m_yes->setDefault(true);
    m_reason->setFocus();
}

QString ConfirmDialog::reason() const {
    return m_reason->text().trimmed();
}

} // namespace wayreeve::ui
