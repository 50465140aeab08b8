// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "core/operators/operator.h"
#include "gpu/executor/loops/parallel.h"

namespace seekbench::executor {

// How two row-major tensors are stretched to the sizes of a third, the whole, as PyTorch broadcasts: extents of 1 are repeated, missing
// leading ones count as 1. Neighbouring dimensions that are stretched alike are one axis; the last is the run. A value.
class Stretch {
public:
    Stretch(const Sizes& a, const Sizes& b, const Sizes& whole) {
        const std::array<Sizes, 2> given{a, b};
        const std::size_t rank = whole.size();
        std::vector<Axis> axes;
        for (std::size_t i = 0; i < rank; ++i) {
            if (whole[i] == 1) continue;
            Axis axis{whole[i], {}};
            for (std::size_t k = 0; k < 2; ++k) {
                const std::size_t missing = rank - given[k].size();
                axis.kept[k] = i >= missing && given[k][i - missing] == whole[i];
            }
            if (!axes.empty() && axes.back().kept == axis.kept)
                axes.back().extent *= axis.extent;
            else
                axes.push_back(axis);
        }
        if (axes.empty()) axes.push_back({1, {true, true}});
        m_run = axes.back();
        axes.pop_back();
        std::array<std::int64_t, 2> step{m_run.kept[0] ? m_run.extent : 1, m_run.kept[1] ? m_run.extent : 1};
        for (std::size_t i = axes.size(); i-- > 0;) {
            for (std::size_t k = 0; k < 2; ++k) {
                if (axes[i].kept[k]) axes[i].step[k] = step[k], step[k] *= axes[i].extent;
            }
            m_runs *= axes[i].extent;
        }
        m_axes = std::move(axes);
    }

    // From one number of a run to the next: 0 where a tensor has only one for all of them.
    bool step(std::size_t operand) const { return m_run.kept[operand]; }
    bool isStretched(std::size_t operand) const {
        return !m_run.kept[operand] || std::ranges::any_of(m_axes, [operand](const Axis& axis) { return !axis.kept[operand]; });
    }

    // work(place in the whole, in a, in b, count) for all of the whole in pieces, shared between the threads.
    template <class Work>
    void forAll(const Work& work) const {
        const std::int64_t pieces = (m_run.extent + kPiece - 1) / kPiece, together = std::max<std::int64_t>(1, kPiece / m_run.extent);
        const std::int64_t all = m_runs * pieces, tasks = (all + together - 1) / together;
        forTasks(tasks, threads(), [&](std::int64_t task, int) {
            for (std::int64_t i = task * together; i < std::min(all, (task + 1) * together); ++i) {
                const std::int64_t run = i / pieces, first = i % pieces * kPiece;
                std::array<std::int64_t, 2> at{};
                std::int64_t rest = run;
                for (std::size_t axis = m_axes.size(); axis-- > 0;) {
                    for (std::size_t k = 0; k < 2; ++k) at[k] += rest % m_axes[axis].extent * m_axes[axis].step[k];
                    rest /= m_axes[axis].extent;
                }
                for (std::size_t k = 0; k < 2; ++k) at[k] += m_run.kept[k] ? first : 0;
                work(run * m_run.extent + first, at[0], at[1], std::min(kPiece, m_run.extent - first));
            }
        });
    }

    // The other way round: for each place of the operand all places of the whole that it is stretched to, in their order and by one
    // thread. work(whether these are the first for it, place in the whole, in a, in b, count)
    template <class Work>
    void forEach(std::size_t operand, const Work& work) const {
        std::int64_t own = 1, repeats = 1;
        for (const Axis& axis : m_axes) (axis.kept[operand] ? own : repeats) *= axis.extent;
        // Columns of a run that stays a run are places of their own.
        const std::int64_t piece = m_run.kept[operand] ? kColumns : m_run.extent, pieces = (m_run.extent + piece - 1) / piece;
        const std::int64_t size = repeats * std::min(piece, m_run.extent), together = std::max<std::int64_t>(1, kPiece / size);
        const std::int64_t all = own * pieces, tasks = (all + together - 1) / together;
        forTasks(tasks, threads(), [&](std::int64_t task, int) {
            for (std::int64_t i = task * together; i < std::min(all, (task + 1) * together); ++i) {
                const std::int64_t first = i % pieces * piece, count = std::min(piece, m_run.extent - first);
                for (std::int64_t repeat = 0; repeat < repeats; ++repeat) {
                    std::int64_t ofOwn = i / pieces, ofRepeats = repeat, run = 0, place = 1;
                    std::array<std::int64_t, 2> at{};
                    for (std::size_t axis = m_axes.size(); axis-- > 0;) {
                        std::int64_t& rest = m_axes[axis].kept[operand] ? ofOwn : ofRepeats;
                        const std::int64_t number = rest % m_axes[axis].extent;
                        rest /= m_axes[axis].extent;
                        run += number * place;
                        place *= m_axes[axis].extent;
                        for (std::size_t k = 0; k < 2; ++k) at[k] += number * m_axes[axis].step[k];
                    }
                    for (std::size_t k = 0; k < 2; ++k) at[k] += m_run.kept[k] ? first : 0;
                    work(repeat == 0, run * m_run.extent + first, at[0], at[1], count);
                }
            }
        });
    }

private:
    static constexpr std::int64_t kPiece = 1 << 13, kColumns = 256;
    struct Axis {
        std::int64_t extent = 1;
        std::array<bool, 2> kept{};  // by operand: it has as many
        std::array<std::int64_t, 2> step{};
    };

    int threads() const { return m_runs * m_run.extent > kWorthThreads ? plannedThreads() : 1; }

    std::vector<Axis> m_axes;  // without the run, outermost first
    Axis m_run;
    std::int64_t m_runs = 1;
};

}  // namespace seekbench::executor
