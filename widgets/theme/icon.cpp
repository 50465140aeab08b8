// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/icon.h"

#include <cassert>
#include <map>

#include <QtCore/QFile>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>

namespace seekbench {
namespace {

QString fileOf(std::string_view name) {
    return QStringLiteral(":/icons/%1.svg").arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
}

// Renderers by name and colour: a window paints the same few again and again. GUI thread only, like all painting of widgets.
QSvgRenderer& rendererOf(std::string_view name, const QColor& colour) {
    static std::map<std::pair<std::string, QRgb>, QSvgRenderer> renderers;
    const std::pair key{std::string(name), colour.rgb()};
    auto found = renderers.find(key);
    if (found == renderers.end()) {
        QFile file(fileOf(name));
        [[maybe_unused]] const bool there = file.open(QIODevice::ReadOnly);
        assert(there);
        found = renderers.try_emplace(key).first;
        found->second.load(file.readAll().replace("currentColor", colour.name().toLatin1()));
    }
    return found->second;
}

class ThemedIconEngine final : public QIconEngine {
public:
    ThemedIconEngine(std::string name, QColor colour, QColor disabled)
        : m_name(std::move(name)), m_colour(std::move(colour)), m_disabled(std::move(disabled)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        rendererOf(m_name, mode == QIcon::Disabled ? m_disabled : m_colour).render(painter, rect);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new ThemedIconEngine(*this); }

private:
    std::string m_name;
    QColor m_colour, m_disabled;
};

}  // namespace

QIcon icon(std::string_view name, const QColor& colour, const QColor& disabled) {
    assert(hasIcon(name));
    return QIcon(new ThemedIconEngine(std::string(name), colour, disabled));
}

QIcon icon(std::string_view name, const Theme& theme, Colour colour) { return icon(name, theme[colour], theme[Colour::Disabled]); }

void paintIcon(QPainter& painter, const QRectF& rect, std::string_view name, const QColor& colour) {
    rendererOf(name, colour).render(&painter, rect);
}

bool hasIcon(std::string_view name) { return QFile::exists(fileOf(name)); }

}  // namespace seekbench
