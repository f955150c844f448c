#include "ui/decisions/decision_list.h"

#include "ui/shell/subject_words.h"

#include "ui/shell/shown_run.h"
#include "ui/widgets/data_table.h"

#include "audit/queue_id.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace wayreeve::ui {

namespace {

constexpr std::int64_t searchedCustomers = 50;

/// Names of customers and whether they are accounts, each read once.
struct CustomerNames {
    audit::LedgerReader& ledger;
    std::int64_t run;
    std::map<std::uint32_t, std::pair<std::string, bool>> known{};

    const std::pair<std::string, bool>& of(std::uint32_t number) {
        const auto [at, fresh] = known.try_emplace(number);
        if (fresh) {
            const auto customer = ledger.customer(run, number);
            if (customer && *customer)
                at->second = {subjectName(**customer).toStdString(), (*customer)->isAccount};
            else
                at->second.first = std::to_string(number);
        }
        return at->second;
    }
};

bool matches(const audit::DecisionRow& row, const audit::DecisionFilter& filter) {
    return (filter.action == 0 || row.action == filter.action) && (filter.agent == 0 || row.agent == filter.agent) &&
           (!filter.arm || row.arm == *filter.arm) && (!filter.ruling || row.ruling == *filter.ruling) &&
           (!filter.since || row.time >= *filter.since) && (filter.includeWait || row.action != 0);
}

/// Rows that the search text finds, newest first.
Result<std::vector<audit::DecisionRow>> searched(audit::LedgerReader& ledger, const audit::RunInfo& run,
                                                 const std::string& text, const audit::DecisionFilter& filter,
                                                 std::int64_t wanted) {
    std::vector<audit::DecisionRow> rows;
    const auto item = audit::parseQueueId(text);
    auto id = item ? item : audit::parseId(text);
    if (id && (id->tag.empty() || id->tag == run.tag)) {
        if (item) {
            const auto proposal = ledger.proposal(run.id, item->key);
            if (!proposal)
                return rows;
            id->key = proposal->decision;
        }
        auto row = ledger.decisionRow(run.id, id->key);
        if (!row)
            return row.error();
        if (*row && matches(**row, filter))
            rows.push_back(**row);
        if (!rows.empty())
            return rows;
    }
    auto customers = ledger.customers(run.id, text, searchedCustomers);
    if (!customers)
        return customers.error();
    for (const audit::CustomerRow& customer : *customers) {
        audit::DecisionFilter own = filter;
        own.customer = customer.number;
        own.offset = 0;
        own.limit = wanted;
        auto found = ledger.decisions(run.id, own);
        if (!found)
            return found.error();
        rows.insert(rows.end(), found->begin(), found->end());
    }
    std::sort(rows.begin(), rows.end(), [](const audit::DecisionRow& a, const audit::DecisionRow& b) {
        return a.time != b.time ? a.time > b.time : a.key > b.key;
    });
    return rows;
}

DecisionListPage failed(const DecisionQuery& query, const Error& error) {
    DecisionListPage page;
    page.query = query;
    page.error = error;
    return page;
}

} // namespace

std::optional<audit::DecisionFilter> filterOf(const DecisionQuery& query, const Symbols& symbols, Instant clock) {
    audit::DecisionFilter filter;
    filter.action = query.action.empty() ? 0 : symbols.find(query.action);
    filter.agent = query.agent.empty() ? 0 : symbols.find(query.agent);
    if ((!query.action.empty() && filter.action == 0) || (!query.agent.empty() && filter.agent == 0))
        return std::nullopt;
    filter.arm = query.arm;
    filter.ruling = query.ruling;
    filter.includeWait = query.waits;
    filter.includeDrawn = true;
    if (query.days > 0)
        filter.since = clock - Duration::days(query.days);
    return filter;
}

QString countText(int shown, const DecisionListPage& page, const QLocale& locale) {
    const QString count = locale.toString(shown);
    const QString decided = locale.toString(static_cast<qulonglong>(page.total - page.drawn));
    if (!page.query.text.trimmed().isEmpty())
        return QCoreApplication::translate("Decisions", "%1 of %2 found").arg(count, decided);
    if (page.drawn == 0)
        return QCoreApplication::translate("Decisions", "%1 of %2 decisions").arg(count, decided);
    return QCoreApplication::translate("Decisions", "%1 of %2 decisions and %3 drawn actions")
        .arg(count, decided, locale.toString(static_cast<qulonglong>(page.drawn)));
}

