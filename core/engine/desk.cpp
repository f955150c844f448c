#include "engine/desk.h"

#include "base/json.h"
#include "engine/shared_state_codec.h"

#include <algorithm>
#include <charconv>

namespace wayreeve::engine {

std::string commandJson(const governance::Command& command, bool afterEnd) {
    Context json;
    json.emplace_back("command", Value(std::string(governance::nameOf(command.kind))));
    json.emplace_back("proposal", Value(std::to_string(command.proposal)));
    json.emplace_back("person", Value(command.person));
    json.emplace_back("reason", Value(command.reason));
    json.emplace_back("subject", Value(command.subject));
    json.emplace_back("body", Value(command.body));
    if (afterEnd)
        json.emplace_back("after-end", Value(true));
    return writeJson(Value(std::move(json)));
}

bool isAfterEnd(const std::string& text) {
    const auto json = parseJson(text);
    return json && json->member("after-end") == Value(true);
}

Result<governance::Command> commandFromJson(const std::string& text) {
    const Error damaged{"command.damaged", {{"text", text.substr(0, 80)}}, {}, 0, 0};
    const auto json = parseJson(text);
    if (!json || !json->context())
        return damaged;
    governance::Command command;
    const std::string kind = json->member("command").toText();
    bool known = false;
    for (const auto candidate :
         {governance::CommandKind::Claim, governance::CommandKind::Release, governance::CommandKind::Edit,
          governance::CommandKind::Approve, governance::CommandKind::Reject})
        if (governance::nameOf(candidate) == kind) {
            command.kind = candidate;
            known = true;
        }
    const std::string number = json->member("proposal").toText();
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), command.proposal);
    if (!known || error != std::errc{} || end != number.data() + number.size())
        return damaged;
    command.person = json->member("person").toText();
    command.reason = json->member("reason").toText();
    command.subject = json->member("subject").toText();
    command.body = json->member("body").toText();
    return command;
}

Result<governance::Proposal> takeAtStoppedClock(StoppedRun run, governance::Command command, Instant clock,
                                                std::uint64_t epoch, audit::Batch& batch) {
    const std::uint32_t customer = audit::customerOf(command.proposal);
    const audit::Key key = command.proposal;
    TakenCommand taken{std::move(command), Error{"approval.not-taken", {}, {}, 0, 0}};
    if (customer >= run.customers.size())
        return Error{"approval.unknown-proposal", {}, {}, 0, 0};
    (void)run.merge.run({}, clock, epoch, std::span(&taken, 1), run.pool, batch);
    if (!taken.answer)
        return taken.answer;
    CustomerState& state = run.customers[customer];
    bool decided = false;
    for (const OpenProposal& open : state.proposals)
        decided = decided || open.decided;
    if (!decided)
        return taken.answer;
    RunContext context = run.context;
    context.epochLength = Duration::milliseconds(1); // the turn is at the stopped clock, not at an epoch's start
    // What goes out may be what another proposal waits for: that one's turn is at the same instant.
    bool again = true;
    for (int rounds = 0; again && rounds < 8; ++rounds) {
        CustomerEpoch part;
        run.runner.runEpoch(context, state, {}, clock + Duration::milliseconds(1), epoch, part);
        CustomerEpoch* const parts[] = {&part};
        (void)run.merge.run(parts, clock, epoch, {}, run.pool, batch);
        again = std::any_of(state.proposals.begin(), state.proposals.end(), [&](const OpenProposal& open) {
            return open.after != 0 &&
                   std::find(state.executed.begin(), state.executed.end(), open.after) != state.executed.end();
        });
    }
    governance::Proposal after = *taken.answer;
    for (const governance::Proposal& changed : batch.proposals)
        if (changed.number == key)
            after = changed;
    return after;
}

namespace {

/// What is over is not among a customer's open proposals any more; why it is over is still to be said.
Error whyNot(const Program& program, const audit::RunInfo& info, const governance::Command& command,
             audit::LedgerReader& reader) {
    if (const auto over = reader.proposal(info.id, command.proposal))
        if (const auto answer = program.desk->apply(*over, command, info.clock); !answer)
            return answer.error();
    return Error{"approval.unknown-proposal", {}, {}, 0, 0};
}

/// Of an account its members (the erased are none any more), of a person the account.
Result<void> loadLinked(const Program& program, const audit::RunInfo& info, audit::LedgerReader& reader,
                        std::uint32_t number, std::vector<CustomerState>& customers) {
    std::vector<std::uint32_t> linked = customers[number].members;
    if (customers[number].account != 0)
        linked.push_back(customers[number].account - 1);
    for (const std::uint32_t one : linked) {
        auto row = reader.customer(info.id, one);
        if (!row)
            return row.error();
        if (!*row || (*row)->state.empty()) {
            std::erase(customers[number].members, one);
            if (customers[number].account == one + 1)
                customers[number].account = 0;
            continue;
        }
        auto state = decodeState((*row)->state, program.symbols);
        if (!state)
            return state.error();
        if (customers.size() <= one)
            customers.resize(one + 1);
        customers[one] = std::move(state).value();
    }
    return {};
}

} // namespace

