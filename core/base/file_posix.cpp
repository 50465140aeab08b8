// SPDX-License-Identifier: Apache-2.0
#include "core/base/file.h"

#include <cerrno>
#include <charconv>
#include <cstdlib>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace seekbench {
namespace {

int openRetrying(const std::filesystem::path& path, int flags, mode_t mode = 0644) {
    int descriptor;
    do descriptor = ::open(path.c_str(), flags | O_CLOEXEC, mode);
    while (descriptor < 0 && errno == EINTR);
    return descriptor;
}

// Open-file-description locks: unlike flock() they can be asked about without being taken, unlike plain fcntl() locks
// they do not vanish when some other code of the process opens and closes the file.
struct flock wholeFile(short type) {
    struct flock lock {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    return lock;
}

}  // namespace

std::string displayPath(const std::filesystem::path& path) { return path.string(); }

Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit) {
    auto file = File::open(path, File::Mode::Read);
    if (!file) return file.error();
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode))
        return Error(ErrorCode::InvalidInput, say("%1 is a folder.", displayPath(path)), say("Name a file."));
    std::string content;
    std::string block(1 << 16, '\0');
    while (true) {
        auto got = file->readAt(content.size(), std::as_writable_bytes(std::span(block)));
        if (!got) return got.error();
        if (*got == 0) return content;
        content.append(block.data(), *got);
        if (content.size() > limit)
            return Error(ErrorCode::InvalidInput, say("%1 is longer than %2 bytes, which is the most that is read of such a file.", displayPath(path), limit),
                         say("Check that it is the file you meant."));
    }
}

Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view content) {
    std::filesystem::path aside = path;
    aside += ".part" + std::to_string(::getpid());
    const auto attempt = [&]() -> Result<void> {
        auto file = File::open(aside, File::Mode::CreateNew);
        if (!file) return file.error();
        if (auto written = file->write(content); !written) return written;
        if (auto synced = file->sync(); !synced) return synced;
        if (::rename(aside.c_str(), path.c_str()) != 0) return systemError(errno, say("%1 could not be put in place", displayPath(path)));
        return syncFolder(path.parent_path());
    };
    auto result = attempt();
    if (!result) ::unlink(aside.c_str());
    return result;
}

Result<void> makeFolder(const std::filesystem::path& path) {
    std::error_code failure;
    std::filesystem::create_directories(path, failure);
    if (failure) return systemError(failure.value(), say("The folder %1 could not be made", displayPath(path)));
    return {};
}

Result<void> syncFolder(const std::filesystem::path& path) {
    const int descriptor = openRetrying(path.empty() ? "." : path, O_RDONLY | O_DIRECTORY);
    if (descriptor < 0) return systemError(errno, say("The folder %1 could not be opened", displayPath(path)));
    const bool failed = ::fsync(descriptor) != 0 && errno != EINVAL;  // some file systems have no fsync for folders
    const int number = errno;
    ::close(descriptor);
    if (failed) return systemError(number, say("The folder %1 could not be flushed to the disk", displayPath(path)));
    return {};
}

File::File(int descriptor, std::filesystem::path path) : m_descriptor(descriptor), m_path(std::move(path)) {}
File::File(File&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)), m_path(std::move(other.m_path)) {}
File& File::operator=(File&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_path, other.m_path);
    return *this;
}
File::~File() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

Result<File> File::open(const std::filesystem::path& path, Mode mode) {
    const int flags = mode == Mode::Read ? O_RDONLY : mode == Mode::Append ? O_RDWR | O_CREAT | O_APPEND : O_RDWR | O_CREAT | O_TRUNC;
    const int descriptor = openRetrying(path, flags);
    if (descriptor < 0) return systemError(errno, say("%1 could not be opened", displayPath(path)));
    return File(descriptor, path);
}

Result<void> File::write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            return systemError(errno, say("%1 could not be written", displayPath(m_path)));
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> File::write(std::string_view text) { return write(std::as_bytes(std::span(text))); }

Result<std::size_t> File::readAt(std::uint64_t offset, std::span<std::byte> bytes) const {
    std::size_t total = 0;
    while (total < bytes.size()) {
        const ssize_t got = ::pread(m_descriptor, bytes.data() + total, bytes.size() - total, static_cast<off_t>(offset + total));
        if (got < 0) {
            if (errno == EINTR) continue;
            return systemError(errno, say("%1 could not be read", displayPath(m_path)));
        }
        if (got == 0) break;
        total += static_cast<std::size_t>(got);
    }
    return total;
}

Result<std::uint64_t> File::size() const {
    struct stat status {};
    if (::fstat(m_descriptor, &status) != 0) return systemError(errno, say("The size of %1 could not be read", displayPath(m_path)));
    return static_cast<std::uint64_t>(status.st_size);
}

Result<void> File::truncate(std::uint64_t size) {
    if (::ftruncate(m_descriptor, static_cast<off_t>(size)) != 0) return systemError(errno, say("%1 could not be shortened", displayPath(m_path)));
    return {};
}

Result<void> File::sync() {
    if (::fsync(m_descriptor) != 0) return systemError(errno, say("%1 could not be flushed to the disk", displayPath(m_path)));
    return {};
}

FileLock::FileLock(int descriptor) : m_descriptor(descriptor) {}
FileLock::FileLock(FileLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}
FileLock::~FileLock() {
    if (m_descriptor >= 0) ::close(m_descriptor);  // closing the description releases the lock
}

Result<FileLock> FileLock::acquire(const std::filesystem::path& path, Kind kind) {
    const int descriptor = openRetrying(path, O_RDWR | O_CREAT, 0600);
    if (descriptor < 0) return systemError(errno, say("The lock %1 could not be opened", displayPath(path)));
    FileLock lock(descriptor);
    struct flock request = wholeFile(kind == Kind::Exclusive ? F_WRLCK : F_RDLCK);
    if (::fcntl(descriptor, F_OFD_SETLK, &request) != 0) {
        if (errno == EAGAIN || errno == EACCES)
            return Error(ErrorCode::Busy, say("%1 is locked by another process.", displayPath(path)));
        return systemError(errno, say("%1 could not be locked", displayPath(path)));
    }
    if (kind == Kind::Exclusive) {
        // The pid is a courtesy to people and messages; the lock itself does not depend on it.
        const std::string pid = std::to_string(::getpid()) + "\n";
        if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, pid.data(), pid.size(), 0) < 0) errno = 0;
    }
    return lock;
}

bool FileLock::isHeld(const std::filesystem::path& path) {
    const int descriptor = openRetrying(path, O_RDWR);
    if (descriptor < 0) return false;
    struct flock question = wholeFile(F_WRLCK);
    const bool held = ::fcntl(descriptor, F_OFD_GETLK, &question) == 0 && question.l_type != F_UNLCK;
    ::close(descriptor);
    return held;
}

std::optional<std::int64_t> FileLock::ownerOf(const std::filesystem::path& path) {
    auto text = readFile(path, 64);
    if (!text) return std::nullopt;
    std::int64_t pid = 0;
    const auto [end, failure] = std::from_chars(text->data(), text->data() + text->size(), pid);
    if (failure != std::errc{} || pid <= 0) return std::nullopt;
    return pid;
}

}  // namespace seekbench
