#pragma once

#include "ui/journeys/journey_presenter.h"
#include "ui/widgets/tokens.h"

#include <QStandardItemModel>

#include <map>

namespace wayreeve::ui {

/// The journey as a tree: stages, in them touchpoints and steps, under each step the ways on. What a canvas shows, for
/// eyes and for assistive tools alike. Names can be edited here too.
class OutlineModel : public QStandardItemModel {
    Q_OBJECT
public:
    explicit OutlineModel(JourneyPresenter& presenter, QObject* parent = nullptr);
    [[nodiscard]] QModelIndex indexOf(const MapItem& item) const;
    [[nodiscard]] MapItem itemAt(const QModelIndex& index) const;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void rebuilt();

private:
    void rebuild();
    QList<QStandardItem*> row(const MapItem& item, const QString& icon, Ink ink, const QString& text,
                              const QString& kind, const QString& detail);
    void addWays(QStandardItem* parent, const documents::Journey& journey, const std::string& node);
    JourneyPresenter& m_presenter;
    std::map<MapItem, QPersistentModelIndex> m_index;
};

} // namespace wayreeve::ui
