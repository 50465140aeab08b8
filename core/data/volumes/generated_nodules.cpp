// SPDX-License-Identifier: Apache-2.0

// CT-like volumes with known truth: lung tissue with vessels (tubes between random points), noise, and nodules (spheres) as bright as the
// vessels, which only their shape in three dimensions tells apart. A scan follows from (seed, part, number of the scan); a sample is a
// crop of it, every other one around a nodule. Densities are Hounsfield units mapped from -1000 … 400 to 0 … 1, as of luna16. Everything
// is computed when it is read, with additions, multiplications, divisions and square roots only, which are exact to the last bit
// everywhere (compiled without contraction to fused operations): equal parameters give equal samples.

#include <algorithm>
#include <cmath>

#include "core/base/hash.h"
#include "core/data/collate.h"
#include "core/data/common_parameters.h"
#include "core/data/random.h"
#include "core/data/volumes/volumes.h"

namespace seekbench {
namespace {

using namespace data_parameter;

constexpr Parameter<Integers> kCrop{"crop"};
constexpr Parameter<Integers> kScan{"scan"};
constexpr Parameter<std::int64_t> kTrainScans{"train_scans"};
constexpr Parameter<std::int64_t> kTestScans{"test_scans"};
constexpr Parameter<std::int64_t> kCropsPerScan{"crops_per_scan"};
constexpr Parameter<std::int64_t> kNodules{"nodules"};
constexpr Parameter<double> kNoise{"noise"};

using Vector = std::array<float, 3>;  // slice, row, column
using Extents = std::array<std::int64_t, 3>;

constexpr float unitsOf(float hounsfield) { return (hounsfield + 1000.0f) / 1400.0f; }

struct Tube {
    Vector from, to;
    float radius, density;
};
struct Sphere {
    Vector centre;
    float radius, density;
};
struct Scene {
    float background = 0;
    std::uint64_t noiseSeed = 0;
    std::vector<Tube> tubes;
    std::vector<Sphere> spheres;
};

float squared(float x) { return x * x; }
float squaredDistance(const Vector& a, const Vector& b) { return squared(a[0] - b[0]) + squared(a[1] - b[1]) + squared(a[2] - b[2]); }

// Squared distance from a point to the line between two others.
float squaredDistance(const Vector& point, const Tube& tube) {
    float along = 0, length = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        along += (point[i] - tube.from[i]) * (tube.to[i] - tube.from[i]);
        length += squared(tube.to[i] - tube.from[i]);
    }
    const float share = length > 0 ? std::clamp(along / length, 0.0f, 1.0f) : 0.0f;
    Vector nearest{};
    for (std::size_t i = 0; i < 3; ++i) nearest[i] = tube.from[i] + share * (tube.to[i] - tube.from[i]);
    return squaredDistance(point, nearest);
}

Scene sceneOf(Xoshiro256 random, const Extents& scan, std::int64_t mostNodules) {
    Scene scene;
    scene.background = unitsOf(-850.0f + 30.0f * random.symmetric());
    scene.noiseSeed = random.next();
    const auto place = [&](float margin) {
        Vector at{};
        for (std::size_t i = 0; i < 3; ++i) {
            const auto extent = static_cast<float>(scan[i]);
            const float room = std::max(0.0f, extent - 1 - 2 * margin);
            at[i] = (extent - 1 - room) / 2 + room * random.unit();
        }
        return at;
    };
    constexpr std::uint64_t kFewestTubes = 6, kMoreTubes = 5;
    const std::uint64_t tubes = kFewestTubes + random.below(kMoreTubes);
    for (std::uint64_t i = 0; i < tubes; ++i) {
        const Tube trunk{place(0), place(0), 1.2f + 1.6f * random.unit(), unitsOf(40.0f + 30.0f * random.symmetric())};
        Vector fork{};
        for (std::size_t axis = 0; axis < 3; ++axis) fork[axis] = (trunk.from[axis] + trunk.to[axis]) / 2;
        scene.tubes.push_back(trunk);
        scene.tubes.push_back({fork, place(0), trunk.radius * 0.7f, trunk.density});
    }
    constexpr int kTries = 30;
    const std::uint64_t nodules = 1 + random.below(static_cast<std::uint64_t>(mostNodules));
    for (std::uint64_t i = 0; i < nodules; ++i)
        for (int attempt = 0; attempt < kTries; ++attempt) {
            const float radius = 2.0f + 4.0f * random.unit();
            const Sphere sphere{place(radius), radius, unitsOf(30.0f + 40.0f * random.symmetric())};
            const auto touches = [&](const Sphere& other) {
                return squaredDistance(sphere.centre, other.centre) < squared(sphere.radius + other.radius + 2);
            };
            if (std::ranges::any_of(scene.spheres, touches)) continue;
            scene.spheres.push_back(sphere);
            break;
        }
    return scene;
}

// A crop of a scan that is being drawn.
class Canvas {
public:
    Canvas(const Extents& origin, const Extents& extents, float* values) : m_origin(origin), m_extents(extents), m_values(values) {}

