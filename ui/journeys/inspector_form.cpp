#include "ui/journeys/inspector_form.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/section_header.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace wayreeve::ui {

namespace {

/// A text field that commits when it is left; Tab leaves it.
class CommittingEdit : public QPlainTextEdit {
public:
    explicit CommittingEdit(InspectorForm::Commit commit)
        : m_commit(std::move(commit)) {
        setTabChangesFocus(true);
    }
    void begin(const QString& text) {
        setPlainText(text);
        m_before = text;
    }
    void commit() {
        if (toPlainText() == m_before)
            return;
        m_before = toPlainText();
        m_commit(m_before);
    }

protected:
    void focusOutEvent(QFocusEvent* event) override {
        QPlainTextEdit::focusOutEvent(event);
        commit();
    }
    void keyPressEvent(QKeyEvent* event) override {
        const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (enter && event->modifiers() & Qt::ControlModifier)
            commit();
        else
            QPlainTextEdit::keyPressEvent(event);
    }

private:
    InspectorForm::Commit m_commit;
    QString m_before;
};

} // namespace

InspectorForm::InspectorForm(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(metrics::space16, metrics::space12, metrics::space16, metrics::space16);
    m_column->setSpacing(metrics::space4);
    setMinimumWidth(1); // there is no scrolling sideways: parts give way instead of being cut
}

void InspectorForm::heading(const QString& iconName, Ink ink, const QString& kind, const QString& name,
                            const QString& under) {
    auto* line = new QHBoxLayout;
    line->setSpacing(metrics::space8);
    line->addWidget(new IconLabel(iconName, ink));
    line->addWidget(new PlainLabel(kind, Type::Small, Weight::Regular, Ink::Text2), 1);
    m_column->addLayout(line);
    auto* title = new PlainLabel(name, Type::Title, Weight::Bold);
    title->setWordWrap(true);
    m_column->addWidget(title);
    if (!under.isEmpty()) {
        auto* more = new PlainLabel(under, Type::Body, Weight::Regular, Ink::Text2);
        more->setWordWrap(true);
        m_column->addWidget(more);
    }
}

void InspectorForm::section(const QString& title) {
    m_column->addSpacing(metrics::space8);
    m_column->addWidget(new Hairline);
    m_column->addSpacing(metrics::space4);
    m_column->addWidget(new PlainLabel(title, Type::Small, Weight::Bold));
}

void InspectorForm::marks(const QString& levelIcon, const QString& level, const QString& riskIcon, Ink riskInk,
                          const QString& risk, const QString& sentence) {
    auto* line = new QHBoxLayout;
    line->setSpacing(metrics::space8);
    line->addWidget(new IconLabel(levelIcon, Ink::Text1));
    line->addWidget(new PlainLabel(level, Type::Body, Weight::Bold), 1);
    line->addWidget(new IconLabel(riskIcon, riskInk));
    line->addWidget(new PlainLabel(risk, Type::Body, Weight::Bold, riskInk));
    m_column->addLayout(line);
    auto* words = new PlainLabel(sentence, Type::Small, Weight::Regular, Ink::Text2);
    words->setWordWrap(true);
    m_column->addWidget(words);
}

void InspectorForm::note(const QString& iconName, Ink ink, const QString& text) {
    auto* line = new QHBoxLayout;
    line->setSpacing(metrics::space8);
    auto* glyph = new QVBoxLayout; // in the middle of the first line, which is 20 high
    glyph->addSpacing(2);
    glyph->addWidget(new IconLabel(iconName, ink));
    glyph->addStretch(1);
    line->addLayout(glyph);
    auto* words = new PlainLabel(text, Type::Body);
    words->setWordWrap(true);
    line->addWidget(words, 1);
    m_column->addLayout(line);
}

PlainLabel* InspectorForm::labelFor(const QString& label) {
    m_column->addSpacing(metrics::space4);
    auto* above = new PlainLabel(label, Type::Small, Weight::Regular, Ink::Text2);
    above->setWordWrap(true); // it may carry a condition or a sentence of the map
    m_column->addWidget(above);
    return above;
}

PlainLabel* InspectorForm::errorLine(QWidget* field) {
    auto* error = new PlainLabel({}, Type::Small, Weight::Regular, Ink::RiskHigh);
    error->setObjectName(field->objectName() + QStringLiteral("Error"));
    error->setWordWrap(true);
    error->hide();
    m_column->addWidget(error);
    return error;
}

