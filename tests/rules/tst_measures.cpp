#include "rules/rules_tests.h"
#include "rules/sample_facts.h"

#include "rules/measure.h"

#include <QTest>

using namespace wayreeve;
using rules::HistoryItem;
using rules::MeasureDefinition;
using rules::MeasureFunction;
using rules::Measures;
using rules::MeasureWindow;
using rules::Type;

namespace {

struct History {
    Symbols symbols;
    rules::Schema events;
    std::vector<HistoryItem> items;
    Zone zone = Zone::find("Europe/Berlin").value();

    History() {
        events.add("event", Type::Context);
        events.add("event.amount", Type::Number);
        events.add("event.channel", Type::Text);
        events.add("event.shipping.city", Type::Text);
        events.add("event.time", Type::DateTime);
        events.add("event.name", Type::Text);
        events.add("customer.tier", Type::Text); // no filter may read it
    }
    void add(const char* time, const char* name, Context properties = {}) {
        items.push_back({at(time), symbols.intern(name), Value(std::move(properties))});
    }
    Measures compile(const MeasureDefinition& definition) {
        auto made = Measures::compile(std::span(&definition, 1), events, symbols);
        if (!made)
            qFatal("%s", debugText(made.error()).c_str());
        return std::move(made).value();
    }
    std::string value(const MeasureDefinition& definition, const char* now,
                      const char* firstSeen = "2020-01-01T00:00:00Z") {
        return shown(compile(definition).evaluate(0, {items, at(now), &zone, at(firstSeen)}));
    }
};

MeasureDefinition measure(MeasureFunction function, const char* event, const char* property = "") {
    MeasureDefinition definition;
    definition.id = "m";
    definition.function = function;
    definition.event = event;
    definition.property = property;
    return definition;
}

Value amount(const char* text) {
    return *Decimal::parse(text);
}

} // namespace

void MeasureTests::rolling_data() {
    QTest::addColumn<QString>("now");
    QTest::addColumn<int>("count");
    // Visits at 10:00 on 1, 2 and 3 November; a window of 24 h is (now − 24 h, now].
    QTest::newRow("before all") << "2026-11-01T09:59:59Z" << 0;
    QTest::newRow("at the first") << "2026-11-01T10:00:00Z" << 1;
    QTest::newRow("just inside") << "2026-11-02T09:59:59.999Z" << 1;
    QTest::newRow("first leaves as second enters") << "2026-11-02T10:00:00Z" << 1;
    QTest::newRow("third") << "2026-11-03T10:00:00Z" << 1;
    QTest::newRow("nearly out") << "2026-11-04T09:59:59.999Z" << 1;
    QTest::newRow("out") << "2026-11-04T10:00:00Z" << 0;
}

void MeasureTests::rolling() {
    QFETCH(QString, now);
    QFETCH(int, count);
    History history;
    history.add("2026-11-01T10:00:00Z", "Page Viewed");
    history.add("2026-11-02T10:00:00Z", "Page Viewed");
    history.add("2026-11-02T10:00:00Z", "Order Completed");
    history.add("2026-11-03T10:00:00Z", "Page Viewed");
    MeasureDefinition definition = measure(MeasureFunction::Count, "Page Viewed");
    definition.window = {MeasureWindow::Kind::Rolling, Duration::hours(24), 0};
    QCOMPARE(history.value(definition, now.toUtf8().constData()), std::to_string(count));
}

void MeasureTests::calendarDaysOverClockChange_data() {
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("now");
    QTest::addColumn<int>("count");
    // In Berlin 25 October 2026 lasts 25 hours: from 24T22:00Z to 25T23:00Z.
    QTest::newRow("today, before midnight") << 1 << "2026-10-24T21:59:59Z" << 1;
    QTest::newRow("today, from midnight") << 1 << "2026-10-24T22:00:00Z" << 1;
    QTest::newRow("today, last hour") << 1 << "2026-10-25T22:59:59Z" << 3;
    QTest::newRow("tomorrow") << 1 << "2026-10-25T23:00:00Z" << 0;
    QTest::newRow("two days, last hour") << 2 << "2026-10-25T22:59:59Z" << 4;
    QTest::newRow("two days, tomorrow") << 2 << "2026-10-25T23:00:00Z" << 3;
    QTest::newRow("three days") << 3 << "2026-10-26T12:00:00Z" << 4;
    // The 25 hours of that day are no longer all inside a rolling day.
    QTest::newRow("rolling 24 h at its end") << 0 << "2026-10-25T22:59:59Z" << 2;
}

