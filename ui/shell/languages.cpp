#include "ui/shell/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>
#include <cstring>

namespace wayreeve::ui {

QString PseudoTranslator::lengthened(const QString& text) {
    static const QString plain = QStringLiteral("aceinouyACEINOUY");
    static const QString accented = QStringLiteral("áçéíñöüýÁÇÉÍÑÖÜÝ");
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('%') && i + 1 < text.size()) {
            result += text[i];
            result += text[++i];
            continue;
        }
        const auto at = plain.indexOf(text[i]);
        result += at >= 0 ? accented[at] : text[i];
    }
    const auto letters = std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isLetter(); });
    static const QString tail = QStringLiteral(" ömnis übi rés ");
    QString more;
    for (qsizetype i = 0; i < (letters * 2 + 4) / 5; ++i)
        more += tail[i % tail.size()];
    return letters == 0 ? result : result + more.trimmed().prepend(QLatin1Char(' '));
}

QString PseudoTranslator::translate(const char*, const char* source, const char*, int) const {
    return lengthened(QString::fromUtf8(source));
}

QString ClassTranslator::translate(const char* context, const char* source, const char* disambiguation, int n) const {
    const char* last = context ? std::strrchr(context, ':') : nullptr;
    return QTranslator::translate(last ? last + 1 : context, source, disambiguation, n);
}

bool installLanguage(const QString& locale) {
    if (locale == QStringLiteral("xx")) {
        QLocale::setDefault(QLocale(QLocale::English));
        return QCoreApplication::installTranslator(new PseudoTranslator(qApp));
    }
    const QLocale used = locale.isEmpty() ? QLocale::system() : QLocale(locale);
    QLocale::setDefault(used);
    auto* qt = new QTranslator(qApp);
    if (qt->load(used, QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    auto* own = new ClassTranslator(qApp);
    const bool found =
        own->load(used, QStringLiteral("wayreeve"), QStringLiteral("_"), QStringLiteral(":/wayreeve/translations"));
    if (found)
        QCoreApplication::installTranslator(own);
    return found;
}

} // namespace wayreeve::ui
