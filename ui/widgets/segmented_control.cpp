#include "ui/widgets/segmented_control.h"

#include "ui/widgets/buttons.h"

#include <QButtonGroup>
#include <QHBoxLayout>

namespace wayreeve::ui {

SegmentedControl::SegmentedControl(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this)) {
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int index) { Q_EMIT chosen(m_ids.value(index)); });
}

int SegmentedControl::addSegment(const QString& id, const QString& text) {
    auto* button = new PlainButton(text);
    button->setCheckable(true);
    button->setObjectName(id);
    button->setProperty("ringInside", true);
    button->setAccessibleDescription(accessibleName());
    const int index = static_cast<int>(m_ids.size());
    m_ids.append(id);
    m_group->addButton(button, index);
    layout()->addWidget(button);
    for (int i = 0; i <= index; ++i)
        m_group->button(i)->setProperty("segment", i == 0 ? "first" : i == index ? "last" : "middle");
    if (index == 0)
        button->setChecked(true);
    return index;
}

void SegmentedControl::setSegmentText(const QString& id, const QString& text) {
    if (auto* button = m_group->button(static_cast<int>(m_ids.indexOf(id))))
        button->setText(text);
}

void SegmentedControl::setCurrent(const QString& id) {
    auto* button = m_group->button(static_cast<int>(m_ids.indexOf(id)));
    if (!button)
        return;
    button->setChecked(true);
    // Tab goes to the current segment. Qt sees to that after clicks only.
    for (QAbstractButton* segment : m_group->buttons())
        segment->setFocusPolicy(segment == button ? Qt::StrongFocus : Qt::ClickFocus);
}

QString SegmentedControl::current() const {
    return m_ids.value(m_group->checkedId());
}

} // namespace wayreeve::ui
