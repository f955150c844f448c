#pragma once

#include <QObject>
#include <QTemporaryDir>

/// `wayreevectl reweight` on a copy of the demo with one wrong weight, and what `explain` tells of the past.
class ReweightCommandTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void namesTheWrongWeight();
    void needsARight_data();
    void needsARight();
    void writesTheWeight();
    void foretellsLosses();
    void misused_data();
    void misused();
    void explainTellsOfThePast();

private:
    QTemporaryDir m_folder;
    QString m_workspace;
};
