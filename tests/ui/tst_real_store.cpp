#include "session/open_workspace.h"
#include "session/runs.h"
#include "session/store_access.h"

#include "app/desktop/workspace_opener.h"
#include "ui_test.h"

#include "ui/approvals/approvals_screen.h"
#include "ui/screens.h"
#include "ui/shell/app_context.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/tokens.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextCursor>
#include <QTimer>

using namespace wayreeve;
using namespace wayreeve::ui;
using governance::ProposalState;

namespace {

constexpr int patience = 30'000;

/// The real program's window on a workspace folder, as wayreeve opens it.
struct Program {
    AppContext context;
    WorkspaceOpener opener{context};
    MainWindow window{context};

    explicit Program(const QString& folder, const QString& person = {}) {
        registerScreens();
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
        opener.open(folder, person);
        (void)QTest::qWaitFor([this] { return context.workspace() && context.running() == 0; }, patience);
    }
    void go(const QString& place, const QString& argument = {}) {
        window.goTo(place, argument);
        settle();
    }
    /// Until nothing is fetched and what is shown was painted.
    void settle() {
        QCoreApplication::processEvents();
        (void)QTest::qWaitFor([this] { return window.currentScreen()->settled() && context.running() == 0; }, patience);
        window.grab();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        (void)QTest::qWaitFor([this] { return window.currentScreen()->settled() && context.running() == 0; }, patience);
    }
    template <class T>
    T* find(const QString& name) {
        return window.findChild<T*>(name);
    }
    QWidget* key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, key, modifiers);
        settle();
        return QApplication::focusWidget();
    }
    ApprovalsScreen& approvals() { return *qobject_cast<ApprovalsScreen*>(window.currentScreen()); }
    /// Goes to the first unclaimed approval of that kind of risk; its number, 0 where there is none.
    std::uint64_t choose(bool highRisk, bool withText, bool service = false) {
        for (const ApprovalItem* item : approvals().presenter().items(ApprovalTab::Unclaimed))
            if ((item->risk == RiskMark::High) == highRisk && item->deciders && item->deciders->contains("mei") &&
                item->proposal.ruling.rule.approval != documents::Approval::FourEyes &&
                (!withText || (!item->proposal.body.empty() && !item->proposal.body.starts_with("stage: "))) &&
                (!service || item->proposal.candidate.slot == documents::Slot::Service)) {
                const std::uint64_t number = item->proposal.number;
                approvals().presenter().select(number);
                find<QAbstractItemView>("approvalQueue")->setFocus();
                settle();
                return number;
            }
        return 0;
    }
};

void picture(QWidget& widget, const QString& name) {
    if (const QString folder = qEnvironmentVariable("WAYREEVE_TEST_PICTURES"); !folder.isEmpty())
        widget.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

void picture(Program& program, const QString& name) {
    picture(program.window, name);
}

} // namespace

/// People at work on a real store: the demo with a small run, opened as the program opens it, by keys alone.
class TestRealStore : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    [[nodiscard]] std::string folder() const { return m_folder.path().toStdString(); }
    governance::Proposal stored(std::uint64_t number) const {
        auto reader = session::openReader(folder());
        auto run = (*reader)->run("");
        auto proposal = (*reader)->proposal(run->id, number);
        return proposal ? *proposal : governance::Proposal();
    }

