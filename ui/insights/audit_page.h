#pragma once

#include "ui/insights/insights_page.h"
#include "ui/insights/learning_presenter.h"

class QComboBox;
class QHBoxLayout;

namespace wayreeve::ui {

class Button;
class DataTable;
class PlainLabel;
class SectionHeader;

/// I2: the month's 50 random moments. A person says the stage from what had happened, by button or number key; what the
/// core read is shown after that, and labels stay from then on. Every label is stored at once.
class AuditPage : public InsightsPage {
    Q_OBJECT
public:
    explicit AuditPage(AppContext& context, QWidget* parent = nullptr);
    [[nodiscard]] GrabCounts counts() const override;
    [[nodiscard]] QList<QWidget*> panes() override;
    [[nodiscard]] const measurement::StageAudit& audit() const { return m_audit; }

    void labelAs(std::size_t stage); ///< the current moment; then the next open one
    void takeBack();                 ///< the label given last, else the current moment's
    void go(int by);
    void reveal(); ///< asks first while moments are open

protected:
    void read() override;

private:
    struct Drawn {
        measurement::StageAudit audit;
        std::vector<session::AuditMonth> months;
        session::AuditMonth month;
    };
    QWidget* build();
    QWidget* buildMoment();
    void show(const Drawn& drawn);
    void showAudit();
    void showMoment();
    void change(std::function<Result<measurement::StageAudit>()> work, int next);
    [[nodiscard]] int nextOpen(int from) const;

    measurement::StageAudit m_audit;
    std::optional<session::AuditMonth> m_month; ///< chosen; nothing: the newest
    std::vector<session::AuditMonth> m_months;
    int m_current = 0;
    QStringList m_given; ///< ids labelled in this window, last at the end
    bool m_changing = false;
    bool m_filling = false;
    quint64 m_momentRevision = 0;

    QComboBox* m_monthBox = nullptr;
    PlainLabel* m_progress = nullptr;
    PlainLabel* m_result = nullptr;
    DataTable* m_list = nullptr;
    CellsModel* m_listModel = nullptr;
    SectionHeader* m_title = nullptr;
    QWidget* m_stages = nullptr;
    QList<Button*> m_stageButtons;
    DataTable* m_seen = nullptr;
    CellsModel* m_seenModel = nullptr;
    SectionHeader* m_confusionHeader = nullptr;
    DataTable* m_confusion = nullptr;
    CellsModel* m_confusionModel = nullptr;
    Button* m_back = nullptr;
    Button* m_reveal = nullptr;
};

} // namespace wayreeve::ui