Result<governance::Proposal> commandOnStoredRun(const std::shared_ptr<const Program>& program,
                                                const audit::RunInfo& info, const governance::Command& command,
                                                audit::LedgerReader& reader, audit::LedgerWriter& writer) {
    if (info.status == audit::RunStatus::Running)
        return Error{"run.still-running", {{"run", info.tag}}, {}, 0, 0};
    const std::uint32_t number = audit::customerOf(command.proposal);
    auto row = reader.customer(info.id, number);
    if (!row)
        return row.error();
    if (!*row || (*row)->state.empty())
        return whyNot(*program, info, command, reader);
    auto state = decodeState((*row)->state, program->symbols);
    if (!state)
        return state.error();
    auto stored = reader.engineState(info.id);
    if (!stored)
        return stored.error();
    auto shared = decodeSharedState(*stored);
    if (!shared)
        return shared.error();
    auto hashes = writer.entryHashes(info.id);
    if (!hashes)
        return hashes.error();

    const Chance chance(info.seed);
    WorkerPool pool(1);
    std::vector<CustomerState> customers(number + 1);
    customers[number] = std::move(state).value();
    if (auto loaded = loadLinked(*program, info, reader, number, customers); !loaded)
        return loaded.error();
    EpochMerge merge(*program, shared->first, customers, info.sendsReally,
                     info.sendsReally && info.kind == audit::RunKind::Live);
    merge.setStart(info.start);
    merge.setModelUpdates(shared->second);
    RunContext context;
    context.program = program.get();
    context.shared = &shared->first;
    context.customers = &customers;
    context.chance = &chance;
    context.epochLength = info.epoch;
    context.modelUpdates = shared->second;
    TurnRunner runner(*program);

    audit::Batch batch;
    batch.run = info.id;
    batch.decisionCount = info.decisions;
    auto answer =
        takeAtStoppedClock({context, customers, merge, runner, pool}, command, info.clock, info.epochs, batch);
    if (!answer)
        return answer.error().code == "approval.unknown-proposal" ? whyNot(*program, info, command, reader)
                                                                  : answer.error();
    audit::Chain chain;
    chain.resume(*hashes);
    for (audit::Entry& entry : batch.entries)
        chain.append(entry);
    for (const auto& [key, index] : batch.about)
        for (audit::DecisionRow& decision : batch.decisions)
            if (decision.key == key && decision.entry == 0)
                decision.entry = batch.entries[index].number;
    batch.epochs = info.epochs + 1;
    batch.clock = info.clock;
    batch.head = chain.head();
    batch.recordsHash = chain.recordsHash();
    const auto earlier = reader.commands(info.id);
    if (!earlier)
        return earlier.error();
    audit::CommandRow commandRow;
    commandRow.sequence = info.entries; // after every command of the run itself, ascending
    if (!earlier->empty())
        commandRow.sequence = std::max(commandRow.sequence, earlier->back().sequence + 1);
    commandRow.epoch = info.epochs;
    commandRow.time = info.clock;
    commandRow.body = commandJson(command, true);
    batch.commands.push_back(std::move(commandRow));
    audit::CustomerRow changed = std::move(**row);
    changed.state = encodeState(customers[number], program->symbols);
    changed.decisions = customers[number].decisions;
    batch.customers.push_back(std::move(changed));
    // Whom the account wrote to remembers it.
    for (const execution::Dispatch& sent : batch.dispatches)
        if (sent.customer != number && sent.customer < customers.size()) {
            auto contact = reader.customer(info.id, sent.customer);
            if (!contact)
                return contact.error();
            if (!*contact || (*contact)->state.empty())
                continue;
            (*contact)->state = encodeState(customers[sent.customer], program->symbols);
            batch.customers.push_back(std::move(**contact));
        }
    batch.engineState = encodeSharedState(shared->first, merge.modelUpdates());
    if (auto done = writer.commit(batch); !done)
        return done.error();
    return answer;
}

} // namespace wayreeve::engine
