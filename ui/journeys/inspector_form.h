#pragma once

#include "ui/widgets/plain_label.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace wayreeve::ui {

/// The fields of the inspector, built top to bottom. A field commits when it is left or on Enter; it shows its label
/// above it and an error below it. Values are plain texts.
class InspectorForm : public QWidget {
    Q_OBJECT
public:
    using Commit = std::function<void(const QString&)>;
    using Check = std::function<QString(const QString&)>; ///< an error, or nothing
    struct Choice {
        QString id;
        QString text;
        QString icon;
    };

    explicit InspectorForm(QWidget* parent = nullptr);
    void heading(const QString& iconName, Ink ink, const QString& kind, const QString& name, const QString& under);
    void section(const QString& title);
    /// A mark and its words, then a sentence.
    void marks(const QString& levelIcon, const QString& level, const QString& riskIcon, Ink riskInk,
               const QString& risk, const QString& sentence);
    void note(const QString& iconName, Ink ink, const QString& text);
    QLineEdit* line(const QString& name, const QString& label, const QString& value, Commit commit, Check check = {});
    /// FEEL in the code type, checked while typing.
    QPlainTextEdit* feel(const QString& name, const QString& label, const QString& value, Commit commit, Check check);
    /// One entry a line.
    QPlainTextEdit* list(const QString& name, const QString& label, const QString& value, Commit commit);
    QComboBox* choice(const QString& name, const QString& label, const QList<Choice>& choices, const QString& current,
                      Commit commit);
    void link(const QString& text, std::function<void()> run);
    void finish();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    PlainLabel* labelFor(const QString& label);
    PlainLabel* errorLine(QWidget* field);
    QPlainTextEdit* text(const QString& name, const QString& label, const QString& value, Type type, Commit commit,
                         Check check);
    QVBoxLayout* m_column;
};

} // namespace wayreeve::ui
