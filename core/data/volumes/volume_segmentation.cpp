// SPDX-License-Identifier: Apache-2.0

// Crops of volumes with a mask on the same grid. Volumes are read when a crop of them is asked for; the ones used last are kept. Where a
// crop lies follows from (seed, part, index) alone. Without test files the last slices of every volume are the test part: no voxel
// belongs to both.

#include <algorithm>
#include <array>
#include <cmath>

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

constexpr Parameter<std::string> kImages{"images"}, kMasks{"masks"}, kTestImages{"test_images"}, kTestMasks{"test_masks"};
constexpr Parameter<std::string> kLabels{"labels"}, kNormalise{"normalise"};
constexpr Parameter<Integers> kCrop{"crop"};
constexpr Parameter<std::int64_t> kClasses{"classes"};
constexpr Parameter<double> kTestShare{"test_share"}, kForeground{"foreground"}, kLow{"low"}, kHigh{"high"};
constexpr std::string_view kNonZero = "nonzero", kByValue = "value";
constexpr std::string_view kStandardise = "volume", kWindow = "window", kAsStored = "none";
constexpr std::size_t kCacheBytes = std::size_t{1} << 30;

using Extents = std::array<std::int64_t, 3>;  // slices, rows, columns

struct Files {
    fs::path image, mask;
    Extents sizes{};
    std::int64_t firstSlice = 0, slices = 0;  // that this part may use
};

struct Loaded {
    Volume image, mask;
    float shift = 0, scale = 1;  // (value − shift)·scale
};

struct Form {
    Extents crop;
    bool nonZero;
    std::int64_t classes;
    std::string normalise;
    double low, high, foreground;
    std::uint64_t seed;
};

class VolumeSegmentation final : public Dataset {
public:
    VolumeSegmentation(std::vector<Files> train, std::vector<Files> test, SampleSpec spec, Form form, std::string fingerprint)
        : m_train(std::move(train)),
          m_test(std::move(test)),
          m_spec(std::move(spec)),
          m_form(std::move(form)),
          m_fingerprint(std::move(fingerprint)) {}

    const SampleSpec& spec() const override { return m_spec; }
    std::int64_t size(Part part) const override { return part == Part::Train ? m_spec.trainSamples : m_spec.testSamples; }
    std::string fingerprint() const override { return m_fingerprint; }
    std::optional<std::int64_t> groupOf(Part part, std::int64_t index) const override {
        return index % static_cast<std::int64_t>(filesOf(part).size());
    }

    void read(Part part, std::span<const std::int64_t> indices, Batch& batch) const override {
        const std::int64_t input[] = {1, m_form.crop[0], m_form.crop[1], m_form.crop[2]};
        batch.inputs.resize(1);
        float* values = prepareFloats(batch.inputs[0], indices.size(), input);
        std::int64_t* mask = prepareIntegers(batch.target, indices.size(), m_form.crop);
        const std::int64_t voxels = m_form.crop[0] * m_form.crop[1] * m_form.crop[2];
        for (const std::int64_t index : indices) {
            const auto volume = static_cast<std::size_t>(*groupOf(part, index));
            const Files& files = filesOf(part)[volume];
            const auto loaded = m_cache.get(
                static_cast<std::int64_t>(volume) * 2 + (separate() && part == Part::Test ? 1 : 0), [&] { return load(files); },
                [](const Loaded& made) { return made.image.bytes.size() + made.mask.bytes.size(); });
            if (!loaded) throw ReadFailure(loaded.error());
            cut(**loaded, originOf(**loaded, files, part, index), values, mask);
            values += voxels;
            mask += voxels;
        }
    }

    // Everything that can be wrong with the first volume.
    Result<void> tryFirst() const {
        const auto loaded = load(m_train.front());
        if (!loaded) return loaded.error();
        return {};
    }

private:
    const std::vector<Files>& filesOf(Part part) const { return part == Part::Train ? m_train : m_test; }
    // Whether the parts are different files, rather than slabs of the same.
    bool separate() const { return !m_test.empty() && m_test.front().image != m_train.front().image; }

