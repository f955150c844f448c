#include "ui/autonomy/matrix_presenter.h"

#include "ui/autonomy/matrix_words.h"

#include "documents/matrix_edit.h"

#include <QUndoCommand>

#include <algorithm>
#include <array>
#include <set>

namespace wayreeve::ui {

using documents::AutonomyCell;
using documents::AutonomyLevel;
using documents::AutonomyRow;
using documents::Reversibility;
using documents::Risk;

namespace {

constexpr std::array risks{Risk::Low, Risk::Medium, Risk::High};
constexpr std::array undos{Reversibility::Reversible, Reversibility::Costly, Reversibility::Irreversible};

double usualSample(AutonomyLevel level) {
    return level == AutonomyLevel::Autonomous ? 0.01 : level == AutonomyLevel::Supervised ? 0.10 : 0.0;
}

QString readable(const std::string& id) {
    QString text = QString::fromStdString(id)
                       .replace(QLatin1Char('_'), QLatin1Char(' '))
                       .replace(QLatin1Char('-'), QLatin1Char(' '));
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

MatrixPresenter::Cell cellIn(const documents::AutonomyMatrix& matrix, const MatrixPlace& place) {
    const auto risk = static_cast<std::size_t>(place.risk);
    if (place.row.empty())
        return matrix.grid[risk][static_cast<std::size_t>(place.reversibility)];
    for (const AutonomyRow& row : matrix.rows)
        if (row.id == place.row)
            return row.cells[risk];
    return std::nullopt;
}

bool hasTag(const documents::Action& action, const std::string& tag) {
    return std::find(action.tags.begin(), action.tags.end(), tag) != action.tags.end();
}

bool matches(const AutonomyRow& row, const documents::Action& action) {
    return !row.action.empty() ? row.action == action.id : !row.tag.empty() && hasTag(action, row.tag);
}

} // namespace

class MatrixPresenter::Step : public QUndoCommand {
public:
    Step(MatrixPresenter& presenter, MatrixPointer next, MatrixPlace place, const QString& text)
        : QUndoCommand(text)
        , m_presenter(presenter)
        , m_before(presenter.m_matrix)
        , m_after(std::move(next))
        , m_place(std::move(place)) {}
    void redo() override { go(m_after); }
    void undo() override { go(m_before); }

private:
    void go(const MatrixPointer& matrix) {
        m_presenter.show(matrix);
        m_presenter.select(m_place);
    }
    MatrixPresenter& m_presenter;
    MatrixPointer m_before;
    MatrixPointer m_after;
    MatrixPlace m_place;
};

MatrixPresenter::MatrixPresenter(QObject* parent)
    : QObject(parent) {}

void MatrixPresenter::open(WorkspacePointer workspace, MatrixPointer matrix) {
    m_stack.clear();
    m_workspace = std::move(workspace);
    m_matrix = matrix || !m_workspace ? std::move(matrix) : m_workspace->autonomy;
    m_saved = m_matrix;
    m_selection.reset();
    layLines();
    Q_EMIT linesChanged();
    Q_EMIT matrixChanged();
    Q_EMIT selectionChanged();
}

void MatrixPresenter::setWorkspace(WorkspacePointer workspace) {
    m_workspace = std::move(workspace);
    layLines();
    Q_EMIT linesChanged();
}

bool MatrixPresenter::dirty() const {
    return m_matrix && m_matrix != m_saved && *m_matrix != *m_saved;
}

void MatrixPresenter::markSaved(MatrixPointer saved) {
    m_saved = std::move(saved);
    Q_EMIT matrixChanged();
}

void MatrixPresenter::show(MatrixPointer matrix) {
    m_matrix = std::move(matrix);
    Q_EMIT matrixChanged();
}

MatrixPlace MatrixPresenter::placeOf(const MatrixLine& line, Risk risk) {
    return line.kind == MatrixLine::Kind::Own ? MatrixPlace{line.row, Reversibility::Reversible, risk}
                                              : MatrixPlace{{}, line.reversibility, risk};
}

MatrixPresenter::Cell MatrixPresenter::cell(const MatrixPlace& place) const {
    return m_matrix ? cellIn(*m_matrix, place) : std::nullopt;
}

MatrixPresenter::Cell MatrixPresenter::savedCell(const MatrixPlace& place) const {
    return m_saved ? cellIn(*m_saved, place) : std::nullopt;
}

std::vector<MatrixPlace> MatrixPresenter::gaps() const {
    if (!m_matrix)
        return {};
    std::vector<MatrixPlace> found = documents::openCells(*m_matrix);
    const auto line = [this](const MatrixPlace& place) { return lineOf(place); };
    std::stable_sort(found.begin(), found.end(),
                     [&line](const MatrixPlace& a, const MatrixPlace& b) { return line(a) < line(b); });
    return found;
}

bool MatrixPresenter::setLevel(const MatrixPlace& place, AutonomyLevel level) {
    const Cell before = cell(place);
    AutonomyCell next = before.value_or(AutonomyCell{});
    if (!before || next.sample == usualSample(next.level) || next.sample == 0)
        next.sample = usualSample(level);
    next.level = level;
    return setCell(place, next, tr("Change the level"));
}

bool MatrixPresenter::cycleApproval(const MatrixPlace& place) {
    AutonomyCell next = cell(place).value_or(AutonomyCell{});
    next.approval = next.approval == documents::Approval::OnePerson ? documents::Approval::FourEyes
                                                                    : documents::Approval::OnePerson;
    return setCell(place, next, tr("Change who agrees"));
}

bool MatrixPresenter::setCell(const MatrixPlace& place, Cell next, const QString& text) {
    if (!m_matrix || cell(place) == next)
        return false;
    auto edited = place.row.empty() ? documents::setCell(*m_matrix, place.risk, place.reversibility, std::move(next))
                                    : documents::setRowCell(*m_matrix, place.row, place.risk, std::move(next));
    if (!edited)
        return false;
    if (m_guard && !m_guard()) {
        Q_EMIT matrixChanged(); // fields show again what holds
        return false;
    }
    m_stack.push(
        new Step(*this, std::make_shared<const documents::AutonomyMatrix>(std::move(edited).value()), place, text));
    return true;
}

void MatrixPresenter::select(std::optional<MatrixPlace> place) {
    if (place == m_selection)
        return;
    m_selection = std::move(place);
    Q_EMIT selectionChanged();
}

void MatrixPresenter::setUse(MatrixUse use) {
    m_use = std::move(use);
    Q_EMIT matrixChanged();
}

MatrixUse::Count MatrixPresenter::useOf(const MatrixLine& line, std::optional<Risk> risk) const {
    MatrixUse::Count sum;
    for (const std::string& action : line.actions)
        for (const Risk each : risks) {
            const auto at = m_use.counts.find({action, each});
            if ((risk && *risk != each) || at == m_use.counts.end())
                continue;
            sum.decided += at->second.decided;
            sum.asked += at->second.asked;
            for (const auto& [exception, times] : at->second.exceptions)
                sum.exceptions[exception] += times;
        }
    return sum;
}

const MatrixLine* MatrixPresenter::lineOf(const MatrixPlace& place) const {
    for (const MatrixLine& line : m_lines)
        if (line.kind != MatrixLine::Kind::Group && placeOf(line, place.risk) == place)
            return &line;
    return nullptr;
}

MatrixLine MatrixPresenter::lineOf(const AutonomyRow& row) const {
    MatrixLine line;
    line.kind = MatrixLine::Kind::Own;
    line.row = row.id;
    line.title = readable(row.action.empty() ? row.tag : row.action);
    line.icon = QStringLiteral("tag");
    line.undo = tr("Any");
    if (!row.when.empty()) {
        line.icon = QStringLiteral("branch");
        line.title = readable(row.id);
        return line;
    }
    std::set<Reversibility> undoable;
    std::set<documents::Channel> channels;
    if (m_workspace && m_workspace->actions)
        for (const documents::Action& action : m_workspace->actions->actions) {
            if (!matches(row, action))
                continue;
            line.actions.push_back(action.id);
            undoable.insert(action.reversibility);
            channels.insert(action.channel);
            if (!row.action.empty())
                line.title = QString::fromStdString(action.name.empty() ? action.id : action.name);
        }
    if (!undoable.empty())
        line.undo = undoable.size() == 1 ? autonomy::undoText(*undoable.begin()) : tr("Mixed");
    if (channels.size() == 1 && *channels.begin() != documents::Channel::None) {
        const std::string_view channel = documents::nameOf(*channels.begin());
        line.icon = look(channelFromId(QString::fromUtf8(channel.data(), static_cast<qsizetype>(channel.size())))).icon;
    }
    return line;
}

void MatrixPresenter::layLines() {
    m_lines.clear();
    if (!m_matrix)
        return;
    enum Group { Marketing, Service, Operation, Mixed, Conditions, Unused, Count };
    std::array<QList<MatrixLine>, Count> groups;
    for (const AutonomyRow& row : m_matrix->rows) {
        MatrixLine line = lineOf(row);
        std::set<documents::Slot> kinds;
        if (m_workspace && m_workspace->actions)
            for (const std::string& id : line.actions)
                kinds.insert(m_workspace->actions->find(id)->slot);
        const Group group = !row.when.empty()  ? Conditions
                            : kinds.empty()    ? Unused
                            : kinds.size() > 1 ? Mixed
                                               : static_cast<Group>(*kinds.begin());
        groups[group].append(std::move(line));
    }
    const auto heading = [](const QString& title) {
        MatrixLine line;
        line.title = title;
        return line;
    };
    m_lines.append(heading(tr("Default grid, used where an action has no row of its own")));
    for (const Reversibility undo : undos) {
        MatrixLine line;
        line.kind = MatrixLine::Kind::Default;
        line.title = tr("Any action");
        line.undo = autonomy::undoText(undo);
        line.reversibility = undo;
        if (m_workspace && m_workspace->actions)
            for (const documents::Action& action : m_workspace->actions->actions)
                if (action.reversibility == undo &&
                    std::none_of(m_matrix->rows.begin(), m_matrix->rows.end(),
                                 [&action](const AutonomyRow& row) { return matches(row, action); }))
                    line.actions.push_back(action.id);
        m_lines.append(std::move(line));
    }
    const std::array<QString, Count> titles{tr("Marketing"),     tr("Service"),    tr("Operations"),
                                            tr("Several kinds"), tr("Conditions"), tr("No action has this yet")};
    for (std::size_t group = 0; group < Count; ++group)
        if (!groups[group].isEmpty()) {
            m_lines.append(heading(titles[group]));
            m_lines.append(groups[group]);
        }
}

} // namespace wayreeve::ui
