#include "ui/customers/account_words.h"

#include "ui/customers/customer_story.h"
#include "ui/shell/subject_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace wayreeve::ui {

namespace {

/// What stands in a roll-up before the health: members, active in 7 and 30 days, events in 30, open cases.
constexpr std::size_t countsOfRollUp = 5;
constexpr int mostDecimals = 4; ///< that a part of the health has
constexpr std::int64_t dayLength = 86'400'000;

QString say(const char* text) {
    return QCoreApplication::translate("CustomerStory", text);
}

QString qs(const std::string& text) {
    return QString::fromStdString(text).simplified();
}

double numberAt(const std::vector<Value>& values, std::size_t at) {
    const Decimal* const number = at < values.size() ? values[at].number() : nullptr;
    return number ? number->toDouble() : 0;
}

/// As many as it takes to write every one of them exactly, so that what is shown adds up.
int decimalsOf(const std::vector<double>& numbers) {
    for (int decimals = 0; decimals < mostDecimals; ++decimals) {
        const double scale = std::pow(10.0, decimals);
        if (std::all_of(numbers.begin(), numbers.end(),
                        [&](double number) { return std::abs(number * scale - std::round(number * scale)) < 1e-6; }))
            return decimals;
    }
    return mostDecimals;
}

QString contractWords(const Value& until, Instant clock, const RecordWords& words) {
    std::optional<std::int64_t> last;
    if (const Date* date = until.date())
        last = date->dayNumber;
    else if (const Instant* at = until.dateTime())
        last = at->ms / dayLength;
    if (!last)
        return {};
    const QString day = words.date(Instant{*last * dayLength + dayLength / 2});
    const std::int64_t left = *last - clock.ms / dayLength;
    if (left < 0)
        return say(QT_TRANSLATE_NOOP("CustomerStory", "ended %1")).arg(day);
    return say(QT_TRANSLATE_NOOP("CustomerStory", "until %1, days left: %2")).arg(day, QLocale().toString(left));
}

void addMembers(AccountStory& story, const CustomerRecords& records, const RecordWords& words) {
    std::vector<const audit::CustomerRow*> members;
    for (const audit::CustomerRow& row : records.members)
        members.push_back(&row);
    std::stable_sort(members.begin(), members.end(), [](const auto* a, const auto* b) {
        return a->lastSeen != b->lastSeen ? a->lastSeen > b->lastSeen : a->number < b->number;
    });
    for (const audit::CustomerRow* row : members)
        story.members.append({QStringLiteral("#%1").arg(row->number), subjectName(*row),
                              contactRole(*row, records.symbols, {}, words),
                              say(QT_TRANSLATE_NOOP("CustomerStory", "last seen %1")).arg(words.day(row->lastSeen))});
    story.more = static_cast<qsizetype>(records.memberCount) - story.members.size();
}

void addHealth(AccountStory& story, const CustomerRecords& records, const documents::AccountPlan& plan) {
    if (plan.health.empty() || records.rollUp.size() != countsOfRollUp + 1 + plan.health.size())
        return;
    std::vector<double> points;
    for (std::size_t i = countsOfRollUp; i < records.rollUp.size(); ++i)
        points.push_back(numberAt(records.rollUp, i));
    const int decimals = decimalsOf(points);
    const auto of = [&](double part, double whole) {
        return say(QT_TRANSLATE_NOOP("CustomerStory", "%1 of %2"))
            .arg(numberWords(part, decimals), QLocale().toString(whole, 'f', 0));
    };
    story.health = of(points.front(), 100);
    for (std::size_t i = 0; i < plan.health.size(); ++i) {
        const documents::HealthPart& part = plan.health[i];
        const double most = part.points.toDouble();
        story.parts.append(
            {part.name.empty() ? readable(part.id) : qs(part.name), points[i + 1], most, of(points[i + 1], most)});
    }
}

} // namespace

AccountStory accountStory(const CustomerRecords& records, const RecordWords& words) {
    AccountStory story;
    story.known = records.memory.has_value();
    if (!story.known)
        return story;
    addMembers(story, records, words);
    static const std::array labels{
        QT_TRANSLATE_NOOP("CustomerStory", "Members"), QT_TRANSLATE_NOOP("CustomerStory", "Active in 7 days"),
        QT_TRANSLATE_NOOP("CustomerStory", "Active in 30 days"),
        QT_TRANSLATE_NOOP("CustomerStory", "Events in 30 days"), QT_TRANSLATE_NOOP("CustomerStory", "Open cases")};
    for (std::size_t i = 0; i < labels.size() && i < records.rollUp.size(); ++i)
        story.counts.append({say(labels[i]), QLocale().toString(numberAt(records.rollUp, i), 'f', 0)});
    const documents::Workspace* workspace = words.workspace();
    if (!workspace || !workspace->trackingPlan)
        return story;
    const documents::AccountPlan& plan = workspace->trackingPlan->accounts;
    addHealth(story, records, plan);
    for (std::size_t i = 0; i < plan.traits.size() && i < records.memory->traits.size(); ++i) {
        const std::string& id = plan.traits[i].id;
        const Value& value = records.memory->traits[i];
        if (id == plan.contractDate)
            story.contract = contractWords(value, records.clock, words);
        else if (id != "name" && !value.isNull())
            story.traits.append({readable(id), words.value("account." + id, value)});
    }
    return story;
}

} // namespace wayreeve::ui
