#include "ingest/sources.h"

#include "base/json.h"
#include "base/text.h"
#include "documents/file_io.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace wayreeve::ingest {

namespace {

constexpr std::size_t longestFile = 1'000'000;

Error damaged(const std::filesystem::path& file) {
    return Error{"sources.damaged", {{"file", file.string()}}, file.string(), 0, 0};
}

auto placeOf(auto& sources, const std::string& id) {
    return std::lower_bound(sources.begin(), sources.end(), id,
                            [](const Source& source, const std::string& other) { return source.id < other; });
}

} // namespace

Result<Sources> Sources::load(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error) && !error)
        return Sources();
    auto text = documents::readFile(file, longestFile);
    if (!text)
        return text.error();
    if (text->empty()) // a first save that was cut off
        return Sources();
    const auto json = parseJson(*text);
    if (!json || json->member("format") != Value(1) || !json->member("sources").list())
        return damaged(file);
    Sources read;
    const Value list = json->member("sources");
    for (const Value& entry : *list.list()) {
        const Value id = entry.member("id"), hex = entry.member("key_hash");
        const auto hash = hex.text() ? Hash256::fromHex(*hex.text()) : std::nullopt;
        if (!id.text() || !isDocumentId(*id.text()) || !hash)
            return damaged(file);
        const auto place = placeOf(read.m_sources, *id.text());
        if (place != read.m_sources.end() && place->id == *id.text())
            return damaged(file);
        read.m_sources.insert(place, {*id.text(), *hash});
    }
    return read;
}

Result<void> Sources::save(const std::filesystem::path& file) const {
    List list;
    for (const Source& source : m_sources)
        list.emplace_back(Context{{"id", source.id}, {"key_hash", source.keyHash.hex()}});
    const std::string text = writePrettyJson(Context{{"format", 1}, {"sources", std::move(list)}}) + "\n";
    // A replaced file keeps its mode, so there is one of the right mode first. Empty, it lets nobody in.
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    if (const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600); made >= 0) {
        ::fchmod(made, 0600);
        ::close(made);
    }
    return documents::replaceFile(file, text);
}

Result<std::string> Sources::add(const std::string& id) {
    if (!isDocumentId(id))
        return Error{"sources.id", {{"id", id}}};
    const auto place = placeOf(m_sources, id);
    if (place != m_sources.end() && place->id == id)
        return Error{"sources.exists", {{"id", id}}};
    std::array<unsigned char, 32> random{};
    randombytes_buf(random.data(), random.size());
    std::array<char, 2 * 32 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), random.data(), random.size());
    std::string key(hex.data());
    m_sources.insert(place, {id, hashOf(key)});
    return key;
}

void Sources::addKey(const std::string& id, const std::string& key) {
    const auto place = placeOf(m_sources, id);
    if (place != m_sources.end() && place->id == id)
        place->keyHash = hashOf(key);
    else
        m_sources.insert(place, {id, hashOf(key)});
}

bool Sources::remove(const std::string& id) {
    const auto place = placeOf(m_sources, id);
    if (place == m_sources.end() || place->id != id)
        return false;
    m_sources.erase(place);
    return true;
}

const std::string* Sources::find(std::string_view key) const {
    if (key.empty())
        return nullptr;
    const Hash256 hash = hashOf(key);
    const std::string* found = nullptr;
    for (const Source& source : m_sources)
        if (sodium_memcmp(source.keyHash.bytes.data(), hash.bytes.data(), hash.bytes.size()) == 0)
            found = &source.id;
    return found;
}

} // namespace wayreeve::ingest
