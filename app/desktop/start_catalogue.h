#pragma once

#include "ui/shell/start_provider.h"
#include "ui/widgets/message_bar.h"

#include <functional>

class QWidget;

namespace wayreeve {

/// The start page's contents from what is installed: the demo and templates under `resources`, recent workspaces from
/// the settings. Opening copies a shipped workspace to a folder of the person's own first. Window thread.
class StartCatalogue : public ui::StartProvider {
public:
    /// `open(path, copied)` opens a workspace folder, copied: one just made from what is shipped; `fail(sentence)` says
    /// why one could not be made. Without `history` there are no recent workspaces: a picture shows nothing of the
    /// machine that it is taken on.
    StartCatalogue(QString resources, std::function<void(const QString& path, bool copied)> open,
                   std::function<void(const QString& sentence)> fail, bool history = true);

    [[nodiscard]] ui::DemoCard demo() const override;
    [[nodiscard]] QList<ui::TemplateCard> templates() const override;
    [[nodiscard]] QList<ui::RecentWorkspace> recent() const override;
    void openDemo() override;
    void openTemplate(const QString& id) override;
    void openWorkspace(const QString& path) override;

    /// Remembers a workspace that was opened, first in the list of recent ones (ten are kept).
    static void remember(const QString& path, const QString& name);

    /// Says where a copy lies.
    [[nodiscard]] static ui::Message copiedMessage(const QString& folder);

private:
    void openCopy(const QString& shipped, const QString& name);
    QString m_resources;
    std::function<void(const QString&, bool)> m_open;
    std::function<void(const QString&)> m_fail;
    bool m_history;
};

} // namespace wayreeve
