#pragma once

#include "ui/shell/handoff_words.h"

#include <QWidget>

namespace wayreeve::ui {

/// What the person who takes over is given: how things stand, what was said and tried and, where the core's view may be
/// shown, the next steps.
class HandoffBox : public QWidget {
    Q_OBJECT
public:
    HandoffBox(const HandoffWords& packet, bool withNext, QWidget* parent = nullptr);
};

} // namespace wayreeve::ui
