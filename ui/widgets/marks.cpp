#include "ui/widgets/marks.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QCoreApplication>
#include <QFontMetrics>

namespace wayreeve::ui {

namespace {

QString word(const char* text) {
    return QCoreApplication::translate("Marks", text);
}

} // namespace

MarkLook look(RiskMark mark) {
    switch (mark) {
    case RiskMark::Low:
        return {"risk-low", Ink::RiskLow, word(QT_TRANSLATE_NOOP("Marks", "Low"))};
    case RiskMark::Medium:
        return {"risk-medium", Ink::RiskMedium, word(QT_TRANSLATE_NOOP("Marks", "Medium"))};
    case RiskMark::High:
        break;
    }
    return {"risk-high", Ink::RiskHigh, word(QT_TRANSLATE_NOOP("Marks", "High"))};
}

MarkLook look(LevelMark mark) {
    switch (mark) {
    case LevelMark::Assisted:
        break;
    case LevelMark::Supervised:
        return {"supervised", Ink::Text1, word(QT_TRANSLATE_NOOP("Marks", "Supervised"))};
    case LevelMark::Autonomous:
        return {"autonomous", Ink::Text1, word(QT_TRANSLATE_NOOP("Marks", "Autonomous"))};
    }
    return {"assisted", Ink::Text1, word(QT_TRANSLATE_NOOP("Marks", "Assisted"))};
}

MarkLook look(ChannelMark mark) {
    switch (mark) {
    case ChannelMark::Email:
        return {"email", Ink::ChannelEmail, word(QT_TRANSLATE_NOOP("Marks", "E-mail"))};
    case ChannelMark::InApp:
        return {"in-app", Ink::ChannelInApp, word(QT_TRANSLATE_NOOP("Marks", "In-app"))};
    case ChannelMark::Web:
        return {"web", Ink::ChannelWeb, word(QT_TRANSLATE_NOOP("Marks", "Web"))};
    case ChannelMark::Sms:
        return {"sms", Ink::ChannelSms, word(QT_TRANSLATE_NOOP("Marks", "SMS"))};
    case ChannelMark::Call:
        return {"call", Ink::ChannelCall, word(QT_TRANSLATE_NOOP("Marks", "Call"))};
    case ChannelMark::Support:
        return {"support", Ink::ChannelSupport, word(QT_TRANSLATE_NOOP("Marks", "Support"))};
    case ChannelMark::Ads:
        return {"ads", Ink::ChannelAds, word(QT_TRANSLATE_NOOP("Marks", "Ads"))};
    case ChannelMark::Agent:
        return {"agent", Ink::Accent, word(QT_TRANSLATE_NOOP("Marks", "Agent"))};
    case ChannelMark::Wait:
        return {"wait", Ink::Text2, word(QT_TRANSLATE_NOOP("Marks", "Wait"))};
    case ChannelMark::Other:
        break;
    }
    return {"touchpoint", Ink::Text2, word(QT_TRANSLATE_NOOP("Marks", "Other"))};
}

MarkLook look(StatusMark mark) {
    switch (mark) {
    case StatusMark::Ok:
        return {"check", Ink::RiskLow, word(QT_TRANSLATE_NOOP("Marks", "Running"))};
    case StatusMark::Warning:
        return {"warning", Ink::RiskMedium, word(QT_TRANSLATE_NOOP("Marks", "Warning"))};
    case StatusMark::Error:
        return {"cross", Ink::RiskHigh, word(QT_TRANSLATE_NOOP("Marks", "Stopped"))};
    case StatusMark::Hidden:
        return {"lock", Ink::Text3, word(QT_TRANSLATE_NOOP("Marks", "Hidden"))};
    case StatusMark::Paused:
        break;
    }
    return {"pause", Ink::RiskMedium, word(QT_TRANSLATE_NOOP("Marks", "Paused"))};
}

RiskMark riskFromId(QStringView id) {
    if (id == u"low")
        return RiskMark::Low;
    return id == u"medium" ? RiskMark::Medium : RiskMark::High;
}

LevelMark levelFromId(QStringView id) {
    if (id == u"autonomous")
        return LevelMark::Autonomous;
    return id == u"supervised" ? LevelMark::Supervised : LevelMark::Assisted;
}

ChannelMark channelFromId(QStringView id) {
    struct Entry {
        QStringView id;
        ChannelMark mark;
    };
    static constexpr Entry entries[] = {
        {u"email", ChannelMark::Email},  {u"e-mail", ChannelMark::Email},    {u"in-app", ChannelMark::InApp},
        {u"in_app", ChannelMark::InApp}, {u"inapp", ChannelMark::InApp},     {u"app", ChannelMark::InApp},
        {u"push", ChannelMark::InApp},   {u"web", ChannelMark::Web},         {u"site", ChannelMark::Web},
        {u"sms", ChannelMark::Sms},      {u"chat", ChannelMark::Support},    {u"call", ChannelMark::Call},
        {u"phone", ChannelMark::Call},   {u"support", ChannelMark::Support}, {u"ticket", ChannelMark::Support},
        {u"ads", ChannelMark::Ads},      {u"ad", ChannelMark::Ads},          {u"agent", ChannelMark::Agent},
        {u"wait", ChannelMark::Wait},    {u"none", ChannelMark::Other},
    };
    for (const Entry& entry : entries)
        if (id.compare(entry.id, Qt::CaseInsensitive) == 0)
            return entry.mark;
    return ChannelMark::Other;
}

Ink seriesInk(SeriesMark mark) {
    switch (mark) {
    case SeriesMark::Agentic:
        return Ink::Accent;
    case SeriesMark::Random:
        return Ink::SeriesRandom;
    case SeriesMark::Baseline:
    case SeriesMark::Planned:
        break;
    }
    return Ink::SeriesBaseline;
}

QPen seriesPen(SeriesMark mark) {
    const qreal width = mark == SeriesMark::Planned ? 1.5 : 2.0;
    QPen pen(color(seriesInk(mark)), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    // Qt counts dashes in pen widths, the look in pixels.
    switch (mark) {
    case SeriesMark::Agentic:
        break;
    case SeriesMark::Baseline:
        pen.setDashPattern({6 / width, 3 / width});
        break;
    case SeriesMark::Random:
        pen.setDashPattern({2 / width, 3 / width});
        break;
    case SeriesMark::Planned:
        pen.setDashPattern({2 / width, 4 / width});
        break;
    }
    return pen;
}

int paintMark(QPainter& painter, const QRect& rect, const MarkLook& mark, Ink text, Weight weight,
              Qt::Alignment alignment) {
    const QFont old = painter.font();
    QFont used = old;
    used.setWeight(weight == Weight::Bold ? QFont::DemiBold : QFont::Normal);
    painter.setFont(used);
    const int gap = 6;
    const int full = metrics::icon + gap + QFontMetrics(used).horizontalAdvance(mark.text) + 1;
    const int width = std::min(full, rect.width());
    const int left = alignment & Qt::AlignRight ? rect.right() + 1 - width : rect.left();
    paintIcon(painter, QRectF(left, rect.top(), metrics::icon, rect.height()), mark.icon, mark.ink);
    paintElided(painter, QRectF(left + metrics::icon + gap, rect.top(), width - metrics::icon - gap, rect.height()),
                mark.text, text);
    painter.setFont(old);
    return width;
}

int paintRisk(QPainter& painter, const QRect& rect, RiskMark mark, Weight weight, Qt::Alignment alignment) {
    const MarkLook risk = look(mark);
    return paintMark(painter, rect, risk, risk.ink, weight, alignment);
}

int paintLevel(QPainter& painter, const QRect& rect, LevelMark mark, Weight weight) {
    return paintMark(painter, rect, look(mark), weight == Weight::Bold ? Ink::Text1 : Ink::Text2, weight);
}

Ink levelBack(LevelMark mark) {
    switch (mark) {
    case LevelMark::Assisted:
        break;
    case LevelMark::Supervised:
        return Ink::Tint;
    case LevelMark::Autonomous:
        return Ink::Tint2;
    }
    return Ink::Surface;
}

} // namespace wayreeve::ui
