#include "perception/fixture.h"

#include "perception/account_tests.h"
#include "perception/customer_codec.h"

using namespace wayreeve;
using namespace wayreeve::perception;
using namespace wayreeve::perception::test;

namespace {

documents::Workspace suppliers() {
    documents::Workspace workspace = shop();
    auto plan = std::make_shared<documents::TrackingPlan>(*workspace.trackingPlan);
    using documents::PropertyType;
    plan->accounts.traits = {property("name", PropertyType::Text), property("plan", PropertyType::Text),
                             property("contract_date", PropertyType::Date),
                             property("contract_value", PropertyType::Number)};
    plan->accounts.contractDate = "contract_date";
    plan->accounts.role = "plan"; // any text trait of the shop will do
    plan->accounts.health = {{"activity", "Activity", Decimal(50), "account.active_7d / account.members"},
                             {"buying", "Buying", Decimal(30), "carts / 4"},
                             {"peace", "Peace", Decimal(20), "if account.open_cases = 0 then 1 else 0"}};
    plan->events[0].properties.push_back(property("flight", PropertyType::Text));
    plan->events[0].properties.back().object = "flight";
    workspace.trackingPlan = plan;
    return workspace;
}

struct World {
    explicit World(documents::Workspace made = suppliers())
        : workspace(std::move(made))
        , schema(documents::FactSchema::build(workspace).value())
        , perceiver(workspace, schema, symbols) {}

    [[nodiscard]] QString fact(const Facts& facts, const char* name) const {
        const int slot = schema.schema().slot(name);
        if (slot < 0)
            return QStringLiteral("no such fact");
        return QString::fromStdString(facts[static_cast<std::size_t>(slot)].toText());
    }

    documents::Workspace workspace;
    documents::FactSchema schema;
    Symbols symbols;
    Perceiver perceiver;
};

Event group(Instant time, const char* traits, std::string user) {
    Event event = track("Grouped", time, traits, std::move(user));
    event.type = EventType::Group;
    return event;
}

} // namespace

void AccountTests::groupsAreSubjectsOfTheirOwn() {
    World world;
    Intake intake(world.perceiver);
    QCOMPARE(intake.receive(track("Cart Updated", start, R"({"value":1})", "acme")).resolution.customer, CustomerNo{0});
    const Received first = intake.receive(group(minute(1), R"({"groupId":"acme"})", "u1"));
    QCOMPARE(first.resolution.customer, CustomerNo{1});
    QVERIFY(first.account && first.account->isNew);
    QCOMPARE(first.account->customer, CustomerNo{2}); // not the user "acme"
    const Received second = intake.receive(group(minute(2), R"({"groupId":" acme "})", "u2"));
    QCOMPARE(second.resolution.customer, CustomerNo{3});
    QVERIFY(!second.resolution.absorbed); // one group does not make one person
    QVERIFY(second.account && !second.account->isNew);
    QCOMPARE(second.account->customer, CustomerNo{2});
    QVERIFY(!intake.receive(group(minute(3), R"({"groupId":"null"})", "u2")).account);
    QVERIFY(!intake.receive(group(minute(3), R"({})", "u2")).account);
    QCOMPARE(intake.identities().find("acme"), std::optional<CustomerNo>(0));
    QCOMPARE(intake.identities().findAccount("acme"), std::optional<CustomerNo>(2));
    QVERIFY(!intake.identities().findAccount("u1"));
    // A plan without accounts knows groups as before.
    World plain(shop());
    Intake other(plain.perceiver);
    QVERIFY(!other.receive(group(minute(1), R"({"groupId":"acme"})", "u1")).account);
}

void AccountTests::theNewestGroupHolds() {
    World world;
    Customer ana;
    world.perceiver.absorb(ana, group(minute(10), R"({"groupId":"acme"})", "u1"));
    world.perceiver.absorb(ana, group(minute(5), R"({"groupId":"initech"})", "u1")); // late
    QCOMPARE(ana.group, std::string("acme"));
    world.perceiver.absorb(ana, group(minute(10), R"({"groupId":"hooli"})", "u1"));
    QCOMPARE(ana.group, std::string("hooli"));
    Customer session;
    world.perceiver.absorb(session, group(minute(11), R"({"groupId":"acme"})", ""));
    mergeInto(ana, session);
    QCOMPARE(ana.group, std::string("acme"));
    mergeInto(ana, Customer());
    QCOMPARE(ana.group, std::string("acme"));
}

