#pragma once

#include "base/result.h"
#include "base/value.h"
#include "rules/ast.h"
#include "rules/frame.h"
#include "rules/schema.h"
#include "rules/source_range.h"
#include "rules/table_firing.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::rules {

enum class Truth : std::uint8_t { False, True, Null };

/// One leaf of a condition as it came out: a comparison, `in`, `between`, or a bare boolean.
struct TraceStep {
    struct Operand {
        SourceRange range;
        Value value;
    };
    SourceRange range;               ///< of the whole leaf in text()
    Value value;                     ///< true, false or null
    std::string_view op;             ///< "<", "in", "between", … ; empty for a bare boolean
    std::vector<Operand> operands;   ///< left and right, or the value and each bound; empty for a bare boolean
    std::vector<TableFiring> tables; ///< the decision tables that the leaf asked, in the order of their answers
};

struct Program;

/// A FEEL expression, parsed, checked against a schema and compiled (docs/formats/feel.md states the language).
/// Immutable and cheap to copy; evaluation is const, re-entrant and thread-safe, and never fails: what has no result is
/// null. A condition over numbers, dates and texts allocates nothing.
class Expression {
public:
    /// `expected` Any accepts every result. The first error of parse() or check(), whose parameters "begin" and "end"
    /// say where. The schema is read during the call only; frames must be laid out by it.
    [[nodiscard]] static Result<Expression> compile(std::string_view text, const Schema& schema, Type expected);

    [[nodiscard]] Value evaluate(const Frame& frame) const;
    /// A condition's answer; a result that is not boolean is Null. Guardrails treat Null as "cannot be evaluated".
    [[nodiscard]] Truth test(const Frame& frame) const;

    /// As above; the decision tables that were asked are appended to `fired`, in the order of their answers.
    [[nodiscard]] Value evaluate(const Frame& frame, std::vector<TableFiring>& fired) const;
    [[nodiscard]] Truth test(const Frame& frame, std::vector<TableFiring>& fired) const;

    /// Why: every leaf outside loops in text order, whether or not evaluation would have skipped it. Not fast.
    [[nodiscard]] std::vector<TraceStep> trace(const Frame& frame) const;

    [[nodiscard]] const std::string& text() const;
    [[nodiscard]] Type type() const; ///< the static type of the result
    /// The slots it may read, ascending, each once.
    [[nodiscard]] const std::vector<int>& slotsUsed() const;
    /// Those of slotsUsed() that are null in this frame: the "missing input" marks.
    [[nodiscard]] std::vector<int> missing(const Frame& frame) const;
    [[nodiscard]] const NodePtr& tree() const;
    [[nodiscard]] bool asksTables() const; ///< whether it calls a decision table

private:
    explicit Expression(std::shared_ptr<const Program> program);
    std::shared_ptr<const Program> m_program;
};

} // namespace wayreeve::rules
