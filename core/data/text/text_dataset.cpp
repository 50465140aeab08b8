// SPDX-License-Identifier: Apache-2.0
#include "core/data/text/text_dataset.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/hash.h"
#include "core/data/random.h"
#include "core/experiment/task.h"

namespace seekbench {
namespace {

constexpr std::size_t kMostNames = 32768;
constexpr std::string_view kMaskName = "[mask]";

// Bytes of the letter that begins with `first`, of valid UTF-8.
std::size_t letterBytes(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

template <class Take>
void forEachLetter(std::string_view text, Take take) {
    while (!text.empty()) {
        const std::size_t length = letterBytes(text.front());
        take(text.substr(0, length));
        text.remove_prefix(length);
    }
}

std::vector<std::string> byteNames() {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::vector<std::string> names;
    for (std::size_t byte = 0; byte < 256; ++byte)
        names.push_back(byte >= 0x20 && byte < 0x7F ? std::string(1, static_cast<char>(byte))
                                                    : std::string("\\x") + kDigits[byte / 16] + kDigits[byte % 16]);
    return names;
}

// How many samples of `length` tokens, and the one behind where a next token is asked for, lie in `tokens`.
std::int64_t samplesIn(std::int64_t tokens, const TextDataset::Options& options) {
    const std::int64_t needed = options.length + (options.objective == TextDataset::Objective::NextToken ? 1 : 0);
    return tokens < needed ? 0 : (tokens - needed) / options.stride + 1;
}

}  // namespace

Result<TokenText> tokensOf(std::string_view text, TokenLevel level, std::string_view alphabet) {
    TokenText result;
    result.fingerprint = fingerprintOf(text);
    if (level == TokenLevel::Byte) {
        result.names = byteNames();
        for (const char byte : text) result.tokens.push_back(static_cast<unsigned char>(byte));
        return result;
    }
    if (const std::size_t valid = validUtf8(text); valid != text.size())
        return Error(ErrorCode::InvalidInput, say("Byte %1 is no text in UTF-8.", valid), say("Save the file as UTF-8, or read bytes."));
    // The order of UTF-8 texts is that of their code points.
    std::map<std::string_view, std::uint16_t> numbers;
    bool tooMany = false;
    for (const std::string_view part : {alphabet, text})
        forEachLetter(part, [&](std::string_view letter) {
            if (!tooMany) numbers.emplace(letter, std::uint16_t{0});
            tooMany = numbers.size() > kMostNames;
        });
    if (tooMany)
        return Error(ErrorCode::Unsupported, say("The text has more than %1 different characters.", kMostNames),
                     say("Set the level to \"byte\"."));
    for (auto& [letter, number] : numbers) {
        number = static_cast<std::uint16_t>(result.names.size());
        result.names.emplace_back(letter);
    }
    forEachLetter(text, [&](std::string_view letter) { result.tokens.push_back(numbers.find(letter)->second); });
    return result;
}

SampleSpec TextDataset::describe(const Options& options, std::vector<std::string> names) {
    SampleSpec spec;
    spec.inputs = {TensorType{{options.length}, ElementType::Integer}};
    spec.target = {{options.length}, ElementType::Integer};
    spec.targetKind = TargetKind::ClassMap;
    if (options.objective == Objective::MaskedToken) names.emplace_back(kMaskName);
    spec.classes = static_cast<std::int64_t>(names.size());
    spec.classNames = std::move(names);
    spec.inTime = options.stride < options.length;  // else the pieces have nothing in common
    spec.window = spec.inTime ? (options.length - 1) / options.stride : 0;
    return spec;
}

Result<std::unique_ptr<Dataset>> TextDataset::make(TokenText text, const Options& options) {
    std::unique_ptr<TextDataset> dataset(new TextDataset);
    const auto tokens = static_cast<std::int64_t>(text.tokens.size());
    dataset->m_options = options;
    dataset->m_testBegin = tokens - static_cast<std::int64_t>(std::floor(static_cast<double>(tokens) * options.testShare));
    dataset->m_spec = describe(options, text.names);
    dataset->m_spec.trainSamples = samplesIn(dataset->m_testBegin, options);
    dataset->m_spec.testSamples = samplesIn(tokens - dataset->m_testBegin, options);
    dataset->m_text = std::move(text);
    if (dataset->m_spec.trainSamples < 2)
        return Error(ErrorCode::InvalidInput,
                     say("The text has %1 tokens to train on: too few for two samples of %2.", dataset->m_testBegin, options.length),
                     say("Take a longer text or shorter samples."));
    return std::unique_ptr<Dataset>(std::move(dataset));
}

void TextDataset::read(Part part, std::span<const std::int64_t> indices, Batch& batch) const {
    const auto length = static_cast<std::size_t>(m_options.length);
    batch.inputs.resize(1);
    for (HostTensor* tensor : {&batch.inputs[0], &batch.target}) {
        tensor->element = ElementType::Integer;
        tensor->sizes = {static_cast<std::int64_t>(indices.size()), m_options.length};
        tensor->integers.resize(indices.size() * length);
        tensor->floats.clear();
    }
    for (std::size_t i = 0; i < indices.size(); ++i) {
        const std::int64_t begin = (part == Part::Test ? m_testBegin : 0) + indices[i] * m_options.stride;
        const std::uint16_t* tokens = m_text.tokens.data() + begin;
        const std::span input(batch.inputs[0].integers.data() + i * length, length),
            target(batch.target.integers.data() + i * length, length);
        std::copy_n(tokens, length, input.begin());
        if (m_options.objective == Objective::NextToken)
            std::copy_n(tokens + 1, length, target.begin());
        else
            mask(part, indices[i], input, target);
    }
}

std::vector<Baseline> TextDataset::baselines(Part, std::span<const std::int64_t>) const {
    if (!m_options.natsPerToken || m_options.objective != Objective::NextToken) return {};
    return {{"perplexity", "grammar", std::exp(*m_options.natsPerToken)}};
}

void TextDataset::mask(Part part, std::int64_t index, std::span<std::int64_t> input, std::span<std::int64_t> target) const {
    const auto stream = static_cast<std::uint64_t>(index) * 2 + (part == Part::Test ? 1 : 0);
    Xoshiro256 random(static_cast<std::uint64_t>(m_options.seed), stream);
    const std::int64_t maskToken = m_spec.classes - 1;
    constexpr std::uint64_t kFine = std::uint64_t{1} << 32;
    const auto threshold = static_cast<std::uint64_t>(m_options.maskShare * static_cast<double>(kFine));
    const std::size_t certain = random.below(input.size());  // a sample without any would teach nothing
    for (std::size_t i = 0; i < input.size(); ++i) {
        target[i] = kIgnoredClass;
        if (random.below(kFine) >= threshold && i != certain) continue;
        target[i] = input[i];
        const std::uint64_t tenth = random.below(10);
        if (tenth < 8)
            input[i] = maskToken;
        else if (tenth == 8)
            input[i] = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(maskToken)));
    }
}

}  // namespace seekbench
