#pragma once

#include "ui/approvals/approvals_presenter.h"

#include "ui/shell/app_context.h"
#include "ui/shell/screen.h"

class QLineEdit;
class QStackedWidget;
class QVBoxLayout;

namespace wayreeve::ui {

class Button;
class CardView;
class EmptyState;
class PlainLabel;
class QueueList;
class SegmentedControl;

/// The place Approvals: lists, the card, what one may do. Argument: a proposal's id ("s1-482-13").
class ApprovalsScreen : public Screen {
    Q_OBJECT
public:
    explicit ApprovalsScreen(AppContext& context);
    /// With another source of approvals than the workspace's store.
    ApprovalsScreen(AppContext& context, std::shared_ptr<ApprovalsBackend> backend);

    [[nodiscard]] QString placeId() const override { return QStringLiteral("approvals"); }
    [[nodiscard]] QString title() const override { return tr("Approvals"); }
    [[nodiscard]] QString detail() const override;
    void open(const QString& argument) override;
    [[nodiscard]] QString argument() const override;
    void refresh() override;
    [[nodiscard]] int railCount() const override { return m_presenter.waiting(); }
    [[nodiscard]] bool settled() const override { return !m_presenter.busy(); }
    [[nodiscard]] GrabCounts counts() const override;
    [[nodiscard]] QList<QWidget*> panes() override;

    [[nodiscard]] ApprovalsPresenter& presenter() { return m_presenter; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeLayout();
    [[nodiscard]] QWidget* makeActions();
    void addCommands();
    void updateLists();
    void updateActions();
    void updateNotice(const QString& why);
    void updateSide();
    void startReject();
    void sendReject();
    void controlEnter();
    /// Claims, or, where this person may not and the demo lets one switch, acts as the first who may.
    void claimOrSwitch();
    [[nodiscard]] Person whoMay() const;

    ApprovalsPresenter m_presenter;
    SegmentedControl* m_tabs;
    QLineEdit* m_filter;
    QueueList* m_queue;
    EmptyState* m_nothing; ///< beside an empty list
    QStackedWidget* m_middle;
    CardView* m_card;
    QWidget* m_side;
    QVBoxLayout* m_sideLayout;
    QWidget* m_rejectBar = nullptr;
    QLineEdit* m_rejectReason = nullptr;
    Button* m_claim = nullptr;
    Button* m_approve = nullptr;
    Button* m_edit = nullptr;
    Button* m_reject = nullptr;
    QWidget* m_notice = nullptr; ///< why something is not allowed now, and the way on
    PlainLabel* m_why = nullptr;
    Button* m_switch = nullptr;
    QWidget* m_queueBox = nullptr;
    QWidget* m_sideArea = nullptr;
    QString m_folder;
    QString m_wanted; ///< asked for before the queue was there
};

} // namespace wayreeve::ui
