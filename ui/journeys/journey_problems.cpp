#include "ui/journeys/journey_problems.h"

#include "ui/journeys/journey_words.h"
#include "ui/text/error_text.h"

#include "documents/check.h"
#include "documents/fact_schema.h"
#include "documents/resolve.h"
#include "rules/expression.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>

namespace wayreeve::ui {

using documents::Journey;

namespace {

struct Sentence {
    const char* code;
    const char* text; ///< %1 is the name of the element
};

constexpr std::array sentences = {
    Sentence{"check.dead-end", QT_TRANSLATE_NOOP("JourneyProblems", "%1 leads nowhere")},
    Sentence{"check.unreachable", QT_TRANSLATE_NOOP("JourneyProblems", "Nothing leads to %1")},
    Sentence{"check.endless-loop", QT_TRANSLATE_NOOP("JourneyProblems", "No way out of the loop at %1")},
    Sentence{"check.loop-without-time", QT_TRANSLATE_NOOP("JourneyProblems", "The loop at %1 takes no time")},
    Sentence{"check.branch-without-default", QT_TRANSLATE_NOOP("JourneyProblems", "%1 has no way for the rest")},
    Sentence{"check.no-baseline", QT_TRANSLATE_NOOP("JourneyProblems", "%1 has no baseline to compare with")},
    Sentence{"check.handoff-without-owner", QT_TRANSLATE_NOOP("JourneyProblems", "Nobody owns the handoff: %1")},
    Sentence{"check.failure-without-fallback", QT_TRANSLATE_NOOP("JourneyProblems", "%1: no fallback")},
    Sentence{"check.never-true", QT_TRANSLATE_NOOP("JourneyProblems", "A condition is never true: %1")},
    Sentence{"check.no-kpi", QT_TRANSLATE_NOOP("JourneyProblems", "No stage has a measure of success")},
    Sentence{"check.only-click-metrics", QT_TRANSLATE_NOOP("JourneyProblems", "Only attention is measured: %1")},
    Sentence{"check.no-objective", QT_TRANSLATE_NOOP("JourneyProblems", "The journey has no objective")},
    Sentence{"check.no-learning-goal", QT_TRANSLATE_NOOP("JourneyProblems", "No learning goal: agents act but cannot "
                                                                            "tell which step works")},
    Sentence{"check.many-stages", QT_TRANSLATE_NOOP("JourneyProblems", "More than seven stages")},
    Sentence{"check.transition-without-response",
             QT_TRANSLATE_NOOP("JourneyProblems", "Nothing answers this change of stage: %1")},
    Sentence{"check.undefined-escalation", QT_TRANSLATE_NOOP("JourneyProblems", "Escalation is not defined: %1")},
};

/// The index of "#3" or the element with that id.
template <class Range, class Id>
int indexOf(const Range& range, std::string_view segment, Id id) {
    if (segment.starts_with('#')) {
        int index = -1;
        std::from_chars(segment.data() + 1, segment.data() + segment.size(), index);
        return index >= 0 && index < static_cast<int>(range.size()) ? index : -1;
    }
    for (std::size_t i = 0; i < range.size(); ++i)
        if (id(range[i]) == segment)
            return static_cast<int>(i);
    return -1;
}

/// What an element path of a journey ("nodes/#3/when", "stages/cart/handoffs/#0") stands at.
MapItem itemAt(const Journey& journey, std::string_view path) {
    const auto next = [&path] {
        const std::size_t slash = path.find('/');
        const std::string_view head = path.substr(0, slash);
        path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
        return head;
    };
    const auto byId = [](const auto& element) -> std::string_view { return element.id; };
    const std::string_view list = next();
    const std::string_view which = next();
    if (list == "nodes") {
        const int index = indexOf(journey.nodes, which, byId);
        return index < 0 ? MapItem{} : MapItem::node(journey.nodes[static_cast<std::size_t>(index)].id);
    }
    if (list == "edges") {
        const int index =
            indexOf(journey.edges, which, [](const auto& edge) -> std::string_view { return edge.label; });
        return index < 0 ? MapItem{} : edgeItem(journey, static_cast<std::size_t>(index));
    }
    if (list != "stages")
        return {};
    const int index = indexOf(journey.stages, which, byId);
    if (index < 0)
        return {};
    const auto& stage = journey.stages[static_cast<std::size_t>(index)];
    if (next() == "touchpoints")
        if (const int at = indexOf(stage.touchpoints, next(), byId); at >= 0)
            return MapItem::touchpoint(stage.id, stage.touchpoints[static_cast<std::size_t>(at)].id);
    return MapItem::stage(stage.id);
}

QString findingText(const documents::Workspace& workspace, const Journey& journey, const documents::Finding& finding,
                    const MapItem& item) {
    QString name = itemText(workspace, journey, item);
    for (const char* key : {"to", "what", "kpis", "when", "text"})
        for (const auto& [parameter, value] : finding.parameters)
            if (parameter == key)
                name = qs(value);
    for (const Sentence& sentence : sentences)
        if (finding.code == sentence.code) {
            const QString text = QCoreApplication::translate("JourneyProblems", sentence.text);
            return text.contains(QLatin1String("%1")) ? text.arg(name) : text;
        }
    return text::errorText(Error{finding.code, finding.parameters});
}

} // namespace

std::shared_ptr<const documents::Workspace> withJourney(const documents::Workspace& workspace,
                                                        std::shared_ptr<const Journey> journey) {
    auto next = std::make_shared<documents::Workspace>(workspace);
    for (auto& known : next->journeys)
        if (known->id == journey->id) {
            known = std::move(journey);
            return next;
        }
    next->journeys.push_back(std::move(journey));
    std::sort(next->journeys.begin(), next->journeys.end(), [](const auto& a, const auto& b) { return a->id < b->id; });
    return next;
}

std::vector<MapProblem> problemsOf(const documents::Workspace& workspace,
                                   const std::shared_ptr<const Journey>& journey) {
    const auto edited = withJourney(workspace, journey);
    std::vector<MapProblem> problems;
    for (const documents::Problem& problem : documents::resolve(*edited))
        if (problem.kind == documents::Kind::Journey && problem.id == journey->id) {
            const MapItem item = itemAt(*journey, problem.path);
            const QString name = itemText(workspace, *journey, item);
            const QString sentence = text::errorText(problem.error);
            problems.push_back({item, name.isEmpty() ? sentence : name + QStringLiteral(": ") + sentence, true});
        }
    // What does not resolve cannot be followed step by step.
    if (problems.empty())
        for (const documents::Finding& finding : documents::check(*edited))
            if (finding.place.kind == documents::Kind::Journey && finding.place.id == journey->id) {
                const MapItem item = itemAt(*journey, finding.place.path);
                const bool blocks = finding.severity == documents::Severity::Problem;
                problems.push_back({item, findingText(workspace, *journey, finding, item), blocks});
            }
    std::stable_sort(problems.begin(), problems.end(),
                     [](const MapProblem& a, const MapProblem& b) { return a.blocks && !b.blocks; });
    return problems;
}

QString feelProblem(const documents::Workspace& workspace, const std::string& text, bool condition) {
    if (text.empty())
        return {};
    const auto schema = documents::FactSchema::build(workspace);
    if (!schema)
        return text::errorText(schema.error());
    const auto compiled =
        rules::Expression::compile(text, schema->schema(), condition ? rules::Type::Boolean : rules::Type::Any);
    return compiled ? QString() : text::errorText(compiled.error());
}

} // namespace wayreeve::ui
