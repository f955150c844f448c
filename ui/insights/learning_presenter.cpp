#include "ui/insights/learning_presenter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace wayreeve::ui {

namespace {

using measurement::Effect;
using measurement::Proportion;

QString say(const char* text, int n = -1) {
    return QCoreApplication::translate("Learning", text, nullptr, n);
}

QString number(std::uint64_t n) {
    return QLocale().toString(static_cast<qulonglong>(n));
}

QString points(double share) {
    const double value = share * 100;
    const QString text = numberWords(std::abs(value), 1);
    return (value > 0.05 ? QStringLiteral("+") : value < -0.05 ? QStringLiteral("−") : QStringLiteral("±")) + text;
}

QString share(const Proportion& p) {
    return say(QT_TRANSLATE_NOOP("Learning", "%1 (%2 of %3)"))
        .arg(percentWords(p.share()), number(p.hits), number(p.count));
}

QString from(const measurement::Interval& interval) {
    return say(QT_TRANSLATE_NOOP("Learning", "%1 to %2")).arg(percentWords(interval.low), percentWords(interval.high));
}

QString tagWords(const std::string& tag, session::EffectOf what, const RecordWords& words) {
    using session::EffectOf;
    switch (what) {
    case EffectOf::Action:
        return words.action(tag);
    case EffectOf::Stage:
        return words.stage(tag);
    case EffectOf::Intent:
        return words.intent(tag);
    case EffectOf::Channel:
        return look(channelFromId(QString::fromStdString(tag))).text;
    case EffectOf::Timing:
        return QString::fromStdString(tag).replace(QLatin1Char('-'), QStringLiteral(" – ")) +
               say(QT_TRANSLATE_NOOP("Learning", " h"));
    case EffectOf::Content:
    case EffectOf::Tone:
    case EffectOf::Offer:
    case EffectOf::Proof:
    case EffectOf::Need:
        break;
    }
    return readable(tag);
}

QString segmentWords(const std::string& segment, const std::string& kind, const RecordWords& words) {
    if (segment.empty())
        return say(QT_TRANSLATE_NOOP("Learning", "not known"));
    if (kind == "stage" || kind == "previous_stage")
        return words.stage(segment);
    if (kind == "intent")
        return words.intent(segment);
    if (kind == "journey")
        return words.journey(segment);
    return words.value(kind, segment == "true" ? Value(true) : segment == "false" ? Value(false) : Value(segment));
}

Cell effectCell(const Effect& effect) {
    Cell cell;
    const QString counts = say(QT_TRANSLATE_NOOP("Learning", "n %1 with it, %2 with something else"))
                               .arg(number(effect.with), number(effect.without));
    if (!effect.isTold()) {
        cell.text = QStringLiteral("–");
        cell.ink = Ink::Text3;
        cell.note = effect.why == "no-overlap" ? say(QT_TRANSLATE_NOOP("Learning", "no overlap"))
                                               : say(QT_TRANSLATE_NOOP("Learning", "n %1")).arg(number(effect.with));
        cell.tip =
            (effect.why == "no-overlap"
                 ? say(QT_TRANSLATE_NOOP("Learning", "There was hardly ever a choice here, so nothing can be "
                                                     "compared."))
                 : say(QT_TRANSLATE_NOOP("Learning", "Too few to say: at least 10 moments a side are needed."))) +
            QLatin1Char('\n') + counts;
        return cell;
    }
    const bool better = effect.interval.low > 0, worse = effect.interval.high < 0;
    cell.text = points(effect.estimate);
    cell.bold = better || worse;
    cell.note = say(QT_TRANSLATE_NOOP("Learning", "%1 to %2, n %3"))
                    .arg(points(effect.interval.low), points(effect.interval.high), number(effect.with));
    cell.data = better ? 1 : worse ? -1 : 0;
    cell.tip = say(QT_TRANSLATE_NOOP("Learning", "%1 points, 95 %: %2 to %3"))
                   .arg(points(effect.estimate), points(effect.interval.low), points(effect.interval.high)) +
               QLatin1Char('\n') + counts + QLatin1Char('\n') +
               say(QT_TRANSLATE_NOOP("Learning", "Goal reached: %1 with it, %2 with something else; before shrinkage "
                                                 "%3 points"))
                   .arg(percentWords(effect.rateWith), percentWords(effect.rateWithout), points(effect.raw)) +
               QLatin1Char('\n') +
               say(QT_TRANSLATE_NOOP("Learning", "Not known yet: %1. Left out for want of a choice: %2."))
                   .arg(number(effect.unknown), number(effect.trimmed));
    return cell;
}

QString eventWords(const session::NewSignal& one) {
    const QString first = QString::fromStdString(one.first);
    return one.then.empty()
               ? first
               : say(QT_TRANSLATE_NOOP("Learning", "%1, then %2")).arg(first, QString::fromStdString(one.then));
}

/// Whole days have passed since the last alarm, and nothing speaks for another.
bool isPast(const measurement::Drift& drift) {
    return !drift.alarms.empty() && drift.evidence < 0.5 &&
           std::count_if(drift.periods.begin(), drift.periods.end(),
                         [&](const auto& period) { return period.from > drift.alarms.back().at; }) >= 2;
}

} // namespace

