#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QWidget>

namespace wayreeve::ui {

class AppContext;

/// What a picture of a screen shows, counted from items that were painted inside it. 0 where there is none.
struct GrabCounts {
    int rows = 0;   ///< lines of tables, lists, queues
    int nodes = 0;  ///< cards and nodes of maps and timelines
    int series = 0; ///< chart series, interval rows, bars lists: one a line, band or list with data
};

/// One place of the window. Made once per window and kept; the shell shows one at a time.
/// A screen never blocks: data is fetched with AppContext::runInBackground or comes as a shared snapshot. It paints the
/// last content until the new one is there. Constructed with `AppContext&`, which outlives it.
class Screen : public QWidget {
    Q_OBJECT
public:
    explicit Screen(AppContext& context, QWidget* parent = nullptr);

    /// "journeys", "autonomy", "approvals", "decisions", "customers", "insights", "simulation", "live".
    [[nodiscard]] virtual QString placeId() const = 0;
    /// Translated name of the place, first in the breadcrumb.
    [[nodiscard]] virtual QString title() const = 0;
    /// What is open in it, after the title ("SaaS renewal risk"); empty: the title alone. Bold.
    [[nodiscard]] virtual QString openedTitle() const { return {}; }
    /// A chip after it ("Draft 14", "not live").
    [[nodiscard]] virtual QString chip() const { return {}; }
    /// Quiet text after that ("Ana R., 3 Nov 2026, 14:07").
    [[nodiscard]] virtual QString detail() const { return {}; }
    /// Controls of the screen's own, right in the top bar, in this order. The screen makes them once and keeps them;
    /// the shell re-parents and shows them while the screen is shown. At most one FilledButton.
    [[nodiscard]] virtual QList<QWidget*> topBarWidgets() { return {}; }

    /// What openPlace handed over, and what history comes back to: a decision, a customer, a map. Empty: as it was.
    virtual void open(const QString& argument) { Q_UNUSED(argument) }
    [[nodiscard]] virtual QString argument() const { return {}; }
    /// The workspace or its data changed (also called once before the first show): fetch again, keep what is on screen
    /// until then.
    virtual void refresh() {}
    /// The number beside the place in the rail; negative: none.
    [[nodiscard]] virtual int railCount() const { return -1; }

    /// What would be lost with the window or the workspace, each as a person calls it; empty: nothing.
    [[nodiscard]] virtual QStringList unsaved() const { return {}; }
    /// Saves all of it; unsavedSaved follows, later or at once. The screen says itself why something was not saved.
    virtual void saveUnsaved() { Q_EMIT unsavedSaved(true); }
    /// Goes back to what is on disk.
    virtual void discardUnsaved() {}

    /// True when nothing is being fetched or laid out: a picture may be taken.
    [[nodiscard]] virtual bool settled() const { return true; }
    /// Of the last repaint.
    [[nodiscard]] virtual GrabCounts counts() const = 0;
    /// Panes that F6 walks through, in order; the default is the screen itself.
    [[nodiscard]] virtual QList<QWidget*> panes() { return {this}; }

Q_SIGNALS:
    /// openedTitle, chip, detail or railCount changed.
    void headingChanged();
    /// settled() became true.
    void becameSettled();
    void unsavedSaved(bool ok);

protected:
    [[nodiscard]] AppContext& context() const { return m_context; }

private:
    AppContext& m_context;
};

} // namespace wayreeve::ui
