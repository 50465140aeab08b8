// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/smoothed_series.h"

#include <algorithm>

namespace seekbench {

void SmoothedSeries::Pass::take(const Series& series, std::size_t most) {
    const auto raw = series.values().values().subspan(values.size());
    std::vector<double> more;
    more.reserve(std::min(raw.size(), most));
    for (const double value : raw.first(std::min(raw.size(), most))) more.push_back(smoother.next(value));
    values.append(more);
}

bool SmoothedSeries::follow(const Series& series, std::size_t most) {
    if (m_wanted <= 0) {
        m_shown.reset();
        m_next.reset();
        return true;
    }
    const auto isStale = [&](const std::optional<Pass>& pass) { return pass && pass->cuts != series.cuts(); };
    if (isStale(m_shown)) m_shown.reset();
    if (isStale(m_next) || (m_next && m_next->smoothing != m_wanted)) m_next.reset();
    if (m_shown) m_shown->take(series, series.size());  // growth between two frames is little
    if (m_shown && m_shown->smoothing == m_wanted) {
        m_next.reset();
        return true;
    }
    if (!m_next) m_next.emplace(Pass{m_wanted, series.cuts(), Smoother(m_wanted), {}});
    m_next->take(series, most);
    if (m_next->values.size() < series.size()) return false;
    m_shown = std::move(m_next);
    m_next.reset();
    return true;
}

}  // namespace seekbench
