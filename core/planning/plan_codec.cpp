#include "planning/plan_codec.h"

#include "planning/codec_parts.h"

#include <array>

namespace wayreeve::planning {

namespace {

using documents::Channel;
using documents::Risk;
using documents::Slot;

/// The score's plain numbers, in the order they are written.
constexpr std::array<double ScoreParts::*, 11> numbers{
    &ScoreParts::outcome,  &ScoreParts::outcomeLow, &ScoreParts::outcomeHigh, &ScoreParts::context,
    &ScoreParts::value,    &ScoreParts::lever,      &ScoreParts::cost,        &ScoreParts::harm,
    &ScoreParts::priority, &ScoreParts::scale,      &ScoreParts::probability};

constexpr std::uint32_t packedBits = 17;

std::uint32_t packed(const Candidate& c) {
    return static_cast<std::uint32_t>(c.channel) | static_cast<std::uint32_t>(c.slot) << 4 |
           static_cast<std::uint32_t>(c.risk) << 8 | static_cast<std::uint32_t>(c.gate) << 12 |
           static_cast<std::uint32_t>(c.scored) << 16;
}

bool unpack(std::uint32_t bits, Candidate& c) {
    const std::uint32_t channel = bits & 15U, slot = bits >> 4 & 15U, risk = bits >> 8 & 15U, gate = bits >> 12 & 15U;
    if (bits >> packedBits != 0 || channel > static_cast<std::uint32_t>(Channel::Ads) ||
        slot > static_cast<std::uint32_t>(Slot::Operation) || risk > static_cast<std::uint32_t>(Risk::High) ||
        gate > static_cast<std::uint32_t>(Gate::Chosen))
        return false;
    c.channel = static_cast<Channel>(channel);
    c.slot = static_cast<Slot>(slot);
    c.risk = static_cast<Risk>(risk);
    c.gate = static_cast<Gate>(gate);
    c.scored = (bits >> 16 & 1U) != 0;
    return true;
}

/// Memory that encoding one plan after another reuses.
struct Scratch {
    std::vector<std::uint32_t> words;
    std::vector<double> reals;
    std::vector<const ScoreParts*> scores;
};

Scratch& scratch() {
    thread_local Scratch memory;
    return memory;
}

template <class Of>
void writeWords(cbor::Writer& writer, std::span<const Candidate> candidates, Of of) {
    auto& words = scratch().words;
    words.clear();
    for (const Candidate& candidate : candidates)
        words.push_back(of(candidate));
    writer.uints(words);
}

// The difference wraps, so that "never" needs no case of its own.
std::int64_t difference(Instant a, Instant b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a.ms) - static_cast<std::uint64_t>(b.ms));
}

void writeInstants(cbor::Writer& writer, std::span<const Candidate> candidates) {
    writer.array(candidates.size());
    for (std::size_t i = 0; i < candidates.size(); ++i)
        writer.integer(i == 0 ? candidates[0].sendAt.ms : difference(candidates[i].sendAt, candidates[0].sendAt));
}

bool readInstants(cbor::Reader& reader, std::vector<Candidate>& candidates) {
    if (!codec::expectArray(reader, candidates.size()))
        return false;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const auto n = static_cast<std::uint64_t>(reader.integer());
        const std::uint64_t first = i == 0 ? 0 : static_cast<std::uint64_t>(candidates[0].sendAt.ms);
        candidates[i].sendAt.ms = static_cast<std::int64_t>(first + n);
    }
    return !reader.failed();
}

/// Whether `ends` cuts 0 … total into one ascending part each.
bool cuts(const std::vector<std::uint32_t>& ends, std::size_t parts, std::size_t total) {
    return ends.size() == parts && std::is_sorted(ends.begin(), ends.end()) && (parts == 0 ? 0U : ends.back()) == total;
}

void writeRaises(cbor::Writer& writer, std::span<const Candidate> candidates) {
    writer.array(2);
    std::uint32_t end = 0;
    writeWords(writer, candidates,
               [&](const Candidate& c) { return end += static_cast<std::uint32_t>(c.raisedBy.size()); });
    auto& words = scratch().words;
    words.clear();
    for (const Candidate& candidate : candidates)
        words.insert(words.end(), candidate.raisedBy.begin(), candidate.raisedBy.end());
    writer.uints(words);
}

