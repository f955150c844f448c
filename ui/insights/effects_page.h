#pragma once

#include "ui/insights/insights_page.h"
#include "ui/insights/learning_presenter.h"

class QCheckBox;
class QComboBox;

namespace wayreeve::ui {

class DataTable;
class PlainLabel;

/// M5: what works for whom, as a grid of tags and segments. Reads the run once, then answers each question from memory.
class EffectsPage : public InsightsPage {
    Q_OBJECT
public:
    explicit EffectsPage(AppContext& context, QWidget* parent = nullptr);
    [[nodiscard]] GrabCounts counts() const override;
    [[nodiscard]] QList<QWidget*> panes() override;

protected:
    void read() override;

private:
    void fillChoices();
    void ask();
    std::shared_ptr<const session::EffectLog> m_log;
    quint64 m_question = 0;
    QComboBox* m_what;
    QComboBox* m_segment;
    QComboBox* m_goal;
    QCheckBox* m_control;
    PlainLabel* m_sentence;
    PlainLabel* m_missing;
    DataTable* m_grid;
    CellsModel* m_gridModel;
};

/// R1: whether the models' predictions still hold, a goal at a time.
class DriftPage : public InsightsPage {
    Q_OBJECT
public:
    explicit DriftPage(AppContext& context, QWidget* parent = nullptr);
    [[nodiscard]] GrabCounts counts() const override;
    [[nodiscard]] QList<QWidget*> panes() override;

protected:
    void read() override;

private:
    void fill();
    session::ModelDrift m_drift;
    QComboBox* m_goal;
    PlainLabel* m_headline;
    PlainLabel* m_sentence;
    IntervalChart* m_chart;
    DataTable* m_alarms;
    CellsModel* m_alarmsModel;
};

} // namespace wayreeve::ui
