// SPDX-License-Identifier: Apache-2.0
#include "core/data/synthetic.h"

#include <algorithm>
#include <cmath>

#include "core/base/hash.h"
#include "core/data/random.h"

namespace seekbench {
namespace {

constexpr Parameter<Integers> kShape{"shape"};
constexpr Parameter<std::int64_t> kClasses{"classes"};
constexpr Parameter<std::int64_t> kFeatures{"features"};
constexpr Parameter<std::int64_t> kOutputs{"outputs"};
constexpr Parameter<std::int64_t> kTrainSamples{"train_samples"};
constexpr Parameter<std::int64_t> kTestSamples{"test_samples"};
constexpr Parameter<double> kNoise{"noise"};
constexpr Parameter<std::int64_t> kSeed{"seed"};

constexpr std::int64_t kMostFloats = std::int64_t{1} << 28;  // 1 GiB of samples

std::vector<ParameterSpec> withCommonParameters(std::vector<ParameterSpec> parameters, double noise, std::string_view noiseHelp) {
    parameters.push_back(specOf(kTrainSamples, phrase("Training samples"), phrase("Number of samples to train on."), 2048, 1, 1e9));
    parameters.push_back(specOf(kTestSamples, phrase("Test samples"), phrase("Number of samples of the test part."), 512, 1, 1e9));
    parameters.push_back(specOf(kNoise, phrase("Noise"), noiseHelp, noise, 0, 1e3));
    parameters.push_back(specOf(kSeed, phrase("Seed"), phrase("Of everything that is drawn."), 0, 0, 1e15));
    return parameters;
}

// Uniform numbers with mean 0 and variance 1. Not normal ones: those need logarithms, which differ in the last bit between
// mathematical libraries.
float standardised(Xoshiro256& random) { return random.symmetric() * 1.7320508f; }

std::vector<float> drawn(std::size_t count, Xoshiro256 random) {
    std::vector<float> numbers(count);
    std::ranges::generate(numbers, [&] { return standardised(random); });
    return numbers;
}

struct Samples {
    std::vector<float> inputs;          // (sample, elements of the input)
    std::vector<float> targets;         // (sample, elements of the target): regression
    std::vector<std::int64_t> classes;  // (sample): classification
};

class GeneratedDataset final : public Dataset {
public:
    GeneratedDataset(SampleSpec spec, Samples train, Samples test)
        : m_spec(std::move(spec)), m_train(std::move(train)), m_test(std::move(test)) {}

    const SampleSpec& spec() const override { return m_spec; }
    std::int64_t size(Part part) const override { return part == Part::Train ? m_spec.trainSamples : m_spec.testSamples; }

    void read(Part part, std::span<const std::int64_t> indices, Batch& batch) const override {
        const Samples& samples = part == Part::Train ? m_train : m_test;
        batch.inputs.resize(1);
        gather(samples.inputs, m_spec.inputs[0], indices, batch.inputs[0]);
        if (m_spec.classes == 0) return gather(samples.targets, m_spec.target, indices, batch.target);
        batch.target.element = ElementType::Integer;
        batch.target.sizes = {static_cast<std::int64_t>(indices.size())};
        batch.target.integers.resize(indices.size());
        std::ranges::transform(indices, batch.target.integers.begin(),
                               [&](std::int64_t index) { return samples.classes[static_cast<std::size_t>(index)]; });
    }

    std::string fingerprint() const override {
        Fingerprint fingerprint;
        for (const Samples* samples : {&m_train, &m_test}) {
            fingerprint.add(std::as_bytes(std::span(samples->inputs)));
            fingerprint.add(std::as_bytes(std::span(samples->targets)));
            fingerprint.add(std::as_bytes(std::span(samples->classes)));
        }
        return fingerprint.hex();
    }

private:
    static void gather(const std::vector<float>& from, const TensorType& type, std::span<const std::int64_t> indices, HostTensor& to) {
        const std::vector<std::int64_t> sizes = *integers(type.shape);
        const auto elements = static_cast<std::size_t>(*elementCount(type.shape).integer());
        to.element = ElementType::Float;
        to.sizes.assign(1, static_cast<std::int64_t>(indices.size()));
        to.sizes.insert(to.sizes.end(), sizes.begin(), sizes.end());
        to.floats.resize(indices.size() * elements);
        float* out = to.floats.data();
        for (const std::int64_t index : indices) out = std::copy_n(from.data() + static_cast<std::size_t>(index) * elements, elements, out);
    }

