#pragma once

#include <QWidget>

namespace wayreeve::ui {

class Button;
class PlainLabel;

/// "Approval load  reviews a day                    Show all": bold small title, quiet note, optional link on the
/// right.
class SectionHeader : public QWidget {
    Q_OBJECT
public:
    explicit SectionHeader(const QString& title, const QString& note = {}, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setNote(const QString& note);
    /// Empty text removes it; pressing it sends linkActivated.
    void setLink(const QString& text);

Q_SIGNALS:
    void linkActivated();

private:
    PlainLabel* m_title;
    PlainLabel* m_note;
    Button* m_link;
};

/// One hairline, 1 px.
class Hairline : public QWidget {
    Q_OBJECT
public:
    explicit Hairline(Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace wayreeve::ui
