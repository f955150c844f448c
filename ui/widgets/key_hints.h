#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <utility>

namespace wayreeve::ui {

/// Keys in small boxes with what they do beside them, in one line ("[1] assisted  [2] supervised"). Takes no focus;
/// pairs that do not fit are left out from the right, the palette lists them all.
class KeyHints : public QWidget {
    Q_OBJECT
public:
    using Hints = QList<std::pair<QString, QString>>; ///< key, word
    explicit KeyHints(Hints hints, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int pairWidth(const std::pair<QString, QString>& hint) const;
    Hints m_hints;
};

} // namespace wayreeve::ui
