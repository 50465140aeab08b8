// SPDX-License-Identifier: Apache-2.0
#include "core/data/table/text_file.h"

#include <algorithm>
#include <cerrno>
#include <string>

#include <zlib.h>

#include "core/base/file.h"
#include "core/data/table/gbk.h"

namespace seekbench {
namespace {

constexpr std::size_t kPiece = 1 << 16;
constexpr std::size_t kLongestLetter = 4;  // bytes, in UTF-8 and in GB18030

struct CloseGzip {
    void operator()(gzFile file) const { gzclose_r(file); }
};

// Bytes of the letter that begins `text`; 0: none does. Overlong forms, halves of pairs and numbers beyond U+10FFFF are none.
std::size_t letterLength(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80) return 0;
    const unsigned char second = byte(1);
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) || (first == 0xF0 && second < 0x90) ||
        (first == 0xF4 && second > 0x8F))
        return 0;
    return length;
}

}  // namespace

std::size_t validUtf8(std::string_view text) {
    std::size_t done = 0;
    while (done < text.size()) {
        const std::size_t length = letterLength(text.substr(done));
        if (length == 0) break;
        done += length;
    }
    return done;
}

Error cancelled() { return Error(ErrorCode::Failed, say("Reading was cancelled.")); }

struct TextFile::State {
    std::filesystem::path path;
    std::unique_ptr<gzFile_s, CloseGzip> file;  // reads plain files as they are
    std::uint64_t fileBytes = 0;
    TextEncoding encoding = TextEncoding::Utf8;
    std::unique_ptr<GbkDecoder> decoder;
    std::string bytes;         // as they stand in the file; a letter that was cut by the end of the last piece first
    std::string decoded;       // GBK only
    std::uint64_t offset = 0;  // in the unpacked file, of bytes.front()
    std::size_t given = 0;     // bytes that the last piece used up
    bool ended = false;
    bool fresh = true;  // the first piece was read when the file was opened

    Error failure(ErrorCode code, Message what, Message advice) const {
        return Error(code, std::move(what), std::move(advice)).in(say("reading %1", displayPath(path)));
    }

    // Drops what has been given out and reads on.
    Result<void> fill() {
        offset += given;
        bytes.erase(0, given);
        given = 0;
        const std::size_t kept = bytes.size();
        bytes.resize(kept + kPiece);
        const int got = gzread(file.get(), bytes.data() + kept, kPiece);
        int number = Z_OK;
        const std::string_view reason = gzerror(file.get(), &number);
        if (got < 0 || (got == 0 && number != Z_OK)) {
            bytes.resize(kept);
            return failure(ErrorCode::Corrupt, say("The data cannot be read (%1).", reason), say("Get the file again."));
        }
        bytes.resize(kept + static_cast<std::size_t>(got));
        ended = got == 0;
        if (const auto zero = bytes.find('\0', kept); zero != std::string::npos)
            return failure(ErrorCode::InvalidInput, say("Byte %1 is zero: this is no text file.", offset + zero),
                           say("Choose a text file in UTF-8 or GBK."));
        return {};
    }

    Error notText(std::size_t place, std::string_view name) const {
        return failure(ErrorCode::InvalidInput, say("Byte %1 is no text in %2.", offset + place, name),
                       say("Choose the file's encoding, or save it as UTF-8."));
    }
};

TextFile::TextFile(std::unique_ptr<State> state) : m_state(std::move(state)) {}
TextFile::TextFile(TextFile&&) noexcept = default;
TextFile& TextFile::operator=(TextFile&&) noexcept = default;
TextFile::~TextFile() = default;

Result<TextFile> TextFile::open(const std::filesystem::path& path, TextEncoding encoding) {
    auto state = std::make_unique<State>();
    state->path = path;
    std::error_code failure;
    state->fileBytes = std::filesystem::file_size(path, failure);  // an error for folders, too
    if (failure) return systemError(failure.value(), say("%1 could not be opened", displayPath(path)));
#ifdef _WIN32
    state->file.reset(gzopen_w(path.c_str(), "rb"));
#else
    state->file.reset(gzopen(path.c_str(), "rb"));
#endif
    if (!state->file) return systemError(errno, say("%1 could not be opened", displayPath(path)));
    gzbuffer(state->file.get(), kPiece);
    if (auto filled = state->fill(); !filled) return filled.error();
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    const bool marked = state->bytes.starts_with(kMark);
    if (encoding == TextEncoding::Automatic) {
        const bool isUtf8 = validUtf8(state->bytes) + kLongestLetter > state->bytes.size();
        encoding = marked || isUtf8 ? TextEncoding::Utf8 : TextEncoding::Gbk;
    }
    state->encoding = encoding;
    if (encoding == TextEncoding::Gbk) {
        auto decoder = GbkDecoder::make();
        if (!decoder) return decoder.error().in(say("reading %1", displayPath(path)));
        state->decoder = std::move(*decoder);
    } else if (marked) {
        state->bytes.erase(0, kMark.size());
        state->offset = kMark.size();
    }
    return TextFile(std::move(state));
}

Result<std::string_view> TextFile::next() {
    State& state = *m_state;
    if (!state.fresh)
        if (auto filled = state.fill(); !filled) return filled.error();
    state.fresh = false;
    while (true) {
        std::size_t used = 0;
        std::string_view piece;
        if (state.encoding == TextEncoding::Utf8) {
            used = validUtf8(state.bytes);
            piece = std::string_view(state.bytes).substr(0, used);
        } else {
            used = state.decoder->decode(state.bytes, state.decoded);
            piece = state.decoded;
        }
        const bool isWhole = used == state.bytes.size();
        if (!isWhole && (state.ended || state.bytes.size() - used >= kLongestLetter))
            return state.notText(used, state.encoding == TextEncoding::Utf8 ? "UTF-8" : "GBK");
        state.given = used;
        if (!piece.empty() || state.ended) return piece;
        if (auto filled = state.fill(); !filled) return filled.error();
    }
}

double TextFile::progress() const {
    if (m_state->fileBytes == 0) return 1;
    const auto read = static_cast<double>(gzoffset(m_state->file.get()));
    return std::clamp(read / static_cast<double>(m_state->fileBytes), 0.0, 1.0);
}

TextEncoding TextFile::encoding() const { return m_state->encoding; }

}  // namespace seekbench
