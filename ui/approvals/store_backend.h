#pragma once

#include "ui/approvals/approval_item.h"

#include <QObject>

namespace wayreeve::ui {

class AppContext;

/// Approvals of the run that the window shows: reads and commands on pool threads, each with a reader of its own.
class StoreApprovals : public QObject, public ApprovalsBackend {
    Q_OBJECT
public:
    explicit StoreApprovals(AppContext& context);
    void load(std::function<void(ApprovalSnapshot)> done) override;
    void loadCard(const ApprovalItem& item, Instant clock, std::function<void(Result<ApprovalCard>)> done) override;
    void give(const QString& run, const governance::Command& command,
              std::function<void(Result<governance::Proposal>)> done) override;

private:
    AppContext& m_context;
};

} // namespace wayreeve::ui
