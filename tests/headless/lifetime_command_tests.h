#pragma once

#include <QObject>

/// `wayreevectl lifetime`: purchases in, parameters and a verdict out; and what `customer` knows of one.
class LifetimeCommandTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fitsCdnow();
    void badFiles_data();
    void badFiles();
    void misused();
    void customersTellTheirMemory();
    void customersTellContactsAndQuality();
};
