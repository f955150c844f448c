#pragma once

#include <QObject>

class PoolTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachIndexOnce_data();
    void eachIndexOnce();
    void postsKeepTheirOrder();
    void waitsForRoom();
    void workAndPostsTogether();
    void everyWorkerHasItsShare_data();
    void everyWorkerHasItsShare();
    void busyLaneHoldsNobodyUp();
    void lentHandsWork();
};

class DeterminismTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameRecordsOnAnyNumberOfThreads();
    void plantedDisorderShows();
    void customersOwnEffectsToo();
    void twoWorkersShareTheTurns();
    void entriesStandInOrder();
    void armsFollowTheShares();
    void brokenOffAndTakenUp();
};

class StoryTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shippedStoriesPass_data();
    void shippedStoriesPass();
    void mutantsFail_data();
    void mutantsFail();
    void twinsEndDifferently_data();
    void twinsEndDifferently();
    void twentyStoriesOfTheTexts();
    void storiesSayStageRulingChannelAndTime();
    void withoutAssertion();
    void unknownElement();
    void guardsNothing();
    void failsUnmutated();
    void tooLate();
};

class DeskTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void approvedGoesOut();
    void viewerIsRefused();
    void fourEyesNeedTwo();
    void rejectNeedsAReason();
    void editedTextGoesOut();
    void withdrawnConsentVoids();
    void nightHolds();
    void deadlineExpires();
    void commandTexts();
};

class AfterTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void waitsForTheDispatch();
    void waitsForTheApproval();
    void endsWithTheOther_data();
    void endsWithTheOther();
    void waitsInVain();
    void followsAtTheStoppedClock();
};

class SharedTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void absorbedProposalsAreVoided();
    void peopleAreComparedOnce_data();
    void peopleAreComparedOnce();
    void agentsKeepWithinTheirBudget();
    void firstGoalIsConversion();
    void windowsAreKept();
    void everyProposalCountsOnce();
    void reviewsAndConsentAreRecorded();
    void rejectedActionsRest();
    void unansweredActionsRest();
    void editsPassTheGates();
    void commitsKeepTime();
};

class UnmergeTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shippedSimulationsShowProbableMerges();
    void bothAsHadTheyNeverMerged();
    void aSessionThatLookedLikeOne();
    void armsAreComparedApartAgain();
    void anEarlierMergeOfSeveral();
    void journeysGoOn();
    void journeysComeApart();
    void refusals_data();
    void refusals();
    void bookIsBounded();
};

class LimitTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hardLimitsHold_data();
    void hardLimitsHold();
    void budgetsCountWhereItGoesOut_data();
    void budgetsCountWhereItGoesOut();
    void optOutInTheSameEpoch_data();
    void optOutInTheSameEpoch();
};

class TimingTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sendsMoveToTheHour();
    void chosenHoursAreKept();
    void partsMakeThePriority();
    void rhythmsAreKept();
    void softwareHasNoRhythm();
    void sameOnAnyNumberOfThreads();
    void tablesAreRecorded();
    void configurationsAreRecorded();
};

class CodecTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void customersComeBack();
    void sharedStateComesBack();
    void damagedBytes();
};
