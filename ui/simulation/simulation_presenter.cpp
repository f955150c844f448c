#include "ui/simulation/simulation_presenter.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

namespace wayreeve::ui {

namespace {

struct Word {
    std::string_view id;
    const char* text;
};

constexpr std::array<Word, 5> rulingWords{{
    {"refuse", QT_TRANSLATE_NOOP("Simulation", "Refused by a guardrail")},
    {"queue", QT_TRANSLATE_NOOP("Simulation", "Queued for a person")},
    {"suggest", QT_TRANSLATE_NOOP("Simulation", "Suggested")},
    {"hold", QT_TRANSLATE_NOOP("Simulation", "Held for its hour")},
    {"execute", QT_TRANSLATE_NOOP("Simulation", "Carried out")},
}};

/// The words of governance/approval_tally.h.
constexpr std::array<Word, 11> approvalWords{{
    {"waiting", QT_TRANSLATE_NOOP("Simulation", "Waiting for a person")},
    {"approved", QT_TRANSLATE_NOOP("Simulation", "Approved")},
    {"rejected", QT_TRANSLATE_NOOP("Simulation", "Rejected")},
    {"expired", QT_TRANSLATE_NOOP("Simulation", "Expired")},
    {"held", QT_TRANSLATE_NOOP("Simulation", "Still waiting for its hour")},
    {"dispatched", QT_TRANSLATE_NOOP("Simulation", "Held, then carried out")},
    {"voided", QT_TRANSLATE_NOOP("Simulation", "No longer right")},
    {"superseded", QT_TRANSLATE_NOOP("Simulation", "Replaced by a newer one")},
    {"discarded", QT_TRANSLATE_NOOP("Simulation", "Discarded")},
    {"suggested", QT_TRANSLATE_NOOP("Simulation", "Suggestions not taken up")},
    {"dismissed", QT_TRANSLATE_NOOP("Simulation", "Suggestions dismissed")},
}};

template <std::size_t N>
QString wordOf(const std::array<Word, N>& words, const std::string& id) {
    for (const Word& word : words)
        if (word.id == id)
            return QCoreApplication::translate("Simulation", word.text);
    return QString::fromStdString(id);
}

QString say(const char* text) {
    return QCoreApplication::translate("Simulation", text);
}

QString count(std::uint64_t number, const QLocale& locale) {
    return locale.toString(static_cast<qulonglong>(number));
}

QString kindWord(const audit::RunInfo& run) {
    switch (run.kind) {
    case audit::RunKind::Live:
        return run.source.empty() ? say(QT_TRANSLATE_NOOP("Simulation", "Live"))
                                  : say(QT_TRANSLATE_NOOP("Simulation", "Import"));
    case audit::RunKind::Simulation:
        return say(QT_TRANSLATE_NOOP("Simulation", "Simulation"));
    case audit::RunKind::Replay:
        return say(QT_TRANSLATE_NOOP("Simulation", "Replay"));
    }
    return {};
}

Cell stateCell(audit::RunStatus status) {
    switch (status) {
    case audit::RunStatus::Finished:
        return {say(QT_TRANSLATE_NOOP("Simulation", "Finished")), QStringLiteral("check"), Ink::RiskLow};
    case audit::RunStatus::Cancelled:
        return {say(QT_TRANSLATE_NOOP("Simulation", "Cancelled")), QStringLiteral("pause"), Ink::Text2};
    case audit::RunStatus::Paused:
        return {say(QT_TRANSLATE_NOOP("Simulation", "Stands still")), QStringLiteral("pause"), Ink::Text2};
    case audit::RunStatus::Running:
        break;
    }
    return {say(QT_TRANSLATE_NOOP("Simulation", "Not finished")), QStringLiteral("hourglass"), Ink::RiskMedium};
}

} // namespace

QString rulingWord(const std::string& id) {
    return wordOf(rulingWords, id);
}

QString approvalWord(const std::string& id) {
    return wordOf(approvalWords, id);
}

RunCurves runCurves(std::span<const audit::DayRow> rows, int days, bool finished, const QLocale& locale) {
    const measurement::Curves curves = measurement::curvesOf(rows);
    RunCurves out;
    // What happens at a run's last instant belongs to its last day, not to one that it does not have.
    const int lastDay = days > 0 ? days - 1 : std::numeric_limits<int>::max() - 1;
    int last = -1;
    for (const auto& curve : curves.arms) {
        if (curve.points.empty() || curve.arm == documents::Arm::Control)
            continue;
        const bool agentic = curve.arm == documents::Arm::Agentic;
        TrendSeries series;
        series.mark = agentic ? SeriesMark::Agentic : SeriesMark::Baseline;
        // What happened on a day stands at its end, so that both charts share one axis.
        for (const auto& point : curve.points) {
            const int day = std::min(point.day, lastDay);
            if (!series.points.isEmpty() && series.points.back().x >= day + 1.0)
                series.points.removeLast(); // it counts all so far
            series.points.append({day + 1.0, point.share * 100, point.interval.low * 100, point.interval.high * 100});
        }
        last = std::max(last, std::min(curve.points.back().day, lastDay));
        const QString share = locale.toString(curve.points.back().share * 100, 'f', 1);
        series.label = agentic ? say(QT_TRANSLATE_NOOP("Simulation", "agentic %1 %")).arg(share)
                               : say(QT_TRANSLATE_NOOP("Simulation", "baseline %1 %")).arg(share);
        out.conversion.series.append(series);
    }
    // Both charts share the axis.
    out.columns = std::max({days, last + 1, std::min(lastDay + 1, static_cast<int>(curves.load.size()))});
    out.conversion.xLow = 0;
    out.conversion.xHigh = std::max(1, out.columns);
    if (!finished && last >= 0)
        out.conversion.now = last + 1.0;
    out.conversion.xText = [](double x) {
        return std::floor(x) == x ? say(QT_TRANSLATE_NOOP("Simulation", "day %1")).arg(x) : QString();
    };
    ColumnSeries high{
        say(QT_TRANSLATE_NOOP("Simulation", "high risk")), QStringLiteral("risk-high"), Ink::RiskHigh, {}};
    ColumnSeries other{
        say(QT_TRANSLATE_NOOP("Simulation", "others")), QStringLiteral("risk-medium"), Ink::RiskMediumBar, {}};
    for (const auto& point : curves.load) {
        if (point.day > lastDay && !high.values.isEmpty()) {
            high.values.back() += static_cast<double>(point.queuedHigh);
            other.values.back() += static_cast<double>(point.queued - std::min(point.queued, point.queuedHigh));
            continue;
        }
        high.values.append(static_cast<double>(point.queuedHigh));
        other.values.append(static_cast<double>(point.queued - std::min(point.queued, point.queuedHigh)));
    }
    if (!curves.load.empty())
        out.load = {other, high};
    return out;
}

QString dayText(double share, int days) {
    const int day = std::clamp(static_cast<int>(share * days) + 1, 1, std::max(1, days));
    return say(QT_TRANSLATE_NOOP("Simulation", "Day %1 of %2")).arg(day).arg(days);
}

QString timeLeft(double share, qint64 elapsedMs) {
    if (share < 0.02 || share >= 1)
        return {};
    const auto seconds = std::lround(static_cast<double>(elapsedMs) * (1 - share) / share / 1000);
    if (seconds < 90)
        return say(QT_TRANSLATE_NOOP("Simulation", "%1 s left")).arg(std::max<long>(1, seconds));
    return say(QT_TRANSLATE_NOOP("Simulation", "%1 min left")).arg((seconds + 30) / 60);
}

CellsModel::Rows summaryRows(const engine::RunSummary& summary, qint64 elapsedMs, const QLocale& locale) {
    CellsModel::Rows rows;
    const auto add = [&rows](const QString& label, const QString& value, bool bold = false) {
        rows.append({{label}, {value}});
        rows.back()[0].bold = rows.back()[1].bold = bold;
    };
    add(say(QT_TRANSLATE_NOOP("Simulation", "Decisions")), count(summary.info.decisions, locale), true);
    for (const auto& [id, number] : summary.rulings)
        add(rulingWord(id), count(number, locale));
    std::uint64_t proposals = 0;
    for (const auto& [id, number] : summary.approvals)
        proposals += number;
    add(say(QT_TRANSLATE_NOOP("Simulation", "Proposals")), count(proposals, locale), true);
    for (const auto& [id, number] : summary.approvals)
        add(approvalWord(id), count(number, locale));
    add(say(QT_TRANSLATE_NOOP("Simulation", "Customers")), count(summary.info.customers, locale), true);
    std::uint64_t machines = 0, bursts = 0;
    for (const auto& [sign, number] : summary.machines)
        (sign == "burst" ? bursts : machines) += number;
    if (machines > 0)
        add(say(QT_TRANSLATE_NOOP("Simulation", "Software, no people")), count(machines, locale));
    if (bursts > 0)
        add(say(QT_TRANSLATE_NOOP("Simulation", "Bursts of events, no people")), count(bursts, locale));
    add(say(QT_TRANSLATE_NOOP("Simulation", "Records")), count(summary.info.entries, locale));
    if (elapsedMs <= 0)
        return rows;
    add(say(QT_TRANSLATE_NOOP("Simulation", "Time taken")),
        say(QT_TRANSLATE_NOOP("Simulation", "%1 s"))
            .arg(locale.toString(static_cast<double>(elapsedMs) / 1000, 'f', 1)));
    add(say(QT_TRANSLATE_NOOP("Simulation", "Decisions a second")),
        count(summary.info.decisions * 1000 / static_cast<std::uint64_t>(elapsedMs), locale));
    return rows;
}

CellsModel::Rows runRows(std::span<const audit::RunInfo> runs, const QLocale& locale) {
    CellsModel::Rows rows;
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        const QString print = QString::fromStdString(run->recordsHash.hex());
        Cell fingerprint{print.left(12)};
        fingerprint.tip = print;
        fingerprint.ink = Ink::Text2;
        rows.append({{QString::fromStdString(run->tag)},
                     {kindWord(*run)},
                     stateCell(run->status),
                     {count(run->customers, locale)},
                     {locale.toString(run->days)},
                     {QString::number(run->seed)},
                     {count(run->decisions, locale)},
                     fingerprint});
        rows.back()[0].bold = true;
        rows.back()[0].data = QString::fromStdString(run->tag);
        rows.back()[0].tip = print;
    }
    return rows;
}

} // namespace wayreeve::ui
