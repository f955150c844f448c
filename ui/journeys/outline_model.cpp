#include "ui/journeys/outline_model.h"

#include "ui/journeys/journey_words.h"
#include "ui/widgets/icons.h"

#include <QTimer>

namespace wayreeve::ui {

namespace {

constexpr int keyRole = Qt::UserRole + 1;

QVariant keyOf(const MapItem& item) {
    return QVariantList{static_cast<int>(item.kind), qs(item.id), qs(item.part), item.ordinal};
}

} // namespace

OutlineModel::OutlineModel(JourneyPresenter& presenter, QObject* parent)
    : QStandardItemModel(parent)
    , m_presenter(presenter) {
    connect(&presenter, &JourneyPresenter::journeyChanged, this, &OutlineModel::rebuild);
    connect(&presenter, &JourneyPresenter::workspaceChanged, this, &OutlineModel::rebuild);
}

QModelIndex OutlineModel::indexOf(const MapItem& item) const {
    const auto found = m_index.find(item);
    return found == m_index.end() ? QModelIndex() : QModelIndex(found->second);
}

MapItem OutlineModel::itemAt(const QModelIndex& index) const {
    const QVariantList key = index.siblingAtColumn(0).data(keyRole).toList();
    if (key.size() != 4)
        return {};
    return {static_cast<MapItem::Kind>(key[0].toInt()), key[1].toString().toStdString(),
            key[2].toString().toStdString(), key[3].toInt()};
}

bool OutlineModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole)
        return QStandardItemModel::setData(index, value, role);
    // The view is still inside its editor: the tree may only be built anew afterwards.
    QTimer::singleShot(0, this,
                       [this, item = itemAt(index), name = value.toString()] { m_presenter.rename(item, name); });
    return false;
}

QList<QStandardItem*> OutlineModel::row(const MapItem& item, const QString& iconName, Ink ink, const QString& text,
                                        const QString& kind, const QString& detail) {
    auto* name = new QStandardItem(icon(iconName, ink), text);
    name->setData(keyOf(item), keyRole);
    name->setEditable(item.kind != MapItem::Kind::Stage);
    name->setData(kind + QStringLiteral(": ") + text, Qt::AccessibleTextRole);
    auto* what = new QStandardItem(kind);
    auto* more = new QStandardItem(detail);
    for (auto* cell : {what, more})
        cell->setEditable(false);
    return {name, what, more};
}

void OutlineModel::addWays(QStandardItem* parent, const documents::Journey& journey, const std::string& node) {
    for (std::size_t i = 0; i < journey.edges.size(); ++i) {
        if (journey.edges[i].from != node)
            continue;
        const auto* target = journey.node(journey.edges[i].to);
        const QString text = edgeText(*m_presenter.workspace(), journey.edges[i]);
        parent->appendRow(row(edgeItem(journey, i), QStringLiteral("arrow-right"), Ink::Text3,
                              tr("to %1").arg(target ? nodeName(*target) : qs(journey.edges[i].to)), tr("Way on"),
                              text));
    }
}

void OutlineModel::rebuild() {
    m_index.clear();
    clear();
    setHorizontalHeaderLabels({tr("Name"), tr("Kind"), tr("Detail")});
    const auto journey = m_presenter.journey();
    const auto workspace = m_presenter.workspace();
    if (!journey || !workspace) {
        Q_EMIT rebuilt();
        return;
    }
    const auto addStep = [&](QStandardItem* parent, const documents::JourneyNode& node) {
        const auto cells = row(MapItem::node(node.id), typeIcon(node.type), typeInk(node.type), nodeName(node),
                               typeText(node.type), nodeDetail(*workspace, node));
        parent->appendRow(cells);
        addWays(cells.first(), *journey, node.id);
    };
    for (const auto& stage : journey->stages) {
        const auto cells = row(MapItem::stage(stage.id), QStringLiteral("step"), Ink::Text2,
                               stageName(*workspace, stage.id), tr("Stage"), qs(stage.customerGoal));
        invisibleRootItem()->appendRow(cells);
        for (const auto& touchpoint : stage.touchpoints) {
            Ink ink = Ink::Text2;
            const QString channel = channelIcon(touchpoint.channel, &ink);
            cells.first()->appendRow(row(MapItem::touchpoint(stage.id, touchpoint.id), channel, ink,
                                         touchpoint.name.empty() ? qs(touchpoint.id) : qs(touchpoint.name),
                                         tr("Touchpoint"), qs(touchpoint.event)));
        }
        for (const auto& node : journey->nodes)
            if (node.stage == stage.id)
                addStep(cells.first(), node);
    }
    for (const auto& node : journey->nodes)
        if (!journey->stage(node.stage))
            addStep(invisibleRootItem(), node);
    const std::function<void(const QModelIndex&)> learn = [&](const QModelIndex& parent) {
        for (int r = 0; r < rowCount(parent); ++r) {
            const QModelIndex child = index(r, 0, parent);
            m_index.emplace(itemAt(child), child);
            learn(child);
        }
    };
    learn({});
    Q_EMIT rebuilt();
}

} // namespace wayreeve::ui
