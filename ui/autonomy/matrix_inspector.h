#pragma once

#include "ui/autonomy/matrix_presenter.h"

#include <QWidget>

class QVBoxLayout;

namespace wayreeve::ui {

class Button;
class PlainLabel;

/// What the selected cell means, in words: before and after, what it is about, what the last run did there.
class MatrixInspector : public QWidget {
    Q_OBJECT
public:
    explicit MatrixInspector(MatrixPresenter& presenter, QWidget* parent = nullptr);

private:
    void refresh();
    MatrixPresenter& m_presenter;
    PlainLabel* m_kind;
    PlainLabel* m_title;
    PlainLabel* m_levels;
    PlainLabel* m_sentence;
    PlainLabel* m_useTitle;
    PlainLabel* m_use;
    PlainLabel* m_aboutTitle;
    PlainLabel* m_about;
    PlainLabel* m_warning;
    Button* m_putBack;
};

} // namespace wayreeve::ui
