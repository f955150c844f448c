#pragma once

// Core names members `slots` and `signals`; Qt must not make macros of these words.
#ifndef QT_NO_KEYWORDS
#define QT_NO_KEYWORDS
#endif
#include <QtTest>

class YamlTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refusesHazards_data();
    void refusesHazards();
    void keepsPlaces();
    void textSurvives_data();
    void textSurvives();
    void numbers_data();
    void numbers();
};

class GoldenTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void workspaceLoads();
    void everyKeyIsUsed();
};
