#pragma once

#include <QObject>

/// What planning promises of every recorded decision, and what is free again when nobody answers.
class PlanTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCandidateIsAccountedFor();
    void drawnAsLogged();
    void expiryGivesBack_data();
    void expiryGivesBack();
    void kindsThatOnlySuggest_data();
    void kindsThatOnlySuggest();
};
