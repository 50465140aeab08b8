// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/run/memory_table.h"
#include "gpu/training/block_map.h"

namespace seekbench {

// A MemoryLedger keeps the books of all blocks of memory that tensors hold: what each is for, which layer it belongs to, and how things
// stood at the peak of the step, to the byte. A block is workspace when it is allocated; what becomes of it is known later. A block that
// is alive when the scope it was made in ends belongs to the scope's category, and what it has become also counts at a peak that has
// passed. Not thread-safe; see TensorMemory.
class MemoryLedger {
public:
    static constexpr int kNoLayer = -1;

    // The number of the layer with this path.
    int layer(std::string_view path);

    void allocated(const void* block, std::int64_t bytes);
    // Of a block that was allocated before the ledger was opened nothing is known.
    void freed(const void* block);
    bool knows(const void* block) { return m_blocks.find(block) != nullptr; }
    // Says what a block is for. Unknown blocks: nothing happens.
    void book(const void* block, MemoryCategory category, int layer);

    // What becomes of blocks that outlive a scope. Scopes end in the reverse order in which they have begun.
    struct Scope {
        MemoryCategory category = MemoryCategory::Workspace;
        int layer = kNoLayer;
        std::size_t firstBlock = 0;    // of m_made
        std::uint64_t firstEvent = 0;  // that belongs to it
        int outerLayer = kNoLayer;
    };
    Scope begin(MemoryCategory category, int layer);
    void end(const Scope& scope);

    // Forgets the peak so far: what is held now is the new one.
    void beginStep();

    const MemoryBytes& now() const { return m_now; }
    std::int64_t bytes() const { return m_total; }
    std::size_t blocks() const { return m_blocks.size(); }
    const MemoryBytes& peak() const { return m_peak; }  // since beginStep()
    MemoryTable tableAtPeak() const;

private:
    struct Block {
        std::int64_t bytes = 0;
        std::uint64_t born = 0;  // number of the event
        int layer = kNoLayer;
        MemoryCategory category = MemoryCategory::Workspace;
    };

    BlockMap<Block> m_blocks;
    std::vector<Block> m_freedSincePeak;  // those that were alive at the peak
    std::vector<const void*> m_made;      // in the scopes that are open
    int m_layer = kNoLayer;               // of the innermost scope
    int m_scopes = 0;
    MemoryBytes m_now, m_peak;
    std::int64_t m_total = 0, m_peakTotal = 0;
    std::uint64_t m_event = 0, m_peakEvent = 0;
    std::vector<std::string> m_layers;
    std::map<std::string, int, std::less<>> m_layerNumbers;
};

}  // namespace seekbench
