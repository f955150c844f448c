#include "ui/autonomy/week_picture.h"

#include "ui/widgets/paint.h"

#include <QLocale>
#include <QPainter>
#include <QStringList>

namespace wayreeve::ui {

namespace {

QString clockText(int minute) {
    return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

WeekPicture::WeekPicture(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Quiet hours of the week"));
}

void WeekPicture::setWeek(std::array<autonomy::Spans, 7> week, bool known) {
    m_week = std::move(week);
    m_known = known;
    QStringList days;
    for (int day = 0; day < 7; ++day) {
        QStringList spans;
        for (const auto& [from, to] : m_week[static_cast<std::size_t>(day)])
            spans.append(tr("%1 to %2").arg(clockText(from), clockText(to)));
        days.append(QStringLiteral("%1: %2").arg(QLocale().standaloneDayName(day + 1),
                                                 spans.isEmpty() ? tr("never quiet") : spans.join(tr(", "))));
    }
    setAccessibleDescription(days.join(QLatin1Char('\n')));
    update();
}

void WeekPicture::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    m_painted = 0;
    if (!m_known)
        return;
    painter.setFont(uiFont(Type::Small));
    const int left = 40, top = 16, rowHeight = 16;
    const double hour = (width() - left) / 24.0;
    for (int h = 0; h <= 24; h += 4) {
        const double x = left + h * hour;
        const Qt::Alignment side = h == 0 ? Qt::AlignLeft : h == 24 ? Qt::AlignRight : Qt::AlignHCenter;
        const double from = h == 0 ? x : h == 24 ? x - 30 : x - 15;
        paintElided(painter, QRectF(from, 0, 30, top), QStringLiteral("%1").arg(h, 2, 10, QLatin1Char('0')), Ink::Text2,
                    side | Qt::AlignVCenter);
    }
    for (int day = 0; day < 7; ++day) {
        const QRectF row(left, top + day * rowHeight, width() - left, rowHeight - 2);
        paintElided(painter, QRectF(0, row.top() - 1, left - 8, rowHeight),
                    QLocale().standaloneDayName(day + 1, QLocale::ShortFormat), Ink::Text2);
        painter.fillRect(row, color(Ink::Tint2));
        for (const auto& [from, to] : m_week[static_cast<std::size_t>(day)]) {
            const QRectF quiet(left + from / 60.0 * hour, row.top(), (to - from) / 60.0 * hour, row.height());
            painter.fillRect(quiet, color(Ink::Surface));
            paintHatch(painter, quiet);
        }
        ++m_painted;
    }
    paintWords(painter, left, top, hour);
}

/// The first day says what hatch and tint mean, where there is room.
void WeekPicture::paintWords(QPainter& painter, int left, int top, double hour) const {
    const autonomy::Spans& quiet = m_week.front();
    const auto write = [&](double from, double to, const QString& text, Ink back) {
        const double wide = painter.fontMetrics().horizontalAdvance(text) + 8;
        if ((to - from) / 60 * hour < wide + 4)
            return false;
        const QRectF box(left + from / 60 * hour + 3, top, wide, 14);
        painter.fillRect(box, color(back));
        paintElided(painter, box.adjusted(4, 0, 0, 0), text, Ink::Text1);
        return true;
    };
    for (const auto& [from, to] : quiet)
        if (write(from, to, tr("quiet"), Ink::Surface))
            break;
    double open = 0;
    for (const auto& [from, to] : quiet) {
        if (write(open, from, tr("may send"), Ink::Tint2))
            return;
        open = to;
    }
    (void)write(open, 1440, tr("may send"), Ink::Tint2);
}

} // namespace wayreeve::ui
