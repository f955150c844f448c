#pragma once

#include <QObject>

class AttributionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void timelines_data();
    void timelines();
    void moneyComesByTheGoalsRule();
    void filteredGoals();
    void unknownAndSwitchedOffGoals();
    void closesOldestFirst();
    void updatesReachTheModels();
};

class OutcomeCodecTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsBackEqual();
    void hostileBytesAreRefused();
};
