#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>

/// Every code that core can give is said to people in a whole sentence, and every sentence is translated.
class TextTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyCodeHasASentence();
    void everySentenceHasACode();
    void sentencesAskForWhatIsGiven();
    void fills_data();
    void fills();
    void unknownCodesHideNothing();
    void places();
    void germanKeepsThePlaceholders();
    void germanIsNearlyWhole();

private:
    QHash<QString, QSet<QString>> m_codes; ///< code → texts that stand near it in the sources
};
