// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/data/dataset_preview.h"

#include <algorithm>
#include <cmath>

#include <QtCore/QEvent>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

constexpr double kPicture = 2.15, kGap = 0.31, kName = 6.2, kCaptionLine = 1.5;

int classesOf(const DatasetPreviewData& data) { return static_cast<int>(data.trainCounts.size()); }

}  // namespace

QImage sampleImage(const HostTensor& tensor) {
    if (tensor.floats.empty() && tensor.integers.empty()) return {};
    std::vector<float> numbers = tensor.floats;
    if (numbers.empty()) numbers.assign(tensor.integers.begin(), tensor.integers.end());
    const auto [low, high] = std::ranges::minmax(numbers);
    const float range = high > low ? high - low : 1;
    const auto grey = [&](std::size_t index) {
        return std::clamp(static_cast<int>(std::lround((numbers[index] - low) / range * 255)), 0, 255);
    };
    const auto& sizes = tensor.sizes;
    const bool picture = sizes.size() >= 2;
    const auto height = picture ? static_cast<int>(sizes[sizes.size() - 2]) : 1;
    const auto width = sizes.empty() ? 1 : static_cast<int>(sizes.back());
    const auto plane = static_cast<std::size_t>(height) * static_cast<std::size_t>(width);
    if (plane == 0 || numbers.size() < plane) return {};
    const std::size_t first = sizes.size() == 4 ? static_cast<std::size_t>(sizes[1] / 2) * plane : 0;  // (channels, slices, rows, columns)
    const bool coloured = sizes.size() == 3 && sizes[0] == 3;
    QImage image(width, height, coloured ? QImage::Format_RGB32 : QImage::Format_Grayscale8);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
            if (coloured)
                image.setPixelColor(x, y, QColor(grey(at), grey(plane + at), grey(2 * plane + at)));
            else
                image.scanLine(y)[x] = static_cast<uchar>(grey(first + at));
        }
    return image;
}

DatasetPreview::DatasetPreview(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void DatasetPreview::setTheme(Theme theme) {
    m_theme = theme;
    update();
}

void DatasetPreview::setData(const DatasetPreviewData& data) {
    m_data = data;
    augment();
    buildLines();
    updateGeometry();
    update();
}

void DatasetPreview::setAugmentation(const std::vector<Choice>& augmentation) {
    if (augmentation == m_augmentation) return;
    m_augmentation = augmentation;
    augment();
    if (!m_data) return;
    buildLines();
    updateGeometry();
    update();
}

void DatasetPreview::nextDraw() {
    ++m_draw;
    augment();
    if (!m_data) return;
    buildLines();
    update();
}

void DatasetPreview::augment() { m_augmented = m_data ? augmentedInputs(*m_data, m_augmentation, m_draw) : std::vector<HostTensor>(); }

// The pictures of some samples; where they are augmented, fewer of them, each followed by what becomes of it.
void DatasetPreview::addPictures(Line& line, const std::vector<std::size_t>& samples) const {
    const std::size_t shown = isAugmented() ? (samples.size() + 1) / 2 : samples.size();
    for (std::size_t i = 0; i < shown; ++i) {
        line.pictures.push_back({sampleImage(m_data->samples[samples[i]].input)});
        if (isAugmented()) line.pictures.push_back({sampleImage(m_augmented[samples[i]]), true});
    }
}

void DatasetPreview::clear() {
    m_data.reset();
    m_augmented.clear();
    m_lines.clear();
    setAccessibleDescription({});
    updateGeometry();
    update();
}

void DatasetPreview::buildLines() {
    m_lines.clear();
    const int classes = classesOf(*m_data);
    QStringList spoken;
    for (int number = 0; number < classes; ++number) {
        const auto index = static_cast<std::size_t>(number);
        Line line{.name = index < m_data->classNames.size() ? translated(m_data->classNames[index]) : QString::number(number),
                  .pictures = {},
                  .train = m_data->trainCounts[index],
                  .validation = m_data->validationCounts[index]};
        std::vector<std::size_t> samples;
        for (std::size_t i = 0; i < m_data->samples.size(); ++i)
            if (m_data->samples[i].label == number) samples.push_back(i);
        addPictures(line, samples);
        spoken.append(tr("%1: %2 to train on, %3 to validate with").arg(line.name, countText(line.train), countText(line.validation)));
        m_lines.push_back(std::move(line));
    }
    constexpr std::size_t kMostLines = 20;
    if (m_lines.size() > kMostLines) m_lines.resize(kMostLines);
    if (classes == 0) {
        constexpr std::size_t kInLine = 4;
        for (std::size_t begin = 0; begin < m_data->samples.size(); begin += kInLine) {
            Line line;
            std::vector<std::size_t> samples;
            for (std::size_t i = begin; i < std::min(begin + kInLine, m_data->samples.size()); ++i) samples.push_back(i);
            addPictures(line, samples);
            m_lines.push_back(std::move(line));
        }
    }
    setAccessibleName(tr("Samples and class balance"));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
}

int DatasetPreview::lineHeight() const { return emPixels(*this, kPicture) + emPixels(*this, kGap); }

QSize DatasetPreview::sizeHint() const {
    const int lines = static_cast<int>(m_lines.size());
    return {emPixels(*this, 22), lines == 0 ? 0 : lines * lineHeight() + emPixels(*this, kCaptionLine)};
}
QSize DatasetPreview::minimumSizeHint() const { return {emPixels(*this, 18), sizeHint().height()}; }

void DatasetPreview::paintEvent(QPaintEvent*) {
    if (!m_data) return;
    QPainter painter(this);
    std::int64_t largest = 1;
    for (const Line& line : m_lines) largest = std::max({largest, line.train, line.validation});
    QFont small = font();
    small.setPixelSize(emPixels(*this, em::kTable));
    painter.setFont(small);
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        paintLine(painter, QRect(0, static_cast<int>(i) * lineHeight(), width(), lineHeight()), m_lines[i], largest);
    painter.setPen(m_theme[Colour::Muted]);
    const QRect below(0, static_cast<int>(m_lines.size()) * lineHeight(), width(), emPixels(*this, kCaptionLine));
    const int hidden = classesOf(*m_data) - static_cast<int>(m_lines.size());
    QString caption = tr("%1 samples to train on, %2 to validate with").arg(countText(m_data->train), countText(m_data->validation));
    if (classesOf(*m_data) > 0 && hidden > 0) caption = tr("%1; %2 more classes").arg(caption, countText(hidden));
    if (isAugmented()) caption = tr("%1; framed: augmented, draw %2").arg(caption, countText(m_draw + 1));
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, caption);
}

