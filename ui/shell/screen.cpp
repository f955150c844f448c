#include "ui/shell/screen.h"

namespace wayreeve::ui {

Screen::Screen(AppContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context) {}

} // namespace wayreeve::ui
