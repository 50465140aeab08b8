// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/data/dataset.h"
#include "core/data/table/text_file.h"

namespace seekbench {

// A text as numbered tokens: its characters or bytes.
struct TokenText {
    std::vector<std::uint16_t> tokens;
    std::vector<std::string> names;  // of each token: what stands for it in the text
    std::string fingerprint;
};
enum class TokenLevel { Character, Byte };
// Characters are numbered in the order of their code points; bytes by themselves, 256 in all. `alphabet`: characters that are numbered
// whether they occur or not. An error when the text has more than 32768 different characters, or is not UTF-8.
Result<TokenText> tokensOf(std::string_view text, TokenLevel level, std::string_view alphabet = {});

// Pieces of a text to learn a language model from. The last share of the text is the test part.
//
// next_token:   the input is `length` tokens, the target the token behind each of them.
// masked_token: as in BERT (Devlin et al. 2019): of the tokens of the input a share is chosen; 8 of 10 of them become the mask token, 1 a
//               random token, 1 stays. The target is the true token there and kIgnoredClass (core/experiment/task.h) at all other
//               places. The choice depends on the seed and the sample only. The mask token is the last of the vocabulary.
class TextDataset final : public Dataset {
public:
    enum class Objective { NextToken, MaskedToken };
    struct Options {
        std::int64_t length = 128, stride = 128;  // tokens of a sample, and from the beginning of one to that of the next
        Objective objective = Objective::NextToken;
        double maskShare = 0.15, testShare = 0.1;
        std::int64_t seed = 0;
        // What the rule that made the text up leaves open for each token; nothing: a text that somebody wrote.
        std::optional<double> natsPerToken = std::nullopt;
    };
    // The classes and names are the vocabulary's.
    static SampleSpec describe(const Options& options, std::vector<std::string> names);
    static Result<std::unique_ptr<Dataset>> make(TokenText text, const Options& options);

    const SampleSpec& spec() const override { return m_spec; }
    std::int64_t size(Part part) const override { return part == Part::Train ? m_spec.trainSamples : m_spec.testSamples; }
    void read(Part part, std::span<const std::int64_t> indices, Batch& batch) const override;
    std::string fingerprint() const override { return m_text.fingerprint; }
    // The perplexity that not even a model which knew the rule would stay below.
    std::vector<Baseline> baselines(Part part, std::span<const std::int64_t> indices) const override;

private:
    TextDataset() = default;
    void mask(Part part, std::int64_t index, std::span<std::int64_t> input, std::span<std::int64_t> target) const;

    TokenText m_text;
    Options m_options;
    std::int64_t m_testBegin = 0;  // token at which the test part begins
    SampleSpec m_spec;
};

// The row of the registry.
DatasetKind textKind();

}  // namespace seekbench
