#include "app/headless/stage_tables.h"

#include "app/headless/output.h"

namespace wayreeve::headless {

Value percent(double share) {
    return Value(QStringLiteral("%1 %").arg(share * 100, 0, 'f', 1).toStdString());
}

Value confusionJson(const measurement::Confusion& confusion, const std::vector<std::string>& classes) {
    Context json;
    for (std::size_t truth = 0; truth < classes.size(); ++truth) {
        Context row;
        for (std::size_t read = 0; read <= classes.size(); ++read)
            if (const auto count = confusion.count(truth, read); count > 0)
                row.emplace_back(read < classes.size() ? classes[read] : std::string(),
                                 Value(static_cast<std::int64_t>(count)));
        json.emplace_back(classes[truth], Value(std::move(row)));
    }
    return Value(std::move(json));
}

void printConfusion(const measurement::Confusion& confusion, const std::vector<std::string>& classes) {
    std::vector<std::string> members;
    for (std::size_t read = 0; read < classes.size(); ++read)
        members.push_back("r" + std::to_string(read));
    std::vector<Column> columns{{say(QT_TRANSLATE_NOOP("Headless", "Truth \\ read as")), "truth"}};
    for (std::size_t read = 0; read < classes.size(); ++read)
        columns.push_back({QString::fromStdString(classes[read]), members[read].c_str(), true});
    List rows;
    for (std::size_t truth = 0; truth < classes.size(); ++truth) {
        Context row{{"truth", Value(classes[truth])}};
        for (std::size_t read = 0; read < classes.size(); ++read)
            row.emplace_back(members[read], Value(std::to_string(confusion.count(truth, read))));
        rows.push_back(Value(std::move(row)));
    }
    printTable(columns, rows);
}

} // namespace wayreeve::headless
