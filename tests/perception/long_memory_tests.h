#pragma once

#include <QObject>

/// What customers will be worth: BG/NBD and gamma-gamma (P4).
class LifetimeTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void publishedFigures_data();
    void publishedFigures();
    void chancesAddUpToTheExpectation_data();
    void chancesAddUpToTheExpectation();
    void amountsShrink();
    void worthHasItsQuantiles();
    void recordsPurchases();
    void fitsWhatWasDrawn();
    /// CDNOW's 2,357 customers: fitted on 39 weeks, judged on the next 39. Needs CDNOW_sample.txt
    /// ($WAYREEVE_TEST_DATA).
    void cdnow();
};

/// Promises, affinities, progress and worth as facts (P4).
class LongMemoryTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void promises_data();
    void promises();
    void anyOrderGivesTheSamePromises();
    void datesEndWithTheLocalDay();
    void promisesOutliveAFullHistory();
    void promisesSurviveMergeAndUnmerge();
    void accountsAddUpPromises();
    void affinities();
    void affinityIntervalsCover_data();
    void affinityIntervalsCover();
    void progress_data();
    void progress();
    void worthIsAFact();
    void nextDue();
};
