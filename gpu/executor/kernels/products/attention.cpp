// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/operators/parameters.h"
#include "gpu/executor/kernels/products/head_attention.h"
#include "gpu/executor/kernels/products/product.h"
#include "gpu/executor/loops/loops.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

constexpr std::size_t kMask = 3;  // the input

// Queries, keys and values that are made of the same input: parts `first` to `first + count` of the stacked weight, one product.
struct Projection {
    PlainInput input;
    std::int64_t first, count;
    std::int64_t rows, length, features;
    Product forward, toWeight, toInput;
    Buffer* made = nullptr;    // rows × count · features
    Buffer* slopes = nullptr;  // as made

    std::int64_t width() const { return count * features; }
    Heads part(std::int64_t number, std::int64_t heads, const Buffer* of) const {
        return {of->floats() + (number - first) * features, length * width(), features / heads, width()};
    }
};

// Attention of several heads with its four projections (Vaswani et al. 2017, arXiv 1706.03762). The heads are read where the projections
// have put them.
class MultiHeadAttention final : public Kernel {
public:
    MultiHeadAttention(NodeBuilder& node, const AttentionShape& shape)
        : m_engine(node.engine()),
          m_stream(node.stream()),
          m_heads(shape.heads),
          m_features(node.parameters()[kEmbedDim]),
          m_length(shape.queries),
          m_rows(node.outputSizes[0] * shape.queries) {
        // An open key is the query, an open value the key.
        addProjection(node, 0, 0, node.inputs[1] ? 1 : node.inputs[2] ? 2 : 3);
        if (node.inputs[1]) addProjection(node, 1, 1, node.inputs[2] ? 1 : 2);
        if (node.inputs[2]) addProjection(node, 2, 2, 1);
        m_attention.emplace(node, shape, node.outputSizes[0], kMask, node.parameters()[kDropout]);
        m_inWeight = &node.weight("in_proj_weight", {3 * m_features, m_features});
        const bool bias = node.parameters()[kBias];
        if (bias) m_inBias = &node.weight("in_proj_bias", {3 * m_features});
        m_outWeight = &node.weight("out_proj.weight", {m_features, m_features});
        if (bias) m_outBias = &node.weight("out_proj.bias", {m_features});
        m_out = Product(node, {m_rows, m_features, m_features, false, true});
        m_outToWeight = Product(node, {m_features, m_features, m_rows, true, false});
        m_outToInput = Product(node, {m_rows, m_features, m_features});
        m_result = node.saved(bytesOf(m_rows * m_features));
        m_resultSlope = node.backwardWorkspace(bytesOf(m_rows * m_features));
        m_output = node.output(plainLayout(node.outputSizes));
    }

    void bind() override {
        for (Projection& projection : m_projections) projection.input.bind(m_engine);
        m_attention->bind(m_engine);
    }

    void forward(Pass pass) override {
        for (const Projection& projection : m_projections) {
            projection.input.take(m_stream);
            projection.forward(projection.input.data(), m_inWeight->data + projection.first * m_features * m_features,
                               projection.made->floats(), {.bias = m_inBias ? m_inBias->data + projection.first * m_features : nullptr});
        }
        m_attention->forward(pass, m_stream, made(0), made(1), made(2), result(m_result));
        m_out(m_result->floats(), m_outWeight->data, m_output->data->floats(), {.bias = m_outBias ? m_outBias->data : nullptr});
    }

    void backward() override {
        const float* slopes = m_output->gradient->floats();
        m_outToWeight(slopes, m_result->floats(), m_outWeight->gradient);
        if (m_outBias) sumColumns(m_outBias->gradient, slopes, m_rows, m_features);
        m_outToInput(slopes, m_outWeight->data, m_resultSlope->floats());
        m_attention->backward(made(0), made(1), made(2), result(m_result), result(m_resultSlope), slope(0), slope(1), slope(2));
        for (const Projection& projection : m_projections) {
            const std::int64_t offset = projection.first * m_features, width = projection.width();
            const float* own = projection.slopes->floats();
            projection.toWeight(own, projection.input.data(), m_inWeight->gradient + offset * m_features);
            if (m_inBias) sumColumns(m_inBias->gradient + offset, own, projection.rows, width);
            if (projection.input.wantsGradient())
                projection.toInput(own, m_inWeight->data + offset * m_features, projection.input.gradient());
            projection.input.give(m_stream);
        }
    }

    std::string choice() const override {
        const Projection& first = m_projections.front();
        return "own, with " + std::string(first.forward.way()) + ", " + std::string(first.toWeight.way()) + ", " +
               std::string(first.toInput.way());
    }

private:
    void addProjection(NodeBuilder& node, std::size_t input, std::int64_t first, std::int64_t count) {
        const Sizes& sizes = node.inputs[input]->sizes;
        Projection projection{PlainInput(node, input, PlainInput::Use::Both), first, count, sizes[0] * sizes[1], sizes[1], m_features};
        projection.forward = Product(node, {projection.rows, projection.width(), m_features, false, true});
        projection.toWeight = Product(node, {projection.width(), m_features, projection.rows, true, false});
        projection.toInput = Product(node, {projection.rows, m_features, projection.width()});
        projection.made = node.saved(bytesOf(projection.rows * projection.width()));
        projection.slopes = node.backwardWorkspace(bytesOf(projection.rows * projection.width()));
        m_projections.push_back(std::move(projection));
    }
    const Projection& of(std::int64_t part) const {
        for (const Projection& projection : m_projections)
            if (part >= projection.first && part < projection.first + projection.count) return projection;
        return m_projections.front();
    }
    Heads made(std::int64_t part) const { return of(part).part(part, m_heads, of(part).made); }
    Heads slope(std::int64_t part) const { return of(part).part(part, m_heads, of(part).slopes); }
    Heads result(const Buffer* of) const { return {of->floats(), m_length * m_features, m_features / m_heads, m_features}; }

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    std::int64_t m_heads, m_features, m_length, m_rows;
    std::vector<Projection> m_projections;
    Product m_out, m_outToWeight, m_outToInput;
    std::optional<HeadAttention> m_attention;
    Weight* m_inWeight = nullptr;
    Weight* m_inBias = nullptr;
    Weight* m_outWeight = nullptr;
    Weight* m_outBias = nullptr;
    Buffer* m_result = nullptr;
    Buffer* m_resultSlope = nullptr;
    Tensor* m_output = nullptr;
};

