#include <QCoreApplication>

// One line per test class; each tst_*.cpp defines its runner.
#define WAYREEVE_PLANNING_SUITES(RUN)                                                                                  \
    RUN(runChoicePolicyTest)                                                                                           \
    RUN(runValueModelPartsTest)                                                                                        \
    RUN(runValueModelTest)                                                                                             \
    RUN(runValueModelLearningTest)                                                                                     \
    RUN(runPlannerTest)                                                                                                \
    RUN(runFlowTest)                                                                                                   \
    RUN(runCustomerEffectsTest)                                                                                        \
    RUN(runTimingTest)                                                                                                 \
    RUN(runBanditTableTest)                                                                                            \
    RUN(runPurchaseIntentTest)                                                                                         \
    RUN(runPromisesTest)                                                                                               \
    RUN(runResidualEnergyTest)

#define WAYREEVE_DECLARE(runner) int runner(int argc, char** argv);
WAYREEVE_PLANNING_SUITES(WAYREEVE_DECLARE)

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    int failures = 0;
#define WAYREEVE_CALL(runner) failures += runner(argc, argv);
    WAYREEVE_PLANNING_SUITES(WAYREEVE_CALL)
    return failures == 0 ? 0 : 1;
}
