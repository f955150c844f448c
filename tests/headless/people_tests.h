#pragma once

#include <QJsonObject>
#include <QObject>
#include <QTemporaryDir>

/// What a person at a terminal reads, without --json: ids, tables, verdicts, stops, what comes next.
class PeopleTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void idsOfTheQueue();
    void tables();
    void verdicts();
    void hashAfterVerdict();
    void whatComesNext();
    void secondPerson();
    void commandsAtOnce();
    void outbox();
    void lifting();
    void simulatingWhileStopped();
    void ratesOfTheLog();

private:
    void deadLetters(const QString& workspace);
    QJsonObject decide(const QString& id, const QString& verb, const QString& person, const QString& reason = {}) const;

    QTemporaryDir m_folder;
    QString m_workspace; ///< a copy of the demo with one run, s1
};
