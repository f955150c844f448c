#include "ui/customers/customer_side.h"

#include "ui/widgets/bar_chart.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section_header.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace wayreeve::ui {

namespace {

PlainLabel* wrapped(const QString& text, Ink ink, Type type = Type::Body, Weight weight = Weight::Regular) {
    auto* label = new PlainLabel(text, type, weight, ink);
    label->setWordWrap(true);
    return label;
}

void clear(QLayout& layout) {
    while (QLayoutItem* old = layout.takeAt(0)) {
        if (QLayout* inner = old->layout())
            clear(*inner);
        if (QWidget* widget = old->widget()) {
            widget->hide(); // it may hold the click that led here
            widget->deleteLater();
        }
        delete old;
    }
}

/// Icon, words, quiet note on the right.
QHBoxLayout* line(const QString& icon, Ink ink, const QString& text, const QString& note) {
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addWidget(new IconLabel(icon, ink), 0, Qt::AlignTop);
    row->addWidget(wrapped(text, Ink::Text1), 1);
    if (!note.isEmpty())
        row->addWidget(new PlainLabel(note, Type::Body, Weight::Regular, Ink::Text2), 0, Qt::AlignTop);
    return row;
}

PlainLabel* elided(const QString& text, Ink ink, Qt::Alignment side) {
    auto* label = new PlainLabel(text, Type::Body, Weight::Regular, ink);
    label->setElided(true);
    label->setAlignment(side | Qt::AlignVCenter);
    return label;
}

/// Name on the left, value on the right; whichever does not fit gives way.
QHBoxLayout* fact(const QString& name, const QString& value) {
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addWidget(elided(name, Ink::Text1, Qt::AlignLeft));
    row->addWidget(elided(value, Ink::Text2, Qt::AlignRight));
    return row;
}

} // namespace

