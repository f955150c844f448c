#pragma once

#include <QObject>

// The classes stand here, apart from their bodies, because moc does not read all of what the bodies contain.

class SourcesTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsKeys();
    void refusesIds_data();
    void refusesIds();
    void savesHashesAlone();
    void refusesDamage_data();
    void refusesDamage();
};

/// What one request means, over a real socket.
class RequestTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void frames_data();
    void frames();
    void routes_data();
    void routes();
    void authorises_data();
    void authorises();
    void readsBodies_data();
    void readsBodies();
    void quarantines_data();
    void quarantines();
    void translatesCloudEvents_data();
    void translatesCloudEvents();
    void takesKeysOut();
    void keepsBatches();
    void refusesBombs();
    void replaysCaptures();
    void letsBrowsersIn();
    void sendsContinue();
};

/// Many requests, slow ones, hostile ones.
class DoorTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsBoundaries();
    void survivesMutations();
    void endsSlowClients_data();
    void endsSlowClients();
    void endsClientsThatDoNotRead();
    void servesAmongHalfOpen();
    void turnsAwayBeyondTheLimit();
    void boundsWhatItHolds();
    void passesBackPressureOn();
    void givesUpOnSilence();
    void closesWithReplies();
    void changesSources();
    void refusesAddresses();
};

/// Unmodified vendors' clients in a process of their own.
class ClientTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void arrives_data();
    void arrives();
};
