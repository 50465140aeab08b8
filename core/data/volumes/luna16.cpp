// SPDX-License-Identifier: Apache-2.0

// The folder layout of LUNA16 (Setio et al. 2017): subset*/ with a MetaImage file for each scan, named by its series, annotations.csv
// (seriesuid, coordX, coordY, coordZ, diameter_mm) with the nodules and candidates.csv (seriesuid, coordX, coordY, coordZ, class) with
// places that may be one. Places are in millimetres; a scan's header turns them into voxels. A sample is a patch around a place, at a
// voxel distance of its own, of Hounsfield units mapped from -1000 … 400 to 0 … 1.

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/data/collate.h"
#include "core/data/common_parameters.h"
#include "core/data/data_folders.h"
#include "core/data/random.h"
#include "core/data/readers/bounded_cache.h"
#include "core/data/readers/volume.h"
#include "core/data/volumes/volumes.h"

namespace seekbench {
namespace {

using namespace data_parameter;
namespace fs = std::filesystem;

constexpr Parameter<std::string> kTask{"task"};
constexpr Parameter<Integers> kPatch{"patch"};
constexpr Parameter<double> kSpacing{"spacing"};
constexpr Parameter<std::int64_t> kTestSubset{"test_subset"};
constexpr Parameter<double> kNegatives{"negatives"};
constexpr std::string_view kCandidates = "candidates", kMasks = "masks";
constexpr float kLow = -1000, kHigh = 400;
constexpr std::size_t kCacheBytes = std::size_t{2} << 30;
constexpr std::size_t kLargestTable = std::size_t{256} << 20;

struct Mark {
    std::string scan;
    Point place{};
    double last = 0;  // diameter or class
};

// A table of the challenge: a head line, then scan, x, y, z and one number more.
Result<std::vector<Mark>> readMarks(const fs::path& path) {
    const auto text = readFile(path, kLargestTable);
    if (!text) return text.error();
    std::vector<Mark> marks;
    std::int64_t line = 0;
    for (std::size_t begin = 0; begin < text->size(); ++line) {
        const std::size_t end = std::min(text->find('\n', begin), text->size());
        std::string_view rest = std::string_view(*text).substr(begin, end - begin);
        begin = end + 1;
        if (!rest.empty() && rest.back() == '\r') rest.remove_suffix(1);
        if (line == 0 || rest.empty()) continue;
        const auto comma = rest.find(',');
        Mark mark{.scan = std::string(rest.substr(0, comma))};
        rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma);
        for (double* number : {&mark.place[0], &mark.place[1], &mark.place[2], &mark.last}) {
            if (rest.empty() || rest.front() != ',')
                return Error(ErrorCode::InvalidInput, say("Line %1 of %2 has too few columns.", line + 1, displayPath(path)));
            rest.remove_prefix(1);
            const auto [stop, failure] = std::from_chars(rest.data(), rest.data() + rest.size(), *number);
            if (failure != std::errc() || !(std::abs(*number) < 1e7))
                return Error(ErrorCode::InvalidInput,
                             say("Line %1 of %2 holds something else where a number is wanted.", line + 1, displayPath(path)));
            rest.remove_prefix(static_cast<std::size_t>(stop - rest.data()));
        }
        marks.push_back(std::move(mark));
    }
    return marks;
}

struct Nodule {
    Point place;
    double radius;  // millimetres
};
struct Scan {
    fs::path file;
    std::vector<Nodule> nodules;
};
struct Sample {
    std::size_t scan;
    Point place;
    std::int64_t label;
};

struct Form {
    bool masks;
    std::array<std::int64_t, 3> patch;  // slices, rows, columns
    double spacing;
};

class Luna16 final : public Dataset {
public:
    Luna16(std::vector<Scan> scans, std::vector<Sample> train, std::vector<Sample> test, SampleSpec spec, Form form,
           std::string fingerprint)
        : m_scans(std::move(scans)),
          m_train(std::move(train)),
          m_test(std::move(test)),
          m_spec(std::move(spec)),
          m_form(form),
          m_fingerprint(std::move(fingerprint)) {
        m_spec.trainSamples = size(Part::Train);
        m_spec.testSamples = size(Part::Test);
    }

