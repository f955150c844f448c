#pragma once

#include "ui/shell/record_words.h"

#include <QAbstractTableModel>
#include <QList>
#include <QLocale>

#include <optional>
#include <string>
#include <vector>

namespace wayreeve::ui {

/// What the list is filtered by; empty fields do not restrict. Actions and agents by id.
struct DecisionQuery {
    QString text; ///< a decision's or queue item's id, or part of a customer's key or name
    std::string action;
    std::string agent;
    std::optional<documents::Arm> arm;
    std::optional<governance::RulingKind> ruling;
    int days = 0; ///< before the run's clock; 0 = all
    bool waits = true;
    bool operator==(const DecisionQuery&) const = default;
};

struct DecisionListRow {
    audit::DecisionRow row;
    std::string id;
    std::string customer; ///< name for display; not trusted
    std::string action, agent;
    bool isAccount = false;
};

/// One page of the list, newest first.
struct DecisionListPage {
    DecisionQuery query;
    std::vector<DecisionListRow> rows;
    std::uint64_t drawn = 0; ///< of `total`: drawn in a journey, not decided; exact without text
    std::uint64_t total = 0; ///< that match; exact without text, else what was found
    bool more = false;
    std::optional<Error> error;
};

/// "200 of 10,582 decisions and 276 drawn actions": the decisions are those that the run counts.
[[nodiscard]] QString countText(int shown, const DecisionListPage& page, const QLocale& locale);

/// The filter for the store. An action or agent that this run does not know matches nothing: nullopt.
[[nodiscard]] std::optional<audit::DecisionFilter> filterOf(const DecisionQuery& query, const Symbols& symbols,
                                                            Instant clock);
/// Reads `limit` rows from `offset` of the run that is shown (see shownRun). Text that is a decision's id finds that
/// one, a queue item's the one it came from; other text finds the decisions of at most 50 customers. Blocks; opens its
/// own reader. Any thread.
[[nodiscard]] DecisionListPage loadDecisions(const std::string& folder, const std::string& tag,
                                             const DecisionQuery& query, std::int64_t offset, std::int64_t limit);

/// Time, customer, action, agent, ruling, risk, arm. Window thread.
class DecisionListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Customer, Action, Agent, Ruling, Risk, Arm, Value, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setWords(const RecordWords& words) { m_words = words; }
    void setRows(std::vector<DecisionListRow> rows);
    void append(std::vector<DecisionListRow> rows);
    [[nodiscard]] const std::vector<DecisionListRow>& rows() const { return m_rows; }
    /// −1 where it is not in the list.
    [[nodiscard]] int rowOf(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex&) const override { return ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const DecisionListRow& row, int column) const;
    RecordWords m_words;
    std::vector<DecisionListRow> m_rows;
};

} // namespace wayreeve::ui
