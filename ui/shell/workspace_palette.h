#pragma once

#include "ui/shell/command_registry.h"

#include <QList>
#include <QString>

namespace wayreeve::ui {

class AppContext;

/// Documents of the open workspace, customers and decisions of its last run, as lines of the palette. Documents are
/// read from the snapshot; the others on a pool thread when the palette opens after the data changed, and
/// `providersChanged` is sent when they are there. The first 20,000 customers and newest 20,000 decisions are listed;
/// an id that is typed in full opens any other. Window thread.
class WorkspacePalette : public QObject, public PaletteProvider {
    Q_OBJECT
public:
    static constexpr int mostRecords = 20'000;

    /// `context` must outlive this.
    explicit WorkspacePalette(AppContext& context);

    [[nodiscard]] QList<PaletteItem> items() const override;
    [[nodiscard]] QList<PaletteItem> typed(const QString& text) const override;

    /// What is to be found, and where it leads.
    struct Line {
        QString text;
        QString hint;
        QString icon;
        QString place;
        QString argument;
    };

private:
    void fetch() const;
    [[nodiscard]] PaletteItem item(const Line& line) const;

    AppContext& m_context;
    mutable QList<Line> m_records;
    mutable bool m_stale = true;
    mutable int m_revision = 0;
};

} // namespace wayreeve::ui
