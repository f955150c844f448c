#include "perception/fixture.h"
#include "perception/retrieval.h"

#include "perception/retrieval_tests.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace wayreeve;
using namespace wayreeve::perception;
using test::start;

namespace {

constexpr Duration never = Duration::days(36'500'000); // a half-life that leaves scores as they are

struct Past {
    Symbols symbols;
    std::vector<rules::HistoryItem> history;
    std::vector<Contact> contacts;

    void event(const char* name, std::int64_t daysAgo, const char* properties = "{}") {
        history.push_back({start - Duration::days(daysAgo), symbols.intern(name), test::json(properties)});
    }
    void contact(const char* action, std::int64_t daysAgo, bool sent = true) {
        Contact one;
        one.at = start - Duration::days(daysAgo);
        one.action = symbols.intern(action);
        one.sent = sent;
        contacts.push_back(one);
    }
};

std::vector<std::size_t> indexes(const std::vector<Retrieval::Ranked>& ranked) {
    std::vector<std::size_t> all;
    for (const Retrieval::Ranked& one : ranked)
        all.push_back(one.index);
    return all;
}

/// The labelled set, in the form that its own head describes.
struct Labelled {
    struct Query {
        QByteArray line;
        std::string event;
        Value properties;
        std::string words;
        std::vector<std::size_t> relevant; ///< numbers of the file, from 1
    };
    struct Person {
        QByteArray name;
        Past past;
        std::map<std::size_t, std::size_t> numberOf; ///< index of history → number
        std::vector<std::size_t> contactNumbers;
        std::map<std::string, std::vector<std::string>> tags; ///< of actions
        std::vector<Query> queries;
    };
    std::vector<Person> people;
};

Value propertiesOf(const QList<QByteArray>& parts) {
    Context context;
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const qsizetype colon = parts[i].indexOf(':');
        if (colon < 0)
            qFatal("no colon: %s", parts[i].constData());
        context.emplace_back(parts[i].left(colon).trimmed().toStdString(),
                             Value(parts[i].mid(colon + 1).trimmed().toStdString()));
    }
    return Value(std::move(context));
}

Labelled::Query queryOf(const QByteArray& line) {
    const qsizetype arrow = line.indexOf("=>");
    const QList<QByteArray> sides = line.mid(1, arrow - 1).split('|');
    const QList<QByteArray> parts = sides[0].split(';');
    Labelled::Query query{line,
                          parts[0].trimmed().toStdString(),
                          propertiesOf(parts),
                          sides.size() > 1 ? sides[1].toStdString() : std::string(),
                          {}};
    for (const QByteArray& number : line.mid(arrow + 2).simplified().split(' '))
        query.relevant.push_back(number.toULong());
    return query;
}

Labelled readLabelled() {
    QFile file(QStringLiteral(WAYREEVE_SOURCE_DIR "/tests/perception/data/retrieval.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no labelled set");
    Labelled all;
    for (const QByteArray& whole : file.readAll().split('\n')) {
        const QByteArray line = whole.trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        if (line.startsWith('=')) {
            all.people.emplace_back();
            all.people.back().name = line.mid(1).trimmed();
            continue;
        }
        Labelled::Person& person = all.people.back();
        if (line.startsWith('?')) {
            person.queries.push_back(queryOf(line));
            continue;
        }
        const qsizetype bracket = line.indexOf(')');
        const std::size_t number = line.left(bracket).toULong();
        QByteArray rest = line.mid(bracket + 1).trimmed();
        const bool ours = rest.startsWith('>');
        rest = ours ? rest.mid(1).trimmed() : rest;
        const std::int64_t daysAgo = rest.left(rest.indexOf(' ')).toLong();
        const QList<QByteArray> parts = rest.mid(rest.indexOf(' ') + 1).split(';');
        if (ours) {
            person.past.contact(parts[0].trimmed().constData(), daysAgo);
            person.contactNumbers.push_back(number);
            for (const QByteArray& tag : parts[1].split(','))
                person.tags[parts[0].trimmed().toStdString()].push_back(tag.trimmed().toStdString());
        } else {
            person.past.history.push_back({start - Duration::days(daysAgo),
                                           person.past.symbols.intern(parts[0].trimmed().toStdString()),
                                           propertiesOf(parts)});
            person.numberOf[person.past.history.size() - 1] = number;
        }
    }
    return all;
}

documents::Workspace withActions(const std::map<std::string, std::vector<std::string>>& tags) {
    documents::Workspace workspace = test::shop();
    documents::ActionCatalogue actions;
    for (const auto& [id, words] : tags) {
        documents::Action action;
        action.id = id;
        action.tags = words;
        actions.actions.push_back(action);
    }
    workspace.actions = std::make_shared<documents::ActionCatalogue>(actions);
    return workspace;
}

} // namespace

