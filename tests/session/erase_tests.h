#pragma once

#include <QObject>

/// Erasure of a person (docs/adr/0013) as `wayreevectl erase` does it, in a live run and where nothing runs.
class EraseTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void liveRunForgets();
    void killedAtAnyInstant_data();
    void killedAtAnyInstant();
    void endedRunForgets();
    void anyIdWillDo_data();
    void anyIdWillDo();
    void refusals_data();
    void refusals();
};