QString effectOfWords(session::EffectOf what) {
    using session::EffectOf;
    switch (what) {
    case EffectOf::Action:
        return say(QT_TRANSLATE_NOOP("Learning", "Action"));
    case EffectOf::Content:
        return say(QT_TRANSLATE_NOOP("Learning", "Content block"));
    case EffectOf::Channel:
        return say(QT_TRANSLATE_NOOP("Learning", "Channel"));
    case EffectOf::Tone:
        return say(QT_TRANSLATE_NOOP("Learning", "Tone"));
    case EffectOf::Offer:
        return say(QT_TRANSLATE_NOOP("Learning", "Offer"));
    case EffectOf::Proof:
        return say(QT_TRANSLATE_NOOP("Learning", "Proof"));
    case EffectOf::Stage:
        return say(QT_TRANSLATE_NOOP("Learning", "Made for stage"));
    case EffectOf::Need:
        return say(QT_TRANSLATE_NOOP("Learning", "Need it answers"));
    case EffectOf::Intent:
        return say(QT_TRANSLATE_NOOP("Learning", "Intent it fits"));
    case EffectOf::Timing:
        return say(QT_TRANSLATE_NOOP("Learning", "Time of day"));
    }
    return {};
}

QString segmentKindWords(const std::string& kind, const RecordWords& words) {
    if (kind.empty())
        return say(QT_TRANSLATE_NOOP("Learning", "Everybody"));
    if (kind == "stage")
        return say(QT_TRANSLATE_NOOP("Learning", "By stage"));
    if (kind == "intent")
        return say(QT_TRANSLATE_NOOP("Learning", "By intent"));
    if (kind == "journey")
        return say(QT_TRANSLATE_NOOP("Learning", "By journey"));
    return say(QT_TRANSLATE_NOOP("Learning", "By %1")).arg(words.fact(kind));
}

