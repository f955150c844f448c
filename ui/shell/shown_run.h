#pragma once

#include "ui/shell/app_context.h"
#include "ui/shell/records.h"

#include <optional>
#include <string>
#include <vector>

namespace wayreeve::ui {

/// The run that the window shows: the one of this tag; where there is none, the newest that was decided in and is no
/// recomputation of another, else the newest that was decided in, else the newest. "run.none". Any thread.
[[nodiscard]] Result<audit::RunInfo> shownRun(audit::LedgerReader& reader, const std::string& tag);
/// The rule alone; `runs` newest last, null where it is empty.
[[nodiscard]] const audit::RunInfo* shownRun(const std::vector<audit::RunInfo>& runs, const std::string& tag);

/// Keeps the context's list of runs and its status at what the store has: reads again whenever workspace or data
/// change. Where a run is shown its status wins over what others set. Window thread; reads in the background.
class RunKeeper : public QObject {
    Q_OBJECT
public:
    explicit RunKeeper(AppContext& context, QObject* parent = nullptr);
    void refresh();

private:
    void keepStatus();
    AppContext& m_context;
    std::optional<Status> m_status; ///< of the run that is shown
    int m_revision = 0;
};

} // namespace wayreeve::ui
