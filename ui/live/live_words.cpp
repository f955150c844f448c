#include "ui/live/live_words.h"

#include "ui/live/live_presenter.h"
#include "ui/text/error_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace wayreeve::ui {

namespace {

constexpr qint64 rateWindow = 5'000; ///< ms

QString say(const char* text) {
    return QCoreApplication::translate("Live", text);
}

QString count(std::uint64_t number, const QLocale& locale) {
    return locale.toString(static_cast<qulonglong>(number));
}

QString tagOf(const LiveNow& now) {
    return QString::fromStdString(now.stored ? now.stored->tag : now.status.run);
}

QString reach(bool sends) {
    return sends ? say(QT_TRANSLATE_NOOP("Live", "What is decided goes to the receivers of workspace.yaml."))
                 : say(QT_TRANSLATE_NOOP("Live", "No receiver is set up: nothing leaves this computer."));
}

QString ranOut(const LiveNow& now) {
    if (!now.stored)
        return say(QT_TRANSLATE_NOOP("Live", "Start, and your site or app can send events to this computer; each is "
                                             "decided on within a second.")) +
               QLatin1Char(' ') + reach(now.sends);
    const QString text =
        now.stored->status == audit::RunStatus::Running
            ? say(QT_TRANSLATE_NOOP("Live", "Run %1 was cut off at %2. Nothing that was confirmed is lost: starting "
                                            "goes on with it."))
            : say(QT_TRANSLATE_NOOP("Live", "Run %1 stands still at %2. Starting goes on with it."));
    return text.arg(tagOf(now), now.storedClock) + QLatin1Char(' ') + reach(now.sends);
}

LiveFigure figure(const char* name, std::uint64_t number, const QLocale& locale) {
    return {say(name), count(number, locale), {}, Ink::Text1};
}

QString rate(double perSecond, const QLocale& locale) {
    const QString number = locale.toString(perSecond, 'f', perSecond < 10 ? 1 : 0);
    return say(QT_TRANSLATE_NOOP("Live", "%1 a second")).arg(number);
}

std::uint64_t refusedOf(const ingest::DoorCounts& counts) {
    std::uint64_t sum = counts.busy;
    for (const auto& [status, number] : counts.refused)
        sum += number;
    return sum;
}

QList<LiveFigure> figuresOf(const LiveNow& now, const QLocale& locale) {
    const auto waiting = [&](std::uint64_t number) {
        LiveFigure one = figure(QT_TRANSLATE_NOOP("Live", "Waiting for a person"), number, locale);
        one.ink = number > 0 ? Ink::RiskMedium : Ink::Text1;
        return one;
    };
    if (now.mode == LiveMode::Elsewhere && now.stored)
        return {figure(QT_TRANSLATE_NOOP("Live", "Events"), now.storedEvents, locale),
                figure(QT_TRANSLATE_NOOP("Live", "Decisions"), now.stored->decisions, locale),
                waiting(now.storedWaiting)};
    if (now.mode != LiveMode::On && now.mode != LiveMode::Ending)
        return {};
    const session::LiveStatus& status = now.status;
    LiveFigure events = figure(QT_TRANSLATE_NOOP("Live", "Events since"), status.door.events, locale);
    if (now.perSecond > 0)
        events.note = rate(now.perSecond, locale);
    LiveFigure refused = figure(QT_TRANSLATE_NOOP("Live", "Refused requests"), refusedOf(status.door), locale);
    refused.ink = refusedOf(status.door) > 0 ? Ink::RiskMedium : Ink::Text1;
    return {events,
            figure(QT_TRANSLATE_NOOP("Live", "Decisions of the run"), status.progress.decisions, locale),
            waiting(status.progress.waiting),
            figure(QT_TRANSLATE_NOOP("Live", "In the queue"), status.queued, locale),
            figure(QT_TRANSLATE_NOOP("Live", "Connections"), status.door.open, locale),
            refused,
            figure(QT_TRANSLATE_NOOP("Live", "Software and bursts"), status.progress.machines, locale)};
}

const char* refusalWords(int status) {
    switch (status) {
    case 401:
        return QT_TRANSLATE_NOOP("Live", "%1 without a known write key");
    case 404:
        return QT_TRANSLATE_NOOP("Live", "%1 to an unknown path");
    case 408:
        return QT_TRANSLATE_NOOP("Live", "%1 too slow");
    case 413:
        return QT_TRANSLATE_NOOP("Live", "%1 too large");
    case 503:
        return QT_TRANSLATE_NOOP("Live", "%1 while too busy (senders try again)");
    default:
        return nullptr;
    }
}

} // namespace

