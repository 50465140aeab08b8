// SPDX-License-Identifier: Apache-2.0

// Pictures with known truth for detection: rectangles, ellipses and triangles of random colours, places and sizes on a background of
// noise, and their boxes. A sample follows from (seed, part, index) alone and is drawn when it is read. Only additions,
// multiplications and divisions are used, which are exact to the last bit everywhere: equal parameters give equal samples.

#include <algorithm>
#include <array>
#include <string>

#include "core/base/hash.h"
#include "core/data/collate.h"
#include "core/data/common_parameters.h"
#include "core/data/images/images.h"
#include "core/data/random.h"

namespace seekbench {
namespace {

using namespace data_parameter;

constexpr Parameter<std::int64_t> kSize{"size"};
constexpr Parameter<std::int64_t> kMaxBoxes{"max_boxes"};
constexpr Parameter<double> kNoise{"noise"};

enum Shape : std::int64_t { Rectangle, Ellipse, Triangle };

struct Figure {
    std::int64_t shape;
    std::int64_t left, top, width, height;  // pixels
    std::int64_t apex;                      // Triangle: column of its upper corner, from the left
    std::array<float, 3> colour;

    bool contains(std::int64_t x, std::int64_t y) const {
        // Twice the distances from the box's corner to the pixel's middle: whole numbers.
        const std::int64_t right = 2 * (x - left) + 1, down = 2 * (y - top) + 1;
        if (right < 0 || down < 0 || right > 2 * width || down > 2 * height) return false;
        if (shape == Rectangle) return true;
        if (shape == Ellipse) {
            const std::int64_t u = (right - width) * height, v = (down - height) * width;
            return u * u + v * v <= width * width * height * height;
        }
        // Between the edges from the apex to the lower corners.
        return right * height >= (2 * height - down) * apex && (2 * width - right) * height >= (2 * height - down) * (width - apex);
    }
};

double overlap(const Figure& a, const Figure& b) {
    const auto shared = [](std::int64_t from, std::int64_t length, std::int64_t otherFrom, std::int64_t otherLength) {
        return std::max<std::int64_t>(0, std::min(from + length, otherFrom + otherLength) - std::max(from, otherFrom));
    };
    const std::int64_t area = shared(a.left, a.width, b.left, b.width) * shared(a.top, a.height, b.top, b.height);
    return static_cast<double>(area) / static_cast<double>(a.width * a.height + b.width * b.height - area);
}

std::vector<Figure> figuresOf(Xoshiro256& random, std::int64_t size, std::int64_t most) {
    constexpr double kMostOverlap = 0.1;  // intersection over union
    constexpr int kTries = 20;
    const auto between = [&](std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(high - low + 1)));
    };
    std::vector<Figure> figures;
    const std::int64_t wanted = between(1, most);
    for (std::int64_t i = 0; i < wanted; ++i)
        for (int attempt = 0; attempt < kTries; ++attempt) {
            Figure figure{};
            figure.shape = between(Rectangle, Triangle);
            figure.width = between(size / 8, size * 2 / 5);
            figure.height = between(size / 8, size * 2 / 5);
            figure.left = between(0, size - figure.width);
            figure.top = between(0, size - figure.height);
            figure.apex = between(0, figure.width);
            for (float& channel : figure.colour) channel = 0.35f + 0.65f * random.unit();
            if (std::ranges::any_of(figures, [&](const Figure& other) { return overlap(figure, other) > kMostOverlap; })) continue;
            figures.push_back(figure);
            break;
        }
    return figures;
}

class GeneratedBoxes final : public Dataset {
public:
    GeneratedBoxes(SampleSpec spec, const Parameters& parameters)
        : m_spec(std::move(spec)),
          m_size(parameters[kSize]),
          m_most(parameters[kMaxBoxes]),
          m_noise(static_cast<float>(parameters[kNoise])),
          m_seed(static_cast<std::uint64_t>(parameters[kSeed])),
          m_fingerprint(fingerprintOf("generated_boxes 1 " + std::to_string(m_size) + " " + std::to_string(m_most) + " " +
                                      text(ParameterValue(parameters[kNoise])) + " " + std::to_string(m_seed))) {}

