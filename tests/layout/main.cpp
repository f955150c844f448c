#include "layout/layout_tests.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    int status = 0;
    RuleTests rules;
    status |= QTest::qExec(&rules, argc, argv);
    TreeTests tree;
    status |= QTest::qExec(&tree, argc, argv);
    return status;
}
