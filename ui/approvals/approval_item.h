#pragma once

#include "ui/approvals/records.h"

#include "ui/shell/handoff_words.h"
#include "ui/widgets/marks.h"

#include "base/zone.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace wayreeve::ui {

/// A proposal with the names to show it by.
struct ApprovalItem {
    governance::Proposal proposal;
    QString id;       ///< "s1-482-13"
    QString decision; ///< id of its decision
    QString action;   ///< the action's name
    QString
        customer; ///< who receives it: of an account its contact, with the role; the account itself where nobody does
    QString account; ///< the account that it is decided for; empty = the customer is decided for
    /// "Filip N. (admin), for Tatra Glas".
    [[nodiscard]] QString whom() const;
    RiskMark risk = RiskMark::High;
    ChannelMark channel = ChannelMark::Other;
    /// Ids of those whose roles and grants allow a verdict, in the order of the people list; nullopt = not known.
    std::optional<QStringList> deciders;
    QString voided; ///< why it no longer stands, in words
};

/// The approvals of one run at one moment: open ones in the reader's order, then suggestions, then what is done.
struct ApprovalSnapshot {
    QString run; ///< tag; empty without a run
    Instant clock;
    Zone zone;                  ///< of the workspace, for times in words
    bool ended = false;         ///< the run is over: its clock stands
    bool sends = false;         ///< what goes out reaches real connectors
    std::size_t doneBefore = 0; ///< done ones that are not listed, older than those
    std::vector<ApprovalItem> items;
    std::optional<Error> error;
    std::function<QString(const governance::Proposal&)> voidedText; ///< why one no longer stands; null: not known
};

/// What the card shows beyond the proposal itself.
struct ApprovalCard {
    struct Check {
        StatusMark status = StatusMark::Ok;
        QString text;
        QString note;
    };
    struct Reason {
        QString label;
        double share = 0; ///< of all that moved the prediction, 0 … 1
        bool against = false;
    };
    struct Runner {
        ChannelMark channel = ChannelMark::Other;
        QString name;
        QString priority;                       ///< money
        double low = 0, estimate = 0, high = 0; ///< chance of the outcome, 90 % interval
        bool chosen = false;
    };
    /// What the core thought. High risk: absent until a person's own verdict and reason stand.
    struct CoreView {
        QList<Reason> reasons;
        QList<Runner> runners;
        double confidence = 1;
        bool drawn = false; ///< a journey's own step: the core chose nothing
    };
    std::uint64_t proposal = 0;
    Instant opens{}; ///< quiet hours as they are now let it out from here on
    QString sentence;
    QString because;
    QString undo;
    QString ifRejected;
    QString agrees; ///< "Assisted, one person"
    QList<Check> checks;
    QList<Check> removed; ///< candidates that guardrails took away
    QList<std::pair<QString, QString>> facts;
    QList<std::pair<QString, QString>> story; ///< date, what happened; newest first
    std::optional<CoreView> core;
    std::optional<HandoffWords> handoff; ///< of what hands over; its next steps are the core's view
};

/// Where approvals come from and go to. Answers come on the window thread, at once or later.
class ApprovalsBackend {
public:
    virtual ~ApprovalsBackend() = default;
    virtual void load(std::function<void(ApprovalSnapshot)> done) = 0;
    virtual void loadCard(const ApprovalItem& item, Instant clock, std::function<void(Result<ApprovalCard>)> done) = 0;
    virtual void give(const QString& run, const governance::Command& command,
                      std::function<void(Result<governance::Proposal>)> done) = 0;
};

} // namespace wayreeve::ui
