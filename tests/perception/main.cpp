#include "perception/account_tests.h"
#include "perception/contact_tests.h"
#include "perception/long_memory_tests.h"
#include "perception/perception_tests.h"
#include "perception/retrieval_tests.h"
#include "perception/stitching_tests.h"

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
    return runAll<EventTests, IdentityTests, IntakeTests, PerceiverTests, MergeTests, StateTests, SentimentTests,
                  SurroundingsTests, StitchingTests, MergeRecordTests, RetrievalTests, AccountTests, LifetimeTests,
                  LongMemoryTests, ContactTests>(argc, argv);
}
