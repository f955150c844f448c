#include "session/import.h"
#include "session/open_workspace.h"
#include "session/runs.h"
#include "session/store_access.h"

#include "app/desktop/workspace_opener.h"
#include "ui_test.h"

#include "ui/approvals/approvals_screen.h"
#include "ui/customers/customer_side.h"
#include "ui/customers/customer_story.h"
#include "ui/decisions/decision_page.h"
#include "ui/insights/insights_presenter.h"
#include "ui/screens.h"
#include "ui/shell/app_context.h"
#include "ui/shell/main_window.h"
#include "ui/shell/subject_words.h"
#include "ui/widgets/plain_label.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace wayreeve;
using namespace wayreeve::ui;

namespace {

constexpr int patience = 30'000;

RecordWords renewalWords() {
    return RecordWords(documents::loadWorkspace(WAYREEVE_SOURCE_DIR "/resources/templates/saas-renewal").workspace);
}

audit::CustomerRow row(std::uint32_t number, const std::string& key, const std::string& name, bool isAccount = false) {
    audit::CustomerRow made;
    made.number = number;
    made.key = key;
    made.name = name;
    made.isAccount = isAccount;
    return made;
}

/// The account Tatra Glas (#2) writes to its administrator Filip (#3); a second mail would have been too many for the
/// account, a third for him, and of a fourth's role there is nobody.
session::Explanation decided() {
    session::Explanation e;
    e.key = audit::keyOf(2, 1);
    e.id = "s1-2-1";
    e.entry.time = Instant{1'000'000'000'000};
    e.customer = row(2, "account:tatra", "Tatra Glas", true);
    e.contacts = {row(3, "filip", "Filip N.")};
    audit::DecisionRecord record;
    const auto add = [&](planning::Gate gate, const char* by, std::uint32_t contact) {
        planning::Candidate& one = record.plan.candidates.emplace_back();
        one.action = e.symbols.intern("account-setup-help");
        one.channel = documents::Channel::Email;
        one.slot = documents::Slot::Service;
        one.gate = gate;
        one.contact = contact;
        one.removedBy = *by == '\0' ? 0 : e.symbols.intern(by);
    };
    add(planning::Gate::Chosen, "", 4);
    add(planning::Gate::Cap, "policies/account-cap", 4);
    add(planning::Gate::Cap, "policies/service-cap", 4);
    add(planning::Gate::Eligibility, "no-contact-of-that-role", 0);
    planning::SlotChoice choice;
    choice.slot = documents::Slot::Service;
    record.plan.choices = {choice};
    record.rulings = {governance::Ruling{}};
    record.proposals = {0};
    e.decision = record;
    session::FollowUp sent;
    sent.dispatch.emplace();
    sent.dispatch->dispatch.state = execution::DispatchState::Succeeded;
    e.after = {sent};
    return e;
}

/// The real program's window on a workspace folder, as wayreeve opens it.
struct Program {
    AppContext context;
    WorkspaceOpener opener{context};
    MainWindow window{context};

    explicit Program(const QString& folder) {
        registerScreens();
        window.resize(1280, 800);
        window.show();
        (void)QTest::qWaitForWindowActive(&window);
        opener.open(folder, QStringLiteral("david"));
        (void)QTest::qWaitFor([this] { return context.workspace() && context.running() == 0; }, patience);
    }
    void go(const QString& place, const QString& argument = {}) {
        window.goTo(place, argument);
        settle();
    }
    void settle() {
        for (int round = 0; round < 2; ++round) {
            QCoreApplication::processEvents();
            (void)QTest::qWaitFor([this] { return window.currentScreen()->settled() && context.running() == 0; },
                                  patience);
            window.grab();
        }
        QCoreApplication::processEvents();
    }
    /// What labels of the screen say, a line each.
    [[nodiscard]] QString words() const {
        QStringList lines;
        for (const QLabel* label : window.currentScreen()->findChildren<QLabel*>())
            if (label->isVisible())
                lines.append(label->text());
        return lines.join(QLatin1Char('\n'));
    }
    QAbstractButton* button(const QString& name, const QString& words) {
        for (auto* one : window.findChildren<QAbstractButton*>(name))
            if (one->isVisible() && one->accessibleName() == words)
                return one;
        return nullptr;
    }
};

void edit(const QString& file, const QByteArray& from, const QByteArray& to) {
    QFile document(file);
    if (!document.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(file));
    QByteArray text = document.readAll();
    document.close();
    if (!text.contains(from))
        qFatal("%s has no %s", qPrintable(file), from.constData());
    text.replace(from, to);
    (void)document.open(QIODevice::WriteOnly | QIODevice::Truncate);
    document.write(text);
}

QByteArray line(const char* type, const char* user, const char* id, const char* time, const char* more) {
    return QByteArray(R"({"type":")") + type + R"(","userId":")" + user + R"(","messageId":")" + id +
           R"(","timestamp":"2026-03-)" + time + R"(",)" + more + "}\n";
}

} // namespace

