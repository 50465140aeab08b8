// SPDX-License-Identifier: Apache-2.0
#include "core/trace/slice_columns.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace seekbench {
namespace {

template <class T>
void permute(std::vector<T>& column, const std::vector<std::uint32_t>& order) {
    std::vector<T> moved(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) moved[i] = column[order[i]];
    column = std::move(moved);
}

}  // namespace

TimeSpan TimeSpan::clipped(const TimeSpan& to) const {
    const std::int64_t from = std::max(begin, to.begin);
    return {from, std::max(from, std::min(end, to.end))};
}

void SliceColumns::append(const Slice& slice) {
    assert(slice.duration >= 0 && slice.start >= -kLatestTime && slice.start <= kLatestTime && slice.duration <= kLongestDuration);
    assert(size() < std::numeric_limits<std::uint32_t>::max());
    if (m_settled && !empty()) {
        const std::int64_t last = m_starts.back();
        m_settled = slice.start > last || (slice.start == last && slice.duration <= m_durations.back());
    }
    if (size() % kBlock == 0) m_reach.push_back(slice.end());
    m_reach.back() = std::max(m_reach.back(), slice.end());
    m_end = empty() ? slice.end() : std::max(m_end, slice.end());
    m_starts.push_back(slice.start);
    m_durations.push_back(slice.duration);
    m_labels.push_back(slice.label);
    m_arguments.push_back(slice.arguments);
}

void SliceColumns::reserve(std::size_t count) {
    m_starts.reserve(count);
    m_durations.reserve(count);
    m_labels.reserve(count);
    m_arguments.reserve(count);
}

void SliceColumns::settle() {
    if (m_settled) return;
    // Slices that stand behind one they should stand before. They are few when writers append slices as they end.
    std::vector<std::uint32_t> late;
    std::int64_t start = m_starts[0], duration = m_durations[0];
    for (std::uint32_t i = 1; i < size(); ++i) {
        if (m_starts[i] > start || (m_starts[i] == start && m_durations[i] <= duration)) {
            start = m_starts[i];
            duration = m_durations[i];
        } else {
            late.push_back(i);
        }
    }
    merge(late);
    m_reach.clear();
    for (std::size_t i = 0; i < size(); ++i) {
        if (i % kBlock == 0) m_reach.push_back(end(i));
        m_reach.back() = std::max(m_reach.back(), end(i));
    }
    m_settled = true;
}

void SliceColumns::merge(const std::vector<std::uint32_t>& late) {
    const auto before = [this](std::uint32_t a, std::uint32_t b) {
        return m_starts[a] != m_starts[b] ? m_starts[a] < m_starts[b] : m_durations[a] > m_durations[b];
    };
    std::vector<std::uint32_t> sorted = late, rest, order(size());
    std::ranges::stable_sort(sorted, before);
    rest.reserve(size() - late.size());
    for (std::uint32_t i = 0, next = 0; i < size(); ++i) {
        if (next < late.size() && late[next] == i)
            ++next;
        else
            rest.push_back(i);
    }
    std::ranges::merge(rest, sorted, order.begin(), before);
    permute(m_starts, order);
    permute(m_durations, order);
    permute(m_labels, order);
    permute(m_arguments, order);
}

TimeSpan SliceColumns::span() const { return empty() ? TimeSpan{} : TimeSpan{m_starts.front(), m_end}; }

std::size_t SliceColumns::firstFrom(std::int64_t time) const {
    assert(m_settled);
    return static_cast<std::size_t>(std::ranges::lower_bound(m_starts, time) - m_starts.begin());
}

std::vector<std::uint32_t> SliceColumns::across(std::int64_t time) const {
    std::vector<std::uint32_t> found;
    const std::size_t last = firstFrom(time);
    for (std::size_t block = 0; block * kBlock < last; ++block) {
        if (m_reach[block] <= time) continue;
        for (std::size_t i = block * kBlock; i < std::min(last, (block + 1) * kBlock); ++i)
            if (end(i) > time) found.push_back(static_cast<std::uint32_t>(i));
    }
    return found;
}

}  // namespace seekbench
