// SPDX-License-Identifier: Apache-2.0

// Pictures in folders, one folder a class. Where the folder has subfolders train and test (or val, valid, validation), those are the two
// parts; else all its folders are classes of the training part. Pictures are read when they are asked for; the ones used last are kept.

#include <algorithm>
#include <array>
#include <map>

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/data/collate.h"
#include "core/data/common_parameters.h"
#include "core/data/data_folders.h"
#include "core/data/images/images.h"
#include "core/data/readers/bounded_cache.h"
#include "core/data/readers/byte_source.h"
#include "core/data/readers/picture.h"

namespace seekbench {
namespace {

using namespace data_parameter;
namespace fs = std::filesystem;

constexpr Parameter<Integers> kSize{"size"};
constexpr Parameter<std::string> kColours{"colours"};
constexpr Parameter<std::string> kFitting{"fitting"};
constexpr std::string_view kGrey = "grey", kRgb = "rgb", kCrop = "crop", kStretch = "stretch";
constexpr std::size_t kCacheBytes = std::size_t{512} << 20;
constexpr std::size_t kMostPictures = 20'000'000;

struct File {
    fs::path path;
    std::int64_t label;
};

class ImageFolder final : public Dataset {
public:
    struct Form {
        std::int64_t channels, height, width;
        Fitting fitting;
        double mean, deviation;
    };
    ImageFolder(std::vector<File> train, std::vector<File> test, std::vector<std::string> names, Form form, std::string fingerprint)
        : m_train(std::move(train)), m_test(std::move(test)), m_form(form), m_fingerprint(std::move(fingerprint)) {
        m_spec = {.inputs = {TensorType{{form.channels, form.height, form.width}, ElementType::Float}},
                  .target = {{}, ElementType::Integer},
                  .targetKind = TargetKind::Class,
                  .classes = static_cast<std::int64_t>(names.size()),
                  .classNames = std::move(names),
                  .trainSamples = size(Part::Train),
                  .testSamples = size(Part::Test)};
        for (std::size_t byte = 0; byte < m_normalised.size(); ++byte)
            m_normalised[byte] = (static_cast<float>(byte) / 255.0f - static_cast<float>(form.mean)) / static_cast<float>(form.deviation);
    }

    const SampleSpec& spec() const override { return m_spec; }
    std::int64_t size(Part part) const override { return static_cast<std::int64_t>(filesOf(part).size()); }
    std::string fingerprint() const override { return m_fingerprint; }
    std::optional<std::int64_t> stratumOf(Part part, std::int64_t index) const override {
        return filesOf(part)[static_cast<std::size_t>(index)].label;
    }

    void read(Part part, std::span<const std::int64_t> indices, Batch& batch) const override {
        const std::int64_t extents[] = {m_form.channels, m_form.height, m_form.width};
        batch.inputs.resize(1);
        float* out = prepareFloats(batch.inputs[0], indices.size(), extents);
        std::int64_t* label = prepareIntegers(batch.target, indices.size(), {});
        for (const std::int64_t index : indices) {
            const File& file = filesOf(part)[static_cast<std::size_t>(index)];
            const auto picture = m_cache.get(
                part == Part::Train ? index : -1 - index,
                [&] { return readPicture(file.path, m_form.channels, m_form.height, m_form.width, m_form.fitting); },
                [](const Picture& made) { return made.bytes.size(); });
            if (!picture) throw ReadFailure(picture.error());
            *label++ = file.label;
            out = std::ranges::transform((*picture)->bytes, out, [this](std::uint8_t byte) { return m_normalised[byte]; }).out;
        }
    }

private:
    const std::vector<File>& filesOf(Part part) const { return part == Part::Train ? m_train : m_test; }

    std::vector<File> m_train, m_test;
    Form m_form;
    SampleSpec m_spec;
    std::string m_fingerprint;
    std::array<float, 256> m_normalised;
    mutable BoundedCache<Picture> m_cache{kCacheBytes};
};

// Folders below `folder` by name, in their order.
std::map<std::string, fs::path> foldersIn(const fs::path& folder) {
    std::map<std::string, fs::path> folders;
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure))
        if (std::error_code ignored; entry->is_directory(ignored)) folders.emplace(displayPath(entry->path().filename()), entry->path());
    return folders;
}