EffectsView presentEffects(const session::EffectLog& log, const session::EffectQuestion& question,
                           const session::EffectAnswer& answer, const RecordWords& words) {
    EffectsView view;
    if (log.moments.empty())
        view.missing = say(QT_TRANSLATE_NOOP("Learning", "Nothing was sent by choice in this run. Effects need moments "
                                                         "at which the core could choose between several things."));
    else if (answer.known == 0)
        view.missing = say(QT_TRANSLATE_NOOP("Learning", "No reward is known yet: the goal's window has not closed for "
                                                         "anything that was sent. Unknown is no failure."));
    else if (answer.tags.empty())
        view.missing = say(QT_TRANSLATE_NOOP("Learning", "Nothing that was sent has such a tag. Tag content blocks in "
                                                         "content.yaml."));
    view.sentence =
        say(QT_TRANSLATE_NOOP("Learning",
                              "Points of “%1” against whatever else could have been sent at the same "
                              "moments, weighted by the exact probability of each choice, with 95 % "
                              "intervals. %2 moments, %3 with a known reward, %4 of them chosen at random."))
            .arg(words.goal(answer.goal), number(answer.moments), number(answer.known), number(answer.control));
    view.grid.columns = {{effectOfWords(question.what)}, {say(QT_TRANSLATE_NOOP("Learning", "Everybody"))}};
    const bool grid = !question.segment.empty();
    for (std::size_t i = 0; grid && i < answer.segments.size(); ++i)
        view.grid.columns.append({segmentWords(answer.segments[i], question.segment, words)});
    for (std::size_t tag = 0; tag < answer.tags.size(); ++tag) {
        QList<Cell> row{{tagWords(answer.tags[tag], question.what, words)}, effectCell(answer.table.overall[tag])};
        row[0].tip = row[0].text;
        for (std::size_t i = 0; grid && i < answer.segments.size(); ++i)
            row.append(effectCell(answer.table.cells[tag * answer.segments.size() + i]));
        view.grid.rows.append(row);
    }
    return view;
}

DriftView presentDrift(const session::GoalDrift& goal, const RecordWords& words) {
    const measurement::Drift& drift = goal.drift;
    DriftView view;
    const bool past = isPast(drift);
    view.drifts = !drift.alarms.empty() && !past;
    if (drift.tested == 0)
        view.headline =
            drift.outcomes == 0
                ? say(QT_TRANSLATE_NOOP("Learning", "No outcome is known yet: the goal's window has not "
                                                    "closed for any choice."))
                : say(QT_TRANSLATE_NOOP("Learning", "The model is still warming up, so nothing is tested."));
    else if (!drift.alarms.empty()) {
        // Alarms that say the same again tell that it goes on.
        auto first = drift.alarms.rbegin();
        while (std::next(first) != drift.alarms.rend() && std::next(first)->more == first->more)
            ++first;
        if (past)
            view.headline =
                say(first->more
                        ? QT_TRANSLATE_NOOP("Learning", "No drift now. From %1 to %2 more customers reached the goal "
                                                        "than the model predicted.")
                        : QT_TRANSLATE_NOOP("Learning", "No drift now. From %1 to %2 fewer customers reached the goal "
                                                        "than the model predicted."))
                    .arg(words.date(first->since), words.date(drift.alarms.back().at));
        else
            view.headline =
                say(drift.alarms.back().more
                        ? QT_TRANSLATE_NOOP("Learning", "Drift: since %1 more customers reach the goal than "
                                                        "the model predicts.")
                        : QT_TRANSLATE_NOOP("Learning", "Drift: since %1 fewer customers reach the goal than "
                                                        "the model predicts."))
                    .arg(words.date(first->since));
    } else
        view.headline = say(QT_TRANSLATE_NOOP("Learning", "No drift: what the model predicts is what comes."));
    view.sentence =
        say(QT_TRANSLATE_NOOP("Learning", "Predicted %1, came %2, over %3 tested outcomes of %4. Evidence for drift: "
                                          "%5 of what an alarm needs. While predictions are right to within 2 points, "
                                          "at most 1 model in 100 ever raises a false alarm."))
            .arg(drift.tested ? percentWords(drift.predicted) : QStringLiteral("–"),
                 drift.tested ? percentWords(drift.realised) : QStringLiteral("–"), number(drift.tested),
                 number(drift.outcomes), percentWords(drift.evidence));
    TrendSeries predicted{SeriesMark::Baseline, say(QT_TRANSLATE_NOOP("Learning", "predicted")), {}, {}, false};
    TrendSeries realised{SeriesMark::Agentic, say(QT_TRANSLATE_NOOP("Learning", "came")), {}, {}, true};
    const Instant start = drift.periods.empty() ? Instant{} : drift.periods.front().from;
    const auto day = [&](Instant at) { return Duration{at.ms - start.ms}.inDays(); };
    for (const measurement::CalibrationPeriod& period : drift.periods) {
        const double x = day(period.from);
        predicted.points.append({x, period.predicted * 100, period.predicted * 100, period.predicted * 100});
        realised.points.append(
            {x, period.realised.share() * 100, period.interval.low * 100, period.interval.high * 100});
    }
    if (!drift.periods.empty())
        view.trend.series = {predicted, realised};
    // One mark a day; the table lists all. The last has the words, so that no other mark runs through them.
    for (const measurement::DriftAlarm& alarm : drift.alarms)
        if (view.trend.events.isEmpty() || day(alarm.at) - view.trend.events.back().x >= 1)
            view.trend.events.append({day(alarm.at), {}, true});
    if (!view.trend.events.isEmpty())
        view.trend.events.back().text = say(QT_TRANSLATE_NOOP("Learning", "drift noticed"));
    view.trend.xText = [words, start](double x) {
        return words.day(Instant{start.ms + static_cast<std::int64_t>(x * 86'400'000)});
    };
    view.trend.yText = [](double y) { return numberWords(y, 0) + QStringLiteral(" %"); };
    view.trend.n = static_cast<qint64>(drift.outcomes);
    view.alarms.columns = {
        {say(QT_TRANSLATE_NOOP("Learning", "Noticed"))},      {say(QT_TRANSLATE_NOOP("Learning", "Since"))},
        {say(QT_TRANSLATE_NOOP("Learning", "What changed"))}, {say(QT_TRANSLATE_NOOP("Learning", "Predicted")), true},
        {say(QT_TRANSLATE_NOOP("Learning", "Came")), true},   {say(QT_TRANSLATE_NOOP("Learning", "Outcomes")), true}};
    for (const measurement::DriftAlarm& alarm : drift.alarms)
        view.alarms.rows.append({{words.time(alarm.at)},
                                 {words.time(alarm.since)},
                                 {alarm.more ? say(QT_TRANSLATE_NOOP("Learning", "More comes than predicted"))
                                             : say(QT_TRANSLATE_NOOP("Learning", "Less comes than predicted")),
                                  QStringLiteral("warning"), Ink::RiskMedium},
                                 {percentWords(alarm.predicted)},
                                 {percentWords(alarm.realised)},
                                 {number(alarm.within)}});
    return view;
}

