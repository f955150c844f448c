#pragma once

#include <QObject>

/// What a live run at work knows of its customers, asked by others.
class ShownTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRunAtWorkSaysWhatItKnows();
    void accountsAndTheirMembers();
    void lookingChangesNothing();
    void withoutAnAnswerNothingIsSaid();
};

/// Commands that go with a live run, as a person types them.
class LiveCommandTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sources();
    void quarantine();
    void unmerge();
    void stitching();
};
