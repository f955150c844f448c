#pragma once

#include "ui/shell/record_words.h"

#include <QList>
#include <QPair>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace wayreeve::ui {

struct CustomerRecords;

/// What is known of an account beyond its story. Words only.
struct AccountStory {
    struct Member {
        QString customer; ///< "#12", opens the story
        QString name, role;
        QString seen; ///< "last seen 3 Nov"
    };
    struct Part {
        QString name;
        double points = 0;
        double most = 0; ///< that the part can give
        QString text;    ///< "33.5 of 50"
    };
    bool known = false;                    ///< the run keeps what it knows; one at work does not yet
    QString contract;                      ///< "until 2 Mar 2027, in 361 days"; empty = not known
    QList<QPair<QString, QString>> traits; ///< without name and contract date
    QList<Member> members;                 ///< active last first
    qsizetype more = 0;                    ///< members that are not listed
    QString health;                        ///< "73.5 of 100", the exact sum of the parts; empty = none is planned
    QList<Part> parts;
    QList<QPair<QString, QString>> counts; ///< as the account's last turn added its members up
};

/// Pure. `records` are of an account.
[[nodiscard]] AccountStory accountStory(const CustomerRecords& records, const RecordWords& words);

/// Members that are read and listed at most.
inline constexpr std::size_t membersShown = 200;

} // namespace wayreeve::ui
