// SPDX-License-Identifier: Apache-2.0
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/base/mapped_file.h"

namespace seekbench {

Result<MappedFile> MappedFile::create(const std::filesystem::path& path, std::size_t bytes) {
    const auto failed = [&](int reason) {
        return Error(ErrorCode::Failed, say("%1 could not be made: %2.", displayPath(path), std::generic_category().message(reason)),
                     say("Look at the free space and the permissions of its folder."));
    };
    // A file that another process still has as memory is not cut short under it: the name gets a new file.
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) return failed(errno);
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (descriptor < 0) return failed(errno);
    int reason = ::posix_fallocate(descriptor, 0, static_cast<off_t>(bytes));
    void* memory = MAP_FAILED;
    if (reason == 0) {
        memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
        if (memory == MAP_FAILED) reason = errno;
    }
    ::close(descriptor);  // the mapping keeps the file
    if (reason != 0) {
        ::unlink(path.c_str());
        return failed(reason);
    }
    return MappedFile(static_cast<std::byte*>(memory), bytes);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : m_begin(std::exchange(other.m_begin, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(m_begin, other.m_begin);
    std::swap(m_size, other.m_size);
    return *this;
}

MappedFile::~MappedFile() {
    if (m_begin) ::munmap(m_begin, m_size);
}

}  // namespace seekbench
