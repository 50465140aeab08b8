// SPDX-License-Identifier: Apache-2.0
#include "core/trace/dictionary.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "core/base/message.h"

namespace seekbench {
namespace {

struct PhaseWords {
    std::string_view name, label;
};
constexpr std::array<PhaseWords, kPhases> kPhaseWords{{
    {"none", phrase("No phase")},
    {"data", phrase("Data")},
    {"forward", phrase("Forward")},
    {"loss", phrase("Loss")},
    {"backward", phrase("Backward")},
    {"optimizer", phrase("Optimizer")},
    {"communication", phrase("Communication")},
    {"checkpoint", phrase("Checkpoint")},
    {"validation", phrase("Validation")},
    {"bookkeeping", phrase("Bookkeeping")},
}};
static_assert(kPhases == static_cast<std::size_t>(Phase::Bookkeeping) + 1);

void mix(std::size_t& seed, std::uint64_t value) {
    // The finalizer of splitmix64 (Steele, Lea, Flood 2014): neighbours must not fall into neighbouring buckets.
    std::uint64_t x = seed ^ (value + 0x9E3779B97F4A7C15ull + (std::uint64_t{seed} << 6));
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
    seed = static_cast<std::size_t>(x ^ (x >> 31));
}

}  // namespace

std::string_view nameOf(Phase phase) { return kPhaseWords[static_cast<std::size_t>(phase)].name; }
std::string_view labelOf(Phase phase) { return kPhaseWords[static_cast<std::size_t>(phase)].label; }

std::optional<Phase> phaseFromName(std::string_view name) {
    const auto found = std::ranges::find(kPhaseWords, name, &PhaseWords::name);
    if (found == kPhaseWords.end()) return std::nullopt;
    return static_cast<Phase>(found - kPhaseWords.begin());
}

std::size_t Dictionary::Hash::operator()(const Label& label) const {
    std::size_t seed = static_cast<std::size_t>(label.phase);
    mix(seed, std::uint64_t{label.name} << 32 | label.node);
    mix(seed, label.category);
    return seed;
}

std::size_t Dictionary::Hash::operator()(const Arguments& arguments) const {
    std::size_t seed = arguments.kernel.has_value();
    mix(seed, std::uint64_t{arguments.shapes} << 32 | arguments.type);
    mix(seed, std::bit_cast<std::uint64_t>(arguments.flops));
    mix(seed, std::bit_cast<std::uint64_t>(arguments.bytes));
    if (arguments.kernel) {
        const KernelArguments& kernel = *arguments.kernel;
        for (int i = 0; i < 3; ++i) mix(seed, std::uint64_t{kernel.grid[i]} << 32 | kernel.block[i]);
        mix(seed, std::uint64_t{kernel.registersPerThread} << 32 | kernel.sharedBytes);
    }
    for (const auto& [key, value] : arguments.other) mix(seed, std::uint64_t{key} << 32 | value);
    return seed;
}

Dictionary::Dictionary() {
    m_textIds.emplace(m_texts.emplace_back(), 0);
    m_labelIds.emplace(m_labels.emplace_back(), 0);
    m_argumentIds.emplace(Hash()(m_arguments.emplace_back()), 0);
}

StringId Dictionary::intern(std::string_view text) {
    text = text.substr(0, kLongestText);
    if (const auto known = m_textIds.find(text); known != m_textIds.end()) return known->second;
    const auto id = static_cast<StringId>(m_texts.size());
    m_textIds.emplace(m_texts.emplace_back(text), id);
    m_textBytes += text.size();
    return id;
}

LabelId Dictionary::internLabel(const Label& label) {
    const auto [place, fresh] = m_labelIds.try_emplace(label, static_cast<LabelId>(m_labels.size()));
    if (fresh) m_labels.push_back(label);
    return place->second;
}

ArgumentsId Dictionary::internArguments(Arguments arguments) {
    // A NaN is not equal to itself: it would be a new set each time.
    for (double* work : {&arguments.flops, &arguments.bytes})
        if (!std::isfinite(*work) || *work < 0) *work = 0;
    if (arguments.kernel && !std::isfinite(arguments.kernel->occupancy)) arguments.kernel->occupancy = 0;
    const std::size_t hash = Hash()(arguments);
    for (auto [place, end] = m_argumentIds.equal_range(hash); place != end; ++place)
        if (m_arguments[place->second] == arguments) return place->second;
    const auto id = static_cast<ArgumentsId>(m_arguments.size());
    m_argumentIds.emplace(hash, id);
    m_arguments.push_back(std::move(arguments));
    return id;
}

std::optional<StringId> Dictionary::find(std::string_view text) const {
    const auto known = m_textIds.find(text);
    if (known == m_textIds.end()) return std::nullopt;
    return known->second;
}

}  // namespace seekbench