DecisionListPage loadDecisions(const std::string& folder, const std::string& tag, const DecisionQuery& query,
                               std::int64_t offset, std::int64_t limit) {
    auto reader = session::openReader(folder);
    if (!reader)
        return failed(query, reader.error());
    audit::LedgerReader& ledger = **reader;
    const auto run = shownRun(ledger, tag);
    if (!run)
        return failed(query, run.error());
    const auto symbols = ledger.symbolsOf(run->id);
    if (!symbols)
        return failed(query, symbols.error());
    DecisionListPage page;
    page.query = query;
    auto filter = filterOf(query, *symbols, run->clock);
    if (!filter)
        return page;
    filter->limit = limit;
    filter->offset = offset;
    std::vector<audit::DecisionRow> rows;
    if (const std::string text = query.text.trimmed().toStdString(); !text.empty()) {
        auto found = searched(ledger, *run, text, *filter, offset + limit + 1);
        if (!found)
            return failed(query, found.error());
        page.total = found->size();
        const auto from = std::min<std::size_t>(static_cast<std::size_t>(offset), found->size());
        const auto to = std::min<std::size_t>(from + static_cast<std::size_t>(limit), found->size());
        rows.assign(found->begin() + static_cast<std::ptrdiff_t>(from),
                    found->begin() + static_cast<std::ptrdiff_t>(to));
        page.more = to < found->size();
    } else {
        auto found = ledger.decisions(run->id, *filter);
        if (!found)
            return failed(query, found.error());
        const auto total = ledger.countDecisions(run->id, *filter);
        rows = std::move(found).value();
        page.total = total ? *total : rows.size();
        filter->includeDrawn = false;
        const auto decided = ledger.countDecisions(run->id, *filter);
        page.drawn = total && decided ? *total - *decided : 0;
        page.more = static_cast<std::uint64_t>(offset) + rows.size() < page.total;
    }
    CustomerNames names{ledger, run->id};
    for (const audit::DecisionRow& row : rows) {
        const auto& [name, isAccount] = names.of(row.customer);
        page.rows.push_back({row, audit::idText(run->tag, row.key), name, symbols->name(row.action),
                             symbols->name(row.agent), isAccount});
    }
    return page;
}

void DecisionListModel::setRows(std::vector<DecisionListRow> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void DecisionListModel::append(std::vector<DecisionListRow> rows) {
    if (rows.empty())
        return;
    const int from = rowCount();
    beginInsertRows({}, from, from + static_cast<int>(rows.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    endInsertRows();
}

int DecisionListModel::rowOf(const QString& id) const {
    const std::string wanted = id.toStdString();
    const auto at = std::find_if(m_rows.begin(), m_rows.end(), [&](const auto& row) { return row.id == wanted; });
    return at == m_rows.end() ? -1 : static_cast<int>(at - m_rows.begin());
}

int DecisionListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString DecisionListModel::text(const DecisionListRow& row, int column) const {
    switch (column) {
    case Time:
        return m_words.time(row.row.time);
    case Customer:
        return row.isAccount ? tr("%1 (account)").arg(QString::fromStdString(row.customer).simplified())
                             : QString::fromStdString(row.customer).simplified();
    case Action:
        return m_words.action(row.action);
    case Agent:
        return row.row.drawn ? tr("Drawn in the journey") : m_words.agent(row.agent);
    case Ruling:
        return row.row.action == 0 ? tr("Nothing to do") : rulingWords(row.row.ruling);
    case Risk:
        return row.row.action == 0 ? QStringLiteral("–") : look(riskMark(row.row.risk)).text;
    case Arm:
        return armWords(row.row.arm);
    default:
        return row.row.drawn ? QStringLiteral("–") : m_words.money(row.row.priority);
    }
}

QVariant DecisionListModel::data(const QModelIndex& index, int role) const {
    const DecisionListRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool wait = row.row.action == 0;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::AccessibleTextRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Customer ? QVariant(text(row, Customer).toHtmlEscaped()) : QVariant();
    case IconRole:
        if (index.column() == Action)
            return wait ? look(ChannelMark::Wait).icon : channelLook(row.row.channel).icon;
        return index.column() == Risk && !wait ? look(riskMark(row.row.risk)).icon : QVariant();
    case IconInkRole:
        if (index.column() == Action)
            return static_cast<int>(wait ? Ink::Text2 : channelLook(row.row.channel).ink);
        return static_cast<int>(look(riskMark(row.row.risk)).ink);
    case InkRole:
        if (index.column() == Risk && !wait)
            return static_cast<int>(look(riskMark(row.row.risk)).ink);
        return static_cast<int>(index.column() == Customer || (index.column() == Action && !wait) ? Ink::Text1
                                                                                                  : Ink::Text2);
    case NoteRole:
        return index.column() == Action && row.row.explored ? QVariant(tr("to learn")) : QVariant();
    case NumberRole:
        return index.column() == Value;
    default:
        return {};
    }
}

QVariant DecisionListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Value ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Time"),   tr("Customer"), tr("Action"), tr("Agent"),
                             tr("Ruling"), tr("Risk"),     tr("Arm"),    tr("Value")};
    return titles.value(section);
}

} // namespace wayreeve::ui
