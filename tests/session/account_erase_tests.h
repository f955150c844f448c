#pragma once

#include <QObject>

/// A person is erased for whom an account has something open, or had: what was to reach them stands under the
/// account's number and goes with them.
class AccountEraseTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addressedTextsGo_data();
    void addressedTextsGo();
    void importedRunForgets();
    void aPersonNamedLikeAnAccount();
};