BuiltKernel buildMultiHeadAttention(NodeBuilder& node) {
    const Parameters& parameters = node.parameters();
    if (const auto reason = notComputed(node, kMask, parameters[kDropout])) return noKernel(node.node(), *reason);
    const Tensor* source = node.inputs[1] ? node.inputs[1] : node.inputs[2] ? node.inputs[2] : node.inputs[0];
    const std::int64_t features = parameters[kEmbedDim] / parameters[kNumHeads];
    const AttentionShape shape{.heads = parameters[kNumHeads],
                               .queries = node.inputs[0]->sizes[1],
                               .keys = source->sizes[1],
                               .features = features,
                               .valueFeatures = features,
                               .scale = static_cast<float>(1 / std::sqrt(static_cast<double>(features))),
                               .causal = parameters[kCausal]};
    return std::unique_ptr<Kernel>(std::make_unique<MultiHeadAttention>(node, shape));
}

// The same paper's equation 1, without projections; with heads as second dimension, or without.
class ScaledDotProductAttention final : public Kernel {
public:
    ScaledDotProductAttention(NodeBuilder& node, const AttentionShape& shape)
        : m_engine(node.engine()), m_stream(node.stream()), m_heads(shape.heads) {
        for (std::size_t i = 0; i < 3; ++i) {
            m_inputs.emplace_back(node, i, PlainInput::Use::Both);
            const Sizes& sizes = node.inputs[i]->sizes;
            m_lengths.push_back(sizes[sizes.size() - 2]);
            m_features.push_back(sizes.back());
            // A slope that nobody wants is computed all the same.
            m_slopes.push_back(m_inputs[i].wantsGradient() ? m_inputs[i].gradientBuffer()
                                                           : node.backwardWorkspace(bytesOf(elementsOf(sizes))));
        }
        m_output = node.output(plainLayout(node.outputSizes));
        node.keep(*m_output);
        m_attention.emplace(node, shape, node.outputSizes[0], kMask, node.parameters()[kDropout]);
    }

    void bind() override {
        for (PlainInput& input : m_inputs) input.bind(m_engine);
        m_attention->bind(m_engine);
    }
    void forward(Pass pass) override {
        for (const PlainInput& input : m_inputs) input.take(m_stream);
        m_attention->forward(pass, m_stream, input(0), input(1), input(2), output(m_output->data));
    }
    void backward() override {
        m_attention->backward(input(0), input(1), input(2), output(m_output->data), output(m_output->gradient), slope(0), slope(1),
                              slope(2));
        for (const PlainInput& input : m_inputs) input.give(m_stream);
    }

private:
    Heads rows(float* data, std::int64_t length, std::int64_t features) const {
        return {data, m_heads * length * features, length * features, features};
    }
    Heads input(std::size_t i) const { return rows(m_inputs[i].buffer()->floats(), m_lengths[i], m_features[i]); }
    Heads slope(std::size_t i) const { return rows(m_slopes[i]->floats(), m_lengths[i], m_features[i]); }
    Heads output(const Buffer* of) const { return rows(of->floats(), m_lengths[0], m_features[2]); }

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    std::int64_t m_heads;
    std::vector<PlainInput> m_inputs;
    std::vector<std::int64_t> m_lengths, m_features;
    std::vector<Buffer*> m_slopes;
    std::optional<HeadAttention> m_attention;
    Tensor* m_output = nullptr;
};

BuiltKernel buildScaledDotProductAttention(NodeBuilder& node) {
    const Parameters& parameters = node.parameters();
    if (const auto reason = notComputed(node, kMask, parameters[kDropout])) return noKernel(node.node(), *reason);
    const Sizes &query = node.inputs[0]->sizes, &key = node.inputs[1]->sizes, &value = node.inputs[2]->sizes;
    const std::size_t rank = query.size();
    const AttentionShape shape{.heads = rank == 4 ? query[1] : 1,
                               .queries = query[rank - 2],
                               .keys = key[rank - 2],
                               .features = query.back(),
                               .valueFeatures = value.back(),
                               .scale = static_cast<float>(1 / std::sqrt(static_cast<double>(query.back()))),
                               .causal = parameters[kCausal]};
    return std::unique_ptr<Kernel>(std::make_unique<ScaledDotProductAttention>(node, shape));
}

}  // namespace

std::span<const KernelRow> attentionKernels() {
    static constexpr KernelRow kRows[] = {{"MultiHeadAttention", buildMultiHeadAttention},
                                          {"ScaledDotProductAttention", buildScaledDotProductAttention}};
    return kRows;
}

}  // namespace seekbench::executor
