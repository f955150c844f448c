#include "ui/shell/unsaved_dialog.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace wayreeve::ui {

UnsavedDialog::UnsavedDialog(const QStringList& unsaved, QWidget* parent)
    : QDialog(parent) {
    setObjectName("unsavedDialog");
    setWindowTitle(tr("Not saved yet"));
    const QString question = tr("Save these changes before you leave?");
    setAccessibleName(question);
    setAccessibleDescription(unsaved.join(QStringLiteral(", ")));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space24, metrics::space24, metrics::space16);
    column->setSpacing(metrics::space8);
    column->addWidget(new PlainLabel(question, Type::Title, Weight::Bold));
    // Beyond these the dialog would outgrow a small screen.
    constexpr qsizetype most = 8;
    for (const QString& name : unsaved.mid(0, most))
        column->addWidget(new PlainLabel(name));
    if (const auto more = static_cast<int>(unsaved.size() - most); more > 0)
        column->addWidget(new PlainLabel(tr("and %n more", nullptr, more)));
    column->addSpacing(metrics::space12);
    auto* save = new FilledButton(tr("Save"));
    save->setObjectName("unsavedSave");
    save->setDefault(true);
    auto* discard = new PlainButton(tr("Discard"));
    discard->setObjectName("unsavedDiscard");
    discard->setAutoDefault(false);
    auto* cancel = new PlainButton(tr("Cancel"));
    cancel->setObjectName("unsavedCancel");
    cancel->setAutoDefault(false);
    cancel->setKeyHint("Esc");
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addStretch(1);
    for (Button* button : {static_cast<Button*>(cancel), static_cast<Button*>(discard), static_cast<Button*>(save)})
        row->addWidget(button);
    column->addLayout(row);
    connect(save, &Button::clicked, this, [this] { done(Save); });
    connect(discard, &Button::clicked, this, [this] { done(Discard); });
    connect(cancel, &Button::clicked, this, [this] { done(Cancel); });
    save->setFocus();
}

} // namespace wayreeve::ui