void MeasureTests::calendarDaysOverClockChange() {
    QFETCH(int, days);
    QFETCH(QString, now);
    QFETCH(int, count);
    History history;
    history.add("2026-10-24T21:30:00Z", "Visit"); // 24th, 23:30
    history.add("2026-10-24T22:00:00Z", "Visit"); // 25th, 00:00
    history.add("2026-10-25T00:30:00Z", "Visit"); // 02:30 summer time
    history.add("2026-10-25T01:30:00Z", "Visit"); // 02:30 winter time
    MeasureDefinition definition = measure(MeasureFunction::Count, "Visit");
    definition.window = {MeasureWindow::Kind::CalendarDays, {}, days};
    if (days == 0)
        definition.window = {MeasureWindow::Kind::Rolling, Duration::hours(24), 0};
    QCOMPARE(history.value(definition, now.toUtf8().constData()), std::to_string(count));
}

void MeasureTests::functionsOfProperties_data() {
    QTest::addColumn<int>("function");
    QTest::addColumn<QString>("property");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, MeasureFunction function, const char* property, const char* expected) {
        QTest::newRow(name) << static_cast<int>(function) << property << QString::fromUtf8(expected);
    };
    row("count", MeasureFunction::Count, "", "5");
    row("count of a property", MeasureFunction::Count, "amount", "4");
    row("sum", MeasureFunction::Sum, "amount", "30.3");
    row("average", MeasureFunction::Average, "amount", "10.1");
    row("minimum", MeasureFunction::Minimum, "amount", "0.1");
    row("maximum", MeasureFunction::Maximum, "amount", "20.1");
    row("last", MeasureFunction::Last, "amount", "\"free\"");
    row("last time", MeasureFunction::Last, "", "2026-11-05T00:00:00Z");
    row("last city", MeasureFunction::Last, "shipping.city", "\"Berlin\"");
    row("distinct", MeasureFunction::Distinct, "channel", "2");
    row("distinct of mixed types", MeasureFunction::Distinct, "amount", "4");
    row("minimum text", MeasureFunction::Minimum, "channel", "\"email\"");
    row("nothing there: count", MeasureFunction::Count, "none", "0");
    row("nothing there: sum", MeasureFunction::Sum, "none", "0");
    row("nothing there: average", MeasureFunction::Average, "none", "null");
    row("nothing there: minimum", MeasureFunction::Minimum, "none", "null");
    row("nothing there: maximum", MeasureFunction::Maximum, "none", "null");
    row("nothing there: last", MeasureFunction::Last, "none", "null");
    row("nothing there: distinct", MeasureFunction::Distinct, "none", "0");
}

void MeasureTests::functionsOfProperties() {
    QFETCH(int, function);
    QFETCH(QString, property);
    QFETCH(QString, expected);
    History history;
    history.add("2026-11-01T00:00:00Z", "Order", {{"amount", amount("10.1")}, {"channel", "web"}});
    history.add("2026-11-02T00:00:00Z", "Order", {{"amount", amount("0.1")}, {"channel", "email"}});
    history.add("2026-11-03T00:00:00Z", "Order",
                {{"amount", amount("20.1")}, {"channel", "web"}, {"shipping", Context{{"city", "Berlin"}}}});
    history.add("2026-11-04T00:00:00Z", "Order", {{"amount", "free"}});
    history.add("2026-11-05T00:00:00Z", "Order", {{"amount", Value()}});
    history.add("2026-11-06T00:00:00Z", "Refund", {{"amount", 99}, {"none", Value()}});
    history.add("2026-11-20T00:00:00Z", "Order", {{"amount", 1000}}); // after now
    const QByteArray path = property.toUtf8();
    QCOMPARE(QString::fromStdString(history.value(
                 measure(static_cast<MeasureFunction>(function), "Order", path.constData()), "2026-11-10T00:00:00Z")),
             expected);
}

