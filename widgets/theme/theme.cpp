// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/theme.h"

#include <cassert>
#include <cmath>

namespace seekbench {
namespace {

constexpr std::size_t kThemes = kThemeKinds.size();

// One purpose and its value in the four themes, in the order of ThemeKind.
struct TokenRow {
    Colour colour;
    std::array<QRgb, kThemes> values;
};

constexpr QRgb rgb(unsigned value) { return 0xFF000000u | value; }
constexpr TokenRow row(Colour colour, unsigned light, unsigned dark, unsigned highLight, unsigned highDark) {
    return {colour, {rgb(light), rgb(dark), rgb(highLight), rgb(highDark)}};
}

constexpr std::array kTokens{
    row(Colour::Chrome, 0xE8EBF0, 0x14171C, 0xFFFFFF, 0x000000),      row(Colour::Panel, 0xF4F6F9, 0x1B1F26, 0xFFFFFF, 0x000000),
    row(Colour::Base, 0xFFFFFF, 0x111419, 0xFFFFFF, 0x000000),        row(Colour::Alternate, 0xF7F9FB, 0x161A20, 0xFFFFFF, 0x000000),
    row(Colour::Canvas, 0xFAFBFD, 0x12151A, 0xFFFFFF, 0x000000),      row(Colour::CanvasDot, 0xD4DAE3, 0x2A303A, 0xFFFFFF, 0x000000),
    row(Colour::Line, 0xD0D6DF, 0x323945, 0x000000, 0xFFFFFF),        row(Colour::Grid, 0xE4E8EE, 0x232932, 0xC0C0C0, 0x404040),
    row(Colour::Axis, 0x7C8695, 0x6C7685, 0x000000, 0xFFFFFF),        row(Colour::Border, 0x7A8493, 0x6C7685, 0x000000, 0xFFFFFF),
    row(Colour::Text, 0x17202B, 0xE6EAF0, 0x000000, 0xFFFFFF),        row(Colour::SecondText, 0x435061, 0xBAC3CF, 0x000000, 0xFFFFFF),
    row(Colour::Muted, 0x586475, 0x97A2B1, 0x404040, 0xC0C0C0),       row(Colour::Disabled, 0x7C8695, 0x6C7685, 0x707070, 0xA0A0A0),
    row(Colour::Accent, 0x1D5BBF, 0x6FA8FF, 0x0A3FB5, 0x9CC8FF),      row(Colour::OnAccent, 0xFFFFFF, 0x0B1420, 0xFFFFFF, 0x000000),
    row(Colour::Selection, 0xDCE8FA, 0x22375A, 0xFFFFFF, 0x000000),   row(Colour::Hover, 0xE3E8EF, 0x262C36, 0xE0E0E0, 0x202020),
    row(Colour::Ok, 0x17713F, 0x55C98A, 0x005C2A, 0x6CF0A0),          row(Colour::OkSoft, 0xE0F2E7, 0x163526, 0xFFFFFF, 0x000000),
    row(Colour::Warning, 0x8A5300, 0xE9B64D, 0x6B3D00, 0xFFC44D),     row(Colour::WarningSoft, 0xFCEFD3, 0x3A2C10, 0xFFFFFF, 0x000000),
    row(Colour::Error, 0xB3231B, 0xFF8278, 0xA30015, 0xFF9A94),       row(Colour::ErrorSoft, 0xFCE6E4, 0x401C1B, 0xFFFFFF, 0x000000),
    row(Colour::Info, 0x1D5BBF, 0x6FA8FF, 0x0A3FB5, 0x9CC8FF),        row(Colour::InfoSoft, 0xE2ECFB, 0x1B2F50, 0xFFFFFF, 0x000000),
    row(Colour::Wire, 0x6D7989, 0x8490A0, 0x000000, 0xFFFFFF),        row(Colour::NodeEdge, 0xA9B3C0, 0x4A525E, 0x000000, 0xFFFFFF),
    row(Colour::ErrorNode, 0xFFF9F8, 0x2A1817, 0xFFFFFF, 0x000000),   row(Colour::Bar, 0x4F74A8, 0x5C86BF, 0x000000, 0xFFFFFF),
    row(Colour::Comment, 0xFFFBE8, 0x2B2716, 0xFFFFFF, 0x000000),     row(Colour::CommentEdge, 0xC9B36A, 0x8C7A3A, 0x000000, 0xFFE14D),
    row(Colour::CommentText, 0x4A3F14, 0xEFE3B0, 0x000000, 0xFFFFFF),
};

// The table is indexed by the enumeration, so its rows must stand in the same order.
constexpr bool inOrder() {
    for (std::size_t i = 0; i < kTokens.size(); ++i)
        if (static_cast<std::size_t>(kTokens[i].colour) != i) return false;
    return kTokens.size() == static_cast<std::size_t>(Colour::CommentText) + 1;
}
static_assert(inOrder(), "kTokens must list every Colour once, in order");

// Eight colours found by search for the largest smallest distance under normal sight and three colour blindnesses.
constexpr std::array<std::array<QRgb, kRunColours>, kThemes> kRuns{{
    {rgb(0x401AE1), rgb(0xDD6F00), rgb(0x003200), rgb(0xAB007E), rgb(0x5896A3), rgb(0x6F5611), rgb(0xB369F8), rgb(0x4F0056)},
    {rgb(0x00D1FF), rgb(0xFFD112), rgb(0x58B404), rgb(0xFF86A4), rgb(0x3D74A6), rgb(0xAA5A30), rgb(0xB162FF), rgb(0xEBF7FF)},
    {rgb(0x003271), rgb(0xD5341B), rgb(0x002300), rgb(0x993EA6), rgb(0x008566), rgb(0x6E3300), rgb(0x5700ED), rgb(0x000000)},
    {rgb(0x25E1D9), rgb(0xFFD906), rgb(0x1C8C00), rgb(0xDF2B8E), rgb(0x9DA1FF), rgb(0xE19679), rgb(0xA93EFF), rgb(0xFEFFFF)},
}};

struct FamilyColours {
    QRgb light, dark;
};

constexpr FamilyColours coloursOf(Family family) {
    switch (family) {
        case Family::Structure: return {rgb(0x56616F), rgb(0xA6B0BD)};
        case Family::Linear: return {rgb(0x7A3FC0), rgb(0xBE93FF)};
        case Family::Convolution: return {rgb(0x1F5FC4), rgb(0x6FA8FF)};
        case Family::Normalization: return {rgb(0x00786C), rgb(0x3FC9B4)};
        case Family::Activation: return {rgb(0xA05A00), rgb(0xF0AE4E)};
        case Family::Pooling: return {rgb(0x4B7A14), rgb(0x9CCB5A)};
        case Family::Regularization: return {rgb(0x50657A), rgb(0x9DB4CC)};
        case Family::Shape: return {rgb(0x6B5B4B), rgb(0xC9B39C)};
        case Family::Combination: return {rgb(0x8A3B12), rgb(0xF0906A)};
        case Family::Attention: return {rgb(0xA3216F), rgb(0xFF8DC7)};
        case Family::Recurrent: return {rgb(0x3F4FA8), rgb(0x98A6FF)};
    }
    return {};
}

double luminance(const QColor& colour) {
    const auto linear = [](double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

}  // namespace

std::string_view nameOf(ThemeKind kind) {
    constexpr std::array<std::string_view, kThemes> names{"light", "dark", "high-contrast-light", "high-contrast-dark"};
    return names[static_cast<std::size_t>(kind)];
}

std::optional<ThemeKind> themeKindFromName(std::string_view name) {
    for (const ThemeKind kind : kThemeKinds)
        if (nameOf(kind) == name) return kind;
    return std::nullopt;
}

QColor Theme::operator[](Colour colour) const {
    return QColor::fromRgb(kTokens[static_cast<std::size_t>(colour)].values[static_cast<std::size_t>(m_kind)]);
}

QColor Theme::run(int slot) const {
    assert(slot >= 0);
    return QColor::fromRgb(kRuns[static_cast<std::size_t>(m_kind)][static_cast<std::size_t>(slot % kRunColours)]);
}

QColor Theme::family(Family family) const {
    if (isHighContrast()) return (*this)[Colour::Text];
    const FamilyColours colours = coloursOf(family);
    return QColor::fromRgb(isDark() ? colours.dark : colours.light);
}

QColor Theme::composite() const {
    if (isHighContrast()) return (*this)[Colour::Text];
    return isDark() ? QColor(0xD5, 0xDE, 0xE9) : QColor(0x2B, 0x3A, 0x4D);
}

QPalette Theme::palette() const {
    const Theme& theme = *this;
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Colour colour) { palette.setColor(role, theme[colour]); };
    set(QPalette::Window, Colour::Panel);
    set(QPalette::WindowText, Colour::Text);
    set(QPalette::Base, Colour::Base);
    set(QPalette::AlternateBase, Colour::Alternate);
    set(QPalette::Text, Colour::Text);
    set(QPalette::PlaceholderText, Colour::Muted);
    set(QPalette::Button, Colour::Base);
    set(QPalette::ButtonText, Colour::Text);
    set(QPalette::BrightText, Colour::Error);
    set(QPalette::ToolTipBase, Colour::Base);
    set(QPalette::ToolTipText, Colour::Text);
    set(QPalette::Highlight, isHighContrast() ? Colour::Accent : Colour::Selection);
    set(QPalette::HighlightedText, isHighContrast() ? Colour::OnAccent : Colour::Text);
    set(QPalette::Link, Colour::Accent);
    set(QPalette::LinkVisited, Colour::Accent);
    // Fusion derives its frames from these; all one line colour keeps the drawing flat.
    set(QPalette::Light, Colour::Base);
    set(QPalette::Midlight, Colour::Hover);
    set(QPalette::Mid, Colour::Line);
    set(QPalette::Dark, Colour::Border);
    set(QPalette::Shadow, Colour::Line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme[Colour::Disabled]);
    return palette;
}

double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace seekbench
