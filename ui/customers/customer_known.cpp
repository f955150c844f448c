// The core first: its documents have a member called signals.
#include "session/customer_memory.h"
#include "session/open_workspace.h"

#include "ui/customers/customer_known.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section_header.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace wayreeve::ui {

namespace {

constexpr int mostPromises = 6, mostCategories = 3;
constexpr std::size_t mostCases = 4;

struct CustomerKnown {
    Q_DECLARE_TR_FUNCTIONS(CustomerKnown)
};

QString percent(double share) {
    return CustomerKnown::tr("%1 %").arg(QLocale().toString(share * 100, 'f', 0));
}

KnownSection worthOf(const session::CustomerMemory& memory, const RecordWords& words) {
    KnownSection section{CustomerKnown::tr("Lifetime value"), {}};
    const auto& worth = *memory.worth;
    const auto days = static_cast<int>(memory.horizon.inDays() + 0.5);
    section.lines.append(
        {QStringLiteral("money"), Ink::Text2,
         CustomerKnown::tr("%1 expected within %n day(s)", nullptr, days).arg(words.money(worth.value, false)),
         CustomerKnown::tr("%1 … %2 (90 %)").arg(words.money(worth.low, false), words.money(worth.high, false))});
    section.lines.append(
        {QStringLiteral("trend"), Ink::Text2, CustomerKnown::tr("Still a customer"), percent(worth.alive)});
    return section;
}

KnownSection::Line promiseLine(const perception::Promise& promise, Instant now, const RecordWords& words) {
    const QString id = QString::fromStdString(promise.id), by = QString::fromStdString(promise.by);
    const QString text = by.isEmpty() ? id : CustomerKnown::tr("%1, owed by %2").arg(id, by);
    if (promise.isOverdue(now))
        return {QStringLiteral("warning"), Ink::RiskHigh, text,
                CustomerKnown::tr("overdue since %1").arg(words.date(promise.due))};
    if (promise.isOpen(now))
        return {QStringLiteral("hourglass"), Ink::Text2, text,
                promise.due.isNever() ? CustomerKnown::tr("no date")
                                      : CustomerKnown::tr("due %1").arg(words.date(promise.due))};
    if (promise.kept && promise.settled <= promise.due)
        return {QStringLiteral("check"), Ink::RiskLow, text,
                CustomerKnown::tr("kept %1").arg(words.date(promise.settled))};
    return {QStringLiteral("cross"), Ink::RiskHigh, text,
            promise.kept ? CustomerKnown::tr("kept late, %1").arg(words.date(promise.settled))
                         : CustomerKnown::tr("broken %1").arg(words.date(promise.due))};
}

QString kindWords(documents::Response kind) {
    switch (kind) {
    case documents::Response::Opened:
        return CustomerKnown::tr("opened it");
    case documents::Response::Clicked:
        return CustomerKnown::tr("clicked");
    case documents::Response::Replied:
        return CustomerKnown::tr("replied");
    case documents::Response::Answered:
        return CustomerKnown::tr("answered");
    case documents::Response::None:
        break;
    }
    return CustomerKnown::tr("reached a goal");
}

/// What went out by channel, and below it what came back.
KnownSection contactsOf(const session::CustomerMemory& memory, const RecordWords& words) {
    KnownSection section{CustomerKnown::tr("Contacts and responses"), {}};
    for (const auto& [record, action] : memory.channels) {
        const MarkLook channel = channelLook(record.channel);
        if (record.contacts > 0)
            section.lines.append(
                {channel.icon, Ink::Text2, CustomerKnown::tr("%1: %2").arg(channel.text, words.action(action)),
                 CustomerKnown::tr("%1, %2 in all").arg(words.date(record.lastContact)).arg(record.contacts)});
        const QString rate =
            record.recent > 0
                ? CustomerKnown::tr("%1 of %2 answered in 90 days").arg(record.answered).arg(record.recent)
                : QString();
        if (!record.lastResponse.isNever())
            section.lines.append({QStringLiteral("check"), Ink::RiskLow,
                                  CustomerKnown::tr("%1: %2, %3")
                                      .arg(channel.text, kindWords(record.lastKind), words.date(record.lastResponse)),
                                  rate});
        else
            section.lines.append(
                {QStringLiteral("minus"), Ink::Text2, CustomerKnown::tr("%1: no response").arg(channel.text), rate});
    }
    return section;
}

KnownSection casesOf(const session::CustomerMemory& memory, const RecordWords& words) {
    KnownSection section{CustomerKnown::tr("Open cases"), {}};
    for (std::size_t i = 0; i < memory.cases.size() && i < mostCases; ++i)
        section.lines.append(
            {QStringLiteral("support"), Ink::RiskMedium,
             memory.cases[i].id.empty() ? CustomerKnown::tr("A case") : QString::fromStdString(memory.cases[i].id),
             CustomerKnown::tr("since %1").arg(words.date(memory.cases[i].since))});
    if (memory.cases.size() > mostCases)
        section.lines.append({QStringLiteral("more"),
                              Ink::Text2,
                              CustomerKnown::tr("and %1 more").arg(memory.cases.size() - mostCases),
                              {}});
    return section;
}

QString reasonWords(perception::QualityReason reason) {
    using perception::QualityReason;
    switch (reason) {
    case QualityReason::Declared:
        return CustomerKnown::tr("Says that it is software");
    case QualityReason::UserAgent:
        return CustomerKnown::tr("Its user agent is software's");
    case QualityReason::Regular:
        return CustomerKnown::tr("Opens pages by the clock");
    case QualityReason::Burst:
        return CustomerKnown::tr("100 events within a minute");
    case QualityReason::Pace:
        return CustomerKnown::tr("Many events within a minute");
    case QualityReason::Evenness:
        break;
    }
    return CustomerKnown::tr("Opens pages nearly by the clock");
}

/// Of 1, less what stands below it.
KnownSection qualityOf(const perception::Quality& quality) {
    KnownSection section{CustomerKnown::tr("Quality of the traffic"), {}};
    const double score = quality.score.toDouble();
    const bool isPerson = score >= perception::personFrom;
    section.lines.append({isPerson ? QStringLiteral("person") : QStringLiteral("warning"),
                          isPerson ? Ink::Text2 : Ink::RiskMedium,
                          quality.parts.empty() ? CustomerKnown::tr("Like a person's")
                          : isPerson            ? CustomerKnown::tr("Still like a person's")
                                                : CustomerKnown::tr("Not like a person's"),
                          numberWords(score)});
    for (const perception::Quality::Part& part : quality.parts)
        section.lines.append(
            {QStringLiteral("minus"), Ink::Text2, reasonWords(part.reason), numberWords(-part.taken.toDouble())});
    return section;
}

} // namespace

