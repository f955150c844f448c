#pragma once

#include "ui/insights/insights_core.h"
#include "ui/shell/app_context.h"
#include "ui/shell/screen.h"

#include <QStackedWidget>

#include <functional>
#include <string>

namespace wayreeve::ui {

class EmptyState;

/// A page of Insights that reads for itself, in the background, once it is looked at: the shown run, and again after
/// the data changed. Until there is something it says what is missing.
class InsightsPage : public QWidget {
    Q_OBJECT
public:
    explicit InsightsPage(AppContext& context, QWidget* parent = nullptr);
    /// It is looked at: reads where what it has is out of date.
    void look();
    /// What it has is out of date.
    void expire();
    [[nodiscard]] bool settled() const { return m_busy == 0; }
    [[nodiscard]] virtual GrabCounts counts() const = 0;
    [[nodiscard]] virtual QList<QWidget*> panes() = 0;

Q_SIGNALS:
    void becameSettled();
    void headingChanged();

protected:
    virtual void read() = 0;
    [[nodiscard]] AppContext& context() const { return m_context; }
    [[nodiscard]] std::string folder() const { return m_context.workspacePath().toStdString(); }
    /// Work on the folder and the tag of the shown run; `done` only where nothing newer was asked for meanwhile.
    template <class T>
    void fetch(std::function<Result<T>(const std::string& folder, const std::string& run)> work,
               std::function<void(T)> done) {
        begin();
        const quint64 revision = ++m_revision;
        m_context.runInBackground<Result<T>>(
            [folder = folder(), tag = m_context.run().toStdString(), work = std::move(work)]() -> Result<T> {
                const auto run = runToShow(folder, tag);
                return run ? work(folder, *run) : Result<T>(run.error());
            },
            this,
            [this, revision, done = std::move(done)](Result<T> result) {
                if (revision == m_revision) {
                    if (result)
                        done(std::move(*result));
                    else
                        fail(result.error());
                }
                end();
            });
    }
    void begin() { ++m_busy; }
    void end();
    void setContent(QWidget* content);
    void showContent();
    void showEmpty(const QString& title, const QString& sentence, const QString& button = {});
    void say(const QString& sentence, bool error);
    void fail(const Error& error);

private:
    [[nodiscard]] static Result<std::string> runToShow(const std::string& folder, const std::string& tag);
    AppContext& m_context;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    quint64 m_revision = 0;
    int m_busy = 0;
    bool m_stale = true;
    bool m_looked = false;
};

} // namespace wayreeve::ui
