#include "documents_tests.h"
#include "support.h"

#include "documents/document.h"
#include "documents/fact_schema.h"
#include "documents/migrations.h"

using namespace wayreeve;
using namespace wayreeve::documents;
namespace fs = std::filesystem;

namespace {

struct Row {
    const char* name;
    const char* file;
    const char* from;
    const char* to;
    const char* code;
    const char* parameter; ///< "key=value" that the error has, or empty
    const char* at;        ///< the words in the edited file where the error must stand
};

const Row rows[] = {
    {"unknown action", "journeys/cart.yaml", "action: remind\n", "action: remynd\n", "reference.unknown",
     "nearest=remind", "remynd"},
    {"unknown event", "journeys/cart.yaml", "event: Order Completed\n", "event: Order Complete\n", "reference.unknown",
     "nearest=Order Completed", "Order Complete"},
    {"edge to nowhere", "journeys/cart.yaml", "{from: mark, to: again}", "{from: mark, to: agian}", "reference.unknown",
     "nearest=again", "agian"},
    {"stage of another list", "journeys/cart.yaml", "    stage: buy\n    length", "    stage: bye\n    length",
     "reference.unknown", "kind=stage", "bye"},
    {"key of another node type", "journeys/cart.yaml", "    reason: bought\n", "    length: 3 h\n",
     "document.unfit-key", "type=exit", "length"},
    {"node without its key", "journeys/cart.yaml", "    type: wait\n    length: 4 h\n", "    type: wait\n",
     "document.missing-key", "key=length", "id: pause"},
    {"on where it means nothing", "journeys/cart.yaml", "{from: mail, to: done}", "{from: mail, to: done, on: goal}",
     "document.unfit-key", "key=on", "goal"},
    {"duplicate node", "journeys/cart.yaml", "  - id: help\n    type: handoff\n", "  - id: mail\n    type: handoff\n",
     "document.duplicate-id", "id=mail", "mail"},
    {"FEEL with an unknown name", "journeys/cart.yaml", "when: event.value > 20\n", "when: event.valu > 20\n",
     "feel.unknown-name", "nearest=event.value", "event.valu"},
    {"FEEL of the wrong type", "goals.yaml", "when: event.value > 0\n", "when: event.value\n", "feel.wrong-type", "",
     "event.value"},
    {"FEEL position inside the text", "goals.yaml", "value-rule: event.value * 0.3",
     "value-rule: event.value * even.value", "feel.unknown-name", "", "even.value"},
    {"FEEL in quotes", "autonomy.yaml", "\"action.amount > 100\"", "\"action.amount > mony\"", "feel.unknown-name", "",
     "mony"},
    {"text that is never taken", "policies.yaml", "action.tone = \"playful\"", "stage = \"wonder\"",
     "feel.unknown-value", "found=wonder", "\"wonder\""},
    {"measure filter sees events only", "measures.yaml", "filter: event.value > 0", "filter: sentiment > 0",
     "feel.unknown-name", "", "sentiment"},
    {"measure of no property", "measures.yaml", "property: value", "property: valu", "reference.unknown",
     "nearest=value", "valu"},
    {"placeholder that no fact has", "content.yaml", "{{event.product}}", "{{event.produkt}}",
     "content.unknown-placeholder", "nearest=event.product", "|"},
    {"subject of two lines", "content.yaml", "subject: \"Your cart: still here\"", "subject: \"Your cart\\r\\nBcc: x\"",
     "content.line-break", "", "\"Your cart\\r"},
    {"agent input", "agents.yaml", "orders_30d", "orders_3d", "reference.unknown", "nearest=orders_30d", "orders_3d"},
    {"two types for one property", "tracking-plan.yaml", "{id: coupon, type: boolean}", "{id: product, type: boolean}",
     "facts.two-types", "name=event.product", "product"},
    {"measure named like a fact", "measures.yaml", "id: spend_today", "id: stage", "facts.name-taken", "name=stage",
     "stage"},
    {"arms not a hundred", "workspace.yaml", "agentic: 80", "agentic: 81", "document.arms-not-100", "sum=101", "81"},
    {"connector of an action", "actions.yaml", "connector: http", "connector: http2", "reference.unknown",
     "nearest=http", "http2"},
    {"configured connector, misspelt", "actions.yaml", "connector: http", "connector: gatevay", "reference.unknown",
     "nearest=gateway", "gatevay"},
    {"connector named like our own", "workspace.yaml", "- id: mail", "- id: sandbox", "document.reserved-id",
     "id=sandbox", "sandbox"},
    {"connector twice", "workspace.yaml", "- id: crm", "- id: mail", "document.duplicate-id", "id=mail",
     "mail\n    kind: hubspot"},
    {"kind of connector", "workspace.yaml", "kind: slack", "kind: slak", "yaml.unknown-value", "nearest=slack", "slak"},
    {"connector without its secret", "workspace.yaml", "    secret: SLACK_TOKEN\n", "", "connector.missing-key",
     "key=secret", "id: leads"},
    {"user without a secret", "workspace.yaml", "    secret: MAIL_PASSWORD\n", "", "connector.missing-key",
     "key=secret", "id: mail"},
    {"key of another kind", "workspace.yaml", "channel: C0123456789", "channel: C01\n    priority: low",
     "document.unfit-key", "key=priority", "low"},
    {"a secret where its variable's name belongs", "workspace.yaml", "SLACK_TOKEN", "xoxb-17",
     "connector.bad-secret-name", "name=xoxb-17", "xoxb-17"},
    {"mail server by http", "workspace.yaml", "smtp://mail.example.com:587", "http://mail.example.com",
     "connector.bad-mail-url", "url=http://mail.example.com", "http://mail.example.com"},
    {"receiver by ftp", "workspace.yaml", "https://api.hubapi.com", "ftp://api.hubapi.com", "connector.bad-url",
     "url=ftp://api.hubapi.com", "ftp://api.hubapi.com"},
    {"facts by ftp", "workspace.yaml", "https://shop.example.com", "ftp://shop.example.com", "connector.bad-url",
     "url=ftp://shop.example.com", "ftp://shop.example.com"},
    {"facts' secret itself", "workspace.yaml", "SHOP_TOKEN", "shpat-17", "connector.bad-secret-name", "name=shpat-17",
     "shpat-17"},
    {"a path without the id", "workspace.yaml", "/aeroapi/flights/{id}", "/aeroapi/flights", "fact.bad-path",
     "path=/aeroapi/flights", "/aeroapi/flights\n"},
    {"a place that is none", "workspace.yaml", "at: /flights/0/status", "at: flights.status", "fact.bad-pointer",
     "at=flights.status", "flights.status"},
    {"a header of two words", "workspace.yaml", "X-Shopify-Access-Token", "Shop Token", "fact.bad-header",
     "name=Shop Token", "Shop Token"},
    {"a member that is nowhere", "workspace.yaml", "{member: delay_minutes,", "{member: delay,", "fact.unmapped",
     "key=delay_minutes", "- {member: status, at: /flights"},
    {"two systems of a kind", "workspace.yaml", "- fact: flight-status", "- fact: order", "fact.two-systems",
     "kind=order", "order\n      url: https://flights"},
    {"sender of two lines", "workspace.yaml", "from: Wayreeve <news@example.com>",
     "from: \"a@example.com\\nBcc: b@example.com\"", "content.line-break", "", "\"a@example.com"},
    {"zone", "workspace.yaml", "America/New_York", "America/New_Yorck", "reference.unknown", "kind=zone",
     "America/New_Yorck"},
    {"zone as a key", "populations/shoppers.yaml", "America/New_York: 0.2", "America/Now_York: 0.2",
     "reference.unknown", "kind=zone", "America/Now_York"},
    {"state as a key", "populations/shoppers.yaml", "next: {deciding: 0.3", "next: {decidig: 0.3", "reference.unknown",
     "nearest=deciding", "decidig"},
    {"distribution of two forms", "populations/shoppers.yaml", "low: 0, high: 1, digits: 3",
     "low: 0, high: 1, median: 3", "distribution.form", "id=price-sense", "{id: price-sense"},
    {"guarded element", "stories/main.yaml", "guards: policies/weekly-cap", "guards: policies/weekly-cup",
     "reference.unknown", "nearest=policies/weekly-cap", "policies/weekly-cup"},
    {"row with two matches", "autonomy.yaml", "    tag: financial\n", "    tag: financial\n    action: remind\n",
     "document.one-match", "found=2", "id: money"},
    {"policy without its limit", "policies.yaml", "    limit: 0.15\n", "", "document.missing-key", "key=limit",
     "id: discount-cap"},
    {"reserved action id", "actions.yaml", "- id: call-back", "- id: wait", "document.reserved-id", "id=wait", "wait"},
    {"name of the file", "journeys/cart.yaml", "id: cart\n", "id: basket\n", "document.wrong-name", "expected=cart",
     "basket"},
    {"intervention", "signals.yaml", "needs:\n  - id: reassurance\n    interventions: [remind]",
     "needs:\n  - id: reassurance\n    interventions: [remember]", "reference.unknown", "kind=intervention",
     "remember"},
    {"undo of no action", "actions.yaml", "undo: call-back", "undo: callback", "reference.unknown", "nearest=call-back",
     "callback"},
    {"cell of another type", "tables/discount-tier.yaml", "[50..100)", "[50..\\\"x\\\")", "feel.operand-types", "",
     "\\\"x"},
    {"call of a table", "policies.yaml", "    when: sentiment < 0", "    when: discount_tier(1) = \"none\"",
     "feel.argument-count", "expected=2", "discount_tier"},
    {"answer of a table", "policies.yaml", "    when: sentiment < 0", "    when: discount_tier() > 2",
     "feel.operand-types", "operator=>", "discount_tier"},
    {"value that no table gives", "policies.yaml", "    when: sentiment < 0", "    when: discount_tier() = \"tiny\"",
     "feel.unknown-value", "expected=none, small, large", "\"tiny"},
    {"expression of another type", "tables/discount-tier.yaml", "expression: spend_today", "expression: stage",
     "feel.wrong-type", "found=string", "stage"},
    {"table that asks itself", "tables/discount-tier.yaml", "then: ['\"small\"']", "then: ['discount_tier(1, where)']",
     "table.recursion", "table=discount-tier", "discount-tier"},
    {"cell too many", "tables/discount-tier.yaml", "\"[50..100)\", \"-\"", "\"[50..100)\"", "table.cell-count",
     "expected=2", "[\"[50"},
    {"logged arm", "mapping.yaml", "No E-Mail: wait", "No E-Mail: wat", "reference.unknown", "nearest=wait", "wat"},
};

} // namespace

