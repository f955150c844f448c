#pragma once

#include <QObject>

// The classes stand here, apart from their bodies, because moc does not read all of what the bodies contain.

class EventTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsATrackEvent();
    void namesTheOtherTypes_data();
    void namesTheOtherTypes();
    void correctsClocks_data();
    void correctsClocks();
    void refuses_data();
    void refuses();
    void replacesMissingIds();
    void cleansIds();
    void readsBatches();
    void writesWhatItReads();
    void readsCapturedBodies();
    void survivesBrokenInput();
};

class IdentityTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void normalisesEmail_data();
    void normalisesEmail();
    void normalisesPhone_data();
    void normalisesPhone();
    void joinsSessionsAndUsers();
    void joinsByEmailAndPhone();
    void followsAliases();
    void joinsAThirdIdentityLater();
    void sharedMailboxIsAHub();
    void kioskIsAHub();
    void manySessionsAreNoHub();
    void placeholdersJoinNothing();
};

class IntakeTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesEveryEventOneFate();
    void forgetsOldMessageIds_data();
    void forgetsOldMessageIds();
    void lateBoundary();
    void comesBack();
    void forgetsWhoIsErased();
    void reportsViolations_data();
    void reportsViolations();
};

class PerceiverTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTraitsOfThePlannedType();
    void keepsTheNewerTrait();
    void followsConsent_data();
    void followsConsent();
    void suppressesAtOnce();
    void prefersTheProfilesZone();
    void fillsFacts();
    void computesMeasures();
    void measuresThatAreOffAreNull();
    void historyIsBounded();
    void marksBursts();
    void knowsSoftwareByItsAgent_data();
    void knowsSoftwareByItsAgent();
    void softwareThatSaysSo();
    void pagesByTheClock_data();
    void pagesByTheClock();
    void anyOrderGivesTheSameHistory();
    void measuresNeverUndercount();
};

class MergeTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void movesWhatIsKnown();
    void refusalStaysARefusal_data();
    void refusalStaysARefusal();
    void neverWidensConsent();
    void neverLosesHistory();
};

class StateTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void customersComeBack();
    void eventsComeBack();
    void refusesDamagedState();
    void importsLines();
    void importsWithTheFilesClock();
    void refusesLongLines();
};

class SentimentTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sentences_data();
    void sentences();
    void tellsNothing();
    void completesMessages_data();
    void completesMessages();
};