    const SampleSpec& spec() const override { return m_spec; }
    std::int64_t size(Part part) const override { return part == Part::Train ? m_spec.trainSamples : m_spec.testSamples; }
    std::string fingerprint() const override { return m_fingerprint; }

    void read(Part part, std::span<const std::int64_t> indices, Batch& batch) const override {
        const std::int64_t extents[] = {3, m_size, m_size}, rows[] = {m_most, 5};
        batch.inputs.resize(1);
        float* picture = prepareFloats(batch.inputs[0], indices.size(), extents);
        float* boxes = prepareFloats(batch.target, indices.size(), rows);
        for (const std::int64_t index : indices) {
            draw(part, index, picture, boxes);
            picture += 3 * m_size * m_size;
            boxes += m_most * 5;
        }
    }

private:
    void draw(Part part, std::int64_t index, float* picture, float* boxes) const {
        Xoshiro256 random(m_seed, static_cast<std::uint64_t>(index) * 2 + (part == Part::Test ? 1 : 0));
        const auto figures = figuresOf(random, m_size, m_most);
        const std::int64_t plane = m_size * m_size;
        for (std::int64_t i = 0; i < 3 * plane; ++i) picture[i] = 0.15f + m_noise * random.bell();
        for (const Figure& figure : figures)
            for (std::int64_t y = figure.top; y < figure.top + figure.height; ++y)
                for (std::int64_t x = figure.left; x < figure.left + figure.width; ++x)
                    if (figure.contains(x, y))
                        for (std::int64_t channel = 0; channel < 3; ++channel)
                            picture[channel * plane + y * m_size + x] =
                                figure.colour[static_cast<std::size_t>(channel)] + m_noise * random.bell();
        const auto size = static_cast<float>(m_size);
        for (std::int64_t row = 0; row < m_most; ++row, boxes += 5) {
            std::fill_n(boxes, 5, 0.0f);
            boxes[0] = -1;
            if (row >= static_cast<std::int64_t>(figures.size())) continue;
            const Figure& figure = figures[static_cast<std::size_t>(row)];
            boxes[0] = static_cast<float>(figure.shape);
            boxes[1] = static_cast<float>(2 * figure.left + figure.width) / (2 * size);
            boxes[2] = static_cast<float>(2 * figure.top + figure.height) / (2 * size);
            boxes[3] = static_cast<float>(figure.width) / size;
            boxes[4] = static_cast<float>(figure.height) / size;
        }
    }

    SampleSpec m_spec;
    std::int64_t m_size, m_most;
    float m_noise;
    std::uint64_t m_seed;
    std::string m_fingerprint;
};

SampleSpec describeBoxes(const Parameters& parameters) {
    static constexpr std::string_view kNames[] = {phrase("Rectangle"), phrase("Ellipse"), phrase("Triangle")};
    return {.inputs = {TensorType{{3, parameters[kSize], parameters[kSize]}, ElementType::Float}},
            .target = {{parameters[kMaxBoxes], 5}, ElementType::Float},
            .targetKind = TargetKind::Boxes,
            .classes = 3,
            .classNames = {std::begin(kNames), std::end(kNames)},
            .trainSamples = parameters[kTrainSamples],
            .testSamples = parameters[kTestSamples]};
}

}  // namespace

DatasetKind generatedBoxesKind() {
    return {.kind = {"generated_boxes",
                     phrase("Generated boxes"),
                     phrase("Computed, not measured: rectangles, ellipses and triangles on noise, with the boxes around them."),
                     {specOf(kSize, phrase("Size"), phrase("Height and width of a picture."), 64, 16, 1024, phrase("pixels")),
                      specOf(kMaxBoxes, phrase("Most boxes"), phrase("A picture has from one to so many."), 4, 1, 64),
                      trainSamplesSpec(2048), testSamplesSpec(512),
                      specOf(kNoise, phrase("Noise"), phrase("Standard deviation of the noise; colours lie from 0.35 to 1."), 0.05, 0, 10),
                      seedSpec(phrase("Of everything that is drawn."))}},
            .describe = describeBoxes,
            .open = [](const Parameters& parameters) -> Result<std::unique_ptr<Dataset>> {
                return std::unique_ptr<Dataset>(std::make_unique<GeneratedBoxes>(describeBoxes(parameters), parameters));
            }};
}

}  // namespace seekbench