void WorkspaceTest::refusesWithPlace_data() {
    QTest::addColumn<int>("row");
    for (int i = 0; i < static_cast<int>(std::size(rows)); ++i)
        QTest::newRow(rows[i].name) << i;
}

void WorkspaceTest::refusesWithPlace() {
    QFETCH(int, row);
    const Row& r = rows[row];
    const QTemporaryDir directory;
    const fs::path folder = directory.path().toStdString();
    support::layOut(folder);
    QVERIFY2(support::edit(folder / r.file, r.from, r.to), r.from);
    const LoadOutcome outcome = loadWorkspace(folder);
    QVERIFY(!outcome.workspace);
    const auto found = std::find_if(outcome.errors.begin(), outcome.errors.end(),
                                    [&](const Error& error) { return error.code == r.code; });
    QVERIFY2(found != outcome.errors.end(), support::all(outcome.errors).c_str());
    QVERIFY2(found->file == r.file, debugText(*found).c_str());
    const std::string text = support::read(folder / r.file);
    const std::size_t edit = text.find(r.to);
    const std::string to = r.to;
    const std::size_t inside = to.empty() ? std::string::npos : to.find(r.at);
    const std::size_t offset = inside == std::string::npos ? text.find(r.at) : edit + inside;
    const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n') + 1;
    const std::size_t column = offset - text.rfind('\n', offset);
    QVERIFY2(found->line == line && found->column == static_cast<int>(column), debugText(*found).c_str());
    if (const QStringList parts = QString(r.parameter).split('='); parts.size() == 2)
        QCOMPARE(QString::fromStdString(found->parameter(parts[0].toStdString())), parts[1]);
}

