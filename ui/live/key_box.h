#pragma once

#include <QWidget>

class QLineEdit;

namespace wayreeve::ui {

class Button;
class PlainLabel;

/// A write key, this once: what it is for, the key to select or copy, and a way to put it out of sight.
class KeyBox : public QWidget {
    Q_OBJECT
public:
    explicit KeyBox(QWidget* parent = nullptr);
    /// An empty key hides the box.
    void setKey(const QString& source, const QString& key);
    [[nodiscard]] QString key() const;

Q_SIGNALS:
    void put(); ///< out of sight, by a person

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PlainLabel* m_words;
    QLineEdit* m_key;
    Button* m_copy;
};

} // namespace wayreeve::ui
