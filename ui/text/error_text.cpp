#include "ui/text/error_text.h"

#include "ui/text/sentences.h"
#include "ui/text/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace wayreeve::text {

namespace {

const char* sentenceOf(const std::string& code) {
    for (const auto& group : {documentSentences(), conditionSentences(), tableSentences(), checkSentences(),
                              inputSentences(), runSentences(), liveSentences(), peopleSentences()})
        for (const Sentence& sentence : group)
            if (code == sentence.code)
                return sentence.text;
    return nullptr;
}

/// The parameter's value as it is shown; nullopt where it is missing or empty.
std::optional<QString> valueOf(const Error& error, const QString& name) {
    const auto at = std::find_if(error.parameters.begin(), error.parameters.end(), [&](const auto& parameter) {
        return name == QString::fromStdString(parameter.first);
    });
    // Some errors name their file as the place only.
    const std::string& value = at != error.parameters.end()    ? at->second
                               : name == QLatin1String("file") ? error.file
                                                               : std::string();
    if (value.empty())
        return std::nullopt;
    return QString::fromStdString(value);
}

class Filling {
public:
    Filling(const Error& error, const QString& text)
        : m_error(error)
        , m_text(text) {}

    QString all() {
        QString result;
        while (m_at < m_text.size())
            result += m_text.at(m_at) == QLatin1Char('[') ? optional() : piece();
        return result;
    }

private:
    /// "[…]": nothing where one of its parameters is not there.
    QString optional() {
        QString result;
        m_whole = true;
        for (++m_at; m_at < m_text.size() && m_text.at(m_at) != QLatin1Char(']');)
            result += piece();
        ++m_at;
        return m_whole ? result : QString();
    }

    /// One character, or one parameter's value.
    QString piece() {
        const qsizetype end = m_text.at(m_at) == QLatin1Char('{') ? m_text.indexOf(QLatin1Char('}'), m_at) : -1;
        const QString inside = end > 0 ? m_text.mid(m_at + 1, end - m_at - 1) : QString();
        const bool asWord = inside.endsWith(QLatin1String(":word"));
        const QString name = asWord ? inside.chopped(5) : inside;
        const auto plain = [](QChar c) { return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c == u'-'; };
        if (name.isEmpty() || !std::all_of(name.begin(), name.end(), plain))
            return m_text.at(m_at++);
        m_at = end + 1;
        const std::optional<QString> value = valueOf(m_error, name);
        m_whole = m_whole && value;
        return !value ? QStringLiteral("?") : asWord ? wordText(*value) : *value;
    }

    const Error& m_error;
    const QString m_text;
    qsizetype m_at = 0;
    bool m_whole = true;
};

} // namespace

QString placeText(const Error& error) {
    if (error.file.empty() && error.line == 0)
        return {};
    // These name the file in their sentence.
    if (error.line == 0 && (error.code.starts_with("io.") || error.code.starts_with("workspace.")))
        return {};
    QString text = QString::fromStdString(error.file);
    if (error.line > 0)
        text += QStringLiteral(":%1").arg(error.line);
    if (error.column > 0)
        text += QStringLiteral(":%1").arg(error.column);
    return text + QStringLiteral(": ");
}

bool hasSentence(const std::string& code) {
    return sentenceOf(code) != nullptr;
}

QString errorText(const Error& error) {
    if (const char* sentence = sentenceOf(error.code))
        return Filling(error, QCoreApplication::translate("Error", sentence)).all();
    QString text = QString::fromStdString(error.code);
    for (const auto& [name, value] : error.parameters)
        text += QStringLiteral(" · %1: %2").arg(QString::fromStdString(name), QString::fromStdString(value));
    return text;
}

} // namespace wayreeve::text
