#include "ui/autonomy/matrix_inspector.h"

#include "ui/autonomy/matrix_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plain_label.h"

#include "documents/matrix_edit.h"

#include <QLocale>
#include <QVBoxLayout>

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
    layout->addSpacing(16);
    m_useTitle = label(layout, Type::Small, Weight::Bold, Ink::Text2);
    m_use = label(layout, Type::Body, Weight::Regular, Ink::Text1);
    layout->addSpacing(16);
    m_aboutTitle = label(layout, Type::Small, Weight::Bold, Ink::Text2);
    m_about = label(layout, Type::Body, Weight::Regular, Ink::Text1);
    layout->addSpacing(16);
    m_warning = label(layout, Type::Body, Weight::Regular, Ink::RiskMedium);
    m_putBack = new PlainButton(tr("Put back"), this);
    layout->addWidget(m_putBack, 0, Qt::AlignLeft);
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

void MatrixInspector::refresh() {
    const auto place = m_presenter.selection();
    const MatrixLine* line = place ? m_presenter.lineOf(*place) : nullptr;
    for (PlainLabel* each : {m_levels, m_sentence, m_useTitle, m_use, m_aboutTitle, m_about, m_warning})
        each->setVisible(line);
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

    const MatrixUse& use = m_presenter.use();
    const MatrixUse::Count count = m_presenter.useOf(*line, place->risk);
    m_useTitle->setText(use.run.isEmpty() ? tr("The last run") : tr("The last run, %1").arg(use.run));
    const QLocale locale;
    if (use.run.isEmpty())
        m_use->setText(tr("No run yet: nothing is known of what this cell would have done."));
    else if (place->row.empty() || !line->actions.empty())
        m_use->setText(tr("%1 decisions had these actions at this risk; %2 of them asked a person first.")
                           .arg(locale.toString(count.decided), locale.toString(count.asked)));
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
    m_warning->setText(!now ? tr("Press 1, 2 or 3 to make the cell.")
                            : tr("This loosens the rule: fewer people look before something is done."));
    m_putBack->setVisible(changed);
    // A wrapped label under a scroll area is given too little height unless it asks for it.
    for (PlainLabel* each : {m_title, m_sentence, m_use, m_about, m_warning})
        each->setMinimumHeight(each->heightForWidth(metrics::inspector - 2 * metrics::space16));
}

} // namespace wayreeve::ui
