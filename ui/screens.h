#pragma once

namespace wayreeve::ui {

/// Registers every screen that is built. The window calls nothing else of the screens' folders.
void registerScreens();

} // namespace wayreeve::ui
