#pragma once

#include <QObject>
#include <QTemporaryDir>

/// What a person may get wrong: one sentence that says what, where and what to do; the right exit code; nothing lost.
class BadInputTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void documents_data();
    void documents();
    void notesAreNoFindings();
    void warningsAreFindings();
    void misspeltFile();
    void newerDatabase();
    void foreignDatabase();
    void secondEngine();
    void events();
    void reasonsWithoutARun();
    void windowOptions_data();
    void windowOptions();
    void nothingToImport_data();
    void nothingToImport();
    void tables_data();
    void tables();
    void foreignNames();
    void examplesOfHelp();
    void speaksGerman();
    void readOnlyFolder();
    void shippedStories_data();
    void shippedStories();

private:
    QTemporaryDir m_folder;
    QString m_workspace; ///< a copy of the demo with one small run, s1
};
