#include "headless/people_tests.h"

#include "headless/program.h"

#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <array>

using namespace headless;

namespace {

QJsonArray waiting(const QString& workspace) {
    return json(run({"queue", workspace, "list", "--run", "s1", "--json"}).out).array();
}

QString field(const QJsonObject& object, const char* name) {
    return object.value(QLatin1String(name)).toString();
}

QStringList lines(const QByteArray& out) {
    return QString::fromUtf8(out).split(u'\n', Qt::SkipEmptyParts);
}

void replaceIn(const QString& name, const QByteArray& from, const QByteArray& to) {
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray content = file.readAll();
    file.close();
    QVERIFY(content.contains(from));
    QVERIFY(writeFile(name, content.replace(from, to)));
}

/// The first that nobody has touched yet.
QString firstWaiting(const QString& workspace, const QString& approval = QStringLiteral("one-person")) {
    for (const QJsonValue& item : waiting(workspace))
        if (field(item.toObject(), "state") == QLatin1String("proposed") &&
            field(item.toObject(), "approval") == approval)
            return field(item.toObject(), "id");
    return {};
}

} // namespace

void PeopleTests::initTestCase() {
    m_workspace = m_folder.filePath(QStringLiteral("demo"));
    copyWorkspace(QStringLiteral("demo"), m_workspace);
    EXPECT_CODE(run({"simulate", m_workspace, "--customers", "400", "--days", "7", "--seed", "3"}), 0);
}

QJsonObject PeopleTests::decide(const QString& id, const QString& verb, const QString& person,
                                const QString& reason) const {
    if (run({"queue", m_workspace, "claim", id, "--as", person}).code != 0)
        return {};
    return json(run({"queue", m_workspace, verb, id, "--as", person, "--reason", reason, "--json"}).out).object();
}

/// Decisions and queue items both count from 1 for each customer: one must never pass for the other.
void PeopleTests::idsOfTheQueue() {
    const QRegularExpression itemId(QStringLiteral("^s1-[0-9]+-q[0-9]+$"));
    const QRegularExpression decisionId(QStringLiteral("^s1-[0-9]+-[0-9]+$"));
    const QJsonArray items = waiting(m_workspace);
    QVERIFY(items.size() > 5);
    int unlike = 0;
    for (const QJsonValue& value : items) {
        const QJsonObject item = value.toObject();
        const QString id = field(item, "id"), decision = field(item, "decision");
        QVERIFY2(itemId.match(id).hasMatch(), qPrintable(id));
        QVERIFY2(decisionId.match(decision).hasMatch(), qPrintable(decision));
        const Outcome explained = run({"explain", m_workspace, id, "--json"});
        EXPECT_CODE(explained, 0);
        const QJsonObject explanation = json(explained.out).object();
        QCOMPARE(field(explanation, "id"), decision);
        QVERIFY(explanation.value(QStringLiteral("queue_items")).toArray().contains(QJsonValue(id)));
        QCOMPARE(explained.out, run({"explain", m_workspace, decision, "--json"}).out);
        unlike += QString(id).remove(u'q') != decision;
    }
    QVERIFY(unlike > 0); // where the two counts differ, the plain number would have named another decision
    const QString id = field(items.first().toObject(), "id"), decision = field(items.first().toObject(), "decision");
    const Outcome words = run({"explain", m_workspace, id});
    EXPECT_CODE(words, 0);
    QCOMPARE(lines(words.out).first(),
             QStringLiteral("%1 is an item of the queue; it came from decision %2.").arg(id, decision));
    QVERIFY(lines(words.out).contains(QStringLiteral("In the queue as %1: proposed").arg(id)));
    const Outcome wrong = run({"queue", m_workspace, "show", decision});
    EXPECT_CODE(wrong, 2);
    QStringList came;
    for (const QJsonValue& one : json(run({"explain", m_workspace, decision, "--json"}).out)["queue_items"].toArray())
        came.append(one.toString());
    QCOMPARE(
        lines(wrong.err).first(),
        QStringLiteral("“%1” is a decision's id. Ids of the queue look like s1-482-q3. From this decision came: %2.")
            .arg(decision, came.join(QStringLiteral(", "))));
    EXPECT_CODE(run({"queue", m_workspace, "show", "s1-9999-q1"}), 2);
    EXPECT_CODE(run({"explain", m_workspace, "s1-9999-q1"}), 2);
    EXPECT_CODE(run({"queue", m_workspace, "show", "nonsense"}), 2);
}