/// Accounts in words and in the window: who is decided for, who is written to, who is in it.
class TestAccounts : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }

private Q_SLOTS:
    /// The renewal template, where a person agrees to what an account writes; three members sign, and somebody whose id
    /// reads like the account's key.
    void initTestCase() {
        const QDir from(QStringLiteral(WAYREEVE_SOURCE_DIR "/resources/templates/saas-renewal"));
        QDirIterator files(from.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString name = files.next();
            const QString target = m_folder.filePath(from.relativeFilePath(name));
            QVERIFY(QDir().mkpath(QFileInfo(target).path()) && QFile::copy(name, target));
            QFile(target).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        }
        const QByteArray action = "name: Next set-up step to the account's administrator\n    slot: service\n    "
                                  "channel: email\n    purpose: service\n    ";
        edit(file("actions.yaml"), action + "tags: [standard_follow_up]",
             action + "tags: [personal]\n    base-risk: medium");
        const QByteArray asked = "irreversible: {level: assisted, approval: one-person, sla: ";
        edit(file("autonomy.yaml"), asked + "1 h", asked + "14 d");
        edit(file("journeys/stalled-account.yaml"), "{from: start, to: first-week}", "{from: start, to: decide}");
        edit(file("journeys/stalled-account.yaml"),
             "  - {from: first-week, to: done, on: event, label: set up}\n"
             "  - {from: first-week, to: decide, on: timeout, label: stalled}\n",
             "");
        edit(file("journeys/stalled-account.yaml"),
             "  - {id: first-week, type: wait-for, name: \"Set up within a week?\", stage: setting-up, event: "
             "Onboarding Finished, length: 7 d}\n",
             "");
        edit(file("workspace.yaml"), "agentic: 85\ncontrol: 5\nbaseline: 10", "agentic: 100\ncontrol: 0\nbaseline: 0");
        QFile events(file("events.jsonl"));
        QVERIFY(events.open(QIODevice::WriteOnly));
        const char* const consent =
            R"("event":"Consent Changed","properties":{"purpose":"service","channel":"email","granted":true})";
        const char* const group =
            R"("groupId":"tatra","traits":{"name":"Tatra Glas","seats":40,"contract_value":14000,"contract_date":"2027-03-02"})";
        events.write(line("identify", "filip", "f1", "02T09:00:00Z",
                          R"("traits":{"first_name":"Filip","email":"filip@example.com","role":"admin"})"));
        events.write(line("track", "filip", "f2", "02T09:00:00Z", consent));
        events.write(line("group", "filip", "f3", "02T09:01:00Z", group));
        events.write(line("identify", "oda", "o1", "02T09:02:00Z",
                          R"("traits":{"first_name":"Oda & <b>Söhne</b>","role":"buyer"})"));
        events.write(line("group", "oda", "o2", "02T09:03:00Z", R"("groupId":"tatra")"));
        events.write(line("identify", "account:tatra", "a1", "02T09:04:00Z", R"("traits":{"role":"user"})"));
        events.write(line("track", "filip", "f4", "02T10:00:00Z",
                          R"("event":"Contract Signed","properties":{"value":14000,"seats":40})"));
        events.write(line("track", "oda", "o3", "02T10:40:00Z", R"("event":"Page Viewed","properties":{"page":"x"})"));
        events.close();
        const auto opened = session::openWorkspace(m_folder.path().toStdString());
        QVERIFY2(opened.ok(), opened ? "" : opened.error().code.c_str());
        const auto imported =
            session::importEvents(*opened, file("events.jsonl").toStdString(), Instant{1'772'700'000'000}, 1);
        QVERIFY2(imported.ok(), imported ? "" : imported.error().code.c_str());
    }

    void theSentenceNamesBoth() {
        const DecisionPage page = decisionPage(decided(), renewalWords());
        QCOMPARE(page.sentence, QString("Sent Filip N. (admin) “Next set-up step to the account's administrator” by "
                                        "E-mail, for the account “Tatra Glas” because it had the highest expected "
                                        "value."));
        QVERIFY2(page.detail.startsWith("Account Tatra Glas, "), qPrintable(page.detail));
    }

    void gatesSayWhoseContactsCount_data() {
        QTest::addColumn<QString>("words");
        QTest::newRow("the account's cap")
            << "Five contacts a week to all of an account (counted for the whole account)";
        QTest::newRow("the contact's cap") << "Two service contacts a day (counted for Filip N. (admin))";
        QTest::newRow("no contact") << "Nobody in the account has that role: admin";
    }

    void gatesSayWhoseContactsCount() {
        QFETCH(QString, words);
        QStringList shown;
        for (const auto& line : decisionPage(decided(), renewalWords()).candidates)
            shown.append(line.removedBy);
        QVERIFY2(shown.contains(words), qPrintable(shown.join("; ")));
    }

    /// What an account is called comes from its row alone.
    void aPersonCalledLikeAnAccount() {
        const audit::CustomerRow person = row(5, "account:tatra", "account:tatra");
        QCOMPARE(subjectName(person), QString("account:tatra"));
        QCOMPARE(subjectKey(person), QString("account:tatra"));
        QCOMPARE(subjectName(row(2, "account:tatra", "account:tatra", true)), QString("tatra"));
        session::Explanation e = decided();
        e.customer = person;
        e.contacts.clear();
        for (planning::Candidate& candidate : e.decision->plan.candidates)
            candidate.contact = 0;
        const DecisionPage page = decisionPage(e, renewalWords());
        QVERIFY2(page.sentence.startsWith("Sent account:tatra “"), qPrintable(page.sentence));
        QVERIFY(!page.sentence.contains("for the account") && !page.detail.startsWith("Account "));
        CustomerRecords records;
        records.customer = person;
        QVERIFY(!storyOf(records, renewalWords()).account);
    }

    /// 33.3333 + 20 + 5 = 58.3333: the parts are written so that they add up.
    void healthIsTheSumOfItsParts() {
        CustomerRecords records;
        records.customer = row(2, "account:tatra", "Tatra Glas", true);
        records.clock = Instant{1'772'438'400'000}; // 2026-03-02T08:00Z
        records.memory.emplace();
        records.memory->traits.resize(5);
        records.memory->traits[4] = Value(Date{20'879}); // 2027-03-02
        const auto decimal = [](std::int64_t number, std::int64_t of) {
            return Value(Decimal(number).dividedBy(Decimal(of)).value());
        };
        records.rollUp = {Value(3), Value(2), Value(3), Value(40), Value(1)};
        for (const std::int64_t part : {583'333, 333'333, 200'000, 50'000})
            records.rollUp.push_back(decimal(part, 10'000));
        records.members = {row(3, "filip", "Filip N."), row(4, "oda", "Oda")};
        records.members[1].lastSeen = Instant{5};
        records.memberCount = 3;
        const AccountStory story = accountStory(records, renewalWords());
        QCOMPARE(story.health, QString("58.3333 of 100"));
        QCOMPARE(story.parts.size(), 3);
        QCOMPARE(story.parts[0].name + ' ' + story.parts[0].text, QString("Members who came this week 33.3333 of 50"));
        QCOMPARE(story.parts[1].text, QString("20.0000 of 30"));
        QCOMPARE(story.parts[2].text, QString("5.0000 of 20"));
        QCOMPARE(story.contract, QString("until 2 Mar 2027, days left: 365"));
        QCOMPARE(story.members.size(), 2);
        QCOMPARE(story.members[0].name + ' ' + story.members[0].customer, QString("Oda #4"));
        QCOMPARE(story.more, 1);
        QCOMPARE(story.counts.first(), qMakePair(QString("Members"), QString("3")));
        for (std::size_t i = 5; i < records.rollUp.size(); ++i)
            records.rollUp[i] = Value(i == 5 ? 50 : i == 6 ? 50 : 0);
        QCOMPARE(accountStory(records, renewalWords()).health, QString("50 of 100"));
        records.memory.reset();
        QVERIFY(!accountStory(records, renewalWords()).known);
    }

    void whoIsLeftOutOfLift() {
        session::Insights insights;
        QCOMPARE(presentInsights(insights, "EUR", QLocale::c()).leftOut, QString());
        insights.accounts = 7;
        QCOMPARE(presentInsights(insights, "EUR", QLocale::c()).leftOut,
                 QString("Accounts left out, because persons are compared: 7."));
        insights.mixedArms = 2;
        QVERIFY(presentInsights(insights, "EUR", QLocale::c()).leftOut.startsWith("Customers left out, "));
    }

    void theListTellsThemApart() {
        Program program(m_folder.path());
        program.go("customers");
        auto* search = program.window.findChild<QLineEdit*>("customerSearch");
        QVERIFY(search);
        search->setText("tatra");
        QTest::qWait(200); // the pause after typing
        program.settle();
        const QAbstractItemModel* model = nullptr;
        for (auto* view : program.window.currentScreen()->findChildren<QAbstractItemView*>())
            if (view->isVisible() && view->accessibleName() == "Customers")
                model = view->model();
        QVERIFY(model);
        QStringList shown;
        for (int i = 0; i < model->rowCount(); ++i)
            shown << model->index(i, 0).data().toString() + '/' + model->index(i, 1).data().toString() + '/' +
                         model->index(i, 1).data(Qt::UserRole).toString();
        QCOMPARE(shown.join(", "), QString("Tatra Glas/tatra/#1, account:tatra/account:tatra/account:tatra"));
    }

    /// From the account to a member and back.
    void storiesLeadToEachOther() {
        Program program(m_folder.path());
        program.go("customers", "#1");
        QVERIFY2(program.words().contains("tatra"), qPrintable(program.words()));
        QVERIFY(program.window.findChildren<QAbstractButton*>("erasePerson").isEmpty());
        QVERIFY(program.window.findChild<QWidget*>("accountHealth"));
        QVERIFY2(program.words().contains("until 2 Mar 2027, days left: 364"), qPrintable(program.words()));
        auto* oda = program.button("openMember", "Oda & <b>Söhne</b>");
        QVERIFY(oda && oda->accessibleDescription().startsWith("buyer, last seen"));
        QCOMPARE(program.window.findChildren<QAbstractButton*>("openMember").size(), 2);
        program.button("openMember", "Filip")->click();
        program.settle();
        QCOMPARE(program.window.currentScreen()->argument(), QString("#0"));
        QAbstractButton* account = program.button("openAccount", "Tatra Glas");
        QVERIFY(account);
        account->click();
        program.settle();
        QCOMPARE(program.window.currentScreen()->argument(), QString("#1"));
        // Whoever is called like its key is a person, in no account, and can be erased.
        program.go("customers", "account:tatra");
        QVERIFY(program.window.findChild<QAbstractButton*>("erasePerson"));
        QVERIFY(program.window.findChildren<QAbstractButton*>("openMember").isEmpty());
    }

    void theCardNamesWhoReceivesIt() {
        Program program(m_folder.path());
        program.go("approvals");
        const auto& presenter = qobject_cast<ApprovalsScreen*>(program.window.currentScreen())->presenter();
        const auto items = presenter.items(ApprovalTab::Unclaimed);
        QCOMPARE(items.size(), 1);
        QCOMPARE(items.front()->account, QString("Tatra Glas"));
        QCOMPARE(items.front()->whom(), QString("Filip (admin), for Tatra Glas"));
        program.settle();
        const QString words = program.words();
        QVERIFY2(words.contains("Send Filip (admin) “Next set-up step to the account's administrator” by e-mail, for "
                                "the account “Tatra Glas”"),
                 qPrintable(words));
        QVERIFY2(words.contains("Exactly what Filip (admin) sees"), qPrintable(words));
    }

    void theDecisionNamesBoth() {
        Program program(m_folder.path());
        program.go("decisions", "l1-1-1");
        const QString words = program.words();
        QVERIFY2(words.contains("Asked a person about “Next set-up step to the account's administrator” for Filip "
                                "(admin), for the account “Tatra Glas” because"),
                 qPrintable(words));
    }
};

WAYREEVE_UI_TEST(TestAccounts)
#include "tst_accounts.moc"
