#pragma once

#include "ui/live/live_words.h"

#include <QWidget>

namespace wayreeve::ui {

/// Numbers with their names below, side by side; in as many lines as the width asks for.
class FigureRow : public QWidget {
    Q_OBJECT
public:
    explicit FigureRow(QWidget* parent = nullptr);
    void setFigures(const QList<LiveFigure>& figures);
    [[nodiscard]] const QList<LiveFigure>& figures() const { return m_figures; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] int columns() const;
    void fit();
    QList<LiveFigure> m_figures;
};

} // namespace wayreeve::ui
