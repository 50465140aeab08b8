// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/kernels/products/head_attention.h"

#include <limits>

#include "gpu/executor/loops/drop_rule.h"
#include "gpu/executor/loops/parallel.h"
#include "gpu/kernels/instruction_set.h"

namespace seekbench::executor {
namespace {

constexpr std::int64_t kFewestTasks = 8;  // as in gpu/kernels/fused_attention.cpp: with fewer heads their queries are cut into parts

std::int64_t wholeLines(std::int64_t floats) { return AttentionShape::roundedUp(floats, 16); }

}  // namespace

HeadAttention::Packing::Packing(const AttentionShape& shape, bool forward) {
    const std::int64_t padded = shape.keysPadded();
    sizes[0] = padded * shape.features;
    sizes[1] = forward ? padded * shape.valueFeaturesPadded() : 0;
    sizes[2] = forward ? 0 : padded * shape.featuresPadded();
    sizes[3] = forward ? 0 : padded * shape.valueFeatures;
    for (const std::int64_t size : sizes) step += wholeLines(size);
}

AttentionPacked HeadAttention::Packing::at(float* memory, std::int64_t place) const {
    float* parts[4];
    float* next = memory + place * step;
    for (int i = 0; i < 4; ++i) {
        parts[i] = sizes[i] == 0 ? nullptr : next;
        next += wholeLines(sizes[i]);
    }
    return {parts[0], parts[1], parts[2], parts[3]};
}

HeadAttention::HeadAttention(NodeBuilder& node, const AttentionShape& shape, std::int64_t batch, std::size_t mask, double dropout)
    : m_shape(shape),
      m_batch(batch),
      m_heads(batch * shape.heads),
      m_threads(plannedThreads()),
      m_headByHead(m_heads >= kFewestTasks),
      m_parts(std::clamp<std::int64_t>((kFewestTasks + m_heads - 1) / m_heads, 1, shape.queryBlocks())),
      m_keySums(shape.keysPadded() * shape.featuresPadded()),
      m_valueSums(shape.keysPadded() * shape.valueFeaturesPadded()),
      m_scratchStep(wholeLines(kernels().attentionScratch(shape))),
      m_forwardPacking(shape, true),
      m_backwardPacking(shape, false),
      m_dropout(dropout) {
    const std::int64_t places = m_headByHead ? m_threads : m_heads;
    m_forwardPacked = node.forwardWorkspace(bytesOf(places * m_forwardPacking.step));
    m_backwardPacked = node.backwardWorkspace(bytesOf(places * m_backwardPacking.step));
    m_sums = node.backwardWorkspace(bytesOf((m_headByHead ? m_threads : m_heads * m_parts) * (m_keySums + m_valueSums)));
    m_forwardScratch = node.forwardWorkspace(bytesOf(m_threads * m_scratchStep));
    m_backwardScratch = node.backwardWorkspace(bytesOf(m_threads * m_scratchStep));
    m_logSumExp = node.saved(bytesOf(m_heads * shape.queries));
    if (dropout > 0) m_seed = node.seed();
    Tensor* masking = mask < node.inputs.size() ? node.inputs[mask] : nullptr;
    if (masking == nullptr) return;
    m_hasMask = true;
    m_mask = PlainInput(node, mask, PlainInput::Use::Both);
    m_maskCount = elementsOf(masking->sizes);
    if (masking->isWhole()) m_addedMask = node.saved(bytesOf(m_maskCount));
    m_shape.maskRow = masking->sizes.size() == 3 ? shape.keys : 0;
    m_shape.maskSample = masking->sizes.size() == 3 ? shape.queries * shape.keys : shape.keys;
}

void HeadAttention::bind(const dnnl::engine& engine) {
    if (!m_hasMask) return;
    m_mask.bind(engine);
    m_shape.mask = m_addedMask ? m_addedMask->floats() : m_mask.data();
}

void HeadAttention::takeMask(const dnnl::stream& stream) {
    if (!m_hasMask) return;
    m_mask.take(stream);
    if (m_addedMask == nullptr) return;
    const std::int32_t* shown = m_mask.integers();
    for (std::int64_t i = 0; i < m_maskCount; ++i)
        m_addedMask->floats()[i] = shown[i] == 0 ? -std::numeric_limits<float>::infinity() : 0.0f;
}

void HeadAttention::forward(Pass pass, const dnnl::stream& stream, const Heads& query, const Heads& key, const Heads& value,
                            const Heads& result) {
    takeMask(stream);
    const bool drops = pass == Pass::Training && m_seed != nullptr;
    const DropRule rule(drops ? m_dropout : 0);
    m_shape.dropBelow = rule.dropBelow;
    m_shape.keptScale = rule.keptScale;
    m_shape.seed = drops ? *m_seed : 0;

    const std::int64_t blocks = m_shape.queryBlocks();
    float *memory = m_forwardPacked->floats(), *scratch = m_forwardScratch->floats(), *sums = m_logSumExp->floats();
    const auto pack = [&](std::int64_t i, std::int64_t place) {
        const std::int64_t sample = i / m_shape.heads, head = i % m_shape.heads;
        kernels().packAttention(m_shape, key.at(sample, head), value.at(sample, head), m_forwardPacking.at(memory, place));
    };
    const auto attend = [&](std::int64_t i, std::int64_t place, std::int64_t block, int thread) {
        const std::int64_t sample = i / m_shape.heads, head = i % m_shape.heads;
        const AttentionForward at{sample, head, query.at(sample, head), result.at(sample, head), sums + i * m_shape.queries};
        kernels().attentionForward(m_shape, m_forwardPacking.at(memory, place), at, block, scratch + thread * m_scratchStep);
    };
    if (m_headByHead) {
        forTasks(m_heads, m_threads, [&](std::int64_t i, int thread) {
            pack(i, thread);
            for (std::int64_t block = 0; block < blocks; ++block) attend(i, thread, block, thread);
        });
    } else {
        forTasks(m_heads, m_threads, [&](std::int64_t i, int) { pack(i, i); });
        forTasks(m_heads * blocks, m_threads,
                 [&](std::int64_t task, int thread) { attend(task / blocks, task / blocks, task % blocks, thread); });
    }
}

void HeadAttention::backward(const Heads& query, const Heads& key, const Heads& value, const Heads& result, const Heads& resultSlope,
                             const Heads& querySlope, const Heads& keySlope, const Heads& valueSlope) {
    const std::int64_t blocks = m_shape.queryBlocks(), size = m_keySums + m_valueSums;
    float *memory = m_backwardPacked->floats(), *scratch = m_backwardScratch->floats(), *added = m_sums->floats();
    const float* sums = m_logSumExp->floats();
    const auto pack = [&](std::int64_t i, std::int64_t place) {
        const std::int64_t sample = i / m_shape.heads, head = i % m_shape.heads;
        kernels().packAttention(m_shape, key.at(sample, head), value.at(sample, head), m_backwardPacking.at(memory, place));
    };
    // The sums of a part of the queries go to `own`.
    const auto attend = [&](std::int64_t i, std::int64_t place, std::int64_t part, float* own, int thread) {
        const std::int64_t sample = i / m_shape.heads, head = i % m_shape.heads;
        std::fill_n(own, size, 0.0f);
        const AttentionBackward at{.sample = sample,
                                   .head = head,
                                   .query = query.at(sample, head),
                                   .result = result.at(sample, head),
                                   .resultSlope = resultSlope.at(sample, head),
                                   .querySlope = querySlope.at(sample, head),
                                   .logSumExp = sums + i * m_shape.queries,
                                   .keySlopes = own,
                                   .valueSlopes = own + m_keySums};
        for (std::int64_t block = part * blocks / m_parts; block < (part + 1) * blocks / m_parts; ++block)
            kernels().attentionBackward(m_shape, m_backwardPacking.at(memory, place), at, block, scratch + thread * m_scratchStep);
    };
    // The sums of a head's parts, in their order, go to where the slopes belong.
    const auto put = [&](std::int64_t i, const float* parts) {
        const auto rows = [&](const Heads& to, std::int64_t offset, std::int64_t width, std::int64_t features, float factor) {
            const HeadRows slopes = to.at(i / m_shape.heads, i % m_shape.heads);
            for (std::int64_t row = 0; row < m_shape.keys; ++row) {
                float* out = slopes.data + row * slopes.row;
                const float* in = parts + offset + row * width;
                for (std::int64_t j = 0; j < features; ++j) out[j] = in[j];
                for (std::int64_t part = 1; part < m_parts; ++part)
                    for (std::int64_t j = 0; j < features; ++j) out[j] += in[part * size + j];
                for (std::int64_t j = 0; factor != 1 && j < features; ++j) out[j] *= factor;
            }
        };
        rows(keySlope, 0, m_shape.featuresPadded(), m_shape.features, m_shape.scale);
        rows(valueSlope, m_keySums, m_shape.valueFeaturesPadded(), m_shape.valueFeatures, 1);
    };
    if (m_headByHead) {
        forTasks(m_heads, m_threads, [&](std::int64_t i, int thread) {
            float* own = added + thread * size;
            pack(i, thread);
            attend(i, thread, 0, own, thread);
            put(i, own);
        });
    } else {
        forTasks(m_heads, m_threads, [&](std::int64_t i, int) { pack(i, i); });
        forTasks(m_heads * m_parts, m_threads, [&](std::int64_t task, int thread) {
            attend(task / m_parts, task / m_parts, task % m_parts, added + task * size, thread);
        });
        forTasks(m_heads, m_threads, [&](std::int64_t i, int) { put(i, added + i * m_parts * size); });
    }
}

std::optional<Message> notComputed(const NodeBuilder& node, std::size_t mask, double dropout) {
    if (dropout >= 1) return say("it drops everything");
    if (mask < node.inputs.size() && node.inputs[mask] && node.inputGradients[mask]) return say("its mask is learned");
    return std::nullopt;
}

}  // namespace seekbench::executor
