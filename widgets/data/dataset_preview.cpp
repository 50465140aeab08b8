// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/data/dataset_preview.h"

#include <algorithm>
#include <array>
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

constexpr double kGap = 0.31, kName = 6.2, kCaptionLine = 1.5;

int classesOf(const DatasetPreviewData& data) { return static_cast<int>(data.trainCounts.size()); }

constexpr int kSeriesWide = 3;          // times as wide as high
constexpr std::size_t kMostCurves = 4;  // of the features of a series
constexpr double kMaskStrength = 0.55;

// The middle slice of a volume as a picture; `slice` of it where one is named.
QImage greyImage(const HostTensor& tensor, std::optional<std::int64_t> slice) {
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
    // (channels, slices, rows, columns)
    const std::size_t first = sizes.size() == 4 ? static_cast<std::size_t>(slice.value_or(sizes[1] / 2)) * plane : 0;
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

// The slice of a mask (slices, rows, columns) with most of it.
std::int64_t fullestSlice(const HostTensor& mask) {
    const std::int64_t plane = mask.sizes[1] * mask.sizes[2];
    std::int64_t best = mask.sizes[0] / 2, most = 0;
    for (std::int64_t slice = 0; slice < mask.sizes[0]; ++slice) {
        const auto begin = mask.integers.begin() + slice * plane;
        const std::int64_t count = plane - std::count(begin, begin + plane, 0);
        if (count > most) most = count, best = slice;
    }
    return best;
}

QImage masked(const DatasetSample& sample, const Theme& theme) {
    const auto& sizes = sample.mask.sizes;
    const bool isVolume = sizes.size() == 3;
    const std::int64_t slice = isVolume ? fullestSlice(sample.mask) : 0;
    QImage image = greyImage(sample.input, slice).convertToFormat(QImage::Format_RGB32);
    if (image.isNull() || image.height() != sizes[sizes.size() - 2] || image.width() != sizes.back()) return image;
    static constexpr std::array kColours{Colour::Accent, Colour::Error, Colour::Warning, Colour::Ok, Colour::Info};
    const std::int64_t first = isVolume ? slice * sizes[1] * sizes[2] : 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const std::int64_t label = sample.mask.integers[static_cast<std::size_t>(first + std::int64_t{y} * image.width() + x)];
            if (label <= 0) continue;  // background, or a position that counts nowhere
            const QColor over = theme[kColours[static_cast<std::size_t>(label - 1) % kColours.size()]], under = image.pixelColor(x, y);
            const auto mixed = [](int a, int b) { return static_cast<int>(kMaskStrength * a + (1 - kMaskStrength) * b); };
            image.setPixelColor(
                x, y, QColor(mixed(over.red(), under.red()), mixed(over.green(), under.green()), mixed(over.blue(), under.blue())));
        }
    return image;
}

QImage curves(const HostTensor& series, const Theme& theme) {
    constexpr int kHeight = 96, kMargin = 4;
    const auto positions = static_cast<std::size_t>(series.sizes.at(0)), features = static_cast<std::size_t>(series.sizes.at(1));
    QImage image(kSeriesWide * kHeight, kHeight, QImage::Format_RGB32);
    image.fill(theme[Colour::Base]);
    if (positions == 0 || series.floats.size() < positions * features) return image;
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    static constexpr std::array kColours{Colour::Accent, Colour::Ok, Colour::Warning, Colour::Error};
    for (std::size_t feature = std::min(features, kMostCurves); feature-- > 0;) {  // the first one on top
        float low = series.floats[feature], high = low;
        for (std::size_t i = 0; i < positions; ++i) {
            low = std::min(low, series.floats[i * features + feature]);
            high = std::max(high, series.floats[i * features + feature]);
        }
        const float range = high > low ? high - low : 1;
        QPolygonF line;
        for (std::size_t i = 0; i < positions; ++i)
            line.append({kMargin + static_cast<double>(i) / static_cast<double>(std::max<std::size_t>(1, positions - 1)) *
                                       (image.width() - 2 * kMargin),
                         kHeight - kMargin - double{(series.floats[i * features + feature] - low) / range} * (kHeight - 2 * kMargin)});
        painter.setPen(QPen(theme[kColours[feature]], feature == 0 ? 2.5 : 1.2));
        painter.drawPolyline(line);
    }
    return image;
}

}  // namespace

