#include "start_catalogue.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QSet>
#include <QSettings>
#include <QStandardPaths>

namespace wayreeve {

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("StartCatalogue", source);
}

struct Shipped {
    const char* id;
    const char* folder; ///< under the resources
    const char* goal;
    const char* title;
    const char* pain;
    QStringList stages;
    QStringList channels;
    QList<double> curve;
};

/// In the order of the goals. A folder that is not installed is not offered.
const QList<Shipped>& shipped() {
    static const QList<Shipped> table{
        {"cart-recovery",
         "demo",
         QT_TRANSLATE_NOOP("StartCatalogue", "Convert"),
         QT_TRANSLATE_NOOP("StartCatalogue", "Cart recovery"),
         QT_TRANSLATE_NOOP("StartCatalogue", "carts left behind"),
         {QT_TRANSLATE_NOOP("StartCatalogue", "Looking"), QT_TRANSLATE_NOOP("StartCatalogue", "Weighing"),
          QT_TRANSLATE_NOOP("StartCatalogue", "Cart left"), QT_TRANSLATE_NOOP("StartCatalogue", "Wearing")},
         {"web", "in-app", "agent", "email"},
         {0.8, 1.0, 0.5, -0.2, -1.2, -1.4, 0.4, 1.2}},
        {"saas-renewal",
         "templates/saas-renewal",
         QT_TRANSLATE_NOOP("StartCatalogue", "Retain"),
         QT_TRANSLATE_NOOP("StartCatalogue", "SaaS renewal"),
         QT_TRANSLATE_NOOP("StartCatalogue", "contracts lost in silence"),
         {QT_TRANSLATE_NOOP("StartCatalogue", "Setting it up"), QT_TRANSLATE_NOOP("StartCatalogue", "Working with it"),
          QT_TRANSLATE_NOOP("StartCatalogue", "Renewal in doubt"), QT_TRANSLATE_NOOP("StartCatalogue", "Renewed")},
         {"email", "in-app", "call", "agent"},
         {0.4, -0.6, -0.9, 0.3, 0.6, -1.0, -0.4, 0.9}},
        {"bank-churn",
         "templates/bank-churn",
         QT_TRANSLATE_NOOP("StartCatalogue", "Retain"),
         QT_TRANSLATE_NOOP("StartCatalogue", "Bank churn"),
         QT_TRANSLATE_NOOP("StartCatalogue", "salaries that go elsewhere"),
         {QT_TRANSLATE_NOOP("StartCatalogue", "At home"), QT_TRANSLATE_NOOP("StartCatalogue", "Drifting away"),
          QT_TRANSLATE_NOOP("StartCatalogue", "On the way out"), QT_TRANSLATE_NOOP("StartCatalogue", "Came back")},
         {"in-app", "email", "call", "agent"},
         {0.6, 0.4, -0.2, -0.6, -1.2, -1.4, 0.2, 0.8}},
        {"service-triage",
         "templates/service-triage",
         QT_TRANSLATE_NOOP("StartCatalogue", "Serve"),
         QT_TRANSLATE_NOOP("StartCatalogue", "Service triage"),
         QT_TRANSLATE_NOOP("StartCatalogue", "first answer too late"),
         {QT_TRANSLATE_NOOP("StartCatalogue", "Reported"), QT_TRANSLATE_NOOP("StartCatalogue", "In hands"),
          QT_TRANSLATE_NOOP("StartCatalogue", "Heated"), QT_TRANSLATE_NOOP("StartCatalogue", "Solved")},
         {"support", "agent", "call", "email"},
         {-0.4, -0.2, 0.1, -0.3, -1.4, -1.5, 0.4, 0.9}},
        {"travel-disruption",
         "templates/travel-disruption",
         QT_TRANSLATE_NOOP("StartCatalogue", "Serve"),
         QT_TRANSLATE_NOOP("StartCatalogue", "Travel disruption"),
         QT_TRANSLATE_NOOP("StartCatalogue", "cancelled flights, lost connections"),
         {QT_TRANSLATE_NOOP("StartCatalogue", "Looking forward"), QT_TRANSLATE_NOOP("StartCatalogue", "Stuck"),
          QT_TRANSLATE_NOOP("StartCatalogue", "On the new way"), QT_TRANSLATE_NOOP("StartCatalogue", "Arrived")},
         {"sms", "in-app", "agent", "call"},
         {1.0, 0.8, -1.6, -1.8, -0.4, 0.2, 0.4, 0.7}},
    };
    return table;
}

ui::MapSketch sketchOf(const Shipped& entry) {
    ui::MapSketch sketch;
    for (const QString& stage : entry.stages)
        sketch.stages.append(text(stage.toUtf8().constData()));
    sketch.curve = entry.curve;
    sketch.channels = entry.channels;
    return sketch;
}

/// A folder beside others of that name, not yet there.
QString freeFolder(const QString& name) {
    const QDir base(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/Wayreeve"));
    QString path = base.filePath(name);
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = base.filePath(QStringLiteral("%1-%2").arg(name).arg(number));
    return path;
}

/// The documents only: data of a former run stays behind.
bool copyFolder(const QString& from, const QString& to) {
    if (!QDir().mkpath(to))
        return false;
    const QDir source(from);
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString relative = source.relativeFilePath(files.next());
        const QString target = QDir(to).filePath(relative);
        if (!QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(files.filePath(), target))
            return false;
        QFile::setPermissions(target, QFile::permissions(target) | QFile::WriteOwner);
    }
    return true;
}

