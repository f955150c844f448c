#pragma once

#include "ui/live/live_core.h"
#include "ui/widgets/cells_model.h"

#include <QLocale>
#include <QString>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace wayreeve::ui {

/// One dispatch with the names that its numbers stand for.
struct OutboxItem {
    execution::Dispatch dispatch;
    std::string action;
    std::string customer;
};

/// Everything the Live screen shows of a workspace at one moment.
struct LiveData {
    std::optional<audit::RunInfo> run; ///< the one that is shown
    std::vector<std::pair<int, std::uint64_t>> fates;
    std::uint64_t sentAgain = 0;              ///< of what it held back
    std::vector<OutboxItem> outbox;           ///< newest first
    std::vector<execution::Dispatch> all;     ///< the whole outbox, for counting
    bool outboxCut = false;                   ///< there are more
    std::map<std::string, std::string> stops; ///< scope → person's id
    std::optional<audit::RunInfo> live;       ///< the newest that takes events, whether shown or not
    std::uint64_t liveEvents = 0;             ///< of it, all fates
    std::uint64_t liveWaiting = 0;            ///< of it, for a person
    bool elsewhere = false;                   ///< another program is at work on it
    std::string error;                        ///< a sentence, UTF-8; empty = all was read
};

/// Events that the shown run holds back.
[[nodiscard]] std::uint64_t quarantinedOf(const LiveData& data);

/// Words for Live. Pure; any thread.

/// "Accepted", what it means, count; one row a fate that occurred.
[[nodiscard]] CellsModel::Rows fateRows(const std::vector<std::pair<int, std::uint64_t>>& fates, const QLocale& locale);
/// One row a connector that actions name or workspace.yaml sets up: state, actions, sent, waiting, failed.
[[nodiscard]] CellsModel::Rows connectorRows(const documents::Workspace& workspace, const LiveData& data,
                                             const QLocale& locale);
[[nodiscard]] CellsModel::Rows outboxRows(const std::vector<OutboxItem>& items, const documents::Workspace& workspace,
                                          const QLocale& locale);
/// "Everything" first, then agents, then actions, each with its icon; the first cell's data is the scope. A stop that
/// no longer names anything is listed too, so that it can be lifted.
[[nodiscard]] CellsModel::Rows scopeRows(const documents::Workspace& workspace,
                                         const std::map<std::string, std::string>& stops);
/// What stands still, who stopped it and how to start it again; empty where nothing does.
[[nodiscard]] QString stopSentence(const documents::Workspace& workspace,
                                   const std::map<std::string, std::string>& stops);
/// "Everything", "Agent Lena", "Action Send reminder".
[[nodiscard]] QString scopeName(const documents::Workspace& workspace, const std::string& scope);
[[nodiscard]] QString dispatchWord(execution::DispatchState state);
/// "ok" → "done", "http-503" → "receiver answered 503", "timeout" → "no answer in time" …
[[nodiscard]] QString fateWord(perception::Fate fate); ///< "Accepted"
[[nodiscard]] QString resultWord(const std::string& code);
/// "1,204 lines: 1,200 events, 4 refused".
[[nodiscard]] QString importSentence(const session::ImportOutcome& outcome, const QLocale& locale);
/// Line number and why, of every line that was refused.
[[nodiscard]] CellsModel::Rows refusedRows(const session::RefusedLines& refused, const QLocale& locale);

} // namespace wayreeve::ui
