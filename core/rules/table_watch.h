#pragma once

#include "rules/table_firing.h"

#include <span>
#include <vector>

namespace wayreeve::rules {

/// While it lives, what decision tables answer to this thread's expressions (Expression::test and evaluate without a
/// list of their own) is put into `into`: each different firing once, in the order of first answers. So one decision
/// can say which rows it rests on, whoever asked. Watches nest; the innermost collects. Expressions that ask no table
/// cost nothing.
class TableWatch {
public:
    explicit TableWatch(std::vector<TableFiring>& into);
    ~TableWatch();
    TableWatch(const TableWatch&) = delete;
    TableWatch& operator=(const TableWatch&) = delete;

    [[nodiscard]] static bool isOn(); ///< whether this thread is watched
    static void tell(std::span<const TableFiring> fired);

private:
    std::vector<TableFiring>& m_into;
    TableWatch* m_outer;
};

} // namespace wayreeve::rules
