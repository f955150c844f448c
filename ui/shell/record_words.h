#pragma once

#include "ui/shell/records.h"
#include "ui/widgets/marks.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <memory>

namespace wayreeve::ui {

/// What records call things, in words: display names of a workspace's elements by their ids, the id made readable where
/// the workspace does not know it any more (an older document set). Times are in the workspace's first zone, numbers
/// and money in the default locale. Cheap to copy; any thread.
class RecordWords {
public:
    explicit RecordWords(std::shared_ptr<const documents::Workspace> workspace = {});

    [[nodiscard]] QString action(const std::string& id) const; ///< "" = "Wait"
    [[nodiscard]] QString agent(const std::string& id) const;
    [[nodiscard]] QString journey(const std::string& id) const;
    [[nodiscard]] QString stage(const std::string& id) const;
    [[nodiscard]] QString signal(const std::string& id) const; ///< "" = the base
    [[nodiscard]] QString intent(const std::string& id) const;
    [[nodiscard]] QString goal(const std::string& id) const;
    [[nodiscard]] QString person(const std::string& id) const;
    [[nodiscard]] QString fact(const std::string& id) const;
    /// What removed, held, raised or voided something: an element's path or id, or a reason word of the core.
    [[nodiscard]] QString reason(const std::string& element) const;
    /// What raises a risk or is an exception: a condition of the matrix by its id.
    [[nodiscard]] QString condition(const std::string& id) const;
    /// A cell of the matrix: "high.reversible" → "High risk, reversible", "marketing-email.low" → "Marketing email, low
    /// risk".
    [[nodiscard]] QString cell(const std::string& name) const;
    /// The fact's value in words; a null value has none.
    [[nodiscard]] QString value(const std::string& fact, const Value& value) const;

    [[nodiscard]] QString money(double amount, bool sign = false) const;
    [[nodiscard]] QString time(Instant instant) const;  ///< "3 Nov, 14:07"
    [[nodiscard]] QString date(Instant instant) const;  ///< "3 Nov 2026"
    [[nodiscard]] QString day(Instant instant) const;   ///< "3 Nov"
    [[nodiscard]] QString clock(Instant instant) const; ///< "14:07"
    [[nodiscard]] const documents::Workspace* workspace() const { return m_workspace.get(); }

private:
    [[nodiscard]] QDateTime local(Instant instant) const;
    std::shared_ptr<const documents::Workspace> m_workspace;
    QTimeZone m_zone;
};

[[nodiscard]] QString numberWords(double number, int decimals = 2); ///< true minus sign, locale
/// "€26.00", "26,00 €": as the locale writes it, with a true minus; `sign` writes + too. `code` is ISO 4217.
[[nodiscard]] QString moneyWords(double amount, const QString& code, bool sign = false,
                                 const QLocale& locale = QLocale());
[[nodiscard]] QString percentWords(double share);
/// "41 s", "3 min", "4 h", "2 d": the largest unit, rounded.
[[nodiscard]] QString lengthWords(Duration length);
[[nodiscard]] QString armWords(documents::Arm arm);
[[nodiscard]] QString rulingWords(governance::RulingKind kind);
[[nodiscard]] QString gateWords(planning::Gate gate);
[[nodiscard]] QString triggerWords(const audit::DecisionRecord& record);
[[nodiscard]] QString stateWords(governance::ProposalState state);
[[nodiscard]] QString stateWords(execution::DispatchState state);
[[nodiscard]] RiskMark riskMark(documents::Risk risk);
[[nodiscard]] MarkLook channelLook(documents::Channel channel);
/// "customer.favourite_item" → "Customer favourite item".
[[nodiscard]] QString readable(const std::string& id);

} // namespace wayreeve::ui
