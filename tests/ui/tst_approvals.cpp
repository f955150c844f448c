#include "ui/approvals/approval_outlook.h"
#include "ui/approvals/approvals_screen.h"

#include "ui_test.h"

#include "ui/shell/app_context.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/tokens.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace wayreeve;
using namespace wayreeve::ui;
using governance::CommandKind;
using governance::ProposalState;

namespace {

const Instant clockAt{1'000 * 3'600'000LL};

ApprovalItem item(std::uint64_t number, ProposalState state, RiskMark risk, const std::string& claimedBy = {}) {
    ApprovalItem made;
    made.proposal.number = number;
    made.proposal.decision = number;
    made.proposal.state = state;
    made.proposal.claimedBy = claimedBy;
    made.proposal.created = clockAt - Duration::hours(1);
    made.proposal.deadline = clockAt + Duration::hours(4);
    if (!claimedBy.empty())
        made.proposal.lockUntil = clockAt + Duration::minutes(10);
    made.proposal.subject = "Your cart";
    made.proposal.body = "Hi Jonas,\nyour cart is waiting.";
    made.id = QStringLiteral("s1-0-%1").arg(number);
    made.decision = made.id;
    made.action = QStringLiteral("Cart reminder");
    made.customer = QStringLiteral("Jonas K.");
    made.risk = risk;
    made.channel = ChannelMark::Email;
    return made;
}

/// A queue in memory that carries out claims and verdicts at once.
class ListBackend : public ApprovalsBackend {
public:
    ApprovalSnapshot snapshot;
    ProposalState afterApproval = ProposalState::Dispatched;
    std::vector<governance::Command> given;

    ListBackend() {
        snapshot.run = QStringLiteral("s1");
        snapshot.clock = clockAt;
    }
    void load(std::function<void(ApprovalSnapshot)> done) override { done(snapshot); }
    void loadCard(const ApprovalItem& of, Instant, std::function<void(Result<ApprovalCard>)> done) override {
        ApprovalCard card;
        card.proposal = of.proposal.number;
        card.sentence = QStringLiteral("Send Jonas K. “Cart reminder” by e-mail");
        card.checks = {{StatusMark::Ok, QStringLiteral("Only with consent"), QStringLiteral("passed")}};
        card.core =
            ApprovalCard::CoreView{{{QStringLiteral("Carts"), 0.6, false}},
                                   {{ChannelMark::Email, QStringLiteral("Cart reminder"), {}, 0.1, 0.2, 0.3, true}},
                                   0.74,
                                   false};
        done(card);
    }
    void give(const QString&, const governance::Command& command,
              std::function<void(Result<governance::Proposal>)> done) override {
        given.push_back(command);
        for (ApprovalItem& each : snapshot.items)
            if (each.proposal.number == command.proposal) {
                if (command.kind == CommandKind::Claim) {
                    each.proposal.state = ProposalState::Claimed;
                    each.proposal.claimedBy = command.person;
                    each.proposal.lockUntil = clockAt + Duration::minutes(10);
                } else if (command.kind == CommandKind::Approve) {
                    each.proposal.state = afterApproval;
                } else if (command.kind == CommandKind::Reject) {
                    each.proposal.state = each.proposal.state == ProposalState::Suggested ? ProposalState::Dismissed
                                                                                          : ProposalState::Rejected;
                }
                done(each.proposal);
                return;
            }
        done(Error{"approval.unknown-proposal"});
    }
};

QString titleOf(const ApprovalsScreen& screen) {
    return screen.findChild<QWidget*>("contentTitle")->findChild<QLabel*>()->text();
}

std::shared_ptr<ListBackend> queue() {
    auto backend = std::make_shared<ListBackend>();
    backend->snapshot.items = {
        item(1, ProposalState::Proposed, RiskMark::Medium),    item(2, ProposalState::Proposed, RiskMark::High),
        item(3, ProposalState::Claimed, RiskMark::Low, "mei"), item(4, ProposalState::Claimed, RiskMark::Low, "karin"),
        item(5, ProposalState::Held, RiskMark::Low),           item(6, ProposalState::Suggested, RiskMark::Low),
        item(7, ProposalState::Rejected, RiskMark::Low)};
    return backend;
}

} // namespace

class TestApprovals : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lists() {
        ApprovalsPresenter presenter(queue());
        presenter.setPerson("mei");
        presenter.refresh();
        QCOMPARE(presenter.count(ApprovalTab::Mine), 1);
        QCOMPARE(presenter.count(ApprovalTab::Unclaimed), 2);
        QCOMPARE(presenter.count(ApprovalTab::Others), 1);  // Karin's
        QCOMPARE(presenter.count(ApprovalTab::Leaving), 1); // waits for its hour
        QCOMPARE(presenter.count(ApprovalTab::Suggestions), 1);
        QCOMPARE(presenter.count(ApprovalTab::Done), 1);
        QCOMPARE(presenter.waiting(), 4);
        QCOMPARE(presenter.selected()->proposal.number, std::uint64_t(1));
    }
    void approveNeedsClaimAndContent() {
        const auto backend = queue();
        ApprovalsPresenter presenter(backend);
        presenter.setPerson("mei");
        presenter.refresh();
        presenter.noteContentSeen(1);
        presenter.approve(); // not claimed
        QVERIFY(backend->given.empty());
        presenter.claim();
        QVERIFY(presenter.isMine());
        QCOMPARE(presenter.tab(), ApprovalTab::Mine);
        presenter.approve(); // claimed anew: the content has to be seen again
        QCOMPARE(backend->given.size(), std::size_t(1));
        presenter.noteContentSeen(1);
        QSignalSpy decided(&presenter, &ApprovalsPresenter::decided);
        presenter.approve();
        QCOMPARE(backend->given.back().kind, CommandKind::Approve);
        QCOMPARE(backend->given.back().person, std::string("mei"));
        QCOMPARE(decided.count(), 1);
        QCOMPARE(presenter.count(ApprovalTab::Done), 2);
    }
    /// An approval leaves the lists of people; what a stopped clock keeps in is said, with the hour it waits for.
    void afterApprovalItIsSaidWhatComesOfIt() {
        const auto backend = queue();
        backend->snapshot.ended = true;
        backend->snapshot.doneBefore = 4'000;
        backend->afterApproval = ProposalState::Held;
        for (ApprovalItem& each : backend->snapshot.items)
            each.proposal.notBefore = clockAt + Duration::hours(1); // 11 February 1970, 17:00 UTC
        ApprovalsPresenter presenter(backend);
        QSignalSpy said(&presenter, &ApprovalsPresenter::said);
        presenter.setPerson("mei");
        presenter.refresh();
        QCOMPARE(presenter.count(ApprovalTab::Done), 4'001);
        QCOMPARE(presenter.stand(), QString());
        presenter.claim();
        presenter.noteContentSeen(1);
        presenter.approve();
        QCOMPARE(presenter.waiting(), 3);
        QCOMPARE(presenter.count(ApprovalTab::Others), 1);
        QCOMPARE(presenter.count(ApprovalTab::Leaving), 2);
        QCOMPARE(said.last()[0].toString(), QString("Approved."));
        QCOMPARE(said.last()[1].toString(),
                 QString("Cart reminder, Jonas K.: It waits for its hour, 11 Feb at 17:00. This run has ended with its "
                         "clock at 11 Feb at 16:00, so its hour does not come."));
    }
    void whatApprovingDoes_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("fourEyes");
        QTest::addColumn<bool>("first");
        QTest::addColumn<int>("hours");
        QTest::addColumn<bool>("ended");
        QTest::addColumn<bool>("sends");
        QTest::addColumn<QString>("text");
        const int waits = int(ProposalState::Proposed), second = int(ProposalState::SecondNeeded);
        const QString atOnce = "It is carried out at once, exactly as shown, if its guardrails still hold.";
        QTest::newRow("one person") << waits << false << false << 0 << false << true << atOnce;
        QTest::newRow("only recorded") << waits << false << false << 0 << true << false
                                       << atOnce + " This run only records: nothing is really sent.";
        QTest::newRow("four eyes, first") << waits << true << false << 0 << false << true
                                          << "A second person must approve it too; nothing goes out before that.";
        QTest::newRow("four eyes, second") << second << true << true << 0 << false << true << atOnce;
        QTest::newRow("quiet hours") << waits << false << false << 1 << false << true
                                     << "It then waits for its hour, 11 Feb at 17:00.";
        QTest::newRow("quiet hours, ended run")
            << waits << false << false << 1 << true << true
            << "It then waits for its hour, 11 Feb at 17:00. This run has ended with its clock at 11 Feb at 16:00, so "
               "its hour does not come.";
        QTest::newRow("suggestion") << int(ProposalState::Suggested) << false << false << 0 << false << true << atOnce;
        QTest::newRow("nobody is asked") << int(ProposalState::Held) << false << false << 0 << false << true << "";
    }
    void whatApprovingDoes() {
        QFETCH(int, state);
        QFETCH(bool, fourEyes);
        QFETCH(bool, first);
        QFETCH(int, hours);
        QFETCH(bool, ended);
        QFETCH(bool, sends);
        governance::Proposal proposal = item(1, static_cast<ProposalState>(state), RiskMark::Low).proposal;
        proposal.ruling.rule.approval = fourEyes ? documents::Approval::FourEyes : documents::Approval::OnePerson;
        proposal.firstApprover = first ? "karin" : "";
        if (hours > 0)
            proposal.notBefore = clockAt + Duration::hours(hours);
        QTEST(approvals::approveSentence({{}, {}, clockAt, ended, sends}, proposal), "text");
    }
    void whatConfirmingDoes_data() {
        QTest::addColumn<bool>("approving");
        QTest::addColumn<bool>("fourEyes");
        QTest::addColumn<int>("hours");
        QTest::addColumn<bool>("sends");
        QTest::addColumn<QString>("text");
        QTest::newRow("rejection") << false << true << 1 << true << "Ctrl+Enter rejects it: nothing of it goes out.";
        QTest::newRow("first of two") << true << true << 0 << true << "Ctrl+Enter gives the first of two approvals.";
        QTest::newRow("quiet hours") << true << false << 1 << true
                                     << "Ctrl+Enter approves it; it then waits for its hour.";
        QTest::newRow("live") << true << false << 0 << true << "Ctrl+Enter approves it; it is then carried out.";
        QTest::newRow("simulated") << true << false << 0 << false
                                   << "Ctrl+Enter approves it; this run really sends nothing.";
    }
    void whatConfirmingDoes() {
        QFETCH(bool, approving);
        QFETCH(bool, fourEyes);
        QFETCH(int, hours);
        QFETCH(bool, sends);
        governance::Proposal proposal = item(1, ProposalState::Proposed, RiskMark::High).proposal;
        proposal.ruling.rule.approval = fourEyes ? documents::Approval::FourEyes : documents::Approval::OnePerson;
        if (hours > 0)
            proposal.notBefore = clockAt + Duration::hours(hours);
        QTEST(approvals::confirmSentence({{}, {}, clockAt, false, sends}, proposal, approving), "text");
    }
    /// It came up by day and is decided at night: quiet hours as they are now count, not those of then.
    void theNightOfTheVerdictCounts() {
        governance::Proposal proposal = item(1, ProposalState::Claimed, RiskMark::Medium, "mei").proposal;
        approvals::WordContext words{{}, {}, clockAt, false, true};
        QVERIFY(approvals::approveSentence(words, proposal).startsWith("It is carried out at once"));
        words.opens = clockAt + Duration::hours(1); // 11 February 1970, 17:00 UTC
        QCOMPARE(approvals::approveSentence(words, proposal), QString("It then waits for its hour, 11 Feb at 17:00."));
        QCOMPARE(approvals::confirmSentence(words, proposal, true),
                 QString("Ctrl+Enter approves it; it then waits for its hour."));
        QVERIFY(approvals::sentence(words, proposal, "Cart reminder", "Jonas K.").endsWith("on 11 Feb at 17:00"));
    }
    /// After the verdict the core's view is on screen, the confirmation below it; afterwards the list has the focus.
    void theCoreIsReadBeforeTheVerdictIsConfirmed() {
        const auto backend = queue();
        backend->snapshot.items[1].proposal.body = std::string(40, '\n') + "end"; // what one read is above
        backend->snapshot.items[2].proposal.claimedBy = "karin";                  // nothing of Mei's is left
        AppContext context;
        context.setPeople({{"mei", "Mei C.", "Approver"}});
        context.setPerson("mei");
        ApprovalsScreen screen(context, backend);
        screen.resize(1112, 700);
        screen.refresh();
        screen.show();
        screen.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&screen));
        ApprovalsPresenter& presenter = screen.presenter();
        presenter.select(2);
        presenter.claim();
        presenter.noteContentSeen(2);
        presenter.setVerdict(ApprovalsPresenter::Verdict::Reject);
        presenter.setReason("No.");
        auto* card = screen.findChild<QScrollArea*>("approvalCard");
        screen.findChild<QPlainTextEdit*>("verdictReason")->setFocus();
        QVERIFY(presenter.reveal());
        QTRY_VERIFY_WITH_TIMEOUT(presenter.coreSeen(), 60'000);
        const auto* core = screen.findChild<QWidget*>("coreView");
        const auto* confirm = screen.findChild<QPushButton*>("verdictRecord");
        QVERIFY(card->viewport()->rect().contains(QRect(core->mapTo(card->viewport(), QPoint()), core->size())));
        QVERIFY(confirm->mapTo(&screen, QPoint()).y() > core->mapTo(&screen, QPoint()).y() + core->height());
        QVERIFY(confirm->isEnabled());
        QCOMPARE(screen.findChild<QLabel*>("verdictHint")->text(),
                 QString("Ctrl+Enter rejects it: nothing of it goes out."));
        QVERIFY(card->hasFocus());
        QTest::keyClick(card, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(backend->given.back().kind, CommandKind::Reject);
        const auto* list = screen.panes().first();
        QVERIFY(list->hasFocus());
        const std::uint64_t next = presenter.selected()->proposal.number;
        QTest::keyClick(screen.panes().first(), Qt::Key_Return);
        QCOMPARE(backend->given.back().kind, CommandKind::Claim);
        QCOMPARE(backend->given.back().proposal, next);
        QVERIFY(presenter.isMine());
    }
    /// Karin holds it: for her it is in Mine, for Mei with others; the list always has what the card shows.
    void listAndCardStayInStep() {
        const auto backend = queue();
        ApprovalsPresenter presenter(backend);
        presenter.setPerson("karin");
        presenter.refresh();
        presenter.select(4);
        QCOMPARE(presenter.tab(), ApprovalTab::Mine);
        presenter.setPerson("mei");
        QCOMPARE(presenter.tab(), ApprovalTab::Others);
        QVERIFY(presenter.isIn(presenter.tab(), *presenter.selected()));
        backend->snapshot.items[3].proposal.state = ProposalState::Expired;
        presenter.refresh();
        QCOMPARE(presenter.tab(), ApprovalTab::Done);
        QCOMPARE(presenter.selected()->proposal.number, std::uint64_t(4));
    }
    /// Enter does one thing: its key stands at that button alone.
    void enterStandsAtWhatItDoes() {
        const auto backend = queue();
        backend->snapshot.items[0].deciders = QStringList{"mei"};
        AppContext context;
        context.setDemo(true);
        context.setPeople({{"ines", "Ines D.", "Designer"}, {"mei", "Mei C.", "Approver"}});
        context.setPerson("ines");
        ApprovalsScreen screen(context, backend);
        screen.refresh();
        screen.show();
        const auto* claim = screen.findChild<Button*>("claim");
        const auto* actAs = screen.findChild<Button*>("actAs");
        QCOMPARE(screen.presenter().selected()->proposal.number, std::uint64_t(1));
        QVERIFY(actAs->isVisible());
        QCOMPARE(actAs->keyHint(), QString("Enter"));
        QCOMPARE(claim->keyHint(), QString());
        context.setPerson("mei");
        screen.refresh();
        QVERIFY(!actAs->isVisible());
        QCOMPARE(claim->keyHint(), QString("Enter"));
    }
    void whatWorksInsideIsNoMessage() {
        const auto backend = queue();
        backend->snapshot.items[0].proposal.subject.clear();
        backend->snapshot.items[0].proposal.body.clear();
        AppContext context;
        ApprovalsScreen screen(context, backend);
        screen.refresh();
        QCOMPARE(titleOf(screen), QString("What is carried out"));
        screen.presenter().select(3);
        QCOMPARE(titleOf(screen), QString("Exactly what Jonas K. sees"));
    }
    void suggestionsAreTakenUpOrDismissed() {
        const auto backend = queue();
        AppContext context;
        context.setPeople({{"mei", "Mei C.", "Approver"}});
        context.setPerson("mei");
        ApprovalsScreen screen(context, backend);
        screen.resize(1272, 828);
        screen.refresh();
        screen.show();
        const auto* approve = screen.findChild<QPushButton*>("approve");
        auto* reject = screen.findChild<QPushButton*>("reject");
        QCOMPARE(approve->text(), QString("Approve"));
        QVERIFY(screen.findChild<QPushButton*>("claim")->isVisibleTo(&screen));
        screen.presenter().select(6);
        QCOMPARE(approve->text(), QString("Take up"));
        QCOMPARE(reject->text(), QString("Dismiss"));
        QVERIFY(!screen.findChild<QPushButton*>("claim")->isVisibleTo(&screen));
        reject->click(); // without a reason
        QCOMPARE(backend->given.back().kind, CommandKind::Reject);
        QCOMPARE(screen.presenter().count(ApprovalTab::Suggestions), 0);
        QCOMPARE(screen.presenter().count(ApprovalTab::Done), 2);
    }
    void highRiskHidesTheCoreUntilTheVerdict() {
        const auto backend = queue();
        ApprovalsPresenter presenter(backend);
        presenter.setPerson("mei");
        presenter.refresh();
        presenter.select(2);
        QVERIFY(presenter.card());
        QVERIFY(!presenter.card()->core);
        presenter.claim();
        presenter.noteContentSeen(2);
        presenter.approve();
        presenter.reject("no");
        QCOMPARE(backend->given.size(), std::size_t(1)); // the claim
        QVERIFY(!presenter.confirm());
        presenter.setVerdict(ApprovalsPresenter::Verdict::Reject);
        QVERIFY(!presenter.reveal()); // no reason yet
        presenter.setReason("  ");
        QVERIFY(!presenter.reveal());
        presenter.setReason("Call her first.");
        QVERIFY(!presenter.confirm());
        QVERIFY(presenter.reveal());
        QCOMPARE(presenter.step(), 3);
        QVERIFY(presenter.card()->core);
        QVERIFY(!presenter.confirm()); // the core's view was not on screen yet
        QCOMPARE(presenter.whyNotConfirm(), QString("Once all of the core’s view has been on screen."));
        presenter.noteCoreSeen(1); // another's
        QVERIFY(!presenter.coreSeen());
        presenter.noteCoreSeen(2);
        QCOMPARE(presenter.step(), 4);
        QVERIFY(presenter.confirm());
        QCOMPARE(backend->given.back().kind, CommandKind::Reject);
        QCOMPARE(backend->given.back().reason, std::string("Call her first."));
    }
    void anotherPersonSeesNothingOfIt() {
        ApprovalsPresenter presenter(queue());
        presenter.setPerson("mei");
        presenter.refresh();
        presenter.select(2);
        presenter.claim();
        presenter.noteContentSeen(2);
        presenter.setVerdict(ApprovalsPresenter::Verdict::Approve);
        presenter.setReason("Fine.");
        QVERIFY(presenter.reveal());
        presenter.setPerson("karin");
        QVERIFY(!presenter.card()->core);
        QVERIFY(presenter.reason().isEmpty());
    }
    void timeLeft_data() {
        QTest::addColumn<qint64>("minutes");
        QTest::addColumn<QString>("text");
        QTest::newRow("over") << qint64(0) << "over";
        QTest::newRow("minutes") << qint64(38) << "38 min";
        QTest::newRow("hours") << qint64(125) << "2 h 05";
        QTest::newRow("days") << qint64(3 * 1440 + 60) << "3 d";
    }
    void timeLeft() {
        QFETCH(qint64, minutes);
        QTEST(approvals::leftText(Duration::minutes(minutes)), "text");
    }
    void sentence() {
        governance::Proposal proposal;
        proposal.candidate.channel = documents::Channel::Email;
        proposal.candidate.discount = *Decimal::parse("0.1");
        proposal.notBefore = Instant{9 * 3'600'000LL}; // 1 January 1970, 09:00 UTC
        QCOMPARE(approvals::sentence({{}, {}, Instant{}}, proposal, "Discount", "Jonas K."),
                 QString("Send Jonas K. “Discount” by e-mail, 10 % off, on 1 Jan at 09:00"));
    }
    void emptyCountsNothing() {
        AppContext context;
        ApprovalsScreen screen(context);
        screen.refresh();
        screen.resize(1272, 828);
        screen.grab();
        QVERIFY(screen.settled());
        QCOMPARE(screen.railCount(), 0);
        QCOMPARE(screen.counts().rows, 0);
        QCOMPARE(screen.counts().nodes, 0);
        QCOMPARE(screen.counts().series, 0);
    }
    void keysOnScreen() {
        const auto backend = queue();
        AppContext context;
        context.setPeople({{"mei", "Mei C.", "Approver"}});
        context.setPerson("mei");
        ApprovalsScreen screen(context, backend);
        screen.resize(1272, 828);
        screen.refresh();
        screen.show();
        screen.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&screen));
        QCOMPARE(screen.railCount(), 4);
        QWidget* list = screen.panes().first();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(screen.presenter().isMine());
        QTRY_VERIFY_WITH_TIMEOUT(screen.presenter().contentSeen(), 60'000);
        if (const QString pictures = qEnvironmentVariable("WAYREEVE_TEST_PICTURES"); !pictures.isEmpty()) {
            screen.grab().save(pictures + "/approvals.png");
            Tokens::current().setTheme(Theme::Dark);
            screen.presenter().select(2);
            screen.presenter().claim();
            screen.grab().save(pictures + "/approvals-high-dark.png");
            Tokens::current().setTheme(Theme::Light);
            screen.presenter().select(1);
            QTRY_VERIFY_WITH_TIMEOUT(screen.presenter().contentSeen(), 60'000);
        }
        QVERIFY(screen.counts().rows > 0);
        QTest::keyClick(list, Qt::Key_A);
        QCOMPARE(backend->given.back().kind, CommandKind::Approve);
        QCOMPARE(screen.railCount(), 3);
    }
};

WAYREEVE_UI_TEST(TestApprovals)
#include "tst_approvals.moc"
