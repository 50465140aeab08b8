// SPDX-License-Identifier: Apache-2.0
#pragma once

// The few things the product does with files, each made so that a crash or a full disk loses nothing.
// Paths may hold any Unicode text; displayPath() is how they are shown in messages.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace seekbench {

std::string displayPath(const std::filesystem::path& path);

// The whole content of a file of at most `limit` bytes; a longer file is an error and is not read.
Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit = std::size_t{1} << 30);

// Writes beside the target, flushes to the disk, renames over it: readers see the old or the new content, never half.
// On any failure the target is untouched and the temporary file is gone.
Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view content);

// Makes the folder and its parents; an error names the first that could not be made.
Result<void> makeFolder(const std::filesystem::path& path);

// Flushes a folder's entries (renames, new files) to the disk. A no-op where the platform has no such call.
Result<void> syncFolder(const std::filesystem::path& path);

// An open file. Owns the handle; moves, never copies. Not thread-safe.
class File {
public:
    enum class Mode { Read, Append, CreateNew };  // Append creates the file when missing; CreateNew truncates

    static Result<File> open(const std::filesystem::path& path, Mode mode);
    File(File&& other) noexcept;
    File& operator=(File&& other) noexcept;
    ~File();

    // Writes everything or returns an error; a partial write may have happened then.
    Result<void> write(std::span<const std::byte> bytes);
    Result<void> write(std::string_view text);
    // Reads up to `bytes.size()` bytes at `offset`; fewer at the end of the file, 0 beyond it.
    Result<std::size_t> readAt(std::uint64_t offset, std::span<std::byte> bytes) const;
    Result<std::uint64_t> size() const;
    Result<void> truncate(std::uint64_t size);
    Result<void> sync();

private:
    explicit File(int descriptor, std::filesystem::path path);
    int m_descriptor = -1;
    std::filesystem::path m_path;
};

// A lock of the operating system on a file: held exactly while this object (or the process) lives, so it needs no
// cleaning up after a crash. Shared locks exclude exclusive ones only. The file itself stays and holds the owner's pid.
class FileLock {
public:
    enum class Kind { Shared, Exclusive };

    // Error code Busy when somebody else holds a lock that excludes this one; never waits.
    static Result<FileLock> acquire(const std::filesystem::path& path, Kind kind);
    // True while some process holds a lock on the file. A missing file is not held.
    static bool isHeld(const std::filesystem::path& path);
    // The pid the owner wrote into the lock file, if one can be read.
    static std::optional<std::int64_t> ownerOf(const std::filesystem::path& path);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

private:
    explicit FileLock(int descriptor);
    int m_descriptor = -1;
};

}  // namespace seekbench
