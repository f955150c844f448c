#pragma once

#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QPen>
#include <QString>
#include <QStringView>

namespace wayreeve::ui {

/// The same thing has the same glyph, word and colour on every screen: this is the one table of them.

enum class RiskMark { Low, Medium, High };
enum class LevelMark { Assisted, Supervised, Autonomous };
enum class ChannelMark { Email, InApp, Web, Sms, Call, Support, Ads, Agent, Wait, Other };
enum class StatusMark { Ok, Warning, Error, Hidden, Paused };
enum class SeriesMark { Agentic, Baseline, Random, Planned };

/// What a mark looks like: icon name, its colour, its translated word.
struct MarkLook {
    QString icon;
    Ink ink;
    QString text;
};

[[nodiscard]] MarkLook look(RiskMark mark);
[[nodiscard]] MarkLook look(LevelMark mark);
[[nodiscard]] MarkLook look(ChannelMark mark);
[[nodiscard]] MarkLook look(StatusMark mark);

/// From the ids of documents and records ("low", "assisted", "email", "in-app", "in_app", …). Unknown risk: High;
/// unknown level: Assisted (the safe side); unknown channel: Other.
[[nodiscard]] RiskMark riskFromId(QStringView id);
[[nodiscard]] LevelMark levelFromId(QStringView id);
[[nodiscard]] ChannelMark channelFromId(QStringView id);

/// Pen of a chart line: agentic solid 2, baseline dash 6-3, random dots, planned dots 2-4 of 1.5.
[[nodiscard]] QPen seriesPen(SeriesMark mark);
[[nodiscard]] Ink seriesInk(SeriesMark mark);

/// Glyph and word, vertically centred in `rect`, from its left edge or (Qt::AlignRight) against its right edge; elides.
/// The word of a risk is in the risk's colour, of the others in `text`. Returns the width used.
int paintMark(QPainter& painter, const QRect& rect, const MarkLook& mark, Ink text, Weight weight = Weight::Regular,
              Qt::Alignment alignment = Qt::AlignLeft);
int paintRisk(QPainter& painter, const QRect& rect, RiskMark mark, Weight weight = Weight::Regular,
              Qt::Alignment alignment = Qt::AlignLeft);
int paintLevel(QPainter& painter, const QRect& rect, LevelMark mark, Weight weight = Weight::Regular);
/// Background of an autonomy cell: more freedom, more accent (Surface, Tint, Tint2).
[[nodiscard]] Ink levelBack(LevelMark mark);

} // namespace wayreeve::ui
