#include "ui_test.h"

#include "ui/decisions/decision_list.h"
#include "ui/decisions/decision_page.h"
#include "ui/decisions/decision_sentence.h"
#include "ui/decisions/decision_view.h"
#include "ui/decisions/decisions_screen.h"
#include "ui/decisions/gates_table.h"
#include "ui/decisions/reading_words.h"
#include "ui/decisions/step_words.h"
#include "ui/shell/app_context.h"
#include "ui/shell/handoff_words.h"

#include <QTableView>
#include <QTest>

using namespace wayreeve;
using namespace wayreeve::ui;

namespace {

constexpr Instant begin{1'000'000'000'000}; // 2001-09-09 01:46:40 UTC

/// A size guide chosen before a reminder, while a rule kept a text message back; approved after 3 min, goal a day
/// later.
session::Explanation example() {
    session::Explanation e;
    e.key = audit::keyOf(482, 13);
    e.id = "s1-482-13";
    e.entry.time = begin;
    e.hashVerified = true;
    e.customer.emplace();
    e.customer->key = "c482";
    e.customer->name = "Ana R.";
    planning::Candidate guide;
    guide.action = e.symbols.intern("size-guide");
    guide.channel = documents::Channel::Email;
    guide.gate = planning::Gate::Chosen;
    guide.scored = true;
    guide.score.outcome = 0.5;
    guide.score.value = 100;
    guide.score.context = 1.5;
    guide.score.lever = 0.8;
    guide.score.cost = 2;
    guide.score.harm = 1;
    guide.score.penalties = {{e.symbols.intern("policies/prefer-call"), 7}};
    guide.score.priority = 50; // 0.5 · 1.5 · 100 · 0.8 − 2 − 7 − 1
    guide.score.probability = 0.71;
    planning::Candidate reminder = guide;
    reminder.action = e.symbols.intern("cart-reminder");
    reminder.gate = planning::Gate::Stayed;
    reminder.score.priority = 40;
    planning::Candidate text;
    text.action = e.symbols.intern("sms-reminder");
    text.channel = documents::Channel::Sms;
    text.gate = planning::Gate::HardConstraint;
    text.removedBy = e.symbols.intern("policies/no-sms");
    audit::DecisionRecord record;
    record.plan.candidates = {text, reminder, guide};
    planning::SlotChoice choice;
    choice.chosen = 2;
    choice.probability = 0.71;
    record.plan.choices = {choice};
    governance::Ruling ruling;
    ruling.kind = governance::RulingKind::Queue;
    ruling.risk = documents::Risk::Medium;
    record.rulings = {ruling};
    const Sym confusion = e.symbols.intern("confusion");
    record.reading.leadingIntent = confusion;
    record.reading.leadingIntentValue = 0.78;
    record.reading.intents = {
        {confusion, 0.78, {{e.symbols.intern("chart-viewed"), 0.2}, {e.symbols.intern("returns-read"), 0.5}}}};
    record.evidence = {{e.symbols.intern("cart_value"), Value(120)}, {e.symbols.intern("case_topic"), Value()}};
    e.decision = record;
    return e;
}

/// Marketing waits for want of anything allowed, while service refunds; each slot has a wait of its own.
session::Explanation twoSlots() {
    session::Explanation e = example();
    audit::DecisionRecord& record = *e.decision;
    planning::Candidate text = record.plan.candidates[0], refund = record.plan.candidates[2];
    planning::Candidate wait = record.plan.candidates[1];
    wait.action = 0;
    wait.channel = documents::Channel::None;
    wait.gate = planning::Gate::Chosen;
    refund.action = e.symbols.intern("refund-last-order");
    refund.slot = documents::Slot::Service;
    refund.score.priority = 12;
    planning::Candidate serviceWait = wait;
    serviceWait.slot = documents::Slot::Service;
    serviceWait.gate = planning::Gate::Stayed;
    record.plan.candidates = {text, wait, serviceWait, refund};
    planning::SlotChoice marketing, service;
    marketing.chosen = 1;
    marketing.probability = 1;
    service.slot = documents::Slot::Service;
    service.chosen = 3;
    service.probability = 0.71;
    record.plan.choices = {marketing, service};
    governance::Ruling execute, queue;
    execute.kind = governance::RulingKind::Execute;
    queue.kind = governance::RulingKind::Queue;
    queue.risk = documents::Risk::High;
    record.rulings = {execute, queue};
    return e;
}

void follow(session::Explanation& e) {
    session::FollowUp verdict;
    verdict.entry.kind = audit::EntryKind::Verdict;
    verdict.entry.time = begin + Duration::minutes(3);
    verdict.person.emplace();
    verdict.person->person = "mei";
    verdict.person->verdict = "approve";
    session::FollowUp sent;
    sent.entry.kind = audit::EntryKind::DispatchResult;
    sent.entry.time = begin + Duration::minutes(4);
    sent.dispatch.emplace();
    sent.dispatch->dispatch.state = execution::DispatchState::Succeeded;
    session::FollowUp goal;
    goal.entry.kind = audit::EntryKind::Outcome;
    goal.outcome.emplace();
    goal.outcome->outcome.goal = e.symbols.intern("purchase");
    goal.outcome->outcome.at = begin + Duration::hours(20);
    goal.outcome->outcome.money = 26;
    e.after = {verdict, sent, goal};
}

} // namespace

