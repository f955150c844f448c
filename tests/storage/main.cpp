#include "storage/sqlite_ledger_writer.h"

#include "fixture.h"
#include "storage_tests.h"

#include <QCoreApplication>
#include <QTest>

#include <cstdio>
#include <string_view>

namespace {

/// The child of DurabilityTests::killedWriterLosesNothing: commits until it is killed.
int commitForever(const char* folder) {
    auto writer = wayreeve::storage::SqliteLedgerWriter::open(folder);
    if (!writer)
        return 1;
    const auto run = (*writer)->beginRun(Fixture::runInfo(), Fixture::symbols());
    if (!run)
        return 1;
    Growing growing(run->id);
    for (int n = 0; n < 100'000; ++n) {
        if (!(*writer)->commit(growing.batch(2)))
            return 1;
        std::puts("durable");
        std::fflush(stdout);
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    if (argc == 3 && std::string_view(argv[1]) == "--commit")
        return commitForever(argv[2]);
    int status = 0;
    LedgerTests ledger;
    DamageTests damage;
    DurabilityTests durability;
    ClientTests clients;
    for (QObject* tests : {static_cast<QObject*>(&ledger), static_cast<QObject*>(&damage),
                           static_cast<QObject*>(&durability), static_cast<QObject*>(&clients)})
        status |= QTest::qExec(tests, argc, argv);
    return status;
}
