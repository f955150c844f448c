#pragma once

#include <QObject>
#include <QTemporaryDir>

/// `wayreevectl effects` and `drift` on a small run of the demo.
class LearningCommandTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void effectsAddUp();
    void theControlArmAlone();
    void segmentsHaveCells();
    void driftIsReported();
    void misused_data();
    void misused();

private:
    QTemporaryDir m_folder;
    QString m_workspace;
};
