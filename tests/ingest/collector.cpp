#include "ingest/collector.h"

using namespace wayreeve;
using wayreeve::ingest::Parcel;

ingest::Sink Collector::sink() {
    return [this](Parcel&& parcel) {
        const std::lock_guard lock(m_mutex);
        ++m_offered;
        const Step step = m_plan.empty() ? Step::Keep : m_plan.front();
        if (!m_plan.empty())
            m_plan.pop_front();
        if (step == Step::Full)
            return false;
        if (step == Step::Silence) {
            m_silent.push_back(std::move(parcel));
            return true;
        }
        parcel.reply(step == Step::Keep);
        if (step == Step::Keep)
            m_kept.push_back(std::move(parcel));
        return true;
    };
}

void Collector::plan(std::initializer_list<Step> steps) {
    const std::lock_guard lock(m_mutex);
    m_plan.assign(steps);
}

std::vector<Parcel> Collector::parcels() const {
    const std::lock_guard lock(m_mutex);
    return m_kept;
}

std::vector<Value> Collector::events() const {
    std::vector<Value> events;
    for (const Parcel& parcel : parcels())
        events.insert(events.end(), parcel.events.begin(), parcel.events.end());
    return events;
}

std::size_t Collector::offered() const {
    const std::lock_guard lock(m_mutex);
    return m_offered;
}

std::vector<std::string> Collector::texts(const char* path) const {
    std::vector<std::string> texts;
    for (const Value& event : events())
        texts.push_back(event.path(path).toText());
    return texts;
}

void Collector::answerSilent(bool kept) {
    std::vector<Parcel> silent;
    {
        const std::lock_guard lock(m_mutex);
        silent.swap(m_silent);
    }
    for (const Parcel& parcel : silent)
        parcel.reply(kept);
}
