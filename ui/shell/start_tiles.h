#pragma once

#include "ui/shell/start_provider.h"

#include <QAbstractButton>
#include <QPainter>

namespace wayreeve::ui {

/// Paints a sketch as a thumbnail: stage lines and the curve. `accent`: the tile is chosen.
void paintThumbnail(QPainter& painter, const QRectF& rect, const MapSketch& sketch, bool accent);

/// The demo's picture: stage bands, observed and planned curve, a card a stage.
class MapPreview : public QWidget {
    Q_OBJECT
public:
    explicit MapPreview(const MapSketch& sketch, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    MapSketch m_sketch;
};

/// A template: thumbnail, title, pain, size. Arrows move to the neighbour, Enter and Space open.
class TemplateTile : public QAbstractButton {
    Q_OBJECT
public:
    explicit TemplateTile(TemplateCard card, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {248, 68}; }
    [[nodiscard]] bool painted() const { return m_painted; }

Q_SIGNALS:
    void moved(int dx, int dy);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    TemplateCard m_card;
    bool m_painted = false;
};

/// A recent workspace: name and detail left, time and state right.
class RecentRow : public QAbstractButton {
    Q_OBJECT
public:
    explicit RecentRow(RecentWorkspace workspace, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {300, 48}; }
    [[nodiscard]] bool painted() const { return m_painted; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    RecentWorkspace m_workspace;
    bool m_painted = false;
};

} // namespace wayreeve::ui