    const SampleSpec& spec() const override { return m_spec; }
    std::int64_t size(Part part) const override { return static_cast<std::int64_t>(samplesOf(part).size()); }
    std::string fingerprint() const override { return m_fingerprint; }
    std::optional<std::int64_t> groupOf(Part part, std::int64_t index) const override {
        return static_cast<std::int64_t>(samplesOf(part)[static_cast<std::size_t>(index)].scan);
    }
    std::optional<std::int64_t> stratumOf(Part part, std::int64_t index) const override {
        return samplesOf(part)[static_cast<std::size_t>(index)].label;
    }

    void read(Part part, std::span<const std::int64_t> indices, Batch& batch) const override {
        const auto& patch = m_form.patch;
        const std::int64_t input[] = {1, patch[0], patch[1], patch[2]}, voxels = patch[0] * patch[1] * patch[2];
        batch.inputs.resize(1);
        float* values = prepareFloats(batch.inputs[0], indices.size(), input);
        std::int64_t* target =
            m_form.masks ? prepareIntegers(batch.target, indices.size(), patch) : prepareIntegers(batch.target, indices.size(), {});
        for (const std::int64_t index : indices) {
            const Sample& sample = samplesOf(part)[static_cast<std::size_t>(index)];
            const auto scan = m_cache.get(
                static_cast<std::int64_t>(sample.scan), [&] { return readVolume(m_scans[sample.scan].file); },
                [](const Volume& volume) { return volume.bytes.size(); });
            if (!scan) throw ReadFailure(scan.error());
            const VolumeHeader& header = (*scan)->header;
            const Point centre = header.indexOf(sample.place);
            const Point step{m_form.spacing / header.spacing[0], m_form.spacing / header.spacing[1], m_form.spacing / header.spacing[2]};
            (*scan)->sample(centre, step, patch, kLow, values);
            std::transform(values, values + voxels, values, [](float value) {
                const float mapped = (value - kLow) / (kHigh - kLow);
                return mapped > 0 ? std::min(mapped, 1.0f) : 0.0f;  // NaN as air
            });
            values += voxels;
            if (m_form.masks) {
                drawNodules(m_scans[sample.scan], header, centre, step, target);
                target += voxels;
            } else {
                *target++ = sample.label;
            }
        }
    }

private:
    const std::vector<Sample>& samplesOf(Part part) const { return part == Part::Train ? m_train : m_test; }

    void drawNodules(const Scan& scan, const VolumeHeader& header, const Point& centre, const Point& step, std::int64_t* mask) const {
        const auto& patch = m_form.patch;
        std::fill_n(mask, patch[0] * patch[1] * patch[2], 0);
        for (const Nodule& nodule : scan.nodules) {
            const Point middle = header.indexOf(nodule.place);
            // Along the axes of the scan, which are at right angles, a step of the patch is `spacing` millimetres.
            const auto millimetres = [&](std::size_t axis, std::int64_t i, std::int64_t count) {
                const double voxel = centre[axis] + (static_cast<double>(i) - static_cast<double>(count - 1) / 2) * step[axis];
                return (voxel - middle[axis]) * header.spacing[axis];
            };
            for (std::int64_t z = 0; z < patch[0]; ++z) {
                const double deep = millimetres(2, z, patch[0]);
                if (std::abs(deep) > nodule.radius) continue;
                for (std::int64_t y = 0; y < patch[1]; ++y) {
                    const double down = millimetres(1, y, patch[1]);
                    if (deep * deep + down * down > nodule.radius * nodule.radius) continue;
                    for (std::int64_t x = 0; x < patch[2]; ++x) {
                        const double right = millimetres(0, x, patch[2]);
                        if (deep * deep + down * down + right * right <= nodule.radius * nodule.radius)
                            mask[(z * patch[1] + y) * patch[2] + x] = 1;
                    }
                }
            }
        }
    }