void AccountTests::traitsAreTheNewestCalls() {
    World world;
    Customer acme;
    acme.isAccount = true;
    acme.key = accountKey("acme");
    world.perceiver.absorb(acme,
                           group(minute(2), R"({"groupId":"acme","plan":"pro","contract_date":"2026-03-12"})", "u1"));
    world.perceiver.absorb(acme, group(minute(1), R"({"groupId":"acme","plan":"free","contract_value":9000})", "u2"));
    world.perceiver.absorb(acme,
                           group(minute(3), R"({"groupId":"initech","plan":"none"})", "u1")); // a member's farewell
    QVERIFY(world.perceiver.accountTrait(acme, "plan") == Value("pro"));
    QVERIFY(world.perceiver.accountTrait(acme, "contract_value") == Value(9000));
    QVERIFY(world.perceiver.accountTrait(acme, "shoe").isNull());
    QVERIFY(acme.ids.empty() && acme.consents.empty());
    QVERIFY(acme.history.empty()); // members' events are in their own
    Facts facts;
    world.perceiver.fillAccountOf(&acme, {}, minute(3), facts = Facts(world.schema.schema().size()));
    QCOMPARE(world.fact(facts, "account.plan"), QStringLiteral("pro"));
    QCOMPARE(world.fact(facts, "account.contract_days"), QStringLiteral("10")); // 2 March to 12 March
    QCOMPARE(world.fact(facts, "account.members"), QString());
}

/// Ana: seen 1 day ago, two carts; Bo: 20 days ago, one cart; Cy: 60 days ago, one cart.
void AccountTests::membersAddUp() {
    World world;
    std::array<Customer, 3> people;
    const Instant now = start + Duration::days(60);
    const auto cart = [&](std::size_t who, int daysAgo) {
        world.perceiver.absorb(people[who], track("Cart Updated", now - Duration::days(daysAgo), R"({"value":20})"));
    };
    cart(0, 1);
    cart(0, 8);
    cart(1, 20);
    cart(2, 60);
    for (std::size_t i = 0; i < 3; ++i)
        world.perceiver.absorb(people[i],
                               track("Order Completed", now - Duration::days(i == 0 ? 2 : 61), R"({"value":100})"));
    Customer acme;
    acme.isAccount = true;
    Facts facts;
    const std::array<const Customer*, 3> members{&people[0], &people[1], &people[2]};
    const auto rollUp = world.perceiver.fillAccount(acme, members, 1, nullptr, now, facts);
    QCOMPARE(world.fact(facts, "account.members"), QStringLiteral("3"));
    QCOMPARE(world.fact(facts, "account.active_7d"), QStringLiteral("1"));
    QCOMPARE(world.fact(facts, "account.active_30d"), QStringLiteral("2"));
    QCOMPARE(world.fact(facts, "account.events_30d"), QStringLiteral("4"));
    QCOMPARE(world.fact(facts, "account.open_cases"), QStringLiteral("1"));
    QCOMPARE(world.fact(facts, "carts"), QStringLiteral("4"));
    QCOMPARE(world.fact(facts, "spent_7d"), QStringLiteral("100"));
    QCOMPARE(world.fact(facts, "customer.plan"), QString());
    QCOMPARE(world.fact(facts, "last_delivery"), QString()); // no sum of those
    // 50 · 1/3, 30 · 4/4, 20 · 0
    QCOMPARE(world.fact(facts, "account.health_activity"), QStringLiteral("16.6667"));
    QCOMPARE(world.fact(facts, "account.health"), QStringLiteral("46.6667"));
    QCOMPARE(rollUp.size(), std::size_t{9});
    // Nobody left: what is not known counts nothing.
    (void)world.perceiver.fillAccount(acme, {}, 0, nullptr, now, facts);
    QCOMPARE(world.fact(facts, "account.members"), QStringLiteral("0"));
    QCOMPARE(world.fact(facts, "account.health_activity"), QStringLiteral("0"));
    QCOMPARE(world.fact(facts, "account.health"), QStringLiteral("20"));
}

