#pragma once

#include <QObject>

/// `wayreevectl offpolicy`: a log in, estimates out.
class OffPolicyCommandTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void estimates();
    void withoutPredictions();
    void openBandit();
    void badLogs_data();
    void badLogs();
    void misused();
};
