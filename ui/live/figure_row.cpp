#include "ui/live/figure_row.h"

#include "ui/widgets/paint.h"

#include <QStringList>

#include <algorithm>

namespace wayreeve::ui {

namespace {

constexpr int leastWidth = 136, cellHeight = 44;

} // namespace

FigureRow::FigureRow(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("liveFigures"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FigureRow::setFigures(const QList<LiveFigure>& figures) {
    m_figures = figures;
    QStringList words;
    for (const LiveFigure& figure : figures)
        words.append(figure.note.isEmpty() ? tr("%1: %2").arg(figure.name, figure.value)
                                           : tr("%1: %2, %3").arg(figure.name, figure.value, figure.note));
    setAccessibleName(words.join(QStringLiteral("; ")));
    setToolTip(words.join(QLatin1Char('\n')));
    setVisible(!figures.isEmpty());
    fit();
    update();
}

int FigureRow::columns() const {
    const auto all = std::max(1, static_cast<int>(m_figures.size()));
    const int most = std::clamp(width() / leastWidth, 1, all);
    const int lines = (all + most - 1) / most;
    return (all + lines - 1) / lines; // no lonely one in the last line
}

void FigureRow::fit() {
    const int lines = (static_cast<int>(m_figures.size()) + columns() - 1) / columns();
    setFixedHeight(std::max(1, lines) * cellHeight);
}

void FigureRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void FigureRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int across = columns();
    const int wide = width() / across;
    for (int i = 0; i < static_cast<int>(m_figures.size()); ++i) {
        const LiveFigure& figure = m_figures[i];
        const int x = i % across * wide;
        const int y = i / across * cellHeight;
        painter.setFont(uiFont(Type::Title, Weight::Bold));
        const qreal number = tabularWidth(painter.font(), figure.value);
        paintTabular(painter, QRectF(x, y, wide - metrics::space8, 24), figure.value, figure.ink,
                     Qt::AlignLeft | Qt::AlignVCenter);
        painter.setFont(uiFont(Type::Small));
        if (!figure.note.isEmpty())
            paintElided(painter, QRectF(x + number + metrics::space8, y + 4, wide - number - metrics::space16, 20),
                        figure.note, Ink::Text2);
        paintElided(painter, QRectF(x, y + 24, wide - metrics::space8, 16), figure.name, Ink::Text2);
    }
}

} // namespace wayreeve::ui
