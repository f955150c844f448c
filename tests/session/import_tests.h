#pragma once

#include <QObject>

/// Lines of an import that are refused, and rows of a replayed table.
class ImportTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refusedLinesAreNamed();
    void nothingUsable();
    void replaysTheSame();
    void unusableNumbersOfATable_data();
    void unusableNumbersOfATable();
};
