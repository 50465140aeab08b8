// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "core/run/predictions.h"
#include "widgets/theme/theme.h"

namespace seekbench {

// The confusion matrix as a picture: a row for each true class, a column for what was said, the darker the larger the share of the row;
// figures where there is room. For up to kMostClasses classes. Lives in the GUI thread.
class MatrixPicture : public QWidget {
    Q_OBJECT

public:
    static constexpr std::int64_t kMostClasses = 100;

    explicit MatrixPicture(QWidget* parent = nullptr);

    void setPredictions(const Predictions& predictions, QStringList classNames);
    // How often samples of class `row` were called `column`.
    std::int64_t count(int row, int column) const { return m_counts[static_cast<std::size_t>(row * m_classes + column)]; }
    int classes() const { return m_classes; }
    void setTheme(Theme theme);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return width; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF area() const;
    QString words(int row, int column) const;

    Theme m_theme;
    int m_classes = 0;
    std::vector<std::int64_t> m_counts, m_totals;  // row by row; of each row
    QStringList m_names;
};

}  // namespace seekbench
