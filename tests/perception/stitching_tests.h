#pragma once

#include <QObject>

class SurroundingsTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAContext();
    void readsHosts_data();
    void readsHosts();
    void comesBackFromJson();
    void comesBackFromBytes();
    void writesEventsWithoutThemAsBefore();
};

class StitchingTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesNetworksAndFamilies_data();
    void namesNetworksAndFamilies();
    void countsBySession();
    void sightingsAreBounded();
    void fitsAKnownModel();
    void judgesByHand();
    void evidenceByHand();
    void findsTheCustomer();
    void needsExactlyOne();
    void sharedAloneIsNotEnough();
    void hubsGiveNoCandidates();
    void staysApartOnceParted();
    void isOffUnlessAsked();
};

class MergeRecordTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void undoesAtOnce();
    void routesWhatCameSince();
    void refusalsStayWithBoth();
    void carriesContacts();
    void undoesAroundAThird();
    void anyEventsComeApart();
    void comesBackFromBytes();
    void refusesWhatItCannotUndo();
    void idsGoBack();
};
