// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/hash.h"
#include "core/data/generated/generated_kinds.h"
#include "core/data/portable_math.h"
#include "core/data/random.h"

namespace seekbench {
namespace {

constexpr Parameter<std::int64_t> kTrainSamples{"train_samples"};
constexpr Parameter<std::int64_t> kTestSamples{"test_samples"};
constexpr Parameter<double> kNoise{"noise"};
constexpr Parameter<std::int64_t> kSeed{"seed"};

constexpr int kSide = 16, kWords = 8, kTone = 256, kPlaces = 4;

// What all three views show.
struct Thing {
    int shape, size, filled, bright, row, column;  // of 4, 2, 2, 2, 4 and 4
};

Thing drawThing(Xoshiro256& random) {
    const auto below = [&](std::uint64_t bound) { return static_cast<int>(random.below(bound)); };
    Thing thing{};
    thing.shape = below(4);
    thing.size = below(2);
    thing.filled = below(2);
    thing.bright = below(2);
    thing.row = below(kPlaces);
    thing.column = below(kPlaces);
    return thing;
}

// How far outside the shape a point is, in pixels from its middle; negative inside.
double outside(int shape, double x, double y, double radius) {
    const double ax = std::abs(x), ay = std::abs(y);
    switch (shape) {
        case 0: return std::sqrt(x * x + y * y) - radius;
        case 1: return std::max(ax, ay) - radius * 0.9;
        case 2: return std::max(ax * 0.9 - y * 0.45, y - radius * 0.2) - radius * 0.55;
        default: return std::max(std::min(ax, ay) - radius * 0.3, std::max(ax, ay) - radius);
    }
}

void paint(const Thing& thing, float* out) {
    const double radius = thing.size == 0 ? 2.6 : 3.7;
    const double middleX = 3.5 + 3 * thing.column, middleY = 3.5 + 3 * thing.row;
    const float light = thing.bright ? 1.0f : 0.5f;
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x) {
            const double right = x - middleX, down = y - middleY;
            const bool inHole = !thing.filled && std::max(std::abs(right), std::abs(down)) < 0.45 * radius;
            const bool isSet = !inHole && outside(thing.shape, right, down, radius) <= 0;
            *out++ = isSet ? light : 0;
        }
}

// Words by number: 0 a, 1 the; then sizes, light, filling, shapes, rows, columns; the last one ends the sentence.
void speak(const Thing& thing, Xoshiro256& random, std::int64_t* out) {
    constexpr std::int64_t kSizes = 2, kLight = 4, kFilling = 6, kShapes = 8, kRows = 12, kColumns = 16, kEnd = 20;
    const std::int64_t words[kWords] = {static_cast<std::int64_t>(random.below(2)),
                                        kSizes + thing.size,
                                        kLight + thing.bright,
                                        kFilling + thing.filled,
                                        kShapes + thing.shape,
                                        kRows + thing.row,
                                        kColumns + thing.column,
                                        kEnd};
    std::ranges::copy(words, out);
}

// One frequency tells shape and size, a second one the column; it begins later the lower the row. Filled things have an overtone, bright
// ones are loud.
void sound(const Thing& thing, Xoshiro256& random, float* out) {
    const double first = 5 + 2 * (thing.shape * 2 + thing.size), second = 40 + 8 * thing.column;
    const double phase = (double{random.symmetric()} + 1) / 2;
    const double loudness = thing.bright ? 1 : 0.5;
    for (int i = 0; i < kTone; ++i) {
        const double time = static_cast<double>(i) / kTone;
        double value = portableSine(first * time + phase);
        if (thing.filled) value += 0.5 * portableSine(2 * first * time + phase);
        if (i >= thing.row * kTone / kPlaces) value += 0.7 * portableSine(second * time);
        *out++ = static_cast<float>(loudness * value);
    }
}

class Pairs final : public Dataset {
public:
    Pairs(SampleSpec spec, const Parameters& parameters)
        : m_spec(std::move(spec)), m_seed(static_cast<std::uint64_t>(parameters[kSeed])), m_noise(static_cast<float>(parameters[kNoise])) {}

