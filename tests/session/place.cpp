#include "session/place.h"

#include "storage/export_records.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/verify_store.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <fstream>
#include <sstream>

using namespace wayreeve;

Place::Place(const std::string& shipped) {
    std::filesystem::copy(WAYREEVE_SOURCE_DIR "/resources/" + shipped, folder(),
                          std::filesystem::copy_options::recursive);
    std::filesystem::remove_all(folder() / ".wayreeve");
}

void Place::edit(const std::string& file, const std::string& from, const std::string& to) const {
    std::stringstream content;
    content << std::ifstream(folder() / file).rdbuf();
    std::string text = content.str();
    std::size_t at = text.find(from);
    if (at == std::string::npos)
        qFatal("%s has no %s", file.c_str(), from.c_str());
    for (; at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    std::ofstream(folder() / file) << text;
}

void Place::makeBusy() const {
    edit("policies.yaml", "amount: 100\n", "amount: 20\n");
    const std::string shoppers = "populations/shoppers.yaml";
    edit(shoppers, "duplicate: 0.01", "duplicate: 0.05");
    edit(shoppers, "late: 0.02", "late: 0.05");
    edit(shoppers, "capacity-per-day: 45", "capacity-per-day: 400");
    edit(shoppers, "approve: 0.8", "approve: 0.5");
    edit(shoppers, "edit: 0.05", "edit: 0.25");
}

session::OpenWorkspace Place::open() const {
    auto workspace = session::openWorkspace(folder());
    if (!workspace)
        qFatal("the workspace does not open: %s", workspace.error().code.c_str());
    return *workspace;
}

audit::RunInfo Place::run(const std::string& tag) const {
    auto reader = storage::SqliteLedgerReader::open(folder());
    auto info = (*reader)->run(tag);
    return info ? *info : audit::RunInfo{};
}

std::string Place::records(const std::string& tag) const {
    auto reader = storage::SqliteLedgerReader::open(folder());
    const auto info = (*reader)->run(tag);
    const auto symbols = (*reader)->symbolsOf(info->id);
    std::ostringstream out;
    if (!storage::exportRecords(**reader, info->id, *symbols, out))
        qFatal("the records cannot be exported");
    return out.str();
}

QString Place::holding(const std::vector<std::string>& texts) const {
    QStringList places;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder() / ".wayreeve")) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(in)), {});
        for (const std::string& text : texts)
            if (bytes.find(text) != std::string::npos)
                places << QString::fromStdString(entry.path().filename().string() + ": " + text);
    }
    places.sort();
    return places.join(QStringLiteral(", "));
}

bool Place::verified() const {
    const auto report = storage::verifyStore(folder());
    return report && report->ok;
}

Ctl Ctl::run(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral(WAYREEVE_BIN_DIR "/wayreevectl"), arguments);
    if (!process.waitForFinished(600'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

bool Ctl::kill(const QStringList& arguments, int after) {
    QProcess process;
    process.start(QStringLiteral(WAYREEVE_BIN_DIR "/wayreevectl"), arguments);
    if (process.waitForFinished(after))
        return false;
    process.kill();
    process.waitForFinished();
    return process.exitStatus() == QProcess::CrashExit;
}

std::string Ctl::value(const char* name) const {
    return QJsonDocument::fromJson(out).object().value(QLatin1String(name)).toString().toStdString();
}