TableView proposalList(const std::vector<measurement::StageProposal>& stages, const RecordWords& words) {
    TableView view;
    view.columns = {{say(QT_TRANSLATE_NOOP("Learning", "Stage"))},
                    {say(QT_TRANSLATE_NOOP("Learning", "Expected")), true},
                    {say(QT_TRANSLATE_NOOP("Learning", "Moved on")), true},
                    {say(QT_TRANSLATE_NOOP("Learning", "95 %")), true},
                    {say(QT_TRANSLATE_NOOP("Learning", "Proposal"))}};
    for (const measurement::StageProposal& stage : stages) {
        const ProposalView one = presentProposal(stage, words);
        QList<Cell> row{{words.stage(stage.stage)},
                        {percentWords(stage.benchmark)},
                        {share(stage.converted)},
                        {from(stage.interval)},
                        {one.proposal.isEmpty() ? one.why : one.proposal}};
        row[4].ink = one.proposal.isEmpty() ? Ink::Text2 : Ink::Text1;
        row[4].bold = !one.proposal.isEmpty();
        row[4].tip = one.why;
        view.rows.append(row);
    }
    return view;
}

ProposalView presentProposal(const measurement::StageProposal& stage, const RecordWords& words) {
    ProposalView view;
    view.title =
        say(QT_TRANSLATE_NOOP("Learning", "%1: %2 moved on, %3 expected"))
            .arg(words.stage(stage.stage), percentWords(stage.converted.share()), percentWords(stage.benchmark));
    if (!stage.far)
        view.why = stage.converted.count == 0
                       ? say(QT_TRANSLATE_NOOP("Learning", "Nobody was in this stage long enough"))
                       : say(QT_TRANSLATE_NOOP("Learning", "Converts as expected"));
    else if (!stage.worst)
        view.why = stage.scale ? say(QT_TRANSLATE_NOOP("Learning", "Its weights fit what is seen"))
                               : say(QT_TRANSLATE_NOOP("Learning", "Too few of its signals tell anything"));
    else {
        const measurement::SignalEvidence& worst = stage.signals[*stage.worst];
        view.proposal = say(QT_TRANSLATE_NOOP("Learning", "%1 from %2 to %3"))
                            .arg(words.signal(worst.signal), numberWords(worst.weight), numberWords(stage.weight));
        view.why = say(QT_TRANSLATE_NOOP("Learning", "Of the moments with “%1” %2 moved on, of the others %3; its "
                                                     "weight says more or less than that."))
                       .arg(words.signal(worst.signal), share(worst.with), share(worst.without));
    }
    if (stage.accuracy)
        view.accuracy = say(QT_TRANSLATE_NOOP(
                                "Learning", "On the customers held out the score would put one who moves on above one "
                                            "who does not in %1 of pairs, was %2 (difference %3 to %4 points). Of "
                                            "those then in the stage %5 would move on, was %6."))
                            .arg(percentWords(stage.accuracy->after), percentWords(stage.accuracy->before),
                                 points(stage.accuracy->difference.low), points(stage.accuracy->difference.high),
                                 share(stage.accuracy->convertedAfter), share(stage.accuracy->convertedBefore));
    view.evidence.columns = {{say(QT_TRANSLATE_NOOP("Learning", "Signal"))},
                             {say(QT_TRANSLATE_NOOP("Learning", "Moved on with it")), true},
                             {say(QT_TRANSLATE_NOOP("Learning", "Without it")), true},
                             {say(QT_TRANSLATE_NOOP("Learning", "Weight")), true},
                             {say(QT_TRANSLATE_NOOP("Learning", "Would fit")), true},
                             {say(QT_TRANSLATE_NOOP("Learning", "95 %")), true}};
    for (std::size_t i = 0; i < stage.signals.size(); ++i) {
        const measurement::SignalEvidence& one = stage.signals[i];
        QList<Cell> row{{words.signal(one.signal)},
                        {share(one.with)},
                        {share(one.without)},
                        {numberWords(one.weight)},
                        {one.fitting ? numberWords(*one.fitting) : QStringLiteral("–")},
                        {one.interval ? say(QT_TRANSLATE_NOOP("Learning", "%1 to %2"))
                                            .arg(numberWords(one.interval->low), numberWords(one.interval->high))
                                      : QStringLiteral("–")}};
        for (Cell& cell : row)
            cell.bold = stage.worst && *stage.worst == i;
        view.evidence.rows.append(row);
    }
    return view;
}

