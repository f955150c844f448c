#pragma once

#include "session/open_workspace.h"
#include "session/runs.h"

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// A copy of a shipped workspace on disk that a test may change.
class Place {
public:
    explicit Place(const std::string& shipped = "demo");
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path().toStdString() + "/ws"; }
    [[nodiscard]] QString path() const { return m_folder.path() + QStringLiteral("/ws"); }
    [[nodiscard]] QString beside(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    /// Replaces every `from` in a document; fails the program where there is none.
    void edit(const std::string& file, const std::string& from, const std::string& to) const;
    /// Small budgets, many reviewers who edit and reject, bad events.
    void makeBusy() const;

    [[nodiscard]] wayreeve::session::OpenWorkspace open() const;
    [[nodiscard]] wayreeve::audit::RunInfo run(const std::string& tag = {}) const;
    [[nodiscard]] std::string records(const std::string& tag = {}) const; ///< what export writes
    [[nodiscard]] bool verified() const;
    /// Where in the files of the workspace's data one of the texts lies, as "file: text, file: text".
    [[nodiscard]] QString holding(const std::vector<std::string>& texts) const;

private:
    QTemporaryDir m_folder;
};

/// wayreevectl, to its end or until it is killed.
struct Ctl {
    int code = -1;
    QByteArray out;
    QByteArray err;
    static Ctl run(const QStringList& arguments);
    /// SIGKILL after that many milliseconds; true where it was still running.
    static bool kill(const QStringList& arguments, int after);
    [[nodiscard]] std::string value(const char* name) const; ///< a string member of the JSON it printed
};