void WorkspaceTest::missingFiles() {
    const QTemporaryDir directory;
    const fs::path folder = directory.path().toStdString();
    const LoadOutcome empty = loadWorkspace(folder);
    QCOMPARE(empty.errors.size(), std::size_t(3));
    QCOMPARE(empty.errors[0], (Error{"document.missing", {{"kind", "workspace"}}, "workspace.yaml", 0, 0}));
    QCOMPARE(QString::fromStdString(empty.errors[1].file), QString("autonomy.yaml"));
    QCOMPARE(QString::fromStdString(empty.errors[2].file), QString("actions.yaml"));
    support::write(folder / "workspace.yaml", "format: 1\nid: w\n");
    support::write(folder / "autonomy.yaml", "format: 1\n");
    support::write(folder / "actions.yaml", "format: 1\n");
    const LoadOutcome least = loadWorkspace(folder);
    QVERIFY2(least.workspace, support::all(least.errors).c_str());
    QVERIFY(least.workspace->policies && least.workspace->stories && least.workspace->people);
    QVERIFY(!least.workspace->mapping);
    QCOMPARE(loadWorkspace(folder / "nowhere").errors.at(0).code, std::string("workspace.not-a-folder"));
}

void WorkspaceTest::storiesOfSeveralFiles() {
    const QTemporaryDir directory;
    const fs::path folder = directory.path().toStdString();
    support::layOut(folder);
    const std::string second = "format: 1\nstories:\n  - id: second\n    expect:\n      - {action: remind}\n";
    support::write(folder / "stories" / "more.yaml", second);
    const LoadOutcome good = loadWorkspace(folder);
    QVERIFY2(good.workspace, support::all(good.errors).c_str());
    QCOMPARE(good.workspace->stories->stories.size(), std::size_t(2));
    QCOMPARE(good.workspace->stories->stories[1].id, std::string("second"));
    QVERIFY(support::edit(folder / "stories" / "more.yaml", "remind", "remimd"));
    const LoadOutcome bad = loadWorkspace(folder);
    QCOMPARE(bad.errors.size(), std::size_t(1));
    QCOMPARE(QString::fromStdString(bad.errors[0].file), QString("stories/more.yaml"));
    QCOMPARE(std::pair(bad.errors[0].line, bad.errors[0].column), std::pair(5, 18));
    support::write(folder / "stories" / "more.yaml",
                   "format: 1\nstories:\n  - id: reminded\n    expect:\n      - {action: remind}\n");
    QCOMPARE(loadWorkspace(folder).errors.at(0).code, std::string("document.duplicate-id"));
}

