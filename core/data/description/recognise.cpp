// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstring>

#include "core/base/file.h"
#include "core/data/description/describers.h"
#include "core/data/prices/bars.h"
#include "core/data/readers/byte_source.h"
#include "core/data/readers/picture.h"
#include "core/data/readers/volume.h"
#include "core/data/table/table_layout.h"

namespace seekbench {
namespace {

namespace fs = std::filesystem;
using Kinds = std::vector<std::string>;

constexpr std::int64_t kHead = 512;
constexpr std::int64_t kCifar10Record = 3073, kCifar100Record = 3074;

bool isThere(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

std::string lowered(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return text;
}

// ".csv" of "a.csv" and "a.csv.gz".
std::string endingOf(const fs::path& path) {
    std::string ending = lowered(displayPath(path.extension()));
    return ending == ".gz" ? lowered(displayPath(path.stem().extension())) : ending;
}

// The beginning of the content, unpacked; shorter when the file is.
std::string headOf(const fs::path& path) {
    auto source = ByteSource::open(path);
    std::string head;
    if (!source) return head;
    std::byte byte{};
    while (static_cast<std::int64_t>(head.size()) < kHead && source->read(std::span(&byte, 1))) head.push_back(static_cast<char>(byte));
    return head;
}

Error notRead(const fs::path& path, Message what, Message advice) {
    return Error(ErrorCode::Unsupported, std::move(what), std::move(advice)).in(say("looking at %1", displayPath(path)));
}

// Formats that many files have and that are not read: what to do instead.
struct Stranger {
    std::string_view magic, name, advice;
};
constexpr Stranger kStrangers[] = {
    {"PAR1", "a Parquet file", "Save it as CSV, for example with pandas: to_csv()."},
    {"\x89HDF", "an HDF5 file", "Save its arrays with numpy.save()."},
    {"MATLAB", "a MATLAB file", "Save its arrays with numpy.save()."},
    {"%PDF", "a PDF document", "Choose the data themselves."},
    {"\xD0\xCF\x11\xE0", "an old Excel workbook", "Save the sheet as CSV."},
    {"SQLite format 3", "an SQLite database", "Save a table of it as CSV."},
    {"Rar!", "a RAR archive", "Unpack it and choose the folder."},
    {"7z\xBC\xAF", "a 7z archive", "Unpack it and choose the folder."},
    {"\x80\x02", "a pickle", "Save its arrays with numpy.save()."},
    {"\x80\x03", "a pickle", "Save its arrays with numpy.save()."},
    {"\x80\x04", "a pickle", "Save its arrays with numpy.save()."},
    {"GIF8", "a GIF picture", "Save it as PNG."},
    {"RIFF", "a sound or WebP picture", "Save pictures as PNG."},
};

bool startsWithIdx(std::string_view head) {
    return head.size() >= 8 && head[0] == 0 && head[1] == 0 && head[2] == 8 && head[3] >= 1 && head[3] <= 8;
}

// Rows that fall into equally many cells, or the name says that they are a table.
Kinds kindsOfText(const fs::path& path, std::string_view head) {
    const std::string ending = endingOf(path);
    const bool named = ending == ".csv" || ending == ".tsv" || ending == ".tab";
    if (namesBars(head)) return {"prices", "csv", "text"};
    return named || isTable(head) ? Kinds{"csv", "text"} : Kinds{"text", "csv"};
}

Result<Kinds> kindsOfFile(const fs::path& path) {
    const std::int64_t bytes = regularFileBytes(path);
    if (bytes < 0) return notRead(path, say("This is no file and no folder."), say("Choose a file or a folder."));
    if (bytes == 0) return notRead(path, say("The file is empty."), say("Choose a file with data in it."));
    const std::string head = headOf(path), name = lowered(displayPath(path.filename())), ending = endingOf(path);
    if (head.empty()) {
        // Compressed and damaged, or not to be opened: the reader of texts says which.
        const auto text = TextFile::open(path, TextEncoding::Automatic);
        return text ? notRead(path, say("The file cannot be read."), say("Get the file again.")) : text.error();
    }
    if (head.starts_with("\x93NUMPY")) return Kinds{"npy"};
    if (head.starts_with("PK\x03\x04")) {
        if (ending == ".npz") return Kinds{"npy"};
        return ending == ".xlsx" || ending == ".ods"
                   ? notRead(path, say("This is a workbook of a spreadsheet program."), say("Save the sheet as CSV."))
                   : notRead(path, say("This is a zip archive."), say("Unpack it and choose what is in it."));
    }
    for (const Stranger& stranger : kStrangers)
        if (head.starts_with(stranger.magic))
            return notRead(path, say("This is %1, which is not read.", stranger.name), Message{std::string(stranger.advice), {}});
    if (head.size() > 262 && head.substr(257, 5) == "ustar")
        return notRead(path, say("This is a tar archive."), say("Unpack it and choose the folder."));
    if (isVolumeName(path)) return Kinds{"volume_segmentation"};
    if (isPictureName(path))
        return notRead(path, say("This is a single picture."), say("Choose the folder that holds a folder of pictures for each class."));
    if (startsWithIdx(head)) return Kinds{"idx"};
    if (ending == ".bin") {
        if (name == "train.bin" || name == "test.bin")
            if (bytes % kCifar100Record == 0) return Kinds{"cifar100"};
        if (bytes % kCifar10Record == 0) return Kinds{"cifar10"};
        if (bytes % kCifar100Record == 0) return Kinds{"cifar100"};
    }
    const auto text = [&]() -> Result<std::string> {
        auto file = TextFile::open(path, TextEncoding::Automatic);
        if (!file) return file.error();
        const auto piece = file->next();
        return piece ? Result<std::string>(std::string(*piece)) : Result<std::string>(piece.error());
    }();
    if (!text)
        return notRead(
            path, say("This is no file of a kind that is read: %1", text.error().what().english()),
            say("Tables (CSV), texts, NumPy arrays, pictures in folders, NIfTI and MetaImage volumes, IDX and CIFAR files are read."));
    return kindsOfText(path, *text);
}

bool hasVolumes(const fs::path& folder) {
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure))
        if (isVolumeName(entry->path())) return true;
    return false;
}

Result<Kinds> kindsOfFolder(const fs::path& path) {
    if (isThere(path / "annotations.csv") && isThere(path / "candidates.csv")) return Kinds{"luna16"};
    if (isThere(path / "data_batch_1.bin")) return Kinds{"cifar10"};
    if (isThere(path / "train.bin") && regularFileBytes(path / "train.bin") % kCifar100Record == 0) return Kinds{"cifar100"};
    if (const IdxFiles files = idxFilesAt(path); !files.trainImages.empty()) return Kinds{"idx"};
    if (!pictureFoldersAt(path).train.empty()) return Kinds{"image_folder"};
    if (!volumeFilesAt(path).images.empty() || hasVolumes(path)) return Kinds{"volume_segmentation"};
    if (!arrayFilesAt(path).all.empty()) return Kinds{"npy"};
    return notRead(path, say("The folder holds no data of a kind that is read."),
                   say("Choose a table or another file in it, or a folder with a folder of pictures for each class, with volumes and "
                       "masks, or with IDX, CIFAR or NumPy files."));
}

}  // namespace

Result<std::vector<std::string>> recognise(const fs::path& path) {
    std::error_code failure;
    const auto status = fs::status(path, failure);
    if (status.type() == fs::file_type::not_found)
        return Error(ErrorCode::NotFound, say("There is no file or folder %1.", displayPath(path)), say("Check the path."));
    if (failure) return systemError(failure.value(), say("%1 could not be looked at", displayPath(path)));
    return fs::is_directory(status) ? kindsOfFolder(path) : kindsOfFile(path);
}

}  // namespace seekbench
