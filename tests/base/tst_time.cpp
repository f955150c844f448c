#include "base/base_tests.h"
#include "base/civil.h"
#include "base/clock.h"
#include "base/time.h"
#include "base/zone.h"

#include <QTest>

#include <thread>

using namespace wayreeve;

void TimeTests::readsInstants_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<qlonglong>("ms");
    QTest::newRow("epoch") << "1970-01-01T00:00:00Z" << 0LL;
    QTest::newRow("before the epoch") << "1969-12-31T23:59:59.999Z" << -1LL;
    QTest::newRow("milliseconds") << "2026-11-03T14:07:00.250Z" << 1793714820250LL;
    QTest::newRow("offset") << "2026-11-03T15:07:00+01:00" << 1793714820000LL;
    QTest::newRow("west, lower case") << "2026-11-03t09:07:00.25-05:00" << 1793714820250LL;
    QTest::newRow("fraction cut") << "1970-01-01T00:00:00.0019999Z" << 1LL;
    QTest::newRow("leap day") << "2024-02-29T00:00:00Z" << 1709164800000LL;
    QTest::newRow("leap second") << "2016-12-31T23:59:60Z" << 1483228800000LL;
    QTest::newRow("leap second elsewhere") << "2017-01-01T00:59:60+01:00" << 1483228800000LL;
    QTest::newRow("year 0001") << "0001-01-01T00:00:00Z" << -62135596800000LL;
}
void TimeTests::readsInstants() {
    QFETCH(QString, text);
    QFETCH(qlonglong, ms);
    const auto instant = parseInstant(text.toStdString());
    QVERIFY(instant.ok());
    QCOMPARE(qlonglong(instant->ms), ms);
}

void TimeTests::refusesWrongInstants_data() {
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"", "2026-11-03", "2026-11-03T14:07:00", "2026-11-03 14:07:00Z", "2026-13-01T00:00:00Z",
          "2026-02-29T00:00:00Z", "2100-02-29T00:00:00Z", "2026-11-03T24:00:00Z", "2026-11-03T14:60:00Z",
          "2026-11-03T14:07:60Z", "2026-11-03T14:07:00.Z", "2026-11-03T14:07:00+0100", "2026-11-03T14:07:00+24:00",
          "2026-11-03T14:07:00Z ", "26-11-03T14:07:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z"})
        QTest::newRow(text) << text;
}
void TimeTests::refusesWrongInstants() {
    QFETCH(QString, text);
    const auto instant = parseInstant(text.toStdString());
    QVERIFY(!instant.ok());
    QCOMPARE(instant.error().code, std::string("time.not-rfc3339"));
    QCOMPARE(instant.error().parameter("text"), text.toStdString());
}

void TimeTests::writesInstants() {
    QCOMPARE(formatInstant({1793714820250}), std::string("2026-11-03T14:07:00.250Z"));
    QCOMPARE(formatInstant({1793714820000}), std::string("2026-11-03T14:07:00Z"));
    QCOMPARE(formatInstant({-1}), std::string("1969-12-31T23:59:59.999Z"));
    QCOMPARE(formatInstant({5}), std::string("1970-01-01T00:00:00.005Z"));
    QCOMPARE(formatInstant({-62135596800000}), std::string("0001-01-01T00:00:00Z"));
    QCOMPARE(formatInstant(Instant::never()), std::string("+292278994-08-17T07:12:55.807Z"));
}

void TimeTests::readsLengths_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<qlonglong>("ms");
    QTest::newRow("s") << "90 s" << 90000LL;
    QTest::newRow("min") << "15 min" << 900000LL;
    QTest::newRow("h") << "4h" << 14400000LL;
    QTest::newRow("d") << "7 d" << 604800000LL;
    QTest::newRow("w") << "2 w" << 1209600000LL;
    QTest::newRow("ms") << "250 ms" << 250LL;
    QTest::newRow("half") << "1.5 h" << 5400000LL;
    QTest::newRow("negative") << "-5 min" << -300000LL;
    QTest::newRow("zero") << "0 s" << 0LL;
}
void TimeTests::readsLengths() {
    QFETCH(QString, text);
    QFETCH(qlonglong, ms);
    const auto length = parseDuration(text.toStdString());
    QVERIFY(length.ok());
    QCOMPARE(qlonglong(length->ms), ms);
}

void TimeTests::refusesWrongLengths() {
    for (const char* text : {"", "5", "min", "5 m", "5  min", "5 minutes", "1 h 30 min", "1,5 h", ".5 h", "5. h",
                             "0.0001 s", "99999999999999999999 s", "9223372036854775807 w", "--5 s", "1e3 s"}) {
        const auto length = parseDuration(text);
        QVERIFY2(!length.ok(), text);
        QCOMPARE(length.error().code, std::string("time.not-a-length"));
    }
}

