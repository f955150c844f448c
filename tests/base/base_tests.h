#pragma once

#include <QObject>

// The classes stand here, apart from their bodies, because moc does not read all of what the bodies contain.

class TimeTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsInstants_data();
    void readsInstants();
    void refusesWrongInstants_data();
    void refusesWrongInstants();
    void writesInstants();
    void readsLengths_data();
    void readsLengths();
    void refusesWrongLengths();
    void writesLengths();
    void countsCivilDays();
    void localTimes_data();
    void localTimes();
    void instantsOfWallTimes_data();
    void instantsOfWallTimes();
    void wallTimesComeBack();
    void zoneNames();
    void clocks();
};

class DecimalTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void computes_data();
    void computes();
    void rounds_data();
    void rounds();
    void compares();
    void convertsDoubles();
    void convertsIntegers();
    void agreesWithIntegers();
    void quotientsAreNearest();
};

class MathTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void staysWithinError_data();
    void staysWithinError();
    void reducesNearZeros();
    void quantileInvertsTheCdf();
    void edges();
    void bitsStay();
};

class ChanceTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers();
    void everyPartOfTheAddressCounts();
    void uniformIsUniform();
    void momentsOfTheDistributions();
    void poissonCounts_data();
    void poissonCounts();
    void belowCoversEveryNumber();
};

class JsonTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads();
    void refuses_data();
    void refuses();
    void refusesDuplicatesAndDepth();
    void canonicalNumbers_data();
    void canonicalNumbers();
    void canonicalForm();
    void survivesMutations();
};

class CborTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void readsBack();
    void refuses_data();
    void refuses();
    void refusesUnrecordableReals();
    void limitsDepth();
    void survivesMutations();
};

class NameTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hashes_data();
    void hashes();
    void hexIsStrict();
    void stableHashes();
    void internsNames();
    void nearestNames_data();
    void nearestNames();
    void utf8();
    void texts();
    void results();
};

class ValueTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void accessors();
    void paths();
    void equality();
};
