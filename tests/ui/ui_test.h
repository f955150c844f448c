#pragma once

#include <QList>
#include <QObject>

#include <functional>

/// Test classes of the window register themselves: `WAYREEVE_UI_TEST(TestShell)` at the end of tst_shell.cpp.
/// main.cpp runs them all, in order of their names, in one QApplication with the look installed.
struct UiTest {
    const char* name;
    std::function<QObject*()> make;
};

inline QList<UiTest>& uiTests() {
    static QList<UiTest> tests;
    return tests;
}

#define WAYREEVE_UI_TEST(Class)                                                                                        \
    static const bool registered##Class = [] {                                                                         \
        uiTests().append({#Class, [] { return static_cast<QObject*>(new Class); }});                                   \
        return true;                                                                                                   \
    }();
