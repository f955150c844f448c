#include "ui/insights/signals_page.h"

#include "ui/shell/command_registry.h"
#include "ui/shell/rights.h"
#include "ui/text/error_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section_header.h"

#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QTime>
#include <QUndoCommand>

#include <algorithm>

namespace wayreeve::ui {

namespace {

/// One changed weight of the draft.
class WeightCommand : public QUndoCommand {
public:
    using Stages = std::shared_ptr<const documents::StageList>;
    WeightCommand(SignalsPage& page, const QString& text, Stages before, Stages after)
        : QUndoCommand(text)
        , m_page(page)
        , m_before(std::move(before))
        , m_after(std::move(after)) {}
    void undo() override { m_page.setDraft(m_before); }
    void redo() override { m_page.setDraft(m_after); }

private:
    SignalsPage& m_page;
    Stages m_before;
    Stages m_after;
};

DataTable* table(const QString& name, const char* object, CellsModel*& model, QWidget* parent) {
    auto* table = new DataTable(name, parent);
    table->setObjectName(QLatin1String(object));
    table->setRowHeight(metrics::denseRow);
    model = new CellsModel({}, table);
    table->setModel(model);
    return table;
}

int heightOf(qsizetype rows, int most) {
    return static_cast<int>(std::min<qsizetype>(rows, most)) * metrics::denseRow + metrics::row;
}

} // namespace

SignalsPage::SignalsPage(AppContext& context, QWidget* parent)
    : InsightsPage(context, parent) {
    setContent(build());
    const QString group = tr("Signals");
    context.commands().add(this, {"insights.apply-weight", tr("Apply the proposed weight"), "A", "check", group},
                           [this] { apply(); });
    context.commands().add(this, {"insights.dismiss-weight", tr("Dismiss the proposal"), "D", "close", group},
                           [this] { dismiss(); });
    context.commands().add(this, {"insights.undo-weight", tr("Undo"), "Ctrl+Z", "undo", group},
                           [this] { m_undo.undo(); });
    context.commands().add(this, {"insights.redo-weight", tr("Redo"), "Ctrl+Shift+Z", "redo", group},
                           [this] { m_undo.redo(); });
    context.commands().add(this, {"insights.save-weights", tr("Save the stages"), "Ctrl+S", "save", group},
                           [this] { save(); });
    connect(&m_undo, &QUndoStack::indexChanged, this, [this] { showState(); });
    connect(&m_undo, &QUndoStack::cleanChanged, this, [this] {
        showState();
        Q_EMIT headingChanged();
    });
}

QWidget* SignalsPage::build() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(metrics::space20, metrics::space12, metrics::space20, metrics::space12);
    layout->setSpacing(metrics::space8);
    layout->addWidget(new SectionHeader(tr("Stages with a benchmark"),
                                        tr("of the customers found in the stage, those who moved on in time"), page));
    m_none = new PlainLabel(tr("No stage has a benchmark. Set “benchmark” in stages.yaml: the share of customers that "
                               "should move on."),
                            Type::Body, Weight::Regular, Ink::Text2, page);
    m_none->setObjectName(QStringLiteral("signalsNone"));
    m_none->setWordWrap(true);
    layout->addWidget(m_none);
    m_list = table(tr("Stages with a benchmark"), "signalsStages", m_listModel, page);
    layout->addWidget(m_list);
    m_title = new SectionHeader({}, {}, page);
    m_title->setObjectName(QStringLiteral("signalsTitle"));
    layout->addWidget(m_title);
    m_why = new PlainLabel({}, Type::Body, Weight::Regular, Ink::Text1, page);
    m_why->setObjectName(QStringLiteral("signalsWhy"));
    m_accuracy = new PlainLabel({}, Type::Small, Weight::Regular, Ink::Text2, page);
    m_accuracy->setObjectName(QStringLiteral("signalsAccuracy"));
    for (PlainLabel* label : {m_why, m_accuracy}) {
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    m_evidence = table(tr("Evidence on the stage's signals"), "signalsEvidence", m_evidenceModel, page);
    layout->addWidget(m_evidence);
    m_bar = new QWidget(page);
    auto* bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(0, 0, 0, 0);
    m_apply = new PlainButton(tr("Apply"), m_bar);
    m_dismiss = new PlainButton(tr("Dismiss"), m_bar);
    m_back = new PlainButton(tr("Undo"), m_bar);
    m_save = new FilledButton(tr("Save stages.yaml"), m_bar);
    m_state = new PlainLabel({}, Type::Small, Weight::Regular, Ink::Text2, m_bar);
    m_state->setObjectName(QStringLiteral("signalsState"));
    const std::array<std::tuple<Button*, const char*, const char*, void (SignalsPage::*)()>, 4> buttons{
        {{m_apply, "signalsApply", "A", &SignalsPage::apply},
         {m_dismiss, "signalsDismiss", "D", &SignalsPage::dismiss},
         {m_back, "signalsUndo", "Ctrl+Z", nullptr},
         {m_save, "signalsSave", "Ctrl+S", &SignalsPage::save}}};
    for (const auto& [button, object, key, run] : buttons) {
        button->setObjectName(QLatin1String(object));
        button->setKeyHint(QLatin1String(key));
        if (run)
            connect(button, &Button::clicked, this, run);
    }
    connect(m_back, &Button::clicked, &m_undo, &QUndoStack::undo);
    bar->addWidget(m_apply);
    bar->addWidget(m_dismiss);
    bar->addWidget(m_state, 1);
    bar->addWidget(m_back);
    bar->addWidget(m_save);
    layout->addWidget(m_bar);
    m_newHeader = new SectionHeader(tr("Events that foretell a loss"), {}, page);
    m_newHeader->setObjectName(QStringLiteral("signalsNewHeader"));
    layout->addWidget(m_newHeader);
    m_new = table(tr("Events that foretell a loss"), "signalsNew", m_newModel, page);
    layout->addWidget(m_new, 1);
    layout->addStretch();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showStage(); });
    return page;
}

