#include "session/run_reading.h"

#include "documents/workspace_io.h"

namespace wayreeve::session {

Result<RunReading> readRun(const std::filesystem::path& folder, const std::string& tag) {
    RunReading reading;
    auto reader = openReader(folder);
    if (!reader)
        return reader.error();
    reading.reader = std::move(*reader);
    auto run = reading.reader->run(tag);
    if (!run)
        return run.error();
    reading.run = std::move(*run);
    auto symbols = reading.reader->symbolsOf(reading.run.id);
    if (!symbols)
        return symbols.error();
    reading.symbols = std::move(*symbols);
    const documents::LoadOutcome published = documents::loadPublished(folder, reading.run.files);
    if (!published.workspace)
        return published.errors.empty() ? Error{"workspace.unreadable", {{"folder", folder.string()}}, {}, 0, 0}
                                        : published.errors.front();
    reading.workspace = published.workspace;
    return reading;
}

} // namespace wayreeve::session
