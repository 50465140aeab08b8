// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include <QtWidgets/QWidget>

#include "core/run/memory_table.h"
#include "widgets/plot/series.h"
#include "widgets/theme/theme.h"

namespace seekbench {

// What one pixel column of the areas shows: the memory of the step with the highest peak among those that fall into it.
struct MemoryColumn {
    std::int64_t step = 0;
    MemoryBytes bytes;
    bool operator==(const MemoryColumn&) const = default;
};
// `parts`: the series of the categories, in their order; one may be missing (nullptr) and counts as nothing. At most `columns` columns from
// the first step to the last; where a column holds more than `kMostLooks` steps, that many of them are looked at.
std::vector<MemoryColumn> memoryColumns(const std::array<const Series*, kMemoryCategories.size()>& parts, int columns);
inline constexpr std::size_t kMostLooks = 64;

// The memory at the peak of each step as areas on top of one another, over the steps of a run; a dashed line where the forecast lies. Lives
// in the GUI thread.
class MemoryChart : public QWidget {
    Q_OBJECT

public:
    explicit MemoryChart(QWidget* parent = nullptr);

    // The series stay where they are until the next call.
    void setSeries(const std::array<const Series*, kMemoryCategories.size()>& parts);
    void setForecast(std::int64_t bytes);  // 0: none
    void setTheme(Theme theme);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
    std::array<const Series*, kMemoryCategories.size()> m_parts{};
    std::int64_t m_forecast = 0;
};

}  // namespace seekbench