void SignalsPage::read() {
    fetch<Found>(
        [](const std::string& folder, const std::string& run) -> Result<Found> {
            auto reweighting = session::reweighting(folder, {run, {}, {}});
            if (!reweighting)
                return reweighting.error();
            auto original = documents::readOriginal(folder, documents::Kind::Stages, "stages");
            if (!original)
                return original.error();
            const documents::LoadOutcome loaded = documents::loadWorkspace(folder);
            return Found{std::move(*reweighting), std::move(*original),
                         loaded.workspace ? loaded.workspace->stages : nullptr};
        },
        [this](Found found) {
            m_found = std::move(found.reweighting);
            if (!dirty()) { // what is not saved stays compared with the file it came from
                m_original = std::move(found.original);
                m_draft = std::move(found.stages);
                m_undo.clear();
            }
            fill();
        });
}

void SignalsPage::fill() {
    std::vector<measurement::StageProposal> listed;
    m_listed.clear();
    for (std::size_t i = 0; i < m_found.stages.size(); ++i)
        if (!m_dismissed.contains(QString::fromStdString(m_found.run.tag + "/" + m_found.stages[i].stage))) {
            m_listed.push_back(i);
            listed.push_back(m_found.stages[i]);
        }
    const TableView list = proposalList(listed, RecordWords(context().workspace()));
    m_listModel->setColumns(list.columns);
    m_listModel->setRows(list.rows);
    m_list->setColumnWidths({160, 80, 168, 136, 0});
    m_list->setFixedHeight(heightOf(list.rows.size(), 5));
    m_list->setVisible(!list.rows.isEmpty());
    m_none->setVisible(m_found.stages.empty());
    const TableView found = newSignalList(m_found.newSignals);
    QStringList losses;
    for (const std::string& loss : m_found.losses)
        losses.append(QString::fromStdString(loss));
    m_newHeader->setNote(
        m_found.newSignals.empty()
            ? tr("none before %1 that holds on customers held out").arg(losses.join(tr(" or ")))
            : tr("before %1; found on one half of the customers, confirmed on the other").arg(losses.join(tr(" or "))));
    m_newModel->setColumns(found.columns);
    m_newModel->setRows(found.rows);
    m_new->setColumnWidths({0, 168, 168, 104, 168});
    m_new->setVisible(!found.rows.isEmpty());
    if (!m_listed.empty())
        m_list->setCurrentIndex(m_listModel->index(0, 0));
    showStage();
    showContent();
}

const measurement::StageProposal* SignalsPage::current() const {
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < static_cast<int>(m_listed.size())
               ? &m_found.stages[m_listed[static_cast<std::size_t>(row)]]
               : nullptr;
}

