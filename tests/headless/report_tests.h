#pragma once

#include "headless/program.h"

#include <QObject>
#include <QTemporaryDir>

/// What a person reads: notes, the comparison, progress, times, and the words that packaging/run passes on.
class ReportTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void notesOpenCells();
    void simulateCompares();
    void tooShortToCompare();
    void progressInAFile();
    void progressOnATerminal();
    void timesNameTheirZone();
    void runPassesWordsOn_data();
    void runPassesWordsOn();

private:
    QTemporaryDir m_folder;
    QString m_workspace;      ///< a copy of the demo with one run, s1
    headless::Outcome m_made; ///< what was said while it was made
};
