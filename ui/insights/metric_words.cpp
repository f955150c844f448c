#include "ui/insights/metric_words.h"

#include <QCoreApplication>

#include <array>
#include <span>

namespace wayreeve::ui {

namespace {

struct Words {
    std::string_view id;
    const char* name;
    const char* formula;
};

constexpr std::array<Words, 23> metrics{{
    {"conversion-rate", QT_TRANSLATE_NOOP("Metrics", "Conversion rate"),
     QT_TRANSLATE_NOOP("Metrics", "Customers who reached the first goal, divided by customers of the arm")},
    {"revenue-per-customer", QT_TRANSLATE_NOOP("Metrics", "Revenue a customer"),
     QT_TRANSLATE_NOOP("Metrics", "Money of the first goal, divided by customers of the arm")},
    {"average-order-value", QT_TRANSLATE_NOOP("Metrics", "Average order value"),
     QT_TRANSLATE_NOOP("Metrics", "Money of the first goal's outcomes, divided by the number of outcomes with money")},
    {"goal-completion", QT_TRANSLATE_NOOP("Metrics", "Goal completion"),
     QT_TRANSLATE_NOOP("Metrics",
                       "Customers who reached the first goal in time after something went out for it, divided by "
                       "all for whom something did")},
    {"spend-on-non-responders", QT_TRANSLATE_NOOP("Metrics", "Spent without answer"),
     QT_TRANSLATE_NOOP("Metrics",
                       "Cost of what went to customers who reached no goal, divided by customers of the arm")},
    {"cost-to-serve", QT_TRANSLATE_NOOP("Metrics", "Cost to serve"),
     QT_TRANSLATE_NOOP("Metrics", "Cost of service contacts, divided by customers of the arm")},
    {"time-to-resolution", QT_TRANSLATE_NOOP("Metrics", "Time to resolution"),
     QT_TRANSLATE_NOOP("Metrics", "Mean time from a case's opening to its solution")},
    {"first-contact-resolution", QT_TRANSLATE_NOOP("Metrics", "Solved at first contact"),
     QT_TRANSLATE_NOOP(
         "Metrics",
         "Solved cases without a further contact, escalation or return within 7 days, divided by solved cases")},
    {"repeat-contact", QT_TRANSLATE_NOOP("Metrics", "Repeat contact"),
     QT_TRANSLATE_NOOP("Metrics", "Cases with a further contact or a return within 7 days, divided by cases")},
    {"satisfaction", QT_TRANSLATE_NOOP("Metrics", "Satisfaction"),
     QT_TRANSLATE_NOOP("Metrics", "Mean of the ratings that customers gave")},
    {"autonomous-resolution", QT_TRANSLATE_NOOP("Metrics", "Solved without a person"),
     QT_TRANSLATE_NOOP("Metrics", "Cases solved without a person, divided by cases opened")},
    {"containment", QT_TRANSLATE_NOOP("Metrics", "Containment"),
     QT_TRANSLATE_NOOP(
         "Metrics",
         "Decisions with an action that went their way without a person, divided by decisions with an action")},
    {"escalation", QT_TRANSLATE_NOOP("Metrics", "Escalation"),
     QT_TRANSLATE_NOOP("Metrics",
                       "Decisions with an action that a person had to take, divided by decisions with an action")},
    {"task-completion", QT_TRANSLATE_NOOP("Metrics", "Task completion"),
     QT_TRANSLATE_NOOP("Metrics",
                       "Actions that their connector carried out, divided by actions handed to a connector")},
    {"trigger-to-response", QT_TRANSLATE_NOOP("Metrics", "Trigger to response"),
     QT_TRANSLATE_NOOP("Metrics", "Mean time from the event that led to a decision until its action went out, without "
                                  "what waited for a person")},
    {"cost-per-contact", QT_TRANSLATE_NOOP("Metrics", "Cost a contact"),
     QT_TRANSLATE_NOOP("Metrics", "Cost of contacts, divided by contacts")},
    {"exception-frequency", QT_TRANSLATE_NOOP("Metrics", "Exceptions"),
     QT_TRANSLATE_NOOP("Metrics", "Decisions that an exception sent to a person, divided by decisions with an action")},
    {"policy-compliance", QT_TRANSLATE_NOOP("Metrics", "Policy compliance"),
     QT_TRANSLATE_NOOP(
         "Metrics", "Actions that the ruling allowed or all needed people approved, divided by actions carried out")},
    {"override-rate", QT_TRANSLATE_NOOP("Metrics", "Override rate"),
     QT_TRANSLATE_NOOP(
         "Metrics",
         "Proposals rejected or edited and reviews overturned, divided by proposals decided and reviews closed")},
    {"complaints-of-automation", QT_TRANSLATE_NOOP("Metrics", "Complaints"),
     QT_TRANSLATE_NOOP("Metrics",
                       "Contacted customers who complained of something we did, divided by contacted customers")},
    {"unsubscribe-rate", QT_TRANSLATE_NOOP("Metrics", "Unsubscribes"),
     QT_TRANSLATE_NOOP("Metrics", "Contacted customers who unsubscribed, divided by contacted customers")},
    {"full-audit-trail", QT_TRANSLATE_NOOP("Metrics", "Full audit trail"),
     QT_TRANSLATE_NOOP("Metrics", "Decisions with their record in the chain, divided by decisions")},
    {"fairness-gap", QT_TRANSLATE_NOOP("Metrics", "Largest group gap"),
     QT_TRANSLATE_NOOP("Metrics", "Highest less lowest conversion rate of any group of at least 30 customers")},
}};

struct Reason {
    std::string_view code;
    const char* text;
};

constexpr std::array<Reason, 14> reasons{{
    {"no-customers", QT_TRANSLATE_NOOP("Metrics", "no customers yet")},
    {"no-orders", QT_TRANSLATE_NOOP("Metrics", "no orders yet")},
    {"no-closed-windows", QT_TRANSLATE_NOOP("Metrics", "no window closed")},
    {"no-resolved-cases", QT_TRANSLATE_NOOP("Metrics", "no solved cases")},
    {"no-cases", QT_TRANSLATE_NOOP("Metrics", "no cases")},
    {"no-ratings", QT_TRANSLATE_NOOP("Metrics", "no ratings")},
    {"no-decisions", QT_TRANSLATE_NOOP("Metrics", "no decisions yet")},
    {"no-dispatches", QT_TRANSLATE_NOOP("Metrics", "nothing sent yet")},
    {"no-contacts", QT_TRANSLATE_NOOP("Metrics", "no contacts yet")},
    {"no-verdicts", QT_TRANSLATE_NOOP("Metrics", "no verdicts yet")},
    {"no-groups", QT_TRANSLATE_NOOP("Metrics", "groups too small")},
    {"unhealthy", QT_TRANSLATE_NOOP("Metrics", "not comparable")},
    {"logged-choices", QT_TRANSLATE_NOOP("Metrics", "the log cannot tell")},
    {"no-baseline", QT_TRANSLATE_NOOP("Metrics", "no baseline")},
}};

QString plain(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

const Words* find(std::string_view id) {
    for (const Words& words : metrics)
        if (words.id == id)
            return &words;
    return nullptr;
}

} // namespace

QString metricName(std::string_view id) {
    const Words* words = find(id);
    return words ? QCoreApplication::translate("Metrics", words->name) : plain(id);
}

QString metricFormula(std::string_view id) {
    const Words* words = find(id);
    return words ? QCoreApplication::translate("Metrics", words->formula) : plain(id);
}

QString whyMissing(std::string_view code) {
    for (const Reason& reason : reasons)
        if (reason.code == code)
            return QCoreApplication::translate("Metrics", reason.text);
    return plain(code);
}

} // namespace wayreeve::ui
