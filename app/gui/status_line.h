// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QStatusBar>

#include "widgets/theme/theme.h"

class QLabel;
class QToolButton;

namespace seekbench {

// The status bar: worker state, device, memory at the left; language and zoom at the right. It shows what it is told and reads the
// machine's memory itself, every two seconds.
class StatusLine : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    // How many runs are at work, and the name of the one shown.
    void setWorkers(int running, const QString& name);
    void setDevice(const QString& device, int threads);
    void setZoom(double zoom);
    void setLanguage(const QString& name);
    void setTheme(const Theme& theme);
    void retranslate();
    QToolButton* languageButton() const { return m_language; }

private:
    void showMemory();

    QLabel *m_workerIcon, *m_worker, *m_deviceIcon, *m_device, *m_memoryIcon, *m_memory, *m_measured, *m_notMeasured, *m_zoom;
    QToolButton* m_language;
    QTimer m_poll;
    Theme m_theme;
    int m_running = 0, m_threads = 1;
    QString m_name, m_deviceName;
};

}  // namespace seekbench