QImage sampleImage(const HostTensor& tensor) { return greyImage(tensor, {}); }

QImage sampleImage(const DatasetSample& sample, const Theme& theme) {
    if (sample.form == DatasetSample::Form::Series && sample.input.sizes.size() == 2) return curves(sample.input, theme);
    return sample.mask.integers.empty() ? sampleImage(sample.input) : masked(sample, theme);
}

DatasetPreview::DatasetPreview(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void DatasetPreview::setTheme(Theme theme) {
    m_theme = theme;
    if (m_data) buildLines();  // masks and curves have colours of the theme
    update();
}

void DatasetPreview::setPictureHeight(double em) {
    m_pictureEm = em;
    updateGeometry();
    update();
}

bool DatasetPreview::hasSeries() const { return !m_data->samples.empty() && m_data->samples.front().form == DatasetSample::Form::Series; }

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
        line.pictures.push_back({sampleImage(m_data->samples[samples[i]], m_theme)});
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
            if (m_data->samples[i].label == number && (!hasSeries() || samples.empty())) samples.push_back(i);
        addPictures(line, samples);
        spoken.append(tr("%1: %2 to train on, %3 to validate with").arg(line.name, countText(line.train), countText(line.validation)));
        m_lines.push_back(std::move(line));
    }
    constexpr std::size_t kMostLines = 20;
    if (m_lines.size() > kMostLines) m_lines.resize(kMostLines);
    if (classes == 0) {
        const bool isText = !m_data->samples.empty() && m_data->samples.front().form == DatasetSample::Form::Text;
        const std::size_t inLine = isText || hasSeries() ? 1 : 4;
        for (std::size_t begin = 0; begin < m_data->samples.size(); begin += inLine) {
            Line line;
            std::vector<std::size_t> samples;
            for (std::size_t i = begin; i < std::min(begin + inLine, m_data->samples.size()); ++i) samples.push_back(i);
            if (isText) {
                line.text = fromUtf8(m_data->samples[begin].text).simplified();
                spoken.append(line.text);
            } else {
                addPictures(line, samples);
            }
            m_lines.push_back(std::move(line));
        }
    }
    setAccessibleName(tr("Samples and class balance"));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
}

int DatasetPreview::lineHeight() const { return emPixels(*this, m_pictureEm) + emPixels(*this, kGap); }

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
    const int picture = emPixels(*this, m_pictureEm), gap = emPixels(*this, kGap),
              nameWidth = classesOf(*m_data) > 0 ? emPixels(*this, kName) : 0;
    const QFontMetrics metrics(painter.font());
    painter.setPen(m_theme[Colour::Text]);
    painter.drawText(QRect(rect.left(), rect.top(), nameWidth, picture), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(line.name, Qt::ElideRight, nameWidth - gap));
    int x = rect.left() + nameWidth;
    if (!line.text.isEmpty()) {
        // Two lines of the text; more of it would say no more.
        painter.drawText(QRect(x, rect.top(), rect.width() - nameWidth, picture), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWrapAnywhere,
                         metrics.elidedText(line.text, Qt::ElideRight, static_cast<int>(1.8 * (rect.width() - nameWidth))));
        return;
    }
    for (const auto& [image, augmented] : line.pictures) {
        const int widest = hasSeries() ? kSeriesWide * picture : picture;
        const QSize size = image.size().scaled(widest, picture, Qt::KeepAspectRatio);
        const QRect place(QPoint(x, rect.top() + (picture - std::max(size.height(), 6)) / 2),
                          QSize(size.width(), std::max(size.height(), 6)));
        painter.drawImage(place, image);
        if (augmented) {
            painter.setPen(QPen(m_theme[Colour::Accent], 2));
            painter.drawRect(place.adjusted(-1, -1, 0, 0));
        }
        x += widest + gap;
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
