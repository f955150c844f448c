#include "session/export.h"

#include "base/text.h"
#include "storage/export_records.h"
#include "storage/sqlite_ledger_reader.h"

#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace wayreeve::session {

namespace fs = std::filesystem;

namespace {

Error failed(const fs::path& file) {
    return Error{"io.write-failed", {{"file", file.string()}}, {}, 0, 0};
}

/// Where writing to this name would end: links are followed, also one whose target is not there yet.
fs::path targetOf(fs::path file) {
    std::error_code unknown;
    for (int links = 0; links < 40 && fs::is_symlink(fs::symlink_status(file, unknown)); ++links) {
        const fs::path next = fs::read_symlink(file, unknown);
        if (unknown)
            break;
        file = next.is_absolute() ? next : file.parent_path() / next;
    }
    const fs::path absolute = fs::absolute(file, unknown);
    const fs::path folder = fs::weakly_canonical(absolute.parent_path(), unknown);
    return unknown ? absolute.lexically_normal() : folder / absolute.filename();
}

bool isWithin(const fs::path& inner, const fs::path& outer) {
    const fs::path rest = inner.lexically_relative(outer);
    return !rest.empty() && *rest.begin() != "..";
}

/// All documents of a workspace are YAML; what is called so and stands in it is one, or would be taken for one.
bool belongsToWorkspace(const fs::path& target, const fs::path& folder) {
    std::error_code unknown;
    const fs::path workspace = fs::weakly_canonical(folder, unknown);
    if (isWithin(target, fs::weakly_canonical(workspace / ".wayreeve", unknown)) ||
        isWithin(target, workspace / ".wayreeve"))
        return true;
    const std::string extension = asciiLower(target.extension().string());
    return (extension == ".yaml" || extension == ".yml") && isWithin(target, workspace);
}

Result<void> writeTo(const fs::path& name, audit::LedgerReader& reader, std::int64_t run, const Symbols& symbols) {
    std::ofstream out(name, std::ios::binary | std::ios::trunc);
    if (!out)
        return Error{"io.write-failed", {}};
    if (auto done = storage::exportRecords(reader, run, symbols, out); !done)
        return done;
    out.close();
    if (!out)
        return Error{"io.write-failed", {}};
    return {};
}

/// A rename may reach the disk before the bytes do.
bool flushToDisk(const fs::path& name) {
    const int descriptor = ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
    const bool flushed = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    return flushed;
}

} // namespace

Result<audit::RunInfo> exportRun(const fs::path& folder, const std::string& tag, const fs::path& file) {
    const fs::path target = targetOf(file);
    if (belongsToWorkspace(target, folder))
        return Error{"export.into-workspace", {{"file", file.string()}}, {}, 0, 0};
    auto reader = storage::SqliteLedgerReader::open(folder);
    if (!reader)
        return reader.error();
    auto run = (*reader)->run(tag);
    if (!run)
        return run.error();
    const auto symbols = (*reader)->symbolsOf(run->id);
    if (!symbols)
        return symbols.error();
    std::error_code unknown;
    const fs::file_status status = fs::status(file, unknown);
    const bool inPlace = fs::exists(status) && !fs::is_regular_file(status);
    const fs::path draft = inPlace ? file : fs::path(target.string() + ".new-" + std::to_string(::getpid()));
    auto written = writeTo(draft, **reader, run->id, *symbols);
    if (!inPlace) {
        if (written && fs::exists(status))
            fs::permissions(draft, status.permissions(), unknown);
        if (written && (!flushToDisk(draft) || ::rename(draft.c_str(), target.c_str()) != 0))
            written = failed(file);
        if (!written)
            fs::remove(draft, unknown);
    }
    if (written)
        return run;
    return written.error().code == "io.write-failed" ? failed(file) : written.error();
}

} // namespace wayreeve::session
