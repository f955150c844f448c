#pragma once

#include "ingest/http_door.h"

#include <deque>
#include <mutex>
#include <string>
#include <vector>

/// A sink that keeps what it gets. What it answers is a plan: one step a parcel, then `Keep`.
class Collector {
public:
    enum class Step { Keep, Drop, Full, Silence };

    wayreeve::ingest::Sink sink();
    void plan(std::initializer_list<Step> steps);

    [[nodiscard]] std::vector<wayreeve::Value> events() const; ///< of parcels that were kept
    [[nodiscard]] std::vector<wayreeve::ingest::Parcel> parcels() const;
    [[nodiscard]] std::size_t offered() const;                            ///< parcels, kept or not
    [[nodiscard]] std::vector<std::string> texts(const char* path) const; ///< of the kept events' members
    void answerSilent(bool kept);                                         ///< replies to all that were met with silence

private:
    mutable std::mutex m_mutex;
    std::deque<Step> m_plan;
    std::vector<wayreeve::ingest::Parcel> m_kept, m_silent;
    std::size_t m_offered = 0;
};