void RetrievalTests::splitsIntoTerms_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("terms");
    const auto row = [](const char* name, const char* text, const char* terms) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(terms).split(u' ', Qt::SkipEmptyParts);
    };
    row("an event", "Size Chart Viewed", "siz chart view");
    row("camel", "orderCompleted", "order complet");
    row("snake and kebab", "order_number cart-reminder", "order number cart reminder");
    row("capitals stay together", "VIP PDFs HTTPDoor", "vip pdf httpdoor");
    row("digits are words", "order A4711b, 7", "order 4711");
    row("stop words", "I want the money and das Geld ist nicht da", "want money geld da");
    row("umlauts", "Größe Übergabe", "groess uebergab");
    row("accents", "Café à Orléans", "caf orlean");
    row("other letters stay", "Łódź Πόλη", "lodz πόλη");
    row("plurals", "boots policies boss status", "boot policy boss status");
    row("verbs", "returned returning shipped called booking", "return return ship call book");
    row("short words keep their endings", "red king use", "red king use");
    row("nothing", " — … € 5", "");
    row("malformed", "refund\xff please", "refund pleas");
}

void RetrievalTests::splitsIntoTerms() {
    QFETCH(QString, text);
    QFETCH(QStringList, terms);
    QByteArray bytes = text.toUtf8();
    if (QByteArray(QTest::currentDataTag()) == "malformed")
        bytes = "refund\xff please";
    QStringList found;
    for (const std::string& term : searchTerms(bytes.toStdString()))
        found << QString::fromStdString(term);
    QCOMPARE(found, terms);
}

/// Three documents of 2, 2 and 5 terms, mean 3; the query is "parcel late".
void RetrievalTests::scoresByHand() {
    Past past;
    past.event("Parcel Late", 3);
    past.event("Cart Viewed", 2);
    past.event("Parcel Opened", 1, R"({"text": "parcel broken glass"})");
    const Retrieval retrieval(nullptr, past.symbols, {1.2, 0.75, never});
    const auto ranked = retrieval.rank(past.history, {}, searchTerms("parcel late"), start, 5);
    QCOMPARE(indexes(ranked), (std::vector<std::size_t>{0, 2}));
    // parcel is in 2 of 3: ln(1 + 1.5/2.5) = 0.470004; late in 1 of 3: ln(1 + 2.5/1.5) = 0.980829. Document 0: f = 1,
    // K = 1.2·(0.25 + 0.75·2/3) = 0.9, so 2.2/1.9 = 1.157895 times each: 0.544215 + 1.135697 = 1.679912.
    QVERIFY2(std::abs(ranked[0].score - 1.679912) < 2e-6, qPrintable(QString::number(ranked[0].score, 'g', 10)));
    QCOMPARE(ranked[0].matches.size(), std::size_t(2));
    QCOMPARE(ranked[0].matches[0].term, std::string("lat"));
    QVERIFY(std::abs(ranked[0].matches[0].share - 0.676045) < 2e-6);
    QVERIFY(std::abs(ranked[0].matches[1].share - 0.323955) < 2e-6);
    // Document 2: f = 2, K = 1.2·(0.25 + 0.75·5/3) = 1.8, so 2·2.2/3.8 = 1.157895 again: 0.544215.
    QVERIFY(std::abs(ranked[1].score - 0.544215) < 2e-6);
}

