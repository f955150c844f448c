#include "session/account_erase_tests.h"
#include "session/erase_tests.h"
#include "session/identity_tests.h"
#include "session/import_tests.h"
#include "session/live_tests.h"
#include "session/session_tests.h"
#include "session/shown_tests.h"
#include "session/vendor_client_tests.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    RunTests runs;
    KillTests kills;
    HillstromTests hillstrom;
    ImportTests imports;
    LiveTests live;
    LiveSendTests liveSends;
    LiveOutboxTests liveOutbox;
    EraseTests erasures;
    AccountEraseTests accountErasures;
    VendorClientTests vendorClient;
    ShownTests shown;
    LiveCommandTests liveCommands;
    IdentityTests identities;
    int status = 0;
    for (QObject* tests :
         {static_cast<QObject*>(&runs), static_cast<QObject*>(&kills), static_cast<QObject*>(&hillstrom),
          static_cast<QObject*>(&imports), static_cast<QObject*>(&live), static_cast<QObject*>(&liveSends),
          static_cast<QObject*>(&erasures), static_cast<QObject*>(&accountErasures),
          static_cast<QObject*>(&vendorClient), static_cast<QObject*>(&identities), static_cast<QObject*>(&liveOutbox),
          static_cast<QObject*>(&shown), static_cast<QObject*>(&liveCommands)})
        status |= QTest::qExec(tests, argc, argv);
    return status;
}