bool readRaises(cbor::Reader& reader, std::vector<Candidate>& candidates) {
    if (!codec::expectArray(reader, 2))
        return false;
    const auto ends = reader.uints();
    const auto ids = reader.uints();
    if (reader.failed() || !cuts(ends, candidates.size(), ids.size()))
        return false;
    auto from = ids.begin();
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const auto to = ids.begin() + ends[i];
        candidates[i].raisedBy.assign(from, to);
        from = to;
    }
    return true;
}

/// Terms and penalties alike: `list` is the member, `id` the symbol's member in its items.
template <class Item>
void writeParts(cbor::Writer& writer, std::vector<Item> ScoreParts::*list, Sym Item::*id) {
    Scratch& memory = scratch();
    writer.array(3);
    memory.words.clear();
    std::uint32_t end = 0;
    for (const ScoreParts* score : memory.scores)
        memory.words.push_back(end += static_cast<std::uint32_t>((score->*list).size()));
    writer.uints(memory.words);
    memory.words.clear();
    memory.reals.clear();
    for (const ScoreParts* score : memory.scores)
        for (const Item& item : score->*list) {
            memory.words.push_back(item.*id);
            memory.reals.push_back(item.amount);
        }
    writer.uints(memory.words);
    writer.reals(memory.reals);
}

template <class Item>
bool readParts(cbor::Reader& reader, const std::vector<ScoreParts*>& scores, std::vector<Item> ScoreParts::*list,
               Sym Item::*id) {
    if (!codec::expectArray(reader, 3))
        return false;
    const auto ends = reader.uints();
    const auto ids = reader.uints();
    const auto amounts = reader.reals();
    if (reader.failed() || ids.size() != amounts.size() || !cuts(ends, scores.size(), ids.size()))
        return false;
    std::size_t at = 0;
    for (std::size_t i = 0; i < scores.size(); ++i)
        for (; at < ends[i]; ++at) {
            Item item;
            item.*id = ids[at];
            item.amount = amounts[at];
            (scores[i]->*list).push_back(item);
        }
    return true;
}

bool tires(const ScoreParts* score) {
    return score->fatigue != 1.0;
}

bool answersSomething(const ScoreParts* score) {
    return !score->answers.empty() || score->off != 0;
}

/// The factors of fatigue come last, and only where one of them is not 1; behind them what candidates answer and what
/// is switched off, only where there is any.
void writeScores(cbor::Writer& writer, std::span<const Candidate> candidates) {
    Scratch& memory = scratch();
    memory.scores.clear();
    for (const Candidate& candidate : candidates)
        if (candidate.scored)
            memory.scores.push_back(&candidate.score);
    const bool tired = std::any_of(memory.scores.begin(), memory.scores.end(), tires);
    const bool answers = std::any_of(memory.scores.begin(), memory.scores.end(), answersSomething);
    writer.array(numbers.size() + (answers ? 5 : tired ? 3 : 2));
    for (const auto number : numbers) {
        memory.reals.clear();
        for (const ScoreParts* score : memory.scores)
            memory.reals.push_back(score->*number);
        writer.reals(memory.reals);
    }
    writeParts(writer, &ScoreParts::terms, &Term::field);
    writeParts(writer, &ScoreParts::penalties, &Penalty::policy);
    if (!tired && !answers)
        return;
    memory.reals.clear();
    for (const ScoreParts* score : memory.scores)
        memory.reals.push_back(score->fatigue);
    writer.reals(memory.reals);
    if (!answers)
        return;
    writeParts(writer, &ScoreParts::answers, &Answer::reading);
    memory.words.clear();
    for (const ScoreParts* score : memory.scores)
        memory.words.push_back(score->off);
    writer.uints(memory.words);
}

