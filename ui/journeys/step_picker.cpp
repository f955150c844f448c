#include "ui/journeys/step_picker.h"

#include "ui/journeys/journey_words.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/search_field.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

namespace wayreeve::ui {

using documents::JourneyNode;
using documents::NodeType;

namespace {

constexpr int touchpointLine = -1;

/// A new step of a type that is sound at once where it can be.
JourneyNode plainNode(NodeType type) {
    JourneyNode node;
    node.type = type;
    node.name = typeText(type).toStdString();
    if (type == NodeType::Wait)
        node.length = Duration::days(1);
    return node;
}

} // namespace

StepPicker::StepPicker(const documents::Workspace& workspace, bool withTouchpoint, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_search(new SearchField(tr("Step, action or agent")))
    , m_list(new QListWidget) {
    setObjectName(QStringLiteral("stepPicker"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    m_search->setAccessibleName(tr("What to add"));
    m_list->setAccessibleName(tr("What can be added"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space8, metrics::space8, metrics::space8, metrics::space8);
    column->addWidget(m_search);
    column->addWidget(m_list);
    resize(320, 340);
    fill(workspace, withTouchpoint);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &StepPicker::narrow);
    connect(m_search, &QLineEdit::returnPressed, this, &StepPicker::take);
    connect(m_list, &QListWidget::itemClicked, this, &StepPicker::take);
    narrow({});
}

void StepPicker::fill(const documents::Workspace& workspace, bool withTouchpoint) {
    const auto add = [this](const QString& iconName, Ink ink, const QString& text, JourneyNode node) {
        auto* line = new QListWidgetItem(icon(iconName, ink), text, m_list);
        line->setData(Qt::UserRole, static_cast<int>(m_nodes.size()));
        m_nodes.push_back(std::move(node));
    };
    if (withTouchpoint) {
        auto* line = new QListWidgetItem(icon(QStringLiteral("touchpoint")), tr("Touchpoint"), m_list);
        line->setData(Qt::UserRole, touchpointLine);
    }
    for (const NodeType type : nodeTypes())
        add(typeIcon(type), typeInk(type), typeText(type), plainNode(type));
    if (workspace.agents)
        for (const auto& agent : workspace.agents->agents) {
            JourneyNode node = plainNode(NodeType::AgentDecision);
            node.name = agent.name.empty() ? agent.id : agent.name;
            node.agent = agent.id;
            node.goal = agent.goal;
            node.length = Duration::days(7);
            add(QStringLiteral("agent"), Ink::Accent, tr("Agent: %1").arg(qs(node.name)), node);
        }
    if (workspace.actions)
        for (const auto& action : workspace.actions->actions) {
            JourneyNode node = plainNode(action.handoff ? NodeType::Handoff : NodeType::Action);
            node.name = action.name.empty() ? action.id : action.name;
            node.action = action.id;
            Ink ink = Ink::Text2;
            const QString name = channelIcon(action.channel, &ink);
            add(action.channel == documents::Channel::None ? typeIcon(node.type) : name, ink,
                tr("Action: %1").arg(qs(node.name)), node);
        }
}

void StepPicker::popUp(const QPoint& globalPosition) {
    move(globalPosition);
    show();
    m_search->setFocus();
}

/// Lines that begin with the text come before those that only contain it: the first of them is chosen.
void StepPicker::narrow(const QString& text) {
    QListWidgetItem* best = nullptr;
    bool bestStarts = false;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem* line = m_list->item(i);
        const bool fits = line->text().contains(text, Qt::CaseInsensitive);
        const bool starts = line->text().startsWith(text, Qt::CaseInsensitive);
        line->setHidden(!fits);
        if (fits && (!best || (starts && !bestStarts))) {
            best = line;
            bestStarts = starts;
        }
    }
    m_list->setCurrentItem(best);
}

void StepPicker::take() {
    const QListWidgetItem* line = m_list->currentItem();
    if (!line || line->isHidden())
        return;
    const int at = line->data(Qt::UserRole).toInt();
    hide();
    if (at == touchpointLine)
        Q_EMIT touchpointChosen();
    else
        Q_EMIT stepChosen(m_nodes[static_cast<std::size_t>(at)]);
    close();
}

bool StepPicker::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            const int step = key->key() == Qt::Key_Down ? 1 : -1;
            for (int i = m_list->currentRow() + step; i >= 0 && i < m_list->count(); i += step)
                if (!m_list->item(i)->isHidden()) {
                    m_list->setCurrentRow(i);
                    break;
                }
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace wayreeve::ui