QLineEdit* InspectorForm::line(const QString& name, const QString& label, const QString& value, Commit commit,
                               Check check) {
    auto* above = labelFor(label);
    auto* field = new QLineEdit(value);
    field->setObjectName(name);
    field->setAccessibleName(label);
    field->setCursorPosition(0);
    above->setBuddy(field);
    m_column->addWidget(field);
    if (check) {
        auto* error = errorLine(field);
        const auto show = [error, check](const QString& text) {
            error->setText(check(text));
            error->setVisible(!error->text().isEmpty());
        };
        connect(field, &QLineEdit::textChanged, error, show);
        show(value);
    }
    connect(field, &QLineEdit::editingFinished, this, [field, value, commit = std::move(commit), check] {
        if (field->text() != value && field->isModified() && (!check || check(field->text()).isEmpty())) {
            field->setModified(false);
            commit(field->text());
        }
    });
    return field;
}

QPlainTextEdit* InspectorForm::text(const QString& name, const QString& label, const QString& value, Type type,
                                    Commit commit, Check check) {
    auto* above = labelFor(label);
    auto* field = new CommittingEdit(std::move(commit));
    field->setObjectName(name);
    field->setAccessibleName(label);
    field->setFont(uiFont(type));
    field->begin(value);
    field->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    const int lines =
        std::clamp(static_cast<int>(value.size()) / 34 + static_cast<int>(value.count(QLatin1Char('\n'))) + 1, 2, 5);
    field->setFixedHeight(lines * lineHeight(type) + 16);
    above->setBuddy(field);
    m_column->addWidget(field);
    if (check) {
        auto* error = errorLine(field);
        const auto show = [error, check, field] {
            error->setText(check(field->toPlainText()));
            error->setVisible(!error->text().isEmpty());
        };
        connect(field, &QPlainTextEdit::textChanged, error, show);
        show();
    }
    return field;
}

QPlainTextEdit* InspectorForm::feel(const QString& name, const QString& label, const QString& value, Commit commit,
                                    Check check) {
    return text(name, label, value, Type::Code, std::move(commit), std::move(check));
}

QPlainTextEdit* InspectorForm::list(const QString& name, const QString& label, const QString& value, Commit commit) {
    return text(name, label, value, Type::Body, std::move(commit), {});
}

QComboBox* InspectorForm::choice(const QString& name, const QString& label, const QList<Choice>& choices,
                                 const QString& current, Commit commit) {
    auto* above = labelFor(label);
    auto* field = new QComboBox;
    field->setObjectName(name);
    field->setAccessibleName(label);
    above->setBuddy(field);
    bool known = false;
    for (const Choice& choice : choices) {
        if (choice.icon.isEmpty())
            field->addItem(choice.text, choice.id);
        else
            field->addItem(icon(choice.icon), choice.text, choice.id);
        known = known || choice.id == current;
    }
    if (!known) // an id that leads nowhere is shown, not hidden
        field->addItem(icon(QStringLiteral("warning"), Ink::RiskMedium), current, current);
    field->setCurrentIndex(field->findData(current));
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field->setMinimumContentsLength(12);
    field->installEventFilter(this);
    field->setFocusPolicy(Qt::StrongFocus);
    m_column->addWidget(field);
    connect(field, &QComboBox::activated, this,
            [field, commit = std::move(commit)](int index) { commit(field->itemData(index).toString()); });
    return field;
}

void InspectorForm::link(const QString& text, std::function<void()> run) {
    const int room = metrics::inspector - 2 * metrics::space16 - metrics::space24;
    const QString shown = QFontMetrics(uiFont(Type::Body, Weight::Bold)).elidedText(text, Qt::ElideRight, room);
    auto* button = new LinkButton(shown);
    button->setAccessibleName(text);
    if (shown != text)
        button->setToolTip(text.toHtmlEscaped());
    m_column->addWidget(button, 0, Qt::AlignLeft);
    connect(button, &Button::clicked, this, std::move(run));
}

void InspectorForm::finish() {
    m_column->addStretch(1);
}

/// The wheel scrolls the inspector; it does not change a closed list by the way.
bool InspectorForm::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace wayreeve::ui