TableView newSignalList(const std::vector<session::NewSignal>& found) {
    TableView view;
    view.columns = {{say(QT_TRANSLATE_NOOP("Learning", "Events"))},
                    {say(QT_TRANSLATE_NOOP("Learning", "Loss after it")), true},
                    {say(QT_TRANSLATE_NOOP("Learning", "Otherwise")), true},
                    {say(QT_TRANSLATE_NOOP("Learning", "Times as often")), true},
                    {say(QT_TRANSLATE_NOOP("Learning", "Difference, 95 %")), true}};
    for (const session::NewSignal& one : found)
        view.rows.append({{eventWords(one)},
                          {share(one.pattern.with)},
                          {share(one.pattern.without)},
                          {one.pattern.lift > 0 ? numberWords(one.pattern.lift, 1) : QStringLiteral("–")},
                          {say(QT_TRANSLATE_NOOP("Learning", "%1 to %2 points"))
                               .arg(points(one.pattern.difference.low), points(one.pattern.difference.high))}});
    return view;
}

AuditView presentAudit(const measurement::StageAudit& audit, const RecordWords& words) {
    AuditView view;
    const measurement::StageAuditReport report = measurement::reportOf(audit);
    view.progress = say(QT_TRANSLATE_NOOP("Learning", "%1 of %2 labelled"))
                        .arg(number(report.right.count), number(audit.moments.size()));
    if (report.takenBack > 0)
        view.progress += say(QT_TRANSLATE_NOOP("Learning", ", %1 taken back")).arg(number(report.takenBack));
    view.moments.columns = {{say(QT_TRANSLATE_NOOP("Learning", "No.")), true},
                            {say(QT_TRANSLATE_NOOP("Learning", "Moment"))},
                            {say(QT_TRANSLATE_NOOP("Learning", "Label"))}};
    if (audit.revealed)
        view.moments.columns.append({say(QT_TRANSLATE_NOOP("Learning", "The core read"))});
    for (std::size_t i = 0; i < audit.moments.size(); ++i) {
        const measurement::AuditMoment& moment = audit.moments[i];
        const bool open = moment.label.empty();
        QList<Cell> row{{number(i + 1)},
                        {words.time(moment.at)},
                        {open ? say(QT_TRANSLATE_NOOP("Learning", "open")) : words.stage(moment.label)}};
        row[0].ink = Ink::Text2;
        row[2].ink = open ? Ink::Text3 : Ink::Text1;
        if (audit.revealed) {
            Cell read{open ? QStringLiteral("–") : words.stage(moment.stage)};
            if (!open) {
                read.icon = moment.label == moment.stage ? QStringLiteral("check") : QStringLiteral("cross");
                read.iconInk = moment.label == moment.stage ? Ink::RiskLow : Ink::RiskHigh;
            }
            row.append(read);
        }
        view.moments.rows.append(row);
    }
    if (!audit.revealed || report.right.count == 0)
        return view;
    const char* verdict = report.interval.low > stageAccuracyGoal
                              ? QT_TRANSLATE_NOOP("Learning", "above the goal of 80 %")
                          : report.interval.high < stageAccuracyGoal
                              ? QT_TRANSLATE_NOOP("Learning", "below the goal of 80 %")
                              : QT_TRANSLATE_NOOP("Learning", "not certain against the goal of 80 %");
    view.result = say(QT_TRANSLATE_NOOP("Learning", "The core read %1 of %2 as people do: %3, 95 % %4, %5."))
                      .arg(number(report.right.hits), number(report.right.count), percentWords(report.right.share()),
                           from(report.interval), say(verdict));
    view.confusion.columns = {{say(QT_TRANSLATE_NOOP("Learning", "Person ↓  core →"))}};
    for (std::size_t i = 0; i < audit.stages.size(); ++i) // by number: names are in the rows
        view.confusion.columns.append({number(i + 1), true});
    view.confusion.columns.append({say(QT_TRANSLATE_NOOP("Learning", "none")), true});
    for (std::size_t truth = 0; truth < audit.stages.size(); ++truth) {
        QList<Cell> row{
            {say(QT_TRANSLATE_NOOP("Learning", "%1  %2")).arg(number(truth + 1), words.stage(audit.stages[truth]))}};
        for (std::size_t read = 0; read <= audit.stages.size(); ++read) {
            const std::uint64_t count = report.confusion.count(truth, read);
            Cell cell{number(count)};
            cell.bold = truth == read && count > 0;
            cell.ink = count == 0 ? Ink::Text3 : Ink::Text1;
            row.append(cell);
        }
        view.confusion.rows.append(row);
    }
    return view;
}

CellsModel::Rows seenRows(const std::vector<session::SeenEvent>& seen, const RecordWords& words) {
    CellsModel::Rows rows;
    for (auto event = seen.rbegin(); event != seen.rend(); ++event) {
        QStringList properties;
        if (const Context* members = event->properties.context())
            for (const auto& [name, value] : *members)
                properties.append(readable(name) + QStringLiteral(": ") + words.value("event." + name, value));
        QList<Cell> row{
            {words.time(event->time)}, {QString::fromStdString(event->name)}, {properties.join(QStringLiteral(", "))}};
        row[1].bold = true;
        row[2].ink = Ink::Text2;
        row[2].tip = row[2].text;
        rows.append(row);
    }
    return rows;
}

} // namespace wayreeve::ui