    std::vector<Scan> m_scans;
    std::vector<Sample> m_train, m_test;
    SampleSpec m_spec;
    Form m_form;
    std::string m_fingerprint;
    mutable BoundedCache<Volume> m_cache{kCacheBytes};
};

// The scans in subset folders: file and number of the subset.
struct Found {
    std::vector<Scan> scans;
    std::map<std::string, std::size_t, std::less<>> bySeries;
    std::vector<std::int64_t> subsets;
};

Found findScans(const fs::path& folder) {
    constexpr std::string_view kSubset = "subset";
    std::vector<std::pair<std::int64_t, fs::path>> files;
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure)) {
        const std::string name = displayPath(entry->path().filename());
        if (!name.starts_with(kSubset)) continue;
        std::int64_t number = 0;
        std::from_chars(name.data() + kSubset.size(), name.data() + name.size(), number);
        std::error_code inner;
        for (fs::directory_iterator file(entry->path(), inner), last; !inner && file != last; file.increment(inner))
            if (file->path().extension() == ".mhd") files.emplace_back(number, file->path());
    }
    std::ranges::sort(files);
    Found found;
    for (auto& [subset, file] : files) {
        found.bySeries.emplace(displayPath(file.stem()), found.scans.size());
        found.scans.push_back({.file = std::move(file), .nodules = {}});
        found.subsets.push_back(subset);
    }
    return found;
}

SampleSpec describeLuna(const Parameters& parameters) {
    static constexpr std::string_view kNames[] = {phrase("Background"), phrase("Nodule")};
    const Integers& patch = parameters[kPatch];
    const bool masks = parameters[kTask] == kMasks;
    return {.inputs = {TensorType{{1, patch[0], patch[1], patch[2]}, ElementType::Float}},
            .target = {masks ? Shape(patch.begin(), patch.end()) : Shape{}, ElementType::Integer},
            .targetKind = masks ? TargetKind::ClassMap : TargetKind::Class,
            .classes = 2,
            .classNames = {std::begin(kNames), std::end(kNames)},
            .grouped = true};
}

// Of the samples without a nodule so many that there are `ratio` to each with one; which, says the seed.
void thin(std::vector<Sample>& samples, double ratio, std::uint64_t seed) {
    const auto negatives = std::ranges::stable_partition(samples, [](const Sample& sample) { return sample.label != 0; });
    const auto positives = static_cast<double>(samples.size() - negatives.size());
    const auto wanted = static_cast<std::size_t>(std::min(std::ceil(positives * ratio), static_cast<double>(negatives.size())));
    Xoshiro256 random(seed, 0);
    for (std::size_t i = 0; i < wanted; ++i)
        std::swap(negatives[static_cast<std::ptrdiff_t>(i)],
                  negatives[static_cast<std::ptrdiff_t>(i + random.below(negatives.size() - i))]);
    samples.resize(samples.size() - negatives.size() + wanted);
}

Result<fs::path> lunaFolder(const std::string& named) {
    for (const fs::path& folder : dataFolders())
        if (std::error_code ignored; fs::is_directory(folder / fs::path(std::u8string(named.begin(), named.end())), ignored))
            return folder / fs::path(std::u8string(named.begin(), named.end()));
    return Error(ErrorCode::NotFound, say("There is no folder %1.", named),
                 say("Unpack LUNA16 (its subsets, annotations.csv and candidates.csv) into one folder and give its whole path."));
}

