// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tokens of a large JSON text, read piece by piece from a file, plain or gzip. Made for traces, not for JSON at large: it wants one
// entry of a list in memory at a time, forgives what real traces get wrong (control characters in texts, a missing end), and gives values
// as the text that stands in the file. The rest of the house parses with nlohmann/json; its SAX parser needs 2.5 times as long for a trace
// because it copies each text and makes each number. Private to core/trace.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace seekbench {

// A JsonStream holds a stretch of the file. Views into it are good until fill() or next() is called. One thread owns it.
class JsonStream {
public:
    static constexpr std::size_t kLongestEntry = 16u << 20;

    static Result<JsonStream> open(const std::filesystem::path& path);
    JsonStream(JsonStream&&) noexcept;
    JsonStream& operator=(JsonStream&&) noexcept;
    ~JsonStream();

    // Passes over blanks and gives the character that follows without taking it; 0 at the end.
    char peek();
    void take() { ++m_position; }
    // A text that begins here, as it stands between its quotes. Nothing when none is here or it has no end.
    bool text(std::string_view& raw);
    // Passes over a value of any length and depth. False when the text ends before the value.
    bool skipValue();
    // The value that begins here as it stands in the file, at most kLongestEntry bytes of it. Whole: `raw` is set and it is passed over.
    enum class Entry { Whole, Cut, TooLong };
    Entry value(std::string_view& raw);

    bool failed() const { return m_failed; }  // the file could not be read or unpacked to its end
    double fraction() const;                  // how much of the file has been read, 0 … 1

private:
    struct File;
    explicit JsonStream(std::unique_ptr<File> file, std::uint64_t size);
    // Makes more bytes follow m_position; those before `keep` are given up. False at the end of the file.
    bool fill(std::size_t& keep);
    bool scan(std::size_t& position, std::size_t& keep, std::size_t longest, bool& tooLong);

    std::unique_ptr<File> m_file;
    std::uint64_t m_size = 0;
    std::vector<char> m_buffer;  // [0, m_end) is the stretch
    std::size_t m_position = 0, m_end = 0;
    bool m_failed = false;
};

// --- values as they stand in the file ---

// Walks the fields of an object's text: `field` gets the key (raw) and the value (raw). False when the object is not well formed; what
// came before has been given.
template <class Field>
bool eachField(std::string_view object, Field field);

// Where the value ends that begins at text[position] (no blanks before it); npos when it has no end within the text.
std::size_t valueEnd(std::string_view text, std::size_t position);
std::size_t skipBlanks(std::string_view text, std::size_t position);

bool isText(std::string_view value);
// A text's content: `raw` itself when it has no escapes, otherwise `scratch` filled with what they mean.
std::string_view content(std::string_view quoted, std::string& scratch);
// A number, also when it stands in quotes; nothing for anything else.
bool numberOf(std::string_view value, double& number);
bool integerOf(std::string_view value, std::int64_t& number);
// Microseconds as nanoseconds: digit by digit, because 1.7e15 µs with three decimals do not fit into a double. False when it is no number
// or beyond ±kLatestTime.
bool nanosecondsOf(std::string_view microseconds, std::int64_t& nanoseconds);

// Bytes that are no UTF-8 become U+FFFD.
bool isUtf8(std::string_view text);
std::string asUtf8(std::string_view text);

template <class Field>
bool eachField(std::string_view object, Field field) {
    std::size_t at = skipBlanks(object, 0);
    if (at >= object.size() || object[at] != '{') return false;
    at = skipBlanks(object, at + 1);
    while (at < object.size() && object[at] != '}') {
        if (object[at] != '"') return false;
        const std::size_t keyEnd = valueEnd(object, at);
        if (keyEnd == std::string_view::npos) return false;
        const std::string_view key = object.substr(at + 1, keyEnd - at - 2);
        at = skipBlanks(object, keyEnd);
        if (at >= object.size() || object[at] != ':') return false;
        at = skipBlanks(object, at + 1);
        const std::size_t end = valueEnd(object, at);
        if (end == std::string_view::npos) return false;
        field(key, object.substr(at, end - at));
        at = skipBlanks(object, end);
        if (at < object.size() && object[at] == ',') at = skipBlanks(object, at + 1);
    }
    return at < object.size();
}

}  // namespace seekbench
