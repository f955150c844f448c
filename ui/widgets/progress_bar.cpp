#include "ui/widgets/progress_bar.h"

#include "ui/widgets/paint.h"

#include <QLocale>

namespace wayreeve::ui {

ProgressBar::ProgressBar(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_name(name) {
    setFixedHeight(6);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setShare(0);
}

void ProgressBar::setShare(double share) {
    m_share = share;
    setAccessibleName(share >= 0 ? tr("%1: %2 %").arg(m_name, QLocale().toString(qRound(share * 100))) : m_name);
    update();
}

void ProgressBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintBar(painter, rect(), m_share);
}

} // namespace wayreeve::ui