Result<std::unique_ptr<Dataset>> openLuna(const Parameters& parameters) {
    const auto folder = lunaFolder(parameters[kFolder]);
    if (!folder) return folder.error();
    Found found = findScans(*folder);
    if (found.scans.empty())
        return Error(ErrorCode::NotFound, say("There are no scans (subset*/*.mhd) in %1.", displayPath(*folder)),
                     say("Unpack at least one subset there."));
    const bool masks = parameters[kTask] == kMasks;
    const auto nodules = readMarks(*folder / "annotations.csv");
    if (!nodules) return nodules.error();
    const auto candidates = readMarks(*folder / "candidates.csv");
    if (!candidates) return candidates.error();
    std::vector<Sample> train, test;
    // Lines about scans of subsets that are not there are passed over: the data set may be used in part.
    const auto add = [&](const Mark& mark, std::int64_t label) {
        const auto scan = found.bySeries.find(mark.scan);
        if (scan == found.bySeries.end()) return;
        (found.subsets[scan->second] == parameters[kTestSubset] ? test : train).push_back({scan->second, mark.place, label});
    };
    for (const Mark& mark : *nodules) {
        if (!(mark.last > 0 && mark.last < 1000))
            return Error(ErrorCode::InvalidInput, say("annotations.csv holds a nodule with a diameter of %1 mm.", mark.last));
        if (const auto scan = found.bySeries.find(mark.scan); scan != found.bySeries.end())
            found.scans[scan->second].nodules.push_back({mark.place, mark.last / 2});
        if (masks) add(mark, 1);
    }
    for (const Mark& mark : *candidates)
        if (const std::int64_t label = mark.last != 0 ? 1 : 0; !masks || label == 0) add(mark, label);
    thin(train, parameters[kNegatives], static_cast<std::uint64_t>(parameters[kSeed]));
    thin(test, parameters[kNegatives], static_cast<std::uint64_t>(parameters[kSeed]) + 1);
    if (train.empty())
        return Error(ErrorCode::InvalidInput,
                     say("No line of the tables is about a scan in %1 outside the test subset.", displayPath(*folder)),
                     say("Choose another \"test_subset\", or unpack more subsets."));
    Fingerprint fingerprint;
    for (const char* table : {"annotations.csv", "candidates.csv"}) addFileTo(fingerprint, *folder / table);
    for (const Scan& scan : found.scans) {
        if (auto header = readVolumeHeader(scan.file); !header) return header.error();
        addFileTo(fingerprint, scan.file);
    }
    const Integers& patch = parameters[kPatch];
    return std::unique_ptr<Dataset>(std::make_unique<Luna16>(
        std::move(found.scans), std::move(train), std::move(test), describeLuna(parameters),
        Form{.masks = masks, .patch = {patch[0], patch[1], patch[2]}, .spacing = parameters[kSpacing]}, fingerprint.hex()));
}

}  // namespace

DatasetKind luna16Kind() {
    return {
        .kind = {"luna16",
                 phrase("LUNA16"),
                 phrase("Lung scans with marked nodules in the folder layout of the LUNA16 challenge (Setio et al. 2017)."),
                 {pathSpec(kFolder, phrase("Folder"),
                           phrase("Where the subsets and tables are; relative to a data folder, or a whole path."), true),
                  specOf(kTask, phrase("Task"), phrase("Tell candidates with a nodule from others, or draw the mask of the nodules."),
                         kCandidates, {kCandidates, kMasks}),
                  specOf(kPatch, phrase("Patch"), phrase("Slices, rows and columns of a sample."), Integers{32, 32, 32}, 3, 1, 512),
                  specOf(kSpacing, phrase("Spacing"), phrase("Distance of the voxels of a patch, in all directions."), 1.0, 0.05, 20,
                         phrase("mm")),
                  specOf(kTestSubset, phrase("Test subset"), phrase("Number of the subset that is the test part; -1: none."), 9, -1, 1e6),
                  specOf(kNegatives, phrase("Negatives"), phrase("Samples without a nodule for each with one."), 3.0, 0, 1e6),
                  seedSpec(phrase("Of the choice of samples without a nodule."))}},
        .describe = describeLuna,
        .open = openLuna};
}

}  // namespace seekbench
