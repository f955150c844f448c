#pragma once

#include <QObject>

/// What is read of a store by customer, where customers turned out to be one person (session/identities.h), and what is
/// learned of software: nothing.
class IdentityTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eventsFollowMerges();
    void eventsComeApart();
    void explanationsKnowBothPasts();
    void purchasesAreOnePersons();
    void softwareTeachesNothing();
    void momentsAreOfEverybody();
    void monthsStay();
    void stagesAreComputedAgain();
    void mergedAreErased();
};
