#pragma once

#include <QObject>

/// `wayreevectl table`: an answer and its rows, or what the rows say together.
class TableCommandTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void commands_data();
    void commands();
};
