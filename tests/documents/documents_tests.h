#pragma once

#include <QtTest>

class YamlTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refusesHazards_data();
    void refusesHazards();
    void keepsPlaces();
    void textSurvives_data();
    void textSurvives();
    void numbers_data();
    void numbers();
};

class GoldenTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void workspaceLoads();
    void everyKeyIsUsed();
    void pagesListEveryKey();
};

class SaveTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void unchangedIsNotWritten();
    void oneEditChangesOneLine();
    void commentsStay();
    void changeIsWrittenWithBackup();
    void outsideChangeIsRefused();
    void newAndRemoved();
    void whatCannotBeReadIsNotWritten();
    void failedWriteKeepsTheFile();
    void versionsRoundTrip();
};

class WorkspaceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refusesWithPlace_data();
    void refusesWithPlace();
    void missingFiles();
    void storiesOfSeveralFiles();
    void factsHaveSlots();
    void migrates();
    void canonicalHashes_data();
    void canonicalHashes();
    void canonicalForm();
};

class CheckTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void soundWorkspaceHasNoFindings();
    void openCellsAreOnlyNoted();
    void finds_data();
    void finds();
    void neverTrue_data();
    void neverTrue();
    void placesFindings();
};

class EditTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void journeyEdits();
    void randomSequencesKeepInvariants();
    void invariantsAreSeen();
    void matrixEdits();
};

class RandomTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writtenReadsEqual_data();
    void writtenReadsEqual();
    void mutatedTextNeverCrashes();
    void mutatedWorkspaceIsRefusedOrUsed();
};
