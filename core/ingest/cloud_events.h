#pragma once

#include "base/value.h"
#include "ingest/request_reader.h"

#include <string>
#include <vector>

namespace wayreeve::ingest {

/// A CloudEvent 1.x in JSON form (CloudEvents JSON format 1.0.2) as a Segment track object; the mapping is in
/// docs/formats/http-ingest.md. What is no CloudEvent (not an object, id, source, type or specversion missing or no
/// text) comes back as it is.
[[nodiscard]] Value segmentOfCloudEvent(const Value& event);

/// What a POST to /v1/events brings, in any of the three modes of the HTTP binding 1.0.2: binary (`ce-*` fields),
/// structured, batch. A body that is no JSON where it should be is one text. Nothing is
/// rejected by its Content-Type, the shape decides.
[[nodiscard]] std::vector<Value> readCloudEvents(const Head& head, const std::string& body);

} // namespace wayreeve::ingest
