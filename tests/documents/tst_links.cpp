#include "folder_tests.h"
#include "support.h"

#include "documents/check.h"

using namespace wayreeve;
using namespace wayreeve::documents;
namespace fs = std::filesystem;

namespace {

/// "code file parameter" of each error.
QStringList said(const LoadOutcome& outcome) {
    QStringList lines;
    for (const Error& error : outcome.errors) {
        std::string line = error.code + " " + error.file;
        for (const auto& parameter : error.parameters)
            line += " " + parameter.second;
        lines << QString::fromStdString(line);
    }
    return lines;
}

} // namespace

void FolderTest::linksThatLeadNowhere_data() {
    QTest::addColumn<QStringList>("links"); // "name -> target"; what has the name goes
    QTest::addColumn<QStringList>("errors");
    const auto row = [](const char* name, const QStringList& links, const QStringList& errors) {
        QTest::newRow(name) << links << errors;
    };
    row("a file that is two links", {"policies.yaml -> policies-b.yaml", "policies-b.yaml -> policies.yaml"},
        {"io.read-failed policies.yaml Too many levels of symbolic links"});
    row("a file that is its own link", {"mapping.yaml -> mapping.yaml"},
        {"io.read-failed mapping.yaml Too many levels of symbolic links"});
    row("a file that is gone", {"policies.yaml -> nowhere.yaml"},
        {"io.read-failed policies.yaml No such file or directory"});
    row("a required file that is gone", {"actions.yaml -> nowhere.yaml"},
        {"io.read-failed actions.yaml No such file or directory"});
    row("a file that is a folder", {"policies.yaml -> journeys"}, {"io.read-failed policies.yaml not a file"});
    row("a folder that is two links", {"stories -> b", "b -> stories"},
        {"io.read-failed stories Too many levels of symbolic links"});
    row("a folder that is gone", {"populations -> nowhere"}, {"io.read-failed populations No such file or directory"});
    row("a folder that is the workspace", {"stories -> ."}, {"document.folder-loop stories stories"});
    row("a folder that is above the workspace", {"journeys -> .."}, {"document.folder-loop journeys journeys"});
    row("a folder that is the root", {"journeys -> /"}, {"document.folder-loop journeys journeys"});
    row("a folder that is another one", {"populations -> journeys"},
        {"document.second-name populations/cart.yaml journeys/cart.yaml"});
    row("a story that has two names", {"stories/again.yaml -> main.yaml"},
        {"document.second-name stories/again.yaml stories/main.yaml"});
    row("the link comes first by name", {"journeys/basket.yaml -> cart.yaml"},
        {"document.second-name journeys/basket.yaml journeys/cart.yaml"});
    row("a story that loops", {"stories/a.yaml -> b.yaml", "stories/b.yaml -> a.yaml"},
        {"io.read-failed stories/a.yaml Too many levels of symbolic links",
         "io.read-failed stories/b.yaml Too many levels of symbolic links"});
}

void FolderTest::linksThatLeadNowhere() {
    QFETCH(QStringList, links);
    QFETCH(QStringList, errors);
    const QTemporaryDir directory;
    const fs::path folder = fs::path(directory.path().toStdString()) / "workspace";
    support::layOut(folder);
    QVERIFY(loadWorkspace(folder).workspace);
    for (const QString& link : links) {
        const QStringList parts = link.split(" -> ");
        fs::remove_all(folder / parts[0].toStdString());
        fs::create_symlink(parts[1].toStdString(), folder / parts[0].toStdString());
    }
    const LoadOutcome outcome = loadWorkspace(folder);
    QVERIFY(!outcome.workspace);
    QCOMPARE(said(outcome), errors);
    (void)checkFolder(folder); // comes back
}

void FolderTest::linksThatLeadElsewhere() {
    const QTemporaryDir directory;
    const fs::path folder = fs::path(directory.path().toStdString()) / "workspace";
    support::layOut(folder);
    const auto whole = loadWorkspace(folder);
    fs::rename(folder / "stories", folder.parent_path() / "shared");
    fs::create_directory_symlink("../shared", folder / "stories");
    fs::rename(folder / "policies.yaml", folder.parent_path() / "house-policies.yaml");
    fs::create_symlink("../house-policies.yaml", folder / "policies.yaml");
    fs::create_directory_symlink(folder, folder.parent_path() / "by-link");
    for (const fs::path& path : {folder, folder.parent_path() / "by-link"}) {
        const auto linked = loadWorkspace(path);
        QCOMPARE(said(linked), QStringList());
        QCOMPARE(documentSetHash(linked.files).hex(), documentSetHash(whole.files).hex());
    }
}

void FolderTest::aWorkspaceInsideItself() {
    const QTemporaryDir directory;
    const fs::path folder = fs::path(directory.path().toStdString()) / "workspace";
    support::layOut(folder);
    const auto whole = loadWorkspace(folder);
    fs::create_directory_symlink("..", folder / "up");
    fs::create_directory_symlink(".", folder / "here");
    fs::create_directory_symlink("..", folder / "journeys" / "up");
    fs::create_symlink("loop", folder / "loop");
    const auto linked = loadWorkspace(folder); // nobody looks deeper than the known folders
    QCOMPARE(said(linked), QStringList());
    QCOMPARE(linked.files.size(), whole.files.size());
    QCOMPARE(checkFolder(folder).size(), std::size_t{0});
}
