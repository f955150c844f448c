#include "ui/approvals/handoff_box.h"

#include "ui/approvals/card_parts.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section_header.h"

#include <QVBoxLayout>

namespace wayreeve::ui {

HandoffBox::HandoffBox(const HandoffWords& packet, bool withNext, QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("handoffBox"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(4);
    column->addWidget(new SectionHeader(tr("What the person who takes over is given")));
    auto* summary = new PlainLabel(packet.summary, Type::Body, Weight::Regular, Ink::Text1);
    summary->setWordWrap(true);
    column->addWidget(summary);
    const auto add = [&](const QList<HandoffWords::Line>& part, const QString& title) {
        if (part.isEmpty())
            return;
        column->addWidget(new PlainLabel(title, Type::Small, Weight::Regular, Ink::Text2));
        QList<LineRows::Line> rows;
        for (const HandoffWords::Line& line : part) {
            QStringList notes{line.note, line.time};
            notes.removeAll(QString());
            rows.append({line.icon, Ink::Text2, line.text, notes.join(QStringLiteral(", ")), false});
        }
        column->addWidget(new LineRows(title, rows));
    };
    add(packet.said, tr("Said"));
    add(packet.tried, tr("Tried"));
    if (withNext)
        add(packet.next, tr("Next steps"));
}

} // namespace wayreeve::ui
