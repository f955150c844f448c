#pragma once

#include "ui/approvals/approvals_presenter.h"

#include <QScrollArea>

class QLineEdit;
class QPlainTextEdit;
class QRadioButton;
class QVBoxLayout;

namespace wayreeve::ui {

class Button;
class IconLabel;
class PlainLabel;
class StepBar;

/// One approval as a card: the sentence, what the customer sees (or its editor), why, guardrails, runners-up, effect.
/// High risk: the core's part stays locked until the verdict box is filled in.
class CardView : public QScrollArea {
    Q_OBJECT
public:
    explicit CardView(ApprovalsPresenter& presenter, QWidget* parent = nullptr);
    /// Opens the inline editor of what the customer sees, where editing is allowed.
    void startEdit();
    void stopEdit();
    [[nodiscard]] bool editing() const { return m_editor != nullptr; }
    void sendEdit();
    /// Sections with content that were built for the card on show.
    [[nodiscard]] int sections() const { return m_sections; }
    /// Charts and bar lists with data among them.
    [[nodiscard]] int series() const { return m_series; }

private:
    void build();
    void addHead(QVBoxLayout& layout);
    void addContent(QVBoxLayout& layout);
    void addEditor(QVBoxLayout& layout);
    void addVerdict(QVBoxLayout& layout);
    void addGuardrails(QVBoxLayout& layout);
    void addCore(QVBoxLayout& layout);
    void addCoreBox(QVBoxLayout& layout);
    void showCore();
    void addAftermath(QVBoxLayout& layout);
    void addColumns(QVBoxLayout& layout, QWidget* left, QWidget* right);
    [[nodiscard]] QWidget* section(const QString& title, const QString& note, QWidget* content);
    void refreshState();

    ApprovalsPresenter& m_presenter;
    QWidget* m_editor = nullptr;
    QLineEdit* m_subject = nullptr;
    QPlainTextEdit* m_body = nullptr;
    QWidget* m_core = nullptr; ///< all of the core's view
    PlainLabel* m_seen = nullptr;
    IconLabel* m_seenIcon = nullptr;
    StepBar* m_steps = nullptr;
    QRadioButton* m_approve = nullptr;
    QRadioButton* m_reject = nullptr;
    PlainLabel* m_consequence = nullptr;
    QPlainTextEdit* m_reason = nullptr;
    Button* m_record = nullptr;
    PlainLabel* m_recordHint = nullptr;
    int m_sections = 0;
    int m_series = 0;
};

} // namespace wayreeve::ui
