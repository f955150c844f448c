#include "ui/shell/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QList>
#include <QLocale>
#include <QPointer>

#include <algorithm>
#include <cstring>
#include <utility>

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

QString PseudoTranslator::translate(const char*, const char* source, const char*, int n) const {
    QString text = QString::fromUtf8(source);
    // A format of dates and times says nothing itself.
    if (std::all_of(text.cbegin(), text.cend(), [](QChar c) { return QStringLiteral("dMyHhms :.,/-").contains(c); }))
        return text;
    if (n >= 0)
        text.replace(QStringLiteral("(s)"), n == 1 ? QString() : QStringLiteral("s"));
    return lengthened(text);
}

QString ClassTranslator::translate(const char* context, const char* source, const char* disambiguation, int n) const {
    const char* last = context ? std::strrchr(context, ':') : nullptr;
    const QString found = QTranslator::translate(last ? last + 1 : context, source, disambiguation, n);
    // Where one class is written with its namespace, lupdate keeps it.
    return found.isEmpty() && last ? QTranslator::translate(context, source, disambiguation, n) : found;
}

namespace {

/// Owned by the application; deleting one takes it out of use.
QList<QPointer<QTranslator>>& installed() {
    static QList<QPointer<QTranslator>> translators;
    return translators;
}

bool install(QTranslator* translator, bool found) {
    if (!found || !QCoreApplication::installTranslator(translator)) {
        delete translator;
        return false;
    }
    installed().append(translator);
    return true;
}

bool installOwn(const QLocale& locale) {
    auto* own = new ClassTranslator(qApp);
    return install(own, own->load(locale, QStringLiteral("wayreeve"), QStringLiteral("_"),
                                  QStringLiteral(":/wayreeve/translations")));
}

} // namespace

bool installLanguage(const QString& locale) {
    for (const QPointer<QTranslator>& former : std::exchange(installed(), {}))
        delete former;
    if (locale == QStringLiteral("xx")) {
        QLocale::setDefault(QLocale(QLocale::English));
        return install(new PseudoTranslator(qApp), true);
    }
    const QLocale used = locale.isEmpty() ? QLocale::system() : QLocale(locale);
    QLocale::setDefault(used);
    auto* qt = new QTranslator(qApp);
    (void)install(qt, qt->load(used, QStringLiteral("qtbase"), QStringLiteral("_"),
                               QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
    // English knows one from many ("%n stage(s)"), so it stands behind every language that lacks a text.
    const bool english = installOwn(QLocale(QLocale::English));
    return used.language() == QLocale::English ? english : installOwn(used);
}

} // namespace wayreeve::ui
