#pragma once

#include "base/cbor.h"
#include "base/time.h"
#include "base/value.h"
#include "documents/facts.h"

#include <compare>
#include <string>

namespace wayreeve::planning {

/// Which fact of a system of record is asked for.
struct FactName {
    documents::FactKind kind = documents::FactKind::Stock;
    std::string id;
    auto operator<=>(const FactName&) const = default;
};

/// What is known of one such fact, or why nothing is.
struct KnownFact {
    FactName name;
    Value value;          ///< a context; null where there is a problem
    Instant asOf;         ///< when it held, says its system
    Instant asked;        ///< when the answer was there; while it is waited for, when it was asked
    std::string problem;  ///< "fact.missing", "fact.unreachable" …; empty = it held
    bool waiting = false; ///< asked, and not answered yet
    bool operator==(const KnownFact&) const = default;
};

/// How long an answer is waited for, and for how long a problem is taken for one before it is asked again.
inline constexpr Duration factPatience = Duration::seconds(10);
inline constexpr Duration factRetry = Duration::minutes(1);

void encode(cbor::Writer& writer, const KnownFact& fact);
[[nodiscard]] bool decode(cbor::Reader& reader, KnownFact& fact);

} // namespace wayreeve::planning
