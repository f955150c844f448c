#pragma once

#include "documents_tests.h"

/// Files that no document is read from, and documents that should be there.
class FolderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKnownFileIsKnown();
    void unknownFiles_data();
    void unknownFiles();
    void otherFilesAreNobodysBusiness_data();
    void otherFilesAreNobodysBusiness();
    void missingPolicies();
    void placesAreKept();
    void linksThatLeadNowhere_data();
    void linksThatLeadNowhere();
    void linksThatLeadElsewhere();
    void aWorkspaceInsideItself();
    void storiesThatProveNothing_data();
    void storiesThatProveNothing();
};