void AccountTests::healthIsTheSumOfItsParts_data() {
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("part");
    QTest::newRow("a share") << "0.25"
                             << "12.5";
    QTest::newRow("over one") << "7"
                              << "50";
    QTest::newRow("negative") << "-1"
                              << "0";
    QTest::newRow("not known") << "1 / 0"
                               << "0";
    QTest::newRow("a third") << "1 / 3"
                             << "16.6667";
    QTest::newRow("a trait") << "account.contract_value / 1000"
                             << "20";
    QTest::newRow("what is not the account's") << "event.value"
                                               << "0";
    QTest::newRow("itself") << "account.health"
                            << "0";
    QTest::newRow("no expression") << "1 +"
                                   << "0";
}

void AccountTests::healthIsTheSumOfItsParts() {
    QFETCH(QString, value);
    QFETCH(QString, part);
    documents::Workspace workspace = suppliers();
    auto plan = std::make_shared<documents::TrackingPlan>(*workspace.trackingPlan);
    plan->accounts.health[0].value = value.toStdString();
    workspace.trackingPlan = plan;
    World world(workspace);
    Customer acme;
    acme.isAccount = true;
    acme.key = accountKey("acme");
    const Event call = group(start, R"({"groupId":"acme","contract_value":400})", "u1");
    world.perceiver.absorb(acme, call);
    Facts facts;
    const Event cart = track("Cart Updated", start, R"({"value":1})");
    (void)world.perceiver.fillAccount(acme, {}, 0, &cart, minute(1), facts);
    QCOMPARE(world.fact(facts, "account.health_activity"), part);
    const Decimal sum = *Decimal::parse(part.toStdString())->plus(Decimal(20));
    QCOMPARE(world.fact(facts, "account.health"), QString::fromStdString(sum.toString()));
}

void AccountTests::aMembersAccountIsReadable() {
    World world;
    Customer acme;
    acme.isAccount = true;
    acme.key = accountKey("acme");
    world.perceiver.absorb(acme, group(start, R"({"groupId":"acme","contract_value":400})", "u1"));
    Facts facts(world.schema.schema().size());
    world.perceiver.fillAccountOf(&acme, {Value(3), Value(1), Value(2), Value(4), Value(0), Value(46)}, start, facts);
    QCOMPARE(world.fact(facts, "account.contract_value"), QStringLiteral("400"));
    QCOMPARE(world.fact(facts, "account.active_30d"), QStringLiteral("2"));
    QCOMPARE(world.fact(facts, "account.health"), QStringLiteral("46"));
    world.perceiver.fillAccountOf(nullptr, {}, start, facts); // the next person on this frame is in none
    for (const char* name : {"account.contract_value", "account.active_30d", "account.health"})
        QCOMPARE(world.fact(facts, name), QString());
}

void AccountTests::objectsAreRemembered() {
    World world;
    Customer ana;
    world.perceiver.absorb(ana, track("Cart Updated", minute(2), R"({"value":1,"flight":"SK 214"})"));
    world.perceiver.absorb(ana, track("Cart Updated", minute(1), R"({"value":1,"flight":"LH 7"})"));
    world.perceiver.absorb(ana, track("Cart Updated", minute(3), R"({"value":1,"flight":"SK 214"})"));
    world.perceiver.absorb(ana, track("Cart Updated", minute(4), R"({"value":1})"));
    const std::vector<ObjectLink> expected{{"flight", "LH 7", minute(1)}, {"flight", "SK 214", minute(3)}};
    QVERIFY(ana.objects == expected);
    for (int i = 0; i < 60; ++i)
        linkObject(ana, {"flight", "X" + std::to_string(i), minute(10 + i)});
    QCOMPARE(ana.objects.size(), Perceiver::objectLimit);
    QVERIFY(std::none_of(ana.objects.begin(), ana.objects.end(), [](const auto& o) { return o.id == "LH 7"; }));
}

void AccountTests::accountsComeBack() {
    Symbols symbols;
    Customer plain;
    plain.key = "u1";
    Customer linked = plain;
    linked.isAccount = true;
    linked.group = "acme";
    linked.groupSince = minute(3);
    linked.objects = {{"flight", "SK 214", minute(1)}};
    linked.contacts = {{minute(1), 0, documents::Channel::Email, documents::Slot::Service, 0, 7, true, 12}};
    for (const Customer& customer : {plain, linked}) {
        cbor::Writer writer;
        encode(writer, customer, symbols);
        const auto bytes = writer.take();
        cbor::Reader reader(bytes);
        const auto back = decodeCustomer(reader, symbols);
        QVERIFY(back.ok());
        QVERIFY(*back == customer);
        QVERIFY(reader.atEnd());
    }
}
