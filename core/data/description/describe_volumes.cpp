// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "core/base/file.h"
#include "core/data/description/describers.h"
#include "core/data/readers/volume.h"

namespace seekbench {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> volumesIn(const fs::path& folder) {
    std::vector<fs::path> volumes;
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure))
        if (isVolumeName(entry->path())) volumes.push_back(entry->path());
    std::ranges::sort(volumes);
    return volumes;
}

std::string lowered(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return text;
}
bool isMaskName(const fs::path& path) {
    const std::string name = lowered(displayPath(path.filename()));
    return std::ranges::any_of(std::initializer_list<std::string_view>{"mask", "label", "seg", "bet", "annotation"},
                               [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

std::string sizesText(const VolumeHeader& header) {
    return std::to_string(header.sizes[2]) + " x " + std::to_string(header.sizes[1]) + " x " + std::to_string(header.sizes[0]);
}

// The voxels of one volume, slice by slice; false: cancelled.
bool observe(const Volume& volume, NumberObserver& observer, const ReadProgress& progress) {
    const std::int64_t slice = volume.header.sizes[1] * volume.header.sizes[2];
    std::vector<float> values(static_cast<std::size_t>(slice));
    std::vector<double> numbers(values.size());
    for (std::int64_t i = 0; i < volume.header.sizes[0]; ++i) {
        volume.read(i * slice, values);
        std::ranges::copy(values, numbers.begin());
        observer.add(numbers);
        if (!progress(static_cast<double>(i) / static_cast<double>(volume.header.sizes[0]))) return false;
    }
    return true;
}

}  // namespace

VolumeFiles volumeFilesAt(const fs::path& path) {
    std::error_code failure;
    VolumeFiles files;
    if (fs::is_directory(path, failure)) {
        // Two folders side by side, as the Medical Segmentation Decathlon has them, or volumes and masks in one.
        for (fs::directory_iterator entry(path, failure), end; !failure && entry != end; entry.increment(failure)) {
            if (std::error_code ignored; !entry->is_directory(ignored) || volumesIn(entry->path()).empty()) continue;
            const std::string name = lowered(displayPath(entry->path().filename()));
            if (name.find("ts") == name.size() - 2 && name.size() > 2) continue;  // imagesTs: without masks
            fs::path& place = isMaskName(entry->path()) ? files.masks : files.images;
            if (place.empty() || entry->path() < place) place = entry->path();
        }
        if (!files.images.empty()) return files;
        const auto volumes = volumesIn(path);
        for (const fs::path& volume : volumes) {
            fs::path& place = isMaskName(volume) ? files.masks : files.images;
            if (place.empty()) place = volume;
        }
        if (files.images.empty() && !volumes.empty()) files = {volumes.front(), {}};
        return files;
    }
    // A volume and what looks like its mask beside it.
    files.images = path;
    for (const fs::path& neighbour : volumesIn(path.parent_path()))
        if (neighbour != path && isMaskName(neighbour) && !isMaskName(path) && files.masks.empty()) {
            const auto image = readVolumeHeader(path), mask = readVolumeHeader(neighbour);
            if (image && mask && image->sizes == mask->sizes) files.masks = neighbour;
        }
    return files;
}

Result<FileDescription> describeVolumes(const DescribeRequest& request) {
    const VolumeFiles files = volumeFilesAt(request.path);
    std::error_code failure;
    const bool isFolder = fs::is_directory(files.images, failure);
    const std::vector<fs::path> volumes = isFolder ? volumesIn(files.images) : std::vector{files.images};
    if (volumes.empty() || volumes.front().empty())
        return Error(ErrorCode::NotFound, say("There are no volumes (.nii, .nii.gz, .mhd, .mha) in %1.", displayPath(request.path)),
                     say("Choose another folder."));
    FileDescription description;
    description.rows = static_cast<std::int64_t>(volumes.size());
    std::array<std::int64_t, 3> least{INT64_MAX, INT64_MAX, INT64_MAX};
    std::set<std::string> extents;
    for (const fs::path& volume : volumes) {
        const auto header = readVolumeHeader(volume);
        if (!header) return header.error();
        for (std::size_t i = 0; i < 3; ++i) least[i] = std::min(least[i], header->sizes[i]);
        extents.insert(sizesText(*header));
        description.bytes += bytesAt(header->dataFile.empty() ? volume : header->dataFile);
        if (!request.progress(0)) return cancelled();
    }
    const auto first = readVolume(volumes.front());
    if (!first) return first.error();
    NumberObserver observer(displayPath(volumes.front().filename()),
                            {first->header.sizes[0], first->header.sizes[1], first->header.sizes[2]});
    if (!observe(*first, observer, request.progress)) return cancelled();
    description.columns.push_back(std::move(observer).finish());
    if (description.columns.back().missing > 0)
        description.warnings.push_back(
            say("%1 voxels of %2 are no numbers and are read as 0.", description.columns.back().missing, description.columns.back().name));
    const VolumeHeader& header = first->header;
    description.facts = {
        {std::string(phrase("Volumes")), std::to_string(volumes.size())},
        {std::string(phrase("Columns, rows, slices")),
         extents.size() == 1 ? *extents.begin() : *extents.begin() + " … (" + std::to_string(extents.size()) + ")"},
        {std::string(phrase("Distance of voxels in mm")),
         argumentText(header.spacing[0]) + " x " + argumentText(header.spacing[1]) + " x " + argumentText(header.spacing[2])}};
    description.dataset = {"volume_segmentation", {{"images", pathInExperiment(files.images)}}};
    ParameterValues& values = description.dataset.parameters;
    // A crop fits into every volume, and into what the test share leaves.
    constexpr std::int64_t kUsualCrop = 32;
    constexpr double kTestShare = 0.25;
    const bool separates = volumes.size() > 3;  // volumes enough to hold some out
    Integers crop;
    for (std::size_t i = 0; i < 3; ++i) {
        const std::int64_t room = i == 0 && !separates ? static_cast<std::int64_t>(static_cast<double>(least[0]) * kTestShare) : least[i];
        std::int64_t side = kUsualCrop;
        while (side > 1 && side > room) side /= 2;
        crop.push_back(side);
    }
    if (crop != Integers{kUsualCrop, kUsualCrop, kUsualCrop}) values["crop"] = crop;
    if (separates)
        description.split = {.share = 0.2, .method = Split::Method::ByGroup};
    else {
        values["test_share"] = kTestShare;
        description.split.source = Split::Source::TestPart;
    }
    if (files.masks.empty()) {
        description.warnings.push_back(say("There are no masks beside it: choose a file or folder of masks on the same grid."));
        DatasetSample sample;
        const std::int64_t slice = header.sizes[1] * header.sizes[2];
        sample.input.sizes = {1, header.sizes[1], header.sizes[2]};
        sample.input.floats.resize(static_cast<std::size_t>(slice));
        first->read(header.sizes[0] / 2 * slice, sample.input.floats);
        for (float& value : sample.input.floats) value = std::isfinite(value) ? value : 0;
        description.preview.samples.push_back(std::move(sample));
        return description;
    }
    values["masks"] = pathInExperiment(files.masks);
    const fs::path maskFile = fs::is_directory(files.masks, failure) ? volumesIn(files.masks).front() : files.masks;
    const auto mask = readVolume(maskFile);
    if (!mask) return mask.error();
    NumberObserver labels(displayPath(maskFile.filename()), {mask->header.sizes[0], mask->header.sizes[1], mask->header.sizes[2]});
    if (!observe(*mask, labels, request.progress)) return cancelled();
    description.columns.push_back(std::move(labels).finish());
    const ColumnFacts& facts = description.columns.back();
    if (facts.distinct < 2) description.warnings.push_back(say("The mask %1 marks nothing.", facts.name));
    if (facts.isWhole && facts.distinct > 2 && facts.distinct <= 64 && facts.minimum.value_or(-1) >= 0 && facts.maximum.value_or(0) < 64) {
        values["labels"] = std::string("value");
        values["classes"] = static_cast<std::int64_t>(*facts.maximum) + 1;
    }
    addPreview(description);
    return description;
}

Result<FileDescription> describeLuna16(const DescribeRequest& request) {
    FileDescription description;
    description.dataset = {"luna16", {{"folder", pathInExperiment(request.path)}}};
    description.split.source = Split::Source::TestPart;
    description.bytes = bytesAt(request.path);
    // The subset with the highest number is held out; a single one cannot be.
    std::int64_t last = -1, subsets = 0, scans = 0;
    std::error_code failure;
    for (fs::directory_iterator entry(request.path, failure), end; !failure && entry != end; entry.increment(failure)) {
        const std::string name = displayPath(entry->path().filename());
        if (!name.starts_with("subset") || name.size() == 6 || name[6] < '0' || name[6] > '9') continue;
        ++subsets;
        last = std::max<std::int64_t>(last, name[6] - '0');
        scans += static_cast<std::int64_t>(volumesIn(entry->path()).size());
        if (!request.progress(0)) return cancelled();
    }
    description.dataset.parameters["test_subset"] = subsets > 1 ? last : -1;
    if (subsets < 2) description.split = {.share = 0.2, .method = Split::Method::ByGroup};
    description.facts = {{std::string(phrase("Subsets")), std::to_string(subsets)}, {std::string(phrase("Scans")), std::to_string(scans)}};
    const auto dataset = openDataset(description.dataset);
    if (!dataset) return dataset.error();
    if (!request.progress(0.5)) return cancelled();
    auto preview = previewOf(**dataset, description.split, 0);
    if (!preview) return preview.error();
    description.preview = std::move(*preview);
    description.rows = description.preview.train + description.preview.validation;
    return description;
}

}  // namespace seekbench
