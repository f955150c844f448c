#pragma once

#include "ui/decisions/decision_page.h"

#include <QWidget>

namespace wayreeve::ui {

/// Facts beside one another, three lines each: name, value, note. Missing ones say so with a sign.
class EvidenceStrip : public QWidget {
    Q_OBJECT
public:
    explicit EvidenceStrip(QWidget* parent = nullptr);
    void setInputs(QList<DecisionPage::Input> inputs);
    [[nodiscard]] int paintedItems() const { return m_painted; }
    [[nodiscard]] QSize sizeHint() const override { return {640, 56}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<DecisionPage::Input> m_inputs;
    int m_painted = 0;
};

/// Lines of icon, bold beginning, text, something on the right and a quiet wrapped note below.
class LineList : public QWidget {
    Q_OBJECT
public:
    explicit LineList(const QString& name, QWidget* parent = nullptr);
    void setLines(QList<DecisionPage::Line> lines);
    [[nodiscard]] int paintedItems() const { return m_painted; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override { return {280, heightForWidth(280)}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] int lineHeightOf(const DecisionPage::Line& line, int width) const;
    void fit();
    QString m_name;
    QList<DecisionPage::Line> m_lines;
    int m_painted = 0;
};

} // namespace wayreeve::ui
