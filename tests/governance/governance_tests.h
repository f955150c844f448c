#pragma once

#include <QObject>

class ShippedMatrixTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRow_data();
    void everyRow();
    void everyCellIsGuarded();
    void everyRaiseExceptionAndRowIsGuarded();
};

class GovernorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void precedence_data();
    void precedence();
    void waitIsExecuted();
    void unknownActionIsRefused();
    void missingCellMeansAssisted();
    void whatCannotBeEvaluatedApplies();
    void doubtfulRowsOnlyMakeStricter();
    void drawnActionsHaveNoConfidence();
    void reviewSampleIsDrawnAtTheCellsRate();
    void stricter_data();
    void stricter();
};

class ApprovalsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void commands_data();
    void commands();
    void grants_data();
    void grants();
    void edits_data();
    void edits();
    void editVoidsTheFirstApproval();
    void editCheckIsAsked();
    void approvalIsBoundToWhatWasSeen();
    void expiryNeverApproves_data();
    void expiryNeverApproves();
    void randomCommandsKeepInvariants();
};

class StopTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void scopes_data();
    void scopes();
    void noCallStartsAfterStop();
    void noFlightDepartsAfterStop();
    void stopWaitsForFlightsInItsScopeOnly();
};

class CodecTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void planReadsBackEqual();
    void emptyPlanReadsBackEqual();
    void candidateKeepsItsColumns();
    void positionsReadBackEqual();
    void rulingReadsBackEqual();
    void proposalReadsBackEqual();
    void lengthOfAWorstCaseRecord();
    void hostileBytesAreRefused();
};

class RightsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rolesDecide_data();
    void rolesDecide();
    void whoIsNamed();
    void withoutPeopleEverybodyMay();
};
