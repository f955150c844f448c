#pragma once

#include <QObject>

/// Many small worlds of bad input: 200 customers, 7 days, a tenth of the events each duplicated, late (and so out of
/// order), from clocks that lead, or malformed. WAYREEVE_SEEDS=10000 is the full size; by default 40 seeds run, in
/// `.ci/run` 300. WAYREEVE_FIRST_SEED begins elsewhere.
class SeedTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySeedKeepsTheRules();
};