    Result<Loaded> load(const Files& files) const {
        auto image = readVolume(files.image);
        if (!image) return image.error();
        auto mask = readVolume(files.mask);
        if (!mask) return mask.error();
        Loaded loaded{.image = std::move(*image), .mask = std::move(*mask)};
        std::vector<std::int64_t> labels(static_cast<std::size_t>(files.sizes[2]));
        if (!m_form.nonZero)
            for (std::int64_t first = 0; first < loaded.mask.header.voxels(); first += files.sizes[2]) {
                loaded.mask.readWhole(first, labels);
                const auto [least, most] = std::ranges::minmax(labels);
                if (least < 0 || most >= m_form.classes)
                    return Error(ErrorCode::InvalidInput,
                                 say("%1 holds the class %2; there are %3 (0 to %4).", displayPath(files.mask), least < 0 ? least : most,
                                     m_form.classes, m_form.classes - 1),
                                 say("Raise \"classes\", or choose \"nonzero\" for the labels."));
            }
        if (m_form.normalise == kWindow) {
            loaded.shift = static_cast<float>(m_form.low);
            loaded.scale = static_cast<float>(1 / (m_form.high - m_form.low));
        } else if (m_form.normalise == kStandardise) {
            if (auto done = standardise(loaded, files); !done) return done.error();
        }
        return loaded;
    }

    // Mean and deviation over the voxels to train on: those of a test slab stay unseen.
    Result<void> standardise(Loaded& loaded, const Files& files) const {
        const Files& used = separate() ? files : m_train[indexOfTraining(files)];
        std::vector<float> row(static_cast<std::size_t>(used.sizes[2]));
        double sum = 0, squares = 0;
        const std::int64_t rows = used.slices * used.sizes[1];
        for (std::int64_t i = 0; i < rows; ++i) {
            loaded.image.read((used.firstSlice * used.sizes[1] + i) * used.sizes[2], row);
            for (const float value : row) {
                sum += double{value};
                squares += double{value} * double{value};
            }
        }
        const double count = static_cast<double>(rows) * static_cast<double>(used.sizes[2]);
        const double mean = sum / count, variance = squares / count - mean * mean;
        if (!std::isfinite(mean) || !std::isfinite(variance))
            return Error(ErrorCode::InvalidInput, say("%1 holds voxels that are no numbers.", displayPath(files.image)),
                         say("Fill them before, or leave the volume out."));
        loaded.shift = static_cast<float>(mean);
        loaded.scale = variance > 1e-12 ? static_cast<float>(1 / std::sqrt(variance)) : 1.0f;
        return {};
    }
    std::size_t indexOfTraining(const Files& files) const {
        const auto same = std::ranges::find(m_train, files.image, &Files::image);
        return same == m_train.end() ? 0 : static_cast<std::size_t>(same - m_train.begin());
    }

    Extents originOf(const Loaded& loaded, const Files& files, Part part, std::int64_t index) const {
        Xoshiro256 random(m_form.seed, static_cast<std::uint64_t>(index) * 2 + (part == Part::Test ? 1 : 0));
        const Extents first{files.firstSlice, 0, 0},
            room{files.slices - m_form.crop[0], files.sizes[1] - m_form.crop[1], files.sizes[2] - m_form.crop[2]};
        const bool wantsForeground = double{random.unit()} < m_form.foreground;
        constexpr int kTries = 24;
        Extents origin{};
        for (int attempt = 0; attempt < kTries; ++attempt) {
            for (std::size_t i = 0; i < 3; ++i)
                origin[i] = first[i] + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(room[i]) + 1));
            if (!wantsForeground) break;
            std::int64_t label = 0;
            const std::int64_t middle =
                ((origin[0] + m_form.crop[0] / 2) * files.sizes[1] + origin[1] + m_form.crop[1] / 2) * files.sizes[2] + origin[2] +
                m_form.crop[2] / 2;
            loaded.mask.readWhole(middle, {&label, 1});
            if (label != 0) break;
        }
        return origin;
    }

    void cut(const Loaded& loaded, const Extents& origin, float* values, std::int64_t* mask) const {
        const auto width = static_cast<std::size_t>(m_form.crop[2]);
        const Extents& sizes = loaded.image.header.sizes;
        for (std::int64_t slice = 0; slice < m_form.crop[0]; ++slice)
            for (std::int64_t row = 0; row < m_form.crop[1]; ++row) {
                const std::int64_t first = ((origin[0] + slice) * sizes[1] + origin[1] + row) * sizes[2] + origin[2];
                loaded.image.read(first, {values, width});
                loaded.mask.readWhole(first, {mask, width});
                for (std::size_t i = 0; i < width; ++i) {
                    const float value = (values[i] - loaded.shift) * loaded.scale;
                    values[i] = m_form.normalise == kWindow ? std::clamp(value, 0.0f, 1.0f) : std::isfinite(value) ? value : 0.0f;
                    if (m_form.nonZero) mask[i] = mask[i] != 0 ? 1 : 0;
                }
                values += width;
                mask += width;
            }
    }

    std::vector<Files> m_train, m_test;
    SampleSpec m_spec;
    Form m_form;
    std::string m_fingerprint;
    mutable BoundedCache<Loaded> m_cache{kCacheBytes};
};

