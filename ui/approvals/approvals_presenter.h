#pragma once

#include "ui/approvals/approval_item.h"
#include "ui/approvals/approval_words.h"

#include <QObject>

#include <memory>

namespace wayreeve::ui {

enum class ApprovalTab { Mine, Unclaimed, Breaching, Others, Leaving, Suggestions, Done };

/// The approval queue without any widget: lists, selection, what one may do now, and the order of a high-risk verdict
/// (facts → verdict and reason → the core's view → confirm or change). Window thread.
///
/// Mine: claimed by this person, lock alive. Unclaimed: waits for anybody. Breaching: those of both whose time is
/// nearly over. Others: claimed by others, or waits for a second person after this one. Leaving: needs nobody any more
/// and is not out yet (its hour, the outbox). All times are those of the run's clock.
class ApprovalsPresenter : public QObject {
    Q_OBJECT
public:
    enum class Verdict { None, Approve, Reject };

    explicit ApprovalsPresenter(std::shared_ptr<ApprovalsBackend> backend, QObject* parent = nullptr);

    void setPerson(const QString& id);
    /// Loads again; what is shown stays until the answer is there.
    void refresh();
    [[nodiscard]] bool busy() const { return m_loading > 0 || m_giving; }
    [[nodiscard]] const ApprovalSnapshot& snapshot() const { return m_snapshot; }

    [[nodiscard]] ApprovalTab tab() const { return m_tab; }
    void setTab(ApprovalTab tab);
    /// Its home: every item has one, which is never Breaching.
    [[nodiscard]] ApprovalTab tabOf(const ApprovalItem& item) const;
    [[nodiscard]] bool isIn(ApprovalTab tab, const ApprovalItem& item) const;
    [[nodiscard]] QList<const ApprovalItem*> items(ApprovalTab tab) const;
    /// Of Done also those that are not listed.
    [[nodiscard]] int count(ApprovalTab tab) const;
    /// Proposals that wait for a person, whoever it is.
    [[nodiscard]] int waiting() const;

    void select(std::uint64_t proposal);
    /// The one `by` lines further in the list.
    void move(int by);
    [[nodiscard]] const ApprovalItem* selected() const { return find(m_selected); }
    /// Null until loaded. Of a high-risk proposal that waits, without the core's view until it is revealed.
    [[nodiscard]] const ApprovalCard* card() const { return m_card ? &*m_card : nullptr; }

    /// The whole content of that proposal has been on screen.
    void noteContentSeen(std::uint64_t proposal);
    [[nodiscard]] bool contentSeen() const { return m_contentSeen; }
    [[nodiscard]] bool waits() const;        ///< the selected one waits for a person
    [[nodiscard]] bool suggested() const;    ///< the selected one is a suggestion that may be taken up or dismissed
    [[nodiscard]] bool isMine() const;       ///< … and this person holds it
    [[nodiscard]] bool verdictFirst() const; ///< high risk: one's own verdict before the core's view
    [[nodiscard]] bool revealed() const { return m_revealed; }
    /// All of the core's view of that proposal has been on screen.
    void noteCoreSeen(std::uint64_t proposal);
    [[nodiscard]] bool coreSeen() const { return m_coreSeen; }
    /// Whether this person's roles and grants allow a verdict on the selected one; true where that is not known.
    [[nodiscard]] bool mayDecide() const;
    /// Ids of others who may decide the selected one.
    [[nodiscard]] QStringList othersWhoMay() const;
    /// Empty: allowed now. Otherwise the reason, for beside the button.
    [[nodiscard]] QString whyNotClaim() const;
    [[nodiscard]] QString whyNotEdit() const;
    [[nodiscard]] QString whyNotApprove() const;
    [[nodiscard]] QString whyNotReject() const;

    void claim();
    void approve();
    void reject(const QString& reason);
    void edit(const QString& subject, const QString& body);

    // A high-risk verdict.
    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    [[nodiscard]] QString reason() const { return m_reason; }
    void setVerdict(Verdict verdict);
    void setReason(const QString& reason);
    /// 1 facts, 2 verdict, 3 the core's view to read, 4 confirm.
    [[nodiscard]] int step() const;
    [[nodiscard]] QString whyNotReveal() const;
    /// Records verdict and reason here and opens the core's view. False where one of them is missing.
    bool reveal();
    [[nodiscard]] QString whyNotConfirm() const;
    /// Sends the verdict; only after reveal(), and once the core's view has been on screen.
    bool confirm();
    /// What confirm() does with the verdict that stands: "Ctrl+Enter gives the first of two approvals."
    [[nodiscard]] QString ifConfirmed() const;

    /// Time left as the run's clock has it; negative: over.
    [[nodiscard]] Duration left(const ApprovalItem& item) const { return item.proposal.deadline - m_snapshot.clock; }
    /// Where the selected one stands and what comes of it, from the core's state; empty while it waits for a person.
    [[nodiscard]] QString stand() const;
    /// What approving the selected one does now; empty where nothing is asked.
    [[nodiscard]] QString ifApproved() const;
    /// A quarter of its time or less is left.
    [[nodiscard]] bool breaching(const ApprovalItem& item) const;

Q_SIGNALS:
    void listsChanged();
    void selectionChanged();
    void cardChanged();
    /// What one may do changed.
    void stateChanged();
    void said(const QString& lead, const QString& text, bool error);
    /// A command was carried out and committed.
    void decided();
    void busyChanged();

private:
    [[nodiscard]] const ApprovalItem* find(std::uint64_t proposal) const;
    void give(governance::Command command, const QString& done);
    void took(const governance::Proposal& proposal, const QString& done);
    [[nodiscard]] approvals::WordContext words() const;
    void loadCard();
    void forgetSelection();
    void forgetVerdict();
    void followSelection();
    void stripCore();
    void chooseFirst(int near);

    std::shared_ptr<ApprovalsBackend> m_backend;
    ApprovalSnapshot m_snapshot;
    QString m_person;
    ApprovalTab m_tab = ApprovalTab::Unclaimed;
    std::uint64_t m_selected = 0;
    std::optional<ApprovalCard> m_card;
    std::optional<ApprovalCard::CoreView> m_locked; ///< kept out of the card until revealed
    Verdict m_verdict = Verdict::None;
    QString m_reason;
    bool m_contentSeen = false;
    bool m_revealed = false;
    bool m_coreSeen = false;
    bool m_giving = false;
    int m_loading = 0;
    int m_asked = 0;
    int m_cardAsked = 0;
};

} // namespace wayreeve::ui
