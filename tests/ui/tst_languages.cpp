#include "ui_test.h"

#include "ui/shell/languages.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace wayreeve::ui;

namespace {

QString contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Every text of the window that says "(s)" and leaves one or many to the translation.
QSet<QString> countedTexts() {
    static const QRegularExpression counted(QStringLiteral("\"([^\"\n]*\\(s\\)[^\"\n]*)\""));
    QSet<QString> texts;
    for (const char* part : {"ui", "app/desktop"}) {
        QDirIterator files(QStringLiteral(WAYREEVE_SOURCE_DIR "/") + QLatin1String(part), {"*.cpp"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.endsWith(QLatin1String("languages.cpp")))
                continue;
            for (auto found = counted.globalMatch(contentOf(path)); found.hasNext();)
                texts.insert(found.next().captured(1));
        }
    }
    return texts;
}

} // namespace

class TestLanguages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void englishKnowsOneFromMany_data() {
        QTest::addColumn<QString>("context");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one stage") << "wayreeve::ui::LanesView"
                                   << "%n stage(s)" << 1 << "1 stage";
        QTest::newRow("no stages") << "wayreeve::ui::LanesView"
                                   << "%n stage(s)" << 0 << "0 stages";
        QTest::newRow("three touchpoints") << "wayreeve::ui::LanesView"
                                           << "%n touchpoint(s)" << 3 << "3 touchpoints";
        QTest::newRow("one step") << "wayreeve::ui::LanesView"
                                  << "%n step(s)" << 1 << "1 step";
        QTest::newRow("one problem") << "wayreeve::ui::JourneyDock"
                                     << "%n problem(s)" << 1 << "1 problem";
        QTest::newRow("one day") << "JourneyWords"
                                 << "%n day(s)" << 1 << "1 day";
        QTest::newRow("two gaps") << "wayreeve::ui::AutonomyScreen"
                                  << "%n gap(s), treated as Assisted" << 2 << "2 gaps, treated as Assisted";
    }
    void englishKnowsOneFromMany() {
        QFETCH(QString, context);
        QFETCH(QString, text);
        QFETCH(int, count);
        QFETCH(QString, expected);
        QCOMPARE(QCoreApplication::translate(context.toUtf8().constData(), text.toUtf8().constData(), nullptr, count),
                 expected);
    }
    /// Whoever writes "%n thing(s)" gives English its two forms in translations/wayreeve_en.ts.
    void everyCountedTextHasItsForms() {
        const QString english = contentOf(QStringLiteral(WAYREEVE_SOURCE_DIR "/translations/wayreeve_en.ts"));
        const QSet<QString> texts = countedTexts();
        QVERIFY(texts.size() >= 9);
        for (const QString& text : texts) {
            const qsizetype at = english.indexOf("<source>" + text.toHtmlEscaped() + "</source>");
            QVERIFY2(at >= 0, qPrintable(text));
            const QString entry = english.mid(at, english.indexOf("</message>", at) - at);
            QCOMPARE(entry.count("<numerusform>"), 2);
            QVERIFY2(!entry.contains("<numerusform></numerusform>") &&
                         !entry.mid(entry.indexOf("<translation")).contains("(s)"),
                     qPrintable(text));
        }
    }
    /// A language that lacks a text shows the English one, with its plural.
    void englishStandsBehindOthers() {
        QVERIFY(installLanguage("de"));
        const QString known = QCoreApplication::translate("wayreeve::ui::StatusLine", "Stop all actions");
        QVERIFY(!installLanguage("eo")); // there are no texts in Esperanto
        const QString missing = QCoreApplication::translate("JourneyWords", "%n option(s)", nullptr, 1);
        QVERIFY(installLanguage("en"));
        QCOMPARE(known, QString("Alle Aktionen anhalten"));
        QCOMPARE(missing, QString("1 option"));
        QCOMPARE(QCoreApplication::translate("wayreeve::ui::StatusLine", "Stop all actions"),
                 QString("Stop all actions"));
    }
    void pseudoTextsAreLongerAndCount() {
        PseudoTranslator pseudo;
        const QString text = "Who may do what, by risk";
        QVERIFY(pseudo.translate("x", text.toUtf8().constData(), nullptr, -1).size() * 10 >= text.size() * 13);
        const QString one = pseudo.translate("x", "%n stage(s)", nullptr, 1);
        const QString many = pseudo.translate("x", "%n stage(s)", nullptr, 4);
        QVERIFY(one.startsWith("%n stágé ") && many.startsWith("%n stágés "));
    }
};

WAYREEVE_UI_TEST(TestLanguages)

#include "tst_languages.moc"