// The pictures of one part; their labels are the places of their classes in `names`. Also in folders within a class's folder.
Result<std::vector<File>> filesOf(const fs::path& folder, const std::vector<std::string>& names) {
    std::vector<File> files;
    for (const auto& [name, path] : foldersIn(folder)) {
        const auto known = std::ranges::find(names, name);
        if (known == names.end())
            return Error(ErrorCode::InvalidInput, say("The class \"%1\" in %2 is not among those to train on.", name, displayPath(folder)),
                         say("Give both parts the same class folders."));
        std::vector<fs::path> pictures;
        std::error_code failure;
        for (fs::recursive_directory_iterator entry(path, failure), end; !failure && entry != end; entry.increment(failure)) {
            if (isPictureName(entry->path()) && regularFileBytes(entry->path()) >= 0) pictures.push_back(entry->path());
            if (pictures.size() + files.size() > kMostPictures)
                return Error(ErrorCode::InvalidInput, say("%1 holds more than %2 pictures.", displayPath(folder), kMostPictures));
        }
        if (failure) return systemError(failure.value(), say("%1 could not be looked through", displayPath(path)));
        std::ranges::sort(pictures);  // the order of a folder differs from machine to machine
        for (fs::path& picture : pictures) files.push_back({std::move(picture), known - names.begin()});
    }
    return files;
}

Result<fs::path> findFolder(const std::string& named) {
    const fs::path given = fs::path(std::u8string(named.begin(), named.end()));
    for (const fs::path& folder : dataFolders())
        if (std::error_code ignored; fs::is_directory(folder / given, ignored)) return folder / given;
    return Error(ErrorCode::NotFound, say("There is no folder %1.", named),
                 say("Give its whole path, or put it into %1.", displayPath(dataFolders().front())));
}

Result<std::unique_ptr<Dataset>> openFolder(const Parameters& parameters) {
    const auto folder = findFolder(parameters[kFolder]);
    if (!folder) return folder.error();
    const auto parts = foldersIn(*folder);
    fs::path trainFolder = *folder, testFolder;
    if (const auto train = parts.find("train"); train != parts.end()) {
        trainFolder = train->second;
        for (const char* name : {"test", "val", "valid", "validation"})
            if (const auto test = parts.find(name); test != parts.end() && testFolder.empty()) testFolder = test->second;
    }
    std::vector<std::string> names;
    for (const auto& [name, path] : foldersIn(trainFolder)) names.push_back(name);
    if (names.size() < 2)
        return Error(ErrorCode::InvalidInput, say("%1 holds %2 folders; every class has a folder of its own, and two are needed.",
                                                  displayPath(trainFolder), names.size()));
    auto train = filesOf(trainFolder, names);
    if (!train) return train.error();
    auto test = testFolder.empty() ? Result<std::vector<File>>(std::vector<File>()) : filesOf(testFolder, names);
    if (!test) return test.error();
    if (train->empty())
        return Error(ErrorCode::InvalidInput, say("There are no pictures (PNG, JPEG, BMP) below %1.", displayPath(trainFolder)));
    const Integers& size = parameters[kSize];
    const ImageFolder::Form form{.channels = parameters[kColours] == kRgb ? 3 : 1,
                                 .height = size[0],
                                 .width = size[1],
                                 .fitting = parameters[kFitting] == kCrop ? Fitting::Crop : Fitting::Stretch,
                                 .mean = parameters[kMean],
                                 .deviation = parameters[kDeviation]};
    // A mistake shows here rather than in the middle of a run.
    if (auto first = readPicture(train->front().path, form.channels, form.height, form.width, form.fitting); !first) return first.error();
    Fingerprint fingerprint;
    for (const auto* files : {&*train, &*test})
        for (const File& file : *files) {
            const std::string name = displayPath(fs::path(file.path).lexically_relative(*folder));
            fingerprint.add(std::as_bytes(std::span(name)));
            addFileTo(fingerprint, file.path);
        }
    return std::unique_ptr<Dataset>(
        std::make_unique<ImageFolder>(std::move(*train), std::move(*test), std::move(names), form, fingerprint.hex()));
}

}  // namespace

DatasetKind imageFolderKind() {
    return {
        .kind = {"image_folder",
                 phrase("Folder of pictures"),
                 phrase("PNG, JPEG and BMP files, one folder for each class; subfolders train and test where there are."),
                 {pathSpec(kFolder, phrase("Folder"), phrase("Relative to a data folder, or a whole path."), true),
                  specOf(kSize, phrase("Size"), phrase("Height and width to which the pictures are scaled."), Integers{64, 64}, 2, 1, 4096),
                  specOf(kColours, phrase("Colours"), phrase("One grey channel, or red, green and blue."), kRgb, {kGrey, kRgb}),
                  specOf(kFitting, phrase("Fitting"), phrase("Cut to the sides of the size, or stretched in both directions apart."), kCrop,
                         {kCrop, kStretch}),
                  meanSpec(0), deviationSpec(1)}},
        // Classes and numbers are known to the files alone.
        .describe =
            [](const Parameters&) {
                SampleSpec spec;
                spec.target.element = ElementType::Integer;
                return spec;
            },
        .open = openFolder};
}

}  // namespace seekbench
