// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/file.h"
#include "core/data/description/describers.h"
#include "core/data/readers/byte_source.h"
#include "core/data/readers/picture.h"

namespace seekbench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMeasured = 400;  // pictures whose extents are looked at
constexpr std::size_t kShownPerClass = 4, kShownClasses = 20;
constexpr std::int64_t kLargestSide = 128;  // that is proposed

std::vector<fs::path> foldersIn(const fs::path& folder) {
    std::vector<fs::path> folders;
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure))
        if (std::error_code ignored; entry->is_directory(ignored)) folders.push_back(entry->path());
    std::ranges::sort(folders);
    return folders;
}

// Whether there is a picture below the folder; looks at few entries only.
bool holdsPictures(const fs::path& folder) {
    constexpr int kMostLookedAt = 2000;
    int seen = 0;
    std::error_code failure;
    for (fs::recursive_directory_iterator entry(folder, failure), end; !failure && entry != end && seen < kMostLookedAt;
         entry.increment(failure), ++seen)
        if (isPictureName(entry->path())) return true;
    return false;
}

struct ClassFolder {
    std::string name;
    std::vector<fs::path> pictures;
};

Result<std::vector<ClassFolder>> classesIn(const fs::path& folder, const ReadProgress& progress) {
    std::vector<ClassFolder> classes;
    for (const fs::path& path : foldersIn(folder)) {
        ClassFolder& each = classes.emplace_back();
        each.name = displayPath(path.filename());
        std::error_code failure;
        for (fs::recursive_directory_iterator entry(path, failure), end; !failure && entry != end; entry.increment(failure)) {
            if (isPictureName(entry->path()) && regularFileBytes(entry->path()) >= 0) each.pictures.push_back(entry->path());
            if (each.pictures.size() % 256 == 0 && !progress(0)) return cancelled();
        }
        if (failure) return systemError(failure.value(), say("%1 could not be looked through", displayPath(path)));
        std::ranges::sort(each.pictures);
    }
    return classes;
}

std::int64_t middle(std::vector<std::int64_t> numbers) {
    if (numbers.empty()) return 0;
    const auto place = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
    std::ranges::nth_element(numbers, place);
    return *place;
}

// Some of the pictures, evenly from all classes, are looked at: their extents, whether they are grey, whether they can be read at all.
struct Measured {
    std::vector<std::int64_t> heights, widths;
    std::size_t grey = 0, unreadable = 0;
    std::string firstFailure;
};

Result<Measured> measure(const std::vector<ClassFolder>& classes, std::size_t total, const ReadProgress& progress) {
    Measured measured;
    const std::size_t step = std::max<std::size_t>(1, total / kMeasured);
    std::size_t number = 0;
    for (const ClassFolder& each : classes)
        for (const fs::path& path : each.pictures) {
            if (number++ % step != 0) continue;
            if (const auto extents = readPictureExtents(path)) {
                measured.heights.push_back(extents->height);
                measured.widths.push_back(extents->width);
                measured.grey += extents->channels <= 2;
            } else {
                if (measured.unreadable++ == 0) measured.firstFailure = extents.error().english();
            }
            if (!progress(static_cast<double>(number) / static_cast<double>(total))) return cancelled();
        }
    return measured;
}

void addSamples(FileDescription& description, const std::vector<ClassFolder>& classes, std::int64_t channels, std::int64_t side) {
    for (std::size_t label = 0; label < std::min(classes.size(), kShownClasses); ++label)
        for (std::size_t i = 0; i < std::min(classes[label].pictures.size(), kShownPerClass); ++i) {
            const auto picture = readPicture(classes[label].pictures[i], channels, side, side, Fitting::Crop);
            if (!picture) continue;  // measure() has told of those
            DatasetSample sample;
            sample.input.sizes = {channels, side, side};
            for (const std::uint8_t byte : picture->bytes) sample.input.floats.push_back(static_cast<float>(byte) / 255);
            sample.label = static_cast<std::int64_t>(label);
            description.preview.samples.push_back(std::move(sample));
        }
}

}  // namespace

PictureFolders pictureFoldersAt(const fs::path& path) {
    std::error_code failure;
    PictureFolders folders;
    const fs::path train = path / "train";
    const fs::path& classes = fs::is_directory(train, failure) ? train : path;
    std::size_t count = 0;
    for (const fs::path& folder : foldersIn(classes)) count += holdsPictures(folder);
    if (count < 2) return folders;
    folders.train = classes;
    if (classes == train)
        for (const char* name : {"test", "val", "valid", "validation"})
            if (folders.test.empty() && fs::is_directory(path / name, failure)) folders.test = path / name;
    return folders;
}

