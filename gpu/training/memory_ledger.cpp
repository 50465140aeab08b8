// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/memory_ledger.h"

#include <cassert>

namespace seekbench {

int MemoryLedger::layer(std::string_view path) {
    const auto found = m_layerNumbers.find(path);
    if (found != m_layerNumbers.end()) return found->second;
    const int number = static_cast<int>(m_layers.size());
    m_layers.emplace_back(path);
    m_layerNumbers.emplace(path, number);
    return number;
}

void MemoryLedger::allocated(const void* block, std::int64_t bytes) {
    if (m_blocks.find(block)) freed(block);  // a free that nobody told of
    ++m_event;
    m_blocks.put(block, {.bytes = bytes, .born = m_event, .layer = m_layer});
    if (m_scopes > 0) m_made.push_back(block);
    m_now[MemoryCategory::Workspace] += bytes;
    m_total += bytes;
    if (m_total <= m_peakTotal) return;
    m_peak = m_now;
    m_peakTotal = m_total;
    m_peakEvent = m_event;
    m_freedSincePeak.clear();
}

void MemoryLedger::freed(const void* block) {
    const Block* known = m_blocks.find(block);
    if (!known) return;
    ++m_event;
    m_now[known->category] -= known->bytes;
    m_total -= known->bytes;
    if (known->born <= m_peakEvent) m_freedSincePeak.push_back(*known);
    m_blocks.take(block);
}

void MemoryLedger::book(const void* block, MemoryCategory category, int layer) {
    Block* known = m_blocks.find(block);
    if (!known) return;
    m_now[known->category] -= known->bytes;
    m_now[category] += known->bytes;
    if (known->born <= m_peakEvent) {
        m_peak[known->category] -= known->bytes;
        m_peak[category] += known->bytes;
    }
    known->category = category;
    known->layer = layer;
}

MemoryLedger::Scope MemoryLedger::begin(MemoryCategory category, int layer) {
    const Scope scope{category, layer, m_made.size(), m_event + 1, m_layer};
    m_layer = layer;
    ++m_scopes;
    return scope;
}

void MemoryLedger::end(const Scope& scope) {
    assert(m_scopes > 0 && scope.firstBlock <= m_made.size());
    for (std::size_t i = scope.firstBlock; i < m_made.size(); ++i) {
        const Block* block = m_blocks.find(m_made[i]);
        // Booked already: an inner scope or somebody who knew better.
        if (block && block->born >= scope.firstEvent && block->category == MemoryCategory::Workspace)
            book(m_made[i], scope.category, scope.layer);
    }
    m_made.resize(scope.firstBlock);
    m_layer = scope.outerLayer;
    --m_scopes;
}

void MemoryLedger::beginStep() {
    m_peak = m_now;
    m_peakTotal = m_total;
    m_peakEvent = m_event;
    m_freedSincePeak.clear();
}

MemoryTable MemoryLedger::tableAtPeak() const {
    std::vector<MemoryBytes> layers(m_layers.size() + 1);  // the last one: no layer
    const auto add = [&](const Block& block) {
        if (block.born > m_peakEvent) return;
        layers[block.layer == kNoLayer ? m_layers.size() : static_cast<std::size_t>(block.layer)][block.category] += block.bytes;
    };
    m_blocks.forEach(add);
    for (const Block& block : m_freedSincePeak) add(block);
    MemoryTable table;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (layers[i] == MemoryBytes{}) continue;
        table.rows.push_back({i < m_layers.size() ? m_layers[i] : std::string(), layers[i]});
        table.total += layers[i];
    }
    return table;
}

}  // namespace seekbench
