#pragma once

#include "execution/receiver_process.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

/// Vendors' formats against receivers/vendors.js.
class VendorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void answers_data();
    void answers();
    void optOuts_data();
    void optOuts();
    void requests_data();
    void requests();
    void nothingIsSent_data();
    void nothingIsSent();
    void fixtureIsStrict_data();
    void fixtureIsStrict();

private:
    std::unique_ptr<ReceiverProcess> m_receiver;
};

/// What `connector-url` names against receivers/plain.js.
class HttpReceiverTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void answers_data();
    void answers();
    void nobodyIsThere();
    void lostAnswersRepeatNothing();
    void optOut();

private:
    std::unique_ptr<ReceiverProcess> m_receiver;
};

/// The signed webhook against receivers/hooks.js (standardwebhooks).
class WebhookTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void answers_data();
    void answers();
    void payload();
    void optOuts_data();
    void optOuts();
    void optOut();
    void aRetryKeepsTheIdAndRenewsTheTime();
    void goneIsOff();
    void keysRotate();
    void secrets_data();
    void secrets();
    void knownSignatures();

private:
    std::unique_ptr<ReceiverProcess> m_receiver;
};

/// Messages, and SMTP against receivers/mail.js (smtp-server).
class EmailTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void messages_data();
    void messages();
    void mailboxes_data();
    void mailboxes();
    void initTestCase();
    void cleanupTestCase();
    void answers_data();
    void answers();
    void message();
    void longBodiesArriveWhole();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ReceiverProcess> m_receiver;
};

/// Facts against receivers/facts.js.
class FactSystemTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void facts();
    void failures_data();
    void failures();
    void whatStandsIn();
    void timesAndPointers();
    void kindsWithoutASystem();

private:
    std::unique_ptr<ReceiverProcess> m_receiver;
};

class FactSourceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void facts_data();
    void facts();
    void failures_data();
    void failures();
    void limitsCanBeSet();

private:
    std::unique_ptr<ReceiverProcess> m_receiver;
};
