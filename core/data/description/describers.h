// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parts of describeFile(): a row for each kind of data set that is read from files.

#include <span>

#include "core/data/description/file_description.h"

namespace seekbench {

struct DescribeRequest {
    std::filesystem::path path;
    DescribeOptions options;
    ReadProgress progress;  // never empty
};

struct Describer {
    std::string_view kind;  // id of a row of datasetKinds()
    Result<FileDescription> (*describe)(const DescribeRequest& request);
};
std::span<const Describer> describers();

// The kinds that a file or folder can be read as, the likeliest first; the error says what it is instead, or what is missing.
Result<std::vector<std::string>> recognise(const std::filesystem::path& path);

// How a path stands in an experiment: relative to a data folder when it lies in one, else whole.
std::string pathInExperiment(const std::filesystem::path& path);
// Bytes of all files in a folder, or of a file.
std::int64_t bytesAt(const std::filesystem::path& path);

// Files that name and content say belong together, found from one of them.
struct IdxFiles {
    std::filesystem::path trainImages, trainLabels, testImages, testLabels;  // those that are not there are empty
};
IdxFiles idxFilesAt(const std::filesystem::path& path);
struct VolumeFiles {
    std::filesystem::path images, masks;  // two files or two folders; masks may be empty
};
VolumeFiles volumeFilesAt(const std::filesystem::path& path);
struct ArrayFiles {
    struct Source {
        std::filesystem::path file;
        std::string name;  // in an archive
    };
    Source inputs, targets, testInputs, testTargets;
    std::vector<Source> all;
};
ArrayFiles arrayFilesAt(const std::filesystem::path& path);
// Where the classes of a folder of pictures are: the folder itself or its "train".
struct PictureFolders {
    std::filesystem::path train, test;  // test may be empty
};
PictureFolders pictureFoldersAt(const std::filesystem::path& path);

// Opens the proposed data set and fills in preview and rows; what keeps it from being opened becomes a warning.
void addPreview(FileDescription& description);

Result<FileDescription> describeTable(const DescribeRequest& request);
Result<FileDescription> describePrices(const DescribeRequest& request);
Result<FileDescription> describeText(const DescribeRequest& request);
Result<FileDescription> describeArrays(const DescribeRequest& request);
Result<FileDescription> describePictures(const DescribeRequest& request);
Result<FileDescription> describeVolumes(const DescribeRequest& request);
Result<FileDescription> describeLuna16(const DescribeRequest& request);
Result<FileDescription> describeIdx(const DescribeRequest& request);
Result<FileDescription> describeCifar10(const DescribeRequest& request);
Result<FileDescription> describeCifar100(const DescribeRequest& request);

}  // namespace seekbench