bool readScores(cbor::Reader& reader, std::vector<Candidate>& candidates) {
    const std::size_t parts = reader.array();
    const bool answers = parts == numbers.size() + 5;
    const bool tired = answers || parts == numbers.size() + 3;
    if (reader.failed() || (!tired && parts != numbers.size() + 2))
        return false;
    std::vector<ScoreParts*> scores;
    for (Candidate& candidate : candidates)
        if (candidate.scored)
            scores.push_back(&candidate.score);
    for (const auto number : numbers) {
        const auto column = reader.reals();
        if (reader.failed() || column.size() != scores.size())
            return false;
        for (std::size_t i = 0; i < scores.size(); ++i)
            scores[i]->*number = column[i];
    }
    if (!readParts(reader, scores, &ScoreParts::terms, &Term::field) ||
        !readParts(reader, scores, &ScoreParts::penalties, &Penalty::policy))
        return false;
    if (!tired)
        return true;
    const auto column = reader.reals();
    if (reader.failed() || column.size() != scores.size())
        return false;
    for (std::size_t i = 0; i < scores.size(); ++i)
        scores[i]->fatigue = column[i];
    if (!answers)
        return std::any_of(scores.begin(), scores.end(), tires);
    if (!readParts(reader, scores, &ScoreParts::answers, &Answer::reading))
        return false;
    const auto off = reader.uints();
    if (reader.failed() || off.size() != scores.size())
        return false;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (off[i] >> (static_cast<unsigned>(documents::Factor::Harm) + 1) != 0)
            return false;
        scores[i]->off = off[i];
    }
    return std::any_of(scores.begin(), scores.end(), answersSomething);
}

bool addresses(const Candidate& candidate) {
    return candidate.contact != 0;
}

bool readColumns(cbor::Reader& reader, std::vector<Candidate>& candidates) {
    const std::size_t columns = reader.array(); // one more where somebody is addressed for an account
    if (reader.failed() || (columns != 12 && columns != 13))
        return false;
    const std::uint64_t count = reader.uint();
    const auto agents = reader.uints(); // as long as the bytes allow: `count` is trusted only once it fits
    if (reader.failed() || agents.size() != count)
        return false;
    candidates.assign(agents.size(), Candidate());
    const auto each = [&](const std::vector<std::uint32_t>& column, auto set) {
        bool fits = !reader.failed() && column.size() == candidates.size();
        for (std::size_t i = 0; fits && i < column.size(); ++i)
            fits = set(candidates[i], column[i]);
        return fits;
    };
    const auto into = [](Sym Candidate::*member) {
        return [member](Candidate& candidate, std::uint32_t word) {
            candidate.*member = word;
            return true;
        };
    };
    if (!each(agents, into(&Candidate::agent)) || !each(reader.uints(), into(&Candidate::action)) ||
        !each(reader.uints(), into(&Candidate::content)) || !each(reader.uints(), into(&Candidate::tone)) ||
        !each(reader.uints(), [](Candidate& c, std::uint32_t bits) { return unpack(bits, c); }) ||
        !each(reader.uints(), into(&Candidate::removedBy)) || !readInstants(reader, candidates))
        return false;
    for (Decimal Candidate::*member : {&Candidate::discount, &Candidate::amount}) {
        if (!codec::expectArray(reader, candidates.size()))
            return false;
        for (Candidate& candidate : candidates)
            candidate.*member = codec::readDecimal(reader);
    }
    if (!readRaises(reader, candidates) || !readScores(reader, candidates))
        return false;
    if (columns == 13 && (!each(reader.uints(), into(&Candidate::contact)) ||
                          std::none_of(candidates.begin(), candidates.end(), addresses)))
        return false;
    return !reader.failed();
}

void encode(cbor::Writer& writer, const SlotChoice& choice) {
    writer.array(9);
    codec::writeEnum(writer, choice.slot);
    writer.uint(choice.agent);
    writer.uint(choice.chosen);
    writer.uint(choice.leader);
    writer.real(choice.probability);
    writer.real(choice.confidence);
    writer.boolean(choice.explored);
    writer.boolean(choice.forced);
    writer.real(choice.draw);
}

SlotChoice readChoice(cbor::Reader& reader, std::size_t candidates) {
    SlotChoice choice;
    codec::expectArray(reader, 9);
    choice.slot = codec::readEnum(reader, Slot::Operation);
    choice.agent = codec::readWord(reader);
    choice.chosen = codec::readWord(reader);
    choice.leader = codec::readWord(reader);
    choice.probability = reader.real();
    choice.confidence = reader.real();
    choice.explored = reader.boolean();
    choice.forced = reader.boolean();
    choice.draw = reader.real();
    if (choice.chosen >= candidates || choice.leader >= candidates)
        reader.fail();
    return choice;
}

