// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>

namespace seekbench {

// What a thread notes while it is profiled. Times are ticks().
struct ProfileRecord {
    enum class Kind : std::uint32_t {
        Slice,      // word: its label
        WorkSlice,  // the same, and it states the work of its label
        Phase,      // of the trainer; word: its label
        Step,       // word: its number
        Counter,    // word: its number; end: the value as bits of a double
        Flow,       // from where a layer began on the way forward to where it begins on the way back
    };
    std::uint64_t start, end;
    std::uint32_t word;
    Kind kind;
};
static_assert(std::is_trivial_v<ProfileRecord>);

// A queue from the thread that is profiled to the one that writes: neither waits for the other. A full ring drops what comes and counts
// it. One thread pushes, one drains.
class RecordRing {
public:
    static constexpr std::size_t kCapacity = std::size_t{1} << 17;  // 3 MB, which the system gives as it is filled

    // A push costs a few nanoseconds and never allocates.
    void push(const ProfileRecord& record) {
        const std::uint64_t place = m_pushed.load(std::memory_order_relaxed);
        if (place - m_knownDrained >= kCapacity) {
            m_knownDrained = m_drained.load(std::memory_order_acquire);
            if (place - m_knownDrained >= kCapacity) {
                m_dropped.store(m_dropped.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
                return;
            }
        }
        m_records[place % kCapacity] = record;
        m_pushed.store(place + 1, std::memory_order_release);
    }
    // Calls take(record) for all that is there, in the order of the pushes.
    template <class Take>
    void drain(Take take) {
        const std::uint64_t end = m_pushed.load(std::memory_order_acquire);
        std::uint64_t place = m_drained.load(std::memory_order_relaxed);
        for (; place < end; ++place) take(m_records[place % kCapacity]);
        m_drained.store(place, std::memory_order_release);
    }

    std::uint64_t pushed() const { return m_pushed.load(std::memory_order_relaxed); }
    std::uint64_t dropped() const { return m_dropped.load(std::memory_order_relaxed); }

private:
    const std::unique_ptr<ProfileRecord[]> m_records = std::make_unique_for_overwrite<ProfileRecord[]>(kCapacity);
    alignas(64) std::atomic<std::uint64_t> m_pushed{0};
    std::atomic<std::uint64_t> m_dropped{0};
    std::uint64_t m_knownDrained = 0;  // of the pushing thread: reading m_drained costs a cache miss
    alignas(64) std::atomic<std::uint64_t> m_drained{0};
};

}  // namespace seekbench