QList<KnownSection> knownOf(const session::CustomerMemory& memory, Instant now, const RecordWords& words) {
    QList<KnownSection> sections;
    if (!memory.cases.empty())
        sections.append(casesOf(memory, words));
    if (!memory.channels.empty())
        sections.append(contactsOf(memory, words));
    if (memory.worth)
        sections.append(worthOf(memory, words));
    if (!memory.promises.empty()) {
        KnownSection section{CustomerKnown::tr("Promises"), {}};
        auto promises = memory.promises;
        // Open ones first, by their time; then the newest of the others.
        std::stable_sort(promises.begin(), promises.end(), [&](const auto& a, const auto& b) {
            if (a.isOpen(now) != b.isOpen(now))
                return a.isOpen(now);
            return a.isOpen(now) ? a.due < b.due : a.settled > b.settled;
        });
        if (promises.size() > mostPromises)
            promises.resize(mostPromises);
        for (const perception::Promise& promise : promises)
            section.lines.append(promiseLine(promise, now, words));
        sections.append(section);
    }
    for (const session::CustomerMemory::Way& way : memory.ways) {
        if (&way == &memory.ways.front())
            sections.append({CustomerKnown::tr("Progress"), {}});
        const bool stuck = way.state == "stuck";
        const QString state = stuck                  ? CustomerKnown::tr("stuck")
                              : way.state == "ahead" ? CustomerKnown::tr("ahead of plan")
                                                     : CustomerKnown::tr("on plan");
        sections.last().lines.append(
            {stuck ? QStringLiteral("warning") : QStringLiteral("step"), stuck ? Ink::RiskHigh : Ink::Text2,
             CustomerKnown::tr("%1: %2").arg(words.goal(way.goal), state), percent(way.share)});
    }
    for (const session::CustomerMemory::Affinity& affinity : memory.affinities) {
        if (affinity.leading.empty())
            continue;
        KnownSection section{CustomerKnown::tr("Drawn to"), {}};
        auto categories = affinity.categories;
        std::stable_sort(categories.begin(), categories.end(),
                         [](const auto& a, const auto& b) { return a.share > b.share; });
        if (categories.size() > mostCategories)
            categories.resize(mostCategories);
        for (const auto& category : categories)
            section.lines.append(
                {QStringLiteral("tag"), Ink::Text2,
                 CustomerKnown::tr("%1: %2").arg(QString::fromStdString(category.value), percent(category.share)),
                 CustomerKnown::tr("%1 … %2 (90 %)").arg(percent(category.low), percent(category.high))});
        sections.append(section);
    }
    sections.append(qualityOf(memory.quality));
    return sections;
}

QList<KnownSection> loadKnown(const std::string& folder, const audit::RunInfo& run, const audit::CustomerRow& customer,
                              Instant now, const RecordWords& words) {
    if (customer.state.empty())
        return {};
    const auto opened = session::openAsOf(folder, run);
    if (!opened)
        return {};
    const auto memory = session::memoryOf(*opened->program, customer, now);
    return memory ? knownOf(*memory, now, words) : QList<KnownSection>();
}

void addKnown(QVBoxLayout& column, const QList<KnownSection>& sections) {
    for (const KnownSection& section : sections) {
        column.addSpacing(metrics::space12);
        column.addWidget(new SectionHeader(section.title));
        for (const KnownSection::Line& line : section.lines) {
            auto* row = new QHBoxLayout;
            row->setSpacing(metrics::space8);
            row->addWidget(new IconLabel(line.icon, line.ink), 0, Qt::AlignTop);
            auto* text = new PlainLabel(line.text, Type::Body, Weight::Regular, Ink::Text1);
            text->setWordWrap(true);
            row->addWidget(text, 1);
            QString figures = line.note;
            figures.replace(QLatin1String(" %"), QStringLiteral("\u00a0%")); // a number stays with its sign
            auto* note = new PlainLabel(figures, Type::Body, Weight::Regular, Ink::Text2);
            note->setWordWrap(true);
            note->setAlignment(Qt::AlignRight | Qt::AlignTop);
            row->addWidget(note, 1, Qt::AlignTop);
            column.addLayout(row);
        }
    }
}

} // namespace wayreeve::ui
