#pragma once

#include "ui/customers/customer_story.h"

#include <QScrollArea>

class QVBoxLayout;

namespace wayreeve::ui {

/// Beside a story: the selected line and its decision, intents, consents, who the customer is (ids, merges).
class CustomerSide : public QScrollArea {
    Q_OBJECT
public:
    explicit CustomerSide(QWidget* parent = nullptr);
    void setStory(const CustomerStory& story);
    /// Null: nothing is selected.
    void setSelected(const StoryItem* item, const RecordWords& words);

Q_SIGNALS:
    /// "Open the decision" of the selected line.
    void whyAsked();
    /// "Undo this merge…": of the profile that commands name `customer` and people `who`.
    void undoAsked(const QString& customer, const QString& who);
    /// A member of the account, or the account of the person: what the Customers place opens ("#12").
    void openAsked(const QString& customer);
    /// "Erase this person…".
    void eraseAsked();
    /// "Ask again": for what could not be known.
    void askedAgain();

private:
    void addAccount(const AccountStory& account);
    void addKnowledge(const CustomerStory& story);
    void addConsent(const CustomerStory& story);
    void addIdentity(const CustomerStory& story);
    void addLink(const QString& customer, const QString& name, const QString& note, const char* objectName);

    QVBoxLayout* m_why;
    QVBoxLayout* m_rest;
};

} // namespace wayreeve::ui