// The volume a path names, or those in the folder it names, by name.
Result<std::vector<fs::path>> volumesAt(const fs::path& named, const std::vector<fs::path>& folders) {
    for (const fs::path& folder : folders) {
        std::error_code failure;
        if (!fs::is_directory(folder / named, failure)) continue;
        std::vector<fs::path> found;
        for (fs::directory_iterator entry(folder / named, failure), end; !failure && entry != end; entry.increment(failure))
            if (isVolumeName(entry->path())) found.push_back(entry->path());
        if (found.empty())
            return Error(ErrorCode::NotFound, say("There are no volumes (.nii, .nii.gz, .mhd, .mha) in %1.", displayPath(folder / named)));
        std::ranges::sort(found);
        return found;
    }
    // Not findDataFile(): its ".gz" may belong to another file than the one that is named.
    for (const fs::path& folder : folders)
        if (regularFileBytes(folder / named) >= 0) return std::vector{folder / named};
    auto missing = findDataFile(named, folders);
    if (!missing) return missing.error();
    return std::vector{std::move(*missing)};
}

Result<std::vector<Files>> filesAt(const fs::path& images, const fs::path& masks, const std::vector<fs::path>& folders) {
    const auto imageFiles = volumesAt(images, folders);
    if (!imageFiles) return imageFiles.error();
    const auto maskFiles = volumesAt(masks, folders);
    if (!maskFiles) return maskFiles.error();
    if (imageFiles->size() != maskFiles->size())
        return Error(ErrorCode::InvalidInput, say("There are %1 volumes and %2 masks.", imageFiles->size(), maskFiles->size()),
                     say("Give every volume a mask; both are taken in the order of their names."));
    std::vector<Files> files;
    for (std::size_t i = 0; i < imageFiles->size(); ++i) {
        const auto image = readVolumeHeader((*imageFiles)[i]), mask = readVolumeHeader((*maskFiles)[i]);
        if (!image) return image.error();
        if (!mask) return mask.error();
        if (image->sizes != mask->sizes)
            return Error(ErrorCode::InvalidInput,
                         say("%1 has %2 x %3 x %4 voxels, and its mask %5 other ones.", displayPath((*imageFiles)[i]), image->sizes[2],
                             image->sizes[1], image->sizes[0], displayPath((*maskFiles)[i])),
                         say("Choose a mask on the same grid."));
        files.push_back({(*imageFiles)[i], (*maskFiles)[i], image->sizes, 0, image->sizes[0]});
    }
    return files;
}

// Takes the last share of the slices away from `train` and returns it; a slab is never thinner than a crop.
Result<std::vector<Files>> slabsFrom(std::vector<Files>& train, double share, std::int64_t cropDepth) {
    std::vector<Files> test;
    for (Files& files : train) {
        const std::int64_t depth = files.sizes[0];
        if (depth < 2 * cropDepth)
            return Error(ErrorCode::InvalidInput,
                         say("%1 has %2 slices, too few for a training and a test slab with crops of %3.", displayPath(files.image), depth,
                             cropDepth),
                         say("Lower \"crop\", give test files, or set \"test_share\" to 0."));
        Files slab = files;
        slab.slices = std::clamp<std::int64_t>(std::llround(static_cast<double>(depth) * share), cropDepth, depth - cropDepth);
        slab.firstSlice = depth - slab.slices;
        files.slices = slab.firstSlice;
        test.push_back(std::move(slab));
    }
    return test;
}

