#pragma once

#include <QObject>

class EstimateTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wilsonInterval_data();
    void wilsonInterval();
    void newcombeInterval_data();
    void newcombeInterval();
    void samples();
    void welchInterval();
    void chiSquare_data();
    void chiSquare();
};

class OffPolicyTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void byHand();
    void tauSwitches();
    void withoutPredictions();
    void samePolicy();
    void nothingInCommon();
    void warnings();
};

class LiftTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sampleRatios_data();
    void sampleRatios();
    void alwaysValidInterval();
    void coversAtEveryLook();
    void verdicts_data();
    void verdicts();
    void loggedDifference();
    void hillstrom_data();
    void hillstrom();
};

class CurveTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cumulates();
    void mergedPeopleLeave();
    void approvalLoad();
    void nothing();
};

class MetricTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void definitions();
    void formulas_data();
    void formulas();
    void intervals();
    void leavesOutControlAndMixed();
    void firstGoalOnly();
    void fairness();
    void saysWhyNot();
    void saysWhyNotCompared();
    void readsCaseEvents();
};

class ConfusionTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsByHand();
};

class StageAuditTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsWithoutRepeats();
    void drawsEvenly();
    void reportsByHand();
    void keepsLabels();
    void takesLabelsBackUntilShown();
    void refusesDamage_data();
    void refusesDamage();
};
