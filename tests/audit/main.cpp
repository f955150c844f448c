#include "audit_tests.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    int status = 0;
    RecordTests records;
    ChainTests chain;
    VerifyTests verify;
    for (QObject* tests :
         {static_cast<QObject*>(&records), static_cast<QObject*>(&chain), static_cast<QObject*>(&verify)})
        status |= QTest::qExec(tests, argc, argv);
    return status;
}
