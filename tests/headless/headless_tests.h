#pragma once

#include <QObject>
#include <QTemporaryDir>

/// The program as a user meets it: arguments in, stdout, stderr and an exit code out.
class HeadlessTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void help_data();
    void help();
    void usage_data();
    void usage();
    void missingFolder_data();
    void missingFolder();
    void brokenYaml();
    void helpAsJson();
    void verifyWithoutRun();
    void verifyWithoutDocuments();
    void stories();
    void simulateJson();
    void everyCommandPrintsOneValue_data();
    void everyCommandPrintsOneValue();
    void backtests();
    void pairsForAnotherScorer();
    void decisionsList();
    void explainsEveryListed();
    void queueByHand();
    void stops();
    void importsEvents();
    void exportsCanonicalLines();
    void exportSparesTheWorkspace_data();
    void exportSparesTheWorkspace();
    void exportKeepsWhatWasThere();
    void linksNoWindow();
    void processorFeaturesDoNotShow_data();
    void processorFeaturesDoNotShow();
    void hillstrom();

private:
    QTemporaryDir m_folder;
    QString m_workspace; ///< a copy of the demo with one run, s1
};