void MeasureTests::filters_data() {
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("count");
    QTest::newRow("none") << "" << 4;
    QTest::newRow("number") << "event.amount > 5" << 2;
    QTest::newRow("null leaves out") << "not(event.amount > 5)" << 1;
    QTest::newRow("text") << "event.channel in (\"web\", \"app\")" << 2;
    QTest::newRow("nested") << "event.shipping.city = \"Bonn\"" << 1;
    QTest::newRow("undeclared, through the context") << "event.gift = true" << 1;
    QTest::newRow("time") << "event.time >= date and time(\"2026-11-02T01:00:00\")" << 3; // 00:00 UTC is 01:00 there
    QTest::newRow("name") << "event.name = \"Refund\"" << 1;
    QTest::newRow("age") << "now() - event.time <= duration(\"P7D\")" << 2;
}

void MeasureTests::filters() {
    QFETCH(QString, filter);
    QFETCH(int, count);
    History history;
    history.add("2026-11-01T00:00:00Z", "Order", {{"amount", 10}, {"channel", "web"}, {"gift", true}});
    history.add("2026-11-02T00:00:00Z", "Order", {{"amount", 4}, {"channel", "app"}});
    history.add("2026-11-03T00:00:00Z", "Order", {{"shipping", Context{{"city", "Bonn"}}}});
    history.add("2026-11-04T00:00:00Z", "Refund", {{"amount", 6}});
    MeasureDefinition definition = measure(MeasureFunction::Count, "");
    definition.filter = filter.toStdString();
    QCOMPARE(history.value(definition, "2026-11-10T00:00:00Z"), std::to_string(count));
}

void MeasureTests::minimumHistory() {
    History history;
    history.add("2026-11-01T00:00:00Z", "Visit");
    MeasureDefinition definition = measure(MeasureFunction::Count, "Visit");
    definition.window = {MeasureWindow::Kind::Rolling, Duration::days(30), 0};
    definition.minimumHistory = Duration::days(14);
    QCOMPARE(history.value(definition, "2026-11-14T00:00:00Z", "2026-11-01T00:00:00Z"), std::string("null"));
    QCOMPARE(history.value(definition, "2026-11-14T23:59:59Z", "2026-11-01T00:00:00Z"), std::string("null"));
    QCOMPARE(history.value(definition, "2026-11-15T00:00:00Z", "2026-11-01T00:00:00Z"), std::string("1"));
    QCOMPARE(history.value(definition, "2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z"), std::string("null"));
    definition.minimumHistory = {};
    QCOMPARE(history.value(definition, "2026-11-14T00:00:00Z", "2026-11-14T00:00:00Z"), std::string("1"));
    // Known long enough and nothing happened is zero, not unknown.
    definition.event = "Order";
    definition.minimumHistory = Duration::days(14);
    QCOMPARE(history.value(definition, "2026-12-31T00:00:00Z", "2026-11-01T00:00:00Z"), std::string("0"));
}

void MeasureTests::sumsAreExact() {
    History history;
    for (int i = 0; i < 1000; ++i)
        history.add("2026-11-01T00:00:00Z", "Order", {{"amount", amount("0.1")}});
    history.add("2026-11-01T00:00:00Z", "Order", {{"amount", amount("1000000000000000.01")}});
    QCOMPARE(history.value(measure(MeasureFunction::Sum, "Order", "amount"), "2026-11-10T00:00:00Z"),
             std::string("1000000000000100.01"));
}