void WorkspaceTest::factsHaveSlots() {
    const QTemporaryDir directory;
    support::layOut(directory.path().toStdString());
    const LoadOutcome outcome = loadWorkspace(directory.path().toStdString());
    QVERIFY(outcome.workspace);
    const Result<FactSchema> facts = FactSchema::build(*outcome.workspace);
    QVERIFY(facts.ok());
    const rules::Schema& schema = facts->schema();
    QCOMPARE(schema.entries()[static_cast<std::size_t>(facts->eventProperty("value"))].name,
             std::string("event.value"));
    QCOMPARE(schema.slot("customer.first_name"), facts->trait("first_name"));
    QCOMPARE(schema.slot("spend_today"), facts->measure("spend_today"));
    QCOMPARE(schema.slot("need.reassurance"), facts->need("reassurance"));
    QCOMPARE(schema.slot("action.template"), facts->actionParameter("template"));
    QCOMPARE(facts->intent("nothing"), -1);
    // The parameter `discount` is the candidate's discount.
    QCOMPARE(facts->actionParameter("discount"), facts->actionDiscount);
    QCOMPARE(schema.find("event.filed")->type, rules::Type::DateTime);
    QCOMPARE(schema.find("last_product")->type, rules::Type::Text);
    QCOMPARE(schema.find("customer.tier")->allowed, (std::vector<std::string>{"gold", "silver"}));
    QCOMPARE(schema.find("action.id")->allowed, (std::vector<std::string>{"remind", "call-back", "wait"}));
    QCOMPARE(factName("churn-risk"), std::string("churn_risk"));
}

