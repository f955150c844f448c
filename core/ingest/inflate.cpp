#include "ingest/inflate.h"

#include "base/text.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace wayreeve::ingest {

namespace {

constexpr std::size_t harmless = 1 << 20;
constexpr std::size_t mostGrowth = 200; // deflate's own limit is about 1030; batches of near-equal events reach 60

/// inflate's `windowBits`: 31 = gzip, 15 = zlib, -15 = neither's frame.
int windowFor(std::string_view bytes, Coding coding) {
    if (coding == Coding::Gzip || looksGzipped(bytes))
        return 31;
    // "deflate" means zlib (RFC 9110 §8.4.1.2), but many clients send it bare. RFC 1950 §2.2 tells them apart.
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const bool zlib = bytes.size() >= 2 && (at(0) & 0x0F) == 8 && (at(0) * 256 + at(1)) % 31 == 0;
    return zlib ? 15 : -15;
}

} // namespace

Coding codingOf(std::string_view contentEncoding) {
    const std::string name = asciiLower(trimmed(contentEncoding));
    if (name.empty() || name == "identity")
        return Coding::Identity;
    if (name == "gzip" || name == "x-gzip")
        return Coding::Gzip;
    return name == "deflate" ? Coding::Deflate : Coding::Unknown;
}

bool looksGzipped(std::string_view bytes) {
    return bytes.starts_with("\x1f\x8b");
}

Inflated inflateAll(std::string_view bytes, Coding coding, std::size_t limit) {
    using Outcome = Inflated::Outcome;
    Inflated result;
    z_stream stream{};
    if (inflateInit2(&stream, windowFor(bytes, coding)) != Z_OK)
        return {Outcome::Damaged, {}};
    std::string input(bytes); // zlib's interface wants it writable
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    std::array<Bytef, 32768> block{};
    int status = Z_OK;
    while (result.outcome == Outcome::Whole) {
        stream.next_out = block.data();
        stream.avail_out = static_cast<uInt>(block.size());
        status = inflate(&stream, Z_NO_FLUSH);
        const std::size_t made = block.size() - stream.avail_out, all = result.text.size() + made;
        const std::size_t used = input.size() - stream.avail_in;
        if (all > limit || (all > harmless && all > used * mostGrowth)) {
            result.outcome = Outcome::TooLarge;
            break;
        }
        result.text.append(block.begin(), block.begin() + static_cast<std::ptrdiff_t>(made));
        if (status == Z_STREAM_END) {
            const bool another =
                looksGzipped(std::string_view(reinterpret_cast<const char*>(stream.next_in), stream.avail_in));
            if (!another || inflateReset(&stream) != Z_OK)
                break;
        } else if (status != Z_OK || (made == 0 && stream.avail_in == 0)) {
            result.outcome = Outcome::Damaged; // Z_BUF_ERROR: it ends too early
        }
    }
    inflateEnd(&stream);
    return result;
}

} // namespace wayreeve::ingest
