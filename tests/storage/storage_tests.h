#pragma once

#include <QObject>

class LedgerTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void emptyWorkspace();
    void everyRowComesBack();
    void replacesAndAdds();
    void filters_data();
    void filters();
    void queueOrder();
    void wrongBatchesAreRefused();
    void twoRunsStayApart();
    void exportsLines();
    void mendedEvents();
    void olderStoresOpen();
};

class DamageTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wholeStore();
    void storeMissing();
    void damage_data();
    void damage();
    void foreignFiles_data();
    void foreignFiles();
    void onlySignedRunsGrow_data();
    void onlySignedRunsGrow();
    void frame_data();
    void frame();
    void keys();
};

class DurabilityTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void secondEngineIsRefused();
    void enginesTakeTurns();
    void killedWriterLosesNothing();
    void writersBesideEachOther();
    void fullDiskDamagesNothing();
};

class ClientTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void outboxTakesAndSettles();
    void outboxReplaysWhatFailed();
    void outboxRecovers();
    void outboxKeysCarryTheRun();
    void stops();
    void stopsWaitForCalls();
    void inbox();
};