Form formOf(const Parameters& parameters, bool nonZero, std::int64_t classes, std::string normalise, double low, double high) {
    const Integers& crop = parameters[kCrop];
    return {.crop = {crop[0], crop[1], crop[2]},
            .nonZero = nonZero,
            .classes = classes,
            .normalise = std::move(normalise),
            .low = low,
            .high = high,
            .foreground = parameters[kForeground],
            .seed = static_cast<std::uint64_t>(parameters[kSeed])};
}

Result<std::unique_ptr<Dataset>> opened(std::vector<Files> train, std::vector<Files> test, SampleSpec spec, Form form) {
    Fingerprint fingerprint;
    for (const auto* files : {&train, &test})
        for (const Files& file : *files) {
            for (std::size_t i = 0; i < 3; ++i)
                if (form.crop[i] > (i == 0 ? file.slices : file.sizes[i]))
                    return Error(ErrorCode::InvalidInput,
                                 say("A crop of %1 voxels along an axis does not fit into the %2 of %3.", form.crop[i],
                                     i == 0 ? file.slices : file.sizes[i], displayPath(file.image)),
                                 say("Lower \"crop\"."));
            addFileTo(fingerprint, file.image);
            addFileTo(fingerprint, file.mask);
        }
    if (test.empty()) spec.testSamples = 0;
    auto dataset =
        std::make_unique<VolumeSegmentation>(std::move(train), std::move(test), std::move(spec), std::move(form), fingerprint.hex());
    if (auto first = dataset->tryFirst(); !first) return first.error();
    return std::unique_ptr<Dataset>(std::move(dataset));
}

SampleSpec described(const Parameters& parameters, std::int64_t classes, std::vector<std::string> names) {
    const Integers& crop = parameters[kCrop];
    return {.inputs = {TensorType{{1, crop[0], crop[1], crop[2]}, ElementType::Float}},
            .target = {Shape(crop.begin(), crop.end()), ElementType::Integer},
            .targetKind = TargetKind::ClassMap,
            .classes = classes,
            .classNames = std::move(names),
            .trainSamples = parameters[kTrainSamples],
            .testSamples = parameters[kTestSamples]};
}

SampleSpec describeVolumes(const Parameters& parameters) {
    SampleSpec spec = described(parameters, parameters[kLabels] == kNonZero ? 2 : parameters[kClasses], {});
    spec.grouped = true;  // by volume
    return spec;
}

Result<std::unique_ptr<Dataset>> openVolumes(const Parameters& parameters) {
    const auto path = [&](Parameter<std::string> parameter) {
        const std::string& named = parameters[parameter];
        return fs::path(std::u8string(named.begin(), named.end()));
    };
    if (parameters[kNormalise] == kWindow && !(parameters[kHigh] > parameters[kLow]))
        return Error(ErrorCode::InvalidInput, say("The window from %1 to %2 is empty.", parameters[kLow], parameters[kHigh]),
                     say("Set \"high\" above \"low\"."));
    auto train = filesAt(path(kImages), path(kMasks), dataFolders());
    if (!train) return train.error();
    Result<std::vector<Files>> test = std::vector<Files>();
    if (parameters[kTestImages].empty() != parameters[kTestMasks].empty())
        return Error(ErrorCode::InvalidInput, say("Only one of \"%1\" and \"%2\" is given.", kTestImages.name, kTestMasks.name),
                     say("Give both or none."));
    if (!parameters[kTestImages].empty())
        test = filesAt(path(kTestImages), path(kTestMasks), dataFolders());
    else if (parameters[kTestShare] > 0)
        test = slabsFrom(*train, parameters[kTestShare], parameters[kCrop][0]);
    if (!test) return test.error();
    const SampleSpec spec = describeVolumes(parameters);
    return opened(
        std::move(*train), std::move(*test), spec,
        formOf(parameters, parameters[kLabels] == kNonZero, spec.classes, parameters[kNormalise], parameters[kLow], parameters[kHigh]));
}

