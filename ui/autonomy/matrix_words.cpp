#include "ui/autonomy/matrix_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace wayreeve::ui::autonomy {

using documents::Approval;
using documents::AutonomyCell;
using documents::AutonomyLevel;
using documents::PolicyType;
using documents::SafeDefault;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Autonomy)
};

QString numberText(double number) {
    return QLocale().toString(number, 'g', 6);
}

QString expiryText(SafeDefault onExpiry) {
    switch (onExpiry) {
    case SafeDefault::Baseline:
        return Words::tr("then baseline");
    case SafeDefault::Handoff:
        return Words::tr("then a person");
    case SafeDefault::Nothing:
        break;
    }
    return Words::tr("then nothing");
}

QString expirySentence(SafeDefault onExpiry) {
    switch (onExpiry) {
    case SafeDefault::Baseline:
        return Words::tr("after that the baseline's action takes its place.");
    case SafeDefault::Handoff:
        return Words::tr("after that the case goes to a person.");
    case SafeDefault::Nothing:
        break;
    }
    return Words::tr("after that nothing happens.");
}

} // namespace

QString lengthText(Duration length) {
    const qint64 minutes = length.ms / 60'000;
    const auto n = [](qint64 value) { return QLocale().toString(value); };
    if (minutes >= 2 * 1440 && minutes % 1440 == 0)
        return Words::tr("%1 d").arg(n(minutes / 1440));
    if (minutes >= 60 && minutes % 60 == 0)
        return Words::tr("%1 h").arg(n(minutes / 60));
    if (minutes >= 60)
        return Words::tr("%1 h %2 min").arg(n(minutes / 60), n(minutes % 60));
    return Words::tr("%1 min").arg(n(minutes));
}

QString shareText(double share) {
    return Words::tr("%1 %").arg(QLocale().toString(share * 100, 'g', 4));
}

QString undoText(documents::Reversibility reversibility) {
    switch (reversibility) {
    case documents::Reversibility::Reversible:
        return Words::tr("Reversible");
    case documents::Reversibility::Costly:
        return Words::tr("Costly");
    case documents::Reversibility::Irreversible:
        break;
    }
    return Words::tr("Irreversible");
}

QString peopleText(Approval approval) {
    return approval == Approval::FourEyes ? Words::tr("2 people") : Words::tr("1 person");
}

CellWords cellWords(const std::optional<AutonomyCell>& cell) {
    if (!cell)
        return {LevelMark::Assisted, Words::tr("No cell"), {}, Words::tr("treated as Assisted"), true, 0};
    const auto level = static_cast<LevelMark>(cell->level);
    CellWords words{level, look(level).text, {}, {}, false, 0};
    switch (cell->level) {
    case AutonomyLevel::Assisted:
        words.people = peopleText(cell->approval);
        words.detail = Words::tr("%1, %2").arg(lengthText(cell->sla), expiryText(cell->onExpiry));
        break;
    case AutonomyLevel::Supervised:
        words.detail = Words::tr("%1 reviewed after").arg(shareText(cell->sample));
        break;
    case AutonomyLevel::Autonomous:
        words.detail = Words::tr("%1 spot-checked").arg(shareText(cell->sample));
        break;
    }
    if (cell->level != AutonomyLevel::Assisted && cell->approval == Approval::FourEyes)
        words.people = peopleText(cell->approval);
    if (!words.people.isEmpty())
        words.peopleCount = cell->approval == Approval::FourEyes ? 2 : 1;
    return words;
}

