#pragma once

#include <QTranslator>

class QCoreApplication;

namespace wayreeve::ui {

/// Lengthens every text by 40 % and puts accents on it, keeping %1, %n, & and line breaks: what does not fit or was
/// never translatable shows at a glance.
class PseudoTranslator : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;
    [[nodiscard]] QString translate(const char* context, const char* source, const char* disambiguation,
                                    int n) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] static QString lengthened(const QString& text);
};

/// Looks a text up under its class name alone: the classes' own contexts carry the namespace ("wayreeve::ui::Rail"),
/// the ones that lupdate collects do not.
class ClassTranslator : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;
    [[nodiscard]] QString translate(const char* context, const char* source, const char* disambiguation,
                                    int n) const override;
};

/// Numbers, dates and texts of `locale` ("de", "de_AT", "en"; "xx" is the pseudo-language; empty: the system's). Texts
/// without a translation stay English, with its plurals. Takes the place of the language before; call before the first
/// window is made. False: no translation for that language.
bool installLanguage(const QString& locale);

} // namespace wayreeve::ui
