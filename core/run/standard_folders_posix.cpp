// SPDX-License-Identifier: Apache-2.0
#include <cerrno>
#include <cstdlib>

#include <sys/stat.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/run/run_folder.h"

namespace seekbench {
namespace {

// The folder an environment variable names; nothing when it is unset, empty or relative (the XDG specification says that
// relative ones are to be ignored).
std::optional<std::filesystem::path> folderFrom(const char* variable) {
    const char* value = std::getenv(variable);
    if (!value || value[0] != '/') return std::nullopt;
    return std::filesystem::path(value);
}

// Makes a folder only its owner may enter, or checks that an existing one is such: a folder of somebody else's below /tmp
// could hold sockets and locks that are not ours.
Result<std::filesystem::path> privateFolder(const std::filesystem::path& path) {
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
        return systemError(errno, say("The folder %1 could not be made", displayPath(path)));
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) return systemError(errno, say("The folder %1 could not be looked at", displayPath(path)));
    const Message advice = say("Remove it, or set XDG_RUNTIME_DIR to a folder of your own.");
    if (!S_ISDIR(status.st_mode) || status.st_uid != ::geteuid())
        return Error(ErrorCode::Io, say("%1 should be a folder of yours, and is not.", displayPath(path)), advice);
    if ((status.st_mode & 077) != 0)
        return Error(ErrorCode::Io, say("Others than you may use the folder %1.", displayPath(path)),
                     say("Take their rights away (chmod 700 %1) after a look at what is in it.", displayPath(path)));
    return path;
}

std::filesystem::path executableFolder() {
    std::error_code failure;
    const auto executable = std::filesystem::read_symlink("/proc/self/exe", failure);
    return failure ? std::filesystem::current_path() : executable.parent_path();
}

}  // namespace

std::filesystem::path Workspace::defaultFolder() {
    if (const auto data = folderFrom("XDG_DATA_HOME")) return *data / "seekbench";
    if (const auto home = folderFrom("HOME")) return *home / ".local/share/seekbench";
    return {};
}

std::filesystem::path cacheFolder() {
    if (const auto cache = folderFrom("XDG_CACHE_HOME")) return *cache / "seekbench";
    if (const auto home = folderFrom("HOME")) return *home / ".cache/seekbench";
    return {};
}

Result<std::filesystem::path> runtimeFolder() {
    std::error_code ignored;
    const auto runtime = folderFrom("XDG_RUNTIME_DIR");
    if (runtime && std::filesystem::is_directory(*runtime, ignored)) return privateFolder(*runtime / "seekbench");
    const auto temporary = std::filesystem::temp_directory_path(ignored);  // empty when $TMPDIR names nothing
    return privateFolder((temporary.empty() ? "/tmp" : temporary) / ("seekbench-" + std::to_string(::geteuid())));
}

Result<std::filesystem::path> resourcesFolder() {
    const auto holdsResources = [](const std::filesystem::path& folder) {
        std::error_code ignored;
        return std::filesystem::is_directory(folder / "experiments", ignored);
    };
    if (const char* named = std::getenv("SEEKBENCH_RESOURCES"); named && *named) {
        if (holdsResources(named)) return std::filesystem::absolute(named);
        return Error(ErrorCode::NotFound, say("SEEKBENCH_RESOURCES names %1, which has no folder \"experiments\".", named),
                     say("Set it to Seekbench's folder \"resources\", or unset it."));
    }
    const std::filesystem::path here = executableFolder();
    const std::filesystem::path installed = here / "../share/seekbench/resources", source = here / "../../resources";
    for (const auto& folder : {installed, source})
        if (holdsResources(folder)) return std::filesystem::weakly_canonical(folder);
    return Error(ErrorCode::NotFound,
                 say("The folder \"resources\" was found neither at %1 nor at %2.", displayPath(installed.lexically_normal()),
                     displayPath(source.lexically_normal())),
                 say("Set SEEKBENCH_RESOURCES to it."));
}

}  // namespace seekbench
