#pragma once

#include <QObject>

class RecordTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goldenDecision();
    void decisionsReadBackEqual();
    void eventsReadBackEqual();
    void otherKindsAreRefused();
    void hostileBytesNeverCrash();
    void opensWithNames();
    void opensEveryKind();
    void unknownSymbolIsDamage();
};

class ChainTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keyIds_data();
    void keyIds();
    void badIds_data();
    void badIds();
    void links();
    void resumes();
    void namesOfKinds();
};

class VerifyTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wholeChain();
    void damage_data();
    void damage();
    void heads_data();
    void heads();
};
