#pragma once

#include "ui/shell/record_words.h"
#include "ui/widgets/bar_chart.h"

#include <QList>
#include <QPair>
#include <QString>

namespace wayreeve::ui {

/// The page of one opened decision, ready to be shown: words and numbers only, no widgets. 1 to 8 is the record's
/// order.
struct DecisionPage {
    struct Input { ///< of the evidence strip and of the table of all inputs
        QString name;
        QString value; ///< empty where missing
        QString note;
        bool missing = false;
    };
    struct CandidateLine {
        MarkLook mark; ///< channel
        QString name;
        QString detail; ///< of several choices the slot; then what tells it from others of its action; then the rest
        planning::Gate gate = planning::Gate::Stayed;
        bool chosen = false;
        QString removedBy; ///< or "chosen, probability 0.71"
        QString value;
    };
    struct Line { ///< of the right-hand side
        QString icon;
        Ink ink = Ink::Text2;
        QString strong; ///< bold beginning
        QString text;
        QString note;  ///< second line
        QString right; ///< right-aligned
    };

    struct ReadScore { ///< one score of the reading and what it is the sum of
        QString kind;  ///< "Intent"
        QString name;  ///< empty of the sentiment
        double value = 0;
        bool leads = false; ///< the stage, the leading intent, the sentiment
        struct Part {
            QString name;
            double amount = 0;
        };
        QList<Part> parts; ///< the weightiest first; their sum is `value`
    };

    QString id, heading, detail, sentence, agent, documents, arm, trigger;
    std::optional<RiskMark> risk;
    bool verified = false;
    QString verifiedText;
    QString evidenceTitle;
    QList<Input> strip;
    QList<Input> inputs;
    QList<ReadScore> read; ///< what leads first
    QList<Line> past;      ///< what had happened before and mattered most
    QString candidatesTitle, candidatesNote;
    QList<CandidateLine> candidates; ///< a choice's together, the told one first; chosen, how far they came, value
    QString scoreTitle;
    QList<WaterfallStep> score;
    QList<QPair<QString, QString>> certainty;
    QString policiesTitle;
    QList<Line> policies;
    QList<Line> then;
};

/// The presenter of the page; any thread.
[[nodiscard]] DecisionPage decisionPage(const session::Explanation& explanation, const RecordWords& words);
/// A factor with as many decimals, 2 to 6, as it takes that what is shown times `money` gives the product to the cent.
[[nodiscard]] QString factorWords(double factor, double money);
/// How the value came about: exact in this order, the last step is the priority.
[[nodiscard]] QList<WaterfallStep> scoreSteps(const planning::ScoreParts& score, const Symbols& symbols,
                                              const RecordWords& words);

} // namespace wayreeve::ui
