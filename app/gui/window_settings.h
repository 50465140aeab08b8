// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QtCore/QByteArray>
#include <QtCore/QSettings>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include "core/run/run_folder.h"
#include "widgets/theme/theme.h"

namespace seekbench {

// What the window remembers, in window.ini of the workspace, so that a workspace that is moved or tried out brings its own.
// A file that cannot be read or written costs the memory, nothing else. Lives in the GUI thread.
class WindowSettings {
public:
    explicit WindowSettings(const Workspace& workspace);

    // Unset: what the system prefers.
    ThemeKind theme() const;
    void setTheme(ThemeKind kind);
    QString language() const;  // "en", "zh_CN"
    void setLanguage(const QString& language);

    // Newest first, at most ten, files that are gone left out.
    QStringList recentFiles() const;
    void addRecentFile(const QString& path);

    QByteArray bytes(const QString& key) const;  // geometry and layouts
    void setBytes(const QString& key, const QByteArray& bytes);
    QString text(const QString& key, const QString& otherwise = {}) const;
    void setText(const QString& key, const QString& value);

    static constexpr int kMostRecent = 10;

private:
    std::unique_ptr<QSettings> m_settings;
};

}  // namespace seekbench
