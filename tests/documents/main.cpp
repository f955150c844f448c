#include "documents_tests.h"
#include "folder_tests.h"

#include <QCoreApplication>

namespace {

template <class T>
int run(int argc, char** argv) {
    T test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    int failures = 0;
    failures += run<YamlTest>(argc, argv);
    failures += run<GoldenTest>(argc, argv);
    failures += run<WorkspaceTest>(argc, argv);
    failures += run<SaveTest>(argc, argv);
    failures += run<CheckTest>(argc, argv);
    failures += run<FolderTest>(argc, argv);
    failures += run<EditTest>(argc, argv);
    failures += run<RandomTest>(argc, argv);
    return failures == 0 ? 0 : 1;
}
