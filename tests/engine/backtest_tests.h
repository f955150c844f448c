#pragma once

#include <QObject>

/// R3: a run's decisions made once more by changed documents.
class BacktestTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameDocumentsDecideTheSame_data();
    void sameDocumentsDecideTheSame();
    void firstMomentsAreThoseOfAChangedRun_data();
    void firstMomentsAreThoseOfAChangedRun();
    void whatIsForbiddenIsTold();
    void learningOtherwiseIsTold();
};
