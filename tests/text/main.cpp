#include "text/text_tests.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    TextTests tests;
    return QTest::qExec(&tests, argc, argv);
}
