#include "ui/screens.h"

#include "ui/shell/screen_factory.h"

// A place whose screen is not in the tree shows what will stand there.
#if __has_include("ui/journeys/journeys_screen.h")
#include "ui/journeys/journeys_screen.h"
#define WAYREEVE_HAS_JOURNEYS
#endif
#if __has_include("ui/autonomy/autonomy_screen.h")
#include "ui/autonomy/autonomy_screen.h"
#define WAYREEVE_HAS_AUTONOMY
#endif
#if __has_include("ui/approvals/approvals_screen.h")
#include "ui/approvals/approvals_screen.h"
#define WAYREEVE_HAS_APPROVALS
#endif
#if __has_include("ui/decisions/decisions_screen.h")
#include "ui/decisions/decisions_screen.h"
#define WAYREEVE_HAS_DECISIONS
#endif
#if __has_include("ui/customers/customers_screen.h")
#include "ui/customers/customers_screen.h"
#define WAYREEVE_HAS_CUSTOMERS
#endif
#if __has_include("ui/insights/insights_screen.h")
#include "ui/insights/insights_screen.h"
#define WAYREEVE_HAS_INSIGHTS
#endif
#if __has_include("ui/simulation/simulation_screen.h")
#include "ui/simulation/simulation_screen.h"
#define WAYREEVE_HAS_SIMULATION
#endif
#if __has_include("ui/live/live_screen.h")
#include "ui/live/live_screen.h"
#define WAYREEVE_HAS_LIVE
#endif

namespace wayreeve::ui {

void registerScreens() {
#ifdef WAYREEVE_HAS_JOURNEYS
    registerScreen("journeys", makeScreen<JourneysScreen>);
#endif
#ifdef WAYREEVE_HAS_AUTONOMY
    registerScreen("autonomy", makeScreen<AutonomyScreen>);
#endif
#ifdef WAYREEVE_HAS_APPROVALS
    registerScreen("approvals", makeScreen<ApprovalsScreen>);
#endif
#ifdef WAYREEVE_HAS_DECISIONS
    registerScreen("decisions", makeScreen<DecisionsScreen>);
#endif
#ifdef WAYREEVE_HAS_CUSTOMERS
    registerScreen("customers", makeScreen<CustomersScreen>);
#endif
#ifdef WAYREEVE_HAS_INSIGHTS
    registerScreen("insights", makeScreen<InsightsScreen>);
#endif
#ifdef WAYREEVE_HAS_SIMULATION
    registerScreen("simulation", makeScreen<SimulationScreen>);
#endif
#ifdef WAYREEVE_HAS_LIVE
    registerScreen("live", makeScreen<LiveScreen>);
#endif
}

} // namespace wayreeve::ui
