#pragma once

#include <QObject>

/// Who is on a suppression list is out of the core's context, not only out of what is sent (P3).
class SuppressionTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nobodyThinksAboutThem();
    void operationsGoOn();
    void accountsAreReadWithoutThem_data();
    void accountsAreReadWithoutThem();
    void accountsHearNothingOfThem_data();
    void accountsHearNothingOfThem();
};
