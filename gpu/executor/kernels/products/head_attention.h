// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "gpu/executor/kernels/plain_input.h"
#include "gpu/kernels/loops/kernel_table.h"

namespace seekbench::executor {

// Rows of all heads of all samples, wherever they lie: row i of a head begins at data + sample·… + head·… + i·row.
struct Heads {
    float* data = nullptr;
    std::int64_t sample = 0, head = 0, row = 0;

    HeadRows at(std::int64_t ofSample, std::int64_t ofHead) const { return {data + ofSample * sample + ofHead * head, row}; }
};

// softmax(scale · Q Kᵀ + mask) V for all heads of a batch, on memory of a plan; part of a kernel. With many heads each is the work of one
// thread, which packs keys and values into memory of its own; with few, heads are cut into parts whose number depends on the sizes only.
class HeadAttention {
public:
    // `shape` without mask and dropout; `mask`: the node's input, or left open.
    HeadAttention(NodeBuilder& node, const AttentionShape& shape, std::int64_t batch, std::size_t mask, double dropout);

    void bind(const dnnl::engine& engine);
    void forward(Pass pass, const dnnl::stream& stream, const Heads& query, const Heads& key, const Heads& value, const Heads& result);
    // Writes all three slopes.
    void backward(const Heads& query, const Heads& key, const Heads& value, const Heads& result, const Heads& resultSlope,
                  const Heads& querySlope, const Heads& keySlope, const Heads& valueSlope);

private:
    // Where a head's packed keys and values lie, in floats from the start of its place.
    struct Packing {
        std::int64_t sizes[4] = {}, step = 0;
        Packing() = default;
        Packing(const AttentionShape& shape, bool forward);
        AttentionPacked at(float* memory, std::int64_t place) const;
    };

    void takeMask(const dnnl::stream& stream);

    AttentionShape m_shape;
    std::int64_t m_batch, m_heads;  // m_heads: of all samples
    int m_threads;
    bool m_headByHead;
    std::int64_t m_parts, m_keySums, m_valueSums, m_scratchStep;
    Packing m_forwardPacking, m_backwardPacking;
    Buffer *m_forwardPacked, *m_backwardPacked, *m_sums, *m_forwardScratch, *m_backwardScratch, *m_logSumExp;
    PlainInput m_mask;
    std::int64_t m_maskCount = 0;
    Buffer* m_addedMask = nullptr;  // of a mask of whole numbers, as numbers that are added
    bool m_hasMask = false;
    const std::uint64_t* m_seed = nullptr;
    double m_dropout;
};

// Why a node's attention cannot be computed here; nothing when it can.
std::optional<Message> notComputed(const NodeBuilder& node, std::size_t mask, double dropout);

}  // namespace seekbench::executor
