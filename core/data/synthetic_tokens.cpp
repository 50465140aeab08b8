// SPDX-License-Identifier: Apache-2.0
#include "core/data/synthetic_tokens.h"

#include <algorithm>

#include "core/base/hash.h"
#include "core/data/random.h"

namespace seekbench {
namespace {

constexpr Parameter<std::int64_t> kVocabulary{"vocabulary"};
constexpr Parameter<std::int64_t> kLength{"length"};
constexpr Parameter<std::int64_t> kLongestMotif{"longest_motif"};
constexpr Parameter<std::int64_t> kTopics{"topics"};
constexpr Parameter<std::int64_t> kTrainSamples{"train_samples"};
constexpr Parameter<std::int64_t> kTestSamples{"test_samples"};
constexpr Parameter<double> kNoise{"noise"};
constexpr Parameter<std::int64_t> kSeed{"seed"};

// The numbers that are no words, as in BERT: filling, the place for the class, the end of a sentence.
constexpr std::int64_t kClassToken = 1, kSeparator = 2, kFirstWord = 3;

// The streams of samples; those of the two parts never meet, because no part has 2^40 samples.
std::uint64_t streamOf(Part part, std::int64_t index) {
    return static_cast<std::uint64_t>(index) + (part == Part::Train ? 0 : std::uint64_t{1} << 40);
}

class TokenDataset : public Dataset {
public:
    TokenDataset(std::string_view kind, SampleSpec spec, const Parameters& parameters)
        : m_kind(kind), m_spec(std::move(spec)), m_parameters(parameters) {}

    const SampleSpec& spec() const override { return m_spec; }
    std::int64_t size(Part part) const override { return part == Part::Train ? m_spec.trainSamples : m_spec.testSamples; }

    void read(Part part, std::span<const std::int64_t> indices, Batch& batch) const override {
        batch.inputs.resize(m_spec.inputs.size());
        for (std::size_t i = 0; i < batch.inputs.size(); ++i) clear(batch.inputs[i], m_spec.inputs[i], indices.size());
        clear(batch.target, m_spec.target, indices.size());
        for (const std::int64_t index : indices)
            append(Xoshiro256(static_cast<std::uint64_t>(m_parameters[kSeed]), streamOf(part, index)), batch);
    }

    // The samples follow from the parameters and this code; the version counts its changes.
    std::string fingerprint() const override {
        constexpr std::string_view kVersion = "1";
        Fingerprint fingerprint;
        for (const std::string_view part : {m_kind, kVersion}) fingerprint.add(std::as_bytes(std::span(part)));
        for (const auto parameter : numbers()) fingerprint.add(std::as_bytes(std::span(&parameter, 1)));
        return fingerprint.hex();
    }

protected:
    // Adds one sample to each tensor of the batch.
    virtual void append(Xoshiro256 random, Batch& batch) const = 0;
    const Parameters& parameters() const { return m_parameters; }
    // True for the share of the draws that noise takes.
    bool isNoise(Xoshiro256& random) const { return 0.5 * (static_cast<double>(random.symmetric()) + 1) < m_parameters[kNoise]; }

private:
    static void clear(HostTensor& tensor, const TensorType& type, std::size_t samples) {
        tensor.element = ElementType::Integer;
        tensor.sizes.assign(1, static_cast<std::int64_t>(samples));
        for (const Dimension& extent : type.shape) tensor.sizes.push_back(*extent.integer());
        tensor.integers.clear();
    }

    std::vector<double> numbers() const {
        std::vector<double> numbers;
        for (const auto& [name, value] : m_parameters.values()) {
            if (const auto* whole = std::get_if<std::int64_t>(&value)) numbers.push_back(static_cast<double>(*whole));
            if (const auto* real = std::get_if<double>(&value)) numbers.push_back(*real);
        }
        return numbers;
    }

    std::string_view m_kind;
    SampleSpec m_spec;
    Parameters m_parameters;
};

class LanguageDataset final : public TokenDataset {
public:
    using TokenDataset::TokenDataset;

private:
    void append(Xoshiro256 random, Batch& batch) const override {
        const auto words = static_cast<std::uint64_t>(parameters()[kVocabulary]);
        const std::int64_t length = parameters()[kLength];
        const auto word = [&] { return static_cast<std::int64_t>(random.below(words)); };
        std::vector<std::int64_t> motif(2 + random.below(static_cast<std::uint64_t>(parameters()[kLongestMotif] - 1)));
        std::ranges::generate(motif, word);
        for (std::int64_t place = 0; place <= length; ++place) {
            const std::int64_t token = isNoise(random) ? word() : motif[static_cast<std::size_t>(place) % motif.size()];
            if (place < length) batch.inputs[0].integers.push_back(token);
            if (place > 0) batch.target.integers.push_back(token);
        }
    }
};

class SentencesDataset final : public TokenDataset {
public:
    using TokenDataset::TokenDataset;

private:
    void append(Xoshiro256 random, Batch& batch) const override {
        const auto topics = static_cast<std::uint64_t>(parameters()[kTopics]);
        const std::uint64_t first = random.below(topics), same = random.below(2);
        const std::uint64_t second = same ? first : (first + 1 + random.below(topics - 1)) % topics;
        const std::int64_t words = parameters()[kLength] - 3, firstLength = words / 2;
        std::int64_t segment = 0;
        const auto add = [&](std::int64_t token) {
            batch.inputs[0].integers.push_back(token);
            batch.inputs[1].integers.push_back(segment);
        };
        const auto sentence = [&](std::uint64_t topic, std::int64_t length) {
            for (std::int64_t i = 0; i < length; ++i) add(word(random, topic));
            add(kSeparator);
        };
        add(kClassToken);
        sentence(first, firstLength);
        segment = 1;
        sentence(second, words - firstLength);
        batch.target.integers.push_back(static_cast<std::int64_t>(same));
    }

