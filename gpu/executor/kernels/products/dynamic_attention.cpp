// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/operators/parameters.h"
#include "gpu/executor/kernels/products/head_attention.h"
#include "gpu/executor/kernels/products/product.h"
#include "gpu/executor/loops/loops.h"
#include "gpu/executor/loops/parallel.h"
#include "gpu/kernels/instruction_set.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

// Course A, section 1.1, as it is printed: the map f(scale · X Xᵀ) of each head is the output itself, and the only thing as large as that.
class GatedMap final : public Kernel {
public:
    explicit GatedMap(NodeBuilder& node)
        : m_engine(node.engine()), m_stream(node.stream()), m_input(node, 0, PlainInput::Use::Both), m_threads(plannedThreads()) {
        const Sizes& sizes = node.inputs[0]->sizes;
        m_heads = sizes[0] * sizes[1];
        m_shape = {.heads = 1,
                   .queries = sizes[2],
                   .keys = sizes[2],
                   .features = sizes[3],
                   .valueFeatures = 0,
                   .scale = static_cast<float>(1 / std::sqrt(static_cast<double>(node.parameters()[kCourseDim] / 2))),
                   .gated = true};
        m_output = node.output(plainLayout(node.outputSizes));
        m_transposed = AttentionShape::roundedUp(m_shape.keysPadded() * m_shape.features, 16);
        m_straight = AttentionShape::roundedUp(m_shape.keysPadded() * m_shape.featuresPadded(), 16);
        m_scratchStep = AttentionShape::roundedUp(kernels().attentionScratch(m_shape), 16);
        m_forwardPacked = node.forwardWorkspace(bytesOf(m_heads * m_transposed));
        m_forwardScratch = node.forwardWorkspace(bytesOf(m_threads * m_scratchStep));
        if (!m_input.wantsGradient()) return;
        m_backwardPacked = node.backwardWorkspace(bytesOf(m_heads * (m_transposed + m_straight)));
        m_backwardScratch = node.backwardWorkspace(bytesOf(m_threads * m_scratchStep));
    }

    void bind() override { m_input.bind(m_engine); }

    void forward(Pass) override {
        m_input.take(m_stream);
        float* map = m_output->data->floats();
        const auto packed = [&](std::int64_t head) {
            return AttentionPacked{.keysTransposed = m_forwardPacked->floats() + head * m_transposed};
        };
        forBlocks(packed, [&](std::int64_t head, std::int64_t block, int thread) {
            kernels().gatedMap(m_shape, packed(head), rows(head), map + head * m_shape.queries * m_shape.keys, block,
                               m_forwardScratch->floats() + thread * m_scratchStep);
        });
    }

    void backward() override {
        const float* slopes = m_output->gradient->floats();
        const auto packed = [&](std::int64_t head) {
            float* own = m_backwardPacked->floats() + head * (m_transposed + m_straight);
            return AttentionPacked{.keysTransposed = own, .keys = own + m_transposed};
        };
        forBlocks(packed, [&](std::int64_t head, std::int64_t block, int thread) {
            float* to = m_input.gradient() + head * m_shape.queries * m_shape.features;
            kernels().gatedMapBackward(m_shape, packed(head), rows(head), slopes + head * m_shape.queries * m_shape.keys,
                                       {to, m_shape.features}, block, m_backwardScratch->floats() + thread * m_scratchStep);
        });
        m_input.give(m_stream);
    }

private:
    HeadRows rows(std::int64_t head) const {
        return {const_cast<float*>(m_input.data()) + head * m_shape.queries * m_shape.features, m_shape.features};
    }
    template <class Packed, class Work>
    void forBlocks(const Packed& packed, const Work& work) const {
        const std::int64_t blocks = m_shape.queryBlocks();
        forTasks(m_heads, m_threads,
                 [&](std::int64_t head, int) { kernels().packAttention(m_shape, rows(head), rows(head), packed(head)); });
        forTasks(m_heads * blocks, m_threads, [&](std::int64_t task, int thread) { work(task / blocks, task % blocks, thread); });
    }

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    PlainInput m_input;
    int m_threads;
    std::int64_t m_heads = 0, m_transposed = 0, m_straight = 0, m_scratchStep = 0;
    AttentionShape m_shape;
    Tensor* m_output = nullptr;
    Buffer* m_forwardPacked = nullptr;
    Buffer* m_forwardScratch = nullptr;
    Buffer* m_backwardPacked = nullptr;
    Buffer* m_backwardScratch = nullptr;
};

BuiltKernel buildGatedMap(NodeBuilder& node) { return std::unique_ptr<Kernel>(std::make_unique<GatedMap>(node)); }

constexpr std::size_t kMask = 1;  // the input

