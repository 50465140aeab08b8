// SPDX-License-Identifier: Apache-2.0
#include "core/data/description/file_description.h"

#include <algorithm>

#include "core/base/file.h"
#include "core/data/data_folders.h"
#include "core/data/description/describers.h"
#include "core/data/readers/byte_source.h"

namespace seekbench {

std::span<const Describer> describers() {
    static constexpr Describer kRows[] = {
        {"csv", describeTable},
        {"prices", describePrices},
        {"text", describeText},
        {"npy", describeArrays},
        {"image_folder", describePictures},
        {"volume_segmentation", describeVolumes},
        {"luna16", describeLuna16},
        {"idx", describeIdx},
        {"cifar10", describeCifar10},
        {"cifar100", describeCifar100},
    };
    return kRows;
}

Result<FileDescription> describeFile(const std::filesystem::path& path, const DescribeOptions& options, const ReadProgress& progress) {
    std::error_code failure;
    const auto absolute = std::filesystem::absolute(path, failure);
    const std::filesystem::path& where = failure ? path : absolute;
    const auto kinds = recognise(where);
    if (!kinds && (options.kind.empty() || kinds.error().code() == ErrorCode::NotFound)) return kinds.error();
    const std::string kind = options.kind.empty() ? kinds->front() : options.kind;
    const auto row = std::ranges::find(describers(), kind, &Describer::kind);
    if (row == describers().end()) {
        std::string known;
        for (const Describer& describer : describers()) known.append(known.empty() ? "" : ", ").append(describer.kind);
        return Error(ErrorCode::NotFound, say("Files are not read as \"%1\".", kind), say("Choose one of: %1.", known));
    }
    // What the libraries below throw on memory that is not there stops here.
    try {
        auto description = row->describe({where, options, progress ? progress : [](double) { return true; }});
        if (!description) return description.error();
        description->path = where;
        description->kind = kind;
        if (kinds)
            for (const std::string& other : *kinds)
                if (other != kind) description->otherKinds.push_back(other);
        description->preview.dataset = description->dataset;
        description->preview.split = description->split;
        return description;
    } catch (const ReadFailure& unreadable) {
        return unreadable.error();
    } catch (const std::bad_alloc&) {
        return Error(ErrorCode::Failed, say("There is not enough memory for it."), say("Take a smaller file, or close other programs."))
            .in(say("looking at %1", displayPath(where)));
    }
}

std::string pathInExperiment(const std::filesystem::path& path) {
    for (const std::filesystem::path& folder : dataFolders()) {
        const auto relative = path.lexically_normal().lexically_relative(folder.lexically_normal());
        if (!relative.empty() && *relative.begin() != "..") return displayPath(relative);
    }
    return displayPath(path.lexically_normal());
}

std::int64_t bytesAt(const std::filesystem::path& path) {
    std::error_code failure;
    if (!std::filesystem::is_directory(path, failure)) return std::max<std::int64_t>(0, regularFileBytes(path));
    std::int64_t bytes = 0;
    for (std::filesystem::recursive_directory_iterator entry(path, failure), end; !failure && entry != end; entry.increment(failure))
        bytes += std::max<std::int64_t>(0, regularFileBytes(entry->path()));
    return bytes;
}

void addPreview(FileDescription& description) {
    const auto dataset = openDataset(description.dataset);
    Result<DatasetPreviewData> preview = dataset ? previewOf(**dataset, description.split, 0) : Result<DatasetPreviewData>(dataset.error());
    if (!preview) {
        description.warnings.push_back(say("It cannot be trained on like this: %1", preview.error().english()));
        return;
    }
    description.preview = std::move(*preview);
}

}  // namespace seekbench