    SampleSpec m_spec;
    Samples m_train, m_test;
};

double elementsOf(const TensorType& type) {
    double elements = 1;
    for (const Dimension& extent : type.shape) elements *= static_cast<double>(*extent.integer());
    return elements;
}

// Generates both parts with `generate(count, random)`; `shared` numbers more are what the samples have in common.
template <class Generate>
Result<std::unique_ptr<Dataset>> generated(SampleSpec spec, std::uint64_t seed, double shared, Generate generate) {
    const double floats =
        static_cast<double>(spec.trainSamples + spec.testSamples) * (elementsOf(spec.inputs[0]) + elementsOf(spec.target)) + shared;
    if (floats > static_cast<double>(kMostFloats))
        return Error(ErrorCode::InvalidInput, say("The generated samples would hold %1 numbers; at most %2 are kept.", floats, kMostFloats),
                     say("Ask for fewer or smaller samples."));
    // Streams 0 and up belong to what the samples have in common.
    Samples train = generate(static_cast<std::size_t>(spec.trainSamples), Xoshiro256(seed, 1000));
    Samples test = generate(static_cast<std::size_t>(spec.testSamples), Xoshiro256(seed, 1001));
    return std::unique_ptr<Dataset>(std::make_unique<GeneratedDataset>(std::move(spec), std::move(train), std::move(test)));
}

SampleSpec describeClasses(const Parameters& parameters) {
    const Integers& extents = parameters[kShape];
    return {.inputs = {TensorType{Shape(extents.begin(), extents.end()), ElementType::Float}},
            .target = {{}, ElementType::Integer},
            .targetKind = TargetKind::Class,
            .classes = parameters[kClasses],
            .classNames = {},
            .trainSamples = parameters[kTrainSamples],
            .testSamples = parameters[kTestSamples]};
}

Result<std::unique_ptr<Dataset>> openClasses(const Parameters& parameters) {
    SampleSpec spec = describeClasses(parameters);
    const auto seed = static_cast<std::uint64_t>(parameters[kSeed]);
    const auto classes = static_cast<std::size_t>(spec.classes);
    const auto noise = static_cast<float>(parameters[kNoise]);
    const double shared = static_cast<double>(classes) * elementsOf(spec.inputs[0]);
    return generated(std::move(spec), seed, shared, [&](std::size_t count, Xoshiro256 random) {
        std::size_t elements = 1;
        for (const std::int64_t extent : parameters[kShape]) elements *= static_cast<std::size_t>(extent);
        const std::vector<float> patterns = drawn(classes * elements, Xoshiro256(seed, 0));
        Samples samples;
        samples.inputs.reserve(count * elements);
        for (std::size_t sample = 0; sample < count; ++sample) {
            const std::uint64_t label = random.below(classes);
            samples.classes.push_back(static_cast<std::int64_t>(label));
            for (std::size_t i = 0; i < elements; ++i)
                samples.inputs.push_back(patterns[label * elements + i] + noise * standardised(random));
        }
        return samples;
    });
}

SampleSpec describeRegression(const Parameters& parameters) {
    return {.inputs = {TensorType{{parameters[kFeatures]}, ElementType::Float}},
            .target = {{parameters[kOutputs]}, ElementType::Float},
            .targetKind = TargetKind::Values,
            .classes = 0,
            .classNames = {},
            .trainSamples = parameters[kTrainSamples],
            .testSamples = parameters[kTestSamples]};
}

Result<std::unique_ptr<Dataset>> openRegression(const Parameters& parameters) {
    const auto seed = static_cast<std::uint64_t>(parameters[kSeed]);
    const auto features = static_cast<std::size_t>(parameters[kFeatures]), outputs = static_cast<std::size_t>(parameters[kOutputs]);
    const double noise = parameters[kNoise];
    const double shared = static_cast<double>(features) * static_cast<double>(outputs);
    return generated(describeRegression(parameters), seed, shared, [&](std::size_t count, Xoshiro256 random) {
        const std::vector<float> weights = drawn(features * outputs, Xoshiro256(seed, 0));
        Samples samples;
        for (std::size_t sample = 0; sample < count; ++sample) {
            for (std::size_t i = 0; i < features; ++i) samples.inputs.push_back(standardised(random));
            const float* input = samples.inputs.data() + sample * features;
            for (std::size_t output = 0; output < outputs; ++output) {
                double sum = 0;
                for (std::size_t i = 0; i < features; ++i) sum += double{weights[output * features + i]} * double{input[i]};
                samples.targets.push_back(
                    static_cast<float>(sum / std::sqrt(static_cast<double>(features)) + noise * double{standardised(random)}));
            }
        }
        return samples;
    });
}

}  // namespace

DatasetKind syntheticKind() {
    return {.kind = {"synthetic", phrase("Generated classes"),
                     phrase("Computed, not measured: every class is a fixed random pattern, every sample its pattern plus noise."),
                     withCommonParameters(
                         {
                             specOf(kShape, phrase("Shape"), phrase("Extents of one sample, such as 1, 28, 28."), Integers{1, 28, 28}, 0, 1,
                                    1e6),
                             specOf(kClasses, phrase("Classes"), phrase("Number of classes."), 10, 2, 1e5),
                         },
                         1.0, phrase("Standard deviation of the uniform noise; that of a pattern is 1."))},
            .describe = describeClasses,
            .open = openClasses};
}

DatasetKind syntheticRegressionKind() {
    return {.kind = {"synthetic-regression", phrase("Generated regression"),
                     phrase("Computed, not measured: the target is a fixed random linear map of the input plus noise."),
                     withCommonParameters(
                         {
                             specOf(kFeatures, phrase("Features"), phrase("Numbers in one input."), 8, 1, 1e6),
                             specOf(kOutputs, phrase("Outputs"), phrase("Numbers in one target."), 1, 1, 1e6),
                         },
                         0.1, phrase("Standard deviation of the uniform noise on the target; that of the target without it is about 1."))},
            .describe = describeRegression,
            .open = openRegression};
}

}  // namespace seekbench