void WorkspaceTest::migrates() {
    static constexpr auto rename = [](YamlNode tree) -> Result<YamlNode> {
        for (YamlMember& member : tree.members)
            if (member.key.text == "title")
                member.key.text = "name";
        return tree;
    };
    static constexpr auto fail = [](YamlNode) -> Result<YamlNode> { return Error{"document.bad", {}, {}, 0, 0}; };
    const MigrationStep steps[] = {{Kind::Goals, 1, fail}, {Kind::Journey, 1, rename}, {Kind::Journey, 3, fail}};
    YamlNode tree = YamlNode::mapping();
    tree.add("title", YamlNode::string("Cart"));
    const Result<YamlNode> moved = migrate(Kind::Journey, tree, 1, 3, steps);
    QVERIFY(moved.ok());
    QCOMPARE(moved->find("name")->text, std::string("Cart"));
    QVERIFY(!moved->find("title"));
    QVERIFY(migrate(Kind::Journey, tree, 2, 3, steps)->find("title")); // steps before the file's format do not run
    QVERIFY(!migrate(Kind::Journey, tree, 1, 4, steps).ok());
    QVERIFY(!migrate(Kind::Goals, tree, 1, 2, steps).ok());
    QVERIFY(migrationSteps().empty());
}

void WorkspaceTest::canonicalHashes_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("hash");
    // Published versions are named by these: a change here makes every workspace's versions unreadable.
#include "golden_hashes.inc"
}

void WorkspaceTest::canonicalHashes() {
    QFETCH(QString, path);
    QFETCH(QString, hash);
    const QTemporaryDir directory;
    support::layOut(directory.path().toStdString());
    QString found;
    for (const DocumentFile& file : loadWorkspace(directory.path().toStdString()).files)
        if (file.path == path.toStdString())
            found = QString::fromStdString(file.hash.hex());
    QCOMPARE(found, hash);
}

void WorkspaceTest::canonicalForm() {
    // RFC 8785 by hand: keys sorted, no blanks, order-bearing mappings as pairs, exact digits.
    const std::string text = "format: 1\nid: p\nzones: {Europe/Berlin: 0.70, \"\": 0.3}\nname: \"é\"\n"
                             "traits:\n  - {id: t, shares: {true: 1, \"1\": 2, 3: 1e0}}\n";
    const Result<YamlNode> tree = parseDocumentTree(Kind::Population, text, "p");
    std::vector<Error> errors;
    const AnyDocument document = readTree(Kind::Population, *tree, "p", errors);
    QVERIFY(errors.empty());
    QCOMPARE(canonicalJson(writeTree(document)),
             std::string("{\"format\":1,\"id\":\"p\",\"name\":\"é\",\"traits\":[{\"id\":\"t\",\"shares\":[[true,1],"
                         "[\"1\",2],[3,1]]}],\"zones\":[[\"Europe/Berlin\",0.7],[\"\",0.3]]}"));
}
