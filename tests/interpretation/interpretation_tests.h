#pragma once

#include <QObject>

// The classes stand here, apart from their bodies, because moc does not read all of what the bodies contain.

class LevelTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void halvesEveryHalfLife();
    void lateEventsCountLess();
    void filtersAndStrengths();
    void statesFollowTheFacts();
    void anyOrderGivesTheSameLevels();
    void signalsThatAreOffSayNothing();
};

class ReadingTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contributionsAddUp();
    void contributionsAddUpForAnyLevels();
    void contributionsAreWhatTheDocumentsSay();
    void leadingIntent();
    void stageHasHysteresis();
    void startsInTheStageWithTheHighestBase();
    void stagesThatAreOffAreNeverEntered();
    void setsFacts();
    void withoutDocuments();
};

class MemoryTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsFrustratedMessages_data();
    void countsFrustratedMessages();
    void frustrationDoesNotDependOnTheOrder();
    void mergesMemories();
    void memoriesComeBack();
    void refusesDamagedState();
};