QString whenText(const QDateTime& when) {
    const qint64 days = when.date().daysTo(QDate::currentDate());
    if (days == 0)
        return text(QT_TRANSLATE_NOOP("StartCatalogue", "today %1"))
            .arg(QLocale().toString(when.time(), QLocale::ShortFormat));
    if (days == 1)
        return text(QT_TRANSLATE_NOOP("StartCatalogue", "yesterday"));
    return QLocale().toString(when.date(), QLocale::ShortFormat);
}

} // namespace

StartCatalogue::StartCatalogue(QString resources, std::function<void(const QString&, bool)> open,
                               std::function<void(const QString&)> fail, bool history)
    : m_resources(std::move(resources))
    , m_open(std::move(open))
    , m_fail(std::move(fail))
    , m_history(history) {}

ui::DemoCard StartCatalogue::demo() const {
    ui::DemoCard card;
    card.text = text(QT_TRANSLATE_NOOP("StartCatalogue",
                                       "An online shop that wins back carts left behind: made-up customers, a queue "
                                       "that waits for decisions, and every reason on record. Nothing is sent."));
    card.sketch = sketchOf(shipped().first());
    card.sketch.planned = {0.6, 0.9, 0.7, 0.4, 0.0, 0.1, 0.8, 1.2};
    card.sketch.marked = 2;
    return card;
}

QList<ui::TemplateCard> StartCatalogue::templates() const {
    QList<ui::TemplateCard> cards;
    for (const Shipped& entry : shipped()) {
        if (!QFileInfo::exists(m_resources + QLatin1Char('/') + QLatin1String(entry.folder)))
            continue;
        const int stageCount = int(entry.stages.size());
        const int channelCount = int(QSet<QString>(entry.channels.cbegin(), entry.channels.cend()).size());
        const QString stages = QCoreApplication::translate("StartCatalogue", "%n stages", nullptr, stageCount);
        const QString channels = QCoreApplication::translate("StartCatalogue", "%n channels", nullptr, channelCount);
        cards.append({entry.id, text(entry.goal), text(entry.title), text(entry.pain),
                      stages + QStringLiteral(", ") + channels, sketchOf(entry)});
    }
    return cards;
}

QList<ui::RecentWorkspace> StartCatalogue::recent() const {
    QList<ui::RecentWorkspace> list;
    if (!m_history)
        return list;
    QSettings settings;
    const int count = settings.beginReadArray("recent");
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        ui::RecentWorkspace entry;
        entry.path = settings.value("path").toString();
        entry.name = settings.value("name").toString();
        entry.detail = QDir::toNativeSeparators(QFileInfo(entry.path).path());
        entry.when = whenText(settings.value("opened").toDateTime());
        entry.missing = !QFileInfo(entry.path).isDir();
        if (entry.missing)
            entry.state = text(QT_TRANSLATE_NOOP("StartCatalogue", "folder not found"));
        list.append(entry);
    }
    settings.endArray();
    return list;
}

void StartCatalogue::remember(const QString& path, const QString& name) {
    struct Entry {
        QString path, name;
        QDateTime opened;
    };
    QList<Entry> entries{{path, name, QDateTime::currentDateTime()}};
    QSettings settings;
    const int count = settings.beginReadArray("recent");
    for (int i = 0; i < count && entries.size() < 10; ++i) {
        settings.setArrayIndex(i);
        if (const QString other = settings.value("path").toString(); other != path)
            entries.append({other, settings.value("name").toString(), settings.value("opened").toDateTime()});
    }
    settings.endArray();
    settings.beginWriteArray("recent", static_cast<int>(entries.size()));
    for (int i = 0; i < entries.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue("path", entries[i].path);
        settings.setValue("name", entries[i].name);
        settings.setValue("opened", entries[i].opened);
    }
    settings.endArray();
}

void StartCatalogue::openDemo() {
    openCopy(QStringLiteral("demo"), QStringLiteral("demo"));
}

void StartCatalogue::openTemplate(const QString& id) {
    for (const Shipped& entry : shipped())
        if (id == QLatin1String(entry.id))
            openCopy(QLatin1String(entry.folder), id);
}

void StartCatalogue::openWorkspace(const QString& path) {
    if (!path.isEmpty()) {
        m_open(path, false);
        return;
    }
    auto* dialog = new QFileDialog(nullptr, text(QT_TRANSLATE_NOOP("StartCatalogue", "Open workspace")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
                     [open = m_open](const QString& chosen) { open(chosen, false); });
    dialog->open();
}

ui::Message StartCatalogue::copiedMessage(const QString& folder) {
    return {"copied",
            ui::Severity::Info,
            text(QT_TRANSLATE_NOOP("StartCatalogue", "This is your own copy.")),
            text(QT_TRANSLATE_NOOP("StartCatalogue", "It lies in %1; what you change is saved there."))
                .arg(QDir::toNativeSeparators(folder)),
            {},
            {},
            {},
            0};
}

void StartCatalogue::openCopy(const QString& source, const QString& name) {
    const QString from = m_resources + QLatin1Char('/') + source;
    const QString to = freeFolder(name);
    if (!QFileInfo(from).isDir() || !copyFolder(from, to)) {
        m_fail(text(QT_TRANSLATE_NOOP("StartCatalogue", "The workspace could not be copied to %1."))
                   .arg(QDir::toNativeSeparators(to)));
        return;
    }
    m_open(to, true);
}

} // namespace wayreeve
