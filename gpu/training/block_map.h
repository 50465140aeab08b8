// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace seekbench {

// A BlockMap finds what is known of a block of memory by its address. Open addressing with linear probing in one array, which grows by
// doubling and never shrinks: after the first steps of a run, putting in and taking out allocate nothing. One thread at a time.
template <class Value>
class BlockMap {
public:
    BlockMap() : m_slots(1024) {}

    std::size_t size() const { return m_size; }

    // nullptr: not there. Valid until the next put() or take().
    Value* find(const void* block) {
        for (std::size_t i = home(block); m_slots[i].block; i = next(i))
            if (m_slots[i].block == block) return &m_slots[i].value;
        return nullptr;
    }
    // In the place of what is there under this address.
    void put(const void* block, const Value& value) {
        if (2 * (m_size + 1) > m_slots.size()) grow();
        std::size_t i = home(block);
        while (m_slots[i].block && m_slots[i].block != block) i = next(i);
        if (!m_slots[i].block) ++m_size;
        m_slots[i] = {block, value};
    }
    // Takes out what find() has found. Those behind it move up where they would be searched in vain (Knuth, volume 3, 6.4, algorithm R).
    void take(const void* block) {
        std::size_t hole = home(block);
        while (m_slots[hole].block && m_slots[hole].block != block) hole = next(hole);
        if (!m_slots[hole].block) return;
        for (std::size_t i = next(hole); m_slots[i].block; i = next(i)) {
            const std::size_t wanted = home(m_slots[i].block);
            const bool between = hole <= i ? (hole < wanted && wanted <= i) : (hole < wanted || wanted <= i);
            if (between) continue;
            m_slots[hole] = m_slots[i];
            hole = i;
        }
        m_slots[hole].block = nullptr;
        --m_size;
    }
    template <class Function>
    void forEach(Function function) const {
        for (const Slot& slot : m_slots)
            if (slot.block) function(slot.value);
    }

private:
    struct Slot {
        const void* block = nullptr;
        Value value{};
    };

    std::size_t next(std::size_t i) const { return (i + 1) & (m_slots.size() - 1); }
    // Blocks are aligned, so that their lowest bits tell nothing; multiplying spreads the others (Fibonacci hashing).
    std::size_t home(const void* block) const {
        const auto address = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(block));
        return static_cast<std::size_t>((address >> 4) * 0x9E3779B97F4A7C15u >> 32) & (m_slots.size() - 1);
    }
    void grow() {
        std::vector<Slot> old(2 * m_slots.size());
        old.swap(m_slots);
        m_size = 0;
        for (const Slot& slot : old)
            if (slot.block) put(slot.block, slot.value);
    }

    std::vector<Slot> m_slots;  // a power of two, at most half of it taken
    std::size_t m_size = 0;
};

}  // namespace seekbench
