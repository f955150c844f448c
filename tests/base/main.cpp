#include "base/base_tests.h"
#include "base/special_tests.h"

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
    return runAll<TimeTests, DecimalTests, MathTests, SpecialTests, ChanceTests, JsonTests, CborTests, NameTests,
                  ValueTests>(argc, argv);
}
