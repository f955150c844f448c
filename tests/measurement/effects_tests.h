#pragma once

#include <QObject>

class EffectTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void byHand();
    void customersAreNotCountedTwice();
    void unknownIsNoFailure();
    void leavesOutWhatCouldNotBeOtherwise();
    void findsWhatIsPlanted();
};

class DriftTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void byHand();
    void falseAlarmsStayRare_data();
    void falseAlarmsStayRare();
    void findsAPlantedChange_data();
    void findsAPlantedChange();
    void periodsByHand();
};