void DatasetPreview::paintLine(QPainter& painter, const QRect& rect, const Line& line, std::int64_t largest) const {
    const int picture = emPixels(*this, kPicture), gap = emPixels(*this, kGap),
              nameWidth = classesOf(*m_data) > 0 ? emPixels(*this, kName) : 0;
    const QFontMetrics metrics(painter.font());
    painter.setPen(m_theme[Colour::Text]);
    painter.drawText(QRect(rect.left(), rect.top(), nameWidth, picture), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(line.name, Qt::ElideRight, nameWidth - gap));
    int x = rect.left() + nameWidth;
    for (const auto& [image, augmented] : line.pictures) {
        const QSize size = image.size().scaled(picture, picture, Qt::KeepAspectRatio);
        const QRect place(QPoint(x, rect.top() + (picture - std::max(size.height(), 6)) / 2),
                          QSize(size.width(), std::max(size.height(), 6)));
        painter.drawImage(place, image);
        if (augmented) {
            painter.setPen(QPen(m_theme[Colour::Accent], 2));
            painter.drawRect(place.adjusted(-1, -1, 0, 0));
        }
        x += picture + gap;
    }
    if (classesOf(*m_data) == 0) return;
    const int figures = metrics.horizontalAdvance(QStringLiteral("000,000")) + gap, room = rect.right() - x - figures - gap;
    const int bar = emPixels(*this, 0.62), middle = rect.top() + picture / 2;
    const auto drawBar = [&](std::int64_t count, int top, Colour colour, bool filled) {
        const int length = room <= 0 ? 0 : static_cast<int>(std::lround(static_cast<double>(count) / static_cast<double>(largest) * room));
        const QRect place(x + gap, top, std::max(length, count > 0 ? 1 : 0), bar);
        if (filled)
            painter.fillRect(place, m_theme[colour]);
        else {
            painter.setPen(m_theme[colour]);
            painter.drawRect(place.adjusted(0, 0, -1, -1));
        }
        painter.setPen(m_theme[Colour::SecondText]);
        painter.drawText(QRect(rect.right() - figures, top - bar / 2, figures, 2 * bar), Qt::AlignRight | Qt::AlignVCenter,
                         countText(count));
    };
    // Filled to train on, empty to validate with: not by colour alone.
    drawBar(line.train, middle - bar - 1, Colour::Accent, true);
    drawBar(line.validation, middle + 1, Colour::Accent, false);
}

bool DatasetPreview::event(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_data) {
        buildLines();
        update();
    }
    if (event->type() == QEvent::ToolTip && m_data && classesOf(*m_data) > 0) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = help->pos().y() / lineHeight();
        if (row >= 0 && row < static_cast<int>(m_lines.size())) {
            const Line& line = m_lines[static_cast<std::size_t>(row)];
            QToolTip::showText(
                help->globalPos(),
                tr("%1: %2 to train on, %3 to validate with").arg(line.name, countText(line.train), countText(line.validation)), this);
            return true;
        }
    }
    return QWidget::event(event);
}

}  // namespace seekbench
