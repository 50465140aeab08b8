// SPDX-License-Identifier: Apache-2.0
#include "gpu/profile/thread_recorder.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/trace/analysis/tables.h"

namespace seekbench {

void ThreadRecorder::begin(const void* which, std::uint32_t label) {
    if (m_depth < kDeepest) m_open[m_depth] = {which, ticks(), label};
    ++m_depth;
}

void ThreadRecorder::end(const void* which) {
    const std::uint64_t now = ticks();
    // Nearly always the innermost. Its beginning may be missing, or ends of what it encloses.
    std::size_t depth = std::min(m_depth, kDeepest);
    if (m_depth > kDeepest) {
        --m_depth;
        m_unmatched.fetch_add(1, std::memory_order_relaxed);
        return;
    }
    const std::size_t floor = m_phases.empty() ? 0 : m_phases.back().depth;
    while (depth > floor && m_open[depth - 1].which != which) --depth;
    if (depth == floor) {
        m_unmatched.fetch_add(1, std::memory_order_relaxed);
        return;
    }
    if (depth < m_depth) m_unmatched.fetch_add(m_depth - depth, std::memory_order_relaxed);
    m_depth = depth - 1;
    const Open& open = m_open[m_depth];
    note({open.start, now, open.label, ProfileRecord::Kind::Slice});
}

void ThreadRecorder::beginBackwardFunction(const void* which, std::string_view name, std::int64_t sequence) {
    // Only what the engine itself calls decides on the layer: a function within another belongs to that one's. Around each function lies
    // the engine's own "evaluate_function", which has no number and belongs to the same layer.
    if (!m_phases.empty() && m_phases.back().isBackward && m_depth <= m_phases.back().depth + 1)
        if (const SequenceSpan* span = spanOf(sequence); span && span->backward != m_layer) {
            const std::uint64_t begun = m_depth > m_phases.back().depth ? m_open[m_phases.back().depth].start : ticks();
            changeLayer(span->backward, begun);
            if (span->start != 0) note({span->start, begun, 0, ProfileRecord::Kind::Flow});
        }
    begin(which, m_everything ? labelOfText(name) : 0);
}

const ThreadRecorder::SequenceSpan* ThreadRecorder::spanOf(std::int64_t sequence) const {
    // AccumulateGrad has no number. The engine calls it at once behind the function that made the gradient.
    if (sequence < 0) return nullptr;
    const auto after = std::ranges::upper_bound(m_sequences, static_cast<std::uint64_t>(sequence), {}, &SequenceSpan::first);
    return after == m_sequences.begin() ? nullptr : &*std::prev(after);
}

std::uint64_t ThreadRecorder::beginPhase(Phase phase) {
    const std::uint32_t label = labelOfPhase(phase);
    const std::uint64_t now = ticks();
    if (!m_phases.empty()) {
        note({m_phases.back().start, now, m_phases.back().label, ProfileRecord::Kind::Phase});
        if (m_flight) m_flight->push(FlightKind::Phase, inFlight(m_phases.back().label), m_phases.back().start, now);
    }
    if (m_flight) m_flight->atPhase(inFlight(label), now);
    if (m_depth < kDeepest) m_open[m_depth] = {nullptr, now, label};
    ++m_depth;
    m_phases.push_back({label, now, m_depth, phase == Phase::Backward});
    ++m_pass;
    // Until the first function is called LibTorch's engine starts, and makes the gradient of the loss.
    if (phase == Phase::Backward) changeLayer(m_lossLabel, now);
    return now;
}

std::uint64_t ThreadRecorder::endPhase() {
    const std::uint64_t now = ticks();
    changeLayer(kNone, now);
    const OpenPhase phase = m_phases.back();
    if (m_depth > phase.depth) m_unmatched.fetch_add(m_depth - phase.depth, std::memory_order_relaxed);
    m_depth = phase.depth - 1;
    if (m_depth < kDeepest) note({m_open[m_depth].start, now, phase.label, ProfileRecord::Kind::Slice});
    note({phase.start, now, phase.label, ProfileRecord::Kind::Phase});
    m_phases.pop_back();
    if (!m_phases.empty()) m_phases.back().start = now;
    if (m_flight) {
        m_flight->push(FlightKind::Phase, inFlight(phase.label), phase.start, now);
        m_flight->atPhase(m_phases.empty() ? 0 : inFlight(m_phases.back().label), now);
    }
    return now;
}

void ThreadRecorder::changeLayer(std::uint32_t label, std::uint64_t now) {
    if (label == m_layer) return;
    if (m_layer != kNone) {
        note({m_layerStart, now, m_layer, m_states ? ProfileRecord::Kind::WorkSlice : ProfileRecord::Kind::Slice});
        if (m_flight) m_flight->push(FlightKind::Layer, inFlight(m_layer), m_layerStart, now);
    }
    if (m_flight) m_flight->atLayer(label == kNone ? 0 : inFlight(label), now);
    m_layer = label;
    m_layerStart = now;
    if (label == kNone) return;
    // A layer whose functions alternate with another's has several slices on the way back and does its work once.
    if (m_stated.size() <= label) m_stated.resize(label + 1, 0);
    m_states = m_stated[label] != m_pass;
    m_stated[label] = m_pass;
}

void ThreadRecorder::beginLayer(const Layer& layer, std::uint64_t sequence) {
    if (m_layer == kNone) m_sequences.clear();  // the first of a pass
    const std::uint64_t now = ticks();
    m_sequences.push_back({sequence, layer.backward, now});
    changeLayer(layer.forward, now);
}

void ThreadRecorder::endForward(std::uint64_t sequence) {
    if (m_layer == kNone) return;
    changeLayer(kNone, ticks());
    if (m_lossLabel == kNone) m_lossLabel = m_labels.number({.name = "loss", .category = "layer", .phase = Phase::Loss});
    m_sequences.push_back({sequence, m_lossLabel, 0});
}

void ThreadRecorder::beginStep(std::int64_t number, std::uint64_t start) {
    if (m_flight) m_flight->atStep(number, start);
}

void ThreadRecorder::step(std::int64_t number, std::uint64_t start, std::uint64_t end) {
    if (m_flight) {
        m_flight->push(FlightKind::Step, static_cast<std::uint32_t>(number), start, end);
        m_flight->atStep(0, end);
    }
    note({start, end, static_cast<std::uint32_t>(number), ProfileRecord::Kind::Step});
}

void ThreadRecorder::memory(const MemoryBytes& bytes) {
    const std::uint64_t now = ticks();
    for (const MemoryCategory category : kMemoryCategories) {
        if (m_memoryKnown && bytes[category] == m_memory[category]) continue;
        note({now, std::bit_cast<std::uint64_t>(static_cast<double>(bytes[category])), static_cast<std::uint32_t>(category),
              ProfileRecord::Kind::Counter});
    }
    m_memory = bytes;
    m_memoryKnown = true;
}

std::uint32_t ThreadRecorder::labelOfPhase(Phase phase) {
    std::uint32_t& label = m_phaseLabels[static_cast<std::size_t>(phase)];
    if (label == kNone) label = m_labels.number({.name = std::string(nameOf(phase)), .category = "phase", .phase = phase});
    return label;
}

std::uint32_t ThreadRecorder::inFlight(std::uint32_t label) {
    if (m_flightLabels.size() <= label) m_flightLabels.resize(label + 1, kUnknown);
    std::uint32_t& number = m_flightLabels[label];
    if (number == kUnknown) {
        const ProfileLabel& words = m_labels[label];
        number = m_flight->numberOf({words.name, words.node, words.category, words.phase});
    }
    return number;
}

std::uint32_t ThreadRecorder::labelOfOperator(const char* name) {
    // Names of operators stay where they are, so where a name stands says which it is. Not always: so the text is compared, too.
    KnownName& known = m_known[(reinterpret_cast<std::uintptr_t>(name) * 0x9E3779B97F4A7C15ull) >> 54];
    if (known.pointer == name && known.text == name) return known.label;
    const std::uint32_t label = labelOfText(name);
    known = {name, m_names.find(std::string_view(name))->first, label};
    return label;
}

std::uint32_t ThreadRecorder::labelOfKernel(const std::string& name, const std::string& implementation) {
    KnownKernel& known = m_kernels[&name];
    if (known.label == kNone || known.name != name || known.implementation != implementation)
        known = {name, implementation,
                 m_labels.number({.name = name, .category = std::string(kHostKernel), .implementation = implementation})};
    return known.label;
}

std::uint32_t ThreadRecorder::labelOfText(std::string_view name) {
    if (const auto found = m_names.find(name); found != m_names.end()) return found->second;
    const std::uint32_t label = m_labels.number({.name = std::string(name), .category = "cpu_op"});
    return m_names.emplace(std::string(name), label).first->second;
}

}  // namespace seekbench
