#include "ui/insights/insights_page.h"

#include "ui/shell/shown_run.h"
#include "ui/text/error_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/tokens.h"

#include <QBoxLayout>

namespace wayreeve::ui {

InsightsPage::InsightsPage(AppContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState({}, {}, {}, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    auto* page = new QWidget(this);
    auto* inset = new QVBoxLayout(page);
    inset->setContentsMargins(metrics::space20, metrics::space20, metrics::space20, metrics::space20);
    inset->addWidget(m_empty);
    inset->addStretch();
    m_stack->addWidget(page);
    connect(m_empty, &EmptyState::activated, this, [this] { m_context.openPlace(QStringLiteral("simulation")); });
}

void InsightsPage::look() {
    m_looked = true;
    if (!m_stale)
        return;
    m_stale = false;
    read();
}

void InsightsPage::expire() {
    m_stale = true;
    ++m_revision; // what is under way is of before
    if (m_looked && isVisible())
        look();
}

void InsightsPage::end() {
    if (--m_busy == 0)
        Q_EMIT becameSettled();
}

void InsightsPage::setContent(QWidget* content) {
    m_stack->addWidget(content);
}

void InsightsPage::showContent() {
    m_stack->setCurrentIndex(1);
}

void InsightsPage::showEmpty(const QString& title, const QString& sentence, const QString& button) {
    m_empty->setContent(title, sentence, button);
    m_stack->setCurrentIndex(0);
}

void InsightsPage::say(const QString& sentence, bool error) {
    m_context.showMessage(
        {QStringLiteral("insights"), error ? Severity::Error : Severity::Info, {}, sentence, {}, {}, {}, 0});
}

void InsightsPage::fail(const Error& error) {
    if (error.code == "run.none")
        showEmpty(tr("No run yet"), tr("This page tells of a run's decisions. Run a simulation first."),
                  tr("Go to Simulation"));
    else
        showEmpty(tr("Cannot be shown"), text::errorText(error));
}

Result<std::string> InsightsPage::runToShow(const std::string& folder, const std::string& tag) {
    const auto reader = session::openReader(folder);
    if (!reader)
        return reader.error();
    const auto run = shownRun(**reader, tag);
    if (!run)
        return run.error();
    return run->tag;
}

} // namespace wayreeve::ui
