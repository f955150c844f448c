#pragma once

#include <QObject>

/// What people share and there is too little of: people's hours, seats (L6).
class ScarceTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hoursGoByValueAtRisk();
    void overflowGoesToTheBestAutomated();
    void batchesGoInTheirOrder_data();
    void batchesGoInTheirOrder();
    void lastSeatsGoToTightAndLoyal();
};