void encode(cbor::Writer& writer, const SendHour& hour) {
    writer.array(6);
    writer.uint(hour.candidate);
    writer.uint(static_cast<std::uint64_t>(hour.hour));
    writer.real(hour.probability);
    writer.real(hour.expected);
    writer.real(hour.estimate);
    writer.uint(hour.contacts);
}

SendHour readHour(cbor::Reader& reader, std::size_t candidates) {
    SendHour hour;
    codec::expectArray(reader, 6);
    hour.candidate = codec::readWord(reader);
    hour.hour = static_cast<int>(std::min<std::uint64_t>(reader.uint(), 24));
    hour.probability = reader.real();
    hour.expected = reader.real();
    hour.estimate = reader.real();
    hour.contacts = codec::readWord(reader);
    if (hour.candidate >= candidates || hour.hour > 23)
        reader.fail();
    return hour;
}

/// What the agents chose of time: after the rest, and only where one of them did.
void encodeTiming(cbor::Writer& writer, const Plan& plan) {
    writer.array(plan.sendHours.size());
    for (const SendHour& hour : plan.sendHours)
        encode(writer, hour);
    writer.array(plan.gaps.size());
    for (const ContactGap& gap : plan.gaps) {
        writer.array(3);
        writer.uint(gap.agent);
        writer.integer(gap.gap.ms);
        writer.instant(gap.until);
    }
}

void readTiming(cbor::Reader& reader, Plan& plan) {
    for (std::size_t n = reader.array(); n > 0 && !reader.failed(); --n)
        plan.sendHours.push_back(readHour(reader, plan.candidates.size()));
    for (std::size_t n = reader.array(); n > 0 && !reader.failed(); --n) {
        ContactGap gap;
        codec::expectArray(reader, 3);
        gap.agent = codec::readWord(reader);
        gap.gap = {reader.integer()};
        gap.until = reader.instant();
        plan.gaps.push_back(gap);
    }
    if (plan.sendHours.empty() && plan.gaps.empty())
        reader.fail();
}

void encodeArbitrations(cbor::Writer& writer, const Plan& plan) {
    auto& words = scratch().words;
    for (const auto member : {&Arbitration::first, &Arbitration::second}) {
        words.clear();
        for (const Arbitration& one : plan.arbitrations)
            words.push_back(one.*member);
        writer.uints(words);
    }
    words.clear();
    for (const Arbitration& one : plan.arbitrations)
        words.push_back(static_cast<std::uint32_t>(one.by));
    writer.uints(words);
    writer.array(2 * plan.arbitrations.size());
    for (const Arbitration& one : plan.arbitrations) {
        writer.integer(one.firstContact.ms);
        writer.integer(one.secondContact.ms);
    }
}

bool readArbitrations(cbor::Reader& reader, Plan& plan) {
    const auto first = reader.uints();
    const auto second = reader.uints();
    const auto by = reader.uints();
    if (reader.failed() || first.empty() || second.size() != first.size() || by.size() != first.size() ||
        !codec::expectArray(reader, 2 * first.size()))
        return false;
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (first[i] >= plan.candidates.size() || second[i] >= plan.candidates.size() ||
            by[i] > static_cast<std::uint32_t>(Precedence::Preference))
            return false;
        Arbitration one{first[i], second[i], static_cast<Precedence>(by[i]), {}, {}};
        one.firstContact.ms = reader.integer();
        one.secondContact.ms = reader.integer();
        plan.arbitrations.push_back(one);
    }
    return !reader.failed();
}

} // namespace

