// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/style_sheet.h"

#include <array>
#include <cmath>

#include <QtGui/QFontInfo>
#include <QtWidgets/QStyle>
#include <QtWidgets/QWidget>

namespace seekbench {
namespace {

struct ColourName {
    const char* name;
    Colour colour;
};
constexpr std::array kNames{
    ColourName{"chrome", Colour::Chrome},
    ColourName{"panel", Colour::Panel},
    ColourName{"base", Colour::Base},
    ColourName{"alt", Colour::Alternate},
    ColourName{"line", Colour::Line},
    ColourName{"grid", Colour::Grid},
    ColourName{"border", Colour::Border},
    ColourName{"text2", Colour::SecondText},
    ColourName{"text", Colour::Text},
    ColourName{"muted", Colour::Muted},
    ColourName{"disabled", Colour::Disabled},
    ColourName{"accent", Colour::Accent},
    ColourName{"onaccent", Colour::OnAccent},
    ColourName{"selection", Colour::Selection},
    ColourName{"hover", Colour::Hover},
    ColourName{"oksoft", Colour::OkSoft},
    ColourName{"ok", Colour::Ok},
    ColourName{"warningsoft", Colour::WarningSoft},
    ColourName{"warning", Colour::Warning},
    ColourName{"errorsoft", Colour::ErrorSoft},
    ColourName{"error", Colour::Error},
    ColourName{"infosoft", Colour::InfoSoft},
    ColourName{"info", Colour::Info},
};

// @name is a colour of the theme, a number before "em" becomes pixels. What is not set here Fusion draws from the palette.
const char* const kSheet = R"(
QToolTip { background: @base; color: @text; border: 1px solid @border; padding: 0.31em 0.46em; }
QMainWindow, QDialog { background: @panel; }
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QSplitter::handle { background: @line; }
QSplitter::handle:hover { background: @accent; }

QMenuBar { background: @chrome; border-bottom: 1px solid @line; padding: 0.15em 0.31em; }
QMenuBar::item { padding: 0.31em 0.62em; border-radius: 3px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QMenuBar::item:pressed { background: @selection; }
QMenu { background: @base; border: 1px solid @border; padding: 0.31em 0; }
QMenu::item { padding: 0.38em 1.85em 0.38em 0.92em; }
QMenu::icon { padding-left: 0.62em; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @line; margin: 0.31em 0; }

QStatusBar { background: @chrome; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QDockWidget { font-weight: bold; }
QDockWidget::title { background: @chrome; padding: 0.46em 0.92em; border-bottom: 1px solid @line; text-align: left; }
QDockWidget > QWidget { font-weight: normal; }

QFrame[role="bar"] { background: @chrome; border: none; border-bottom: 1px solid @line; }
QFrame[role="footer"] { background: @chrome; border: none; border-top: 1px solid @line; }
QFrame[role="popup"] { background: @base; border: 1px solid @border; border-radius: 4px; }
QFrame[role="panel"] { background: @panel; border: none; }
QFrame[role="card"] { background: @base; border: 1px solid @line; border-radius: 4px; }
QFrame[role="card-error"] { background: @errorsoft; border: 1px solid @error; border-radius: 4px; }
QFrame[role="card-warning"] { background: @warningsoft; border: 1px solid @warning; border-radius: 4px; }
QFrame[role="rail"] { background: @chrome; border: none; border-right: 1px solid @line; }
QFrame[role="warning-line"] { background: @warningsoft; border: none; border-bottom: 1px solid @line; }
QFrame[role="message"] { background: @errorsoft; border: none; border-bottom: 1px solid @error; }
QFrame[role="message"] QLabel { color: @text; }
QFrame[role="line"] { background: @line; border: none; max-height: 1px; min-height: 1px; }

QLabel[role="caption"] { color: @muted; font-size: 0.92em; }
QLabel[role="strong"] { font-weight: bold; }
QLabel[role="second"] { color: @text2; }
QLabel[role="title"] { font-size: 1.15em; font-weight: bold; }
QLabel[role="figure"] { font-size: 1.54em; font-weight: bold; }
QLabel[role="section"] { color: @text2; font-weight: bold; }
QLabel[role="mono"] { font-family: monospace; font-size: 0.92em; }
QLabel[role="error"] { color: @error; }
QLabel[role="warning"] { color: @warning; }
QLabel[role^="chip"] { border-radius: 3px; padding: 0.08em 0.46em; font-size: 0.92em; border: 1px solid @line; color: @text2; }
QLabel[role="chip-ok"] { background: @oksoft; color: @ok; border-color: @oksoft; }
QLabel[role="chip-warning"] { background: @warningsoft; color: @warning; border-color: @warningsoft; }
QLabel[role="chip-error"] { background: @errorsoft; color: @error; border-color: @errorsoft; }
QLabel[role="chip-info"] { background: @infosoft; color: @info; border-color: @infosoft; }
QLabel[role="chip-dashed"] { border-style: dashed; }

QPushButton { background: @base; border: 1px solid @border; border-radius: 4px; padding: 0 0.77em; min-height: 1.95em; color: @text; }
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @selection; border-color: @accent; color: @accent; }
QPushButton:disabled { color: @disabled; border-color: @line; background: transparent; }
QPushButton:focus { border: 2px solid @accent; padding: 0 0.69em; }
QPushButton[role="primary"], QPushButton:default[role="primary"] { background: @accent; border-color: @accent; color: @onaccent; }
QPushButton[role="primary"]:disabled { background: transparent; color: @disabled; border-color: @line; }
QPushButton[role="quiet"] { border-color: transparent; background: transparent; }
QPushButton[role="quiet"]:hover { background: @hover; }
QPushButton[size="small"] { min-height: 1.62em; padding: 0 0.62em; font-size: 0.92em; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 0.23em; color: @text; }
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @selection; }
QToolButton:checked { background: @selection; color: @accent; }
QToolButton:disabled { color: @disabled; }
QToolButton:focus { border: 2px solid @accent; padding: 0.15em; }
QToolButton[role="segment"] { background: @base; border: 1px solid @border; border-radius: 0; padding: 0.15em 0.77em; min-height: 1.46em; margin-left: -1px; }
QToolButton[role="segment"]:hover { background: @hover; }
QToolButton[role="segment"]:checked { background: @selection; color: @accent; border-color: @accent; font-weight: bold; }
QToolButton[role="segment"]:focus { border: 2px solid @accent; padding: 0.08em 0.69em; }
QToolButton[role="segment"][place="first"] { border-top-left-radius: 4px; border-bottom-left-radius: 4px; margin-left: 0; }
QToolButton[role="segment"][place="last"] { border-top-right-radius: 4px; border-bottom-right-radius: 4px; }
QToolButton[role="chip"] { background: @base; border: 1px solid @line; border-radius: 3px; padding: 0.08em 0.38em; font-size: 0.92em; }
QToolButton[role="chip"]:hover { background: @hover; }
QToolButton[role="chip"]:focus { border: 2px solid @accent; padding: 0 0.31em; }
QToolButton[role="crumb"] { color: @text; padding: 0.15em 0.31em; font-weight: bold; }
QToolButton[role="crumb"]:hover { background: @hover; color: @accent; }
QToolButton[role="rail"] { border: none; border-radius: 4px; color: @text2; font-size: 0.92em; padding: 0.31em 0; }
QToolButton[role="rail"]:hover { background: @hover; }
QToolButton[role="rail"]:checked { background: @selection; color: @accent; font-weight: bold; }
QToolButton[role="rail"]:focus { border: 2px solid @accent; }
QToolButton[role="rail"]:disabled { color: @disabled; }

QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit { background: @base; border: 1px solid @border; border-radius: 3px; color: @text; selection-background-color: @accent; selection-color: @onaccent; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: 1.69em; padding: 0 0.38em; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; border: none; background: transparent; width: 1.31em; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url(:/icons/arrow_up.svg); width: 0.62em; height: 0.62em; }
QAbstractSpinBox::down-arrow { image: url(:/icons/arrow_down.svg); width: 0.62em; height: 0.62em; }
QComboBox::drop-down { subcontrol-origin: border; subcontrol-position: center right; border: none; width: 1.69em; }
QComboBox::down-arrow { image: url(:/icons/arrow_down.svg); width: 0.77em; height: 0.77em; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @accent; }
QLineEdit[state="error"], QAbstractSpinBox[state="error"], QComboBox[state="error"] { border-color: @error; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { background: @alt; color: @disabled; border-color: @line; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: @alt; }
QComboBox QAbstractItemView { background: @base; border: 1px solid @border; selection-background-color: @selection; selection-color: @text; }

QAbstractItemView { background: @base; border: none; outline: none; selection-background-color: @selection; selection-color: @text; }
QTreeView::item, QListView::item, QTableView::item { padding: 0 0.31em; }
QTreeView::item:hover, QListView::item:hover { background: @hover; }
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected { background: @selection; color: @text; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; color: @text2; border: none; border-bottom: 1px solid @line; padding: 0.23em 0.46em; font-size: 0.92em; }
QHeaderView::section:hover { background: @hover; }
QTableView { gridline-color: @grid; }

QTabBar { background: @chrome; }
QTabBar::tab { background: transparent; padding: 0.46em 0.92em; border: none; border-bottom: 2px solid transparent; color: @text2; }
QTabBar::tab:selected { background: @panel; color: @text; border-bottom: 2px solid @accent; font-weight: bold; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:focus { border: 1px dashed @accent; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @line; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: @border; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: none; background: transparent; }

QProgressBar { background: @grid; border: none; border-radius: 2px; max-height: 0.77em; min-height: 0.77em; text-align: center; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QGroupBox { font-weight: bold; border: none; margin-top: 1.6em; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: @text2; }
QSlider::groove:horizontal { height: 3px; background: @line; border-radius: 1px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 1px; }
QSlider::handle:horizontal { width: 12px; margin: -5px 0; border-radius: 6px; background: @accent; }
QSlider:focus { border: 1px dashed @accent; }
)";

}  // namespace

QString styleSheet(const Theme& theme, const QFont& font) {
    QString sheet = QString::fromUtf8(kSheet);
    for (const ColourName& entry : kNames) {
        // Longer names stand before their prefixes in the table (text2 before text).
        sheet.replace(QLatin1Char('@') + QLatin1String(entry.name), theme[entry.colour].name());
    }
    // Qt's sheets know px and their own idea of em: all are computed here, from one em for all.
    static const QRegularExpression ems(QStringLiteral("(\\d+(?:\\.\\d+)?)em"));
    QString result;
    qsizetype end = 0;
    for (auto match = ems.globalMatch(sheet); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        result += QStringView(sheet).sliced(end, found.capturedStart() - end);
        result += QStringLiteral("%1px").arg(emPixels(font, found.captured(1).toDouble()));
        end = found.capturedEnd();
    }
    result += QStringView(sheet).sliced(end);
    return result;
}

void setRole(QWidget& widget, const char* role) {
    const QString wanted = QString::fromLatin1(role);
    if (widget.property("role") == wanted) return;  // polishing costs more than painting
    widget.setProperty("role", wanted);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

int emPixels(const QFont& font, double factor) { return static_cast<int>(std::lround(QFontInfo(font).pixelSize() * factor)); }
int emPixels(const QWidget& widget, double factor) { return emPixels(widget.font(), factor); }

}  // namespace seekbench