// The same gate with what makes it attention: three projections, a softmax, values, and a projected result. No map of n × n is ever
// there as a whole.
class GatedAttention final : public Kernel {
public:
    GatedAttention(NodeBuilder& node, const AttentionShape& shape)
        : m_engine(node.engine()),
          m_stream(node.stream()),
          m_heads(shape.heads),
          m_features(node.parameters()[kEmbedDim]),
          m_length(shape.queries),
          m_rows(node.outputSizes[0] * shape.queries),
          m_input(node, 0, PlainInput::Use::Both) {
        const std::size_t size = bytesOf(m_rows * m_features);
        constexpr std::string_view kNames[] = {"q_proj", "k_proj", "v_proj", "out_proj"};
        for (std::size_t i = 0; i < 4; ++i) {
            Projection& projection = m_projections[i];
            projection.weight = &node.weight(std::string(kNames[i]) + ".weight", {m_features, m_features});
            if (node.parameters()[kBias]) projection.bias = &node.weight(std::string(kNames[i]) + ".bias", {m_features});
            projection.made = node.saved(size);  // of the last: what it reads
            projection.slopes = node.backwardWorkspace(size);
        }
        m_attention.emplace(node, shape, node.outputSizes[0], kMask, 0);
        m_forward = Product(node, {m_rows, m_features, m_features, false, true});
        m_toWeight = Product(node, {m_features, m_features, m_rows, true, false});
        m_toInput = Product(node, {m_rows, m_features, m_features, false, false});
        m_output = node.output(plainLayout(node.outputSizes));
    }

    void bind() override {
        m_input.bind(m_engine);
        m_attention->bind(m_engine);
    }

    void forward(Pass pass) override {
        m_input.take(m_stream);
        for (std::size_t i = 0; i < kResult; ++i) project(m_projections[i], m_input.data(), m_projections[i].made->floats());
        m_attention->forward(pass, m_stream, made(0), made(1), made(2), made(kResult));
        project(m_projections[kResult], m_projections[kResult].made->floats(), m_output->data->floats());
    }

    void backward() override {
        projectBack(m_projections[kResult], m_projections[kResult].made->floats(), m_output->gradient->floats(),
                    m_projections[kResult].slopes->floats(), false);
        m_attention->backward(made(0), made(1), made(2), made(kResult), slope(kResult), slope(0), slope(1), slope(2));
        for (std::size_t i = 0; i < kResult; ++i)
            projectBack(m_projections[i], m_input.data(), m_projections[i].slopes->floats(), m_input.gradient(), i > 0);
        m_input.give(m_stream);
    }

    std::string choice() const override { return "own, with products: " + std::string(m_forward.way()); }

private:
    static constexpr std::size_t kResult = 3;
    struct Projection {
        Weight* weight = nullptr;
        Weight* bias = nullptr;
        Buffer* made = nullptr;
        Buffer* slopes = nullptr;
    };

    void project(const Projection& projection, const float* in, float* out) const {
        m_forward(in, projection.weight->data, out, {.bias = projection.bias ? projection.bias->data : nullptr});
    }
    void projectBack(const Projection& projection, const float* in, const float* outSlopes, float* inSlopes, bool adds) const {
        m_toWeight(outSlopes, in, projection.weight->gradient);
        if (projection.bias) sumColumns(projection.bias->gradient, outSlopes, m_rows, m_features);
        if (inSlopes) m_toInput(outSlopes, projection.weight->data, inSlopes, {.add = adds});
    }
    Heads heads(const Buffer* of) const { return {of->floats(), m_length * m_features, m_features / m_heads, m_features}; }
    Heads made(std::size_t number) const { return heads(m_projections[number].made); }
    Heads slope(std::size_t number) const { return heads(m_projections[number].slopes); }

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    std::int64_t m_heads, m_features, m_length, m_rows;
    PlainInput m_input;
    Projection m_projections[4];
    std::optional<HeadAttention> m_attention;
    Product m_forward, m_toWeight, m_toInput;
    Tensor* m_output = nullptr;
};

BuiltKernel buildGatedAttention(NodeBuilder& node) {
    const Parameters& parameters = node.parameters();
    if (const auto reason = notComputed(node, kMask, 0)) return noKernel(node.node(), *reason);
    const std::int64_t features = parameters[kEmbedDim] / parameters[kNumHeads], length = node.inputs[0]->sizes[1];
    const AttentionShape shape{.heads = parameters[kNumHeads],
                               .queries = length,
                               .keys = length,
                               .features = features,
                               .valueFeatures = features,
                               .scale = static_cast<float>(1 / std::sqrt(static_cast<double>(features))),
                               .gated = true,
                               .causal = parameters[kCausal]};
    return std::unique_ptr<Kernel>(std::make_unique<GatedAttention>(node, shape));
}

}  // namespace

std::span<const KernelRow> dynamicAttentionKernels() {
    static constexpr KernelRow kRows[] = {{"DynamicAttention", buildGatedMap}, {"RepairedDynamicAttention", buildGatedAttention}};
    return kRows;
}

}  // namespace seekbench::executor
