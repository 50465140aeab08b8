// SPDX-License-Identifier: Apache-2.0
#include "gpu/kernels/fused_attention.h"

#include <algorithm>
#include <limits>

#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include "gpu/kernels/counter_dropout.h"
#include "gpu/kernels/fused_tensor.h"
#include "gpu/kernels/instruction_set.h"

namespace seekbench {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::Variable;
using torch::autograd::variable_list;

// Backward adds up slopes of keys and values head by head. With few heads the queries are cut into parts with sums of their own, so that
// threads have work; how many depends on the shape alone, so that the numbers do not depend on the threads.
constexpr std::int64_t kFewestTasks = 8;

// Heads of a (batch, heads, length, d) tensor with neighbouring d.
struct Heads {
    float* data;
    std::int64_t sample, head, row;

    explicit Heads(const at::Tensor& tensor)
        : data(tensor.data_ptr<float>()), sample(tensor.stride(0)), head(tensor.stride(1)), row(tensor.stride(2)) {}
    HeadRows at(std::int64_t ofSample, std::int64_t ofHead) const { return {data + ofSample * sample + ofHead * head, row}; }
};
at::Tensor withNeighbours(const at::Tensor& tensor) {
    return tensor.size(-1) == 1 || tensor.stride(-1) == 1 ? tensor : tensor.contiguous();
}

// (batch, heads, length, d) that lies in memory as (batch, length, heads, d).
at::Tensor emptyHeads(const at::Tensor& like, std::int64_t length, std::int64_t features) {
    return at::empty({like.size(0), length, like.size(1), features}, like.options()).transpose(1, 2);
}

// A mask of any kind as numbers that are added.
at::Tensor addedMask(const at::Tensor& mask) {
    if (mask.is_floating_point()) return mask.to(at::kFloat).contiguous();
    return at::zeros(mask.sizes(), mask.options().dtype(at::kFloat)).masked_fill_(mask.eq(0), -std::numeric_limits<float>::infinity());
}

// The packed keys and values of all heads in one piece of memory.
class Packing {
public:
    Packing(const AttentionShape& shape, std::int64_t headCount, bool forward) {
        const std::int64_t padded = shape.keysPadded();
        m_sizes[0] = padded * shape.features;
        m_sizes[1] = forward ? padded * shape.valueFeaturesPadded() : 0;
        m_sizes[2] = forward ? 0 : padded * shape.featuresPadded();
        m_sizes[3] = forward ? 0 : padded * shape.valueFeatures;
        for (const std::int64_t size : m_sizes) m_step += AttentionShape::roundedUp(size, 16);
        // From LibTorch, so that the memory ledger sees it.
        m_memory = at::empty({m_step * headCount}, at::kFloat);
    }
    AttentionPacked at(std::int64_t head) const {
        float* parts[4];
        float* place = m_memory.data_ptr<float>() + head * m_step;
        for (int i = 0; i < 4; ++i) {
            parts[i] = m_sizes[i] == 0 ? nullptr : place;
            place += AttentionShape::roundedUp(m_sizes[i], 16);
        }
        return {parts[0], parts[1], parts[2], parts[3]};
    }

private:
    std::int64_t m_sizes[4] = {}, m_step = 0;
    at::Tensor m_memory;
};

template <class Work>
void forTasks(std::int64_t count, const Work& work) {
    at::parallel_for(0, count, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) work(i);
    });
}
// With memory for each thread.
template <class Work>
void forTasks(std::int64_t count, std::int64_t scratch, const Work& work) {
    at::parallel_for(0, count, 1, [&](std::int64_t begin, std::int64_t end) {
        const Scratch memory = scratchOf(scratch);
        for (std::int64_t i = begin; i < end; ++i) work(i, memory.get());
    });
}

class FusedAttention : public torch::autograd::Function<FusedAttention> {
public:
    struct Settings {
        AttentionShape shape;
        at::Tensor mask;  // as added; undefined: none
    };

