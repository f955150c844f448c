#include "ui/live/sources_panel.h"

#include "ui/live/key_box.h"
#include "ui/live/live_words.h"
#include "ui/shell/app_context.h"
#include "ui/shell/confirm_dialog.h"
#include "ui/text/error_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section_header.h"

#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>
#include <filesystem>

namespace wayreeve::ui {

struct SourcesPanel::Changed {
    ingest::Sources sources;
    QString name; ///< of the one that was added
    QString key;
    QString error;
};

SourcesPanel::SourcesPanel(AppContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_table(new DataTable(tr("Sources"), this))
    , m_model(new CellsModel({{tr("Source")}, {tr("State")}, {tr("Fingerprint of its key")}}, m_table))
    , m_withdraw(new Button(Button::Kind::Danger, tr("Withdraw…")))
    , m_name(new QLineEdit)
    , m_add(new PlainButton(tr("Add")))
    , m_words(new PlainLabel({}, Type::Small, Weight::Regular, Ink::Text2))
    , m_key(new KeyBox)
    , m_example(new QPlainTextEdit) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space20, metrics::space12, metrics::space20, metrics::space12);
    column->setSpacing(metrics::space8);
    column->addWidget(new SectionHeader(tr("Sources"), tr("who may send events, each with a write key of its own")));
    m_table->setObjectName(QStringLiteral("sources"));
    m_table->setModel(m_model);
    m_table->setColumnWidths({0, 160, 200});
    m_table->setRowHeight(metrics::denseRow);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    column->addWidget(m_table);
    m_name->setObjectName(QStringLiteral("sourceName"));
    m_name->setPlaceholderText(tr("Name of a new source, like web-shop"));
    m_name->setAccessibleName(tr("Name of a new source"));
    m_name->setFixedWidth(280);
    m_add->setObjectName(QStringLiteral("sourceAdd"));
    m_add->setIconName(QStringLiteral("plus"));
    m_withdraw->setObjectName(QStringLiteral("sourceWithdraw"));
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addWidget(m_name);
    row->addWidget(m_add);
    row->addStretch(1);
    row->addWidget(m_withdraw);
    column->addLayout(row);
    m_words->setObjectName(QStringLiteral("sourceWords"));
    m_words->setWordWrap(true);
    column->addWidget(m_words);
    column->addWidget(m_key);
    column->addSpacing(metrics::space8);
    column->addWidget(new SectionHeader(tr("A first event"), tr("to try it from a terminal on this computer")));
    m_example->setObjectName(QStringLiteral("sendExample"));
    m_example->setAccessibleName(tr("Example of sending an event"));
    m_example->setReadOnly(true);
    m_example->setTabChangesFocus(true);
    m_example->setFont(uiFont(Type::Code));
    m_example->setFixedHeight(2 * lineHeight(Type::Code) + metrics::space24);
    column->addWidget(m_example);
    column->addStretch(1);
    connect(m_add, &QAbstractButton::clicked, this, &SourcesPanel::add);
    connect(m_name, &QLineEdit::returnPressed, this, &SourcesPanel::add);
    connect(m_withdraw, &QAbstractButton::clicked, this, &SourcesPanel::withdraw);
    connect(m_key, &KeyBox::put, this, [this] {
        showExample();
        m_name->setFocus();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { m_withdraw->setEnabled(current.isValid()); });
    take({}, false);
    m_add->setEnabled(false);
}

void SourcesPanel::setAddress(const QString& address) {
    m_address = address;
    showExample();
}

void SourcesPanel::showExample() {
    if (const QString text = sendExample(m_address, m_key->key()); m_example->toPlainText() != text)
        m_example->setPlainText(text);
}

void SourcesPanel::refresh() {
    if (m_context.workspace())
        change({}, {});
    else
        take({}, false);
}

void SourcesPanel::add() {
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        m_words->setText(tr("Give the source a name first: small letters, digits and hyphens."));
        m_name->setFocus();
        return;
    }
    if (m_add->isEnabled())
        change(name, {});
}

void SourcesPanel::withdraw() {
    const QString name = m_model->data(m_table->currentIndex().siblingAtColumn(0), CellsModel::dataRole).toString();
    if (name.isEmpty())
        return;
    auto* ask = new ConfirmDialog(tr("Withdraw “%1”?").arg(name),
                                  tr("What comes with its write key is refused from now on. Its key cannot be brought "
                                     "back; a new source of this name gets another one."),
                                  tr("Withdraw"), this);
    ask->setAttribute(Qt::WA_DeleteOnClose);
    connect(ask, &QDialog::accepted, this, [this, name] { change({}, name); });
    ask->open();
}

void SourcesPanel::change(const QString& added, const QString& removed) {
    const quint64 revision = ++m_revision;
    const bool edits = !added.isEmpty() || !removed.isEmpty();
    ++m_busy;
    m_add->setEnabled(!edits);
    const std::filesystem::path folder(m_context.workspacePath().toStdString());
    m_context.runInBackground<Changed>(
        [folder, added, removed, edits] {
            Changed changed;
            const auto fail = [&changed](const Error& error) { changed.error = text::errorText(error); };
            const auto file = session::sourcesFile(folder);
            auto sources = ingest::Sources::load(file);
            if (!sources) {
                fail(sources.error());
                return changed;
            }
            changed.sources = *sources;
            if (!added.isEmpty()) {
                auto key = sources->add(added.toStdString());
                if (!key) {
                    fail(key.error());
                    return changed;
                }
                changed.key = QString::fromStdString(*key);
                changed.name = added;
            }
            if (!removed.isEmpty())
                (void)sources->remove(removed.toStdString()); // gone already is as good
            if (!edits)
                return changed;
            std::error_code failed;
            std::filesystem::create_directories(file.parent_path(), failed);
            if (auto saved = sources->save(file); !saved) {
                changed.key.clear();
                fail(saved.error());
            } else {
                changed.sources = *sources;
            }
            return changed;
        },
        this,
        [this, revision, edits, removed](const Changed& changed) {
            if (edits || revision == m_revision)
                take(changed, edits);
            if (!removed.isEmpty() && changed.error.isEmpty())
                m_words->setText(tr("“%1” may not send any more.").arg(removed));
            m_add->setEnabled(true);
            if (--m_busy == 0)
                Q_EMIT becameSettled();
        });
}

void SourcesPanel::take(const Changed& changed, bool edits) {
    const QString kept = m_model->data(m_table->currentIndex().siblingAtColumn(0), CellsModel::dataRole).toString();
    m_model->setRows(sourceRows(changed.sources));
    m_table->setFixedHeight(metrics::row + std::clamp(m_model->rowCount(), 1, 10) * metrics::denseRow + 2);
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->rows()[row][0].data.toString() == kept)
            m_table->setCurrentIndex(m_model->index(row, 0));
    m_withdraw->setEnabled(m_table->currentIndex().isValid());
    if (!changed.key.isEmpty()) {
        m_key->setKey(changed.name, changed.key);
        m_name->clear();
    }
    const QString usual = changed.sources.all().empty()
                              ? tr("Nobody may send yet. Add a source, or start: then one called “default” is made.")
                              : tr("Only the fingerprint of a key is kept. Whoever lost a key needs a new source.");
    if (!changed.error.isEmpty())
        m_words->setText(changed.error);
    else if (edits || m_words->text() == m_usual) // what was said about the last change stays
        m_words->setText(usual);
    m_usual = usual;
    showExample();
}

} // namespace wayreeve::ui