LiveCard liveCard(const LiveNow& now, const QLocale& locale) {
    LiveCard card;
    card.icon = QStringLiteral("pause");
    card.figures = figuresOf(now, locale);
    const session::LiveStatus& status = now.status;
    switch (now.mode) {
    case LiveMode::NoWorkspace:
        card.title = say(QT_TRANSLATE_NOOP("Live", "No workspace is open"));
        card.sentence = say(QT_TRANSLATE_NOOP("Live", "Open a workspace first."));
        break;
    case LiveMode::Off:
        card.title = say(QT_TRANSLATE_NOOP("Live", "No events are taken"));
        card.sentence = ranOut(now);
        break;
    case LiveMode::Starting:
        card.icon = QStringLiteral("hourglass");
        card.title = say(QT_TRANSLATE_NOOP("Live", "Starting…"));
        card.sentence = status.progress.decisions > 0
                            ? say(QT_TRANSLATE_NOOP("Live", "The stored run is taken up, and what came after its last "
                                                            "checkpoint is compared: %1 decisions so far."))
                                  .arg(count(status.progress.decisions, locale))
                            : say(QT_TRANSLATE_NOOP("Live", "Documents are read and the stored run is taken up."));
        break;
    case LiveMode::On:
    case LiveMode::Ending:
        card.icon = now.mode == LiveMode::On ? QStringLiteral("check") : QStringLiteral("hourglass");
        card.ink = now.mode == LiveMode::On ? Ink::RiskLow : Ink::Text2;
        card.title = now.mode == LiveMode::On ? say(QT_TRANSLATE_NOOP("Live", "Events are taken"))
                                              : say(QT_TRANSLATE_NOOP("Live", "Coming to a stand…"));
        card.sentence = (status.takenUp ? say(QT_TRANSLATE_NOOP("Live", "Run %1 goes on, since %2."))
                                        : say(QT_TRANSLATE_NOOP("Live", "Run %1 has begun, since %2.")))
                            .arg(QString::fromStdString(status.run), now.since) +
                        QLatin1Char(' ') + reach(status.sendsReally);
        card.address = QStringLiteral("http://%1:%2").arg(QString::fromStdString(status.address)).arg(status.port);
        card.refused = refusedSentence(status.door, locale);
        break;
    case LiveMode::Elsewhere:
        card.icon = QStringLiteral("lock");
        card.ink = Ink::RiskMedium;
        card.title = say(QT_TRANSLATE_NOOP("Live", "Another program takes events"));
        card.sentence = say(QT_TRANSLATE_NOOP("Live", "Run %1 is at work there, for example in “wayreevectl serve”. "
                                                      "Only one can be; end it there to start here. Approvals given "
                                                      "here reach it."))
                            .arg(tagOf(now));
        break;
    }
    if (now.failed && now.mode == LiveMode::Off) {
        const std::string& code = now.failed->code;
        card.offersNew = code == "live.documents-changed" || code == "live.clock-behind" || code == "resume.differs";
        card.problem =
            code == "live.documents-changed"
                ? say(QT_TRANSLATE_NOOP("Live", "The documents changed since run %1, so it cannot go on. Bring the old "
                                                "ones back, or begin a new run: it remembers none of the customers."))
                      .arg(tagOf(now))
            : code == "live.clock-behind"
                ? say(QT_TRANSLATE_NOOP("Live", "Run %1 already stands at %2 and no clock goes back. Choose a later "
                                                "time, or begin a new run."))
                      .arg(tagOf(now), now.storedClock)
                : text::placeText(*now.failed) + text::errorText(*now.failed);
    }
    return card;
}

QString refusedSentence(const ingest::DoorCounts& counts, const QLocale& locale) {
    std::vector<std::pair<std::uint64_t, int>> all;
    for (const auto& [status, number] : counts.refused)
        all.emplace_back(number, status);
    if (counts.busy > 0)
        all.emplace_back(counts.busy, 503);
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    QStringList parts;
    for (const auto& [number, status] : all) {
        const char* words = refusalWords(status);
        parts.append(words ? say(words).arg(count(number, locale))
                           : say(QT_TRANSLATE_NOOP("Live", "%1 with answer %2"))
                                 .arg(count(number, locale), QString::number(status)));
    }
    return parts.isEmpty() ? QString()
                           : say(QT_TRANSLATE_NOOP("Live", "Refused: %1.")).arg(parts.join(QStringLiteral(", ")));
}

void RateMeter::add(qint64 ms, std::uint64_t count) {
    m_samples.emplace_back(ms, count);
    while (m_samples.size() > 2 && m_samples[1].first <= ms - rateWindow)
        m_samples.pop_front();
}

double RateMeter::perSecond() const {
    if (m_samples.size() < 2 || m_samples.back().first <= m_samples.front().first)
        return 0;
    const auto more = static_cast<double>(m_samples.back().second - m_samples.front().second);
    return more * 1000 / static_cast<double>(m_samples.back().first - m_samples.front().first);
}

