// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/candidates.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <utility>

namespace seekbench {
namespace {

// Falling; closer at the ends, where a trained model's probabilities are.
constexpr std::array kLevels{0.99f, 0.98f, 0.95f, 0.9f, 0.8f, 0.7f, 0.6f, 0.5f, 0.4f, 0.3f, 0.2f, 0.1f, 0.05f, 0.02f};

constexpr std::int32_t kOutside = -1;

// Parts that grow together, each known by one of its positions.
class Parts {
public:
    explicit Parts(std::size_t positions) : m_parent(positions, kOutside), m_sums(), m_sumOf(positions, kOutside) {}

    struct Sum {
        double best = 0, weight = 0;
        std::array<double, 3> centre{};
        bool isCandidate = false;
    };

    bool contains(std::size_t position) const { return m_parent[position] != kOutside; }
    void begin(std::size_t position, double weight, const std::array<std::int64_t, 3>& place) {
        m_parent[position] = static_cast<std::int32_t>(position);
        m_sumOf[position] = static_cast<std::int32_t>(m_sums.size());
        m_sums.push_back({weight, weight, {}, false});
        for (std::size_t axis = 0; axis < 3; ++axis) m_sums.back().centre[axis] = weight * static_cast<double>(place[axis]);
    }
    std::size_t find(std::size_t position) {
        while (static_cast<std::size_t>(m_parent[position]) != position) {
            m_parent[position] = m_parent[static_cast<std::size_t>(m_parent[position])];  // halves the way for the next
            position = static_cast<std::size_t>(m_parent[position]);
        }
        return position;
    }
    Sum& sumOf(std::size_t root) { return m_sums[static_cast<std::size_t>(m_sumOf[root])]; }
    void join(std::size_t left, std::size_t right) {
        left = find(left);
        right = find(right);
        if (left == right) return;
        // The lower position leads: which one does is of no interest but must not depend on chance.
        if (right < left) std::swap(left, right);
        Sum &into = sumOf(left), &from = sumOf(right);
        into.best = std::max(into.best, from.best);
        into.weight += from.weight;
        for (std::size_t axis = 0; axis < 3; ++axis) into.centre[axis] += from.centre[axis];
        into.isCandidate |= from.isCandidate;
        m_parent[right] = static_cast<std::int32_t>(left);
    }

private:
    std::vector<std::int32_t> m_parent;
    std::vector<Sum> m_sums;
    std::vector<std::int32_t> m_sumOf;
};

}  // namespace

std::vector<Candidate> candidatesOf(std::span<const float> probability, std::span<const std::int64_t> extents) {
    assert(!extents.empty() && extents.size() <= 3);
    std::array<std::int64_t, 3> size{1, 1, 1};  // missing leading extents are 1
    std::ranges::copy(extents, size.end() - static_cast<std::ptrdiff_t>(extents.size()));
    assert(static_cast<std::int64_t>(probability.size()) == size[0] * size[1] * size[2] && probability.size() < std::size_t{1} << 31);

    std::array<std::vector<std::int32_t>, kLevels.size()> atLevel;
    for (std::size_t i = 0; i < probability.size(); ++i) {
        const auto level = std::ranges::find_if(kLevels, [&](float each) { return probability[i] >= each; });
        if (level != kLevels.end()) atLevel[static_cast<std::size_t>(level - kLevels.begin())].push_back(static_cast<std::int32_t>(i));
    }
    Parts parts(probability.size());
    std::vector<Candidate> candidates;
    for (const std::vector<std::int32_t>& positions : atLevel) {
        for (const std::int32_t position : positions) {
            const std::int64_t x = position % size[2], y = position / size[2] % size[1], z = position / (size[2] * size[1]);
            const auto here = static_cast<std::size_t>(position);
            parts.begin(here, static_cast<double>(probability[here]), {x, y, z});
            for (std::int64_t nz = std::max<std::int64_t>(z - 1, 0); nz <= std::min(z + 1, size[0] - 1); ++nz)
                for (std::int64_t ny = std::max<std::int64_t>(y - 1, 0); ny <= std::min(y + 1, size[1] - 1); ++ny)
                    for (std::int64_t nx = std::max<std::int64_t>(x - 1, 0); nx <= std::min(x + 1, size[2] - 1); ++nx)
                        if (const auto next = static_cast<std::size_t>((nz * size[1] + ny) * size[2] + nx);
                            next != here && parts.contains(next))
                            parts.join(here, next);
        }
        // What holds no candidate of a higher level is new, and consists of positions of this level alone.
        for (const std::int32_t position : positions) {
            auto& sum = parts.sumOf(parts.find(static_cast<std::size_t>(position)));
            if (std::exchange(sum.isCandidate, true)) continue;
            Candidate candidate{sum.best, {}};
            for (std::size_t axis = 0; axis < 3; ++axis) candidate.centre[axis] = sum.centre[axis] / sum.weight;
            candidates.push_back(candidate);
        }
    }
    std::ranges::stable_sort(candidates, std::greater{}, &Candidate::score);
    if (candidates.size() > kMostCandidates) candidates.resize(kMostCandidates);
    return candidates;
}

}  // namespace seekbench
