#pragma once

#include <QObject>

class PlannerTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gatesInTheirOrder();
    void waitsUntilAGateOpens();
    void limits_data();
    void limits();
    void scoreInParts();
    void reservesWhatItCosts();
    void oneContactOfAFamily();
    void dimensionsMultiply();
    void interventionsWeigh();
    void interventionsWeigh_data();
    void factorsSwitchedOff_data();
    void factorsSwitchedOff();
    void agentsTakeTurns_data();
    void agentsTakeTurns();
    void turnsKeepTheProbabilities();
    void turnsBetweenSlots();
    void cooldownsRunFromOthersToo();
    void explorationFallsAsDataGrow();
    void recordsComeBack();
};

class FlowTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void walksEveryKindOfNode();
    void waitsForItsEvent_data();
    void waitsForItsEvent();
    void waitsForAnAction();
    void agentDecisionIsDue();
    void agentDecisionIsLeft_data();
    void agentDecisionIsLeft();
    void baselineBranch();
    void exitRulesAndReEntry();
    void mergesKeepJourneys();
    void stopsAfter64Moves();
};