void PeopleTests::tables() {
    const QStringList decisions = lines(run({"decisions", m_workspace, "--run", "s1", "--limit", "7"}).out);
    QCOMPARE(decisions.size(), 9); // heads, seven, the count
    const QStringList heads = decisions.first().split(QRegularExpression(QStringLiteral("  +")));
    QCOMPARE(heads, (QStringList{"Decision", "Time (UTC)", "Customer", "Action", "Ruling", "Arm"}));
    const QStringList row = decisions.at(1).split(u' ', Qt::SkipEmptyParts);
    QCOMPARE(row.size(), 6);
    for (const int column : {0, 1, 3, 4, 5}) // the customer's number is set to the right
        QCOMPARE(decisions.at(1).indexOf(row.at(column)), decisions.first().indexOf(heads.at(column)));
    const qsizetype all =
        json(run({"decisions", m_workspace, "--run", "s1", "--limit", "1000000", "--json"}).out).array().size();
    QVERIFY(all > 1000 && all < 10'000);
    const auto grouped = QStringLiteral("%1,%2").arg(all / 1000).arg(all % 1000, 3, 10, QLatin1Char('0'));
    QCOMPARE(decisions.last(), QStringLiteral("7 of %1 decisions of run s1, newest first.").arg(grouped));
    const qsizetype waits =
        json(run({"decisions", m_workspace, "--run", "s1", "--action", "wait", "--limit", "1000000", "--json"}).out)
            .array()
            .size();
    QVERIFY(waits > 3 && waits < 1000);
    QCOMPARE(lines(run({"decisions", m_workspace, "--run", "s1", "--action", "wait", "--limit", "3"}).out).last(),
             QStringLiteral("3 of %1 decisions of run s1, newest first.").arg(waits));
    const QStringList queue = lines(run({"queue", m_workspace, "list", "--run", "s1"}).out);
    QVERIFY2(queue.first().startsWith(QStringLiteral("Item ")) &&
                 queue.first().contains(QStringLiteral("  Deadline (UTC) ")),
             qPrintable(queue.first()));
    QCOMPARE(queue.size() - 2, waiting(m_workspace).size());
    QCOMPARE(queue.last(),
             QStringLiteral("Waiting for a person: %1. The clock of run s1 stands at 2026-03-09T07:30:00Z.")
                 .arg(queue.size() - 2));
    const QStringList insights = lines(run({"insights", m_workspace, "--run", "s1"}).out);
    QCOMPARE(insights.first().left(6), QStringLiteral("Metric"));
    QVERIFY(insights.first().endsWith(QStringLiteral("95 % interval, or why there is none")));
    QCOMPARE(insights.last(), QStringLiteral("%1 metrics of run s1.").arg(insights.size() - 2));
}

void PeopleTests::verdicts() {
    const QString approved = firstWaiting(m_workspace);
    QCOMPARE(field(decide(approved, QStringLiteral("approve"), QStringLiteral("mei"), QStringLiteral("fits her well")),
                   "reason"),
             QStringLiteral("fits her well"));
    const QString rejected = firstWaiting(m_workspace);
    decide(rejected, QStringLiteral("reject"), QStringLiteral("lucia"), QStringLiteral("too soon"));
    const auto shown = [&](const QString& id, const QString& verb, const QString& person, const QString& reason) {
        const QJsonObject item = json(run({"queue", m_workspace, "show", id, "--json"}).out).object();
        QCOMPARE(field(item, "reason"), reason);
        QCOMPARE(field(item, "decided_by"), person);
        QCOMPARE(field(item, "decided_at"), QStringLiteral("2026-03-09T07:30:00Z"));
        const QJsonArray history = item.value(QStringLiteral("history")).toArray();
        QVERIFY(history.size() >= 2);
        QCOMPARE(field(history.at(0).toObject(), "what"), QStringLiteral("claim"));
        const QJsonObject verdict = history.at(1).toObject();
        QCOMPARE(field(verdict, "what"), verb);
        QCOMPARE(field(verdict, "person"), person);
        QCOMPARE(field(verdict, "reason"), reason);
        const QStringList words = lines(run({"queue", m_workspace, "show", id}).out);
        QVERIFY(words.contains(QStringLiteral("reason           %1").arg(reason)));
        QVERIFY(words.contains(QStringLiteral("  2026-03-09T07:30:00Z     %1 %2 %3").arg(verb, person, reason)));
    };
    shown(approved, QStringLiteral("approve"), QStringLiteral("mei"), QStringLiteral("fits her well"));
    shown(rejected, QStringLiteral("reject"), QStringLiteral("lucia"), QStringLiteral("too soon"));
    QCOMPARE(lines(run({"queue", m_workspace, "show", rejected}).out).last(),
             QStringLiteral("It ended as rejected; nothing goes out."));
}

/// The hash is of all records, so what is decided later changes it; replay compares with what is stored now.
void PeopleTests::hashAfterVerdict() {
    const auto hash = [&] {
        return field(json(run({"replay", m_workspace, "--run", "s1", "--json"}).out).object(), "original_hash");
    };
    const QString before = hash();
    const QString id = firstWaiting(m_workspace);
    const Outcome claimed = run({"queue", m_workspace, "claim", id, "--as", "mei"});
    EXPECT_CODE(claimed, 0);
    const QString after = hash();
    QVERIFY(!before.isEmpty() && before != after);
    QCOMPARE(
        lines(claimed.out).last(),
        QStringLiteral("Records hash of s1 is now %1: it covers every record, and this added to them.").arg(after));
    const Outcome released = run({"queue", m_workspace, "release", id, "--as", "mei", "--json"});
    QCOMPARE(field(json(released.out).object(), "records_hash"), hash());
    EXPECT_CODE(run({"verify", m_workspace}), 0);
}

void PeopleTests::whatComesNext() {
    const QString id = firstWaiting(m_workspace);
    const QJsonObject open = json(run({"queue", m_workspace, "show", id, "--json"}).out).object();
    QCOMPARE(field(open, "next"), QStringLiteral("person"));
    QCOMPARE(field(open, "next_at"), field(open, "deadline"));
    QCOMPARE(lines(run({"queue", m_workspace, "show", id}).out).last(),
             QStringLiteral("Next: waits for a person to claim it, until %1.").arg(field(open, "deadline")));
    EXPECT_CODE(run({"queue", m_workspace, "claim", id, "--as", "mei"}), 0);
    QCOMPARE(lines(run({"queue", m_workspace, "show", id}).out).last(),
             QStringLiteral("Next: waits for the verdict of mei, until %1.").arg(field(open, "deadline")));
    EXPECT_CODE(run({"queue", m_workspace, "release", id, "--as", "mei"}), 0);
    bool held = false, gone = false;
    for (const QJsonValue& item : waiting(m_workspace)) {
        const QString one = field(item.toObject(), "id");
        const QJsonObject done = decide(one, QStringLiteral("approve"), QStringLiteral("mei"));
        const QString next = field(done, "next"), last = lines(run({"queue", m_workspace, "show", one}).out).last();
        if (next == QLatin1String("held")) {
            held = true; // the run's clock stands at half past eight in Berlin, in the quiet hours
            QCOMPARE(field(done, "state"), QStringLiteral("held"));
            QCOMPARE(last,
                     QStringLiteral("Next: held until %1, the first hour at which it may go out. Run s1 has ended "
                                    "and its clock stands at 2026-03-09T07:30:00Z, so there it stays.")
                         .arg(field(done, "next_at")));
            QVERIFY(field(done, "next_at") > QStringLiteral("2026-03-09T07:30:00Z"));
        } else if (next == QLatin1String("simulated")) {
            gone = true;
            QCOMPARE(field(done, "state"), QStringLiteral("dispatched"));
            QCOMPARE(last,
                     QStringLiteral("It has gone out within run s1, which only simulates: nobody was reached, and "
                                    "nothing is in the outbox."));
        }
        if (held && gone)
            return;
    }
    QVERIFY2(held && gone, "no item of the kind");
}

void PeopleTests::secondPerson() {
    const QString workspace = m_folder.filePath(QStringLiteral("four-eyes"));
    copyWorkspace(QStringLiteral("demo"), workspace);
    replaceIn(workspace + QStringLiteral("/autonomy.yaml"), "one-person", "four-eyes");
    EXPECT_CODE(run({"simulate", workspace, "--customers", "250", "--days", "6", "--seed", "3", "--reviewers", "none"}),
                0);
    const QString id = firstWaiting(workspace, QStringLiteral("four-eyes"));
    QVERIFY(!id.isEmpty());
    EXPECT_CODE(run({"queue", workspace, "claim", id, "--as", "mei"}), 0);
    const Outcome first = run({"queue", workspace, "approve", id, "--as", "mei", "--json"});
    EXPECT_CODE(first, 0);
    const QJsonObject item = json(first.out).object();
    QCOMPARE(field(item, "state"), QStringLiteral("second-needed"));
    QCOMPARE(field(item, "next"), QStringLiteral("second-person"));
    QCOMPARE(lines(run({"queue", workspace, "show", id}).out).last(),
             QStringLiteral("Next: waits for a second person, other than mei, until %1.").arg(field(item, "deadline")));
    QCOMPARE(field(item, "decided_by"), QStringLiteral("mei"));
    // An edit voids the approval: nobody has decided any more.
    EXPECT_CODE(run({"queue", workspace, "claim", id, "--as", "ada"}), 0);
    const Outcome edited =
        run({"queue", workspace, "edit", id, "--as", "ada", "--subject", "Your cart", "--reason", "shorter", "--json"});
    EXPECT_CODE(edited, 0);
    for (const QJsonObject& now :
         {json(edited.out).object(), json(run({"queue", workspace, "show", id, "--json"}).out).object()}) {
        QCOMPARE(field(now, "decided_by"), QString());
        QCOMPARE(field(now, "reason"), QString());
        QVERIFY(now.value(QStringLiteral("decided_at")).isNull());
        QCOMPARE(field(now, "first_approver"), QString());
    }
}

/// People do not wait for each other: their programs do.
void PeopleTests::commandsAtOnce() {
    const QString workspace = m_folder.filePath(QStringLiteral("at-once"));
    std::filesystem::copy(m_workspace.toStdString(), workspace.toStdString(), std::filesystem::copy_options::recursive);
    QStringList ids;
    for (const QJsonValue& item : waiting(workspace))
        if (field(item.toObject(), "state") == QLatin1String("proposed") && ids.size() < 6)
            ids << field(item.toObject(), "id");
    QCOMPARE(ids.size(), 6);
    std::array<QProcess, 6> claims;
    for (std::size_t i = 0; i < claims.size(); ++i)
        claims[i].start(program, {"queue", workspace, "claim", ids.at(static_cast<qsizetype>(i)), "--as", "mei"});
    int done = 0;
    for (QProcess& claim : claims) {
        QVERIFY(claim.waitForFinished(60'000));
        done += claim.exitCode() == 0 ? 1 : 0;
    }
    QCOMPARE(done, 6);
}

/// What waits in an outbox is listed, and only what failed can be sent again, by somebody whom the workspace knows.
void PeopleTests::deadLetters(const QString& workspace) {
    const QJsonArray all = json(run({"outbox", workspace, "--json"}).out).array();
    QVERIFY(!all.isEmpty());
    const QJsonObject first = all.first().toObject();
    QCOMPARE(field(first, "connector"), QStringLiteral("http"));
    QVERIFY(field(first, "state") == QLatin1String("pending") || field(first, "state") == QLatin1String("stopped"));
    QCOMPARE(json(run({"outbox", workspace, "--failed", "--json"}).out).array(), QJsonArray());
    const QString number = field(first, "number");
    const Outcome early = run({"outbox", workspace, "--replay", number, "--as", "mei", "--json"});
    QVERIFY(early.code != 0);
    QCOMPARE(json(early.out).object()["error"].toObject()["code"].toString(), QStringLiteral("outbox.not-failed"));
    EXPECT_CODE(run({"outbox", workspace, "--replay", number}), 2);
    const Outcome stranger = run({"outbox", workspace, "--replay", number, "--as", "nobody", "--json"});
    QCOMPARE(json(stranger.out).object()["error"].toObject()["code"].toString(),
             QStringLiteral("approval.unknown-person"));
}

/// A run that really sends, stopped before it sent anything.
void PeopleTests::outbox() {
    const QString workspace = m_folder.filePath(QStringLiteral("sending"));
    copyWorkspace(QStringLiteral("demo"), workspace);
    replaceIn(workspace + QStringLiteral("/workspace.yaml"), "epoch: 15 min",
              "epoch: 15 min\nconnector-url: http://127.0.0.1:9/");
    replaceIn(workspace + QStringLiteral("/actions.yaml"), "\n    slot: ", "\n    connector: http\n    slot: ");
    EXPECT_CODE(run({"stop", workspace}), 0);
    const Outcome sent = run({"simulate", workspace, "--customers", "120", "--days", "6", "--seed", "3", "--reviewers",
                              "none", "--deliver", "--json"});
    EXPECT_CODE(sent, 0);
    QCOMPARE(lines(sent.err).first(),
             QStringLiteral("Stopped: everything. What this run would send of that stays in the "
                            "outbox until the stop is lifted."));
    for (const QJsonValue& value : waiting(workspace)) {
        const QString id = field(value.toObject(), "id");
        if (run({"queue", workspace, "claim", id, "--as", "mei"}).code != 0)
            continue;
        const QJsonObject item = json(run({"queue", workspace, "approve", id, "--as", "mei", "--json"}).out).object();
        if (field(item, "next") != QLatin1String("outbox"))
            continue;
        QCOMPARE(field(item, "stopped_by"), QStringLiteral("everything"));
        QCOMPARE(lines(run({"queue", workspace, "show", id}).out).last(),
                 QStringLiteral("Next: it lies in the outbox; “wayreevectl dispatch” sends it to the receiver. Stopped "
                                "now: everything. Until that is lifted it stays."));
        EXPECT_CODE(run({"stop", workspace, "--lift"}), 0);
        deadLetters(workspace);
        QCOMPARE(lines(run({"queue", workspace, "show", id}).out).last(),
                 QStringLiteral("Next: it lies in the outbox; “wayreevectl dispatch” sends it to the receiver."));
        return;
    }
    QFAIL("no approved item came into the outbox");
}

void PeopleTests::lifting() {
    const auto stop = [&](const QStringList& more) { return lines(run(QStringList{"stop", m_workspace} + more).out); };
    const auto asJson = [&](const QStringList& more) {
        return json(run(QStringList{"stop", m_workspace, "--json"} + more).out).object();
    };
    QCOMPARE(stop({"--agent", "shopping", "--as", "ada"}), (QStringList{"Stopped: agent/shopping, by ada"}));
    QCOMPARE(stop({"--lift"}), (QStringList{"There was no stop of everything, so nothing was lifted.",
                                            "Still stopped: agent/shopping, by ada"}));
    QCOMPARE(asJson({"--lift"}), (QJsonObject{{"lifted", QJsonArray()}, {"stopped", QJsonArray{"agent/shopping"}}}));
    QCOMPARE(stop({}), (QStringList{"Stopped: everything", "Stopped: agent/shopping, by ada"}));
    QCOMPARE(stop({"--lift"}), (QStringList{"Lifted: everything", "Still stopped: agent/shopping, by ada"}));
    QCOMPARE(stop({"--lift", "--action", "voucher"}),
             (QStringList{"action/voucher was not stopped by itself, so nothing was lifted.",
                          "Still stopped: agent/shopping, by ada"}));
    QCOMPARE(asJson({"--lift", "--agent", "shopping"}),
             (QJsonObject{{"lifted", QJsonArray{"agent/shopping"}}, {"stopped", QJsonArray()}}));
    QCOMPARE(stop({"--agent", "shopping"}), (QStringList{"Stopped: agent/shopping"}));
    QCOMPARE(stop({"--lift", "--agent", "shopping"}), (QStringList{"Lifted: agent/shopping", "Nothing is stopped."}));
}

void PeopleTests::simulatingWhileStopped() {
    const QString workspace = m_folder.filePath(QStringLiteral("stopped"));
    copyWorkspace(QStringLiteral("demo"), workspace);
    const QStringList simulate{"simulate", workspace, "--customers", "20", "--days", "2", "--seed", "3", "--json"};
    const Outcome free = run(simulate);
    QVERIFY2(free.err.isEmpty(), free.err.constData());
    EXPECT_CODE(run({"stop", workspace}), 0);
    EXPECT_CODE(run({"stop", workspace, "--action", "voucher"}), 0);
    const Outcome stopped = run(simulate);
    EXPECT_CODE(stopped, 0);
    QCOMPARE(QString::fromUtf8(stopped.err),
             QStringLiteral("Stopped: everything, action/voucher. This run goes on, for "
                            "it only simulates and reaches nobody.\n"));
    QCOMPARE(json(stopped.out).object().value(QStringLiteral("rulings")),
             json(free.out).object().value(QStringLiteral("rulings")));
}

/// Eight rows by hand: mens 3 of 4 came, womens 1 of 2, none 0 of 2; 4 of all 8.
void PeopleTests::ratesOfTheLog() {
    const QString workspace = m_folder.filePath(QStringLiteral("log"));
    copyWorkspace(QStringLiteral("hillstrom"), workspace);
    QByteArray table("recency,history_segment,history,mens,womens,zip_code,newbie,channel,segment,visit,conversion,"
                     "spend\n");
    for (const char* end : {"Mens E-Mail,1,1,10", "Mens E-Mail,1,0,0", "Mens E-Mail,1,0,0", "Mens E-Mail,0,0,0",
                            "Womens E-Mail,1,1,3", "Womens E-Mail,0,0,0", "No E-Mail,0,0,0", "No E-Mail,0,0,0"})
        table += QByteArray("10,2) $100 - $200,142.44,1,0,Surburban,0,Phone,") + end + "\n";
    const QString events = m_folder.filePath(QStringLiteral("log.csv"));
    QVERIFY(writeFile(events, table));
    const Outcome outcome = run({"replay", workspace, "--events", events, "--json"});
    EXPECT_CODE(outcome, 0);
    const QJsonObject report = json(outcome.out).object();
    const QJsonObject log = report.value(QStringLiteral("log")).toObject();
    QCOMPARE(log.value(QStringLiteral("mens-email")).toObject(),
             (QJsonObject{{"rows", 4}, {"visit_rate", 0.75}, {"conversion_rate", 0.25}, {"spend_rate", 2.5}}));
    QCOMPARE(log.value(QStringLiteral("womens-email")).toObject(),
             (QJsonObject{{"rows", 2}, {"visit_rate", 0.5}, {"conversion_rate", 0.5}, {"spend_rate", 1.5}}));
    QCOMPARE(log.value(QStringLiteral("wait")).toObject(),
             (QJsonObject{{"rows", 2}, {"visit_rate", 0}, {"conversion_rate", 0}, {"spend_rate", 0}}));
    QCOMPARE(report.value(QStringLiteral("log_all")).toObject(),
             (QJsonObject{{"rows", 8}, {"visit_rate", 0.5}, {"conversion_rate", 0.25}, {"spend_rate", 1.625}}));
    QCOMPARE(field(report, "best_arm"), QStringLiteral("mens-email"));
    const QJsonArray metrics =
        json(run({"insights", workspace, "--json"}).out).object().value(QStringLiteral("metrics")).toArray();
    for (const QJsonValue& metric : metrics) // over all customers: the log says nothing of those it treated otherwise
        if (field(metric.toObject(), "id") == QStringLiteral("conversion-rate"))
            QCOMPARE(field(metric.toObject(), "why"), QStringLiteral("logged-choices"));
    const QStringList words = lines(run({"replay", workspace, "--events", events}).out);
    for (const char* line : {"To compare, visit rates of the log itself: 0.5000 as it chose, over all rows",
                             "  always mens-email: 0.7500 (4 rows), the best single arm",
                             "  always wait: 0.0000 (2 rows)", "  always womens-email: 0.5000 (2 rows)"})
        QVERIFY2(words.contains(QString::fromUtf8(line)), line);
}
