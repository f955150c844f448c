#pragma once

#include <QObject>

class ValueTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void evaluates_data();
    void evaluates();
    void dates_data();
    void dates();
    void functions_data();
    void functions();
};

class ConditionTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void threeValued_data();
    void threeValued();
    void comparesEveryType_data();
    void comparesEveryType();
    void openTypes_data();
    void openTypes();
    void slotsAndMissing();
    void traceShowsLeaves();
    void traceOfEveryForm_data();
    void traceOfEveryForm();
    void hugeLoopsEnd();
    void manyValuesOnTheStack();
    void extremeData();
};

class ErrorTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parserErrors_data();
    void parserErrors();
    void checkerErrors_data();
    void checkerErrors();
    void accepted_data();
    void accepted();
    void lineAndColumn();
    void limits();
    void allErrorsInOrder();
    void resultTypes_data();
    void resultTypes();
};

class TextTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void prints_data();
    void prints();
    void printedTreesReadBack();
    void mutatedTextsNeverCrash();
    void randomTreesEvaluateAlike();
};

class MeasureTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rolling_data();
    void rolling();
    void calendarDaysOverClockChange_data();
    void calendarDaysOverClockChange();
    void functionsOfProperties_data();
    void functionsOfProperties();
    void filters_data();
    void filters();
    void minimumHistory();
    void sumsAreExact();
    void wrongDefinitions();
    void allAtOnce();
    void sequences_data();
    void sequences();
    void decayedCounts();
};
