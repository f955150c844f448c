#include "base/json.h"
#include "ingest/ingest_tests.h"
#include "ingest/sources.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace wayreeve;
using wayreeve::ingest::Sources;

namespace {

std::filesystem::path fileIn(const QTemporaryDir& folder) {
    return std::filesystem::path(folder.path().toStdString()) / ".wayreeve" / "sources.json";
}

} // namespace

void SourcesTests::knowsKeys() {
    Sources sources;
    const auto shop = sources.add("shop"), web = sources.add("web");
    QVERIFY(shop && web);
    QCOMPARE(shop->size(), 64U);
    QVERIFY(*shop != *web);
    QCOMPARE(*sources.find(*shop), std::string("shop"));
    QCOMPARE(*sources.find(*web), std::string("web"));
    QVERIFY(!sources.find(""));
    QVERIFY(!sources.find("shop"));
    sources.addKey("shop", "new");
    QVERIFY(!sources.find(*shop));
    QCOMPARE(*sources.find("new"), std::string("shop"));
    QVERIFY(sources.remove("shop"));
    QVERIFY(!sources.remove("shop"));
    QVERIFY(!sources.find("new"));
    QCOMPARE(sources.all().size(), 1U);
}

void SourcesTests::refusesIds_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("code");
    QTest::newRow("taken") << "shop"
                           << "sources.exists";
    QTest::newRow("empty") << ""
                           << "sources.id";
    QTest::newRow("capitals") << "Shop"
                              << "sources.id";
    QTest::newRow("blank") << "my shop"
                           << "sources.id";
    QTest::newRow("path") << "../shop"
                          << "sources.id";
}

void SourcesTests::refusesIds() {
    QFETCH(QString, id);
    QFETCH(QString, code);
    Sources sources;
    sources.addKey("shop", "k");
    const auto added = sources.add(id.toStdString());
    QVERIFY(!added);
    QCOMPARE(QString::fromStdString(added.error().code), code);
}

void SourcesTests::savesHashesAlone() {
    const QTemporaryDir folder;
    const auto file = fileIn(folder);
    auto sources = Sources::load(file);
    QVERIFY(sources);
    QVERIFY(sources->all().empty());
    const auto key = sources->add("shop");
    QVERIFY(key && sources->save(file));
    const QString name = QString::fromStdString(file.string());
    const auto mode = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFileInfo(name).permissions(), QFile::Permissions(mode));
    QVERIFY(QFile::setPermissions(name, mode | QFile::ReadOther));
    sources->addKey("chosen", "secret");
    QVERIFY(sources->save(file));
    QCOMPARE(QFileInfo(name).permissions(), QFile::Permissions(mode));

    QFile written(name);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QVERIFY(!text.contains(key->c_str()) && !text.contains("secret"));
    // b2sum --length 256 of "secret"
    QVERIFY2(text.contains("ae4aafb3c7d8616b739f05a30d06b4e2236fdea712168159f346e8a3efd57d9e"), text.constData());
    const auto again = Sources::load(file);
    QVERIFY(again);
    QCOMPARE(*again->find(*key), std::string("shop"));
    QCOMPARE(*again->find("secret"), std::string("chosen"));
}

void SourcesTests::refusesDamage_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("damaged");
    const QByteArray hash(64, 'a');
    const QByteArray shop = "{\"id\":\"shop\",\"key_hash\":\"" + hash + "\"}";
    QTest::newRow("whole") << "{\"format\":1,\"sources\":[" + shop + "]}" << false;
    QTest::newRow("empty: a first save was cut off") << QByteArray() << false;
    QTest::newRow("no json") << QByteArray("{") << true;
    QTest::newRow("newer") << QByteArray("{\"format\":2,\"sources\":[]}") << true;
    QTest::newRow("no list") << QByteArray("{\"format\":1}") << true;
    QTest::newRow("twice") << "{\"format\":1,\"sources\":[" + shop + "," + shop + "]}" << true;
    QTest::newRow("short hash") << QByteArray("{\"format\":1,\"sources\":[{\"id\":\"a\",\"key_hash\":\"ab\"}]}")
                                << true;
    QTest::newRow("bad id") << "{\"format\":1,\"sources\":[" + QByteArray(shop).replace("shop", "../x") + "]}" << true;
}

void SourcesTests::refusesDamage() {
    QFETCH(QByteArray, text);
    QFETCH(bool, damaged);
    const QTemporaryDir folder;
    const auto file = folder.path().toStdString() + "/sources.json";
    QFile out(QString::fromStdString(file));
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(text);
    out.close();
    const auto read = Sources::load(file);
    QCOMPARE(!read, damaged);
    if (damaged)
        QCOMPARE(read.error().code, std::string("sources.damaged"));
}