CellsModel::Rows sourceRows(const ingest::Sources& sources) {
    CellsModel::Rows rows;
    for (const ingest::Source& source : sources.all()) {
        Cell name{QString::fromStdString(source.id)};
        name.data = name.text;
        Cell print{QString::fromStdString(source.keyHash.hex()).left(12)};
        print.ink = Ink::Text2;
        rows.append({name, {say(QT_TRANSLATE_NOOP("Live", "May send")), QStringLiteral("check"), Ink::RiskLow}, print});
    }
    return rows;
}

QString sendExample(const QString& address, const QString& key) {
    return QStringLiteral("curl -u %1: %2/v1/track -H 'Content-Type: application/json' \\\n"
                          "  -d '{\"userId\": \"u-1\", \"event\": \"Product Viewed\", \"properties\": {}}'")
        .arg(key.isEmpty() ? say(QT_TRANSLATE_NOOP("Live", "WRITE-KEY")) : key,
             address.isEmpty() ? QStringLiteral("http://127.0.0.1:8787") : address);
}

QString reasonSentence(perception::Fate fate, const Error& reason) {
    if (!reason.code.empty() && (reason.code != "event.future" || !reason.parameters.empty()))
        return text::errorText(reason);
    switch (fate) { // of a simulation, which keeps the count alone
    case perception::Fate::Malformed:
        return say(QT_TRANSLATE_NOOP("Live", "It could not be read as an event; what came was not kept."));
    case perception::Fate::FutureDated:
        return say(QT_TRANSLATE_NOOP("Live", "It lay in the future; what came was not kept."));
    default:
        return say(QT_TRANSLATE_NOOP("Live", "The reason was not kept."));
    }
}

QString sentAgainSentence(const session::SentAgain& sent, const QString& at, const QString& person) {
    const QString fate = fateWord(sent.fate);
    return person.isEmpty() ? say(QT_TRANSLATE_NOOP("Live", "Sent again %1: %2.")).arg(at, fate)
                            : say(QT_TRANSLATE_NOOP("Live", "Sent again %1 by %2: %3.")).arg(at, person, fate);
}

CellsModel::Rows quarantineRows(const std::vector<session::QuarantinedEvent>& events, const QStringList& times) {
    CellsModel::Rows rows;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const session::QuarantinedEvent& event = events[i];
        Cell when{times.value(static_cast<qsizetype>(i))};
        when.data = static_cast<qulonglong>(event.sequence);
        Cell name{event.name.empty() ? say(QT_TRANSLATE_NOOP("Live", "no event")) : QString::fromStdString(event.name)};
        if (event.sentAgain) {
            const bool again = perception::isHeldBack(event.sentAgain->fate);
            name.icon = again ? QStringLiteral("warning") : QStringLiteral("check");
            name.iconInk = again ? Ink::RiskMedium : Ink::RiskLow;
            name.note = again ? say(QT_TRANSLATE_NOOP("Live", "sent again, held back again"))
                              : say(QT_TRANSLATE_NOOP("Live", "sent again"));
        }
        Cell why{reasonSentence(event.fate, event.reason)};
        why.tip = why.text;
        rows.append({when, name, why});
    }
    return rows;
}

CellsModel::Rows reasonRows(const std::vector<session::QuarantineReason>& reasons, const QLocale& locale) {
    CellsModel::Rows rows;
    for (const session::QuarantineReason& reason : reasons) {
        Cell cell{reasonSentence(reason.fate, reason.reason)};
        cell.tip = cell.text;
        cell.data = QString::fromStdString(session::reasonKey(reason.fate, reason.reason));
        rows.append({cell, {count(reason.count, locale)}, {count(reason.open, locale)}});
    }
    return rows;
}

QString indented(const std::string& json) {
    const std::size_t first = json.find_first_not_of(" \t\r\n");
    if (first == std::string::npos || (json[first] != '{' && json[first] != '['))
        return QString::fromStdString(json);
    std::string out;
    int level = 0;
    bool inText = false;
    const auto line = [&] { out += '\n' + std::string(static_cast<std::size_t>(std::max(0, level)) * 2, ' '); };
    for (std::size_t i = first; i < json.size(); ++i) {
        const char c = json[i];
        if (inText) {
            out += c;
            if (c == '\\' && i + 1 < json.size())
                out += json[++i];
            else if (c == '"')
                inText = false;
            continue;
        }
        const std::size_t next = json.find_first_not_of(" \t\r\n", i + 1);
        switch (c) {
        case '"':
            inText = true;
            out += c;
            break;
        case '{':
        case '[':
            out += c;
            if (next != std::string::npos && json[next] == (c == '{' ? '}' : ']')) {
                out += json[next];
                i = next;
                break;
            }
            ++level;
            line();
            break;
        case '}':
        case ']':
            --level;
            line();
            out += c;
            break;
        case ',':
            out += c;
            line();
            break;
        case ':':
            out += ": ";
            break;
        case ' ':
        case '\t':
        case '\r':
        case '\n':
            break;
        default:
            out += c;
        }
    }
    return QString::fromStdString(out);
}

} // namespace wayreeve::ui
