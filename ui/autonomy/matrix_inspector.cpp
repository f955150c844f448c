#include "ui/autonomy/matrix_inspector.h"

#include "ui/autonomy/matrix_words.h"
#include "ui/shell/record_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plain_label.h"

#include "documents/matrix_edit.h"

#include <QComboBox>
#include <QEvent>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <set>

namespace wayreeve::ui {

namespace {

PlainLabel* label(QVBoxLayout* layout, Type type, Weight weight, Ink ink) {
    auto* made = new PlainLabel({}, type, weight, ink);
    made->setWordWrap(true);
    layout->addWidget(made);
    return made;
}

QString levelWord(const MatrixPresenter::Cell& cell) {
    return autonomy::cellWords(cell).title;
}

} // namespace

MatrixInspector::MatrixInspector(MatrixPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter) {
    setAccessibleName(tr("The selected cell"));
    setFixedWidth(metrics::inspector);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(4);
    m_kind = label(layout, Type::Small, Weight::Regular, Ink::Text2);
    m_title = label(layout, Type::Title, Weight::Bold, Ink::Text1);
    m_levels = label(layout, Type::Body, Weight::Bold, Ink::Text1);
    m_sentence = label(layout, Type::Body, Weight::Regular, Ink::Text1);
    layout->addSpacing(8);
    m_warning = label(layout, Type::Body, Weight::Regular, Ink::RiskMedium);
    makeFields(layout);
    m_putBack = new PlainButton(tr("Put back"), this);
    m_putBack->setObjectName(QStringLiteral("putBackCell"));
    layout->addWidget(m_putBack, 0, Qt::AlignLeft);
    layout->addSpacing(16);
    m_useTitle = label(layout, Type::Small, Weight::Bold, Ink::Text2);
    m_use = label(layout, Type::Body, Weight::Regular, Ink::Text1);
    layout->addSpacing(16);
    m_aboutTitle = label(layout, Type::Small, Weight::Bold, Ink::Text2);
    m_about = label(layout, Type::Body, Weight::Regular, Ink::Text1);
    layout->addStretch(1);
    connect(m_putBack, &QPushButton::clicked, this, [this] {
        if (const auto place = m_presenter.selection())
            m_presenter.setCell(*place, m_presenter.savedCell(*place), tr("Put back"));
    });
    connect(&presenter, &MatrixPresenter::selectionChanged, this, &MatrixInspector::refresh);
    connect(&presenter, &MatrixPresenter::matrixChanged, this, &MatrixInspector::refresh);
    connect(&presenter, &MatrixPresenter::linesChanged, this, &MatrixInspector::refresh);
    refresh();
}

/// Built once; shows and changes the selected cell. A field says what it is by the label above it.
QComboBox* MatrixInspector::addField(QVBoxLayout* layout, const char* name, const QString& label, const QString& step,
                                     Change change) {
    layout->addWidget(new PlainLabel(label, Type::Small, Weight::Regular, Ink::Text2));
    auto* field = new QComboBox;
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(label);
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field->setFocusPolicy(Qt::StrongFocus);
    field->installEventFilter(this);
    layout->addWidget(field);
    layout->addSpacing(4);
    if (!change)
        return field;
    connect(field, &QComboBox::activated, this, [this, field, step, change = std::move(change)] {
        const auto place = m_presenter.selection();
        if (!place)
            return;
        documents::AutonomyCell cell = m_presenter.cell(*place).value_or(documents::AutonomyCell{});
        change(cell, field->currentData());
        m_presenter.setCell(*place, cell, step);
    });
    return field;
}

void MatrixInspector::makeFields(QVBoxLayout* layout) {
    m_fields = new QWidget;
    auto* column = new QVBoxLayout(m_fields);
    column->setContentsMargins(0, 8, 0, 8);
    column->setSpacing(2);
    m_level = addField(column, "cellLevel", tr("Freedom"), tr("Change the level"), {});
    // A level brings its usual sample along, as its key does.
    connect(m_level, &QComboBox::activated, this, [this] {
        if (const auto place = m_presenter.selection())
            m_presenter.setLevel(*place, static_cast<documents::AutonomyLevel>(m_level->currentData().toInt()));
    });
    m_people = addField(column, "cellPeople", tr("Who agrees, where a person is asked"), tr("Change who agrees"),
                        [](documents::AutonomyCell& cell, const QVariant& value) {
                            cell.approval = static_cast<documents::Approval>(value.toInt());
                        });
    m_time = addField(
        column, "cellTime", tr("Time to answer"), tr("Change the time to answer"),
        [](documents::AutonomyCell& cell, const QVariant& value) { cell.sla = Duration::minutes(value.toLongLong()); });
    m_expiry = addField(column, "cellExpiry", tr("If nobody answers"), tr("Change what happens without an answer"),
                        [](documents::AutonomyCell& cell, const QVariant& value) {
                            cell.onExpiry = static_cast<documents::SafeDefault>(value.toInt());
                        });
    m_sample = addField(column, "cellSample", tr("Looked at afterwards"), tr("Change how much is looked at"),
                        [](documents::AutonomyCell& cell, const QVariant& value) { cell.sample = value.toDouble(); });
    for (int level = 0; level < 3; ++level) {
        const MarkLook mark = look(static_cast<LevelMark>(level));
        m_level->addItem(icon(mark.icon, Ink::Text2), mark.text, level);
    }
    m_people->addItem(tr("One person"), static_cast<int>(documents::Approval::OnePerson));
    m_people->addItem(tr("Two different people"), static_cast<int>(documents::Approval::FourEyes));
    m_expiry->addItem(tr("Nothing is done"), static_cast<int>(documents::SafeDefault::Nothing));
    m_expiry->addItem(tr("The baseline acts"), static_cast<int>(documents::SafeDefault::Baseline));
    m_expiry->addItem(tr("A person takes over"), static_cast<int>(documents::SafeDefault::Handoff));
    layout->addWidget(m_fields);
}

void MatrixInspector::showFields(const MatrixPresenter::Cell& cell) {
    const documents::AutonomyCell shown = cell.value_or(documents::AutonomyCell{});
    m_level->setCurrentIndex(cell ? m_level->findData(static_cast<int>(shown.level)) : -1);
    for (QComboBox* field : {m_people, m_time, m_expiry, m_sample})
        field->setEnabled(cell.has_value());
    m_people->setCurrentIndex(m_people->findData(static_cast<int>(shown.approval)));
    m_expiry->setCurrentIndex(m_expiry->findData(static_cast<int>(shown.onExpiry)));
    // The usual values, and the cell's own where it is another.
    std::set<qint64> times{15, 30, 60, 120, 240, 480, 1440, 2880};
    const qint64 own = shown.sla.ms / 60'000;
    times.insert(own);
    m_time->clear();
    for (const qint64 minutes : times)
        m_time->addItem(autonomy::lengthText(Duration::minutes(minutes)), minutes);
    m_time->setCurrentIndex(m_time->findData(own));
    std::set<double> samples{0, 0.01, 0.05, 0.1, 0.25, 0.5, 1};
    samples.insert(shown.sample);
    m_sample->clear();
    for (const double sample : samples)
        m_sample->addItem(sample > 0 ? autonomy::shareText(sample) : tr("Nothing"), sample);
    m_sample->setCurrentIndex(static_cast<int>(std::distance(samples.begin(), samples.find(shown.sample))));
}

/// Which exceptions asked, the most frequent first; several may have asked at once.
QString MatrixInspector::exceptionsText(const MatrixUse::Count& count, const QLocale& locale) const {
    std::vector<std::pair<std::string, quint64>> order(count.exceptions.begin(), count.exceptions.end());
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    const RecordWords words(m_presenter.workspace());
    QStringList parts;
    for (const auto& [id, times] : order)
        parts.append(tr("%1: %2").arg(words.condition(id), locale.toString(times)));
    return parts.isEmpty() ? QString() : QLatin1Char('\n') + tr("By exception: %1.").arg(parts.join(tr(", ")));
}

/// The wheel scrolls the inspector; it changes no field that the pointer happens to stand over.
bool MatrixInspector::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void MatrixInspector::refresh() {
    const auto place = m_presenter.selection();
    const MatrixLine* line = place ? m_presenter.lineOf(*place) : nullptr;
    for (PlainLabel* each : {m_levels, m_sentence, m_useTitle, m_use, m_aboutTitle, m_about, m_warning})
        each->setVisible(line);
    m_fields->setVisible(line);
    m_putBack->setVisible(line && m_presenter.changed(*place));
    if (!line) {
        m_kind->setText({});
        m_title->setText(tr("No cell selected"));
        return;
    }
    const auto now = m_presenter.cell(*place);
    const auto before = m_presenter.savedCell(*place);
    const bool changed = now != before;
    const QString name =
        line->kind == MatrixLine::Kind::Default ? tr("%1, %2").arg(line->title, line->undo.toLower()) : line->title;
    const QString risk = look(static_cast<RiskMark>(place->risk)).text.toLower();
    m_kind->setText(changed ? tr("Changed cell") : !now ? tr("Missing cell") : tr("Cell"));
    m_title->setText(tr("%1, %2 risk").arg(name, risk));
    m_levels->setText(changed && levelWord(before) != levelWord(now)
                          ? tr("%1 → %2").arg(levelWord(before), levelWord(now))
                          : levelWord(now));
    m_sentence->setText(autonomy::cellSentence(now));
    showFields(now);

    const MatrixUse& use = m_presenter.use();
    const MatrixUse::Count count = m_presenter.useOf(*line, place->risk);
    m_useTitle->setText(use.run.isEmpty() ? tr("The last run") : tr("The last run, %1").arg(use.run));
    const QLocale locale;
    if (use.run.isEmpty())
        m_use->setText(tr("No run yet: nothing is known of what this cell would have done."));
    else if (place->row.empty() || !line->actions.empty())
        m_use->setText(tr("%1 decisions had these actions at this risk; %2 of them asked a person first.")
                           .arg(locale.toString(count.decided), locale.toString(count.asked)) +
                       exceptionsText(count, locale));
    else
        m_use->setText(tr("Runs do not count by condition."));
    QStringList names;
    for (const std::string& id : line->actions)
        if (const auto* action = m_presenter.workspace()->actions->find(id))
            names.append(QString::fromStdString(action->name.empty() ? id : action->name));
    m_aboutTitle->setText(tr("What it is about"));
    QString about = names.join(tr(", "));
    if (names.isEmpty() && m_presenter.matrix())
        for (const auto& row : m_presenter.matrix()->rows)
            if (row.id == place->row)
                about = row.when.empty()
                            ? tr("No action of the catalogue has the tag %1.").arg(QString::fromStdString(row.tag))
                            : tr("Every action while %1").arg(QString::fromStdString(row.when));
    m_about->setText(about.isEmpty() ? tr("Every action has a row of its own.") : about);

    const bool loosens = changed && documents::isStricter(before, now);
    m_warning->setVisible(loosens || !now);
    m_warning->setText(!now ? tr("Choose its freedom to make the cell, or press 1, 2 or 3.")
                            : tr("This loosens the rule: fewer people look before something is done."));
    m_putBack->setVisible(changed);
    // A wrapped label under a scroll area is given too little height unless it asks for it.
    for (PlainLabel* each : {m_title, m_sentence, m_use, m_about, m_warning})
        each->setMinimumHeight(each->heightForWidth(metrics::inspector - 2 * metrics::space16));
}

} // namespace wayreeve::ui
