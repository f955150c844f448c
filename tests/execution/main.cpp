#include "execution/connector_tests.h"
#include "execution/execution_tests.h"

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
    int status = runAll<DispatcherTest, HttpConnectorTest, DispatchCodecTest>(argc, argv);
#ifndef __SANITIZE_THREAD__ // which does not survive starting the receivers' processes beside threads
    status |= runAll<EmailTest, HttpReceiverTest, WebhookTest, VendorTest, FactSourceTest, FactSystemTest>(argc, argv);
#endif
    return status;
}
