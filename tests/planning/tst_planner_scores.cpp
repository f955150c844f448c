#include "planning/planner_world.h" // before Qt, whose keywords are not ours

#include "planning/planner_tests.h"

#include "planning/plan_codec.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace wayreeve;
using namespace wayreeve::documents;
using planning::Gate;

namespace {

ContentBlock block(const char* id, const char* action, Channel channel, const char* tone) {
    ContentBlock made;
    made.id = id;
    made.action = action;
    made.channel = channel;
    made.tone = tone;
    made.approved = true;
    return made;
}

interpretation::Score score(PlannerWorld& world, const char* id, double value) {
    return {world.symbols.intern(id), value, {}};
}

/// The mail of "shop" and a second agent's e-mail and note for the same goal, in one slot and worth `second` to one.
struct TwoAgents : PlannerWorld {
    explicit TwoAgents(double second, double margin) {
        goals.goals[0].prior = 0.25;
        actions.actions[0].cost = 0;
        Property trait;
        trait.id = "channel";
        plan.traits.push_back(trait);
        workspace.settings.arbitrationMargin = margin;
        workspace.settings.preferredChannel = "channel";
        content.blocks = {block("m", "mail", Channel::Email, ""), block("n", "note", Channel::InApp, "")};
        content.blocks[0].prior = 0.9;
        content.blocks[1].prior = 0.9 * second;
        Action note;
        note.id = note.name = "note";
        note.channel = Channel::InApp;
        actions.actions.push_back(note);
        Agent care = agents.agents[0];
        care.id = "care";
        care.actions = {"note"};
        agents.agents.push_back(care);
        close();
        customer.traits.emplace_back();
    }
    [[nodiscard]] std::string chosen() {
        const planning::Plan made = decide();
        const Sym action = made.candidates[made.choices.at(0).chosen].action;
        return action == 0 ? "wait" : symbols.name(action);
    }
};

} // namespace

/// Action × channel × content × tone × incentive: as many candidates as the dimensions multiply to, each once.
void PlannerTests::dimensionsMultiply() {
    PlannerWorld world;
    Action& mail = world.action("mail"); // three texts, of which the dimensions allow two tones, and three incentives
    mail.parameters = {{"discount", Value(*Decimal::parse("0.2"))}};
    Action& note = world.action("note"); // no texts: its channels
    note.purpose.clear();
    Action& open = world.action("ticket");
    open.slot = Slot::Operation;
    world.content.blocks = {block("warm", "mail", Channel::Email, "warm"),
                            block("plain", "mail", Channel::Sms, "plain"),
                            block("stern", "mail", Channel::Email, "stern"), block("any", "mail", Channel::None, "")};
    Dimensions& dimensions = world.agents.agents[0].dimensions;
    dimensions.channels = {Channel::Email, Channel::InApp, Channel::Web};
    dimensions.tones = {"warm", "plain"};
    dimensions.incentives = {Decimal(0), *Decimal::parse("0.05"), *Decimal::parse("0.1")};
    world.close();
    const planning::Plan plan = world.decide();
    std::map<std::string, int> counts;
    std::set<std::string> all;
    for (const planning::Candidate& one : plan.candidates) {
        const std::string action = one.action == 0 ? "wait" : world.symbols.name(one.action);
        ++counts[action];
        all.insert(action + ' ' + world.symbols.name(one.content) + ' ' + world.symbols.name(one.tone) + ' ' +
                   std::string(nameOf(one.channel)) + ' ' + one.discount.toString() + ' ' +
                   std::string(nameOf(one.slot)));
    }
    QCOMPARE(all.size(), plan.candidates.size());
    QCOMPARE(counts["mail"], 3 * 3); // "stern" is not among the tones; a text without a tone fits any
    QCOMPARE(counts["note"], 3);
    QCOMPARE(counts["ticket"], 1); // channels are of contacts
    QCOMPARE(counts["wait"], 2);   // of its two slots
    QVERIFY(all.contains("mail plain plain sms 0.05 marketing"));
    QVERIFY(all.contains("mail any  email 0.1 marketing"));
}