void TimeTests::writesLengths() {
    QCOMPARE(formatDuration(Duration::seconds(90)), std::string("90 s"));
    QCOMPARE(formatDuration(Duration::seconds(120)), std::string("2 min"));
    QCOMPARE(formatDuration(Duration::hours(36)), std::string("36 h"));
    QCOMPARE(formatDuration(Duration::days(6)), std::string("6 d"));
    QCOMPARE(formatDuration(Duration::days(14)), std::string("2 w"));
    QCOMPARE(formatDuration(Duration::milliseconds(1001)), std::string("1001 ms"));
    QCOMPARE(formatDuration({0}), std::string("0 s"));
    QCOMPARE(formatDuration(Duration::minutes(-5)), std::string("-5 min"));
}

void TimeTests::countsCivilDays() {
    QCOMPARE(daysFromCivil(1970, 1, 1), std::int64_t{0});
    QCOMPARE(daysFromCivil(2000, 3, 1), std::int64_t{11017});
    QCOMPARE(daysFromCivil(1969, 12, 31), std::int64_t{-1});
    QCOMPARE(daysFromCivil(0, 3, 1), std::int64_t{-719468});
    std::int64_t expected = daysFromCivil(1890, 1, 1);
    for (int year = 1890; year <= 2110; ++year)
        for (int month = 1; month <= 12; ++month)
            for (int day = 1; day <= daysInMonth(year, month); ++day, ++expected) {
                QCOMPARE(daysFromCivil(year, month, day), expected);
                const CivilDate date = civilFromDays(expected);
                QVERIFY(date.year == year && date.month == month && date.day == day);
            }
    QCOMPARE(floorDivide(-1, 7), std::int64_t{-1});
    QCOMPARE(floorDivide(-7, 7), std::int64_t{-1});
    QCOMPARE(floorDivide(6, 7), std::int64_t{0});
}

void TimeTests::localTimes_data() {
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("instant");
    QTest::addColumn<QString>("date");
    QTest::addColumn<int>("minute");
    QTest::addColumn<int>("weekday");
    QTest::newRow("UTC") << "UTC"
                         << "2026-11-03T14:07:59Z"
                         << "2026-11-3" << 847 << 2;
    QTest::newRow("Berlin winter") << "Europe/Berlin"
                                   << "2026-01-15T23:30:00Z"
                                   << "2026-1-16" << 30 << 5;
    QTest::newRow("Berlin summer") << "Europe/Berlin"
                                   << "2026-07-15T22:30:00Z"
                                   << "2026-7-16" << 30 << 4;
    QTest::newRow("Berlin before the gap") << "Europe/Berlin"
                                           << "2026-03-29T00:59:59.999Z"
                                           << "2026-3-29" << 119 << 7;
    QTest::newRow("Berlin after the gap") << "Europe/Berlin"
                                          << "2026-03-29T01:00:00Z"
                                          << "2026-3-29" << 180 << 7;
    QTest::newRow("Berlin overlap, first") << "Europe/Berlin"
                                           << "2026-10-25T00:30:00Z"
                                           << "2026-10-25" << 150 << 7;
    QTest::newRow("Berlin overlap, second") << "Europe/Berlin"
                                            << "2026-10-25T01:30:00Z"
                                            << "2026-10-25" << 150 << 7;
    QTest::newRow("New York before") << "America/New_York"
                                     << "2026-03-08T06:59:00Z"
                                     << "2026-3-8" << 119 << 7;
    QTest::newRow("New York after") << "America/New_York"
                                    << "2026-03-08T07:00:00Z"
                                    << "2026-3-8" << 180 << 7;
    QTest::newRow("Kathmandu") << "Asia/Kathmandu"
                               << "2026-01-01T00:00:00Z"
                               << "2026-1-1" << 345 << 4;
    QTest::newRow("before 1970") << "America/New_York"
                                 << "1969-12-31T23:59:59Z"
                                 << "1969-12-31" << 1139 << 3;
}
void TimeTests::localTimes() {
    QFETCH(QString, zone);
    QFETCH(QString, instant);
    const LocalTime local = Zone::find(zone.toStdString())->local(*parseInstant(instant.toStdString()));
    QTEST(QString("%1-%2-%3").arg(local.year).arg(local.month).arg(local.day), "date");
    QTEST(local.minuteOfDay, "minute");
    QTEST(local.weekday, "weekday");
    QCOMPARE(local.dayNumber, daysFromCivil(local.year, local.month, local.day));
}

