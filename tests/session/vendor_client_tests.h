#pragma once

#include <QObject>

/// A shop's backend with Segment's own unmodified client: 1,050 events of 100 customers, 50 of them twice.
class VendorClientTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void byDay();
    void byNight();

private:
    QString m_folder; ///< where the client is installed
};
