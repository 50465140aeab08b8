// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "core/trace/dictionary.h"

namespace seekbench {

// What a slice is called, in words.
struct ProfileLabel {
    std::string name;
    std::string node = {};            // path; empty: that of the slice around it
    std::string category = {};        // "cpu_op", "layer" …
    std::string implementation = {};  // of a kernel: "jit:avx2, channels last"
    Phase phase = Phase::None;        // None: that of the slice around it
    // The work of it, where known: of layers.
    double flops = 0, bytes = 0;
    std::string type = {};  // of the numbers: "fp32"
    auto operator<=>(const ProfileLabel&) const = default;
};

// The labels of a profile and their numbers, from 0 on. Thread-safe; a thread asks for each label once and remembers the number.
class LabelTable {
public:
    std::uint32_t number(const ProfileLabel& label) {
        const std::lock_guard lock(m_mutex);
        const auto [place, fresh] = m_numbers.try_emplace(label, static_cast<std::uint32_t>(m_labels.size()));
        if (fresh) m_labels.push_back(&place->first);
        return place->second;
    }
    // What a number means; numbers that were given out stay good.
    const ProfileLabel& operator[](std::uint32_t number) const {
        const std::lock_guard lock(m_mutex);
        return *m_labels[number];
    }

private:
    mutable std::mutex m_mutex;
    std::map<ProfileLabel, std::uint32_t> m_numbers;
    std::deque<const ProfileLabel*> m_labels;
};

}  // namespace seekbench