    static at::Tensor forward(AutogradContext* context, const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
                              const Settings& settings) {
        const at::Tensor q = withNeighbours(query), k = withNeighbours(key), v = withNeighbours(value);
        const AttentionShape& shape = settings.shape;
        const std::int64_t heads = q.size(0) * shape.heads, blocks = shape.queryBlocks();
        const at::Tensor result = emptyHeads(q, shape.queries, shape.valueFeatures);
        const at::Tensor logSumExp = at::empty({heads, shape.queries}, q.options());
        const Heads queries(q), keys(k), values(v), results(result);
        const Packing packing(shape, heads, true);
        forTasks(heads, [&](std::int64_t i) {
            kernels().packAttention(shape, keys.at(i / shape.heads, i % shape.heads), values.at(i / shape.heads, i % shape.heads),
                                    packing.at(i));
        });
        float* sums = logSumExp.data_ptr<float>();
        forTasks(heads * blocks, kernels().attentionScratch(shape), [&](std::int64_t task, float* scratch) {
            const std::int64_t i = task / blocks, sample = i / shape.heads, head = i % shape.heads;
            const AttentionForward at{sample, head, queries.at(sample, head), results.at(sample, head), sums + i * shape.queries};
            kernels().attentionForward(shape, packing.at(i), at, task % blocks, scratch);
        });
        context->save_for_backward({q, k, v, result, logSumExp, settings.mask});
        const AttentionShape kept = shape;
        context->saved_data["scale"] = static_cast<double>(kept.scale);
        context->saved_data["gated"] = kept.gated;
        context->saved_data["causal"] = kept.causal;
        context->saved_data["drop_below"] = static_cast<std::int64_t>(kept.dropBelow);
        context->saved_data["kept_scale"] = static_cast<double>(kept.keptScale);
        context->saved_data["seed"] = static_cast<std::int64_t>(kept.seed);
        return result;
    }

    static variable_list backward(AutogradContext* context, const variable_list& slopes) {
        const auto saved = context->get_saved_variables();
        const at::Tensor &q = saved[0], &k = saved[1], &v = saved[2];
        const at::Tensor resultSlope = withNeighbours(slopes[0]);
        AttentionShape shape = shapeOf(q, k, v, saved[5]);
        shape.scale = static_cast<float>(context->saved_data["scale"].toDouble());
        shape.gated = context->saved_data["gated"].toBool();
        shape.causal = context->saved_data["causal"].toBool();
        shape.dropBelow = static_cast<std::uint32_t>(context->saved_data["drop_below"].toInt());
        shape.keptScale = static_cast<float>(context->saved_data["kept_scale"].toDouble());
        shape.seed = static_cast<std::uint64_t>(context->saved_data["seed"].toInt());

        const std::int64_t heads = q.size(0) * shape.heads, blocks = shape.queryBlocks();
        const std::int64_t parts = std::clamp<std::int64_t>((kFewestTasks + heads - 1) / heads, 1, blocks);
        const at::Tensor querySlope = emptyHeads(q, shape.queries, shape.features), keySlope = emptyHeads(k, shape.keys, shape.features),
                         valueSlope = emptyHeads(v, shape.keys, shape.valueFeatures);
        const Heads queries(q), keys(k), values(v), results(saved[3]), resultSlopes(resultSlope), querySlopes(querySlope),
            keySlopes(keySlope), valueSlopes(valueSlope);
        const Packing packing(shape, heads, false);
        forTasks(heads, [&](std::int64_t i) {
            kernels().packAttention(shape, keys.at(i / shape.heads, i % shape.heads), values.at(i / shape.heads, i % shape.heads),
                                    packing.at(i));
        });
        const std::int64_t keySize = shape.keysPadded() * shape.featuresPadded(),
                           valueSize = shape.keysPadded() * shape.valueFeaturesPadded();
        const at::Tensor sumsOfParts = at::empty({heads * parts * (keySize + valueSize)}, at::kFloat);
        float* added = sumsOfParts.data_ptr<float>();
        const float* sums = saved[4].data_ptr<float>();
        forTasks(heads * parts, kernels().attentionScratch(shape), [&](std::int64_t task, float* scratch) {
            const std::int64_t i = task / parts, part = task % parts, sample = i / shape.heads, head = i % shape.heads;
            float* own = added + task * (keySize + valueSize);
            std::fill_n(own, keySize + valueSize, 0.0f);
            const AttentionBackward at{sample,
                                       head,
                                       queries.at(sample, head),
                                       results.at(sample, head),
                                       resultSlopes.at(sample, head),
                                       querySlopes.at(sample, head),
                                       sums + i * shape.queries,
                                       own,
                                       own + keySize};
            for (std::int64_t block = part * blocks / parts; block < (part + 1) * blocks / parts; ++block)
                kernels().attentionBackward(shape, packing.at(i), at, block, scratch);
        });
        forTasks(heads, [&](std::int64_t i) {
            const auto put = [&](const Heads& to, std::int64_t offset, std::int64_t width, std::int64_t features, float factor) {
                const HeadRows rows = to.at(i / shape.heads, i % shape.heads);
                for (std::int64_t key = 0; key < shape.keys; ++key)
                    for (std::int64_t j = 0; j < features; ++j) {
                        float sum = 0;
                        for (std::int64_t part = 0; part < parts; ++part)
                            sum += added[(i * parts + part) * (keySize + valueSize) + offset + key * width + j];
                        rows.data[key * rows.row + j] = sum * factor;
                    }
            };
            put(keySlopes, 0, shape.featuresPadded(), shape.features, shape.scale);
            put(valueSlopes, keySize, shape.valueFeaturesPadded(), shape.valueFeatures, 1);
        });
        return {querySlope, keySlope, valueSlope, Variable()};
    }