class TestDecisions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sentenceOfWhatIsMeant() {
        QCOMPARE(
            decisionSentence(example(), RecordWords()),
            QString("Asked a person about “Size guide” for Ana R. because “Confusion” stood at 0.78 (Returns read, "
                    "Chart viewed), instead of “Cart reminder”."));
    }

    void sentenceOfWhatFollowed() {
        session::Explanation e = example();
        follow(e);
        QCOMPARE(decisionSentence(e, RecordWords()),
                 QString("Sent Ana R. “Size guide” by E-mail because “Confusion” stood at 0.78 (Returns read, Chart "
                         "viewed), instead of “Cart reminder”. Mei approved it after 3 min. Ana R. reached “Purchase” "
                         "20 h later (€26.00)."));
    }

    void sentenceOfWaiting() {
        session::Explanation e = example();
        e.decision->plan.candidates[2].action = 0;
        e.decision->plan.candidates.erase(e.decision->plan.candidates.begin() + 1);
        e.decision->plan.choices[0].chosen = 1;
        QCOMPARE(decisionSentence(e, RecordWords()),
                 QString("Waited with Ana R. because no other action was allowed (mostly: No sms)."));
    }

    void pageOfTheDecision() {
        const DecisionPage page = decisionPage(example(), RecordWords());
        QCOMPARE(page.candidates.size(), 3);
        QCOMPARE(page.candidates[0].name, QString("Size guide"));
        QCOMPARE(page.candidates[0].removedBy, QString("chosen, probability 0.71"));
        QCOMPARE(page.candidates[1].name, QString("Cart reminder"));
        QCOMPARE(page.candidates[2].removedBy, QString("No sms"));
        QCOMPARE(page.candidatesNote, QString("2 stayed in, 1 removed"));
        QCOMPARE(page.policies.size(), 2);
        QCOMPARE(page.policies[0].right, QString("removed 1"));
        QCOMPARE(page.inputs[0].value, QString("120"));
        QVERIFY(!page.inputs[0].missing);
        QVERIFY(page.inputs[1].missing);
        QCOMPARE(page.verifiedText, QString("Record verified"));
        QVERIFY(page.past.isEmpty());
        QCOMPARE(page.read.first().name, QString("Confusion"));
        QCOMPARE(sumWords(page.read.first()), QString("Returns read 0.500 + Chart viewed 0.200"));
    }

    /// What happened before, and what it has in common with the moment.
    void pageOfThePast() {
        session::Explanation e = example();
        session::PastInteraction came, sent;
        came.time = begin;
        came.what = "Size Chart Viewed";
        came.terms = {{"size", 0.7}, {"chart", 0.3}};
        sent.time = begin;
        sent.ours = true;
        sent.what = "size-guide";
        sent.terms = {{"size", 1}};
        e.past = {came, sent};
        const DecisionPage page = decisionPage(e, RecordWords());
        QCOMPARE(page.past.size(), 2);
        QCOMPARE(page.past[0].strong, QString("Size Chart Viewed"));
        QCOMPARE(page.past[0].note, QString("in common: size, chart"));
        QCOMPARE(page.past[1].strong, QString("Size guide"));
        QCOMPARE(page.past[1].text, QString("went out"));
        DecisionView view;
        view.setPage(page);
        auto* past = view.findChild<QWidget*>("past");
        QVERIFY(past && !past->isHidden());
        QVERIFY2(past->accessibleDescription().contains("in common: size, chart"),
                 qPrintable(past->accessibleDescription()));
        view.setPage(decisionPage(example(), RecordWords()));
        QVERIFY(past->isHidden());
    }

    void theChoiceThatActedIsTold() {
        const session::Explanation e = twoSlots();
        const DecisionPage page = decisionPage(e, RecordWords());
        QCOMPARE(page.sentence,
                 QString("Asked a person about “Refund last order” for Ana R. because “Confusion” stood at 0.78 "
                         "(Returns read, Chart viewed), instead of “Wait”."));
        QVERIFY(page.risk == RiskMark::High);
        QStringList lines;
        for (const DecisionPage::CandidateLine& line : page.candidates)
            lines.append(line.name + "|" + line.detail + "|" + line.removedBy);
        QCOMPARE(lines.size(), 4);
        QVERIFY2(lines[0].startsWith("Refund last order|Service") && lines[0].endsWith("|chosen, probability 0.71"),
                 qPrintable(lines[0]));
        QVERIFY2(lines[1].startsWith("Wait|Service") && lines[1].endsWith("|"), qPrintable(lines[1]));
        QVERIFY2(lines[2].startsWith("Wait|Marketing") && lines[2].contains("|chosen"), qPrintable(lines[2]));
        QVERIFY2(lines[3].startsWith("Sms reminder|Marketing") && lines[3].endsWith("|No sms"), qPrintable(lines[3]));
        QCOMPARE(page.then.last().strong, QString("Marketing:"));
        QCOMPARE(page.then.last().text, QString("waited"));
        QCOMPARE(page.score.last().value, 12.0);
    }

    void whereAllWaitTheFirstIsTold() {
        session::Explanation e = twoSlots();
        e.decision->plan.choices[1].chosen = 2;
        QVERIFY(toldChoice(e) == &e.decision->plan.choices[0]);
        QCOMPARE(decisionSentence(e, RecordWords()),
                 QString("Waited with Ana R. because no other action was allowed (mostly: No sms)."));
    }

    void candidatesOfOneActionAreToldApart() {
        session::Explanation e = example();
        auto& candidates = e.decision->plan.candidates;
        candidates[1].action = candidates[2].action;
        candidates[1].discount = candidates[2].discount = *Decimal::parse("0.05");
        candidates[1].tone = e.symbols.intern("warm");
        candidates[2].tone = e.symbols.intern("plain");
        const DecisionPage page = decisionPage(e, RecordWords());
        QCOMPARE(page.candidates[0].detail, QString("Plain, 5.0 %, at once"));
        QCOMPARE(page.candidates[1].detail, QString("Warm, 5.0 %, at once"));
    }

    /// The rows that tables answered by, the hour and the gap that timing chose.
    void tablesAndTimingAreShown() {
        session::Explanation e = example();
        audit::DecisionRecord& record = *e.decision;
        e.entry.time = begin;
        record.tables = {{"stylist-fit", {1, 4}, {}}, {"tier-of", {}, {}}, {"risk-of", {0, 2}, "table.not-unique"}};
        const Sym agent = e.symbols.intern("shopping");
        record.plan.candidates[2].agent = agent;
        record.plan.sendHours = {{2, 18, 0.4, 0.3, 17.5, 6}, {1, 9, 1, 0.1, 9, 0}};
        record.plan.gaps = {{agent, Duration::days(2), begin + Duration::hours(10)},
                            {e.symbols.intern("loyalty"), Duration::days(7), begin}};
        const DecisionPage page = decisionPage(e, RecordWords());
        QStringList lines;
        for (const DecisionPage::Line& line : page.policies)
            if (line.strong == QLatin1String("Table"))
                lines.append(line.text + "|" + line.right + "|" + line.note);
        QCOMPARE(lines, QStringList({"Stylist fit|row 2, 5|", "Tier of|no row|",
                                     "Risk of|row 1, 3|no answer: several rows match where one may"}));
        QStringList certain;
        for (const auto& [label, value] : page.certainty)
            if (label.startsWith("Hour") || label.startsWith("Time between"))
                certain.append(label + "|" + value);
        QCOMPARE(certain.size(), 2);
        QVERIFY2(certain[0].contains("probability 0.40; answers best around") && certain[0].endsWith("(contacts: 6)"),
                 qPrintable(certain[0]));
        QCOMPARE(certain[1], QString("Time between contacts|at least 2 d; none before %1")
                                 .arg(RecordWords().time(begin + Duration::hours(10))));
    }

    /// A packet of a handoff in words: names, times of the workspace, nothing of the record's own spelling.
    void aHandoffIsSaidAsPeopleDo() {
        const Context said{{"at", "2026-03-03T09:00:00Z"},
                           {"event", "Message Received"},
                           {"properties", Context{{"sentiment", *Decimal::parse("-0.8")}, {"text", "Charged twice."}}}};
        const Context tried{
            {"at", "2026-03-02T09:00:00Z"}, {"action", "acknowledge"}, {"channel", "email"}, {"result", "none"}};
        const Context next{{"action", "service-call"},
                           {"channel", "call"},
                           {"content", Value()},
                           {"priority", *Decimal::parse("12.5")},
                           {"probability", *Decimal::parse("0.4")}};
        const Context packet{{"stage", "upset"},
                             {"previousStage", "troubled"},
                             {"sentiment", *Decimal::parse("-0.74")},
                             {"intent", Context{{"id", "help-needed"}, {"value", *Decimal::parse("0.81")}}},
                             {"case", Context{{"opened", "2026-03-03T08:00:00Z"}, {"frustrated", Value(2)}}},
                             {"said", List{Value(said)}},
                             {"tried", List{Value(tried)}},
                             {"next", List{Value(next)}}};
        const RecordWords names;
        const HandoffWords words = handoffWords(Value(packet), names);
        const auto at = [&](const char* instant) { return names.time(parseInstant(instant).value()); };
        QCOMPARE(words.summary,
                 QString("Upset, before that Troubled; leading intent “Help needed” 0.81; sentiment −0.74 of −1 to 1; "
                         "case since %1, frustrated messages: 2")
                     .arg(at("2026-03-03T08:00:00Z")));
        QCOMPARE(words.said.size(), 1);
        QCOMPARE(words.said[0].text, QString("Message Received, sentiment −0.80: “Charged twice.”"));
        QCOMPARE(words.said[0].time, at("2026-03-03T09:00:00Z"));
        QCOMPARE(words.tried.size(), 1);
        QCOMPARE(words.tried[0].text, QString("Acknowledge"));
        QCOMPARE(words.tried[0].note, QString("nothing came of it"));
        QCOMPARE(words.next.size(), 1);
        QCOMPARE(words.next[0].text, QString("Service call"));
        QCOMPARE(words.next[0].note, QString("worth €12.50, chance of success 40 %"));
        QVERIFY(words.next[0].time.isEmpty());
        QCOMPARE(handoffWords(Value(Context{{"handoff", Value(1)}}), names).summary, QString("no open case"));
    }

    void stepsAreSaidInWords_data() {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("limit");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* step, const char* detail, const char* limit, const QString& said) {
            QTest::addRow("%s %s", step, limit) << step << detail << limit << said;
        };
        const auto at = [](const char* text) { return RecordWords().time(parseInstant(text).value()); };
        row("look-up",
            "{\"asOf\":\"2026-03-18T02:44:35.012Z\",\"fact\":\"stock\",\"id\":\"the "
            "coat\",\"value\":{\"available\":7}}",
            "<= 1 d",
            QString("Look up|Stock of “the coat”: available 7|as of %1, may be 24 h old")
                .arg(at("2026-03-18T02:44:35.012Z")));
        row("check-stock", "5", ">= 1", "Check stock|5|at least 1");
        row("check-discount", "0.15", "<= 0.1", "Check discount|0.15|at most 0.10");
        row("check-budget", "", ">= 6", "Check budget||at least 6");
        row("choose-channel", "sms", "email sms", "Choose channel|SMS|of E-mail, SMS");
        row("choose-channel", "call", "call", "Choose channel|Call|");
        row("compose", "stylist-offer", "", "Compose|Stylist offer|");
        row("compose", "stylist-offer", "customer.first_name", "Compose|Stylist offer|missing: First name");
        row("schedule", "2026-03-18T08:00:00Z", "2026-03-18T02:44:35Z",
            QString("Schedule|%1|wanted %2").arg(at("2026-03-18T08:00:00Z"), at("2026-03-18T02:44:35Z")));
    }
    void stepsAreSaidInWords() {
        QFETCH(QString, step);
        QFETCH(QString, detail);
        QFETCH(QString, limit);
        Symbols symbols;
        planning::SubStep one;
        one.step = symbols.intern(step.toStdString());
        one.detail = detail.toStdString();
        one.limit = limit.toStdString();
        const StepWords words = stepWords(one, symbols, RecordWords());
        QTEST(QStringList({words.name, words.found, words.limit}).join(u'|'), "said");
    }

    void factorsMultiplyOutAsShown() {
        QCOMPARE(factorWords(0.2365, 26), QString("0.2365")); // it is 6.15; 0.24 · 26 = 6.24, 0.237 · 26 = 6.16
        QCOMPARE(factorWords(0.5, 100), QString("0.50"));
    }

    void scoreAddsUp() {
        const QList<WaterfallStep> steps = decisionPage(example(), RecordWords()).score;
        QCOMPARE(steps.size(), 7);
        const double values[] = {50, 25, -15, -2, -7, -1, 50};
        for (qsizetype i = 0; i < 7; ++i)
            QVERIFY2(qAbs(steps[i].value - values[i]) < 1e-9, qPrintable(steps[i].label));
        QVERIFY(steps.last().result);
    }

    /// What is switched off keeps its line and gives and takes nothing; what is answered is named.
    void switchedOffIsSaid() {
        session::Explanation e = example();
        planning::ScoreParts& score = e.decision->plan.candidates[2].score;
        for (const auto factor : {documents::Factor::Context, documents::Factor::Cost})
            score.off |= 1U << static_cast<unsigned>(factor);
        score.answers = {{e.symbols.intern("pricing"), 0.5}};
        score.priority = planning::priorityOf(score); // 0.5 · 100 · 0.8 − 7 − 1
        const QList<WaterfallStep> off = decisionPage(e, RecordWords()).score;
        QCOMPARE(off.size(), 7);
        const double values[] = {50, 0, -10, 0, -7, -1, 32};
        for (qsizetype i = 0; i < 7; ++i)
            QVERIFY2(qAbs(off[i].value - values[i]) < 1e-9, qPrintable(off[i].label));
        QCOMPARE(off[1].label, QStringLiteral("Context: switched off"));
        QCOMPARE(off[3].label, QStringLiteral("Cost: switched off"));
        score.off = 0;
        const QList<WaterfallStep> on = decisionPage(e, RecordWords()).score;
        QVERIFY2(on[1].label.contains(QStringLiteral("answers")) && on[1].label.contains(QStringLiteral("+0.5")),
                 qPrintable(on[1].label));
        score.off = 1U << static_cast<unsigned>(documents::Factor::Outcome);
        QVERIFY(decisionPage(e, RecordWords()).score[0].label.contains(QStringLiteral("Outcome switched off")));
    }

    /// Whose turn it was stands among what made the choice sure.
    void turnsAreSaid() {
        session::Explanation e = example();
        e.decision->plan.arbitrations = {{2, 1, planning::Precedence::Preference, {}, {}}};
        const auto said = [&] {
            QString all;
            for (const auto& line : decisionPage(e, RecordWords()).certainty)
                all += line.first + QLatin1Char(' ') + line.second + QLatin1Char('\n');
            return all;
        };
        QVERIFY2(said().contains(QStringLiteral("the customer prefers the channel")), qPrintable(said()));
        e.decision->plan.arbitrations[0].by = planning::Precedence::Recency;
        e.decision->plan.arbitrations[0].firstContact = begin;
        QVERIFY2(said().contains(QStringLiteral("was in touch longest ago")), qPrintable(said()));
        e.decision->plan.arbitrations[0].firstContact = {INT64_MIN};
        QVERIFY2(said().contains(QStringLiteral("has not been in touch yet")), qPrintable(said()));
    }

    /// At the smallest size nothing of it is cut, and all of it can be scrolled to.
    void howSureItWasStandsWhole() {
        DecisionView view;
        view.resize(1080, 700);
        view.setPage(decisionPage(example(), RecordWords()));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        session::Explanation longer = twoSlots();
        longer.decision->modelUpdates = 1234;
        view.setPage(decisionPage(longer, RecordWords()));
        auto* sure = view.findChild<QWidget*>("howSure");
        QVERIFY(sure && sure->parentWidget());
        QTRY_VERIFY_WITH_TIMEOUT(sure->height() >= sure->heightForWidth(sure->width()), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(sure->geometry().bottom() <= sure->parentWidget()->rect().bottom(), 60'000);
        auto* gates = view.findChild<QTableView*>("gates");
        QVERIFY(gates);
        QVERIFY2(gates->columnWidth(GatesModel::Name) >= 180, qPrintable(QString::number(gates->columnWidth(0))));
        QCOMPARE(gates->model()->headerData(GatesModel::FirstGate + 3, Qt::Horizontal).toString(),
                 gates->model()->headerData(GatesModel::FirstGate + 3, Qt::Horizontal, Qt::ToolTipRole).toString());
    }

    void filter() {
        Symbols symbols;
        const Sym guide = symbols.intern("size-guide");
        DecisionQuery query;
        query.action = "size-guide";
        query.days = 7;
        query.waits = false;
        const auto filter = filterOf(query, symbols, begin + Duration::days(7));
        QVERIFY(filter);
        QCOMPARE(filter->action, guide);
        QCOMPARE(filter->since->ms, begin.ms);
        QVERIFY(!filter->includeWait);
        query.agent = "nobody";
        QVERIFY(!filterOf(query, symbols, begin));
    }

    void theCountIsThatOfTheRun() {
        DecisionListPage page;
        page.total = 10'858;
        page.drawn = 276;
        const QLocale english(QLocale::English);
        QCOMPARE(countText(200, page, english), QString("200 of 10,582 decisions and 276 drawn actions"));
        page.drawn = 0;
        QCOMPARE(countText(200, page, english), QString("200 of 10,858 decisions"));
        page.query.text = "ana";
        QCOMPARE(countText(3, page, english), QString("3 of 10,858 found"));
    }
    void nothingCountsNothing() {
        AppContext context;
        DecisionsScreen screen(context);
        screen.refresh();
        screen.grab();
        QCOMPARE(screen.counts().rows, 0);
        QCOMPARE(screen.counts().nodes, 0);
        QVERIFY(screen.settled());
    }
};

WAYREEVE_UI_TEST(TestDecisions)
#include "tst_decisions.moc"
