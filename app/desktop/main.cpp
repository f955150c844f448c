#include "first_paint.h"
#include "start_catalogue.h"
#include "workspace_opener.h"

#include "ui/screens.h"
#include "ui/shell/app_context.h"
#include "ui/shell/grab.h"
#include "ui/shell/languages.h"
#include "ui/shell/main_window.h"
#include "ui/shell/watch_application.h"
#include "ui/widgets/style.h"
#include "ui/widgets/tokens.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>

using namespace wayreeve;

namespace {

enum Exit { done = 0, usage = 2, environment = 3 };
constexpr int largestSide = 16'384; ///< a picture of that size takes a gigabyte

/// Documents and data that come with the program: beside an installed one, or the source tree's.
QString resourceFolder() {
    const QString named = qEnvironmentVariable("WAYREEVE_RESOURCES");
    if (!named.isEmpty())
        return named;
    const QDir program(QCoreApplication::applicationDirPath());
    for (const char* candidate : {"../share/wayreeve", "../../../resources", "../../resources"})
        if (QFileInfo(program.filePath(QLatin1String(candidate))).isDir())
            return QDir::cleanPath(program.filePath(QLatin1String(candidate)));
    return program.filePath("resources");
}

int refuse(const QString& sentence, int code) {
    std::fprintf(stderr, "wayreeve: %s\n", qUtf8Printable(sentence));
    return code;
}

QSize sizeFrom(const QString& text) {
    const QStringList parts = text.split(QLatin1Char('x'));
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
}

struct Arguments {
    QString workspace;
    QString grab;
    QString page;
    QSize size;
    bool sized = false; ///< asked for, not the default
    QString theme;
    QString locale;
    QString person;
    bool firstPaint = false;
    QString wrong; ///< what cannot be understood; nothing else is meant then
};

/// The locale is needed before the first translated text, so options are declared in English.
Arguments parse(QCommandLineParser& parser, const QCoreApplication& app) {
    parser.setApplicationDescription("Customer journeys with decisions that explain themselves.\n\n"
                                     "Examples:\n  wayreeve my-workspace\n"
                                     "  wayreeve --grab pictures --theme dark --size 1440x900 my-workspace");
    parser.addPositionalArgument("workspace", "Folder of the workspace to open.", "[workspace]");
    parser.addOption({"grab", "Render every screen into this folder and end.", "folder"});
    parser.addOption({"page", "With --grab: what a place shows, for example insights/drift.", "place/page"});
    parser.addOption({"size", "Size of the window in pixels.", "WxH", "1440x900"});
    parser.addOption({"theme", "light or dark.", "theme"});
    parser.addOption({"locale", "Language and formats, for example de; xx shows long texts.", "locale"});
    parser.addOption({"person", "Id of the person to act as.", "id"});
    parser.addOption({"first-paint", "Open, print how long it took until the window was painted, and end."});
    parser.addHelpOption();
    parser.addVersionOption();
    Arguments refused;
    if (!parser.parse(QCoreApplication::arguments())) { // process() would end with the code for findings
        refused.wrong = parser.errorText();
        return refused;
    }
    parser.process(app);
    return {parser.positionalArguments().value(0),
            parser.value("grab"),
            parser.value("page"),
            sizeFrom(parser.value("size")),
            parser.isSet("size"),
            parser.value("theme"),
            parser.value("locale"),
            parser.value("person"),
            parser.isSet("first-paint"),
            parser.isSet("grab") && parser.value("grab").isEmpty() ? QStringLiteral("--grab needs a folder")
                                                                   : QString()};
}

} // namespace

int main(int argc, char** argv) {
    for (int i = 1; i < argc; ++i)
        if (QByteArrayView(argv[i]).startsWith("--grab") && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
    ui::WatchApplication app(argc, argv);
    QCoreApplication::setApplicationName("wayreeve");
    QCoreApplication::setOrganizationName("wayreeve");
    QCoreApplication::setApplicationVersion(WAYREEVE_VERSION);
    QCommandLineParser parser;
    const Arguments arguments = parse(parser, app);
    if (!arguments.wrong.isEmpty())
        return refuse(arguments.wrong, usage);
    if (parser.positionalArguments().size() > 1)
        return refuse("one workspace at a time", usage);
    if (!arguments.size.isValid() || arguments.size.width() < 320 || arguments.size.height() < 240)
        return refuse("--size must be WxH, for example 1440x900", usage);
    if (arguments.size.width() > largestSide || arguments.size.height() > largestSide)
        return refuse(QStringLiteral("--size may be at most %1x%1").arg(largestSide), usage);
    if (!arguments.theme.isEmpty() && arguments.theme != "light" && arguments.theme != "dark")
        return refuse("--theme must be light or dark", usage);
    if (!arguments.workspace.isEmpty() && !QFileInfo(arguments.workspace).isDir())
        return refuse("no folder " + arguments.workspace, environment);

    ui::installLook();
    ui::installLanguage(arguments.locale);
    const QString theme = arguments.theme.isEmpty() ? QSettings().value("theme").toString() : arguments.theme;
    ui::Tokens::current().setTheme(theme == "dark" ? ui::Theme::Dark : ui::Theme::Light);
    ui::registerScreens();

    ui::AppContext context;
    const bool pictures = !arguments.grab.isEmpty();
    WorkspaceOpener opener(context);
    const auto open = [&](const QString& path, bool copied) {
        const QString folder = QDir(path).absolutePath();
        opener.open(folder, arguments.person, [&context, folder, pictures, copied] {
            if (!pictures) // a picture must not depend on what was opened here before, nor change it
                StartCatalogue::remember(folder, QFileInfo(folder).fileName());
            context.openPlace("journeys");
            if (copied)
                context.showMessage(StartCatalogue::copiedMessage(folder));
        });
    };
    const auto fail = [&context](const QString& sentence) {
        context.showMessage({"open", ui::Severity::Error, {}, sentence, {}, {}, {}, 0});
    };
    context.provide<ui::StartProvider>(std::make_shared<StartCatalogue>(resourceFolder(), open, fail, !pictures));
    ui::Status status;
    status.texts = {{QCoreApplication::translate("Main", "no workspace open"), false}};
    context.setStatus(status);

    ui::MainWindow window(context);
    const QTemporaryDir scratch;
    QString folder = arguments.workspace;
    if (pictures && !folder.isEmpty()) {
        QString error;
        folder = WorkspaceOpener::withRun(QDir(folder).absolutePath(), scratch.path(), error);
        if (folder.isEmpty())
            return refuse(error, environment);
    }
    if (!folder.isEmpty())
        open(folder, false);
    if (pictures || arguments.sized)
        window.resize(arguments.size);
    else
        window.restorePlace(arguments.size);
    if (pictures) {
        ui::GrabOptions options;
        options.folder = arguments.grab;
        options.size = arguments.size;
        options.argument = [&page = arguments.page](const QString& place) {
            return page.section(QLatin1Char('/'), 0, 0) == place ? page.section(QLatin1Char('/'), 1) : QString();
        };
        const QString error = ui::grabScreens(window, context, options);
        return error.isEmpty() ? done : refuse(error, environment);
    }
    if (arguments.firstPaint)
        new FirstPaint(window, context); // the window's
    window.show();
    return QApplication::exec();
}
