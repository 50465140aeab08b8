// SPDX-License-Identifier: Apache-2.0
#pragma once

// The journal of a run: a header and then frames, appended by the worker, read by anyone at any time. A partial tail
// means "not yet". See core/protocol/PROTOCOL.md.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/base/result.h"
#include "core/protocol/packet.h"

namespace seekbench {

inline constexpr std::uint32_t kJournalVersion = 1;

// A JournalWriter appends. Only the holder of run.lock may have one: opening cuts a torn tail. One thread owns it.
class JournalWriter {
public:
    // Creates the journal with its header, or opens it: checks header, version and run id, walks the frames, and cuts off what
    // follows the last whole one. Bytes cut off are kept in journal.torn-<offset> (and .2, .3 … when that is taken), so that nothing
    // is lost.
    static Result<JournalWriter> open(const std::filesystem::path& path, const std::string& runId);

    // Appends one frame. On an error the file is cut back to its length before, so that it stays whole; a packet longer than a
    // frame may be is refused (InvalidInput).
    Result<void> append(const Packet& packet);
    Result<void> sync();
    std::uint64_t offset() const { return m_offset; }   // the journal's length
    std::uint64_t tornBytes() const { return m_torn; }  // how much open() cut off

private:
    JournalWriter(File file, std::uint64_t offset, std::uint64_t torn);
    File m_file;
    bool m_half = false;  // part of a frame stands behind m_offset, because even cutting it off failed
    std::uint64_t m_offset = 0, m_torn = 0;
    std::vector<std::byte> m_frame;
};

// A JournalReader follows a journal from any frame boundary. It never writes and never waits. One thread owns it.
class JournalReader {
public:
    // offset 0: from the first frame. NotFound while the worker has not made the journal yet.
    static Result<JournalReader> open(const std::filesystem::path& path, std::uint64_t offset = 0);

    const std::string& runId() const { return m_runId; }
    std::uint64_t offset() const { return m_offset; }  // of the next frame

    // The next packet, or nothing when the journal ends here for now. Packets of unknown kind are skipped. A damaged frame is an
    // error (Corrupt) that names the offset; it stays until the worker has cut it off.
    Result<std::optional<Packet>> next();
    // Up to `most` packets at once; fewer only at the end of the journal.
    Result<std::vector<Packet>> read(std::size_t most);

private:
    JournalReader(File file, std::string runId, std::uint64_t offset);
    Result<bool> fill(std::size_t wanted);
    Error damaged();
    File m_file;
    std::string m_runId;
    std::uint64_t m_offset = 0;
    std::vector<std::byte> m_buffer;  // bytes of the file from m_offset on
    std::size_t m_position = 0;       // how much of m_buffer is used up
};

}  // namespace seekbench
