#include "session/handoff.h"

#include "engine/handoff_packet.h"
#include "session/store_access.h"

namespace wayreeve::session {

std::vector<Value> handoffPackets(const Explanation& explanation) {
    std::vector<Value> packets;
    for (const FollowUp& follow : explanation.after)
        if (follow.dispatch && follow.entry.kind == audit::EntryKind::Dispatch)
            if (auto packet = engine::packetIn(follow.dispatch->dispatch.body))
                packets.push_back(std::move(*packet));
    if (!packets.empty())
        return packets;
    for (const governance::Proposal& proposal : explanation.proposals)
        if (auto packet = engine::packetIn(proposal.body))
            packets.push_back(std::move(*packet));
    return packets;
}

HandoffText handoffText(const std::string& body) {
    return {engine::textBeforePacket(body), engine::packetIn(body)};
}

std::string withText(const std::string& body, const std::string& text) {
    const auto packet = engine::packetIn(body);
    return packet ? engine::withPacket(text, *packet) : text;
}

Result<Suggestions> openSuggestions(const std::filesystem::path& folder, const std::string& run, std::int64_t limit) {
    auto reader = openReader(folder);
    if (!reader)
        return reader.error();
    auto info = (*reader)->run(run);
    if (!info)
        return info.error();
    auto symbols = (*reader)->symbolsOf(info->id);
    if (!symbols)
        return symbols.error();
    auto open = (*reader)->proposals(info->id, {governance::ProposalState::Suggested}, limit);
    if (!open)
        return open.error();
    return Suggestions{std::move(*info), std::move(*symbols), std::move(*open)};
}

} // namespace wayreeve::session
