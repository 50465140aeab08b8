// SPDX-License-Identifier: Apache-2.0
#include "core/trace/formats/json_stream.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

#include <zlib.h>

#include "core/base/file.h"
#include "core/trace/slice_columns.h"

namespace seekbench {
namespace {

constexpr std::size_t kBlock = 1u << 20;

bool isBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
// Where a number, true, false or null ends.
bool endsWord(char c) { return c == ',' || c == '}' || c == ']' || c == ':' || isBlank(c); }

// Where the text ends whose first quote is at text[position]; npos when it does not.
std::size_t textEnd(std::string_view text, std::size_t position) {
    for (std::size_t i = position + 1; i < text.size(); ++i) {
        if (text[i] == '"') return i + 1;
        if (text[i] == '\\') ++i;
    }
    return std::string_view::npos;
}

int hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// The four digits behind \u; -1 when they are none.
int codeUnit(std::string_view text, std::size_t position) {
    if (position + 4 > text.size()) return -1;
    int unit = 0;
    for (std::size_t i = position; i < position + 4; ++i) {
        const int digit = hexDigit(text[i]);
        if (digit < 0) return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

void appendUtf8(std::string& out, std::uint32_t point) {
    if (point < 0x80) {
        out.push_back(static_cast<char>(point));
    } else if (point < 0x800) {
        out.push_back(static_cast<char>(0xC0 | point >> 6));
        out.push_back(static_cast<char>(0x80 | (point & 0x3F)));
    } else if (point < 0x10000) {
        out.push_back(static_cast<char>(0xE0 | point >> 12));
        out.push_back(static_cast<char>(0x80 | (point >> 6 & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (point & 0x3F)));
    } else {
        out.push_back(static_cast<char>(0xF0 | point >> 18));
        out.push_back(static_cast<char>(0x80 | (point >> 12 & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (point >> 6 & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (point & 0x3F)));
    }
}

// How many bytes the code point at text[i] has; 0 when it is none (RFC 3629: no surrogates, nothing longer than needed).
std::size_t utf8Length(std::string_view text, std::size_t i) {
    const auto byte = [&](std::size_t k) { return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0u; };
    const auto follows = [&](std::size_t k) { return (byte(k) & 0xC0) == 0x80; };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF && follows(1)) return 2;
    if (first >= 0xE0 && first <= 0xEF && follows(1) && follows(2)) {
        const unsigned point = (first & 0x0F) << 12 | (byte(1) & 0x3F) << 6;
        return point >= 0x800 && (point < 0xD800 || point > 0xDFFF) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4 && follows(1) && follows(2) && follows(3)) {
        const unsigned point = (first & 0x07) << 18 | (byte(1) & 0x3F) << 12;
        return point >= 0x10000 && point <= 0x10FFFF ? 4 : 0;
    }
    return 0;
}

std::string_view withoutQuotes(std::string_view value) { return isText(value) ? value.substr(1, value.size() - 2) : value; }

}  // namespace

struct JsonStream::File {
    gzFile file = nullptr;
    ~File() {
        if (file) gzclose(file);
    }
};

JsonStream::JsonStream(std::unique_ptr<File> file, std::uint64_t size) : m_file(std::move(file)), m_size(size) {}
JsonStream::JsonStream(JsonStream&&) noexcept = default;
JsonStream& JsonStream::operator=(JsonStream&&) noexcept = default;
JsonStream::~JsonStream() = default;

Result<JsonStream> JsonStream::open(const std::filesystem::path& path) {
    // Opened our way first: it says in a sentence what is wrong with the path.
    const auto readable = seekbench::File::open(path, seekbench::File::Mode::Read);
    if (!readable) return readable.error();
    const auto size = readable->size();
    if (!size) return size.error();
    auto file = std::make_unique<File>();
    file->file = gzopen(path.string().c_str(), "rb");
    if (!file->file) return Error(ErrorCode::Io, say("The file %1 could not be opened.", displayPath(path)));
    gzbuffer(file->file, 1u << 18);
    return JsonStream(std::move(file), *size);
}

double JsonStream::fraction() const {
    const auto offset = gzoffset(m_file->file);
    return m_size == 0 || offset < 0 ? 0 : std::min(1.0, static_cast<double>(offset) / static_cast<double>(m_size));
}

bool JsonStream::fill(std::size_t& keep) {
    if (keep > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + keep, m_end - keep);
        m_position -= keep;
        m_end -= keep;
        keep = 0;
    }
    if (m_buffer.size() < m_end + kBlock) m_buffer.resize(m_end + kBlock);
    const int got = gzread(m_file->file, m_buffer.data() + m_end, static_cast<unsigned>(kBlock));
    if (got < 0) m_failed = true;
    if (got <= 0) {
        int code = Z_OK;
        gzerror(m_file->file, &code);
        m_failed = m_failed || (code != Z_OK && code != Z_STREAM_END);
        return false;
    }
    m_end += static_cast<std::size_t>(got);
    return true;
}

char JsonStream::peek() {
    while (true) {
        while (m_position < m_end && isBlank(m_buffer[m_position])) ++m_position;
        if (m_position < m_end) return m_buffer[m_position];
        std::size_t keep = m_position;
        if (!fill(keep)) return 0;
    }
}

bool JsonStream::text(std::string_view& raw) {
    if (peek() != '"') return false;
    if (value(raw) != Entry::Whole) return false;
    raw = raw.substr(1, raw.size() - 2);
    return true;
}

// Walks over the value at `position`. Bytes from `keep` on stay in memory; with `keep` at the position of the walk itself nothing does.
bool JsonStream::scan(std::size_t& position, std::size_t& keep, std::size_t longest, bool& tooLong) {
    const bool keeps = longest > 0;
    std::size_t depth = 0;
    bool inText = false;
    const auto more = [&] {
        if (keeps && position - keep > longest) {
            tooLong = true;
            return false;
        }
        if (!keeps) keep = position;
        const std::size_t given = keep;
        const bool filled = fill(keep);
        position -= given;
        return filled;
    };
    while (true) {
        if (position >= m_end && !more()) return false;
        const char c = m_buffer[position];
        if (inText) {
            // The inner loop over what a trace mostly consists of.
            const char* at = m_buffer.data() + position;
            const char* const end = m_buffer.data() + m_end;
            while (at < end && *at != '"' && *at != '\\') ++at;
            position = static_cast<std::size_t>(at - m_buffer.data());
            if (at == end) continue;
            if (*at == '\\') {
                position += 1;
                if (position >= m_end && !more()) return false;
                ++position;
                continue;
            }
            inText = false;
            ++position;
            if (depth == 0) return true;
            continue;
        }
        ++position;
        if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (depth == 0) {  // the end of what is around a value that is not there
                --position;
                return true;
            }
            if (--depth == 0) return true;
        } else if (depth == 0) {
            // A word: up to what ends it. Where none begins, nothing is taken.
            if (endsWord(c)) {
                --position;
                return true;
            }
            while (true) {
                if (position >= m_end && !more()) return !tooLong;
                if (endsWord(m_buffer[position])) return true;
                ++position;
            }
        }
    }
}

bool JsonStream::skipValue() {
    if (peek() == 0) return false;
    bool tooLong = false;
    std::size_t keep = m_position, position = m_position;
    const bool whole = scan(position, keep, 0, tooLong);
    m_position = position;
    return whole;
}

JsonStream::Entry JsonStream::value(std::string_view& raw) {
    if (peek() == 0) return Entry::Cut;
    bool tooLong = false;
    std::size_t keep = m_position, position = m_position;
    const bool whole = scan(position, keep, kLongestEntry, tooLong);
    if (!whole) return tooLong ? Entry::TooLong : Entry::Cut;
    raw = std::string_view(m_buffer.data() + keep, position - keep);
    m_position = position;
    return Entry::Whole;
}

std::size_t skipBlanks(std::string_view text, std::size_t position) {
    while (position < text.size() && isBlank(text[position])) ++position;
    return position;
}

std::size_t valueEnd(std::string_view text, std::size_t position) {
    if (position >= text.size()) return std::string_view::npos;
    const char first = text[position];
    if (first == '"') return textEnd(text, position);
    if (first != '{' && first != '[') {
        std::size_t i = position;
        while (i < text.size() && !endsWord(text[i])) ++i;
        return i == position ? std::string_view::npos : i;
    }
    std::size_t depth = 0;
    for (std::size_t i = position; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') {
            const std::size_t end = textEnd(text, i);
            if (end == std::string_view::npos) return end;
            i = end - 1;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return i + 1;
        }
    }
    return std::string_view::npos;
}

bool isText(std::string_view value) { return value.size() >= 2 && value.front() == '"' && value.back() == '"'; }

std::string_view content(std::string_view quoted, std::string& scratch) {
    const std::string_view raw = withoutQuotes(quoted);
    if (raw.find('\\') == std::string_view::npos) return raw;
    scratch.clear();
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\' || i + 1 == raw.size()) {
            scratch.push_back(raw[i]);
            continue;
        }
        switch (const char escaped = raw[++i]) {
            case 'n': scratch.push_back('\n'); break;
            case 't': scratch.push_back('\t'); break;
            case 'r': scratch.push_back('\r'); break;
            case 'b': scratch.push_back('\b'); break;
            case 'f': scratch.push_back('\f'); break;
            case 'u': {
                const int unit = codeUnit(raw, i + 1);
                if (unit < 0) {
                    scratch += "\\u";
                    break;
                }
                i += 4;
                const bool isHigh = unit >= 0xD800 && unit < 0xDC00 && raw.substr(i + 1, 2) == "\\u";
                const int low = isHigh ? codeUnit(raw, i + 3) : -1;
                if (low >= 0xDC00 && low < 0xE000) {
                    appendUtf8(scratch,
                               0x10000u + (static_cast<std::uint32_t>(unit - 0xD800) << 10) + static_cast<std::uint32_t>(low - 0xDC00));
                    i += 6;
                } else {
                    appendUtf8(scratch, unit >= 0xD800 && unit < 0xE000 ? 0xFFFDu : static_cast<std::uint32_t>(unit));
                }
                break;
            }
            default: scratch.push_back(escaped);
        }
    }
    return scratch;
}

