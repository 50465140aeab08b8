// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/plot_export.h"

#include <array>
#include <charconv>
#include <limits>

#include <qcustomplot.h>
#include <QtCore/QBuffer>
#include <QtSvg/QSvgGenerator>

#include "widgets/plot/plot_title.h"
#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

constexpr int kMargin = 10;

QSize sizeOf(const PlotPicture& picture) {
    const int lines = picture.title.height() + emPixels(picture.title, 1.5);
    return {picture.plot.width() + 2 * kMargin, picture.plot.height() + lines + 2 * kMargin};
}

void paint(const PlotPicture& picture, QCPPainter& painter) {
    const QSize size = sizeOf(picture);
    const QRect line(kMargin, kMargin, picture.plot.width(), picture.title.height());
    painter.fillRect(QRect(QPoint(), size), picture.theme[Colour::Base]);
    picture.title.paintInto(painter, line);
    painter.save();
    painter.translate(kMargin, line.bottom() + 1);
    picture.plot.toPainter(&painter, picture.plot.width(), picture.plot.height());
    painter.restore();
    QFont font = picture.title.font();
    font.setPixelSize(emPixels(font, em::kCaption));
    painter.setFont(font);
    painter.setPen(picture.theme[Colour::Muted]);
    painter.drawText(line.translated(0, line.height() + picture.plot.height()), Qt::AlignLeft | Qt::AlignVCenter, picture.footer);
}

// A field of RFC 4180: in quotes where it must be.
QByteArray field(const QString& text) {
    QByteArray bytes = text.toUtf8();
    if (bytes.contains(',') || bytes.contains('"') || bytes.contains('\n')) bytes = '"' + bytes.replace("\"", "\"\"") + '"';
    return bytes;
}

}  // namespace

QByteArray pngOf(const PlotPicture& picture) {
    constexpr int factor = 2;
    QImage image(sizeOf(picture) * factor, QImage::Format_RGB32);
    image.setDevicePixelRatio(factor);
    QCPPainter painter;
    painter.begin(&image);
    paint(picture, painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray svgOf(const PlotPicture& picture) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sizeOf(picture));
    generator.setViewBox(QRect(QPoint(), sizeOf(picture)));
    generator.setTitle(picture.title.accessibleName());
    generator.setDescription(picture.footer);
    QCPPainter painter;
    painter.begin(&generator);
    painter.setMode(QCPPainter::pmVectorized, true);
    paint(picture, painter);
    painter.end();
    return bytes;
}

QByteArray csvOf(std::span<const Curve> curves, HorizontalAxis axis, double left, double right) {
    QByteArray bytes("curve,series,step,seconds,epoch,value\r\n");
    std::array<char, 32> digits;
    const auto add = [&](auto number, char end) {
        const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
        bytes.append(digits.data(), result.ptr - digits.data());
        bytes.append(end);
    };
    for (const Curve& curve : curves) {
        const Series& series = *curve.series;
        const QByteArray name = field(curve.label) + ',' + field(fromUtf8(series.name())) + ',';
        const std::size_t first = series.lowerBound(left, axis);
        const std::size_t last = series.lowerBound(std::nextafter(right, std::numeric_limits<double>::infinity()), axis);
        for (std::size_t i = first; i < last; ++i) {
            bytes.append(name);
            add(series.at(i).step, ',');
            add(series.horizontal(i, HorizontalAxis::Time), ',');
            if (series.stepsPerEpoch() > 0)
                add(series.horizontal(i, HorizontalAxis::Epoch), ',');
            else
                bytes.append(',');
            add(series.at(i).value, '\r');
            bytes.append('\n');
        }
    }
    return bytes;
}

}  // namespace seekbench
