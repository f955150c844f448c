#include "base/json.h"
#include "perception/perception_tests.h"
#include "perception/sentiment.h"

#include <QTest>

#include <cmath>

using namespace wayreeve;
using namespace wayreeve::perception;

void SentimentTests::sentences_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("score");
    QTest::newRow("one word") << "This is great" << 0.6163;                        // 0.7 / √(0.49 + 0.8)
    QTest::newRow("negated") << "This is not great" << -0.4251;                    // −0.42
    QTest::newRow("negated from afar") << "I do not feel really happy" << -0.5493; // 0.7 · 1.4 · −0.6 = −0.588
    QTest::newRow("not across clauses") << "I cannot say. Great work" << 0.6163;
    QTest::newRow("short form") << "I don't recommend it" << -0.3180; // −0.3
    QTest::newRow("typographic apostrophe") << QString::fromUtf8("I don’t recommend it") << -0.3180;
    QTest::newRow("intensified") << "very bad" << -0.6163;                        // −0.7
    QTest::newRow("softened") << "It came slightly late" << -0.1973;              // −0.18
    QTest::newRow("turned") << "Great product, but terrible delivery" << -0.6163; // 0.35 − 1.05
    QTest::newRow("the other way") << "Terrible delivery, but great product" << 0.6163;
    QTest::newRow("capitals") << "GREAT" << 0.6163;
    QTest::newRow("german") << QString::fromUtf8("Das ist großartig") << 0.7093; // 0.9 / √1.61
    QTest::newRow("german negated") << "Ich bin nicht zufrieden" << -0.3180;
    QTest::newRow("german kein") << "Das war kein schnell bearbeiteter Fall" << -0.3180;
    QTest::newRow("german intensified") << QString::fromUtf8("Ich bin sehr enttäuscht") << -0.6163;
    QTest::newRow("german capitals") << QString::fromUtf8("ÄRGERLICH") << -0.4880;     // −0.5 / √1.05
    QTest::newRow("german turned") << "Gute Ware, aber furchtbar verpackt" << -0.6667; // 0.25 − 1.05 = −0.8
    QTest::newRow("many") << "Terrible, awful, useless, I am angry" << -0.9526;        // −2.8
}

void SentimentTests::sentences() {
    QFETCH(QString, text);
    QFETCH(double, score);
    const auto scored = LexiconScorer().score(text.toStdString());
    QVERIFY(scored.has_value());
    QVERIFY2(std::abs(*scored - score) < 6e-5, qPrintable(QString::number(*scored, 'f', 5)));
}

void SentimentTests::tellsNothing() {
    for (const char* text : {"", "Where is parcel 4711", "Wo ist Paket 4711", "not very", "!!!", "\xC3", "\xFF\xFE"})
        QVERIFY2(!LexiconScorer().score(text).has_value(), text);
    QVERIFY(LexiconScorer().score(std::string(1'000'000, 'a') + " great") == std::nullopt); // beyond what is looked at
}

void SentimentTests::completesMessages_data() {
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("properties");
    QTest::addColumn<QString>("completed");
    QTest::newRow("a text") << "Message Received"
                            << R"({"text":"This is great"})"
                            << R"({"text":"This is great","sentiment":0.616})";
    QTest::newRow("a text that tells nothing") << "Message Received"
                                               << R"({"text":"Hello"})"
                                               << R"({"text":"Hello","sentiment":0})";
    QTest::newRow("null") << "Message Received"
                          << R"({"sentiment":null,"text":"very bad"})"
                          << R"({"text":"very bad","sentiment":-0.616})";
    QTest::newRow("scored already") << "Message Received"
                                    << R"({"text":"This is great","sentiment":-0.2})"
                                    << R"({"text":"This is great","sentiment":-0.2})";
    QTest::newRow("no text") << "Message Received"
                             << R"({"through":"chat"})"
                             << R"({"through":"chat"})";
    QTest::newRow("a ticket") << "Case Opened"
                              << R"({"text":"very bad","topic":"fault"})"
                              << R"({"text":"very bad","topic":"fault","sentiment":-0.616})";
    QTest::newRow("another event") << "Review Submitted"
                                   << R"({"text":"This is great"})"
                                   << R"({"text":"This is great"})";
}

/// Through the door that HTTP and files share.
void SentimentTests::completesMessages() {
    QFETCH(QString, event);
    QFETCH(QString, properties);
    QFETCH(QString, completed);
    const std::string json = R"({"type":"track","userId":"u","event":")" + event.toStdString() + R"(","properties":)" +
                             properties.toStdString() + "}";
    const auto parsed = parseSegmentEvent(*parseJson(json), Instant{1'772'438'400'000});
    QVERIFY(parsed.ok());
    QCOMPARE(QString::fromStdString(writeJson(parsed->properties)), completed);
}