void PlannerTests::interventionsWeigh_data() {
    QTest::addColumn<QString>("names");
    QTest::addColumn<double>("need");
    QTest::addColumn<double>("hesitation");
    QTest::addColumn<double>("context");
    QTest::addColumn<QString>("answered");
    // The mail's content is tagged with the need "other", which stands at 0.3: 1.3 without any intervention.
    QTest::newRow("nothing named") << "" << 0.9 << 0.0 << 1.3 << "";
    QTest::newRow("the action") << "mail" << 0.75 << 0.0 << 2.05 << "help";
    QTest::newRow("its tag") << "comparison" << 0.75 << 0.0 << 2.05 << "help";
    QTest::newRow("its content") << "m" << 0.75 << 0.0 << 2.05 << "help";
    QTest::newRow("content tagged with a need") << "other" << 0.75 << 0.0 << 2.05 << "help";
    QTest::newRow("what answers the hesitation") << "choice" << 0.75 << 0.0 << 2.05 << "help";
    QTest::newRow("another action") << "text" << 0.75 << 0.0 << 1.3 << "";
    QTest::newRow("at the threshold") << "mail" << 0.6 << 0.0 << 1.9 << "help";
    QTest::newRow("below it") << "mail" << 0.59 << 0.0 << 1.3 << "";
    QTest::newRow("the strongest of several") << "mail" << 0.75 << 0.875 << 2.175 << "choice";
    QTest::newRow("a hesitation alone") << "" << 0.0 << 0.5 << 1.8 << "choice";
}

/// D5: what is an intervention of a need or hesitation above its threshold gains context weight, and the record says
/// so.
void PlannerTests::interventionsWeigh() {
    QFETCH(QString, names);
    QFETCH(double, need);
    QFETCH(double, hesitation);
    QFETCH(double, context);
    QFETCH(QString, answered);
    PlannerWorld world;
    world.action("mail").tags = {"comparison"};
    (void)world.action("text");
    world.content.blocks = {block("m", "mail", Channel::Email, "")};
    world.content.blocks[0].needs = {"other"};
    ScoreDefinition help, other, choice;
    help.id = "help";
    help.threshold = 0.6;
    if (!names.isEmpty())
        help.interventions = {names.toStdString()};
    other.id = "other";
    choice.id = "choice";
    choice.interventions = {"mail"};
    world.signalBook.needs = {help, other};
    world.signalBook.hesitations = {choice};
    world.close();
    world.reading.needs = {score(world, "help", need), score(world, "other", 0.3)};
    world.reading.hesitations = {score(world, "choice", hesitation)};
    const planning::Candidate mail = world.candidate("mail");
    QVERIFY2(std::fabs(mail.score.context - context) < 1e-9, qPrintable(QString::number(mail.score.context, 'g', 17)));
    QCOMPARE(mail.score.answers.size(), std::size_t(answered.isEmpty() ? 0 : 1));
    if (!answered.isEmpty()) {
        QCOMPARE(QString::fromStdString(world.symbols.name(mail.score.answers[0].reading)), answered);
        QVERIFY(std::fabs(mail.score.answers[0].amount - (answered == "help" ? need : hesitation)) < 1e-9);
    }
    const double expected = mail.score.outcome * context * 26 - 2 - mail.score.harm;
    QVERIFY(std::fabs(mail.score.priority - expected) < 1e-9);
    // It never exceeds 3.
    world.reading.needs[1].value = 1.0;
    world.reading.needs[0].value = 1.0;
    world.reading.hesitations[0].value = 1.0;
    QVERIFY(world.candidate("mail").score.context <= 3.0);
}