    const SampleSpec& spec() const override { return m_spec; }
    std::int64_t size(Part part) const override { return part == Part::Train ? m_spec.trainSamples : m_spec.testSamples; }

    void read(Part part, std::span<const std::int64_t> indices, Batch& batch) const override {
        const auto count = static_cast<std::int64_t>(indices.size());
        batch.inputs.resize(3);
        HostTensor &picture = batch.inputs[0], &words = batch.inputs[1], &tone = batch.inputs[2];
        picture.element = tone.element = ElementType::Float;
        words.element = batch.target.element = ElementType::Integer;
        picture.sizes = {count, 1, kSide, kSide};
        words.sizes = {count, kWords};
        tone.sizes = {count, 1, kTone};
        batch.target.sizes = {count};
        picture.floats.resize(indices.size() * kSide * kSide);
        words.integers.resize(indices.size() * kWords);
        tone.floats.resize(indices.size() * kTone);
        batch.target.integers.assign(indices.begin(), indices.end());
        for (std::size_t i = 0; i < indices.size(); ++i) {
            Xoshiro256 random(m_seed, static_cast<std::uint64_t>(indices[i]) * 2 + (part == Part::Test ? 1 : 0));
            const Thing thing = drawThing(random);
            float* const pixels = picture.floats.data() + i * kSide * kSide;
            float* const waves = tone.floats.data() + i * kTone;
            paint(thing, pixels);
            speak(thing, random, words.integers.data() + i * kWords);
            sound(thing, random, waves);
            for (const std::span view : {std::span(pixels, kSide * kSide), std::span(waves, kTone)})
                for (float& value : view) value += m_noise * random.symmetric();
        }
    }

    std::string fingerprint() const override {
        constexpr std::uint64_t kRule = 1;  // a change of what is drawn must change the number
        Fingerprint fingerprint;
        const std::uint64_t numbers[] = {kRule, m_seed};
        fingerprint.add(std::as_bytes(std::span(numbers)));
        fingerprint.add(std::as_bytes(std::span(&m_noise, 1)));
        return fingerprint.hex();
    }

private:
    SampleSpec m_spec;
    std::uint64_t m_seed;
    float m_noise;
};

SampleSpec describe(const Parameters& parameters) {
    return {.inputs = {TensorType{{1, kSide, kSide}, ElementType::Float}, TensorType{{kWords}, ElementType::Integer},
                       TensorType{{1, kTone}, ElementType::Float}},
            .target = {{}, ElementType::Integer},
            .targetKind = TargetKind::Pairs,
            .classes = 0,
            .classNames = {},
            .trainSamples = parameters[kTrainSamples],
            .testSamples = parameters[kTestSamples]};
}

}  // namespace

DatasetKind generatedPairsKind() {
    return {
        .kind = {"generated_pairs",
                 phrase("Made-up shapes, words and tones"),
                 phrase("Three views of the same thing: a small picture, eight words (21 are known) and a tone, to be brought together."),
                 {
                     specOf(kTrainSamples, phrase("Training samples"), phrase("Number of samples to train on."), 8192, 2, 1e9),
                     specOf(kTestSamples, phrase("Test samples"), phrase("Number of samples of the test part."), 1024, 1, 1e9),
                     specOf(kNoise, phrase("Noise"), phrase("Largest number added to or taken from each pixel and each point of the tone."),
                            0.1, 0, 100),
                     specOf(kSeed, phrase("Seed"), phrase("Of everything that is drawn."), 0, 0, 1e15),
                 }},
        .describe = describe,
        .open = [](const Parameters& parameters) -> Result<std::unique_ptr<Dataset>> {
            return std::unique_ptr<Dataset>(std::make_unique<Pairs>(describe(parameters), parameters));
        }};
}

}  // namespace seekbench
