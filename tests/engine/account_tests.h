#pragma once

#include <QObject>

/// Accounts in a run: who is in them, whom their decisions address, whose caps count (P5).
class AccountTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theContactOfTheRightRole_data();
    void theContactOfTheRightRole();
    void capsOfBoth_data();
    void capsOfBoth();
    void aWithdrawalVoidsTheAccountsProposal();
    void whoLeavesIsNotAddressed();
    void membersFollowTheNewestGroup();
    void anUnmergeTellsMembersApart();
    void theErasedAreInNoAccount();
    void sameBytesOnAnyThreads();
    void statesComeBack();
    void aFlightConcernsItsPassengers();
};
