// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/status_line.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

#include "app/session/machine.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {

StatusLine::StatusLine(QWidget* parent) : QStatusBar(parent) {
    setSizeGripEnabled(false);
    const auto add = [this](QLabel*& glyph, QLabel*& text) {
        glyph = new QLabel(this);
        text = new QLabel(this);
        addWidget(glyph);
        addWidget(text);
    };
    add(m_workerIcon, m_worker);
    add(m_deviceIcon, m_device);
    add(m_memoryIcon, m_memory);
    m_measured = new QLabel(this);
    m_notMeasured = new QLabel(this);
    addWidget(m_measured);
    addWidget(m_notMeasured);
    setRole(*m_measured, "chip");
    setRole(*m_notMeasured, "chip-dashed");
    m_language = new QToolButton(this);
    m_language->setPopupMode(QToolButton::InstantPopup);
    m_zoom = new QLabel(QStringLiteral("100 %"), this);
    addPermanentWidget(m_language);
    addPermanentWidget(m_zoom);
    connect(&m_poll, &QTimer::timeout, this, &StatusLine::showMemory);
    m_poll.start(2000);
    retranslate();
}

void StatusLine::setWorkers(int running, const QString& name) {
    m_running = running;
    m_name = name;
    setTheme(m_theme);
    m_worker->setText(running == 0   ? tr("Worker idle")
                      : running == 1 ? tr("Worker: %1").arg(name)
                                     : tr("%n workers running", nullptr, running));
}

void StatusLine::setDevice(const QString& device, int threads) {
    m_deviceName = device;
    m_threads = threads;
    const QString name =
        device == QLatin1String("cpu") ? QStringLiteral("CPU") : device.toUpper().replace(QLatin1Char(':'), QLatin1Char(' '));
    m_device->setText(tr("%1, %n threads", nullptr, threads).arg(name));
}

void StatusLine::setZoom(double zoom) { m_zoom->setText(QStringLiteral("%1 %").arg(qRound(zoom * 100))); }
void StatusLine::setLanguage(const QString& name) { m_language->setText(name); }

void StatusLine::showMemory() {
    const Machine machine = thisMachine();
    constexpr double kGiB = 1024.0 * 1024 * 1024;
    m_memory->setText(machine.memoryTotal == 0
                          ? tr("memory unknown")
                          : QStringLiteral("%1 / %2 GiB")
                                .arg(static_cast<double>(machine.memoryTotal - machine.memoryAvailable) / kGiB, 0, 'f', 1)
                                .arg(static_cast<double>(machine.memoryTotal) / kGiB, 0, 'f', 1));
}

void StatusLine::setTheme(const Theme& theme) {
    m_theme = theme;
    const int glyph = emPixels(*this, 1);
    const auto show = [&](QLabel* label, std::string_view name, Colour colour) {
        label->setPixmap(icon(name, theme, colour).pixmap(QSize(glyph, glyph), devicePixelRatioF()));
    };
    show(m_workerIcon, m_running > 0 ? "play_filled" : "ring", m_running > 0 ? Colour::Ok : Colour::Muted);
    show(m_deviceIcon, "processor", Colour::SecondText);
    show(m_memoryIcon, "memory", Colour::SecondText);
}

void StatusLine::retranslate() {
    setWorkers(m_running, m_name);
    setDevice(m_deviceName.isEmpty() ? QStringLiteral("cpu") : m_deviceName, m_threads);
    m_measured->setText(tr("measured on CPU"));
    m_notMeasured->setText(tr("GPU not measured"));
    m_language->setAccessibleName(tr("Language"));
    m_zoom->setAccessibleName(tr("Zoom of the canvas"));
    showMemory();
}

}  // namespace seekbench
