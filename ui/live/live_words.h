#pragma once

#include "ui/live/live_core.h"
#include "ui/widgets/cells_model.h"

#include <QList>
#include <QLocale>
#include <QString>

#include <deque>
#include <optional>
#include <set>
#include <utility>

namespace wayreeve::ui {

/// Who takes events of the open workspace.
enum class LiveMode {
    NoWorkspace,
    Off,
    Starting, ///< this window, not yet listening: what is stored is taken up
    On,       ///< this window
    Ending,
    Elsewhere ///< another program
};

/// How the live run stands, as far as the window knows.
struct LiveNow {
    LiveMode mode = LiveMode::NoWorkspace;
    session::LiveStatus status;           ///< of this window's
    double perSecond = 0;                 ///< events, lately
    QString since;                        ///< "5 Mar, 11:00": when this window began to listen
    std::optional<audit::RunInfo> stored; ///< the workspace's newest live run
    QString storedClock;                  ///< "5 Mar, 11:00": where it stands
    std::uint64_t storedEvents = 0;
    std::uint64_t storedWaiting = 0; ///< for a person
    std::optional<Error> failed;     ///< why the last start came to nothing or the run ended by itself
    bool sends = false;              ///< the workspace has a receiver
};

/// One number of the card.
struct LiveFigure {
    QString name;
    QString value;
    QString note;
    Ink ink = Ink::Text1;
};

/// All words of the card at the top of Live.
struct LiveCard {
    QString title;
    QString icon;
    Ink ink = Ink::Text2;
    QString sentence;
    QString address; ///< "http://127.0.0.1:8787"; empty: nobody listens here
    QList<LiveFigure> figures;
    QString refused;        ///< "Refused: 3 with an unknown write key, …"
    QString problem;        ///< a sentence on `failed`
    bool offersNew = false; ///< a new run would help
};

/// Words of the live run. Pure; any thread.
[[nodiscard]] LiveCard liveCard(const LiveNow& now, const QLocale& locale);
/// What requests were refused for, most frequent first; empty where none was.
[[nodiscard]] QString refusedSentence(const ingest::DoorCounts& counts, const QLocale& locale);

/// Counts an ever growing number and says how fast it grew over the last five seconds.
class RateMeter {
public:
    void add(qint64 ms, std::uint64_t count);
    [[nodiscard]] double perSecond() const;

private:
    std::deque<std::pair<qint64, std::uint64_t>> m_samples;
};

/// Name and the beginning of the key's fingerprint; one row a source.
[[nodiscard]] CellsModel::Rows sourceRows(const ingest::Sources& sources);
/// What a site's developer needs to send a first event; `address` as in LiveCard.
[[nodiscard]] QString sendExample(const QString& address, const QString& key);

/// When, event, why; the first cell's data is the event's number. `times` are in the order of `events`.
[[nodiscard]] CellsModel::Rows quarantineRows(const std::vector<session::QuarantinedEvent>& events,
                                              const QStringList& times);
/// Why, how often, and how many of them were not sent again; the first cell's data is session::reasonKey().
[[nodiscard]] CellsModel::Rows reasonRows(const std::vector<session::QuarantineReason>& reasons, const QLocale& locale);
[[nodiscard]] QString reasonSentence(perception::Fate fate, const Error& reason);
/// "Sent again 5 Mar, 12:00 by Vera: Accepted." `at` is the time in words, `person` a name or empty.
[[nodiscard]] QString sentAgainSentence(const session::SentAgain& sent, const QString& at, const QString& person);
/// JSON with a line a member, two spaces a level, nothing but white space changed; what is none stays as it is.
[[nodiscard]] QString indented(const std::string& json);

} // namespace wayreeve::ui
