#pragma once

#include <QObject>

/// What connectors answer in a live run, and what a person's replay of a failure changes.
class ResultTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatStandsCounts_data();
    void onlyWhatStandsCounts();
    void failuresComeBackFromTheStore();
};
