#pragma once

#include "ui/autonomy/matrix_presenter.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QVBoxLayout;

namespace wayreeve::ui {

class Button;
class PlainLabel;

/// What the selected cell means, in words, and its fields to change it by mouse or keyboard: before and after, what it
/// is about, what the last run did there.
class MatrixInspector : public QWidget {
    Q_OBJECT
public:
    explicit MatrixInspector(MatrixPresenter& presenter, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using Change = std::function<void(documents::AutonomyCell&, const QVariant&)>;
    void makeFields(QVBoxLayout* layout);
    QComboBox* addField(QVBoxLayout* layout, const char* name, const QString& label, const QString& step,
                        Change change);
    void showFields(const MatrixPresenter::Cell& cell);
    void refresh();
    [[nodiscard]] QString exceptionsText(const MatrixUse::Count& count, const QLocale& locale) const;
    MatrixPresenter& m_presenter;
    PlainLabel* m_kind;
    PlainLabel* m_title;
    PlainLabel* m_levels;
    PlainLabel* m_sentence;
    QWidget* m_fields = nullptr;
    QComboBox* m_level = nullptr;
    QComboBox* m_people = nullptr;
    QComboBox* m_time = nullptr;
    QComboBox* m_expiry = nullptr;
    QComboBox* m_sample = nullptr;
    PlainLabel* m_useTitle;
    PlainLabel* m_use;
    PlainLabel* m_aboutTitle;
    PlainLabel* m_about;
    PlainLabel* m_warning;
    Button* m_putBack;
};

} // namespace wayreeve::ui