private Q_SLOTS:
    void initTestCase() {
        const QDir from(QStringLiteral(WAYREEVE_SOURCE_DIR "/resources/demo"));
        QDirIterator files(from.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            const QString target = m_folder.filePath(from.relativeFilePath(file));
            QVERIFY(QDir().mkpath(QFileInfo(target).path()) && QFile::copy(file, target));
        }
        const auto opened = session::openWorkspace(folder());
        QVERIFY(opened.ok());
        session::SimulateRequest request;
        request.customers = 400;
        request.days = 5;
        request.reviewers = false; // so that people find something to do
        const auto run = session::simulate(*opened, request);
        QVERIFY(run.ok());
    }

    /// Whoever may not decide is told so and acts as somebody who may with one key.
    void aDesignerBecomesAnApproverByOneKey() {
        Program program(m_folder.path());
        QCOMPARE(program.context.person().id, QString("ines"));
        program.go("approvals");
        QVERIFY(program.choose(false, false) != 0);
        auto* why = program.find<QLabel>("whyNot");
        QVERIFY(why && why->isVisible());
        QVERIFY2(why->text().contains("Ines V.") && why->text().contains("Mei C."), qPrintable(why->text()));
        QVERIFY(!program.find<QAbstractButton>("claim")->isEnabled());
        QVERIFY(program.find<QAbstractButton>("actAs")->isVisible());
        picture(program, "approvals-designer");
        program.key(Qt::Key_Return);
        QCOMPARE(program.context.person().id, QString("mei"));
        QVERIFY(program.find<QAbstractButton>("claim")->isEnabled());
        QVERIFY(!program.find<QAbstractButton>("actAs")->isVisible());
    }
    void claimAndApproveByKeys() {
        std::uint64_t number = 0;
        {
            Program program(m_folder.path(), "mei");
            program.go("approvals");
            number = program.choose(false, true);
            QVERIFY(number != 0);
            program.key(Qt::Key_Return);
            QCOMPARE(stored(number).claimedBy, std::string("mei"));
            QTRY_VERIFY_WITH_TIMEOUT(program.find<QAbstractButton>("approve")->isEnabled(), patience);
            picture(program, "approvals-claimed");
            program.key(Qt::Key_A);
            QVERIFY(!governance::waitsForPerson(stored(number).state));
            QVERIFY(stored(number).state != ProposalState::Rejected);
            QCOMPARE(stored(number).firstApprover, std::string("mei"));
        }
        Program again(m_folder.path(), "mei"); // after closing and opening
        again.go("approvals");
        bool found = false;
        for (const ApprovalItem& item : again.approvals().presenter().snapshot().items)
            if (item.proposal.number == number) {
                found = true;
                QVERIFY(again.approvals().presenter().tabOf(item) == ApprovalTab::Done ||
                        again.approvals().presenter().tabOf(item) == ApprovalTab::Leaving);
            }
        QVERIFY(found);
    }
    void claimAndRejectWithReasonByKeys() {
        std::uint64_t number = 0;
        {
            Program program(m_folder.path(), "mei");
            program.go("approvals");
            number = program.choose(false, false);
            QVERIFY(number != 0);
            program.key(Qt::Key_Return);
            program.key(Qt::Key_R);
            auto* reason = program.find<QLineEdit>("rejectReason");
            QVERIFY(reason->hasFocus());
            program.key(Qt::Key_Return); // without a reason nothing happens
            QVERIFY(reason->isVisible());
            QVERIFY(governance::waitsForPerson(stored(number).state));
            QTest::keyClicks(reason, "She called us yesterday.");
            picture(program, "approvals-reject");
            program.key(Qt::Key_Return);
            QCOMPARE(stored(number).state, ProposalState::Rejected);
            QCOMPARE(stored(number).reason, std::string("She called us yesterday."));
        }
        Program again(m_folder.path(), "mei");
        again.go("approvals");
        QCOMPARE(stored(number).state, ProposalState::Rejected);
        QVERIFY(again.approvals().presenter().count(ApprovalTab::Done) > 0);
    }
    /// Of service: sales have guardrails that may have come to refuse it by the time it is edited.
    void editByKeys() {
        Program program(m_folder.path(), "mei");
        program.go("approvals");
        const std::uint64_t number = program.choose(false, true, true);
        QVERIFY(number != 0);
        const std::string before = stored(number).body;
        program.key(Qt::Key_Return);
        program.key(Qt::Key_E);
        auto* body = program.find<QPlainTextEdit>("editBody");
        QVERIFY(body && body->hasFocus());
        body->moveCursor(QTextCursor::End);
        QTest::keyClicks(body, " See you soon.");
        picture(program, "approvals-edit");
        program.key(Qt::Key_Return, Qt::ControlModifier);
        // What a handoff carries below its text is no text to edit.
        const std::size_t end = std::min(before.find("\n\nstage: "), before.size());
        QCOMPARE(QString::fromStdString(stored(number).body),
                 QString::fromStdString(before.substr(0, end) + " See you soon." + before.substr(end)));
        QVERIFY(governance::waitsForPerson(stored(number).state));
        QVERIFY(!program.find<QPlainTextEdit>("editBody"));
    }
    void highRiskTakesTheVerdictFirst() {
        Program program(m_folder.path(), "mei");
        program.go("approvals");
        const std::uint64_t number = program.choose(true, false);
        QVERIFY(number != 0);
        program.key(Qt::Key_Return);
        QVERIFY(!program.approvals().presenter().card()->core);
        picture(program, "approvals-high");
        program.find<QRadioButton>("verdictReject")->click();
        auto* reason = program.find<QPlainTextEdit>("verdictReason");
        reason->setFocus();
        QTest::keyClicks(reason, "Too early.");
        QTRY_VERIFY_WITH_TIMEOUT(program.find<QAbstractButton>("verdictRecord")->isEnabled(), patience);
        program.key(Qt::Key_Return, Qt::ControlModifier); // a double press must not skip the core's view
        QVERIFY(!program.approvals().presenter().card()->core);
        QVERIFY(governance::waitsForPerson(stored(number).state));
        program.find<QAbstractButton>("verdictRecord")->click();
        program.settle();
        QVERIFY(program.approvals().presenter().card()->core);
        picture(program, "approvals-revealed");
        program.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(stored(number).state, ProposalState::Rejected);
    }
    void aDecisionIsFoundOpenedAndReplayed() {
        Program program(m_folder.path());
        program.go("decisions");
        auto* search = program.find<QLineEdit>("decisionSearch");
        const QString all = program.find<QLabel>("decisionCount")->text();
        QTest::keyClicks(search, "c7");
        QTRY_VERIFY_WITH_TIMEOUT(program.find<QLabel>("decisionCount")->text() != all, patience);
        program.settle();
        picture(program, "decisions-search");
        program.key(Qt::Key_Down);
        program.key(Qt::Key_Down);
        program.key(Qt::Key_Return);
        QVERIFY(!program.window.currentScreen()->argument().isEmpty());
        picture(program, "decision");
        program.key(Qt::Key_R);
        auto* state = program.find<QLabel>("replayState");
        QTRY_COMPARE_WITH_TIMEOUT(state->text(), QString("Replay identical"), patience);
        picture(program, "decision-replayed");
    }
    /// From the card of a queue item and from the palette one comes to that customer's story.
    void storiesAreFoundByNumber() {
        Program program(m_folder.path(), "mei");
        program.go("approvals");
        const std::uint64_t number = program.choose(false, true);
        QVERIFY(number != 0);
        const QString customer = program.approvals().presenter().selected()->customer;
        for (SectionHeader* header : program.window.currentScreen()->findChildren<SectionHeader*>())
            if (header->objectName() == QLatin1String("storyLink"))
                Q_EMIT header->linkActivated();
        program.settle();
        QCOMPARE(program.window.currentScreen()->title(), QString("Customers"));
        QCOMPARE(program.window.currentScreen()->openedTitle(), customer);
        program.go("customers", "#0");
        QVERIFY(!program.window.currentScreen()->openedTitle().isEmpty());
    }
    void aLineOfAStoryOpensItsDecision() {
        Program program(m_folder.path());
        program.go("customers");
        picture(program, "customers");
        auto reader = session::openReader(folder());
        const auto rows = (*reader)->customers((*reader)->run("")->id, {}, 1000);
        QString key; // of somebody with a story to tell
        std::uint32_t most = 0;
        for (const audit::CustomerRow& row : *rows)
            if (row.decisions > most) {
                most = row.decisions;
                key = QString::fromStdString(row.key);
            }
        program.go("customers", key);
        QCOMPARE(program.window.currentScreen()->argument(), key);
        picture(program, "customer");
        auto* why = program.find<QAbstractButton>("why");
        for (int i = 0; i < 60 && !why->isEnabled(); ++i)
            program.key(Qt::Key_Down);
        QVERIFY(why->isEnabled());
        picture(program, "customer-selected");
        program.key(Qt::Key_W);
        QCOMPARE(program.window.currentPlace(), QString("decisions"));
        QVERIFY(!program.window.currentScreen()->argument().isEmpty());
    }
    /// The button answers at once; "stopped" is shown when it holds for whoever dispatches, and says how to lift it.
    void stopIsStoredShownAndLifted() {
        Program program(m_folder.path(), "karin");
        program.go("live");
        auto* button = program.find<QAbstractButton>("stopAll");
        button->click();
        QVERIFY(program.context.stopPending());
        QVERIFY(!program.context.stopped());
        QTRY_VERIFY_WITH_TIMEOUT(program.context.stopped(), patience);
        const auto scopes = session::stopScopes(folder());
        QVERIFY(scopes.ok());
        QCOMPARE(scopes->at(""), std::string("karin"));
        QCOMPARE(program.window.messages().currentId(), QString("stop"));
        QVERIFY(button->isVisible() && button->isEnabled());
        program.settle();
        picture(program, "live-stopped");
        {
            Program other(m_folder.path(), "mei"); // found stopped, and by whom
            QTRY_VERIFY_WITH_TIMEOUT(other.context.stopped(), patience);
            QCOMPARE(session::stopScopes(folder())->at(""), std::string("karin"));
        }
        program.window.messages().activate();
        QTRY_VERIFY_WITH_TIMEOUT(!program.context.stopped(), patience);
        QVERIFY(session::stopScopes(folder())->empty());
    }
    /// Erased in the window: only with the right and a reason; then nobody of that name or key is left. The last test:
    /// the run is another one after it.
    void erasingAPersonTakesAReason() {
        auto reader = session::openReader(folder());
        const auto rows = (*reader)->customers((*reader)->run("")->id, {}, 1000);
        const std::string gone = (*rows)[3].key;
        const auto left = [&] {
            const auto now = (*reader)->customers((*reader)->run("")->id, gone, 1000);
            return std::count_if(now->begin(), now->end(), [&](const auto& row) { return row.key == gone; });
        };
        QVERIFY(left() > 0);
        {
            Program designer(m_folder.path(), "ines");
            designer.go("customers", QString::fromStdString(gone));
            designer.find<QAbstractButton>("erasePerson")->click();
            designer.settle();
            QVERIFY(!QApplication::activeModalWidget()); // she may not
        }
        Program program(m_folder.path(), "karin");
        program.go("customers", QString::fromStdString(gone));
        bool asked = false;
        QTimer look;
        connect(&look, &QTimer::timeout, this, [&] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            look.stop();
            auto* yes = dialog->findChild<QAbstractButton*>("confirmYes");
            asked = yes && !yes->isEnabled(); // not without a reason
            picture(*dialog, "customers-erase");
            QTest::keyClicks(dialog->findChild<QLineEdit*>("confirmReason"), "request 17");
            asked = asked && yes->isEnabled();
            yes->click();
        });
        look.start(20);
        program.find<QAbstractButton>("erasePerson")->click();
        QTRY_VERIFY_WITH_TIMEOUT(asked, patience);
        QTRY_COMPARE_WITH_TIMEOUT(left(), 0, patience);
        program.settle();
        picture(program, "customers-erased");
        QVERIFY(program.window.currentScreen()->argument().isEmpty()); // back at the list
        program.go("customers", "#3");
        picture(program, "customer-that-was-erased");
    }
};

WAYREEVE_UI_TEST(TestRealStore)
#include "tst_real_store.moc"
