// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/appearance.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyleFactory>

#include "widgets/theme/style_sheet.h"

namespace seekbench {

void applyTheme(const Theme& theme) {
    if (QApplication::style()->objectName() != QLatin1String("fusion"))
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(theme.palette());
    qApp->setStyleSheet(styleSheet(theme, QApplication::font()));
}

QString themeTitle(ThemeKind kind) {
    switch (kind) {
        case ThemeKind::Light: return QCoreApplication::translate("Appearance", "Light");
        case ThemeKind::Dark: return QCoreApplication::translate("Appearance", "Dark");
        case ThemeKind::HighContrastLight: return QCoreApplication::translate("Appearance", "High contrast, light");
        case ThemeKind::HighContrastDark: return QCoreApplication::translate("Appearance", "High contrast, dark");
    }
    return {};
}

}  // namespace seekbench