    // Calls `visit(number in the crop, place in the scan)` for the voxels of the crop within `low` … `high`.
    template <class Visit>
    void forEach(const Vector& low, const Vector& high, Visit visit) const {
        Extents first{}, last{};
        for (std::size_t i = 0; i < 3; ++i) {
            first[i] = std::max<std::int64_t>(0, static_cast<std::int64_t>(std::ceil(low[i])) - m_origin[i]);
            last[i] = std::min(m_extents[i] - 1, static_cast<std::int64_t>(std::floor(high[i])) - m_origin[i]);
        }
        for (std::int64_t z = first[0]; z <= last[0]; ++z)
            for (std::int64_t y = first[1]; y <= last[1]; ++y)
                for (std::int64_t x = first[2]; x <= last[2]; ++x)
                    visit((z * m_extents[1] + y) * m_extents[2] + x,
                          Vector{static_cast<float>(z + m_origin[0]), static_cast<float>(y + m_origin[1]),
                                 static_cast<float>(x + m_origin[2])});
    }
    // Blends `density` in with a border one voxel wide, as a scanner's voxels average what they hold.
    void blend(std::int64_t at, float density, float squaredFromCentre, float radius) const {
        if (squaredFromCentre >= squared(radius + 0.5f)) return;
        const float share = std::clamp(radius + 0.5f - std::sqrt(squaredFromCentre), 0.0f, 1.0f);
        m_values[at] = std::max(m_values[at], m_values[at] + share * (density - m_values[at]));
    }

private:
    Extents m_origin, m_extents;
    float* m_values;
};

class GeneratedNodules final : public Dataset {
public:
    GeneratedNodules(SampleSpec spec, const Parameters& parameters)
        : m_spec(std::move(spec)),
          m_crop{parameters[kCrop][0], parameters[kCrop][1], parameters[kCrop][2]},
          m_scan{parameters[kScan][0], parameters[kScan][1], parameters[kScan][2]},
          m_cropsPerScan(parameters[kCropsPerScan]),
          m_nodules(parameters[kNodules]),
          m_noise(static_cast<float>(parameters[kNoise]) / 1400.0f),
          m_seed(static_cast<std::uint64_t>(parameters[kSeed])) {
        std::string content = "generated_nodules 1";
        for (const auto& [name, value] : parameters.values()) content += " " + name + "=" + text(value);
        m_fingerprint = fingerprintOf(content);
    }

    const SampleSpec& spec() const override { return m_spec; }
    std::int64_t size(Part part) const override { return part == Part::Train ? m_spec.trainSamples : m_spec.testSamples; }
    std::string fingerprint() const override { return m_fingerprint; }
    std::optional<std::int64_t> groupOf(Part, std::int64_t index) const override { return index / m_cropsPerScan; }

    void read(Part part, std::span<const std::int64_t> indices, Batch& batch) const override {
        const std::int64_t input[] = {1, m_crop[0], m_crop[1], m_crop[2]};
        batch.inputs.resize(1);
        float* values = prepareFloats(batch.inputs[0], indices.size(), input);
        std::int64_t* mask = prepareIntegers(batch.target, indices.size(), m_crop);
        const std::int64_t voxels = m_crop[0] * m_crop[1] * m_crop[2];
        for (const std::int64_t index : indices) {
            draw(part, index, values, mask);
            values += voxels;
            mask += voxels;
        }
    }

private:
    void draw(Part part, std::int64_t index, float* values, std::int64_t* mask) const {
        const std::uint64_t partNumber = part == Part::Test ? 1 : 0;
        const std::int64_t scan = index / m_cropsPerScan, number = index % m_cropsPerScan;
        const Scene scene = sceneOf(Xoshiro256(m_seed, static_cast<std::uint64_t>(scan) * 4 + partNumber), m_scan, m_nodules);
        const Extents origin = originOf(scene, Xoshiro256(m_seed, static_cast<std::uint64_t>(index) * 4 + 2 + partNumber), number);
        const std::int64_t voxels = m_crop[0] * m_crop[1] * m_crop[2];
        std::fill_n(values, voxels, scene.background);
        std::fill_n(mask, voxels, 0);
        const Canvas canvas(origin, m_crop, values);
        for (const Tube& tube : scene.tubes) {
            Vector low{}, high{};
            for (std::size_t i = 0; i < 3; ++i) {
                low[i] = std::min(tube.from[i], tube.to[i]) - tube.radius - 0.5f;
                high[i] = std::max(tube.from[i], tube.to[i]) + tube.radius + 0.5f;
            }
            canvas.forEach(low, high, [&](std::int64_t at, const Vector& place) {
                canvas.blend(at, tube.density, squaredDistance(place, tube), tube.radius);
            });
        }
        for (const Sphere& sphere : scene.spheres) {
            Vector low{}, high{};
            for (std::size_t i = 0; i < 3; ++i) {
                low[i] = sphere.centre[i] - sphere.radius - 0.5f;
                high[i] = sphere.centre[i] + sphere.radius + 0.5f;
            }
            canvas.forEach(low, high, [&](std::int64_t at, const Vector& place) {
                const float distance = squaredDistance(place, sphere.centre);
                canvas.blend(at, sphere.density, distance, sphere.radius);
                if (distance <= squared(sphere.radius)) mask[at] = 1;
            });
        }
        if (m_noise == 0) return;
        // The noise belongs to the voxel of the scan: crops that overlap agree.
        std::int64_t at = 0;
        for (std::int64_t z = origin[0]; z < origin[0] + m_crop[0]; ++z)
            for (std::int64_t y = origin[1]; y < origin[1] + m_crop[1]; ++y)
                for (std::int64_t x = origin[2]; x < origin[2] + m_crop[2]; ++x) {
                    const auto voxel = static_cast<std::uint64_t>((z * m_scan[1] + y) * m_scan[2] + x);
                    values[at++] += m_noise * bellOf(SplitMix64(scene.noiseSeed + voxel * 0x9E3779B97F4A7C15u).next());
                }
    }

