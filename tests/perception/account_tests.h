#pragma once

#include <QObject>

/// Groups as subjects: who is in them, what they add up to, how well they are (P5).
class AccountTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void groupsAreSubjectsOfTheirOwn();
    void theNewestGroupHolds();
    void traitsAreTheNewestCalls();
    void membersAddUp();
    void healthIsTheSumOfItsParts_data();
    void healthIsTheSumOfItsParts();
    void aMembersAccountIsReadable();
    void objectsAreRemembered();
    void accountsComeBack();
};