void RetrievalTests::olderCountsLess() {
    Past past;
    past.event("Refund Paid", 90);
    past.event("Refund Paid", 30);
    past.event("Cart Viewed", 5);
    const Retrieval retrieval(nullptr, past.symbols, {1.2, 0.75, Duration::days(30)});
    const auto ranked = retrieval.rank(past.history, {}, searchTerms("refund"), start, 5);
    QCOMPARE(indexes(ranked), (std::vector<std::size_t>{1, 0}));
    QVERIFY(std::abs(ranked[0].score / ranked[1].score - 4) < 1e-12); // sixty days are two half-lives
}

void RetrievalTests::tiesAndLimits() {
    Past past;
    past.event("Refund Paid", 30);
    past.event("Refund Paid", 20);
    past.event("Refund Paid", 20);
    past.event("Refund Paid", -1); // not yet
    past.contact("refund-paid", 20);
    past.contact("refund-paid", 20, false); // only reserved
    const Retrieval retrieval(nullptr, past.symbols, {1.2, 0.75, never});
    const auto query = searchTerms("refund");
    // Equal words and no recency: the newer first, then events before contacts.
    QCOMPARE(indexes(retrieval.rank(past.history, past.contacts, query, start, 9)),
             (std::vector<std::size_t>{1, 2, 4, 0}));
    QCOMPARE(indexes(retrieval.rank(past.history, past.contacts, query, start, 2)), (std::vector<std::size_t>{1, 2}));
    QVERIFY(retrieval.rank(past.history, past.contacts, searchTerms("invoice"), start, 9).empty());
    QVERIFY(retrieval.rank({}, {}, query, start, 9).empty());
}

void RetrievalTests::knowsTheWorkspace() {
    documents::Workspace workspace = withActions({{"mail-7", {"sizing"}}});
    documents::SignalBook book;
    documents::Signal chart;
    chart.id = "chart";
    chart.event = "Chart Viewed";
    book.signals = {chart};
    documents::ScoreDefinition need;
    need.id = "sizing";
    need.signals = {{"chart", 0.5}};
    book.needs = {need};
    need.id = "price";
    need.signals = {{"chart", -0.5}}; // speaks against it
    book.needs.push_back(need);
    workspace.signals = std::make_shared<documents::SignalBook>(book);
    documents::ContentLibrary library;
    documents::ContentBlock block;
    block.action = "mail-7";
    block.needs = {"sizing"};
    block.subject = "{{customer.first_name}}, your boots";
    library.blocks = {block};
    workspace.content = std::make_shared<documents::ContentLibrary>(library);
    Past past;
    past.event("Chart Viewed", 9);
    past.event("Cart Viewed", 8);
    past.contact("mail-7", 7);
    const Retrieval retrieval(&workspace, past.symbols);
    QCOMPARE(indexes(retrieval.rank(past.history, past.contacts, searchTerms("sizing"), start, 5)),
             (std::vector<std::size_t>{2, 0}));
    QVERIFY(retrieval.rank(past.history, past.contacts, searchTerms("price"), start, 5).empty());
    QCOMPARE(indexes(retrieval.rank(past.history, past.contacts, searchTerms("boot"), start, 5)),
             (std::vector<std::size_t>{2}));
    QVERIFY(retrieval.rank(past.history, past.contacts, searchTerms("first name"), start, 5).empty());
    QCOMPARE(retrieval.purposeOf(past.symbols.find("mail-7")), (std::vector<std::string>{"siz"}));
    QVERIFY(retrieval.purposeOf(0).empty() && retrieval.purposeOf(4711).empty());
}

