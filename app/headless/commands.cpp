#include "app/headless/commands.h"

#include <QCoreApplication>

namespace wayreeve::headless {

const std::vector<CommandSpec>& commands() {
    static const std::vector<CommandSpec> all = {
        {"check", "check WS [--json]",
         QT_TRANSLATE_NOOP("Headless",
                           "Reads every document and reports what is wrong or unwise; notes alone leave it at 0."),
         "check resources/demo", runCheck},
        {"stories", "stories WS [--mutate] [--json]",
         QT_TRANSLATE_NOOP(
             "Headless", "Runs the workspace's stories; with --mutate each must fail once its guarded element is off."),
         "stories resources/demo\nstories resources/demo --mutate", runStories},
        {"simulate",
         "simulate WS [--customers N] [--days D] [--seed S] [--threads T] [--reviewers seeded|none] [--population ID] "
         "[--resume] [--deliver] [--json]",
         QT_TRANSLATE_NOOP("Headless", "Simulates a population through the engine and stores the run."),
         "simulate resources/demo --customers 3000 --days 14 --seed 1\nsimulate WS --customers 3000 --days 14 --resume",
         runSimulate},
        {"replay",
         "replay WS --run ID [--threads T] | --events FILE [--mapping FILE] [--orders K] [--permute-at-half] "
         "[--threads T] [--json]",
         QT_TRANSLATE_NOOP("Headless", "Recomputes a stored run, or replays a table of logged decisions."),
         "replay WS --run s1\nreplay WS --events hillstrom.csv --mapping WS/mapping.yaml --orders 5", runReplay},
        {"serve",
         "serve WS [--port N] [--address A] [--now T] [--threads T] [--seed S] [--write-key K] [--fresh] [--json]",
         QT_TRANSLATE_NOOP("Headless",
                           "Runs the engine live: events in over HTTP, decisions, people's verdicts, dispatches."),
         "serve WS --port 8787\nserve WS --port 0 --now 2026-03-05T10:00:00Z --json", runServe},
        {"sources", "sources WS [--add ID | --remove ID] [--json]",
         QT_TRANSLATE_NOOP("Headless", "Who may send events: makes and withdraws write keys."),
         "sources WS --add web-shop", runSources},
        {"quarantine",
         "quarantine WS [--run ID] [--limit N] [--open] [--reasons] | --send FILE [--number N] [--run ID] [--as "
         "PERSON] "
         "[--json]",
         QT_TRANSLATE_NOOP("Headless", "Lists events that were held back, why, and which were sent again; --send gives "
                                       "a mended one to the live run."),
         "quarantine WS --reasons\nquarantine WS --send mended.json --number 17 --as vera", runQuarantine},
        {"insights", "insights WS [--run ID] [--json]",
         QT_TRANSLATE_NOOP("Headless", "Agentic against baseline: the named metrics of a run."), "insights WS",
         runInsights},
        {"offpolicy", "offpolicy --log FILE.csv [--tau T] [--json]",
         QT_TRANSLATE_NOOP("Headless",
                           "Judges another policy by a log of choices and their probabilities, with intervals."),
         "offpolicy --log log.csv --json", runOffPolicy},
        {"stitching", "stitching [--pairs N] [--seed S] [--export FILE.csv] [--fit] [--json]",
         QT_TRANSLATE_NOOP("Headless",
                           "Judges on labelled pairs how well anonymous sessions find their customer; --export writes "
                           "the pairs for another scorer, --fit prints the weights fitted anew."),
         "stitching --pairs 20000 --seed 1 --json\nstitching --pairs 20000 --seed 1 --export pairs.csv", runStitching},
        {"lifetime", "lifetime --purchases FILE.csv | WS [--run ID] [--json]",
         QT_TRANSLATE_NOOP("Headless",
                           "Fits what customers will be worth to purchases, and judges it on the later half."),
         "lifetime --purchases purchases.csv\nlifetime WS --json", runLifetime},
        {"table", "table WS ID --inputs JSON | --analyse [--json]",
         QT_TRANSLATE_NOOP("Headless", "Asks a decision table, or says where its rows overlap, leave gaps or never "
                                       "answer."),
         "table WS discount-tier --inputs '{\"spent\": 120, \"where\": \"buy\"}'\ntable WS discount-tier --analyse",
         runTable},
        {"stages", "stages WS --world FILE [--customers N] [--days D] [--moments M] [--seed S] [--json]",
         QT_TRANSLATE_NOOP("Headless",
                           "Measures how well the workspace's signals read the stage in a world where it is known."),
         "stages resources/demo --world resources/stage-worlds/demo.yaml --customers 2000 --seed 7 --json", runStages},
        {"audit-stages",
         "audit-stages WS [--run ID] [--seed S | --month M] [--moments N] [--show ID | --label ID --stage STAGE --as "
         "PERSON] "
         "[--json]",
         QT_TRANSLATE_NOOP("Headless",
                           "Draws random moments of a run, takes people's labels, compares them with the stage read."),
         "audit-stages WS\naudit-stages WS --month 2026-03\naudit-stages WS --show s1-482-13\n"
         "audit-stages WS --label s1-482-13 --stage weighing --as mei",
         runAuditStages},
        {"reweight",
         "reweight WS [--run ID] [--stage ID] [--before EVENT] [--within T] [--ahead T] [--apply --as PERSON] [--json]",
         QT_TRANSLATE_NOOP("Headless", "Compares stages with their benchmarks, proposes weights of signals and finds "
                                       "events that foretell a loss; --apply writes the weights."),
         "reweight WS --json\nreweight WS --stage weighing --apply --as karin", runReweight},
        {"effects",
         "effects WS [--run ID] [--of need|stage|intent|tone|offer|proof|content|action|channel|timing] [--by SEGMENT] "
         "[--goal ID] [--control] [--json]",
         QT_TRANSLATE_NOOP("Headless", "What works for whom: effects of what was sent on the goal, by content tag and "
                                       "segment, with intervals."),
         "effects WS --of tone --by stage\neffects WS --of proof --by customer.tier --json", runEffects},
        {"backtest", "backtest WS --with DIR [--run ID] [--examples N] [--threads T] [--json]",
         QT_TRANSLATE_NOOP("Headless", "Says what changed policies, matrix, actions or goals would have decided in a "
                                       "run's own moments."),
         "backtest WS --with draft\nbacktest WS --run s1 --with draft --examples 100 --json", runBacktest},
        {"drift", "drift WS [--run ID] [--json]",
         QT_TRANSLATE_NOOP("Headless", "Whether what the models predict is what comes, and since when it is not."),
         "drift WS --json", runDrift},
        {"decisions", "decisions WS [--run ID] [--limit N] [--customer C] [--action A] [--since T] [--json]",
         QT_TRANSLATE_NOOP("Headless", "Lists decisions, newest first."),
         "decisions WS --limit 20\ndecisions WS --action cart-reminder --since 2026-03-05T00:00:00Z", runDecisions},
        {"explain", "explain WS ID [--json]",
         QT_TRANSLATE_NOOP("Headless", "Says why one decision was made and what followed."),
         "explain WS s1-482-13\nexplain WS s1-482-q3", runExplain},
        {"queue",
         "queue WS list|show|claim|release|approve|edit|reject [ID] --as PERSON [--run ID] [--reason R] [--subject S] "
         "[--body B] [--json]",
         QT_TRANSLATE_NOOP("Headless", "The approval queue of a run that has ended."),
         "queue WS list\nqueue WS claim s1-482-q3 --as mei\nqueue WS reject s1-482-q3 --as mei --reason \"too soon\"",
         runQueue},
        {"erase", "erase WS --customer KEY --reason R [--as PERSON] [--run ID] [--json]",
         QT_TRANSLATE_NOOP("Headless",
                           "Destroys a customer's data in every run that knows the key, for good; the chain "
                           "still verifies."),
         "erase WS --customer ana@example.com --as karin --reason \"request 4711\"", runErase},
        {"handoff", "handoff WS ID [--run ID] [--json]",
         QT_TRANSLATE_NOOP("Headless", "What the person who takes a case over is given."),
         "handoff WS s1-482-13 --json", runHandoff},
        {"suggestions", "suggestions WS [--run ID] [--json]",
         QT_TRANSLATE_NOOP("Headless", "Next steps and drafts that the core suggests and nobody has answered."),
         "suggestions WS --json", runSuggestions},
        {"customer", "customer WS ID [--run ID] [--json]",
         QT_TRANSLATE_NOOP("Headless", "Shows a customer, by key or #number, and why others were merged into it."),
         "customer WS c-17\ncustomer WS \"#12\" --json", runCustomer},
        {"unmerge", "unmerge WS --customer ID --reason R [--as PERSON] [--run ID] [--json]",
         QT_TRANSLATE_NOOP("Headless", "Undoes a merge of two customers in a live run."),
         "unmerge WS --customer \"#12\" --as mei --reason \"two sisters, one tablet\"", runUnmerge},
        {"stop", "stop WS [--agent ID | --action ID] [--lift] [--as PERSON] [--json]",
         QT_TRANSLATE_NOOP("Headless",
                           "Stops everything, one agent or one action from going out; --lift starts it again."),
         "stop WS\nstop WS --action offer-discount --lift", runStop},
        {"dispatch", "dispatch WS [--run ID] [--json]",
         QT_TRANSLATE_NOOP("Headless", "Sends what the runs left in the outbox to the workspace's receiver."),
         "dispatch WS", runDispatch},
        {"outbox", "outbox WS [--run ID] [--failed] [--replay NUMBER --as PERSON] [--json]",
         QT_TRANSLATE_NOOP("Headless", "What a run's outbox holds; --replay sends again what failed or is unclear."),
         "outbox WS --failed\noutbox WS --replay 16777217 --as mei", runOutbox},
        {"verify", "verify WS [--json]",
         QT_TRANSLATE_NOOP("Headless", "Checks the hash chains and signatures of every run."), "verify WS", runVerify},
        {"import", "import WS --events FILE.jsonl [--threads T] [--json]",
         QT_TRANSLATE_NOOP(
             "Headless",
             "Runs Segment-shaped events, one JSON object a line, through the engine as a run of their own."),
         "import WS --events events.jsonl", runImport},
        {"export", "export WS --records FILE [--run ID] [--json]",
         QT_TRANSLATE_NOOP("Headless", "Writes a run's records as canonical JSON, one a line."),
         "export WS --records records.jsonl", runExport},
    };
    return all;
}

} // namespace wayreeve::headless
