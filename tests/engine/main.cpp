#include "engine/account_tests.h"
#include "engine/backtest_tests.h"
#include "engine/checkpoint_tests.h"
#include "engine/engine_tests.h"
#include "engine/fact_tests.h"
#include "engine/memory_tests.h"
#include "engine/person_tests.h"
#include "engine/plan_tests.h"
#include "engine/result_tests.h"
#include "engine/scarce_tests.h"
#include "engine/seed_tests.h"
#include "engine/suppression_tests.h"
#include "engine/travel_tests.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    PoolTests pool;
    DeterminismTests determinism;
    StoryTests stories;
    DeskTests desk;
    CodecTests codecs;
    AfterTests after;
    SharedTests shared;
    LimitTests limits;
    SeedTests seeds;
    UnmergeTests unmerge;
    TimingTests timing;
    FactTests facts;
    ScarceTests scarce;
    AccountTests accounts;
    BacktestTests backtests;
    MemoryTests memory;
    ResultTests results;
    CheckpointTests checkpoints;
    SuppressionTests suppression;
    TravelTests travel;
    PlanTests plans;
    PersonTests persons;
    int status = 0;
#ifdef __SANITIZE_THREAD__
    constexpr bool oneThread = false; // races are looked for: a story is one thread's work
#else
    constexpr bool oneThread = true;
#endif
    for (QObject* tests :
         {static_cast<QObject*>(&pool),        static_cast<QObject*>(&determinism), static_cast<QObject*>(&stories),
          static_cast<QObject*>(&desk),        static_cast<QObject*>(&codecs),      static_cast<QObject*>(&after),
          static_cast<QObject*>(&shared),      static_cast<QObject*>(&limits),      static_cast<QObject*>(&seeds),
          static_cast<QObject*>(&unmerge),     static_cast<QObject*>(&timing),      static_cast<QObject*>(&facts),
          static_cast<QObject*>(&scarce),      static_cast<QObject*>(&accounts),    static_cast<QObject*>(&backtests),
          static_cast<QObject*>(&memory),      static_cast<QObject*>(&results),     static_cast<QObject*>(&checkpoints),
          static_cast<QObject*>(&suppression), static_cast<QObject*>(&travel),      static_cast<QObject*>(&plans),
          static_cast<QObject*>(&persons)})
        if (oneThread || tests != &stories)
            status |= QTest::qExec(tests, argc, argv);
    return status;
}