void PlannerTests::factorsSwitchedOff_data() {
    QTest::addColumn<int>("factor");
    for (int i = 0; i <= static_cast<int>(Factor::Harm); ++i)
        QTest::newRow(std::string(nameOf(static_cast<Factor>(i))).c_str()) << i;
}

/// L3: each factor can be switched off. It is 1 or 0 in the arithmetic, and the record says which it was.
void PlannerTests::factorsSwitchedOff() {
    QFETCH(int, factor);
    const auto off = static_cast<Factor>(factor);
    const auto scoreWith = [](std::vector<Factor> switchedOff) {
        PlannerWorld world;
        world.goals.goals[0].lever = 1.5;
        world.goals.goals[0].fatigue = true;
        world.goals.goals[0].negative = {{"Unsubscribed", 24}};
        world.content.blocks = {block("m", "mail", Channel::Email, "")};
        world.content.blocks[0].needs = {"help"};
        ScoreDefinition help;
        help.id = "help";
        world.signalBook.needs = {help};
        world.workspace.settings.switchedOff = std::move(switchedOff);
        world.close();
        world.reading.needs = {score(world, "help", 0.5)};
        return world.candidate("mail").score;
    };
    const planning::ScoreParts with = scoreWith({}), without = scoreWith({off});
    QCOMPARE(with.off, 0U);
    QCOMPARE(without.off, 1U << static_cast<unsigned>(off));
    QVERIFY(without.isOff(off));
    const bool subtracted = off == Factor::Cost || off == Factor::Harm;
    QCOMPARE(without.counted(off), subtracted ? 0.0 : 1.0);
    double product = 1;
    for (const auto one : {Factor::Outcome, Factor::Fatigue, Factor::Context, Factor::Value, Factor::Lever})
        product *= one == off ? 1.0 : with.counted(one);
    for (const auto one : {Factor::Cost, Factor::Harm})
        product -= one == off ? 0.0 : with.counted(one);
    QVERIFY(std::fabs(without.priority - product) < 1e-9);
    QVERIFY(off == Factor::Fatigue || std::fabs(without.priority - with.priority) > 1e-6); // nobody is tired yet
    QCOMPARE(without.scale == 0.0, off == Factor::Outcome); // nothing is uncertain any more
    QCOMPARE(without.cost, with.cost);                      // budgets still count what it costs
}

void PlannerTests::agentsTakeTurns_data() {
    QTest::addColumn<double>("second"); ///< what the note is worth, of the mail
    QTest::addColumn<double>("margin");
    QTest::addColumn<int>("mailed"); ///< days ago; 0 = never
    QTest::addColumn<int>("noted");
    QTest::addColumn<QString>("prefers");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<int>("by"); ///< −1: the priority
    QTest::newRow("the higher priority") << 0.95 << 0.0 << 2 << 0 << "in-app"
                                         << "mail" << -1;
    QTest::newRow("never in touch") << 0.95 << 0.1 << 2 << 0 << ""
                                    << "note" << 0;
    QTest::newRow("longer ago") << 0.95 << 0.1 << 2 << 5 << ""
                                << "note" << 0;
    QTest::newRow("the leader longer ago") << 0.95 << 0.1 << 5 << 2 << "in-app"
                                           << "mail" << -1;
    QTest::newRow("more apart than the margin") << 0.85 << 0.1 << 2 << 0 << "in-app"
                                                << "mail" << -1;
    QTest::newRow("both never, in-app preferred") << 0.95 << 0.1 << 0 << 0 << "in-app"
                                                  << "note" << 1;
    QTest::newRow("both never, e-mail preferred") << 0.95 << 0.1 << 0 << 0 << "email"
                                                  << "mail" << -1;
    QTest::newRow("both never, nothing preferred") << 0.95 << 0.1 << 0 << 0 << ""
                                                   << "mail" << -1;
    QTest::newRow("recency before preference") << 0.95 << 0.1 << 2 << 5 << "email"
                                               << "note" << 0;
}