void SignalsPage::showStage() {
    const measurement::StageProposal* stage = current();
    for (QWidget* widget : QList<QWidget*>{m_title, m_why, m_evidence, m_bar})
        widget->setVisible(stage != nullptr);
    m_accuracy->setVisible(stage && stage->accuracy);
    if (!stage)
        return;
    const ProposalView view = presentProposal(*stage, RecordWords(context().workspace()));
    m_title->setTitle(view.title);
    m_title->setNote(view.proposal);
    m_why->setText(view.why);
    m_accuracy->setText(view.accuracy);
    m_evidenceModel->setColumns(view.evidence.columns);
    m_evidenceModel->setRows(view.evidence.rows);
    m_evidence->setColumnWidths({0, 152, 152, 72, 80, 120});
    m_evidence->setFixedHeight(heightOf(view.evidence.rows.size(), 6));
    showState();
}

/// The place in the draft that a proposal changes, where it still says what the run had.
documents::WeightedSignal* SignalsPage::weighed(documents::StageList& stages,
                                                const measurement::StageProposal& proposal) const {
    const measurement::SignalEvidence& worst = proposal.signals[*proposal.worst];
    for (documents::Stage& stage : stages.stages)
        for (documents::WeightedSignal& part : stage.signals)
            if (stage.id == proposal.stage && part.signal == worst.signal && part.weight == worst.weight)
                return &part;
    return nullptr;
}

void SignalsPage::showState() {
    const measurement::StageProposal* stage = current();
    const bool proposed = stage && stage->worst;
    bool fits = false;
    if (proposed && m_draft) {
        documents::StageList copy = *m_draft;
        fits = weighed(copy, *stage) != nullptr;
    }
    m_apply->setEnabled(proposed && fits && !m_saving);
    m_dismiss->setEnabled(stage != nullptr);
    m_back->setEnabled(m_undo.canUndo() && !m_saving);
    m_save->setEnabled(dirty() && !m_saving);
    m_state->setText(dirty()            ? tr("Applied to the draft, not saved yet.")
                     : !proposed        ? tr("Nothing is proposed for this stage.")
                     : m_draft && !fits ? tr("stages.yaml no longer has the weight of the run. Simulate again.")
                                        : tr("Apply changes the draft; Save writes it."));
}

void SignalsPage::setDraft(std::shared_ptr<const documents::StageList> draft) {
    m_draft = std::move(draft);
}

void SignalsPage::apply() {
    const measurement::StageProposal* stage = current();
    if (!stage || !stage->worst || !m_draft || m_saving || !mayOrSay(context(), governance::Right::EditDocuments))
        return;
    auto next = std::make_shared<documents::StageList>(*m_draft);
    documents::WeightedSignal* part = weighed(*next, *stage);
    if (!part)
        return;
    part->weight = stage->weight;
    m_undo.push(new WeightCommand(*this, tr("Apply the proposed weight"), m_draft, std::move(next)));
}

void SignalsPage::dismiss() {
    const measurement::StageProposal* stage = current();
    if (!stage)
        return;
    m_dismissed.insert(QString::fromStdString(m_found.run.tag + "/" + stage->stage));
    fill();
}

void SignalsPage::save() {
    if (!dirty() || m_saving || !mayOrSay(context(), governance::Right::EditDocuments)) {
        Q_EMIT saved(!dirty());
        return;
    }
    m_saving = true;
    showState();
    begin();
    context().runInBackground<Result<documents::SaveOutcome>>(
        [folder = folder(), draft = m_draft, original = m_original] {
            return documents::saveDocument(folder, "stages", *draft, original);
        },
        this,
        [this, draft = m_draft](const Result<documents::SaveOutcome>& outcome) {
            m_saving = false;
            if (outcome) {
                m_original = outcome->original;
                m_undo.setClean();
                if (const auto workspace = context().workspace()) {
                    auto next = std::make_shared<documents::Workspace>(*workspace);
                    next->stages = draft;
                    context().setWorkspace(context().workspacePath(), context().workspaceName(), std::move(next));
                }
                say(tr("Saved stages.yaml. Simulate again to see what the new weight does."), false);
            } else {
                say(tr("Not saved. %1 Your changes are still here.").arg(text::errorText(outcome.error())), true);
            }
            showState();
            Q_EMIT saved(outcome.ok());
            end();
        });
}

void SignalsPage::discard() {
    while (dirty() && m_undo.canUndo())
        m_undo.undo();
}

GrabCounts SignalsPage::counts() const {
    GrabCounts counts;
    for (const DataTable* one : {m_list, m_evidence, m_new})
        counts.rows += one->isVisible() ? one->paintedItems() : 0;
    return counts;
}

QList<QWidget*> SignalsPage::panes() {
    return {m_list, m_evidence, m_new};
}

} // namespace wayreeve::ui