SampleSpec describeBrain(const Parameters& parameters) {
    static constexpr std::string_view kNames[] = {phrase("Background"), phrase("Brain")};
    return described(parameters, 2, {std::begin(kNames), std::end(kNames)});
}

Result<std::unique_ptr<Dataset>> openBrain(const Parameters& parameters) {
    std::vector<fs::path> folders;
    for (const fs::path& folder : dataFolders()) folders.push_back(folder / "mricron");
    folders.emplace_back("/usr/share/mricron/templates");  // where Debian's package installs it
    auto train = filesAt("ch2.nii.gz", "ch2bet.nii.gz", folders);
    if (!train && train.error().code() == ErrorCode::NotFound)
        return Error(
            ErrorCode::NotFound, train.error().what(),
            say("Install Debian's package mricron-data (apt-get install mricron-data), or put ch2.nii.gz and ch2bet.nii.gz into %1.",
                displayPath(folders.front())));
    if (!train) return train.error();
    auto test = slabsFrom(*train, parameters[kTestShare], parameters[kCrop][0]);
    if (!test) return test.error();
    return opened(std::move(*train), std::move(*test), describeBrain(parameters),
                  formOf(parameters, true, 2, std::string(kStandardise), 0, 1));
}

ParameterSpec cropSpec() {
    return specOf(kCrop, phrase("Crop"), phrase("Slices, rows and columns of a sample."), Integers{32, 32, 32}, 3, 1, 1024);
}
ParameterSpec testShareSpec(double least) {
    return specOf(kTestShare, phrase("Test share"),
                  phrase("The last slices of each volume that make the test part; no crop crosses the border."), 0.25, least, 0.9);
}
ParameterSpec foregroundSpec() {
    return specOf(kForeground, phrase("Foreground"), phrase("Share of the crops whose middle lies in the mask."), 0.5, 0, 1);
}

}  // namespace

DatasetKind volumeSegmentationKind() {
    return {
        .kind = {"volume_segmentation",
                 phrase("Volumes with masks"),
                 phrase("Crops of NIfTI or MetaImage volumes, each with a mask on the same grid."),
                 {pathSpec(kImages, phrase("Volumes"),
                           phrase("A volume or a folder of volumes; relative to a data folder, or a whole path."), true),
                  pathSpec(kMasks, phrase("Masks"), phrase("Their masks, in the order of the names."), true),
                  pathSpec(kTestImages, phrase("Test volumes"), phrase("Volumes of the test part; empty: slices of the others."), false),
                  pathSpec(kTestMasks, phrase("Test masks"), phrase("Their masks."), false),
                  specOf(kLabels, phrase("Labels"),
                         phrase("Whether every mask voxel that is not zero is the class 1, or its value the class."), kNonZero,
                         {kNonZero, kByValue}),
                  specOf(kClasses, phrase("Classes"), phrase("Number of classes where the value counts; they run from 0."), 2, 2, 65536),
                  cropSpec(), trainSamplesSpec(512), testSamplesSpec(128), testShareSpec(0), foregroundSpec(),
                  specOf(kNormalise, phrase("Normalisation"),
                         phrase("Mean 0 and deviation 1 over the voxels to train on, a window mapped to 0 … 1, or as stored."),
                         kStandardise, {kStandardise, kWindow, kAsStored}),
                  specOf(kLow, phrase("Low"), phrase("The value that the window maps to 0."), -1000.0, -1e9, 1e9),
                  specOf(kHigh, phrase("High"), phrase("The value that the window maps to 1."), 400.0, -1e9, 1e9),
                  seedSpec(phrase("Of the places of the crops."))}},
        .describe = describeVolumes,
        .open = openVolumes};
}

DatasetKind brainMaskKind() {
    return {
        .kind = {"brain_mask",
                 phrase("Brain in a head scan"),
                 phrase("Crops of a real magnetic resonance scan of a head, 181 x 217 x 181 voxels, and the mask of its brain (mricron)."),
                 {cropSpec(), trainSamplesSpec(512), testSamplesSpec(128), testShareSpec(0.05), foregroundSpec(),
                  seedSpec(phrase("Of the places of the crops."))}},
        .describe = describeBrain,
        .open = openBrain};
}

}  // namespace seekbench
