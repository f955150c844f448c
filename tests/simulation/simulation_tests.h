#pragma once

#include <QObject>

// The classes stand here, apart from their bodies, because moc does not read all of what the bodies contain.

class PopulationTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsDistributions_data();
    void drawsDistributions();
    void picksByWeight_data();
    void picksByWeight();
    void sameBytesWhateverTheStep_data();
    void sameBytesWhateverTheStep();
    void anotherSeedIsAnotherWorld();
    void emitsAtItsRates();
    void dwellsAndMovesOn();
    void introducesItself();
    void addressesAreTheirOwn();
    void anonymousCustomersMerge();
    void edgeCasesAreGiven();
    void withoutSessionsNothingIsSeen();
    void sessionsAreSeen();
    void spoilsEvents();
    void endsWithTheRun();
    void hiddenValuesStayHidden();
};

class ReactionTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reactsWithItsProbability_data();
    void reactsWithItsProbability();
    void firstMatchOfEachEvent_data();
    void firstMatchOfEachEvent();
    void reactsLaterAndMovesOn();
    void unsubscribesFromTheChannel();
    void failedDispatchesReachNobody();
};

class SourceTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replaysWhatWasRecorded();
    void nothingRecorded();
};

class ReviewerTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void capacityGrowsOverTheDay_data();
    void capacityGrowsOverTheDay();
    void capacityIsPerDay();
    void leavesYoungAndClaimedItems();
    void urgentAndRiskyFirst();
    void fourEyesAreTwoPeople();
    void asksOnlyThoseWhoMay();
    void drawsVerdicts();
    void editsAreAccepted();
};

class StageTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filterByHand();
    void filterWeighsProperties();
    void filterHearsEntries();
    void readsStages_data();
    void readsStages();
    void sameSeedSameFigures();
    void refusesWorlds_data();
    void refusesWorlds();
};
