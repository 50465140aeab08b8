// SPDX-License-Identifier: Apache-2.0
#include "core/operators/parameters.h"
#include "gpu/executor/kernels/plain_input.h"
#include "gpu/executor/loops/parallel.h"
#include "gpu/executor/loops/row_loops.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

// Mean 0 and variance 1 over each group of channels of each sample (Wu and He 2018, arXiv 1803.08494), then a scale and a shift for each
// channel. Instance normalization is that with a group for each channel.
class GroupNormalization final : public Kernel {
public:
    GroupNormalization(NodeBuilder& node, std::int64_t groups, bool affine)
        : m_engine(node.engine()),
          m_stream(node.stream()),
          m_input(node, 0, PlainInput::Use::Both),
          m_threads(plannedThreads()),
          m_epsilon(static_cast<float>(node.parameters()[kEps])) {
        const Sizes& sizes = node.outputSizes;
        m_samples = sizes[0];
        m_channels = sizes[1];
        m_plane = elementsOf(sizes) / (m_samples * m_channels);
        m_channelsOfGroup = m_channels / groups;
        m_groups = m_samples * groups;
        m_output = node.output(plainLayout(sizes));
        m_statistics = node.saved(bytesOf(2 * m_groups));
        m_sums = node.backwardWorkspace(bytesOf(2 * m_samples * m_channels));
        if (!affine) return;
        m_weight = &node.weight("weight", {m_channels});
        m_bias = &node.weight("bias", {m_channels});
    }

    void bind() override { m_input.bind(m_engine); }

    // out = x · a + b with a = weight / √… and b = bias − mean · a.
    void forward(Pass) override {
        m_input.take(m_stream);
        const float* in = m_input.data();
        float *out = m_output->data->floats(), *statistics = m_statistics->floats();
        forTasks(m_groups, m_threads, [&](std::int64_t group, int) {
            const std::int64_t size = m_channelsOfGroup * m_plane, first = group * size;
            measureRow(in + first, size, m_epsilon, statistics + 2 * group);
            for (std::int64_t c = 0; c < m_channelsOfGroup; ++c) {
                const float factor = statistics[2 * group + 1] * weightOf(group, c);
                const float* from = in + first + c * m_plane;
                combineRows(out + first + c * m_plane, from, factor, from, 0,
                            (m_bias ? m_bias->data[channel(group, c)] : 0.0f) - statistics[2 * group] * factor, m_plane);
            }
        });
    }

    // With f = 1 / √…, x̂ = (x − mean) · f and g = dy · weight: dx = f · (g − mean(g) − x̂ · mean(g · x̂)).
    void backward() override {
        const float *in = m_input.data(), *slopes = m_output->gradient->floats(), *statistics = m_statistics->floats();
        float *inSlopes = m_input.gradient(), *sums = m_sums->floats();
        forTasks(m_groups, m_threads, [&](std::int64_t group, int) {
            const std::int64_t size = m_channelsOfGroup * m_plane, first = group * size;
            const float mean = statistics[2 * group], factor = statistics[2 * group + 1];
            float slope = 0, product = 0;
            for (std::int64_t c = 0; c < m_channelsOfGroup; ++c) {
                float* own = sums + 2 * (group * m_channelsOfGroup + c);
                slopeSumsOfRow(in + first + c * m_plane, slopes + first + c * m_plane, m_plane, mean, factor, own);
                slope += own[0] * weightOf(group, c);
                product += own[1] * weightOf(group, c);
            }
            if (inSlopes == nullptr) return;
            slope /= static_cast<float>(size);
            product *= factor * factor / static_cast<float>(size);
            for (std::int64_t c = 0; c < m_channelsOfGroup; ++c) {
                const std::int64_t at = first + c * m_plane;
                combineRows(inSlopes + at, slopes + at, factor * weightOf(group, c), in + at, -product, product * mean - factor * slope,
                            m_plane);
            }
        });
        m_input.give(m_stream);
        if (m_weight == nullptr) return;
        for (std::int64_t c = 0; c < m_channels; ++c) {
            m_bias->gradient[c] = m_weight->gradient[c] = 0;
            for (std::int64_t sample = 0; sample < m_samples; ++sample) {
                m_bias->gradient[c] += sums[2 * (sample * m_channels + c)];
                m_weight->gradient[c] += sums[2 * (sample * m_channels + c) + 1];
            }
        }
    }

private:
    std::int64_t channel(std::int64_t group, std::int64_t c) const { return (group * m_channelsOfGroup + c) % m_channels; }
    float weightOf(std::int64_t group, std::int64_t c) const { return m_weight ? m_weight->data[channel(group, c)] : 1.0f; }

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    PlainInput m_input;
    int m_threads;
    float m_epsilon;
    std::int64_t m_samples = 0, m_channels = 0, m_plane = 0, m_channelsOfGroup = 0, m_groups = 0;  // groups: of all samples
    Tensor* m_output = nullptr;
    Buffer* m_statistics = nullptr;  // mean and factor of each group
    Buffer* m_sums = nullptr;        // of slopes, and of slopes · x̂, of each channel of each sample
    Weight* m_weight = nullptr;
    Weight* m_bias = nullptr;
};

BuiltKernel buildGroupNorm(NodeBuilder& node) {
    const Parameters& parameters = node.parameters();
    return std::unique_ptr<Kernel>(std::make_unique<GroupNormalization>(node, parameters[kNumGroups], parameters[kAffine]));
}

BuiltKernel buildInstanceNorm(NodeBuilder& node) {
    const Parameters& parameters = node.parameters();
    return std::unique_ptr<Kernel>(std::make_unique<GroupNormalization>(node, parameters[kNumFeatures], parameters[kAffine]));
}

}  // namespace

std::span<const KernelRow> groupNormalizationKernels() {
    static constexpr KernelRow kRows[] = {
        {"GroupNorm", buildGroupNorm}, {"InstanceNorm2d", buildInstanceNorm}, {"InstanceNorm3d", buildInstanceNorm}};
    return kRows;
}

}  // namespace seekbench::executor
