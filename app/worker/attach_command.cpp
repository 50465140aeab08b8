// SPDX-License-Identifier: Apache-2.0
#include "app/worker/attach_command.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include <poll.h>
#include <unistd.h>

#include "app/worker/train_command.h"
#include "core/base/file.h"
#include "core/journal/journal.h"
#include "core/protocol/local_socket.h"
#include "core/run/run_folder.h"

namespace seekbench {
namespace {

constexpr std::size_t kBlockHeader = 5;
constexpr std::size_t kMostJournalBytes = 1 << 20;  // in one block
constexpr std::size_t kMostCommandBytes = 64 << 10;
constexpr int kPollMilliseconds = 100;

enum class BlockKind : char { Journal = 'J', Answer = 'A', Alive = 'L', Command = 'C' };

Result<void> writeAll(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) return systemError(errno, say("The other side of the pipe could not be written to"));
        if (written > 0) bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> writeBlock(BlockKind kind, std::span<const std::byte> bytes) {
    std::vector<std::byte> block{static_cast<std::byte>(kind)};
    for (int shift = 0; shift < 32; shift += 8) block.push_back(static_cast<std::byte>(bytes.size() >> shift));
    block.insert(block.end(), bytes.begin(), bytes.end());
    return writeAll(block);
}

// One client at the other end of a pipe, following one run. One thread owns it.
class Attachment {
public:
    Attachment(RunFolder run, std::uint64_t offset) : m_run(std::move(run)), m_offset(offset) {}

    Result<void> follow() {
        const std::string greeting = "\nSEEKBENCH-ATTACH 1 " + m_run.id() + "\n";
        if (auto greeted = writeAll(std::as_bytes(std::span(greeting))); !greeted) return greeted;
        while (!m_inputEnded) {
            for (const auto step : {&Attachment::sendJournal, &Attachment::sendAlive, &Attachment::readCommands, &Attachment::passAnswers})
                if (auto done = (this->*step)(); !done) return done;
        }
        return {};
    }

private:
    // Only whole frames leave here: what is cut off a torn tail has never been sent.
    Result<void> sendJournal() {
        if (!m_reader) {
            auto reader = JournalReader::open(m_run.journalFile(), m_offset);
            if (!reader) return reader.error().code() == ErrorCode::NotFound ? Result<void>{} : reader.error();
            auto file = File::open(m_run.journalFile(), File::Mode::Read);
            if (!file) return file.error();
            m_reader = std::move(*reader);
            m_file = std::move(*file);
        }
        while (true) {
            const auto packet = m_reader->next();
            const bool more = packet && *packet;  // a damaged frame is a torn tail that its owner will cut
            if (!more || m_reader->offset() - m_offset >= kMostJournalBytes)
                if (auto sent = sendBytesTo(m_reader->offset()); !sent) return sent;
            if (!more) return {};
        }
    }

    Result<void> sendBytesTo(std::uint64_t end) {
        std::vector<std::byte> bytes(std::min<std::uint64_t>(end - m_offset, kMostJournalBytes));
        for (; m_offset < end; m_offset += bytes.size()) {
            bytes.resize(std::min<std::uint64_t>(end - m_offset, kMostJournalBytes));
            const auto got = m_file->readAt(m_offset, bytes);
            if (!got) return got.error();
            if (*got != bytes.size()) return Error(ErrorCode::Corrupt, say("The journal of the run has become shorter."));
            if (auto written = writeBlock(BlockKind::Journal, bytes); !written) return written;
        }
        return {};
    }

    Result<void> sendAlive() {
        const bool alive = m_run.isAlive();
        if (m_alive == alive) return {};
        m_alive = alive;
        const std::byte flag{alive};
        return writeBlock(BlockKind::Alive, {&flag, 1});
    }

    Result<void> readCommands() {
        pollfd input{STDIN_FILENO, POLLIN, 0};
        if (::poll(&input, 1, kPollMilliseconds) <= 0) return {};
        std::byte block[4096];
        const ssize_t got = ::read(STDIN_FILENO, block, sizeof block);
        if (got == 0) m_inputEnded = true;
        if (got > 0) m_input.insert(m_input.end(), block, block + got);
        while (m_input.size() >= kBlockHeader) {
            std::uint32_t length = 0;
            for (std::size_t i = 0; i < 4; ++i) length |= std::to_integer<std::uint32_t>(m_input[1 + i]) << (8 * i);
            if (m_input[0] != static_cast<std::byte>(BlockKind::Command) || length > kMostCommandBytes)
                return Error(ErrorCode::InvalidInput, say("The standard input has something that is not a command."));
            if (m_input.size() < kBlockHeader + length) return {};
            if (auto passed = passCommand(std::span(m_input).subspan(kBlockHeader, length)); !passed) return passed;
            m_input.erase(m_input.begin(), m_input.begin() + static_cast<std::ptrdiff_t>(kBlockHeader + length));
        }
        return {};
    }

    Result<void> passCommand(std::span<const std::byte> payload) {
        const auto packet = decode(payload);
        if (!packet) return packet.error();
        const auto* command = std::get_if<Command>(&*packet);
        if (!command) return Error(ErrorCode::InvalidInput, say("The standard input has a message that is not a command."));
        auto sent = connect();
        if (sent && !m_connection->send(*command)) sent = Error(ErrorCode::Io, say("The worker has closed its socket."));
        if (sent) return {};
        m_connection.reset();
        return writeBlock(BlockKind::Answer,
                          encode(Answer{.request = command->request, .accepted = false, .text = sent.error().english()}));
    }

    Result<void> connect() {
        if (m_connection) return {};
        const auto endpoint = readFile(m_run.endpointFile(), 4096);
        if (!endpoint) return Error(ErrorCode::NotFound, say("No worker is at the run %1.", m_run.id()));
        auto connection = Connection::connect(*endpoint);
        if (!connection) return connection.error();
        m_connection = std::move(*connection);
        return {};
    }

    Result<void> passAnswers() {
        if (!m_connection) return {};
        const auto packets = m_connection->receive();
        if (!packets) return m_connection.reset(), Result<void>{};
        for (const Packet& packet : *packets)
            if (std::holds_alternative<Answer>(packet))
                if (auto written = writeBlock(BlockKind::Answer, encode(packet)); !written) return written;
        return {};
    }

    RunFolder m_run;
    std::uint64_t m_offset;  // of the next journal byte to send
    std::optional<JournalReader> m_reader;
    std::optional<File> m_file;
    std::optional<Connection> m_connection;
    std::optional<bool> m_alive;
    std::vector<std::byte> m_input;
    bool m_inputEnded = false;
};

}  // namespace

int attachCommand(const std::filesystem::path& folder, std::string_view offsetText) {
    std::signal(SIGPIPE, SIG_IGN);
    std::uint64_t offset = 0;
    const char* end = offsetText.data() + offsetText.size();
    const auto [stop, failure] = std::from_chars(offsetText.data(), end, offset);
    const auto run = RunFolder::open(folder);
    Result<void> followed;
    if (failure != std::errc{} || stop != end)
        followed = Error(ErrorCode::InvalidInput, say("\"%1\" is not an offset in the journal.", offsetText));
    else
        followed = run ? Attachment(*run, offset).follow() : run.error();
    if (followed) return kFinished;
    std::fprintf(stderr, "%s\n", followed.error().english().c_str());
    return kRefused;
}

}  // namespace seekbench
