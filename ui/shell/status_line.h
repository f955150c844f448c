#pragma once

#include <QWidget>

class QAbstractButton;

namespace wayreeve::ui {

class AppContext;

/// 28 px at the bottom: mode as shape and word, what runs, when it was saved, and Stop, which is never hidden, disabled
/// or moved; while all is stopped it offers to start again, and asks before. The run that is shown is a chip that opens
/// the list of runs; a newer one is named.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(AppContext& context, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void openRuns();
    void stopOrAsk();

    AppContext& m_context;
    QWidget* m_stop;
    QAbstractButton* m_run;
};

} // namespace wayreeve::ui
