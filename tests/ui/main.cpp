#include "ui_test.h"

#include "ui/shell/languages.h"
#include "ui/shell/watch_application.h"
#include "ui/widgets/style.h"

#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <cstring>
#include <memory>

/// test_ui [--only CLASS] [Qt Test arguments]
int main(int argc, char** argv) {
    wayreeve::ui::WatchApplication app(argc, argv);
    QCoreApplication::setApplicationName("wayreeve-test");
    QCoreApplication::setOrganizationName("wayreeve");
    QStandardPaths::setTestModeEnabled(true);
    wayreeve::ui::installLook();
    wayreeve::ui::installLanguage("en");
    QStringList arguments = app.arguments();
    QString only;
    if (const auto at = arguments.indexOf("--only"); at > 0 && at + 1 < arguments.size()) {
        only = arguments.takeAt(at + 1);
        arguments.removeAt(at);
    }
    std::sort(uiTests().begin(), uiTests().end(),
              [](const UiTest& a, const UiTest& b) { return std::strcmp(a.name, b.name) < 0; });
    int status = 0;
    for (const UiTest& test : uiTests())
        if (only.isEmpty() || only == QLatin1String(test.name))
            status += QTest::qExec(std::unique_ptr<QObject>(test.make()).get(), arguments);
    return status;
}
