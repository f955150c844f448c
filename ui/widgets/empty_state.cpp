#include "ui/widgets/empty_state.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/plain_label.h"

#include <QVBoxLayout>

namespace wayreeve::ui {

EmptyState::EmptyState(const QString& title, const QString& sentence, const QString& button, QWidget* parent)
    : QWidget(parent)
    , m_title(new PlainLabel({}, Type::Body, Weight::Bold))
    , m_sentence(new PlainLabel({}, Type::Body, Weight::Regular, Ink::Text2))
    , m_button(new PlainButton({})) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space20, metrics::space16, metrics::space20, metrics::space16);
    column->setSpacing(metrics::space4);
    m_sentence->setWordWrap(true);
    m_sentence->setMaximumWidth(520);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addSpacing(metrics::space4);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_button, &Button::clicked, this, &EmptyState::activated);
    setContent(title, sentence, button);
}

void EmptyState::setContent(const QString& title, const QString& sentence, const QString& button) {
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
}

} // namespace wayreeve::ui
