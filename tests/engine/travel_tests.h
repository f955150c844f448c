#pragma once

#include <QObject>

/// The shipped travel template: three agents over one cancellation.
class TravelTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agentsNeverContradict_data();
    void agentsNeverContradict();
    void contradictionsAreSeen();
    void oneCancellationReachesAllTravellers();
};
