#pragma once

#include <QObject>

/// `wayreevectl stages` and `audit-stages`.
class StagesCommandTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void measures();
    void audits();
    void misused_data();
    void misused();
};
