#pragma once

#include <QColor>
#include <QFont>
#include <QObject>

namespace wayreeve::ui {

enum class Theme { Light, Dark };

/// Every colour of the look, by meaning. No other file names a colour value.
/// Text inks (Text1…Accent, Risk*, channels, series) may stand on any surface ink, except channels and series on Tint2.
enum class Ink {
    Window,  ///< rail, headers, status line
    Canvas,  ///< behind maps
    Surface, ///< panels, tables, cards
    Sunken,  ///< code, read-only, the future in a chart
    Hover,
    Tint,  ///< selected card, information
    Tint2, ///< selected row, selected place
    DisabledIcon,
    Text1,
    Text2,   ///< labels
    Text3,   ///< quiet text, placeholders
    Border,  ///< hairline
    Border2, ///< cards, buttons
    Control, ///< fields and checks, 3:1
    Accent,  ///< text, lines, focus
    Fill,    ///< behind OnFill
    FillHover,
    OnFill,
    RiskLow, ///< also: success
    RiskMedium,
    RiskMediumBar,
    RiskHigh, ///< also: error, breaching time, stop
    OkBack,
    WarningBack,
    ErrorBack,
    ChannelEmail,
    ChannelInApp,
    ChannelWeb,
    ChannelSms,
    ChannelCall,
    ChannelSupport,
    ChannelAds,
    SeriesBaseline, ///< also: planned
    SeriesRandom,
    BandAccent,
    BandBaseline,
    Grid,
    Axis, ///< axes and the edges of a map
    Count
};

/// Three text sizes (12/16, 13/20, 18/24) and code (12/18).
enum class Type { Small, Body, Title, Code };
enum class Weight { Regular, Bold };

/// Fixed sizes in device-independent pixels.
namespace metrics {
inline constexpr int space4 = 4, space8 = 8, space12 = 12, space16 = 16, space20 = 20, space24 = 24, space32 = 32;
inline constexpr int cardRadius = 4, panelRadius = 6;
inline constexpr int rail = 168, railNarrow = 56, inspector = 304, topBar = 44, messageBar = 32, statusLine = 28,
                     tabs = 36;
inline constexpr int row = 32, denseRow = 28, queueRow = 52, matrixRow = 43, control = 28, icon = 16, selectionBar = 3;
} // namespace metrics

/// The look in force: one object for the process, window thread only. `changed` is sent once per theme switch, after
/// the application palette is set; custom painting needs only update(), which the switch triggers by itself.
class Tokens : public QObject {
    Q_OBJECT
public:
    static Tokens& current();

    [[nodiscard]] Theme theme() const { return m_theme; }
    void setTheme(Theme theme);
    [[nodiscard]] QColor color(Ink ink) const { return color(m_theme, ink); }
    [[nodiscard]] static QColor color(Theme theme, Ink ink);

Q_SIGNALS:
    void changed();

private:
    Tokens() = default;
    Theme m_theme = Theme::Light;
};

/// Shorthand for Tokens::current().color(ink).
[[nodiscard]] QColor color(Ink ink);
/// Inter, then DejaVu Sans (code: DejaVu Sans Mono), in pixel sizes.
[[nodiscard]] QFont uiFont(Type type, Weight weight = Weight::Regular);
/// Line height in pixels of a text size.
[[nodiscard]] int lineHeight(Type type);
/// WCAG 2 contrast ratio of two opaque colours, 1…21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

} // namespace wayreeve::ui
