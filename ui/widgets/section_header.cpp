#include "ui/widgets/section_header.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/plain_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace wayreeve::ui {

SectionHeader::SectionHeader(const QString& title, const QString& note, QWidget* parent)
    : QWidget(parent)
    , m_title(new PlainLabel(title, Type::Small, Weight::Bold, Ink::Text2))
    , m_note(new PlainLabel(note, Type::Small, Weight::Regular, Ink::Text3))
    , m_link(new LinkButton({})) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    row->addWidget(m_title);
    row->addWidget(m_note, 1);
    row->addWidget(m_link);
    m_note->setElided(true);
    m_title->setElided(note.isEmpty()); // with a note beside it, that gives way
    m_link->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_link, &Button::clicked, this, &SectionHeader::linkActivated);
}

void SectionHeader::setTitle(const QString& title) {
    m_title->setText(title);
}
void SectionHeader::setNote(const QString& note) {
    m_note->setText(note);
    m_title->setElided(note.isEmpty());
}
void SectionHeader::setLink(const QString& text) {
    m_link->setText(text);
    m_link->setVisible(!text.isEmpty());
}

Hairline::Hairline(Qt::Orientation orientation, QWidget* parent)
    : QWidget(parent) {
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Hairline::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), color(Ink::Border));
}

} // namespace wayreeve::ui
