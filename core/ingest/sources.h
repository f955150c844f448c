#pragma once

#include "base/hash.h"
#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::ingest {

struct Source {
    std::string id;  ///< a document id
    Hash256 keyHash; ///< BLAKE2b-256 of the write key
};

/// Who may send: `.wayreeve/sources.json` (mode 0600) holds id and hash of each write key, never the key
/// (docs/formats/http-ingest.md). A value.
class Sources {
public:
    /// A missing file is an empty list. Errors "sources.damaged" (file) and those of documents::readFile.
    [[nodiscard]] static Result<Sources> load(const std::filesystem::path& file);
    /// Atomic and durable; nobody but the owner ever may read it. Errors of documents::replaceFile.
    [[nodiscard]] Result<void> save(const std::filesystem::path& file) const;

    /// Makes a random key of 256 bits and answers it this once. Errors "sources.id" (id), "sources.exists" (id).
    [[nodiscard]] Result<std::string> add(const std::string& id);
    /// A key that somebody chose; a source of this id gets it in place of its old one.
    void addKey(const std::string& id, const std::string& key);
    [[nodiscard]] bool remove(const std::string& id); ///< false where there is none
    /// The id of the source whose key this is, or nullptr. All hashes are compared, each in constant time.
    [[nodiscard]] const std::string* find(std::string_view key) const;
    [[nodiscard]] const std::vector<Source>& all() const { return m_sources; }

private:
    std::vector<Source> m_sources; ///< by id
};

} // namespace wayreeve::ingest
