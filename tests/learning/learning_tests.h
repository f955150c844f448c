#pragma once

#define QT_NO_KEYWORDS // documents have a member called signals
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
