#pragma once

#include <QObject>

/// A live run that stands still, or is killed, and is taken up from its checkpoint: everything is as had it gone on.
class CheckpointTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goesOnAsHadItNotStopped_data();
    void goesOnAsHadItNotStopped();
    void changedPartsAreEnough();
    void replayIsTheSame();
    void refusesWhatItCannotRead();
    void readsOldOnes();
};