void encodeCandidates(cbor::Writer& writer, std::span<const Candidate> candidates) {
    const bool contacts = std::any_of(candidates.begin(), candidates.end(), addresses);
    writer.array(contacts ? 13 : 12);
    writer.uint(candidates.size());
    writeWords(writer, candidates, [](const Candidate& c) { return c.agent; });
    writeWords(writer, candidates, [](const Candidate& c) { return c.action; });
    writeWords(writer, candidates, [](const Candidate& c) { return c.content; });
    writeWords(writer, candidates, [](const Candidate& c) { return c.tone; });
    writeWords(writer, candidates, packed);
    writeWords(writer, candidates, [](const Candidate& c) { return c.removedBy; });
    writeInstants(writer, candidates);
    for (Decimal Candidate::*member : {&Candidate::discount, &Candidate::amount}) {
        writer.array(candidates.size());
        for (const Candidate& candidate : candidates)
            codec::writeDecimal(writer, candidate.*member);
    }
    writeRaises(writer, candidates);
    writeScores(writer, candidates);
    if (contacts)
        writeWords(writer, candidates, [](const Candidate& c) { return c.contact; });
}

bool decodeCandidates(cbor::Reader& reader, std::vector<Candidate>& candidates) {
    if (readColumns(reader, candidates))
        return true;
    reader.fail();
    return false;
}

void encode(cbor::Writer& writer, const Candidate& candidate) {
    encodeCandidates(writer, std::span(&candidate, 1));
}

bool decode(cbor::Reader& reader, Candidate& candidate) {
    std::vector<Candidate> one;
    if (!decodeCandidates(reader, one) || one.size() != 1)
        return reader.fail(), false;
    candidate = std::move(one.front());
    return true;
}

void encode(cbor::Writer& writer, const Plan& plan) {
    const bool timed = !plan.sendHours.empty() || !plan.gaps.empty();
    const bool arbitrated = !plan.arbitrations.empty();
    writer.array(4U + (timed ? 2U : 0U) + (plan.facts.empty() ? 0U : 1U) + (arbitrated ? 4U : 0U));
    encodeCandidates(writer, plan.candidates);
    writer.array(plan.choices.size());
    for (const SlotChoice& choice : plan.choices)
        encode(writer, choice);
    writer.array(plan.steps.size());
    for (const SubStep& step : plan.steps) {
        writer.array(6);
        writer.uint(step.step);
        codec::writeEnum(writer, step.result);
        writer.text(step.detail);
        writer.text(step.limit);
        writer.uint(step.by);
        writer.uint(step.choice);
    }
    writer.instant(plan.waitUntil);
    if (timed)
        encodeTiming(writer, plan);
    if (arbitrated)
        encodeArbitrations(writer, plan);
    if (plan.facts.empty())
        return;
    writer.array(plan.facts.size());
    for (const KnownFact& fact : plan.facts)
        encode(writer, fact);
}

bool decode(cbor::Reader& reader, Plan& plan) {
    plan = Plan();
    // Two more where times were chosen, one where facts were looked up, four where recency or preference decided.
    const std::size_t parts = reader.array();
    if (parts < 4 || parts > 11 || !decodeCandidates(reader, plan.candidates))
        return reader.fail(), false;
    for (std::size_t n = reader.array(); n > 0 && !reader.failed(); --n)
        plan.choices.push_back(readChoice(reader, plan.candidates.size()));
    for (std::size_t n = reader.array(); n > 0 && !reader.failed(); --n) {
        SubStep step;
        const std::size_t members = reader.array(); // three before 0.3: no limit, element and choice
        if (members != 3 && members != 6)
            return reader.fail(), false;
        step.step = codec::readWord(reader);
        step.result = codec::readEnum(reader, StepResult::Skipped);
        step.detail = reader.text();
        if (members == 6) {
            step.limit = reader.text();
            step.by = codec::readWord(reader);
            step.choice = codec::readWord(reader);
        }
        plan.steps.push_back(std::move(step));
    }
    plan.waitUntil = reader.instant();
    if (((parts - 4) & 2U) != 0)
        readTiming(reader, plan);
    if (((parts - 4) & 4U) != 0 && !readArbitrations(reader, plan))
        return reader.fail(), false;
    if (parts % 2 == 0)
        return !reader.failed();
    for (std::size_t n = reader.array(); n > 0 && !reader.failed(); --n)
        if (!decode(reader, plan.facts.emplace_back()))
            return false;
    if (plan.facts.empty())
        return reader.fail(), false;
    return !reader.failed();
}

} // namespace wayreeve::planning
