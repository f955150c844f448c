#pragma once

#include <QWidget>

namespace wayreeve::ui {

class AppContext;

/// 28 px at the bottom: mode as shape and word, what runs, when it was saved, and Stop, which is never hidden, disabled
/// or moved.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(AppContext& context, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    AppContext& m_context;
    QWidget* m_stop;
};

} // namespace wayreeve::ui
