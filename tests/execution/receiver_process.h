#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

/// A receiver of tests/execution/receivers, run by node as a process of its own. Its packages are installed once into
/// the build folder (tests/receivers), by the lock file.
class ReceiverProcess {
public:
    /// Empty where receivers can be run here; otherwise why not. Installs at the first call. With
    /// WAYREEVE_NEED_RECEIVERS in the environment tests fail instead of being skipped: see needsReceivers().
    static QString absence();
    static bool needsReceivers() { return qEnvironmentVariableIsSet("WAYREEVE_NEED_RECEIVERS"); }

    explicit ReceiverProcess(const QString& script, const QStringList& arguments = {});
    ~ReceiverProcess();

    [[nodiscard]] int port(const QString& name = QStringLiteral("http")) const { return m_ports[name].toInt(); }
    [[nodiscard]] std::string url(const QString& path) const {
        return "http://127.0.0.1:" + std::to_string(port()) + path.toStdString();
    }
    /// The next thing that it says to have received; empty where nothing comes for 10 s.
    [[nodiscard]] QJsonObject next();
    /// Whether it has said nothing so far that next() did not answer.
    [[nodiscard]] bool isSilent();

private:
    QProcess m_process;
    QJsonObject m_ports;
};

/// Makes a skip of where receivers cannot be run, or a failure where they must.
#define NEED_RECEIVERS()                                                                                               \
    if (const QString why = ReceiverProcess::absence(); !why.isEmpty()) {                                              \
        if (ReceiverProcess::needsReceivers())                                                                         \
            QFAIL(qPrintable(why));                                                                                    \
        QSKIP(qPrintable(why));                                                                                        \
    }
