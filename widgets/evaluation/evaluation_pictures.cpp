// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluation/evaluation_pictures.h"

#include <algorithm>

#include <QtGui/QPainter>

#include "widgets/text/figures.h"

namespace seekbench {

MaskMark maskMark(std::uint8_t target, std::uint8_t predicted) {
    if (target == MaskPicture::kIgnored || (target == 0 && predicted == 0)) return MaskMark::None;
    if (target == predicted) return MaskMark::Right;
    return target == 0 ? MaskMark::Wrong : MaskMark::Missed;
}

QImage maskImage(const MaskPicture& mask, const Theme& theme) {
    QImage image(mask.width, mask.height, QImage::Format_RGB32);
    const auto blended = [](int grey, const QColor& colour) {
        return qRgb((grey + colour.red()) / 2, (grey + colour.green()) / 2, (grey + colour.blue()) / 2);
    };
    std::size_t i = 0;
    for (int y = 0; y < mask.height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < mask.width; ++x, ++i) {
            const int grey = mask.picture[i];
            switch (maskMark(mask.target[i], mask.predicted[i])) {
                case MaskMark::None: line[x] = qRgb(grey, grey, grey); break;
                case MaskMark::Right: line[x] = blended(grey, theme[Colour::Ok]); break;
                case MaskMark::Missed: line[x] = blended(grey, theme[Colour::Info]); break;
                case MaskMark::Wrong: line[x] = blended(grey, theme[Colour::Error]); break;
            }
        }
    }
    return image;
}

double rightShare(const MaskPicture& mask) {
    std::int64_t right = 0, all = 0;
    for (std::size_t i = 0; i < mask.target.size(); ++i) {
        const MaskMark mark = maskMark(mask.target[i], mask.predicted[i]);
        all += mark != MaskMark::None;
        right += mark == MaskMark::Right;
    }
    return all > 0 ? static_cast<double>(right) / static_cast<double>(all) : 1;
}

QImage boxImage(const QImage& picture, const BoxPicture& boxes, const Theme& theme, int extent) {
    QImage image(extent, extent, QImage::Format_RGB32);
    image.fill(theme[Colour::Base]);
    QPainter painter(&image);
    if (!picture.isNull()) painter.drawImage(image.rect(), picture);
    const auto place = [&](const Box& box) {
        const double width = box.width * extent, height = box.height * extent;
        return QRectF(box.x * extent - width / 2, box.y * extent - height / 2, width, height);
    };
    for (const TrueBox& truth : boxes.truth) {
        painter.setPen(QPen(theme[Colour::Info], 2, Qt::DashLine));
        painter.drawRect(place(truth.box));
    }
    for (const Detection& detection : boxes.detections) {
        painter.setPen(QPen(theme[Colour::Warning], 2));
        const QRectF at = place(detection.box);
        painter.drawRect(at);
        painter.drawText(at.topLeft() + QPointF(3, painter.fontMetrics().ascent() + 1), percentText(detection.score, 0));
    }
    return image;
}

}  // namespace seekbench