void TimeTests::instantsOfWallTimes_data() {
    QTest::addColumn<QString>("zone");
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("month");
    QTest::addColumn<int>("day");
    QTest::addColumn<int>("minute");
    QTest::addColumn<QString>("instant");
    QTest::newRow("Berlin") << "Europe/Berlin" << 2026 << 6 << 15 << 540 << "2026-06-15T07:00:00Z";
    QTest::newRow("Berlin gap") << "Europe/Berlin" << 2026 << 3 << 29 << 150 << "2026-03-29T01:00:00Z";
    QTest::newRow("Berlin at the gap") << "Europe/Berlin" << 2026 << 3 << 29 << 120 << "2026-03-29T01:00:00Z";
    QTest::newRow("Berlin after the gap") << "Europe/Berlin" << 2026 << 3 << 29 << 180 << "2026-03-29T01:00:00Z";
    QTest::newRow("Berlin overlap") << "Europe/Berlin" << 2026 << 10 << 25 << 150 << "2026-10-25T00:30:00Z";
    QTest::newRow("Berlin after overlap") << "Europe/Berlin" << 2026 << 10 << 25 << 180 << "2026-10-25T02:00:00Z";
    QTest::newRow("carry to the next day")
        << "Europe/Berlin" << 2026 << 3 << 28 << 1440 + 540 << "2026-03-29T07:00:00Z";
    QTest::newRow("carry to the day before") << "Europe/Berlin" << 2026 << 3 << 30 << -900 << "2026-03-29T07:00:00Z";
    QTest::newRow("New York gap") << "America/New_York" << 2026 << 3 << 8 << 150 << "2026-03-08T07:00:00Z";
    QTest::newRow("New York overlap") << "America/New_York" << 2026 << 11 << 1 << 90 << "2026-11-01T05:30:00Z";
    QTest::newRow("Samoa skipped a day") << "Pacific/Apia" << 2011 << 12 << 30 << 720 << "2011-12-30T10:00:00Z";
    QTest::newRow("UTC") << "UTC" << 2026 << 3 << 29 << 150 << "2026-03-29T02:30:00Z";
}
void TimeTests::instantsOfWallTimes() {
    QFETCH(QString, zone);
    QFETCH(int, year);
    QFETCH(int, month);
    QFETCH(int, day);
    QFETCH(int, minute);
    const Instant instant = Zone::find(zone.toStdString())->at(daysFromCivil(year, month, day), minute);
    QTEST(QString::fromStdString(formatInstant(instant)), "instant");
}

// Every half hour of ten years, from two threads: at(local(t)) is t or, in an overlap, the hour before.
void TimeTests::wallTimesComeBack() {
    const auto check = [](const char* name, int& wrong, int& earlier) {
        const Zone zone = *Zone::find(name);
        for (std::int64_t ms = 1'577'836'800'000; ms < 1'893'456'000'000; ms += 1'800'000) {
            const LocalTime local = zone.local({ms});
            const std::int64_t back = zone.at(local.dayNumber, local.minuteOfDay).ms;
            earlier += back == ms - 3'600'000 ? 1 : 0;
            wrong += back != ms && back != ms - 3'600'000 ? 1 : 0;
        }
    };
    int wrong1 = 0, wrong2 = 0, earlier1 = 0, earlier2 = 0;
    std::thread other([&] { check("America/New_York", wrong2, earlier2); });
    check("Europe/Berlin", wrong1, earlier1);
    other.join();
    QCOMPARE(wrong1 + wrong2, 0);
    QCOMPARE(earlier1, 20); // ten autumns, two half hours
    QCOMPARE(earlier2, 20);
}

void TimeTests::zoneNames() {
    QCOMPARE(Zone::find("Europe/Berlin")->name(), std::string("Europe/Berlin"));
    QCOMPARE(Zone().name(), std::string("UTC"));
    for (const char* name : {"", "Europe/Berlln", "../etc/passwd", "CEST", "+01:00"}) {
        const auto zone = Zone::find(name);
        QVERIFY2(!zone.ok(), name);
        QCOMPARE(zone.error().code, std::string("zone.unknown"));
    }
    QVERIFY(zoneDataVersion().starts_with("20"));
}

void TimeTests::clocks() {
    ManualClock manual({5});
    manual.set({7});
    QCOMPARE(manual.now().ms, std::int64_t{7});
    QVERIFY(SystemClock().now() > *parseInstant("2024-01-01T00:00:00Z"));
}
