// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include <QtGui/QColor>
#include <QtGui/QPalette>

#include "core/operators/operator.h"

namespace seekbench {

// The colours a view may use, by purpose. A view never names a colour by its value.
enum class Colour {
    Chrome,
    Panel,
    Base,
    Alternate,
    Canvas,
    CanvasDot,
    Line,
    Grid,
    Axis,
    Border,
    Text,
    SecondText,
    Muted,
    Disabled,
    Accent,
    OnAccent,
    Selection,
    Hover,
    Ok,
    OkSoft,
    Warning,
    WarningSoft,
    Error,
    ErrorSoft,
    Info,
    InfoSoft,
    Wire,
    NodeEdge,
    ErrorNode,
    Bar,
    Comment,
    CommentEdge,
    CommentText,
};

enum class ThemeKind { Light, Dark, HighContrastLight, HighContrastDark };
inline constexpr std::array kThemeKinds{ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrastLight, ThemeKind::HighContrastDark};
std::string_view nameOf(ThemeKind kind);  // "light", "dark", "high-contrast-light", "high-contrast-dark"
std::optional<ThemeKind> themeKindFromName(std::string_view name);

// How many runs have a colour of their own; later ones repeat the colours with a marker.
inline constexpr int kRunColours = 8;

// A Theme answers which colour a purpose has. A value without state: views keep the kind and ask again when it changes.
class Theme {
public:
    explicit Theme(ThemeKind kind = ThemeKind::Light) : m_kind(kind) {}

    ThemeKind kind() const { return m_kind; }
    bool isDark() const { return m_kind == ThemeKind::Dark || m_kind == ThemeKind::HighContrastDark; }
    bool isHighContrast() const { return m_kind == ThemeKind::HighContrastLight || m_kind == ThemeKind::HighContrastDark; }

    QColor operator[](Colour colour) const;
    // Colour of the run in slot 0, 1, 2 …; slots beyond kRunColours repeat.
    QColor run(int slot) const;
    // Stripe and glyph of an operator family; in high contrast themes the text colour, the glyph carries the meaning.
    QColor family(Family family) const;
    QColor composite() const;
    // The palette for the Fusion style.
    QPalette palette() const;

    bool operator==(const Theme&) const = default;

private:
    ThemeKind m_kind;
};

// Contrast of two opaque colours, 1 … 21 (WCAG 2.1, definition of contrast ratio).
double contrast(const QColor& a, const QColor& b);

// Sizes in em of the application's font, so that a larger system font enlarges everything.
namespace em {
inline constexpr double kCaption = 0.85, kTable = 0.92, kBody = 1.0, kTitle = 1.15, kFigure = 1.54;
}

}  // namespace seekbench
