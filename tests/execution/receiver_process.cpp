#include "execution/receiver_process.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace {

QDir source() {
    return QDir(QStringLiteral(WAYREEVE_SOURCE_DIR "/tests/execution/receivers"));
}

QDir place() {
    return QDir(QCoreApplication::applicationDirPath() + QStringLiteral("/../tests/receivers"));
}

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString install() {
    if (QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty() ||
        QStandardPaths::findExecutable(QStringLiteral("npm")).isEmpty())
        return QStringLiteral("node and npm are not here: packaging/dependencies installs them");
    place().mkpath(QStringLiteral("."));
    const QString lock = QStringLiteral("package-lock.json"), done = QStringLiteral("installed");
    const bool same = contents(place().filePath(done)) == contents(source().filePath(lock));
    for (const QString& name : source().entryList(QDir::Files | QDir::Hidden)) {
        QFile::remove(place().filePath(name));
        QFile::copy(source().filePath(name), place().filePath(name));
    }
    if (same)
        return {};
    QProcess npm;
    npm.setWorkingDirectory(place().path());
    npm.setProcessChannelMode(QProcess::MergedChannels);
    npm.start(QStringLiteral("npm"), {QStringLiteral("ci"), QStringLiteral("--ignore-scripts")});
    if (!npm.waitForFinished(120'000) || npm.exitCode() != 0)
        return QStringLiteral("npm ci failed: ") + QString::fromUtf8(npm.readAll()).right(500);
    QFile::copy(source().filePath(lock), place().filePath(done));
    return {};
}

} // namespace

QString ReceiverProcess::absence() {
    static const QString why = install();
    return why;
}

ReceiverProcess::ReceiverProcess(const QString& script, const QStringList& arguments) {
    m_process.setWorkingDirectory(place().path());
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral("node"), QStringList{script} + arguments);
    m_ports = next();
}

ReceiverProcess::~ReceiverProcess() {
    m_process.kill();
    m_process.waitForFinished(5000);
}

QJsonObject ReceiverProcess::next() {
    while (!m_process.canReadLine())
        if (!m_process.waitForReadyRead(10'000))
            return {};
    return QJsonDocument::fromJson(m_process.readLine()).object();
}

bool ReceiverProcess::isSilent() {
    m_process.waitForReadyRead(0);
    return !m_process.canReadLine();
}
