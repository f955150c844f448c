#pragma once

#include <QObject>

class RunTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recordsAreTheSameBytes();
    void replayAfterPeopleWentOn();
    void commandsOfTheLastEpochReplay();
    void secondEngineIsRefused();
    void resumeAsksForTheSameRun();
    void cancelledIsTakenUp();
};

class KillTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void firstCommitComesEarly();
    void killedRunsAreTakenUp();
    void eachActionReachesTheReceiverOnce();
    void stopWhileDispatching();
};

class HillstromTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rotatedLabels();
    void redrawnVisits();
};
