#pragma once

#include <QObject>

/// Promises and milestones in whole runs (P4): what falls due is a turn of its own.
class MemoryTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatFallsDueIsATurn_data();
    void whatFallsDueIsATurn();
    void agentsDecideAgain();
    void accountsHearOfMembersPromises();
    void stateComesBack();
    void oldStatesAreRead();
};
