#pragma once

#include "audit/ledger.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace wayreeve::storage {

class PersonKeys;
class Statement;
class WorkspaceStore;

/// The store for readers; made, used and destroyed on one thread. A workspace that has no store yet reads as one
/// without runs and nothing is made in it; the store is found once a writer has made it.
class SqliteLedgerReader final : public audit::LedgerReader {
public:
    /// WorkspaceStore's errors.
    [[nodiscard]] static Result<std::unique_ptr<SqliteLedgerReader>> open(const std::filesystem::path& workspace);
    ~SqliteLedgerReader() override;

    [[nodiscard]] Result<std::vector<audit::RunInfo>> runs() override;
    [[nodiscard]] Result<audit::RunInfo> run(const std::string& tagOrLatest) override;
    [[nodiscard]] Result<Symbols> symbolsOf(std::int64_t run) override;
    [[nodiscard]] Result<std::vector<audit::DecisionRow>> decisions(std::int64_t run,
                                                                    const audit::DecisionFilter& filter) override;
    [[nodiscard]] Result<std::uint64_t> countDecisions(std::int64_t run, const audit::DecisionFilter& filter) override;
    [[nodiscard]] Result<audit::Entry> entry(std::int64_t run, std::uint64_t number) override;
    [[nodiscard]] Result<audit::Entry> decisionEntry(std::int64_t run, audit::Key key) override;
    [[nodiscard]] Result<std::optional<audit::DecisionRow>> decisionRow(std::int64_t run, audit::Key key) override;
    [[nodiscard]] Result<std::vector<audit::Entry>> entriesAbout(std::int64_t run, audit::Key decision) override;
    [[nodiscard]] Result<std::vector<audit::Entry>> entriesOf(std::int64_t run, std::uint32_t customer) override;
    [[nodiscard]] Result<std::vector<audit::Entry>> identityEntries(std::int64_t run) override;
    [[nodiscard]] Result<void>
    forEachEntry(std::int64_t run, std::uint64_t from,
                 const std::function<bool(const audit::Entry&, const Hash256& link)>& each) override;
    [[nodiscard]] Result<std::vector<governance::Proposal>>
    proposals(std::int64_t run, const std::set<governance::ProposalState>& states, std::int64_t limit) override;
    [[nodiscard]] Result<std::vector<governance::Proposal>>
    lastProposals(std::int64_t run, const std::set<governance::ProposalState>& states, std::int64_t limit) override;
    [[nodiscard]] Result<std::uint64_t> countProposals(std::int64_t run,
                                                       const std::set<governance::ProposalState>& states) override;
    [[nodiscard]] Result<governance::Proposal> proposal(std::int64_t run, std::uint64_t number) override;
    [[nodiscard]] Result<std::vector<execution::Dispatch>>
    dispatches(std::int64_t run, std::optional<std::uint32_t> customer, std::int64_t limit) override;
    [[nodiscard]] Result<std::vector<learning::Outcome>> outcomes(std::int64_t run,
                                                                  std::optional<std::uint32_t> customer) override;
    /// By number; `search` is found anywhere in key or name, whatever the case of ASCII letters. Without states.
    [[nodiscard]] Result<std::vector<audit::CustomerRow>> customers(std::int64_t run, const std::string& search,
                                                                    std::int64_t limit) override;
    [[nodiscard]] Result<std::optional<audit::CustomerRow>> customer(std::int64_t run, std::uint32_t number) override;
    [[nodiscard]] Result<std::vector<audit::EventRow>> events(std::int64_t run, std::optional<std::uint32_t> customer,
                                                              std::uint64_t afterSequence, std::int64_t limit) override;
    [[nodiscard]] Result<std::vector<audit::EventRow>> heldBack(std::int64_t run, std::uint64_t afterSequence,
                                                                std::int64_t limit) override;
    [[nodiscard]] Result<std::vector<audit::MendedRow>> mended(std::int64_t run) override;
    [[nodiscard]] Result<std::vector<audit::CommandRow>> commands(std::int64_t run) override;
    [[nodiscard]] Result<std::vector<audit::DayRow>> days(std::int64_t run) override;
    [[nodiscard]] Result<std::vector<audit::ReviewRow>> reviews(std::int64_t run) override;
    [[nodiscard]] Result<std::vector<std::uint8_t>> engineState(std::int64_t run) override;
    [[nodiscard]] Result<std::vector<audit::CheckpointPart>> checkpoint(std::int64_t run) override;
    [[nodiscard]] Result<std::vector<Hash256>> entryHashes(std::int64_t run) override;
    [[nodiscard]] Result<std::vector<std::uint32_t>> erased(std::int64_t run) override;
    [[nodiscard]] Result<std::vector<std::pair<int, std::uint64_t>>> fates(std::int64_t run) override;

private:
    explicit SqliteLedgerReader(std::filesystem::path workspace);
    /// The connection, opened as soon as there is a store; null where there is none.
    [[nodiscard]] Result<WorkspaceStore*> store();
    /// The entry as it was, or what stands for an erased one.
    [[nodiscard]] Result<audit::Entry> entryFrom(std::int64_t id, std::vector<std::uint8_t> body);
    /// What was sealed; nothing where it was erased.
    [[nodiscard]] Result<std::vector<std::uint8_t>> unsealed(std::int64_t id, std::vector<std::uint8_t> stored);
    [[nodiscard]] Result<void> eventInto(const Statement& row, std::vector<audit::EventRow>& found);
    /// Runs `sql` with the values; each(row) for every row. Nothing where there is no store.
    template <class Each, class... Values>
    [[nodiscard]] Result<void> query(const char* sql, Each each, const Values&... values);
    template <class... Values>
    [[nodiscard]] Result<std::vector<audit::Entry>> entriesWhere(const char* sql, const Values&... values);

    std::filesystem::path m_workspace;
    std::unique_ptr<WorkspaceStore> m_store;
    std::unique_ptr<PersonKeys> m_keys;
    std::map<std::string, std::unique_ptr<Statement>> m_statements; ///< by their text; none that is in use
};

} // namespace wayreeve::storage