CustomerSide::CustomerSide(QWidget* parent)
    : QScrollArea(parent)
    , m_why(new QVBoxLayout)
    , m_rest(new QVBoxLayout) {
    setObjectName(QStringLiteral("customerSide"));
    setAccessibleName(tr("Why, intents, consent, identity"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::space16, metrics::space12, metrics::space16, metrics::space16);
    column->setSpacing(metrics::space12);
    m_why->setSpacing(metrics::space4);
    m_rest->setSpacing(metrics::space4);
    column->addLayout(m_why);
    column->addWidget(new Hairline);
    column->addLayout(m_rest);
    column->addStretch(1);
    setWidget(content);
    content->setAutoFillBackground(false);
    setSelected(nullptr, RecordWords());
}

void CustomerSide::setSelected(const StoryItem* item, const RecordWords& words) {
    clear(*m_why);
    if (!item) {
        m_why->addWidget(new SectionHeader(tr("Why")));
        m_why->addWidget(wrapped(tr("Select a line of the story to see why it is there."), Ink::Text2));
        return;
    }
    m_why->addWidget(new SectionHeader(tr("Why, %1").arg(words.time(item->at))));
    m_why->addWidget(wrapped(item->title, Ink::Text1, Type::Body, Weight::Bold));
    if (!item->detail.isEmpty())
        m_why->addWidget(wrapped(item->detail, Ink::Text2));
    if (item->decision.isEmpty()) {
        m_why->addWidget(wrapped(tr("It came in from outside: no decision stands behind it."), Ink::Text2));
        return;
    }
    auto* open = new PlainButton(tr("Open the decision"));
    open->setObjectName(QStringLiteral("openDecision"));
    open->setKeyHint(QStringLiteral("W"));
    connect(open, &QAbstractButton::clicked, this, &CustomerSide::whyAsked, Qt::QueuedConnection);
    m_why->addSpacing(metrics::space4);
    m_why->addWidget(open, 0, Qt::AlignLeft);
}

void CustomerSide::addLink(const QString& customer, const QString& name, const QString& note, const char* objectName) {
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    auto* open = new LinkButton(QString(name).replace(QLatin1Char('&'), QStringLiteral("&&")));
    open->setObjectName(QLatin1String(objectName));
    open->setAccessibleName(name);
    open->setAccessibleDescription(note);
    connect(
        open, &QAbstractButton::clicked, this, [this, customer] { Q_EMIT openAsked(customer); }, Qt::QueuedConnection);
    row->addWidget(open, 0, Qt::AlignLeft);
    row->addWidget(elided(note, Ink::Text2, Qt::AlignRight), 1);
    m_rest->addLayout(row);
}

/// Health and its parts, traits, members; the contract stands above the story.
void CustomerSide::addAccount(const AccountStory& account) {
    if (!account.known) {
        m_rest->addWidget(new SectionHeader(tr("Members")));
        m_rest->addWidget(wrapped(tr("Members, health and contract cannot be known now."), Ink::Text2));
        return;
    }
    if (!account.parts.isEmpty()) {
        m_rest->addWidget(new SectionHeader(tr("Health, %1").arg(account.health)));
        auto* parts = new QWidget;
        parts->setObjectName(QStringLiteral("accountHealth"));
        parts->setAccessibleName(tr("Health, the sum of its parts"));
        auto* column = new QVBoxLayout(parts);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(metrics::space4);
        for (const AccountStory::Part& part : account.parts)
            column->addLayout(fact(part.name, part.text));
        m_rest->addWidget(parts);
        m_rest->addSpacing(metrics::space12);
    }
    m_rest->addWidget(new SectionHeader(tr("What is known")));
    for (const auto& facts : {account.traits, account.counts})
        for (const auto& [name, value] : facts)
            m_rest->addLayout(fact(name, value));
    m_rest->addSpacing(metrics::space12);
    m_rest->addWidget(new SectionHeader(tr("Members")));
    if (account.members.isEmpty())
        m_rest->addWidget(wrapped(tr("Nobody is in it any more."), Ink::Text2));
    for (const AccountStory::Member& member : account.members)
        addLink(member.customer, member.name,
                member.role.isEmpty() ? member.seen : tr("%1, %2").arg(member.role, member.seen), "openMember");
    if (account.more > 0)
        m_rest->addWidget(wrapped(tr("and %n more", nullptr, static_cast<int>(account.more)), Ink::Text2));
    m_rest->addSpacing(metrics::space12);
    m_rest->addWidget(
        wrapped(tr("An account is compared with nobody: it is left out of the comparison of arms."), Ink::Text2));
}

/// How old it is what stands below, or why some of it is missing.
void CustomerSide::addKnowledge(const CustomerStory& story) {
    if (!story.asOf.isEmpty()) {
        auto* asOf = wrapped(tr("As the live run knew it at %1.").arg(story.asOf), Ink::Text2);
        asOf->setObjectName(QStringLiteral("customerAsOf"));
        m_rest->addWidget(asOf);
        m_rest->addSpacing(metrics::space12);
    }
    if (story.unknown.isEmpty())
        return;
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addWidget(new IconLabel(story.toBeAsked ? QStringLiteral("hourglass") : QStringLiteral("warning"),
                                 story.toBeAsked ? Ink::Text2 : Ink::RiskMedium),
                   0, Qt::AlignTop);
    auto* why = wrapped(tr("Consent, ids and memory cannot be known now. %1").arg(story.unknown), Ink::Text1);
    why->setObjectName(QStringLiteral("customerUnknown"));
    row->addWidget(why, 1);
    m_rest->addLayout(row);
    auto* again = new PlainButton(tr("Ask again"));
    again->setObjectName(QStringLiteral("askAgain"));
    connect(again, &QAbstractButton::clicked, this, &CustomerSide::askedAgain, Qt::QueuedConnection);
    m_rest->addWidget(again, 0, Qt::AlignLeft);
    m_rest->addSpacing(metrics::space12);
}

/// Where the run keeps nothing, nothing is said of what was stated.
void CustomerSide::addConsent(const CustomerStory& story) {
    m_rest->addWidget(new SectionHeader(tr("Consent")));
    if (story.suppressed)
        m_rest->addLayout(line(QStringLiteral("stop"), Ink::RiskHigh, tr("Suppressed: nothing is sent at all"), {}));
    for (const CustomerStory::Consent& consent : story.consents)
        m_rest->addLayout(line(consent.granted ? QStringLiteral("check") : QStringLiteral("cross"),
                               consent.granted ? Ink::RiskLow : Ink::Text2, consent.text, consent.since));
    if (!story.consents.isEmpty())
        return;
    auto* none = wrapped(!story.unknown.isEmpty() ? tr("Cannot be known now.")
                         : story.kept ? tr("Nothing was stated. Without consent nothing is sent that needs it.")
                         : !story.partOf.isEmpty()
                             ? tr("This profile became part of %1, which has its consents.").arg(story.partOf)
                             : tr("The run kept nothing about it."),
                         Ink::Text2);
    none->setObjectName(QStringLiteral("noConsents"));
    m_rest->addWidget(none);
}

void CustomerSide::setStory(const CustomerStory& story) {
    clear(*m_rest);
    if (story.erased) {
        m_rest->addWidget(new SectionHeader(tr("Erased")));
        m_rest->addWidget(wrapped(tr("Who this was and why anything was decided about them was erased. What is left "
                                     "counts, and names nobody."),
                                  Ink::Text1));
        return;
    }
    addKnowledge(story);
    if (story.belongsTo) {
        m_rest->addWidget(new SectionHeader(tr("Account")));
        addLink(story.belongsTo->first, story.belongsTo->second, {}, "openAccount");
        m_rest->addSpacing(metrics::space12);
    }
    if (story.account) {
        addAccount(*story.account);
        m_rest->addSpacing(metrics::space12);
    }
    m_rest->addWidget(new SectionHeader(tr("Intents at the last decision")));
    if (story.intents.isEmpty()) {
        m_rest->addWidget(wrapped(tr("No decision has read this customer yet."), Ink::Text2));
    } else {
        auto* bars = new BarList(tr("Intents at the last decision"));
        QList<BarRow> rows;
        for (const auto& [name, value] : story.intents) {
            BarRow row;
            row.label = name;
            row.value = QLocale().toDouble(value);
            row.text = value;
            rows.append(row);
        }
        std::stable_sort(rows.begin(), rows.end(), [](const BarRow& a, const BarRow& b) { return a.value > b.value; });
        int label = 0;
        for (const BarRow& row : std::as_const(rows))
            label = std::max(label, QFontMetrics(uiFont(Type::Body)).horizontalAdvance(row.label) + 12);
        bars->setMetrics(23, 7, std::min(label, 150));
        bars->setRows(rows, 1);
        m_rest->addWidget(bars);
    }
    if (!story.account) {
        addKnown(*m_rest, story.known);
        addIdentity(story); // an account has no consent, no address, and is nobody to erase
    }
}

void CustomerSide::addIdentity(const CustomerStory& story) {
    m_rest->addSpacing(metrics::space12);
    addConsent(story);
    m_rest->addSpacing(metrics::space12);
    m_rest->addWidget(new SectionHeader(tr("Identity")));
    m_rest->addWidget(wrapped(story.merged == 0 ? tr("One profile.")
                                                : tr("%n profile(s) were merged into this one.", nullptr, story.merged),
                              Ink::Text1));
    for (const CustomerStory::Merge& merge : story.merges) {
        m_rest->addSpacing(metrics::space8);
        m_rest->addLayout(line(QStringLiteral("people"), Ink::Text2, merge.who, {}));
        m_rest->addWidget(wrapped(merge.undone.isEmpty() ? merge.cause : merge.undone, Ink::Text2));
        for (const auto& [evidence, part] : merge.evidence)
            m_rest->addLayout(line(QStringLiteral("tag"), Ink::Text2, evidence, part));
        if (!merge.undoable)
            continue;
        auto* undo = new PlainButton(tr("Undo this merge…"));
        undo->setObjectName(QStringLiteral("undoMerge"));
        undo->setAccessibleDescription(merge.who);
        connect(
            undo, &QAbstractButton::clicked, this,
            [this, customer = merge.customer, who = merge.who] { Q_EMIT undoAsked(customer, who); },
            Qt::QueuedConnection);
        m_rest->addWidget(undo, 0, Qt::AlignLeft);
    }
    if (story.mixedArms)
        m_rest->addWidget(wrapped(tr("They were in different arms: left out of the comparison."), Ink::Text2));
    if (story.machine)
        m_rest->addWidget(
            wrapped(tr("Software, not a person: left out of learning, audiences and the comparison."), Ink::Text2));
    for (const QString& id : story.ids)
        m_rest->addLayout(
            line(id.contains(u'@') ? QStringLiteral("email") : QStringLiteral("tag"), Ink::Text2, id, {}));
    if (!story.zone.isEmpty())
        m_rest->addLayout(line(QStringLiteral("clock"), Ink::Text2, story.zone, {}));
    m_rest->addSpacing(metrics::space12);
    auto* erase = new PlainButton(tr("Erase this person…"));
    erase->setObjectName(QStringLiteral("erasePerson"));
    erase->setAccessibleDescription(story.name);
    connect(erase, &QAbstractButton::clicked, this, &CustomerSide::eraseAsked, Qt::QueuedConnection);
    m_rest->addWidget(erase, 0, Qt::AlignLeft);
}

} // namespace wayreeve::ui
