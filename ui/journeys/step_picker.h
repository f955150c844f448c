#pragma once

#include "ui/shell/documents.h"

#include <QFrame>

class QListWidget;

namespace wayreeve::ui {

class SearchField;

/// What can be added: every type of step, every action and agent of the workspace, and a touchpoint. Type to narrow it,
/// Enter takes the chosen line, Esc closes.
class StepPicker : public QFrame {
    Q_OBJECT
public:
    StepPicker(const documents::Workspace& workspace, bool withTouchpoint, QWidget* parent);
    void popUp(const QPoint& globalPosition);

Q_SIGNALS:
    void stepChosen(const documents::JourneyNode& node);
    void touchpointChosen();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const documents::Workspace& workspace, bool withTouchpoint);
    void narrow(const QString& text);
    void take();
    SearchField* m_search;
    QListWidget* m_list;
    std::vector<documents::JourneyNode> m_nodes;
};

} // namespace wayreeve::ui
