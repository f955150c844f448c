#pragma once

#include "ui/widgets/axis.h"
#include "ui/widgets/tokens.h"

#include <QStringList>
#include <QWidget>

namespace wayreeve::ui {

struct WaterfallStep {
    QString label;
    double value = 0; ///< a change, or with `total` the level reached
    QString text;     ///< the value in words; empty: formatted by the locale
    bool total = false;
    bool result = false; ///< the last total, in the accent
};

/// How a value came about: grey steps hanging from one another, the result in the accent. Rows of 25 px.
class Waterfall : public QWidget {
    Q_OBJECT
public:
    explicit Waterfall(const QString& name, QWidget* parent = nullptr);
    void setSteps(QList<WaterfallStep> steps);
    [[nodiscard]] int paintedItems() const { return m_painted; }
    [[nodiscard]] QList<QStringList> tableRows() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<WaterfallStep> m_steps;
    int m_painted = 0;
};

struct BarRow {
    QString icon; ///< optional
    Ink iconInk = Ink::Text2;
    QString label;
    double value = 0;    ///< ≥ 0
    QString text;        ///< right of the bar
    QString note;        ///< quiet, after the text
    double tick = -1;    ///< a mark on the bar (the baseline); negative = none
    bool strong = false; ///< the largest loss, the winner
    Ink ink = Ink::Accent;
};

/// Labelled horizontal bars on a common scale (`maximum` 0: the largest value).
class BarList : public QWidget {
    Q_OBJECT
public:
    explicit BarList(const QString& name, QWidget* parent = nullptr);
    void setRows(QList<BarRow> rows, double maximum = 0);
    /// Pixels: of a row (default 23), of a bar (default 7; funnel 16), of the label column (default 40 % of the width).
    void setMetrics(int rowHeight, int barHeight, int labelWidth = -1);
    [[nodiscard]] int paintedItems() const { return m_painted; }
    [[nodiscard]] QList<QStringList> tableRows() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<BarRow> m_rows;
    double m_maximum = 0;
    int m_rowHeight = 23;
    int m_barHeight = 7;
    int m_labelWidth = -1;
    int m_painted = 0;
};

/// Columns over time, stacked (reviews a day by risk), with a limit line in words.
struct ColumnSeries {
    QString label;
    QString icon;
    Ink ink = Ink::Accent;
    QList<double> values; ///< one a column
};
class ColumnChart : public QWidget {
    Q_OBJECT
public:
    explicit ColumnChart(const QString& name, QWidget* parent = nullptr);
    /// `columns` reserves room for columns to come (a running simulation); 0 = as many as there are values.
    void setSeries(QList<ColumnSeries> series, int columns = 0);
    void setLimit(double value, const QString& text);
    void setColumnText(AxisText text) { m_text = std::move(text); }
    /// Pixels beside the plot, at least, so that it stands exactly under another chart's.
    void setRoom(qreal left, qreal right);
    [[nodiscard]] int paintedItems() const { return m_painted; }
    [[nodiscard]] QList<QStringList> tableRows() const;
    [[nodiscard]] QSize sizeHint() const override { return {640, 140}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 80}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<ColumnSeries> m_series;
    AxisText m_text;
    QString m_limitText;
    double m_limit = -1;
    qreal m_left = 0;
    qreal m_right = 24;
    int m_columns = 0;
    int m_painted = 0;
};

} // namespace wayreeve::ui
