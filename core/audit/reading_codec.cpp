#include "audit/reading_codec.h"

#include "planning/codec_parts.h"

#include <array>

namespace wayreeve::audit {

namespace {

using interpretation::Contribution;
using interpretation::Reading;
using interpretation::Score;

constexpr std::size_t groups = 4;

/// Memory that encoding one reading after another reuses.
struct Columns {
    std::vector<std::uint32_t> ids, ends, partIds;
    std::vector<double> values, amounts;

    void clear() {
        ids.clear();
        ends.clear();
        partIds.clear();
        values.clear();
        amounts.clear();
    }
    void add(const Score& score) {
        ids.push_back(score.id);
        values.push_back(score.value);
        for (const Contribution& part : score.parts) {
            partIds.push_back(part.signal);
            amounts.push_back(part.amount);
        }
        ends.push_back(static_cast<std::uint32_t>(partIds.size()));
    }
    void add(const std::vector<Score>& scores) {
        for (const Score& score : scores)
            add(score);
    }
    /// Whether the columns fit together and hold `scores` scores.
    [[nodiscard]] bool fits(std::uint64_t scores) const {
        return ids.size() == scores && values.size() == scores && ends.size() == scores &&
               partIds.size() == amounts.size() && std::is_sorted(ends.begin(), ends.end()) && !ends.empty() &&
               ends.back() == partIds.size();
    }
    [[nodiscard]] Score score(std::size_t i) const {
        Score score{ids[i], values[i], {}};
        for (std::size_t k = i == 0 ? 0 : ends[i - 1]; k < ends[i]; ++k)
            score.parts.push_back({partIds[k], amounts[k]});
        return score;
    }
};

} // namespace

void encode(cbor::Writer& writer, const Reading& reading) {
    thread_local Columns columns;
    columns.clear();
    columns.add(reading.intents);
    columns.add(reading.sentiment);
    columns.add(reading.needs);
    columns.add(reading.hesitations);
    columns.add(reading.stages);
    writer.array(12);
    writer.instant(reading.at);
    writer.array(groups);
    writer.uint(reading.intents.size());
    writer.uint(reading.needs.size());
    writer.uint(reading.hesitations.size());
    writer.uint(reading.stages.size());
    writer.uints(columns.ids);
    writer.reals(columns.values);
    writer.uints(columns.ends);
    writer.uints(columns.partIds);
    writer.reals(columns.amounts);
    writer.uint(reading.stage);
    writer.uint(reading.previousStage);
    writer.boolean(reading.stageChanged);
    writer.uint(reading.leadingIntent);
    writer.real(reading.leadingIntentValue);
}

bool decode(cbor::Reader& reader, Reading& reading) {
    reading = Reading();
    codec::expectArray(reader, 12);
    reading.at = reader.instant();
    codec::expectArray(reader, groups);
    std::array<std::uint64_t, groups> counts{};
    std::uint64_t total = 1; // the sentiment
    for (std::uint64_t& count : counts) {
        count = codec::readWord(reader);
        total += count;
    }
    Columns columns;
    columns.ids = reader.uints();
    columns.values = reader.reals();
    columns.ends = reader.uints();
    columns.partIds = reader.uints();
    columns.amounts = reader.reals();
    if (reader.failed() || !columns.fits(total))
        return reader.fail(), false;
    std::size_t at = 0;
    const auto take = [&](std::vector<Score>& scores, std::uint64_t count) {
        for (std::uint64_t n = 0; n < count; ++n)
            scores.push_back(columns.score(at++));
    };
    take(reading.intents, counts[0]);
    reading.sentiment = columns.score(at++);
    take(reading.needs, counts[1]);
    take(reading.hesitations, counts[2]);
    take(reading.stages, counts[3]);
    reading.stage = codec::readWord(reader);
    reading.previousStage = codec::readWord(reader);
    reading.stageChanged = reader.boolean();
    reading.leadingIntent = codec::readWord(reader);
    reading.leadingIntentValue = reader.real();
    return !reader.failed();
}

} // namespace wayreeve::audit
