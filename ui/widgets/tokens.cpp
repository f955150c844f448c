#include "ui/widgets/tokens.h"

#include <array>
#include <cmath>

namespace wayreeve::ui {

namespace {

struct Pair {
    Ink ink;
    QRgb light;
    QRgb dark;
};

constexpr QRgb rgb(unsigned value) {
    return 0xff000000u | value;
}

constexpr std::array table{
    Pair{Ink::Window, rgb(0xF3F4F6), rgb(0x121418)},         Pair{Ink::Canvas, rgb(0xFAFBFC), rgb(0x15181D)},
    Pair{Ink::Surface, rgb(0xFFFFFF), rgb(0x1B1F25)},        Pair{Ink::Sunken, rgb(0xF6F7F9), rgb(0x171A20)},
    Pair{Ink::Hover, rgb(0xEDEFF3), rgb(0x262B33)},          Pair{Ink::Tint, rgb(0xEDF0FB), rgb(0x212946)},
    Pair{Ink::Tint2, rgb(0xDCE3F9), rgb(0x2B365E)},          Pair{Ink::DisabledIcon, rgb(0x9AA2AE), rgb(0x626A77)},
    Pair{Ink::Text1, rgb(0x1A1E25), rgb(0xE9EBEF)},          Pair{Ink::Text2, rgb(0x454D5A), rgb(0xB9C0CB)},
    Pair{Ink::Text3, rgb(0x5A6371), rgb(0x9CA4B1)},          Pair{Ink::Border, rgb(0xE0E3E8), rgb(0x2B313A)},
    Pair{Ink::Border2, rgb(0xC3C9D2), rgb(0x48505D)},        Pair{Ink::Control, rgb(0x858D9A), rgb(0x737C8B)},
    Pair{Ink::Accent, rgb(0x3552C0), rgb(0x93A7F7)},         Pair{Ink::Fill, rgb(0x3552C0), rgb(0x4660D0)},
    Pair{Ink::FillHover, rgb(0x2A429E), rgb(0x526CD8)},      Pair{Ink::OnFill, rgb(0xFFFFFF), rgb(0xFFFFFF)},
    Pair{Ink::RiskLow, rgb(0x0A6E5C), rgb(0x55C4A9)},        Pair{Ink::RiskMedium, rgb(0x855400), rgb(0xE3AE4A)},
    Pair{Ink::RiskMediumBar, rgb(0xC98200), rgb(0xE3AE4A)},  Pair{Ink::RiskHigh, rgb(0xB02A15), rgb(0xF5937D)},
    Pair{Ink::OkBack, rgb(0xE2F2EE), rgb(0x15302A)},         Pair{Ink::WarningBack, rgb(0xFBF0D8), rgb(0x352A12)},
    Pair{Ink::ErrorBack, rgb(0xFBE8E4), rgb(0x3D1F19)},      Pair{Ink::ChannelEmail, rgb(0x2766A3), rgb(0x7FB4EA)},
    Pair{Ink::ChannelInApp, rgb(0x74489B), rgb(0xC19BE3)},   Pair{Ink::ChannelWeb, rgb(0x4F5B6B), rgb(0xA8B2C0)},
    Pair{Ink::ChannelSms, rgb(0x0B6F80), rgb(0x5EC3D4)},     Pair{Ink::ChannelCall, rgb(0x8F4B1B), rgb(0xDFA273)},
    Pair{Ink::ChannelSupport, rgb(0x9C3460), rgb(0xE78FB2)}, Pair{Ink::ChannelAds, rgb(0x6B5F12), rgb(0xCBBB60)},
    Pair{Ink::SeriesBaseline, rgb(0x5F6876), rgb(0xA3ACB9)}, Pair{Ink::SeriesRandom, rgb(0x8F5D00), rgb(0xE0A94A)},
    Pair{Ink::BandAccent, rgb(0xDCE3F8), rgb(0x2A345C)},     Pair{Ink::BandBaseline, rgb(0xE4E7EB), rgb(0x2A2F38)},
    Pair{Ink::Grid, rgb(0xE8EBEF), rgb(0x252A32)},           Pair{Ink::Axis, rgb(0xA9B1BC), rgb(0x5B6471)},
};

constexpr bool inOrder() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].ink != static_cast<Ink>(i))
            return false;
    return true;
}
static_assert(table.size() == static_cast<std::size_t>(Ink::Count) && inOrder(), "one line an ink, in their order");

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c) {
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

Tokens& Tokens::current() {
    static Tokens tokens;
    return tokens;
}

void Tokens::setTheme(Theme theme) {
    if (theme == m_theme)
        return;
    m_theme = theme;
    Q_EMIT changed();
}

QColor Tokens::color(Theme theme, Ink ink) {
    const Pair& pair = table[static_cast<std::size_t>(ink)];
    return QColor::fromRgb(theme == Theme::Light ? pair.light : pair.dark);
}

QColor color(Ink ink) {
    return Tokens::current().color(ink);
}

QFont uiFont(Type type, Weight weight) {
    QFont result;
    result.setFamilies(type == Type::Code ? QStringList{"DejaVu Sans Mono", "monospace"}
                                          : QStringList{"Inter", "DejaVu Sans"});
    constexpr std::array pixels{12, 13, 18, 12};
    result.setPixelSize(pixels[static_cast<std::size_t>(type)]);
    result.setWeight(weight == Weight::Bold ? QFont::DemiBold : QFont::Normal);
    result.setStyleHint(type == Type::Code ? QFont::Monospace : QFont::SansSerif);
    return result;
}

int lineHeight(Type type) {
    constexpr std::array heights{16, 20, 24, 18};
    return heights[static_cast<std::size_t>(type)];
}

double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace wayreeve::ui
