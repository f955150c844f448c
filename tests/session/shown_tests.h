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
