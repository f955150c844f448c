#pragma once

#include <QObject>

/// Facts of systems of record: decided on, waited for, replayed (X4); and what each sub-step found (L5).
class FactTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void closesWithout_data();
    void closesWithout();
    void everyKindClosesWithout_data();
    void everyKindClosesWithout();
    void liveWaitsForTheAnswer_data();
    void liveWaitsForTheAnswer();
    void strangersStateNoFacts();
    void stepsSayWhatWasFound();
    void stepsHoldOffersAgainstTheirLimits();
    void stateComesBack();
    void handsOverWithItsPacket();
};