/// L6: priority, then recency, then preference.
void PlannerTests::agentsTakeTurns() {
    QFETCH(double, second);
    QFETCH(double, margin);
    QFETCH(int, mailed);
    QFETCH(int, noted);
    QFETCH(QString, prefers);
    QFETCH(QString, chosen);
    QFETCH(int, by);
    TwoAgents world(second, margin);
    if (mailed > 0)
        world.contact("mail", Duration::days(mailed));
    if (noted > 0)
        world.contact("note", Duration::days(noted));
    if (!prefers.isEmpty())
        world.customer.traits.back() = Value(prefers.toStdString());
    QCOMPARE(QString::fromStdString(world.chosen()), chosen);
    const planning::Plan plan = world.decide();
    QCOMPARE(plan.choices[0].leader, plan.choices[0].chosen);
    QCOMPARE(plan.arbitrations.size(), std::size_t(by < 0 ? 0 : 1));
    if (by < 0)
        return;
    const planning::Arbitration& told = plan.arbitrations[0];
    QCOMPARE(static_cast<int>(told.by), by);
    QCOMPARE(world.symbols.name(plan.candidates[told.first].action), std::string("note"));
    QCOMPARE(world.symbols.name(plan.candidates[told.second].action), std::string("mail"));
    QCOMPARE(told.firstContact.ms == INT64_MIN, noted == 0);
    QCOMPARE(told.secondContact.ms == INT64_MIN, mailed == 0);
}

/// Whose turn it is gets the leader's probability and the leader theirs: the same shares, drawn from exactly.
void PlannerTests::turnsKeepTheProbabilities() {
    const auto shares = [](double margin, std::vector<double>& found) {
        TwoAgents world(0.95, margin);
        world.workspace.settings.exploreLow.reset();
        world.close();
        world.explore = true;
        world.contact("mail", Duration::days(2));
        const planning::Plan plan = world.decide();
        for (const planning::Candidate& one : plan.candidates)
            found.push_back(one.score.probability);
        const planning::SlotChoice& choice = plan.choices.at(0);
        double below = 0;
        for (std::size_t i = 0; i < plan.candidates.size(); ++i) {
            below += found[i];
            if (choice.draw < below)
                return i == choice.chosen && found[i] == choice.probability;
        }
        return false;
    };
    std::vector<double> plain, turned;
    QVERIFY(shares(0, plain));
    QVERIFY(shares(0.1, turned));
    QVERIFY(plain != turned);
    std::sort(plain.begin(), plain.end());
    std::sort(turned.begin(), turned.end());
    QCOMPARE(plain, turned);
}

/// The same between slots: of two that exclude each other, the one whose agent was in touch longer ago stays.
void PlannerTests::turnsBetweenSlots() {
    for (const bool margin : {false, true}) {
        TwoAgents world(0.95, margin ? 0.1 : 0.0);
        for (Action& action : world.actions.actions)
            if (action.id == "note")
                action.slot = Slot::Service;
        world.action("mail").excludes = {"note"};
        world.close();
        world.customer.traits.emplace_back();
        world.contact("mail", Duration::days(2));
        const planning::Plan plan = world.decide();
        std::string stayed;
        for (const planning::SlotChoice& choice : plan.choices)
            if (plan.candidates[choice.chosen].action != 0)
                stayed += world.symbols.name(plan.candidates[choice.chosen].action);
        QCOMPARE(stayed, std::string(margin ? "note" : "mail"));
        QCOMPARE(plan.arbitrations.size(), std::size_t(margin ? 1 : 0));
        for (const planning::Candidate& one : plan.candidates)
            if (one.gate == Gate::Arbitration)
                QCOMPARE(world.symbols.name(one.removedBy), stayed);
    }
}

