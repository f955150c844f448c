#pragma once

#include "ui/shell/record_words.h"

#include "engine/customer_state.h"
#include "session/merges.h"
#include "session/states_now.h"
#include "ui/customers/account_words.h"
#include "ui/customers/customer_known.h"

#include <QAbstractTableModel>
#include <QList>
#include <QPair>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wayreeve::ui {

/// One line of a customer's story.
struct StoryItem {
    Instant at;
    documents::Channel channel = documents::Channel::None; ///< its lane; None = the agent's
    QString icon;
    Ink ink = Ink::Text2;
    QString title; ///< may hold customer text: show it as plain text
    QString detail;
    bool notSent = false; ///< dashed
    std::optional<RiskMark> risk;
    QString decision; ///< id of the decision behind it; empty = none
    QString stage;    ///< observed then
};

/// One customer's story in reverse time, with what is known of the person. Words only.
struct CustomerStory {
    QString key, name, arm, stage;
    int decisions = 0;
    std::vector<StoryItem> items;           ///< newest first
    QList<documents::Channel> lanes;        ///< channels that occur, in the order of the vocabulary
    QList<QPair<QString, QString>> intents; ///< of the last decision
    QList<QPair<QString, QString>> facts;
    struct Consent {
        QString text; ///< "Marketing, by e-mail"
        bool granted = false;
        QString since;
    };
    QList<Consent> consents;
    QStringList ids; ///< every id that leads here, the one it was first known by first
    int merged = 0;  ///< profiles that became part of this one, and still are
    struct Merge {
        QString customer;                        ///< "#12", as a command names it
        QString who;                             ///< what the other profile was first known by
        QString cause;                           ///< "an id that both had used, …"
        QList<QPair<QString, QString>> evidence; ///< where it was probable: the weightiest, and their parts
        QString undone;                          ///< by whom and why; empty = not
        bool undoable = false;
    };
    QList<Merge> merges;    ///< oldest first
    bool mixedArms = false; ///< of different arms
    bool machine = false;   ///< no person, by what it sent
    bool suppressed = false;
    bool erased = false;                              ///< nobody knows any more who it was
    std::optional<AccountStory> account;              ///< it is one, and nobody
    std::optional<QPair<QString, QString>> belongsTo; ///< of a person: "#12" of the account, and its name
    QString zone;
    QList<KnownSection> known; ///< worth, promises, progress, affinities
    QString asOf;              ///< "5 Mar, 11:00" of a run at work: when it was asked; empty = it stands
    QString unknown;           ///< why consents, ids and the like cannot be known now; empty = they are
    bool toBeAsked = false;    ///< they are unknown because nobody was asked yet
    bool kept = true;          ///< false: the run keeps no state of this customer …
    QString partOf;            ///< … because it became part of this one, "#12"; empty = not
    std::optional<Error> error;
};

struct CustomerListPage {
    std::vector<audit::CustomerRow> rows; ///< without states
    std::vector<std::string> stages;      ///< id beside each row
    bool atWork = false; ///< the run is, or was cut off: rows are as old as their customers, but for key and name
    std::optional<Error> error;
};

/// What a run knows of one customer, as read from the store; storyOf turns it into words.
struct CustomerRecords {
    std::string tag;
    Symbols symbols;
    audit::CustomerRow customer;
    std::vector<audit::Entry> entries;
    std::vector<perception::Event> events;
    std::vector<session::MergeShown> merges;
    std::optional<perception::Customer> memory; ///< as the run left it; nothing where it kept none
    Instant clock{};                            ///< the run's
    std::vector<Value> rollUp{};                ///< of an account: what its members added up to at its last turn
    std::vector<audit::CustomerRow> members{};  ///< of an account, with states; membersShown at most
    std::size_t memberCount = 0;
    std::vector<execution::Dispatch> dispatches{};        ///< of an account: what went to contacts, in order
    std::map<std::uint32_t, audit::CustomerRow> others{}; ///< by number: contacts, and accounts that wrote
    std::optional<audit::CustomerRow> account{};          ///< of a person: theirs
    session::StatesNow states{};                          ///< whether `memory` is that of now
};

/// Customers of the run that is shown (see shownRun), by key or name. Blocks; any thread.
[[nodiscard]] CustomerListPage loadCustomers(const std::string& folder, const std::string& tag,
                                             const std::string& search, std::int64_t limit);
/// `argument` is a customer's key, or "#" and the number that records know it by; a key that a person and an account
/// share is the person's. Error "customer.unknown" id. A run at work is asked for what it knows now, which takes up to
/// `patience`; zero asks nobody. Blocks; any thread.
[[nodiscard]] CustomerStory loadStory(const std::string& folder, const std::string& tag, const std::string& argument,
                                      const RecordWords& words,
                                      std::chrono::milliseconds patience = std::chrono::seconds(3));
/// The presenter: pure. Events, decisions with waits, what was not sent and why, verdicts, messages, outcomes.
[[nodiscard]] CustomerStory storyOf(const CustomerRecords& records, const RecordWords& words);
/// The lane of an event, by its "channel" property, else by its name.
[[nodiscard]] documents::Channel laneOf(const perception::Event& event);

} // namespace wayreeve::ui
