// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QtGui/QImage>
#include <QtWidgets/QWidget>

#include "core/data/preview.h"
#include "widgets/theme/theme.h"

namespace seekbench {

// The picture of a sample: grey or RGB, its smallest number black and its largest white; of a volume the slice in the
// middle; numbers without extents of a picture become a strip of grey.
QImage sampleImage(const HostTensor& tensor);
// The same with the sample's mask over it, each class in a colour of its own: of a volume the slice with most of the mask. A series
// becomes curves, one for each of its first features.
QImage sampleImage(const DatasetSample& sample, const Theme& theme);

// A DatasetPreview shows a row for each class: its name, some of its samples as pictures, and how many there are to train on and to
// validate with, as bars. Without classes it shows samples only. Masks lie over their pictures, series are curves, text is text.
class DatasetPreview : public QWidget {
    Q_OBJECT

public:
    explicit DatasetPreview(QWidget* parent = nullptr);

    void setTheme(Theme theme);
    // How high a picture is, in em of the font.
    void setPictureHeight(double em);
    void setData(const DatasetPreviewData& data);
    void clear();
    // What training would do to the samples: some are shown beside their originals, in frames, as one draw makes them.
    void setAugmentation(const std::vector<Choice>& augmentation);
    void nextDraw();
    bool isAugmented() const { return !m_augmented.empty(); }
    std::int64_t draw() const { return m_draw; }
    bool isEmpty() const { return !m_data.has_value(); }
    const std::optional<DatasetPreviewData>& data() const { return m_data; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Line {
        QString name;
        struct Picture {
            QImage image;
            bool augmented = false;
        };
        std::vector<Picture> pictures;
        QString text;  // of a sample of text
        std::int64_t train = 0, validation = 0;
    };
    int lineHeight() const;
    bool hasSeries() const;
    void paintLine(QPainter& painter, const QRect& rect, const Line& line, std::int64_t largest) const;
    void buildLines();
    void augment();
    void addPictures(Line& line, const std::vector<std::size_t>& samples) const;

    Theme m_theme;
    std::optional<DatasetPreviewData> m_data;
    std::vector<Line> m_lines;
    double m_pictureEm = 2.15;
    std::vector<Choice> m_augmentation;
    std::vector<HostTensor> m_augmented;  // of m_data->samples, in their order; empty: not augmented
    std::int64_t m_draw = 0;
};

}  // namespace seekbench