bool numberOf(std::string_view value, double& number) {
    value = withoutQuotes(value);
    const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
    return failure == std::errc() && end == value.data() + value.size() && std::isfinite(number);
}

bool integerOf(std::string_view value, std::int64_t& number) {
    value = withoutQuotes(value);
    const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
    return failure == std::errc() && end == value.data() + value.size();
}

bool nanosecondsOf(std::string_view value, std::int64_t& nanoseconds) {
    value = withoutQuotes(value);
    std::size_t i = 0;
    const bool negative = i < value.size() && value[i] == '-';
    if (negative) ++i;
    std::int64_t whole = 0;
    const std::size_t firstDigit = i;
    for (; i < value.size() && value[i] >= '0' && value[i] <= '9'; ++i) {
        whole = whole * 10 + (value[i] - '0');
        if (whole > kLatestTime / 1000) return false;
    }
    if (i == firstDigit) return false;
    std::int64_t fraction = 0;
    if (i < value.size() && value[i] == '.') {
        std::int64_t unit = 100;
        bool roundUp = false;
        for (++i; i < value.size() && value[i] >= '0' && value[i] <= '9'; ++i) {
            if (unit == 0) {
                roundUp = value[i] >= '5';
                while (i < value.size() && value[i] >= '0' && value[i] <= '9') ++i;
                break;
            }
            fraction += (value[i] - '0') * unit;
            unit /= 10;
        }
        fraction += roundUp;
    }
    if (i != value.size()) {  // an exponent, or no number at all
        double number = 0;
        if (!numberOf(value, number) || std::abs(number) > static_cast<double>(kLatestTime / 1000)) return false;
        nanoseconds = std::llround(number * 1000);
        return true;
    }
    const std::int64_t sum = whole * 1000 + fraction;
    if (sum > kLatestTime) return false;
    nanoseconds = negative ? -sum : sum;
    return true;
}

bool isUtf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8Length(text, i);
        if (length == 0) return false;
        i += length;
    }
    return true;
}

std::string asUtf8(std::string_view text) {
    std::string clean;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8Length(text, i);
        clean += length == 0 ? std::string_view("\xEF\xBF\xBD") : text.substr(i, length);
        i += std::max<std::size_t>(length, 1);
    }
    return clean;
}

}  // namespace seekbench
