#pragma once

#include <QObject>

class RetrievalTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splitsIntoTerms_data();
    void splitsIntoTerms();
    void scoresByHand();
    void olderCountsLess();
    void tiesAndLimits();
    void knowsTheWorkspace();
    void usesALargerCollection();
    void namesWordsThatPeopleKnow();
    void labelledQueries();
};
