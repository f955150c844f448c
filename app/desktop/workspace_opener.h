#pragma once

#include <QString>

#include <functional>

namespace wayreeve::ui {
class AppContext;
}

namespace wayreeve {

/// Opens workspace folders into the window: documents, people, mode and the stop control. Reading happens in the
/// background; the window shows the folder at once and its content when it is there. Window thread.
class WorkspaceOpener {
public:
    explicit WorkspaceOpener(ui::AppContext& context);

    /// `person` is acted as once the people are known; empty = the first.
    void open(const QString& folder, const QString& person = {});

    /// For pictures: where the folder has no run yet, a private copy with one (500 customers, 10 days, seed 1), made
    /// before the window is shown; otherwise the folder itself. Empty and `error` set where that failed.
    [[nodiscard]] static QString withRun(const QString& folder, const QString& scratch, QString& error);

private:
    ui::AppContext& m_context;
};

} // namespace wayreeve
