#pragma once

#include "ui/approvals/approval_item.h"

#include "ui/widgets/tokens.h"

#include <QRegion>
#include <QWidget>

class QVBoxLayout;

namespace wayreeve::ui {

/// Rows of 23, more where the words wrap: icon, text, quiet note on the right. For guardrails, runners-up, facts.
class LineRows : public QWidget {
    Q_OBJECT
public:
    struct Line {
        QString icon; ///< may be empty
        Ink ink = Ink::Text2;
        QString text;
        QString note;
        bool bold = false;
    };
    LineRows(const QString& name, QList<Line> lines, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {240, heightForWidth(240)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 0}; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Room {
        int left = 0, text = 0, note = 0; ///< where the text starts; widths
        int lines = 1;
    };
    [[nodiscard]] Room roomOf(const Line& line, int width) const;
    QList<Line> m_lines;
};

/// Tells once all of it has been on screen, be it piece by piece.
class SeenBox : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

Q_SIGNALS:
    void seen();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QRegion m_shown;
    bool m_told = false;
};

/// Exactly what the customer would see, as plain text.
class ContentBox : public SeenBox {
    Q_OBJECT
public:
    ContentBox(const QString& to, const QString& subject, const QString& body, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// A dashed box where the core's view will be; there is nothing behind it.
class LockedBox : public QWidget {
    Q_OBJECT
public:
    explicit LockedBox(const QString& title, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {140, 48}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_title;
};

/// The only accent edge of a high-risk card.
class VerdictBox : public QWidget {
    Q_OBJECT
public:
    explicit VerdictBox(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// The four steps of a high-risk verdict.
class StepBar : public QWidget {
    Q_OBJECT
public:
    explicit StepBar(QWidget* parent = nullptr);
    void setStep(int step);
    [[nodiscard]] QSize sizeHint() const override { return {480, 28}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 0}; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// Width of each step: as its words need, the rest shared.
    [[nodiscard]] QList<double> widths(int width) const;
    QStringList m_names;
    int m_step = 1;
};

} // namespace wayreeve::ui
