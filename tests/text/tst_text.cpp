#include "text/text_tests.h"

#include "ui/text/error_text.h"
#include "ui/text/sentences.h"
#include "ui/text/words.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using wayreeve::Error;
using wayreeve::text::Sentence;

namespace {

const QString source = QStringLiteral(WAYREEVE_SOURCE_DIR "/");

QString textOf(const QString& file) {
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? QString::fromUtf8(opened.readAll()) : QString();
}

/// Dotted texts in core that are no codes: facts, files, codes of repairs and cells.
bool isOther(const QString& text) {
    static const QRegularExpression other(QStringLiteral(
        R"(^(action\.|fix\.|formula\.|customer\.(arm|zone|machine|alive|quality)$|^(contacts|responses)\.last$|^promises\.(by|open|overdue)$|^account\.(health|members)$|^consent\.withdrawn$|event\.(name|time)$|context\.timezone$)|)"
        R"(\.(yaml|json|db|lock|key|pub)$|^(low|medium|high)\.(reversible|costly|irreversible)$|^marketing\.email$)"));
    return other.match(text).hasMatch();
}

std::vector<Sentence> allSentences() {
    namespace t = wayreeve::text;
    std::vector<Sentence> all;
    for (const auto& group : {t::documentSentences(), t::conditionSentences(), t::tableSentences(), t::checkSentences(),
                              t::inputSentences(), t::runSentences(), t::liveSentences(), t::peopleSentences()})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

/// "{key}", "{kind:word}" and so on, sorted.
QStringList placeholders(const QString& text) {
    static const QRegularExpression placeholder(QStringLiteral(R"(\{[a-z-]+(:word)?\})"));
    QStringList found;
    for (auto match = placeholder.globalMatch(text); match.hasNext();)
        found << match.next().captured();
    found.sort();
    found.removeDuplicates();
    return found;
}

struct Message {
    QString context, source, translation;
    bool unfinished = false;
};

std::vector<Message> german() {
    QFile file(source + QStringLiteral("translations/wayreeve_de.ts"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    std::vector<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement() && xml.tokenType() != QXmlStreamReader::EndElement)
            continue;
        if (xml.tokenType() != QXmlStreamReader::StartElement)
            continue;
        const auto name = xml.name();
        if (name == u"name") {
            context = xml.readElementText();
        } else if (name == u"message") {
            messages.push_back({context, {}, {}, false});
        } else if (name == u"source") {
            messages.back().source = xml.readElementText();
        } else if (name == u"translation") {
            messages.back().unfinished = xml.attributes().value(QLatin1String("type")) == u"unfinished";
            messages.back().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    return messages;
}

} // namespace

void TextTests::initTestCase() {
    static const QRegularExpression literal(
        QStringLiteral(R"re("([a-z][a-z0-9]*(?:-[a-z0-9]+)*\.[a-z][a-z0-9-]*)")re"));
    static const QRegularExpression word(QStringLiteral(R"re("([a-z][a-z-]*)")re"));
    static const QRegularExpression comment(QStringLiteral("//[^\n]*"));
    for (const char* room : {"core", "app", "ui/customers"}) {
        QDirIterator files(source + QLatin1String(room), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString text = textOf(files.next()).remove(comment);
            for (auto match = literal.globalMatch(text); match.hasNext();) {
                const auto found = match.next();
                const QString code = found.captured(1);
                if (isOther(code) || (room != std::string_view("core") && !text.contains("Error{\"" + code)))
                    continue;
                QSet<QString>& near = m_codes[code];
                const qsizetype end = text.indexOf(QLatin1Char(';'), found.capturedEnd());
                const QString rest = text.mid(found.capturedEnd(), end - found.capturedEnd());
                for (auto name = word.globalMatch(rest); name.hasNext();)
                    near.insert(name.next().captured(1));
            }
        }
    }
    QVERIFY2(m_codes.size() > 150, "the sources were not found");
}

void TextTests::everyCodeHasASentence() {
    QStringList silent;
    for (auto code = m_codes.keyBegin(); code != m_codes.keyEnd(); ++code)
        if (!wayreeve::text::hasSentence(code->toStdString()))
            silent << *code;
    silent.sort();
    QVERIFY2(silent.isEmpty(), qPrintable(QStringLiteral("without a sentence in ui/text: ") + silent.join(u' ')));
}

/// A sentence for what nobody says is a slip of the pen in one of the two.
void TextTests::everySentenceHasACode() {
    QStringList idle;
    QSet<QString> seen;
    for (const Sentence& sentence : allSentences()) {
        const QString code = QString::fromLatin1(sentence.code);
        QVERIFY2(!seen.contains(code), qPrintable(code + QStringLiteral(" has two sentences")));
        seen.insert(code);
        if (!m_codes.contains(code))
            idle << code;
    }
    QVERIFY2(idle.isEmpty(), qPrintable(idle.join(u' ')));
}

/// What a sentence needs (what stands outside […]) is named where core makes the error.
void TextTests::sentencesAskForWhatIsGiven() {
    // Made by a helper of their room, which names the parameters elsewhere.
    const QHash<QString, QSet<QString>> byHelper{
        {QStringLiteral("edit."), {QStringLiteral("id")}},
        {QStringLiteral("plan."),
         {QStringLiteral("event"), QStringLiteral("property"), QStringLiteral("found"), QStringLiteral("expected")}},
        {QStringLiteral("version."), {QStringLiteral("hash"), QStringLiteral("kind"), QStringLiteral("id")}},
        {QStringLiteral("event."), {QStringLiteral("type"), QStringLiteral("field")}},
        {QStringLiteral("json."), {QStringLiteral("reason")}},
        {QStringLiteral("story."),
         {QStringLiteral("guards"), QStringLiteral("expectation"), QStringLiteral("expected")}},
        {QStringLiteral("record."), {QStringLiteral("number")}},
        {QStringLiteral("feel.unknown-member"), {QStringLiteral("found")}},
        {QStringLiteral("check.table-"), {QStringLiteral("table")}},
        {QStringLiteral("customer."), {QStringLiteral("run")}},
        {QStringLiteral("fact."),
         {QStringLiteral("kind"), QStringLiteral("id"), QStringLiteral("key"), QStringLiteral("reason"),
          QStringLiteral("age"), QStringLiteral("limit")}},
    };
    static const QRegularExpression optional(QStringLiteral(R"(\[[^\]]*\])"));
    QStringList wrong;
    for (const Sentence& sentence : allSentences()) {
        const QString code = QString::fromLatin1(sentence.code);
        QSet<QString> given = m_codes.value(code);
        given.insert(QStringLiteral("file"));
        for (auto helper = byHelper.begin(); helper != byHelper.end(); ++helper)
            if (code.startsWith(helper.key()))
                given += helper.value();
        for (QString name : placeholders(QString::fromUtf8(sentence.text).remove(optional))) {
            name.remove(QLatin1Char('{')).remove(QLatin1Char('}')).remove(QLatin1String(":word"));
            if (!given.contains(name))
                wrong << code + QLatin1Char(' ') + name;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QStringLiteral("; "))));
}

void TextTests::fills_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("parameters");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("all") << "yaml.unknown-key" << QStringList{"key=naem", "nearest=name", "expected=id, name"}
                         << "“naem” is not a key here. Nearest known: “name”. These are known: id, name.";
    QTest::newRow("empty part") << "yaml.unknown-key" << QStringList{"key=zzz", "nearest="}
                                << "“zzz” is not a key here.";
    QTest::newRow("core's words") << "yaml.wrong-type" << QStringList{"expected=mapping", "found=list"}
                                  << "Expected: a mapping (key: value). Found: a list.";
    QTest::newRow("lists of words") << "feel.wrong-type" << QStringList{"expected=number, string", "found=boolean"}
                                    << "Expected: a number, text. Found: true or false.";
    QTest::newRow("a person's word stays") << "yaml.unknown-value" << QStringList{"found=list", "expected=a, b"}
                                           << "“list” is not possible here. Choose one of: a, b.";
    QTest::newRow("no parameter in a value")
        << "run.unknown" << QStringList{"run={run}"} << "There is no run “{run}” in this workspace.";
    QTest::newRow("braces that are none")
        << "event.not-an-object" << QStringList() << "An event must be a JSON object, like {\"type\": \"track\", …}.";
    QTest::newRow("first is empty") << "event.type" << QStringList{"type="}
                                    << "Give “type” as track, identify, page, screen, group or alias.";
}

void TextTests::fills() {
    QFETCH(QString, code);
    QFETCH(QStringList, parameters);
    QFETCH(QString, sentence);
    Error error{code.toStdString(), {}, {}, 0, 0};
    for (const QString& parameter : parameters)
        error.parameters.emplace_back(parameter.section(QLatin1Char('='), 0, 0).toStdString(),
                                      parameter.section(QLatin1Char('='), 1).toStdString());
    QCOMPARE(wayreeve::text::errorText(error), sentence);
}

void TextTests::unknownCodesHideNothing() {
    QCOMPARE(wayreeve::text::errorText(Error{"new.code", {{"a", "1"}, {"b", "2"}}, {}, 0, 0}),
             QStringLiteral("new.code · a: 1 · b: 2"));
}

void TextTests::places() {
    QCOMPARE(wayreeve::text::placeText(Error{"x", {}, "a.yaml", 3, 7}), QStringLiteral("a.yaml:3:7: "));
    QCOMPARE(wayreeve::text::placeText(Error{"x", {}, "a.yaml", 3, 0}), QStringLiteral("a.yaml:3: "));
    QCOMPARE(wayreeve::text::placeText(Error{"x", {}, {}, 0, 0}), QString());
    const Error unread{"io.read-failed", {{"reason", "not a file"}}, "a.csv", 0, 0};
    QCOMPARE(wayreeve::text::placeText(unread) + wayreeve::text::errorText(unread),
             QStringLiteral("“a.csv” cannot be read: not a file. Check that it exists and that you may read it."));
}

/// A translation that loses {nearest} or %1 loses what the sentence is about.
void TextTests::germanKeepsThePlaceholders() {
    static const QRegularExpression numbered(QStringLiteral("%(?:L?[1-9]|n)"));
    QStringList wrong;
    int errors = 0;
    for (const Message& message : german()) {
        if (message.translation.isEmpty() || message.unfinished)
            continue;
        QSet<QString> before, after;
        for (auto match = numbered.globalMatch(message.source); match.hasNext();)
            before.insert(match.next().captured());
        for (auto match = numbered.globalMatch(message.translation); match.hasNext();)
            after.insert(match.next().captured());
        before.remove(QStringLiteral("%n")); // a plural form may say the number in a word
        after.remove(QStringLiteral("%n"));
        if (before != after)
            wrong << message.source;
        if (message.context != u"Error")
            continue;
        ++errors;
        if (placeholders(message.source) != placeholders(message.translation) ||
            message.source.count(u'[') != message.translation.count(u'['))
            wrong << message.source;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    QVERIFY2(errors > 150, "the sentences are not in the translation: build update_translations");
}

void TextTests::germanIsNearlyWhole() {
    std::size_t open = 0;
    const std::vector<Message> messages = german();
    for (const Message& message : messages)
        open += message.unfinished || message.translation.isEmpty() ? 1 : 0;
    qInfo("German: %zu of %zu texts are open", open, messages.size());
    QVERIFY(messages.size() > 1000);
    QVERIFY2(open * 20 <= messages.size(), "more than 5 % of the German texts are open");
}
