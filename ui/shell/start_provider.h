#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace wayreeve::ui {

/// Enough of a map to draw a picture of it.
struct MapSketch {
    QStringList stages;
    QList<double> curve;   ///< observed emotion, −2…+2, spread evenly
    QList<double> planned; ///< may be empty
    QStringList channels;  ///< one a stage, ids as in documents ("email", "agent")
    int marked = -1;       ///< stage drawn in tint2
};

struct TemplateCard {
    QString id;
    QString goal; ///< translated heading ("Keep"); cards of one goal stand in one group, in the order given
    QString title;
    QString pain;
    QString size; ///< "3 stages, 4 channels"
    MapSketch sketch;
};

struct RecentWorkspace {
    QString path;
    QString name;
    QString detail;
    QString when;
    QString state;
    bool missing = false; ///< stays listed; `state` is the reason
};

struct DemoCard {
    QString text;
    MapSketch sketch;
};

/// What the start page offers. Provided to AppContext as a service; window thread; answers at once from what it keeps.
class StartProvider {
public:
    virtual ~StartProvider() = default;
    [[nodiscard]] virtual DemoCard demo() const = 0;
    [[nodiscard]] virtual QList<TemplateCard> templates() const = 0;
    [[nodiscard]] virtual QList<RecentWorkspace> recent() const = 0;
    virtual void openDemo() = 0;
    virtual void openTemplate(const QString& id) = 0;
    /// Empty path: asks for a folder.
    virtual void openWorkspace(const QString& path) = 0;
};

} // namespace wayreeve::ui
