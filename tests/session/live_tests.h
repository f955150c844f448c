#pragma once

#include <QObject>

/// `wayreevectl serve` as its clients meet it: events over HTTP, people's commands, stops, kills.
class LiveTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesEvents();
    void decidesByDay();
    void holdsByNight();
    void peopleDecideWhileItRuns();
    void stopsStandInTheChain();
    void mergesAreUndone();
    void mergesAreUndoneWhileItStandsStill();
    void standsStillAndGoesOn();
    void killedItGoesOn();
    void quarantineOpensAndIsSentAgain();
    void refusals();
    void otherDocuments();
    void clockNeverGoesBack();
};

/// What lies in a live run's outbox when something happens to it.
class LiveOutboxTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cutOffMailIsLeftToAPerson();
    void optOutStopsWhatLies_data();
    void optOutStopsWhatLies();
    void leaveByWhatTheStoreSays();
    void replaysStandInTheChain();
};

/// A live run that really sends.
class LiveSendTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void resultsComeBack();
    void killedItSendsOnce();
    void refusedIsFailed();
    void dispatchLeavesItToTheEngine();
    void optOutsArePassedOn();
    void factsAreAskedFor();
};
