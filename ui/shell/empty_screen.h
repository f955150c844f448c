#pragma once

#include "ui/shell/screen.h"

namespace wayreeve::ui {

/// A place without content: says what goes here and leads to the next step. Counts 0.
class EmptyScreen : public Screen {
    Q_OBJECT
public:
    EmptyScreen(QString placeId, AppContext& context);
    [[nodiscard]] QString placeId() const override { return m_placeId; }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] GrabCounts counts() const override { return {}; }

private:
    QString m_placeId;
};

} // namespace wayreeve::ui