Result<FileDescription> describePictures(const DescribeRequest& request) {
    const PictureFolders folders = pictureFoldersAt(request.path);
    if (folders.train.empty())
        return Error(ErrorCode::InvalidInput, say("%1 does not hold two folders of pictures.", displayPath(request.path)),
                     say("Give every class a folder of its own."));
    const auto train = classesIn(folders.train, request.progress);
    if (!train) return train.error();
    const auto test =
        folders.test.empty() ? Result<std::vector<ClassFolder>>(std::vector<ClassFolder>()) : classesIn(folders.test, request.progress);
    if (!test) return test.error();
    FileDescription description;
    DatasetPreviewData& preview = description.preview;
    ColumnFacts column{.name = std::string(phrase("Classes")), .type = ColumnType::Category};
    for (const ClassFolder& each : *train) {
        const auto count = static_cast<std::int64_t>(each.pictures.size());
        preview.classNames.push_back(each.name);
        preview.trainCounts.push_back(count);
        preview.validationCounts.push_back(0);
        description.rows += count;
        column.classes.push_back({each.name, count});
        if (count == 0) description.warnings.push_back(say("The folder \"%1\" holds no pictures.", each.name));
        for (const fs::path& picture : each.pictures) description.bytes += std::max<std::int64_t>(0, regularFileBytes(picture));
    }
    column.count = preview.train = description.rows;
    column.distinct = static_cast<std::int64_t>(train->size());
    if (column.classes.size() > ColumnFacts::kMostClasses) column.classes.clear();
    description.columns.push_back(std::move(column));
    for (const ClassFolder& each : *test) {
        preview.validation += static_cast<std::int64_t>(each.pictures.size());
        if (const auto known = std::ranges::find(preview.classNames, each.name); known != preview.classNames.end())
            preview.validationCounts[static_cast<std::size_t>(known - preview.classNames.begin())] =
                static_cast<std::int64_t>(each.pictures.size());
        else
            description.warnings.push_back(say("The class \"%1\" is among the test pictures only.", each.name));
    }
    const auto measured = measure(*train, static_cast<std::size_t>(description.rows), request.progress);
    if (!measured) return measured.error();
    if (measured->heights.empty())
        return Error(ErrorCode::InvalidInput, say("None of the pictures can be read: %1", measured->firstFailure),
                     say("Save them as PNG or JPEG."));
    if (measured->unreadable > 0)
        description.warnings.push_back(
            say("%1 of the pictures looked at cannot be read: %2", measured->unreadable, measured->firstFailure));
    const bool isGrey = measured->grey == measured->heights.size();
    const std::int64_t height = middle(measured->heights), width = middle(measured->widths);
    // Larger pictures are halved until they are quick to train on.
    std::int64_t side = std::min(height, width);
    while (side > kLargestSide) side = (side + 1) / 2;
    description.facts = {{std::string(phrase("Pictures")), std::to_string(description.rows)},
                         {std::string(phrase("Classes")), std::to_string(train->size())},
                         {std::string(phrase("Height and width in the middle")), std::to_string(height) + " x " + std::to_string(width)},
                         {std::string(phrase("Colours")), isGrey ? "grey" : "rgb"}};
    const auto [fewest, most] = std::ranges::minmax(preview.trainCounts);
    if (fewest > 0 && fewest * 10 < most)
        description.warnings.push_back(
            say("The largest class has %1 pictures and the smallest %2: accuracy says little; look at balanced accuracy.", most, fewest));
    description.dataset = {
        "image_folder",
        {{"folder", pathInExperiment(request.path)}, {"size", Integers{side, side}}, {"colours", std::string(isGrey ? "grey" : "rgb")}}};
    description.split =
        folders.test.empty() ? Split{.share = 0.2, .method = Split::Method::Stratified} : Split{.source = Split::Source::TestPart};
    addSamples(description, *train, isGrey ? 1 : 3, std::min<std::int64_t>(side, 64));
    return description;
}

namespace {

Result<FileDescription> describeCifar(const DescribeRequest& request, const char* kind) {
    std::error_code failure;
    const fs::path folder = fs::is_directory(request.path, failure) ? request.path : request.path.parent_path();
    FileDescription description;
    description.dataset = {kind, {{"folder", pathInExperiment(folder)}}};
    description.split.source = Split::Source::TestPart;
    description.bytes = bytesAt(folder);
    const auto dataset = openDataset(description.dataset);
    if (!dataset) return dataset.error();
    if (!request.progress(0.5)) return cancelled();
    auto preview = previewOf(**dataset, description.split, 0);
    if (!preview) return preview.error();
    description.preview = std::move(*preview);
    description.rows = description.preview.train;
    ColumnFacts column{.name = std::string(phrase("Classes")), .type = ColumnType::Category};
    column.count = description.rows;
    column.distinct = static_cast<std::int64_t>(description.preview.trainCounts.size());
    for (std::size_t i = 0; i < description.preview.trainCounts.size(); ++i)
        column.classes.push_back({i < description.preview.classNames.size() ? description.preview.classNames[i] : std::to_string(i),
                                  description.preview.trainCounts[i]});
    description.columns.push_back(std::move(column));
    description.facts = {{std::string(phrase("Pictures to train on")), std::to_string(description.preview.train)},
                         {std::string(phrase("Pictures to test with")), std::to_string(description.preview.validation)}};
    return description;
}

}  // namespace

Result<FileDescription> describeCifar10(const DescribeRequest& request) { return describeCifar(request, "cifar10"); }
Result<FileDescription> describeCifar100(const DescribeRequest& request) { return describeCifar(request, "cifar100"); }

}  // namespace seekbench
