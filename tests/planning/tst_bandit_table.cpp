#include "tests/bench/bandit_table.h"

#include "planning/value_model.h"

#include <QTest>

#include <set>
#include <sstream>

using namespace wayreeve;

/// What the bandit program reads, and the hash that it and decision records name a configuration by.
class BanditTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void columnsHaveNamesAndNumbers();
    void configurationsDiffer();
};

void BanditTableTest::reads_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("columns");
    QTest::addColumn<QByteArray>("nominal");
    QTest::addColumn<QByteArray>("cells"); ///< | between cells, / between rows
    QTest::newRow("csv, CRLF, a missing value")
        << QByteArray("a,b,class\r\n1,?,x\r\n2.5, 3 ,y\r\n") << QByteArray("a|b|class") << QByteArray("001")
        << QByteArray("1|?|x/2.5|3|y");
    QTest::newRow("quoted commas and quotes")
        << QByteArray("name,'the class'\n\"a, b\",'it\\'s'\n\"say \"\"so\"\"\",z\n") << QByteArray("name|the class")
        << QByteArray("11") << QByteArray("a, b|it's/say \"so\"|z");
    QTest::newRow("no header") << QByteArray("1,2\n3,4\n") << QByteArray("1|2") << QByteArray("00")
                               << QByteArray("1|2/3|4");
    QTest::newRow("arff") << QByteArray(
                                 "% about\n@RELATION r\n\n@attribute 'my field' REAL\n@ATTRIBUTE kind {p, 'q r'}\n"
                                 "@data\n% between\n-1e3,'q r'\n?,p\n")
                          << QByteArray("my field|kind") << QByteArray("01") << QByteArray("-1e3|q r/?|p");
    QTest::newRow("numbers that ARFF calls nominal")
        << QByteArray("@attribute a {0,1}\n@attribute b numeric\n@data\n0,1\n") << QByteArray("a|b") << QByteArray("10")
        << QByteArray("0|1");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a,b\n1,x\n")
                                     << QByteArray("a|b") << QByteArray("01") << QByteArray("1|x");
}

void BanditTableTest::reads() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, columns);
    QFETCH(QByteArray, nominal);
    QFETCH(QByteArray, cells);
    std::istringstream file(text.toStdString());
    const bench::Table table = bench::readTable(file);
    QCOMPARE(QByteArray::fromStdString(table.problem), QByteArray());
    const auto joined = [](const std::vector<std::string>& parts) {
        QByteArrayList list;
        for (const std::string& part : parts)
            list.append(QByteArray::fromStdString(part));
        return list.join('|');
    };
    QByteArray kinds;
    for (const bool kind : table.nominal)
        kinds += kind ? '1' : '0';
    QByteArrayList rows;
    for (const auto& row : table.rows)
        rows.append(joined(row));
    QCOMPARE(joined(table.columns), columns);
    QCOMPARE(kinds, nominal);
    QCOMPARE(rows.join('/'), cells);
}

void BanditTableTest::refuses_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("problem");
    QTest::newRow("nothing") << QByteArray() << QByteArray("there are no rows");
    QTest::newRow("only a header") << QByteArray("a,b\n") << QByteArray("there are no rows");
    QTest::newRow("a short row") << QByteArray("a,b\n1,2\n3\n")
                                 << QByteArray("line 3: 1 cells where 2 columns are declared");
    QTest::newRow("open quote") << QByteArray("a,b\n\"1,2\n") << QByteArray("line 2: a quote is not closed");
    QTest::newRow("sparse") << QByteArray("@attribute a real\n@data\n{0 1}\n")
                            << QByteArray("line 3: sparse rows are not read");
    QTest::newRow("before @data") << QByteArray("@attribute a real\n1\n")
                                  << QByteArray("line 2: neither a declaration nor data");
}

void BanditTableTest::refuses() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, problem);
    std::istringstream file(text.toStdString());
    QCOMPARE(QByteArray::fromStdString(bench::readTable(file).problem), problem);
}

void BanditTableTest::columnsHaveNamesAndNumbers() {
    bench::Table table;
    table.columns = {"x", "1", "y"};
    QCOMPARE(table.column("y").value_or(99), std::size_t{2});
    QCOMPARE(table.column("1").value_or(99), std::size_t{1}); // a name goes before a number
    QCOMPARE(table.column("3").value_or(99), std::size_t{2});
    for (const char* none : {"4", "0", "-1", "z", "", "2x"})
        QVERIFY(!table.column(none));
}

void BanditTableTest::configurationsDiffer() {
    using planning::ValueModelSettings;
    std::set<std::string> hashes;
    for (const ValueModelSettings& settings : {ValueModelSettings{}, ValueModelSettings{7, 0.0, 1024},
                                               ValueModelSettings{0, 1000.0, 1024}, ValueModelSettings{0, 0.0, 512}})
        hashes.insert(planning::configHash(settings).hex());
    QCOMPARE(hashes.size(), std::size_t{3});
    QCOMPARE(planning::configHash({}).hex(), planning::configHash(ValueModelSettings{7, 0.0, 1024}).hex());
}

int runBanditTableTest(int argc, char** argv);
int runBanditTableTest(int argc, char** argv) {
    BanditTableTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_bandit_table.moc"