    static AttentionShape shapeOf(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value, const at::Tensor& mask) {
        AttentionShape shape{.heads = query.size(1),
                             .queries = query.size(2),
                             .keys = key.size(2),
                             .features = query.size(3),
                             .valueFeatures = value.size(3)};
        if (!mask.defined()) return shape;
        shape.mask = mask.data_ptr<float>();
        shape.maskSample = mask.stride(0);
        shape.maskRow = mask.dim() == 3 ? mask.stride(1) : 0;
        return shape;
    }
};

class FusedGatedMap : public torch::autograd::Function<FusedGatedMap> {
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& rows, double scale) {
        const at::Tensor x = rows.contiguous();
        context->save_for_backward({x});
        context->saved_data["scale"] = scale;
        auto sizes = x.sizes().vec();
        sizes.back() = sizes[sizes.size() - 2];
        const at::Tensor map = at::empty(sizes, x.options());
        float* to = map.data_ptr<float>();
        forBlocks(x, scale, true,
                  [&](const AttentionShape& shape, const AttentionPacked& packed, HeadRows own, std::int64_t head, std::int64_t block,
                      float* scratch) { kernels().gatedMap(shape, packed, own, to + head * shape.queries * shape.keys, block, scratch); });
        return map;
    }

    static variable_list backward(AutogradContext* context, const variable_list& slopes) {
        const at::Tensor x = context->get_saved_variables()[0], mapSlope = slopes[0].contiguous(), slope = at::empty_like(x);
        const float* from = mapSlope.data_ptr<float>();
        float* to = slope.data_ptr<float>();
        forBlocks(x, context->saved_data["scale"].toDouble(), false,
                  [&](const AttentionShape& shape, const AttentionPacked& packed, HeadRows own, std::int64_t head, std::int64_t block,
                      float* scratch) {
                      kernels().gatedMapBackward(shape, packed, own, from + head * shape.queries * shape.keys,
                                                 {to + head * shape.queries * shape.features, shape.features}, block, scratch);
                  });
        return {slope, Variable()};
    }

private:
    template <class Work>
    static void forBlocks(const at::Tensor& x, double scale, bool forward, const Work& work) {
        const std::int64_t length = x.size(-2), features = x.size(-1), heads = x.numel() / std::max<std::int64_t>(1, length * features);
        const AttentionShape shape{.heads = 1,
                                   .queries = length,
                                   .keys = length,
                                   .features = features,
                                   .valueFeatures = 0,
                                   .scale = static_cast<float>(scale),
                                   .gated = true};
        const auto rowsOf = [&](std::int64_t head) { return HeadRows{x.data_ptr<float>() + head * length * features, features}; };
        const Packing packing(shape, heads, forward);
        forTasks(heads, [&](std::int64_t i) { kernels().packAttention(shape, rowsOf(i), rowsOf(i), packing.at(i)); });
        const std::int64_t blocks = shape.queryBlocks();
        forTasks(heads * blocks, kernels().attentionScratch(shape), [&](std::int64_t task, float* scratch) {
            work(shape, packing.at(task / blocks), rowsOf(task / blocks), task / blocks, task % blocks, scratch);
        });
    }
};

}  // namespace

std::optional<at::Tensor> fusedAttention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value, const at::Tensor& mask,
                                         const AttentionSettings& settings) {
    for (const at::Tensor* part : {&query, &key, &value})
        if (!takesKernelsAsFloat(*part) || part->dim() != 4 || part->numel() == 0) return {};
    if (key.size(2) != value.size(2) || settings.dropout >= 1) return {};
    if (mask.defined() && (mask.requires_grad() || !mask.device().is_cpu() || (mask.dim() != 2 && mask.dim() != 3))) return {};
    FusedAttention::Settings own;
    if (mask.defined()) {
        if (mask.size(0) != query.size(0) || mask.size(-1) != key.size(2) || (mask.dim() == 3 && mask.size(1) != query.size(2))) return {};
        own.mask = addedMask(mask);
    }
    own.shape = FusedAttention::shapeOf(query, key, value, own.mask);
    own.shape.scale = static_cast<float>(settings.scale);
    own.shape.gated = settings.gated;
    own.shape.causal = settings.causal;
    if (settings.dropout > 0) {
        const DropRule rule = dropRuleOf(settings.dropout);
        own.shape.dropBelow = rule.dropBelow;
        own.shape.keptScale = rule.keptScale;
        own.shape.seed = drawSeed();
    }
    return FusedAttention::apply(query.to(at::kFloat), key.to(at::kFloat), value.to(at::kFloat), own).to(query.scalar_type());
}

std::optional<at::Tensor> fusedGatedMap(const at::Tensor& rows, double scale) {
    if (!takesKernels(rows) || rows.dim() < 2 || rows.numel() == 0) return {};
    return FusedGatedMap::apply(rows, scale);
}

}  // namespace seekbench