QString cellSentence(const std::optional<AutonomyCell>& cell) {
    if (!cell)
        return Words::tr("There is no cell here. Until there is one, one person must agree first.");
    const QString people =
        cell->approval == Approval::FourEyes ? Words::tr("Two different people") : Words::tr("One person");
    const QString waiting =
        Words::tr("%1 must agree within %2; %3").arg(people, lengthText(cell->sla), expirySentence(cell->onExpiry));
    switch (cell->level) {
    case AutonomyLevel::Assisted:
        return waiting;
    case AutonomyLevel::Supervised:
        return Words::tr("The core acts by itself; %1 of it is reviewed afterwards. Where an exception applies: %2")
            .arg(shareText(cell->sample), waiting);
    case AutonomyLevel::Autonomous:
        break;
    }
    return Words::tr("The core acts by itself; %1 of it is spot-checked. Where an exception applies: %2")
        .arg(shareText(cell->sample), waiting);
}

QString strengthText(documents::PolicyStrength strength) {
    switch (strength) {
    case documents::PolicyStrength::Hard:
        return Words::tr("Hard");
    case documents::PolicyStrength::Soft:
        return Words::tr("Soft");
    case documents::PolicyStrength::Learned:
        break;
    }
    return Words::tr("Learned");
}

QString policyNote(const documents::Policy& policy) {
    if (policy.strength != documents::PolicyStrength::Hard)
        return Words::tr("weight %1").arg(numberText(policy.weight));
    switch (policy.type) {
    case PolicyType::Cap:
        if (policy.window == documents::CapWindow::LocalDay || policy.days == 1)
            return Words::tr("%1 a day").arg(numberText(policy.count));
        return Words::tr("%1 in %2 days").arg(numberText(policy.count), numberText(policy.days));
    case PolicyType::QuietHours: {
        const auto clock = [](int minute) {
            return QStringLiteral("%1:%2")
                .arg(minute / 60, 2, 10, QLatin1Char('0'))
                .arg(minute % 60, 2, 10, QLatin1Char('0'));
        };
        return Words::tr("%1 to %2").arg(clock(policy.from), clock(policy.to));
    }
    case PolicyType::DiscountCap:
        return policy.limit ? Words::tr("at most %1").arg(shareText(policy.limit->toDouble())) : QString();
    case PolicyType::MarginFloor:
        return policy.limit ? Words::tr("at least %1").arg(shareText(policy.limit->toDouble())) : QString();
    case PolicyType::Inventory:
        return policy.limit ? Words::tr("at least %1").arg(numberText(policy.limit->toDouble())) : QString();
    case PolicyType::Budget:
        return policy.amount ? Words::tr("%1 a day").arg(numberText(policy.amount->toDouble())) : QString();
    default:
        return {};
    }
}

std::array<Spans, 7> quietWeek(const documents::PolicyStack& stack) {
    std::array<Spans, 7> week;
    const auto add = [&week](int day, int from, int to) {
        if (from < to)
            week[static_cast<std::size_t>(day % 7)].emplace_back(from, to);
    };
    for (const documents::Policy& policy : stack.policies) {
        if (policy.type != PolicyType::QuietHours)
            continue;
        for (int day = 0; day < 7; ++day) {
            const auto& days = policy.weekdays;
            if (!days.empty() && std::find(days.begin(), days.end(), day + 1) == days.end())
                continue;
            if (policy.from < policy.to) {
                add(day, policy.from, policy.to);
            } else {
                add(day, policy.from, 1440);
                add(day + 1, 0, policy.to);
            }
        }
    }
    for (Spans& spans : week) {
        std::sort(spans.begin(), spans.end());
        Spans merged;
        for (const auto& [from, to] : spans) {
            if (!merged.empty() && from <= merged.back().second)
                merged.back().second = std::max(merged.back().second, to);
            else
                merged.emplace_back(from, to);
        }
        spans = std::move(merged);
    }
    return week;
}

QString capsText(const documents::PolicyStack& stack) {
    QStringList caps;
    for (const documents::Policy& policy : stack.policies)
        if (policy.type == PolicyType::Cap && policy.strength == documents::PolicyStrength::Hard)
            caps.append(policyNote(policy));
    return caps.join(Words::tr(", "));
}

} // namespace wayreeve::ui::autonomy
