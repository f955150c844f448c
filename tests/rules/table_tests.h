#pragma once

#include <QObject>

class TableTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cells_data();
    void cells();
    void policies_data();
    void policies();
    void problems_data();
    void problems();
    void conditionsAskTables_data();
    void conditionsAskTables();
    void wrongCallsAreRefused_data();
    void wrongCallsAreRefused();
    void firingsAreTold();
    void recursionIsRefused();
    void manyRows();
    void allowanceIsShared();
};

class TableAnalysisTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finds_data();
    void finds();
    void agreesWithAGrid();
    void openRowsAreUndecided();
    void workIsLimited();
};

/// The decision tables of the DMN TCK, compliance level 2, from the folder dmn-tck of WAYREEVE_TEST_DATA; skipped
/// without it.
class TableTckTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void levelTwo();
};
