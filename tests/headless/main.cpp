#include "headless/bad_input_tests.h"
#include "headless/headless_tests.h"
#include "headless/learning_command_tests.h"
#include "headless/lifetime_command_tests.h"
#include "headless/off_policy_tests.h"
#include "headless/people_tests.h"
#include "headless/report_tests.h"
#include "headless/reweight_tests.h"
#include "headless/stages_tests.h"
#include "headless/table_command_tests.h"

#include <QCoreApplication>
#include <QTest>

#include <cmath>
#include <cstdio>
#include <cstring>

namespace {

/// What the C library's functions give on this processor: started again with some of its features switched off.
int libmFigures() {
    for (int i = 1; i < 5000; ++i) {
        const double x = i * 0.0173;
        std::printf("%a %a %a %a %a\n", std::exp(x / 7), std::log(x), std::pow(x, 1.7), std::sin(x), std::tanh(x / 30));
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc == 2 && std::strcmp(argv[1], "--libm-figures") == 0)
        return libmFigures();
    const QCoreApplication app(argc, argv);
    HeadlessTests tests;
    int status = QTest::qExec(&tests, argc, argv);
    BadInputTests badInput;
    status |= QTest::qExec(&badInput, argc, argv);
    PeopleTests people;
    status |= QTest::qExec(&people, argc, argv);
    ReportTests reports;
    status |= QTest::qExec(&reports, argc, argv);
    OffPolicyCommandTests offPolicy;
    status |= QTest::qExec(&offPolicy, argc, argv);
    LifetimeCommandTests lifetime;
    status |= QTest::qExec(&lifetime, argc, argv);
    TableCommandTests tables;
    status |= QTest::qExec(&tables, argc, argv);
    StagesCommandTests stages;
    status |= QTest::qExec(&stages, argc, argv);
    ReweightCommandTests reweight;
    status |= QTest::qExec(&reweight, argc, argv);
    LearningCommandTests learning;
    status |= QTest::qExec(&learning, argc, argv);
    return status;
}
