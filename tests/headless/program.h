#pragma once

#include <QByteArray>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QStringList>

#include <filesystem>
#include <linux/capability.h>
#include <sys/prctl.h>

/// wayreevectl as a user starts it.
namespace headless {

struct Outcome {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

inline const QString program = QStringLiteral(WAYREEVE_BIN_DIR "/wayreevectl");
inline const QString resources = QStringLiteral(WAYREEVE_SOURCE_DIR "/resources/");

inline Outcome run(const QStringList& arguments, const QString& folder = {},
                   const QString& language = QStringLiteral("C.UTF-8"), const QString& executable = program,
                   const QString& tunables = {}) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("LANGUAGE"));
    environment.insert(QStringLiteral("LC_ALL"), language);
    if (!tunables.isEmpty())
        environment.insert(QStringLiteral("GLIBC_TUNABLES"), tunables);
#ifdef __SANITIZE_ADDRESS__
    // A program is started hundreds of times; leaks are looked for in the rooms' own tests, which run the same code.
    environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("strict_string_checks=1:detect_leaks=0"));
#endif
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    // Root as well is to meet the permissions of files, as everybody else does.
    process.setChildProcessModifier([] {
        prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE);
        prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH);
    });
    process.start(executable, arguments);
    if (!process.waitForFinished(600'000))
        return {-2, {}, "did not end"};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -3, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

/// Exactly one JSON value and a newline; null where stdout is anything else.
inline QJsonDocument json(const QByteArray& out) {
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(out, &error);
    return error.error == QJsonParseError::NoError && out.endsWith('\n') ? document : QJsonDocument();
}

inline void copyWorkspace(const QString& from, const QString& to) {
    std::filesystem::copy((resources + from).toStdString(), to.toStdString(), std::filesystem::copy_options::recursive);
    std::filesystem::remove_all(to.toStdString() + "/.wayreeve");
}

inline bool writeFile(const QString& name, const QByteArray& text) {
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace headless

#define EXPECT_CODE(outcome, expected)                                                                                 \
    QVERIFY2((outcome).code == (expected),                                                                             \
             qPrintable(QStringLiteral("exit %1: %2").arg((outcome).code).arg(QString::fromUtf8((outcome).err))))
