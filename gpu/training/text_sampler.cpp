// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/text_sampler.h"

#include <algorithm>

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

namespace seekbench {

std::optional<TextSampler> TextSampler::make(const Dataset& dataset, Part part, std::int64_t index, TextSamplerOptions options) {
    const SampleSpec& spec = dataset.spec();
    if (spec.targetKind != TargetKind::ClassMap || spec.inputs.size() != 1 || spec.inputs[0].element != ElementType::Integer ||
        spec.target.shape.size() != 1 || spec.inputs[0].shape != spec.target.shape || spec.classes <= 0 ||
        spec.classNames.size() != static_cast<std::size_t>(spec.classes))
        return std::nullopt;
    Batch batch;
    dataset.read(part, std::span(&index, 1), batch);
    const auto &input = batch.inputs[0].integers, &target = batch.target.integers;
    if (input.size() < 2 || !std::equal(input.begin() + 1, input.end(), target.begin())) return std::nullopt;
    TextSampler sampler;
    sampler.m_options = std::move(options);
    sampler.m_tokens = spec.classNames;
    sampler.m_window = static_cast<std::int64_t>(input.size());
    const std::size_t length = std::clamp<std::size_t>(input.size() / 4, 1, 32);
    sampler.m_prompt.assign(input.begin(), input.begin() + static_cast<std::ptrdiff_t>(length));
    return sampler;
}

std::vector<SampledText> TextSampler::sample(Engine& engine, const at::Device& device) const {
    at::NoGradGuard noGradient;
    const auto texts = static_cast<std::int64_t>(m_options.temperatures.size());
    std::vector<std::vector<std::int64_t>> written(static_cast<std::size_t>(texts), m_prompt);
    std::vector<at::Generator> generators;
    for (std::int64_t i = 0; i < texts; ++i)
        generators.push_back(at::detail::createCPUGenerator(m_options.seed + static_cast<std::uint64_t>(i)));
    for (std::int64_t drawn = 0; drawn < m_options.tokens; ++drawn) {
        const auto length = static_cast<std::int64_t>(written[0].size()), seen = std::min(length, m_window);
        at::Tensor window = at::zeros({texts, m_window}, at::kLong);  // behind the text: anything
        for (std::int64_t i = 0; i < texts; ++i)
            std::copy(written[static_cast<std::size_t>(i)].end() - seen, written[static_cast<std::size_t>(i)].end(),
                      window.data_ptr<std::int64_t>() + i * m_window);
        const at::Tensor logits = engine.predict({window.to(device)}).front().select(1, seen - 1).to(at::kCPU, at::kFloat);
        for (std::int64_t i = 0; i < texts; ++i) {
            const auto place = static_cast<std::size_t>(i);
            const at::Tensor shares = (logits[i] / m_options.temperatures[place]).softmax(0);
            // A model that has gone wrong says nothing.
            if (!shares.isfinite().all().item<bool>()) return {};
            written[place].push_back(shares.multinomial(1, false, generators[place]).item<std::int64_t>());
        }
    }
    std::vector<SampledText> result;
    for (const auto& numbers : written) {
        SampledText text;
        for (std::size_t i = 0; i < numbers.size(); ++i)
            (i < m_prompt.size() ? text.prompt : text.continuation) += m_tokens[static_cast<std::size_t>(numbers[i])];
        result.push_back(std::move(text));
    }
    return result;
}

}  // namespace seekbench
