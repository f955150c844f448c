#include "measurement/effects_tests.h"
#include "measurement/reweighting_tests.h"
#include "measurement_tests.h"

#include <QCoreApplication>
#include <QTest>

#include <memory>

namespace {

template <class... Tests>
int runAll(int argc, char** argv) {
    int status = 0;
    const auto run = [&](auto tests) { status |= QTest::qExec(&*tests, argc, argv); };
    (run(std::make_unique<Tests>()), ...);
    return status;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    return runAll<EstimateTests, OffPolicyTests, LiftTests, CurveTests, MetricTests, ConfusionTests, StageAuditTests,
                  ReweightingTests, PatternTests, EffectTests, DriftTests>(argc, argv);
}