void MeasureTests::wrongDefinitions() {
    History history;
    const auto code = [&](const MeasureDefinition& definition) {
        const auto made = Measures::compile(std::span(&definition, 1), history.events, history.symbols);
        return made.ok() ? std::string("ok") : made.error().code + " " + made.error().parameter("measure");
    };
    MeasureDefinition definition = measure(MeasureFunction::Sum, "Order", "amount");
    QCOMPARE(code(definition), std::string("ok"));
    definition.filter = "event.amonut > 1";
    QCOMPARE(code(definition), std::string("ok")); // the context `event` holds any property
    definition.filter = "event.amount > \"1\"";
    QCOMPARE(code(definition), std::string("feel.operand-types m"));
    definition.filter = "event.amount";
    QCOMPARE(code(definition), std::string("feel.wrong-type m"));
    definition.filter = "customer.tier = \"gold\"";
    QCOMPARE(code(definition), std::string("feel.unknown-name m"));
    definition.filter = "";
    definition.window = {MeasureWindow::Kind::Rolling, {}, 0};
    QCOMPARE(code(definition), std::string("measure.window m"));
    definition.window = {MeasureWindow::Kind::CalendarDays, {}, 0};
    QCOMPARE(code(definition), std::string("measure.window m"));
    definition.window = {MeasureWindow::Kind::CalendarDays, {}, 40'000};
    QCOMPARE(code(definition), std::string("measure.window m"));
    definition.window = {};
    definition.property = "";
    QCOMPARE(code(definition), std::string("measure.property m"));
    definition = measure(MeasureFunction::Followed, "Order");
    QCOMPARE(code(definition), std::string("measure.then m"));
    definition.then = "Return";
    QCOMPARE(code(definition), std::string("measure.then m"));
    definition.within = Duration::days(1);
    QCOMPARE(code(definition), std::string("ok"));
    definition.thenFilter = "event.amount";
    QCOMPARE(code(definition), std::string("feel.wrong-type m"));
    QCOMPARE(code(measure(MeasureFunction::Decayed, "Order")), std::string("measure.half-life m"));
    // Without the context, only declared properties are known.
    rules::Schema strict;
    strict.add("event.amount", Type::Number);
    definition = measure(MeasureFunction::Count, "Order");
    definition.filter = "event.amonut > 1";
    const auto made = Measures::compile(std::span(&definition, 1), strict, history.symbols);
    QVERIFY(!made.ok());
    QCOMPARE(made.error().parameter("nearest"), std::string("event.amount"));
}

void MeasureTests::allAtOnce() {
    History history;
    history.add("2026-11-01T00:00:00Z", "Order", {{"amount", 10}});
    history.add("2026-11-02T00:00:00Z", "Order", {{"amount", 30}});
    std::vector<MeasureDefinition> definitions = {measure(MeasureFunction::Count, "Order"),
                                                  measure(MeasureFunction::Average, "Order", "amount"),
                                                  measure(MeasureFunction::Last, "Order", "amount")};
    definitions[0].filter = "event.amount > 20";
    auto made = Measures::compile(definitions, history.events, history.symbols);
    QVERIFY(made.ok());
    QCOMPARE(made->size(), std::size_t{3});
    QCOMPARE(made->definition(1).property, std::string("amount"));
    std::vector<Value> out(3);
    made->evaluateAll({history.items, at("2026-11-03T00:00:00Z"), nullptr, at("2026-01-01T00:00:00Z")}, out);
    QCOMPARE(shown(List(out.begin(), out.end())), std::string("[1, 20, 30]"));
    QCOMPARE(Measures::resultType(definitions[2], history.events), Type::Number);
    QCOMPARE(Measures::resultType(measure(MeasureFunction::Last, "Order"), history.events), Type::DateTime);
    QCOMPARE(Measures::resultType(MeasureFunction::Average), Type::Number);
}

void MeasureTests::sequences_data() {
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("property");
    QTest::addColumn<QString>("thenFilter");
    QTest::addColumn<int>("windowHours");
    QTest::addColumn<int>("followed");
    QTest::addColumn<int>("unanswered");
    // Cases at 10:00 (a), 11:00 (b) and 14:00 (a); answers at 12:00 (a, by mail) and 16:00:00.001 (b, by phone). Two
    // hours to answer.
    QTest::newRow("nothing yet") << "2026-11-01T09:00:00Z"
                                 << ""
                                 << "" << 0 << 0 << 0;
    QTest::newRow("time is not over") << "2026-11-01T11:59:00Z"
                                      << ""
                                      << "" << 0 << 0 << 0;
    QTest::newRow("one answer for both, at the last moment") << "2026-11-01T12:00:00Z"
                                                             << ""
                                                             << "" << 0 << 2 << 0;
    QTest::newRow("same case: b waits") << "2026-11-01T12:00:00Z"
                                        << "channel"
                                        << "" << 0 << 1 << 0;
    QTest::newRow("b is late, at its time") << "2026-11-01T13:00:00Z"
                                            << "channel"
                                            << "" << 0 << 1 << 0;
    QTest::newRow("b is late, over its time") << "2026-11-01T13:00:00.001Z"
                                              << "channel"
                                              << "" << 0 << 1 << 1;
    QTest::newRow("a millisecond late does not count") << "2026-11-02T00:00:00Z"
                                                       << ""
                                                       << "" << 0 << 2 << 1;
    QTest::newRow("another's answer does not count") << "2026-11-02T00:00:00Z"
                                                     << "channel"
                                                     << "" << 0 << 1 << 2;
    QTest::newRow("answers of 5 and more") << "2026-11-02T00:00:00Z"
                                           << ""
                                           << "event.amount >= 5" << 0 << 0 << 3;
    QTest::newRow("the window is that of the first") << "2026-11-01T16:30:00Z"
                                                     << ""
                                                     << "" << 6 << 1 << 1;
}

void MeasureTests::sequences() {
    QFETCH(QString, now);
    QFETCH(QString, property);
    QFETCH(QString, thenFilter);
    QFETCH(int, windowHours);
    History history;
    history.add("2026-11-01T10:00:00Z", "Case", {{"channel", "a"}});
    history.add("2026-11-01T11:00:00Z", "Case", {{"channel", "b"}});
    history.add("2026-11-01T12:00:00Z", "Answer", {{"channel", "a"}, {"amount", 1}});
    history.add("2026-11-01T14:00:00Z", "Case", {{"channel", "a"}});
    history.add("2026-11-01T16:00:00.001Z", "Answer", {{"channel", "b"}, {"amount", 9}});
    MeasureDefinition definition = measure(MeasureFunction::Followed, "Case");
    definition.property = property.toStdString();
    definition.then = "Answer";
    definition.thenFilter = thenFilter.toStdString();
    definition.within = Duration::hours(2);
    if (windowHours > 0)
        definition.window = {MeasureWindow::Kind::Rolling, Duration::hours(windowHours), 0};
    QTEST(QString::fromStdString(history.value(definition, now.toUtf8().constData())).toInt(), "followed");
    definition.function = MeasureFunction::Unanswered;
    QTEST(QString::fromStdString(history.value(definition, now.toUtf8().constData())).toInt(), "unanswered");
    QCOMPARE(Measures::resultType(definition.function), Type::Number);
}

void MeasureTests::decayedCounts() {
    History history;
    history.add("2026-11-01T00:00:00Z", "Order", {{"amount", 8}});
    history.add("2026-11-02T00:00:00Z", "Order", {{"amount", 2}});
    history.add("2026-11-02T00:00:00Z", "Order", {{"amount", "much"}});
    MeasureDefinition definition = measure(MeasureFunction::Decayed, "Order");
    definition.halfLife = Duration::days(1);
    QCOMPARE(history.value(definition, "2026-11-01T00:00:00Z"), std::string("1"));
    QCOMPARE(history.value(definition, "2026-11-03T00:00:00Z"), std::string("1.25"));     // 1/4 + 1/2 + 1/2
    QCOMPARE(history.value(definition, "2026-11-02T12:00:00Z"), std::string("1.767767")); // 2.5 / sqrt 2
    definition.property = "amount";
    QCOMPARE(history.value(definition, "2026-11-03T00:00:00Z"), std::string("3")); // 8/4 + 2/2
    definition.window = {MeasureWindow::Kind::Rolling, Duration::days(1), 0};
    QCOMPARE(history.value(definition, "2026-11-02T12:00:00Z"), std::string("1.414214")); // 2 / sqrt 2
    QCOMPARE(history.value(definition, "2027-11-02T12:00:00Z"), std::string("0"));
}
