#include "rules/table_watch.h"

#include <algorithm>

namespace wayreeve::rules {

namespace {

thread_local TableWatch* innermost = nullptr;

} // namespace

TableWatch::TableWatch(std::vector<TableFiring>& into)
    : m_into(into)
    , m_outer(innermost) {
    innermost = this;
}

TableWatch::~TableWatch() {
    innermost = m_outer;
}

bool TableWatch::isOn() {
    return innermost != nullptr;
}

void TableWatch::tell(std::span<const TableFiring> fired) {
    if (innermost == nullptr)
        return;
    std::vector<TableFiring>& into = innermost->m_into;
    for (const TableFiring& firing : fired)
        if (std::find(into.begin(), into.end(), firing) == into.end())
            into.push_back(firing);
}

} // namespace wayreeve::rules
