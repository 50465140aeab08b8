// SPDX-License-Identifier: Apache-2.0
#include "gpu/profile/tick_clock.h"

#include <cmath>
#include <thread>

#include "gpu/training/clock.h"

namespace seekbench {
namespace {

using Nanoseconds = std::chrono::duration<double, std::nano>;

}  // namespace

TickClock::TickClock() : m_zero(ticks()), m_begin(std::chrono::steady_clock::now()), m_startedAt(secondsSinceEpoch()) {}

void TickClock::settle() {
    std::this_thread::sleep_until(m_begin + std::chrono::milliseconds(10));
    const std::uint64_t now = ticks();
    const Nanoseconds passed = std::chrono::steady_clock::now() - m_begin;
    m_nanosecondsPerTick = passed.count() / static_cast<double>(now - m_zero);
    m_offset = 0;
    m_offset = residual();
}

std::int64_t TickClock::nanoseconds(std::uint64_t ticks) const {
    return std::llround(static_cast<double>(static_cast<std::int64_t>(ticks - m_zero)) * m_nanosecondsPerTick);
}

std::int64_t TickClock::residual() const {
    const Nanoseconds passed = std::chrono::steady_clock::now() - m_begin;
    return nanoseconds(ticks()) - std::llround(passed.count()) - m_offset;
}

}  // namespace seekbench
