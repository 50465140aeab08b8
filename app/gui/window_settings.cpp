// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window_settings.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtWidgets/QApplication>

namespace seekbench {
namespace {

const QString kTheme = QStringLiteral("window/theme"), kLanguage = QStringLiteral("window/language"),
              kRecent = QStringLiteral("documents/recent");

QString pathText(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

}  // namespace

WindowSettings::WindowSettings(const Workspace& workspace)
    : m_settings(std::make_unique<QSettings>(pathText(workspace.path() / "window.ini"), QSettings::IniFormat)) {}

ThemeKind WindowSettings::theme() const {
    if (const auto kind = themeKindFromName(m_settings->value(kTheme).toString().toStdString())) return *kind;
    return QApplication::palette().window().color().lightness() < 128 ? ThemeKind::Dark : ThemeKind::Light;
}

void WindowSettings::setTheme(ThemeKind kind) {
    m_settings->setValue(kTheme, QString::fromUtf8(nameOf(kind).data(), static_cast<qsizetype>(nameOf(kind).size())));
}

QString WindowSettings::language() const {
    const QString chosen = m_settings->value(kLanguage).toString();
    if (!chosen.isEmpty()) return chosen;
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

void WindowSettings::setLanguage(const QString& language) { m_settings->setValue(kLanguage, language); }

QStringList WindowSettings::recentFiles() const {
    QStringList files = m_settings->value(kRecent).toStringList();
    files.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return files;
}

void WindowSettings::addRecentFile(const QString& path) {
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    m_settings->setValue(kRecent, files.mid(0, kMostRecent));
}

QByteArray WindowSettings::bytes(const QString& key) const { return m_settings->value(key).toByteArray(); }
void WindowSettings::setBytes(const QString& key, const QByteArray& bytes) { m_settings->setValue(key, bytes); }
QString WindowSettings::text(const QString& key, const QString& otherwise) const { return m_settings->value(key, otherwise).toString(); }
void WindowSettings::setText(const QString& key, const QString& value) { m_settings->setValue(key, value); }

}  // namespace seekbench
