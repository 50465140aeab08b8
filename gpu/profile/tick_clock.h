// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#if defined(__x86_64__)
#include <x86intrin.h>
#endif

namespace seekbench {

// A clock that costs a few nanoseconds to read and has a unit of its own.
inline std::uint64_t ticks() {
#if defined(__x86_64__)
    return __rdtsc();
#else
    return static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
#endif
}

// Turns ticks into nanoseconds since it was made. The rate is measured once and holds for good, so that what lies within something else
// still does in nanoseconds. The longer it has been there before it is first asked, the better the rate.
class TickClock {
public:
    TickClock();
    // Measures the rate; waits until a hundredth of a second has passed since the beginning.
    void settle();
    std::int64_t nanoseconds(std::uint64_t ticks) const;
    // How far this clock has moved away from the system's since it was settled: ns.
    std::int64_t residual() const;
    std::uint64_t zero() const { return m_zero; }  // ticks
    double nanosecondsPerTick() const { return m_nanosecondsPerTick; }
    double startedAt() const { return m_startedAt; }  // seconds since 1970-01-01 UTC at 0 ns

private:
    std::uint64_t m_zero;
    std::chrono::steady_clock::time_point m_begin;
    double m_startedAt;
    double m_nanosecondsPerTick = 1;
    std::int64_t m_offset = 0;  // of the two clocks when it was settled
};

}  // namespace seekbench
