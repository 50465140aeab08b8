// SPDX-License-Identifier: Apache-2.0
#pragma once

// How the kernels of a plan share work between threads. The parts and the order in which they are put together depend on the sizes and
// on the number of threads only, so that no thread's timing shows in a number.

#include <algorithm>
#include <cstdint>

#include <omp.h>

namespace seekbench::executor {

// Below so many numbers, waking another thread takes longer than the loop.
inline constexpr std::int64_t kWorthThreads = 1 << 16;

// For how many threads memory is planned.
inline int plannedThreads() { return std::max(1, omp_get_max_threads()); }

// work(task, thread) for each task, thread < planned. Who does which is left to chance: results must not depend on it.
template <class Work>
void forTasks(std::int64_t tasks, int planned, const Work& work) {
    const int threads =
        static_cast<int>(std::clamp<std::int64_t>(std::min(planned, omp_get_max_threads()), 1, std::max<std::int64_t>(1, tasks)));
    if (threads == 1) {
        for (std::int64_t task = 0; task < tasks; ++task) work(task, 0);
        return;
    }
#pragma omp parallel for num_threads(threads) schedule(dynamic)
    for (std::int64_t task = 0; task < tasks; ++task) work(task, omp_get_thread_num());
}

// work(first, count): slices of whole cache lines, so that no two threads write into the same.
template <class Work>
void inSlices(std::int64_t count, const Work& work) {
    constexpr std::int64_t kSlice = 1 << 14;
    const std::int64_t slices = (count + kSlice - 1) / kSlice;
#pragma omp parallel for if (count > kWorthThreads)
    for (std::int64_t slice = 0; slice < slices; ++slice) work(slice * kSlice, std::min(kSlice, count - slice * kSlice));
}

// work(part, first, count): `rows` in as many parts of neighbours as there are planned threads.
template <class Work>
void inParts(std::int64_t rows, int parts, bool worthThreads, const Work& work) {
#pragma omp parallel for if (worthThreads && parts > 1) schedule(static)
    for (int part = 0; part < parts; ++part) {
        const std::int64_t first = rows * part / parts;
        work(part, first, rows * (part + 1) / parts - first);
    }
}

}  // namespace seekbench::executor
