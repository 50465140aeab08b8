// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QtWidgets/QWidget>

#include "widgets/theme/theme.h"

namespace seekbench {

// Rows with a name, a bar, perhaps an interval on it, and a figure: accuracies of classes, counts of confusions.
class ShareBars : public QWidget {
    Q_OBJECT

public:
    struct Row {
        QString name, figure;
        double value = 0;  // 0 … 1 of the axis
        std::optional<std::pair<double, double>> interval;
        bool stands = false;  // out: a warning's colour and glyph
        QString tip;
        bool operator==(const Row&) const = default;
    };

    explicit ShareBars(QWidget* parent = nullptr);

    // The axis from `from` to `to`: bars begin at the left edge.
    void setRows(std::vector<Row> rows, double from = 0, double to = 1);
    const std::vector<Row>& rows() const { return m_rows; }
    void setTheme(Theme theme);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    int rowHeight() const;
    Theme m_theme;
    std::vector<Row> m_rows;
    double m_from = 0, m_to = 1;
};

}  // namespace seekbench