/// "We are looking for a seat" rests from the booking of one, too.
void PlannerTests::cooldownsRunFromOthersToo() {
    PlannerWorld world;
    world.action("mail").cooldown = Duration::hours(10);
    world.action("mail").cooldownFrom = {"text"};
    world.action("text").channel = Channel::InApp;
    world.action("call").channel = Channel::InApp;
    world.close();
    world.contact("call", Duration::hours(1));
    QCOMPARE(world.stopped("mail"), std::string());
    world.contact("text", Duration::hours(4));
    QCOMPARE(world.stopped("mail"), std::string("cap cooldown"));
    QCOMPARE(world.stopped("text"), std::string());
    QCOMPARE((world.decide().waitUntil - world.now).inHours(), 6.0);
    world.customer.contacts[1].at = world.now - Duration::hours(10);
    QCOMPARE(world.stopped("mail"), std::string());
}

/// The probability that anything but the leader is chosen falls as more is known of the candidates.
void PlannerTests::explorationFallsAsDataGrow() {
    PlannerWorld world;
    world.workspace.settings.exploreLow.reset(); // what is left is uncertainty alone
    world.workspace.settings.exploreMedium.reset();
    world.action("text").channel = Channel::InApp;
    world.action("call").channel = Channel::InApp;
    for (Action& action : world.actions.actions)
        action.cost = 0;
    world.close();
    world.explore = true;
    planning::GoalModel& model = world.shared.goals.at(0);
    std::vector<double> off;
    int rounds = 0;
    for (const int until : {0, 40, 400, 4000}) {
        // 30 %, 20 % and 10 %; waiting 5 %. Of twenty customers each, in the same order.
        for (; rounds < until; ++rounds)
            for (const planning::Candidate& one : world.decide().candidates) {
                const planning::LearningContext context =
                    world.planner->learningContext(one, world.symbols.find("sale"), world.facts);
                std::vector<float> x;
                model.features.encode(context.row, x);
                const std::string action = one.action == 0 ? "wait" : world.symbols.name(one.action);
                const int successes = action == "mail" ? 6 : action == "text" ? 4 : action == "call" ? 2 : 1;
                model.outcome.update(x, model.outcome.ensureArm(context.arm), rounds % 20 < successes ? 1.0 : 0.0);
            }
        const planning::Plan plan = world.decide();
        const planning::SlotChoice& choice = plan.choices.at(0);
        off.push_back(1.0 - plan.candidates[choice.leader].score.probability);
    }
    for (std::size_t i = 1; i < off.size(); ++i)
        QVERIFY2(off[i] < off[i - 1], qPrintable(QString("%1: %2 after %3").arg(i).arg(off[i]).arg(off[i - 1])));
    QVERIFY2(off.front() > 0.3 && off.back() < 0.01, qPrintable(QString("%1 %2").arg(off.front()).arg(off.back())));
}

/// What is answered, what is switched off and whose turn it was are part of the record; without them it is as it was.
void PlannerTests::recordsComeBack() {
    TwoAgents world(0.95, 0.1);
    world.contact("mail", Duration::days(2));
    planning::Plan plan = world.decide();
    QCOMPARE(plan.arbitrations.size(), std::size_t{1});
    const auto bytes = [](const planning::Plan& one) {
        cbor::Writer writer;
        planning::encode(writer, one);
        return std::move(writer).take();
    };
    const auto back = [&](const planning::Plan& one) {
        const auto written = bytes(one);
        cbor::Reader reader(written);
        planning::Plan read;
        return planning::decode(reader, read) && read == one;
    };
    QVERIFY(back(plan));
    for (planning::Candidate& one : plan.candidates)
        if (one.scored && one.action != 0) {
            one.score.answers = {{world.symbols.find("mail"), 0.75}};
            one.score.off = 1U << static_cast<unsigned>(Factor::Context);
        }
    QVERIFY(back(plan));
    planning::Plan wrong = plan;
    wrong.arbitrations[0].second = 999;
    const auto written = bytes(wrong);
    cbor::Reader reader(written);
    planning::Plan read;
    QVERIFY(!planning::decode(reader, read));
}