/// A word that every customer's history has tells little, however rare it is with this one.
void RetrievalTests::usesALargerCollection() {
    Past past;
    past.event("Cart Viewed", 1);
    past.event("Refund Paid", 1);
    TermStatistics all;
    for (int i = 0; i < 99; ++i)
        all.add(searchTerms("Cart Viewed"));
    all.add(searchTerms("Refund Paid"));
    QCOMPARE(all.documents, std::uint64_t(100));
    QCOMPARE(all.meanLength, 2.0);
    const Retrieval retrieval(nullptr, past.symbols, {1.2, 0.75, never});
    const auto ranked = retrieval.rank(past.history, {}, searchTerms("cart refund"), start, 5, &all);
    QCOMPARE(indexes(ranked), (std::vector<std::size_t>{1, 0}));
    // f = 1 and mean length: the factor is 1. ln(1 + 99.5/1.5) and ln(1 + 1.5/99.5).
    QVERIFY(std::abs(ranked[0].score - 4.209655) < 2e-6);
    QVERIFY(std::abs(ranked[1].score - 0.014963) < 2e-6);
}

/// Sixty moments of twenty customers, labelled by hand. Also prints what was missed.
/// "orders" and "order" are one term, and so are "cares" and "care": people see a word, not its folded form.
void RetrievalTests::namesWordsThatPeopleKnow() {
    Symbols symbols;
    symbols.intern("Order Completed");
    symbols.intern("care_guide");
    const Retrieval retrieval(nullptr, symbols);
    const std::vector<std::string> terms = searchTerms("orders cares");
    QCOMPARE(terms.size(), std::size_t(2));
    QCOMPARE(retrieval.wordFor(terms[0]), std::string("order"));
    QCOMPARE(retrieval.wordFor(terms[1]), std::string("care"));
    QCOMPARE(retrieval.wordFor("nothing-known"), std::string("nothing-known"));
}

void RetrievalTests::labelledQueries() {
    const Labelled labelled = readLabelled();
    QCOMPARE(labelled.people.size(), std::size_t(20));
    std::size_t queries = 0, relevant = 0, found = 0;
    double recall = 0;
    for (const Labelled::Person& person : labelled.people) {
        QVERIFY(person.past.history.size() + person.past.contacts.size() >= 15);
        const documents::Workspace workspace = withActions(person.tags);
        const Retrieval retrieval(&workspace, person.past.symbols);
        for (const Labelled::Query& query : person.queries) {
            std::vector<std::string> terms = retrieval.termsOf(query.event, query.properties);
            std::ranges::copy(searchTerms(query.words), std::back_inserter(terms));
            std::vector<std::size_t> numbers;
            for (const Retrieval::Ranked& one :
                 retrieval.rank(person.past.history, person.past.contacts, terms, start, 3))
                numbers.push_back(one.index < person.past.history.size()
                                      ? person.numberOf.at(one.index)
                                      : person.contactNumbers[one.index - person.past.history.size()]);
            std::size_t hits = 0;
            QByteArray missed;
            for (const std::size_t number : query.relevant)
                if (std::ranges::find(numbers, number) != numbers.end())
                    ++hits;
                else
                    missed += " " + QByteArray::number(static_cast<qulonglong>(number));
            if (!missed.isEmpty())
                qInfo("%s %s misses%s", person.name.constData(), query.line.constData(), missed.constData());
            ++queries;
            relevant += query.relevant.size();
            found += hits;
            recall += static_cast<double>(hits) / static_cast<double>(query.relevant.size());
        }
    }
    recall /= static_cast<double>(queries);
    qInfo("recall@3 %.4f over %zu queries (%zu of %zu labels)", recall, queries, found, relevant);
    QCOMPARE(queries, std::size_t(60));
    QVERIFY(recall >= 0.9);
}
