#pragma once

#include <QObject>

/// Contacts and responses by channel, open cases (P4), and how much the traffic is a person's (P1).
class ContactTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void channels_data();
    void channels();
    void factsByChannel();
    void nothingKnownTakesNothing();
    void comeBack();
    void surviveMergeAndUnmerge();
    void surviveAFullHistory();
    void openCases_data();
    void openCases();
    void qualityIsTheSumOfItsParts_data();
    void qualityIsTheSumOfItsParts();
    void belowAHalfIsNoPerson();
};
