#include "governance/governance_tests.h"
#include "governance/rights.h"

#include <QTest>

using namespace wayreeve;
using namespace wayreeve::governance;
using documents::Role;

namespace {

documents::PeopleList oneOfEach() {
    documents::PeopleList list;
    const auto add = [&list](const char* id, std::vector<Role> roles) {
        documents::Person person;
        person.id = id;
        person.roles = std::move(roles);
        list.people.push_back(std::move(person));
    };
    add("omar", {Role::Viewer});
    add("ines", {Role::Designer});
    add("mei", {Role::Approver});
    add("karin", {Role::PolicyOwner});
    add("ada", {Role::Administrator});
    add("tom", {Role::Viewer, Role::Designer});
    add("zoe", {});
    return list;
}

} // namespace

void RightsTest::rolesDecide_data() {
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("edit");
    QTest::addColumn<QString>("lift");
    QTest::newRow("viewer") << "omar"
                            << "right.edit"
                            << "right.lift-stop";
    QTest::newRow("designer") << "ines"
                              << ""
                              << "";
    QTest::newRow("approver") << "mei"
                              << "right.edit"
                              << "";
    QTest::newRow("policy owner") << "karin"
                                  << ""
                                  << "";
    QTest::newRow("administrator") << "ada"
                                   << ""
                                   << "";
    QTest::newRow("viewer and designer") << "tom"
                                         << ""
                                         << "";
    QTest::newRow("no role") << "zoe"
                             << "right.edit"
                             << "right.lift-stop";
    QTest::newRow("unknown") << "eve"
                             << "approval.unknown-person"
                             << "approval.unknown-person";
}

void RightsTest::rolesDecide() {
    QFETCH(QString, person);
    const documents::PeopleList people = oneOfEach();
    const auto code = [&](Right right) {
        const auto checked = checkRight(&people, person.toStdString(), right);
        return checked ? QString() : QString::fromStdString(checked.error().code);
    };
    QTEST(code(Right::EditDocuments), "edit");
    QTEST(code(Right::LiftStop), "lift");
    QFETCH(QString, lift);
    QCOMPARE(code(Right::Replay), lift.replace(QStringLiteral("lift-stop"), QStringLiteral("replay")));
}

void RightsTest::whoIsNamed() {
    QCOMPARE(whoHas(oneOfEach(), Right::EditDocuments), (std::vector<std::string>{"ines", "karin", "ada", "tom"}));
    QCOMPARE(whoHas(oneOfEach(), Right::LiftStop), (std::vector<std::string>{"ines", "mei", "karin", "ada", "tom"}));
}

void RightsTest::withoutPeopleEverybodyMay() {
    const documents::PeopleList nobody;
    QVERIFY(checkRight(nullptr, "eve", Right::EditDocuments).ok());
    QVERIFY(checkRight(&nobody, "eve", Right::LiftStop).ok());
}
