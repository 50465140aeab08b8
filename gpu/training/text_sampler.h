// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/run/evaluation.h"
#include "gpu/model/engine.h"

namespace seekbench {

struct TextSamplerOptions {
    std::int64_t tokens = 120;                   // how many are drawn
    std::vector<double> temperatures{0.5, 1.0};  // one text for each; logits are divided by it
    std::uint64_t seed = 1;
};

// Lets a language model go on with a piece of its validation text. It has a random generator of its own, seeded anew for each text: the
// same weights write the same text, and the training's random numbers stay as they are.
class TextSampler {
public:
    // Nothing unless the samples are those of a language model: one input of token numbers, a name for each token, and targets that are the
    // input shifted by one place.
    static std::optional<TextSampler> make(const Dataset& dataset, Part part, std::int64_t index, TextSamplerOptions options = {});

    // The model must be causal: what stands behind a place must not change what it says there.
    std::vector<SampledText> sample(Engine& engine, const at::Device& device) const;

private:
    TextSampler() = default;

    TextSamplerOptions m_options;
    std::vector<std::string> m_tokens;   // by number
    std::vector<std::int64_t> m_prompt;  // numbers
    std::int64_t m_window = 0;           // places that the model looks at
};

}  // namespace seekbench
