#include "rules/functions.h"

#include "rules/functions_number.h"
#include "rules/functions_text.h"
#include "rules/functions_time.h"

#include <algorithm>

namespace wayreeve::rules {

namespace {

std::vector<Function> makeFunctions() {
    using namespace function;
    constexpr TypeSet num = only(Type::Number);
    constexpr TypeSet str = only(Type::Text);
    constexpr TypeSet boolean = only(Type::Boolean);
    constexpr TypeSet list = only(Type::List);
    constexpr TypeSet dat = only(Type::Date);
    constexpr TypeSet tim = only(Type::Time);
    constexpr TypeSet dti = only(Type::DateTime);
    constexpr TypeSet length = only(Type::Duration) | only(Type::Months);
    constexpr TypeSet ordered = num | str | dat | tim | dti | length;
    constexpr auto fixed = ResultRule::Fixed;
    constexpr auto first = ResultRule::SameAsFirst;
    std::vector<Function> all = {
        {"abs", 1, 1, {num | length}, Type::Number, first, absolute},
        {"ceiling", 1, 2, {num, num}, Type::Number, fixed, ceiling},
        {"coalesce", 1, -1, {anyType}, Type::Any, ResultRule::JoinOfAll, coalesce, true},
        {"contains", 2, 2, {str, str}, Type::Boolean, fixed, contains},
        {"count", 1, 1, {list}, Type::Number, fixed, count},
        {"date", 1, 3, {str | dat | dti | num, num, num}, Type::Date, fixed, date, false, true},
        {"date and time", 1, 2, {str | dat | dti, tim}, Type::DateTime, fixed, dateAndTime},
        {"day of week", 1, 1, {dat | dti}, Type::Text, fixed, dayOfWeek},
        {"decimal", 2, 2, {num, num}, Type::Number, fixed, decimal},
        {"duration", 1, 1, {str}, Type::Any, ResultRule::DurationLiteral, duration},
        {"ends with", 2, 2, {str, str}, Type::Boolean, fixed, endsWith},
        {"floor", 1, 2, {num, num}, Type::Number, fixed, floor},
        {"is defined", 1, 1, {anyType}, Type::Boolean, fixed, isDefined, true},
        {"list contains", 2, 2, {list, anyType}, Type::Boolean, fixed, listContains},
        {"lower case", 1, 1, {str}, Type::Text, fixed, toLower},
        {"max", 1, -1, {ordered | list, ordered}, Type::Any, ResultRule::ItemOfFirst, maximum},
        {"mean", 1, -1, {num | list, num}, Type::Number, fixed, mean},
        {"min", 1, -1, {ordered | list, ordered}, Type::Any, ResultRule::ItemOfFirst, minimum},
        {"modulo", 2, 2, {num, num}, Type::Number, fixed, modulo},
        {"not", 1, 1, {boolean}, Type::Boolean, fixed, negation},
        {"now", 0, 0, {}, Type::DateTime, fixed, now},
        {"number", 1, 3, {str | num, str, str}, Type::Number, fixed, number},
        {"round", 1, 2, {num, num}, Type::Number, fixed, round, true},
        {"starts with", 2, 2, {str, str}, Type::Boolean, fixed, startsWith},
        {"string", 1, 1, {anyType}, Type::Text, fixed, string},
        {"string length", 1, 1, {str}, Type::Number, fixed, stringLength},
        {"substring", 2, 3, {str, num, num}, Type::Text, fixed, substring},
        {"sum", 1, -1, {num | list, num}, Type::Number, fixed, sum},
        {"time", 1, 3, {str | tim | dti | num, num, num}, Type::Time, fixed, time, false, true},
        {"today", 0, 0, {}, Type::Date, fixed, today},
        {"upper case", 1, 1, {str}, Type::Text, fixed, toUpper},
        {"years and months duration", 2, 2, {dat | dti, dat | dti}, Type::Months, fixed, yearsAndMonthsDuration},
    };
    std::sort(all.begin(), all.end(), [](const Function& a, const Function& b) { return a.name < b.name; });
    return all;
}

} // namespace

const std::vector<Function>& functions() {
    static const std::vector<Function> all = makeFunctions();
    return all;
}

const Function* findFunction(std::string_view name) {
    const std::vector<Function>& all = functions();
    const auto at = std::lower_bound(all.begin(), all.end(), name,
                                     [](const Function& f, std::string_view wanted) { return f.name < wanted; });
    return at != all.end() && at->name == name ? &*at : nullptr;
}

const std::vector<std::string>& functionNames() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> result;
        for (const Function& f : functions())
            result.emplace_back(f.name);
        return result;
    }();
    return names;
}

} // namespace wayreeve::rules
