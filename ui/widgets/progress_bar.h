#pragma once

#include <QWidget>

namespace wayreeve::ui {

/// A 6-px bar. Share 0…1; negative: no known end, the bar stays empty and the words beside it speak.
class ProgressBar : public QWidget {
    Q_OBJECT
public:
    explicit ProgressBar(const QString& name, QWidget* parent = nullptr);
    void setShare(double share);
    [[nodiscard]] double share() const { return m_share; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    double m_share = 0;
};

} // namespace wayreeve::ui
