// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtGui/QImage>
#include <QtWidgets/QWidget>

#include "widgets/theme/theme.h"

namespace seekbench {

// Samples as pictures, four in a row, with what was predicted: class and confidence, and for a wrong one an edge, a glyph and the true
// class in words.
class PictureGrid : public QWidget {
    Q_OBJECT

public:
    static constexpr int kColumns = 4, kRows = 3;

    struct Cell {
        QImage picture;  // null: not here yet
        QString predicted, target;
        double probability = 0;
        bool isCorrect = true;
        qint64 index = 0;  // in the dataset
    };

    explicit PictureGrid(QWidget* parent = nullptr);

    void setCells(std::vector<Cell> cells);
    const std::vector<Cell>& cells() const { return m_cells; }
    void setTheme(Theme theme);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString words(const Cell& cell) const;
    QRect placeOf(std::size_t cell) const;
    void describe();
    void paintCell(QPainter& painter, const QRect& place, const Cell& cell) const;

    Theme m_theme;
    std::vector<Cell> m_cells;
};

}  // namespace seekbench
