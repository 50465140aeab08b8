// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtWidgets/QWidget>

#include "core/run/memory_table.h"
#include "widgets/theme/theme.h"

namespace seekbench {

// Where the parts of a bar of `width` pixels end, by category; the last is its end. Every part that is not empty is at least a pixel wide.
std::vector<int> barEnds(const MemoryBytes& bytes, int width);

// A bar whose parts are what the memory is for. Its tip says them in figures. Lives in the GUI thread.
class MemoryBar : public QWidget {
    Q_OBJECT

public:
    explicit MemoryBar(QWidget* parent = nullptr);

    // `full`: what the whole width stands for; 0: the sum of the bytes.
    void setBytes(const MemoryBytes& bytes, std::int64_t full = 0);
    const MemoryBytes& bytes() const { return m_bytes; }
    void setTheme(Theme theme);
    void retranslate();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
    MemoryBytes m_bytes;
    std::int64_t m_full = 0;
};

}  // namespace seekbench
