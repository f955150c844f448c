#include "session/live_facts.h"

#include <array>
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <thread>

namespace wayreeve::session {

namespace {

constexpr std::size_t atOnce = 4;

} // namespace

class LiveFacts::Workers {
public:
    Workers(execution::FactSource source, std::function<Instant()> now, Report report)
        : m_source(std::move(source))
        , m_now(std::move(now))
        , m_report(std::move(report)) {
        for (std::thread& thread : m_threads)
            thread = std::thread([this] { work(); });
    }
    ~Workers() {
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
        }
        m_something.notify_all();
        for (std::thread& thread : m_threads)
            thread.join();
    }

    void add(std::vector<engine::FactQuestion> questions) {
        {
            const std::lock_guard lock(m_mutex);
            m_questions.insert(m_questions.end(), questions.begin(), questions.end());
        }
        m_something.notify_all();
    }

private:
    void work() {
        for (;;) {
            engine::FactQuestion question;
            {
                std::unique_lock lock(m_mutex);
                m_something.wait(lock, [this] { return m_ending || !m_questions.empty(); });
                if (m_ending)
                    return;
                question = std::move(m_questions.front());
                m_questions.pop_front();
            }
            const auto answer = m_source.ask(question.name.kind, question.name.id);
            m_report(orderOf(question, answer, m_now()));
        }
    }

    execution::FactSource m_source;
    std::function<Instant()> m_now;
    Report m_report;
    std::mutex m_mutex;
    std::condition_variable m_something;
    std::deque<engine::FactQuestion> m_questions;
    bool m_ending = false;
    std::array<std::thread, atOnce> m_threads;
};

LiveFacts::LiveFacts(std::unique_ptr<Workers> workers)
    : m_workers(std::move(workers)) {}

LiveFacts::~LiveFacts() = default;

Result<std::unique_ptr<LiveFacts>> LiveFacts::start(const documents::FactSettings& settings,
                                                    std::function<Instant()> now, Report report) {
    execution::FactSource::Settings asked{settings.url, settings.secret, {}, settings.systems};
    for (const documents::FactLimit& limit : settings.limits)
        asked.limits[limit.fact] = limit.within;
    execution::ConnectorEnvironment environment;
    environment.variable = [](const std::string& name) -> std::optional<std::string> {
        const char* const value = std::getenv(name.c_str());
        return value ? std::optional<std::string>(value) : std::nullopt;
    };
    environment.now = now;
    environment.timeLimit = planning::factPatience;
    auto source = execution::FactSource::open(asked, environment);
    if (!source)
        return source.error();
    return std::unique_ptr<LiveFacts>(
        new LiveFacts(std::make_unique<Workers>(std::move(*source), std::move(now), std::move(report))));
}

void LiveFacts::ask(std::vector<engine::FactQuestion> questions) {
    m_workers->add(std::move(questions));
}

engine::Order LiveFacts::orderOf(const engine::FactQuestion& question, const Result<execution::LookedUpFact>& answer,
                                 Instant now) {
    engine::Order order;
    order.kind = engine::Order::Kind::Fact;
    order.customer = question.customer;
    order.fact.name = question.name;
    order.fact.asOf = order.fact.asked = now;
    if (answer) {
        order.fact.value = answer->value;
        order.fact.asOf = answer->asOf;
        order.fact.asked = answer->asked;
    } else {
        order.fact.problem = answer.error().code;
    }
    return order;
}

} // namespace wayreeve::session
