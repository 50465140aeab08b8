// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>

#include "core/base/result.h"

namespace seekbench {

// A BoundedCache keeps the values used last, by number, up to a total size in bytes. Thread-safe. The values are shared by the cache
// and by whoever reads one while the cache may drop it; the newest is kept even when it is larger than the bound.
template <class Value>
class BoundedCache {
public:
    explicit BoundedCache(std::size_t bytes) : m_limit(bytes) {}

    // The value of `key`, made by `make()`, a Result<Value>, when it is not there; `bytesOf(value)` is its size. Two threads that miss
    // the same value at once both make it: rare, and cheaper than making all others wait.
    template <class Make, class Size>
    Result<std::shared_ptr<const Value>> get(std::int64_t key, Make make, Size bytesOf) {
        {
            const std::lock_guard lock(m_mutex);
            if (const auto found = m_entries.find(key); found != m_entries.end()) {
                m_order.splice(m_order.begin(), m_order, found->second.place);
                return found->second.value;
            }
        }
        Result<Value> made = make();
        if (!made) return made.error();
        const std::size_t size = bytesOf(*made);
        auto value = std::make_shared<const Value>(std::move(*made));
        const std::lock_guard lock(m_mutex);
        if (m_entries.contains(key)) return value;
        m_order.push_front(key);
        m_entries.emplace(key, Entry{value, size, m_order.begin()});
        m_bytes += size;
        while (m_bytes > m_limit && m_order.size() > 1) {
            const auto last = m_entries.find(m_order.back());
            m_bytes -= last->second.bytes;
            m_entries.erase(last);
            m_order.pop_back();
        }
        return value;
    }
    std::size_t bytes() const {
        const std::lock_guard lock(m_mutex);
        return m_bytes;
    }

private:
    struct Entry {
        std::shared_ptr<const Value> value;
        std::size_t bytes;
        std::list<std::int64_t>::iterator place;
    };
    const std::size_t m_limit;
    mutable std::mutex m_mutex;
    std::map<std::int64_t, Entry> m_entries;
    std::list<std::int64_t> m_order;  // the one used last comes first
    std::size_t m_bytes = 0;
};

}  // namespace seekbench
