#pragma once

#include "layout/layout_rules.h"

#include <QObject>

/// Each rule against a planted violation and its nearest allowed neighbour.
class RuleTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsRooms();
    void readsDeclaredRoomsUpwardsOnly();
    void blanksComments_data();
    void blanksComments();
    void direction_data();
    void direction();
    void qt_data();
    void qt();
    void length();
    void maths_data();
    void maths();
    void colours_data();
    void colours();
    void top();
};

/// The rules against the project's own sources.
class TreeTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void includesPointDownwards();
    void qtStaysInItsPlace();
    void filesAreShort();
    void mathsIsPortable();
    void coloursAreTokens();
    void topIsExpected();
    void planNamesEveryRoom();
    void licenceIsWhole();

private:
    QList<layout::Source> m_sources;
    layout::Rooms m_rooms;
    layout::QtHeaders m_qt;
};
