#pragma once

#include <QObject>

/// Special functions: closed forms, tables and the wider reference of long double.
class SpecialTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void logGammaStaysWithinError();
    void betaHasItsClosedForms_data();
    void betaHasItsClosedForms();
    void betaQuantileInvertsTheCdf();
    void hypergeometricHasItsClosedForms_data();
    void hypergeometricHasItsClosedForms();
    void edges();
};
