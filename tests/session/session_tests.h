#pragma once

#include <QObject>

class RunTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneRunHasItAll();
    void replayAfterPeopleWentOn();
    void replayedLogIsNoRunToRepeat();
    void commandsOfTheLastEpochReplay();
    void secondEngineIsRefused();
    void earliestDispatch();
    void overIsSaid();
    void resumeAsksForTheSameRun();
    void cancelledIsTakenUp();
    void cancelledReplays();
    void goalWindowsReachMeasurement();
    void storedRunsSayTheSame();
};

class KillTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void firstCommitComesEarly();
    void storeComesFirst();
    void killedRunsAreTakenUp();
    void eachActionReachesTheReceiverOnce();
    void stopWhileDispatching();
    void laterVerdictsReachTheReceiver();
};

class HillstromTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rotatedLabels();
    void redrawnVisits();
    void permutedAtHalf();
};
