#include "ui/live/key_box.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plain_label.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>

namespace wayreeve::ui {

KeyBox::KeyBox(QWidget* parent)
    : QWidget(parent)
    , m_words(new PlainLabel({}, Type::Body, Weight::Bold))
    , m_key(new QLineEdit)
    , m_copy(new PlainButton(tr("Copy"))) {
    setObjectName(QStringLiteral("keyBox"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space12, metrics::space12, metrics::space12, metrics::space12);
    column->setSpacing(metrics::space8);
    m_words->setWordWrap(true);
    column->addWidget(m_words);
    m_key->setObjectName(QStringLiteral("newKey"));
    m_key->setReadOnly(true);
    m_key->setFont(uiFont(Type::Code));
    m_key->setAccessibleName(tr("Write key"));
    m_copy->setObjectName(QStringLiteral("copyKey"));
    m_copy->setIconName(QStringLiteral("copy"));
    auto* done = new PlainButton(tr("I have kept it"));
    done->setObjectName(QStringLiteral("keepKey"));
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addWidget(m_key, 1);
    row->addWidget(m_copy);
    row->addWidget(done);
    column->addLayout(row);
    connect(m_copy, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_key->text());
        m_copy->setText(tr("Copied"));
    });
    connect(done, &QAbstractButton::clicked, this, [this] {
        setKey({}, {});
        Q_EMIT put();
    });
    hide();
}

void KeyBox::setKey(const QString& source, const QString& key) {
    m_words->setText(
        tr("Write key of the source “%1”. It is shown only now: copy it to where events come from.").arg(source));
    m_key->setText(key);
    m_key->setCursorPosition(0);
    m_copy->setText(tr("Copy"));
    setVisible(!key.isEmpty());
}

QString KeyBox::key() const {
    return m_key->text();
}

void KeyBox::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    CardState state;
    state.edge = Ink::Accent;
    paintCard(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), state, Ink::Tint);
}

} // namespace wayreeve::ui
