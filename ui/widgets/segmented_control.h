#pragma once

#include <QWidget>

class QButtonGroup;

namespace wayreeve::ui {

/// Two to six exclusive choices in one box ("Lanes | Flow"). Arrow keys move, the chosen one is tint2 and bold.
class SegmentedControl : public QWidget {
    Q_OBJECT
public:
    /// `name` is the accessible name of the group.
    explicit SegmentedControl(const QString& name, QWidget* parent = nullptr);

    /// `id` is what chosen() hands out; returns the index.
    int addSegment(const QString& id, const QString& text);
    void setSegmentText(const QString& id, const QString& text);
    void setCurrent(const QString& id);
    [[nodiscard]] QString current() const;

Q_SIGNALS:
    /// By a person only, not by setCurrent.
    void chosen(const QString& id);

private:
    QButtonGroup* m_group;
    QStringList m_ids;
};

} // namespace wayreeve::ui