    Extents originOf(const Scene& scene, Xoshiro256 random, std::int64_t number) const {
        Extents origin{};
        const bool aroundNodule = number % 2 == 0 && !scene.spheres.empty();
        for (std::size_t i = 0; i < 3; ++i) {
            const std::int64_t room = m_scan[i] - m_crop[i];
            origin[i] = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(room) + 1));
            if (!aroundNodule) continue;
            // The nodule lies anywhere in the middle half of the crop.
            const Sphere& sphere = scene.spheres[static_cast<std::size_t>(number / 2) % scene.spheres.size()];
            const std::int64_t jitter = m_crop[i] / 4;
            const auto shift = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(2 * jitter) + 1)) - jitter;
            origin[i] = std::clamp<std::int64_t>(static_cast<std::int64_t>(sphere.centre[i]) - m_crop[i] / 2 + shift, 0, room);
        }
        return origin;
    }

    SampleSpec m_spec;
    Extents m_crop, m_scan;
    std::int64_t m_cropsPerScan, m_nodules;
    float m_noise;
    std::uint64_t m_seed;
    std::string m_fingerprint;
};

SampleSpec describeNodules(const Parameters& parameters) {
    static constexpr std::string_view kNames[] = {phrase("Background"), phrase("Nodule")};
    const Integers& crop = parameters[kCrop];
    return {.inputs = {TensorType{{1, crop[0], crop[1], crop[2]}, ElementType::Float}},
            .target = {Shape(crop.begin(), crop.end()), ElementType::Integer},
            .targetKind = TargetKind::ClassMap,
            .classes = 2,
            .classNames = {std::begin(kNames), std::end(kNames)},
            .trainSamples = parameters[kTrainScans] * parameters[kCropsPerScan],
            .testSamples = parameters[kTestScans] * parameters[kCropsPerScan]};
}

Result<std::unique_ptr<Dataset>> openNodules(const Parameters& parameters) {
    for (std::size_t i = 0; i < 3; ++i)
        if (parameters[kCrop][i] > parameters[kScan][i])
            return Error(ErrorCode::InvalidInput,
                         say("A crop of %1 voxels does not fit into a scan of %2.", parameters[kCrop][i], parameters[kScan][i]),
                         say("Lower \"crop\" or raise \"scan\"."));
    return std::unique_ptr<Dataset>(std::make_unique<GeneratedNodules>(describeNodules(parameters), parameters));
}

}  // namespace

DatasetKind generatedNodulesKind() {
    return {
        .kind = {"generated_nodules",
                 phrase("Generated nodules"),
                 phrase("Computed, not measured: CT-like volumes with vessels, noise and spherical nodules, and the mask of the nodules."),
                 {specOf(kCrop, phrase("Crop"), phrase("Slices, rows and columns of a sample."), Integers{32, 32, 32}, 3, 1, 512),
                  specOf(kScan, phrase("Scan"), phrase("Slices, rows and columns of the scan that samples are cut from."),
                         Integers{64, 96, 96}, 3, 1, 1024),
                  specOf(kTrainScans, phrase("Training scans"), phrase("Number of scans to train on."), 32, 1, 1e6),
                  specOf(kTestScans, phrase("Test scans"), phrase("Number of scans of the test part."), 8, 1, 1e6),
                  specOf(kCropsPerScan, phrase("Crops per scan"), phrase("Samples cut from a scan, every other one around a nodule."), 8, 1,
                         1e4),
                  specOf(kNodules, phrase("Most nodules"), phrase("A scan has from one to so many."), 3, 1, 100),
                  specOf(kNoise, phrase("Noise"), phrase("Standard deviation of the noise."), 40.0, 0, 1000, phrase("Hounsfield units")),
                  seedSpec(phrase("Of everything that is drawn."))}},
        .describe = describeNodules,
        .open = openNodules};
}

}  // namespace seekbench