    std::int64_t word(Xoshiro256& random, std::uint64_t topic) const {
        const auto words = static_cast<std::uint64_t>(parameters()[kVocabulary] - kFirstWord);
        const std::uint64_t ofTopic = words / static_cast<std::uint64_t>(parameters()[kTopics]);
        const std::uint64_t chosen = isNoise(random) ? random.below(words) : topic * ofTopic + random.below(ofTopic);
        return kFirstWord + static_cast<std::int64_t>(chosen);
    }
};

SampleSpec describe(const Parameters& parameters) {
    SampleSpec spec;
    spec.trainSamples = parameters[kTrainSamples];
    spec.testSamples = parameters[kTestSamples];
    return spec;
}

TensorType sequence(const Parameters& parameters) { return {{parameters[kLength]}, ElementType::Integer}; }

SampleSpec describeLanguage(const Parameters& parameters) {
    SampleSpec spec = describe(parameters);
    spec.inputs = {sequence(parameters)};
    spec.target = sequence(parameters);
    spec.targetKind = TargetKind::ClassMap;
    spec.classes = parameters[kVocabulary];
    return spec;
}

SampleSpec describeSentences(const Parameters& parameters) {
    SampleSpec spec = describe(parameters);
    spec.inputs = {sequence(parameters), sequence(parameters)};
    spec.target = {{}, ElementType::Integer};
    spec.targetKind = TargetKind::Class;
    spec.classes = 2;
    spec.classNames = {"different topics", "the same topic"};
    return spec;
}

Result<std::unique_ptr<Dataset>> openLanguage(const Parameters& parameters) {
    return std::unique_ptr<Dataset>(std::make_unique<LanguageDataset>("language", describeLanguage(parameters), parameters));
}

Result<std::unique_ptr<Dataset>> openSentences(const Parameters& parameters) {
    if (parameters[kVocabulary] - kFirstWord < parameters[kTopics])
        return Error(ErrorCode::InvalidInput,
                     say("A vocabulary of %1 has no word for each of %2 topics.", parameters[kVocabulary], parameters[kTopics]),
                     say("Ask for fewer topics or a larger vocabulary."));
    return std::unique_ptr<Dataset>(std::make_unique<SentencesDataset>("sentences", describeSentences(parameters), parameters));
}

std::vector<ParameterSpec> specs(std::int64_t vocabulary, double shortest, ParameterSpec own) {
    return {specOf(kVocabulary, phrase("Vocabulary"), phrase("How many different tokens there are."), vocabulary, 8, 1e6),
            specOf(kLength, phrase("Length"), phrase("Tokens in one sample."), 64, shortest, 65536),
            std::move(own),
            specOf(kTrainSamples, phrase("Training samples"), phrase("Number of samples to train on."), 2048, 1, 1e9),
            specOf(kTestSamples, phrase("Test samples"), phrase("Number of samples of the test part."), 512, 1, 1e9),
            specOf(kNoise, phrase("Noise"), phrase("Share of the tokens that are drawn from the whole vocabulary instead."), 0.1, 0, 1),
            specOf(kSeed, phrase("Seed"), phrase("Of everything that is drawn."), 0, 0, 1e15)};
}

}  // namespace

DatasetKind syntheticLanguageKind() {
    return {.kind = {"synthetic-language", phrase("Generated language"),
                     phrase("Computed, not measured: random motifs that repeat; what comes next is known only to who looks back."),
                     specs(256, 1,
                           specOf(kLongestMotif, phrase("Longest motif"), phrase("Tokens in the longest motif; the shortest has 2."), 8, 2,
                                  65536))},
            .describe = describeLanguage,
            .open = openLanguage};
}

DatasetKind syntheticSentencesKind() {
    return {.kind = {"synthetic-sentences", phrase("Generated pairs of sentences"),
                     phrase("Computed, not measured: two sentences, each with words of one topic; do both have the same?"),
                     specs(1024, 5, specOf(kTopics, phrase("Topics"), phrase("How many topics share the vocabulary."), 8, 2, 1e5))},
            .describe = describeSentences,
            .open = openSentences};
}

}  // namespace seekbench
