#include "session/policy_log.h"

#include "session/csv.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

namespace wayreeve::session {

namespace {

std::optional<double> numberOf(const std::string& text) {
    double number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

struct Column {
    const char* name;
    double measurement::PolicyRow::*field;
    bool needed;
};

constexpr std::array<Column, 5> columns{{{"reward", &measurement::PolicyRow::reward, true},
                                         {"pscore", &measurement::PolicyRow::probability, true},
                                         {"pi_e_a", &measurement::PolicyRow::target, true},
                                         {"qhat_a", &measurement::PolicyRow::predictedAction, false},
                                         {"qhat_pi", &measurement::PolicyRow::predictedPolicy, false}}};

} // namespace

Result<PolicyLog> readPolicyLog(const std::filesystem::path& file) {
    const auto table = readCsv(file);
    if (!table)
        return table.error();
    PolicyLog log;
    log.hasPredictions = table->column("qhat_a") >= 0 || table->column("qhat_pi") >= 0;
    for (const Column& column : columns)
        if ((column.needed || log.hasPredictions) && table->column(column.name) < 0)
            return Error{"policy-log.no-column", {{"file", file.string()}, {"column", column.name}}, {}, 0, 0};
    if (table->rows.empty())
        return Error{"policy-log.no-rows", {{"file", file.string()}}, {}, 0, 0};
    log.rows.reserve(table->rows.size());
    for (const std::vector<std::string>& cells : table->rows) {
        measurement::PolicyRow& row = log.rows.emplace_back();
        const auto bad = [&](const Column& column, const std::string& value, const char* why) {
            return Error{"policy-log.bad-value",
                         {{"file", file.string()},
                          {"row", std::to_string(log.rows.size())},
                          {"column", column.name},
                          {"value", value},
                          {"why", why}},
                         {},
                         0,
                         0};
        };
        for (const Column& column : columns) {
            if (!column.needed && !log.hasPredictions)
                continue;
            const std::string& text = cells[static_cast<std::size_t>(table->column(column.name))];
            const auto number = numberOf(text);
            if (!number)
                return bad(column, text, "not-a-number");
            row.*column.field = *number;
        }
        if (!(row.probability > 0 && row.probability <= 1))
            return bad(columns[1], cells[static_cast<std::size_t>(table->column("pscore"))], "outside-0-1");
        if (!(row.target >= 0 && row.target <= 1))
            return bad(columns[2], cells[static_cast<std::size_t>(table->column("pi_e_a"))], "outside-0-1");
    }
    return log;
}

} // namespace wayreeve::session
