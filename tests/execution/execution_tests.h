#pragma once

#include <QObject>

class DispatcherTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void deliversInOrder();
    void followsWhatItWaitsFor_data();
    void followsWhatItWaitsFor();
    void retriesUnknownWithBackOff();
    void deadLetterAfterTheLastAttempt();
    void failureIsNotRetried();
    void waitsAsLongAsAsked_data();
    void waitsAsLongAsAsked();
    void unrepeatableStaysUnclear();
    void anotherItemNeverWaitsForABrokenReceiver();
    void missingConnectorAndExceptions();
    void stopScopes_data();
    void stopScopes();
    void stopBetweenTries();
    void stopWhileDispatching();
    void crashRepeatsNothing();
    void crashLeavesBegunCallsToAPerson();
    void marksOnlyWhatIsUnderWay();
    void refusedBeforeTheCall_data();
    void refusedBeforeTheCall();
    void heldItemsStay();
    void portErrorsComeBack();
    void stepsWaitForNothing();
    void stepsLoseNothing();
};

class HttpConnectorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void badUrls_data();
    void badUrls();
    void sendsKeyAndJson();
    void statusCodes_data();
    void statusCodes();
    void lostConnections();
    void keyCannotSmuggleAHeader();
    void duplicatesCollapseAtTheReceiver();
};

class DispatchCodecTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsBackEqual();
    void hostileBytesAreRefused();
};
