#pragma once

#include <QObject>

class ReweightingTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fitsAKnownModel();
    void fitsWhatCannotBeSeparated_data();
    void fitsWhatCannotBeSeparated();
    void evidenceByHand();
    void accuracyByHand();
    void leavesGoodStagesAlone();
    void findsThePlantedWeight_data();
    void findsThePlantedWeight();
};

class PatternTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsByHand();
    void findsWhatIsPlanted();
    void findsNothingInNoise();
};
