#pragma once

#include <QObject>

/// Labelled pairs of sessions and how well they are told apart. WAYREEVE_PAIRS sets how many pairs a seed has: 4,000
/// unless set (about half a second each); 20,000 is the full size.
class SessionPairTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areTheSameWhateverElse();
    void keepTheirShares();
    void areToldApart_data();
    void areToldApart();
    void shuffledLabelsAreNot();
};
