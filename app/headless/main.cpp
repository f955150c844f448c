#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/output.h"
#include "base/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <QTranslator>

#include <algorithm>
#include <new>

using namespace wayreeve;
using namespace wayreeve::headless;

namespace {

QString helpOf(const CommandSpec& command) {
    QStringList lines{QStringLiteral("wayreevectl %1").arg(QString::fromUtf8(command.synopsis)), say(command.purpose),
                      say(QT_TRANSLATE_NOOP("Headless", "Examples:"))};
    for (const std::string& line : split(command.examples, '\n'))
        lines << QStringLiteral("  wayreevectl ") + QString::fromStdString(line);
    return lines.join(QLatin1Char('\n'));
}

QString overview() {
    QStringList lines{say(QT_TRANSLATE_NOOP(
                          "Headless", "wayreevectl: the decision core without a window. WS is a workspace folder.")),
                      {}};
    for (const CommandSpec& command : commands())
        lines << QStringLiteral("  %1").arg(QString::fromUtf8(command.name), -10) + say(command.purpose);
    lines << QString()
          << say(QT_TRANSLATE_NOOP("Headless",
                                   "With --json stdout is one JSON value; progress and errors go to stderr."))
          << say(QT_TRANSLATE_NOOP("Headless",
                                   "Exit codes: 0 done, 1 findings, 2 usage, 3 environment. “wayreevectl COMMAND "
                                   "--help” shows examples."));
    return lines.join(QLatin1Char('\n'));
}

bool contains(const std::vector<std::string>& words, const char* word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

void printHelp(const QString& help, bool asJson) {
    if (!asJson)
        return print(help);
    Context json;
    json.emplace_back("help", Value(help.toStdString()));
    printJson(Value(std::move(json)));
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    // What LANGUAGE, LC_ALL, LC_MESSAGES or LANG asks for; codes, keys and numbers stay as they are.
    QTranslator texts;
    const QString language = QLocale::system().uiLanguages().value(0).left(2);
    if (texts.load(QStringLiteral(":/wayreevectl/%1.qm").arg(language)))
        QCoreApplication::installTranslator(&texts);
    std::vector<std::string> words;
    for (const QString& word : QCoreApplication::arguments().mid(1))
        words.push_back(word.toStdString());
    const bool asJson = contains(words, "--json");
    const bool nothing = words.empty() || (words.size() == 1 && asJson);
    if (nothing || words.front() == "--help" || words.front() == "help" ||
        (words.front() == "--json" && contains(words, "--help"))) {
        printHelp(overview(), asJson);
        return nothing ? Usage : Done;
    }
    std::vector<std::string> known;
    for (const CommandSpec& command : commands()) {
        known.emplace_back(command.name);
        if (words.front() != command.name)
            continue;
        const std::vector<std::string> rest(words.begin() + 1, words.end());
        if (contains(rest, "--help")) {
            printHelp(helpOf(command), asJson);
            return Done;
        }
        int code = Environment;
        try {
            code = command.run(rest);
        } catch (const std::bad_alloc&) {
            complain(
                say(QT_TRANSLATE_NOOP("Headless", "There is not enough memory for this. What was committed is safe.")));
        }
        if (code != Misused)
            return code;
        complain(say(QT_TRANSLATE_NOOP("Headless", "Usage: wayreevectl %1")).arg(QString::fromUtf8(command.synopsis)));
        return Usage;
    }
    const std::string nearest = nearestName(words.front(), known);
    answerInJson(asJson);
    return refuse(nearest.empty()
                      ? say(QT_TRANSLATE_NOOP("Headless", "There is no command “%1”. See wayreevectl --help."))
                            .arg(QString::fromStdString(words.front()))
                      : say(QT_TRANSLATE_NOOP("Headless", "There is no command “%1”. Did you mean “%2”?"))
                            .arg(QString::fromStdString(words.front()), QString::fromStdString(nearest)));
}
