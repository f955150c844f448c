#include "session/purchases.h"

#include "base/civil.h"
#include "perception/event_codec.h"
#include "perception/property_value.h"
#include "session/csv.h"
#include "session/identities.h"
#include "session/open_workspace.h"
#include "session/store_access.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace wayreeve::session {

namespace {

constexpr std::int64_t page = 20'000;

std::optional<Instant> instantOf(const std::string& text) {
    const auto at = parseInstant(text.size() == 10 ? text + "T00:00:00Z" : text);
    return at ? std::optional(*at) : std::nullopt;
}

std::optional<double> amountOf(const std::string& text) {
    double amount = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), amount);
    const bool whole = failed == std::errc() && end == text.data() + text.size() && std::isfinite(amount);
    return whole ? std::optional(amount) : std::nullopt;
}

void sortAll(std::vector<PurchaseList>& customers) {
    for (PurchaseList& list : customers)
        std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
}

} // namespace

Result<std::vector<PurchaseList>> purchasesOf(const std::filesystem::path& csv) {
    const auto table = readCsv(csv);
    if (!table)
        return table.error();
    const int columns[] = {table->column("customer"), table->column("date"), table->column("amount")};
    const char* const names[] = {"customer", "date", "amount"};
    for (int i = 0; i < 3; ++i)
        if (columns[i] < 0)
            return Error{"lifetime.no-column", {{"file", csv.string()}, {"column", names[i]}}};
    std::vector<PurchaseList> customers;
    std::map<std::string, std::size_t> known;
    for (std::size_t row = 0; row < table->rows.size(); ++row) {
        const auto cell = [&](int i) -> const std::string& {
            return table->rows[row][static_cast<std::size_t>(columns[i])];
        };
        const auto at = instantOf(cell(1));
        const auto amount = amountOf(cell(2));
        if (!at || !amount)
            return Error{"lifetime.bad-row",
                         {{"file", csv.string()},
                          {"row", std::to_string(row + 1)},
                          {"column", at ? names[2] : names[1]},
                          {"value", cell(at ? 2 : 1)}}};
        const auto [found, added] = known.try_emplace(cell(0), customers.size());
        if (added)
            customers.emplace_back();
        customers[found->second].push_back({*at, *amount});
    }
    sortAll(customers);
    return customers;
}

Result<std::vector<PurchaseList>> purchasesOf(const std::filesystem::path& workspace, const std::string& run) {
    auto reader = openReader(workspace);
    if (!reader)
        return reader.error();
    const auto info = (*reader)->run(run);
    if (!info)
        return info.error();
    const auto opened = openAsOf(workspace, *info);
    if (!opened)
        return opened.error();
    const documents::LifetimePlan& plan = opened->workspace->trackingPlan->lifetime;
    if (!plan.isUsed())
        return Error{"lifetime.not-planned", {{"run", info->tag}}};
    const auto symbols = (*reader)->symbolsOf(info->id);
    if (!symbols)
        return symbols.error();
    const auto identities = Identities::read(**reader, *info);
    if (!identities)
        return identities.error();
    const auto owners = EventOwners::read(**reader, *info, *symbols, *identities);
    const auto software = notPeople(**reader, *info, *identities);
    if (!owners || !software)
        return owners ? software.error() : owners.error();
    std::map<std::uint32_t, PurchaseList> byCustomer;
    for (std::uint64_t after = 0;;) {
        const auto rows = (*reader)->events(info->id, std::nullopt, after, page);
        if (!rows)
            return rows.error();
        for (const audit::EventRow& row : *rows) {
            after = row.sequence;
            const std::uint32_t customer = owners->of(row);
            if (row.name != plan.event || software->contains(customer))
                continue;
            cbor::Reader body(row.body);
            const auto event = perception::decodeEvent(body, *symbols);
            if (!event)
                continue; // erased
            const Value amount = perception::propertyOf(event->properties, plan.amount);
            byCustomer[customer].push_back({event->time, amount.number() ? amount.number()->toDouble() : 0});
        }
        if (rows->size() < static_cast<std::size_t>(page))
            break;
    }
    std::vector<PurchaseList> customers;
    for (auto& [number, list] : byCustomer)
        customers.push_back(std::move(list));
    sortAll(customers);
    return customers;
}

Result<LifetimeTrial> tryLifetime(const std::vector<PurchaseList>& customers) {
    using perception::PurchaseRecord;
    const Error tooFew{"lifetime.too-few", {}};
    Instant first = Instant::never(), last{INT64_MIN};
    for (const PurchaseList& list : customers)
        if (!list.empty()) {
            first = std::min(first, list.front().at);
            last = std::max(last, list.back().at);
        }
    if (first.isNever())
        return tooFew;
    const Instant middle = first + Duration{(last - first).ms / 2};
    std::vector<PurchaseRecord> all, before, after;
    for (const PurchaseList& list : customers) {
        const auto whole = perception::recordOf(list, last);
        if (!whole)
            continue;
        all.push_back(*whole);
        if (const auto known = perception::recordOf(list, middle)) {
            before.push_back(*known);
            after.push_back(*whole);
        }
    }
    const auto fit = perception::fitLifetime(all), judged = perception::fitLifetime(before);
    if (!fit || !judged)
        return tooFew;
    LifetimeTrial trial;
    trial.fit = *fit;
    trial.customers = before.size();
    trial.days = (last - middle).inDays();
    const perception::LifetimeModel model(judged->purchases, judged->spend);
    const auto n = static_cast<double>(before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        const PurchaseRecord& known = before[i];
        const double bought = after[i].repeats - known.repeats, paid = after[i].money - known.money;
        const double ahead = model.expectedPurchases(known, trial.days);
        const auto worth = model.worth(known, trial.days);
        const auto range = model.purchaseRange(known, trial.days);
        trial.expected += ahead, trial.made += bought;
        trial.moneyExpected += worth.mean, trial.moneyMade += paid;
        trial.error += std::fabs(ahead - bought) / n;
        trial.naive += std::fabs((known.age > 0 ? known.repeats / known.age * trial.days : 0) - bought) / n;
        trial.heldPurchases += bought >= range.low && bought <= range.high ? 1 / n : 0;
        trial.heldMoney += paid >= worth.low - 0.005 && paid <= worth.high + 0.005 ? 1 / n : 0;
    }
    return trial;
}

} // namespace wayreeve::session
