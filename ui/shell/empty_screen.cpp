#include "ui/shell/empty_screen.h"

#include "ui/shell/app_context.h"
#include "ui/shell/screen_factory.h"
#include "ui/widgets/empty_state.h"

#include <QVBoxLayout>

namespace wayreeve::ui {

namespace {

struct Texts {
    QString title;
    QString sentence;
};

Texts textsFor(const QString& place) {
    if (place == "journeys")
        return {EmptyScreen::tr("No journey map"),
                EmptyScreen::tr("Maps of what customers go through are drawn here, with the decisions of the agents.")};
    if (place == "autonomy")
        return {EmptyScreen::tr("No autonomy matrix"),
                EmptyScreen::tr("For each action and risk: may an agent act alone, or does a person decide first?")};
    if (place == "approvals")
        return {EmptyScreen::tr("Nothing waits for you"),
                EmptyScreen::tr("Actions that need a person come here, the most urgent first.")};
    if (place == "decisions")
        return {EmptyScreen::tr("No decisions yet"),
                EmptyScreen::tr("Every decision of a run is kept here, with the reasons it was made for.")};
    if (place == "customers")
        return {EmptyScreen::tr("No customers yet"),
                EmptyScreen::tr("One story a customer: what happened, what was sent, what was not, and why.")};
    if (place == "insights")
        return {EmptyScreen::tr("Nothing to compare yet"),
                EmptyScreen::tr("After a run: agents against the baseline, with intervals and guardrails.")};
    if (place == "simulation")
        return {EmptyScreen::tr("No run yet"),
                EmptyScreen::tr("Try the documents on made-up customers before anything is sent to real ones.")};
    return {EmptyScreen::tr("Nothing is connected"),
            EmptyScreen::tr("Sources, connectors and everything that stands still are watched here.")};
}

} // namespace

EmptyScreen::EmptyScreen(QString placeId, AppContext& context)
    : Screen(context)
    , m_placeId(std::move(placeId)) {
    const Texts texts = textsFor(m_placeId);
    auto* state = new EmptyState(texts.title, texts.sentence, tr("Open a workspace"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(state);
    connect(state, &EmptyState::activated, this, [&context] { context.openPlace("start"); });
}

QString EmptyScreen::title() const {
    for (const Place& place : places())
        if (place.id == m_placeId)
            return place.text();
    return m_placeId;
}

} // namespace wayreeve::ui
