#pragma once

#include <QObject>

/// What whole runs remember of contacts, responses and cases (P4), and whom they leave out as no people (P1).
class PersonTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void contactsAndResponses();
    void goalsAnswerContacts();
    void accountsReadTheContacts();
    void softwareIsLeftOut();
};
