// SPDX-License-Identifier: Apache-2.0
#include "core/data/readers/npy.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>
#include <string_view>

#include "core/base/file.h"
#include "core/data/readers/zip_archive.h"

namespace seekbench {
namespace {

constexpr std::string_view kMagic = "\x93NUMPY";
constexpr std::size_t kMostDimensions = 32;  // NumPy's own limit

Error wrong(Message what) {
    return Error(ErrorCode::InvalidInput, std::move(what), say("Save it with numpy.save() as an array of plain numbers."));
}

// The dictionary of the header: {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }. A tiny part of Python, and no more.
class HeaderParser {
public:
    explicit HeaderParser(std::string_view text) : m_rest(text) {}

    bool parse() {
        if (!take("{")) return false;
        while (!take("}")) {
            const auto key = quoted();
            if (!key || !take(":")) return false;
            if (*key == "descr") {
                descr = quoted();
                if (!descr) return false;
            } else if (*key == "fortran_order") {
                if (take("True"))
                    fortran = true;
                else if (!take("False"))
                    return false;
                else
                    fortran = false;
            } else if (*key == "shape") {
                if (!tuple()) return false;
            } else {
                return false;
            }
            if (!take(",") && !startsWith("}")) return false;
        }
        return descr && fortran && shape;
    }

    std::optional<std::string_view> descr;
    std::optional<bool> fortran;
    std::optional<std::vector<std::int64_t>> shape;

private:
    void skipSpace() { m_rest.remove_prefix(std::min(m_rest.find_first_not_of(" \t\n"), m_rest.size())); }
    bool startsWith(std::string_view word) {
        skipSpace();
        return m_rest.starts_with(word);
    }
    bool take(std::string_view word) {
        if (!startsWith(word)) return false;
        m_rest.remove_prefix(word.size());
        return true;
    }
    std::optional<std::string_view> quoted() {
        skipSpace();
        if (m_rest.empty() || (m_rest[0] != '\'' && m_rest[0] != '"')) return std::nullopt;
        const auto end = m_rest.find(m_rest[0], 1);
        if (end == std::string_view::npos) return std::nullopt;
        const auto text = m_rest.substr(1, end - 1);
        m_rest.remove_prefix(end + 1);
        return text;
    }
    bool tuple() {
        if (!take("(")) return false;
        shape.emplace();
        while (!take(")")) {
            skipSpace();
            std::int64_t size = 0;
            const auto [end, failure] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), size);
            if (failure != std::errc() || shape->size() == kMostDimensions) return false;
            m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
            shape->push_back(size);
            if (!take(",") && !startsWith(")")) return false;
        }
        return true;
    }

    std::string_view m_rest;
};

std::optional<std::pair<NumberType, std::endian>> typeOf(std::string_view descr) {
    static constexpr std::pair<std::string_view, NumberType> kTypes[] = {
        {"b1", NumberType::UInt8}, {"u1", NumberType::UInt8},   {"i1", NumberType::Int8},    {"u2", NumberType::UInt16},
        {"i2", NumberType::Int16}, {"u4", NumberType::UInt32},  {"i4", NumberType::Int32},   {"u8", NumberType::UInt64},
        {"i8", NumberType::Int64}, {"f2", NumberType::Float16}, {"f4", NumberType::Float32}, {"f8", NumberType::Float64},
    };
    if (descr.empty()) return std::nullopt;
    const std::endian order = descr[0] == '>' ? std::endian::big : std::endian::little;
    if (std::string_view("<>|=").find(descr[0]) != std::string_view::npos) descr.remove_prefix(1);
    for (const auto& [name, type] : kTypes)
        if (name == descr) return std::pair(type, order);
    return std::nullopt;
}

// From column-major to row-major: the last index runs fastest in the result.
Bytes rowMajor(const Bytes& columnMajor, const std::vector<std::int64_t>& sizes, std::size_t width) {
    Bytes rows(columnMajor.size());
    std::vector<std::size_t> strides(sizes.size(), width);  // in the column-major array
    for (std::size_t axis = 1; axis < sizes.size(); ++axis) strides[axis] = strides[axis - 1] * static_cast<std::size_t>(sizes[axis - 1]);
    std::vector<std::int64_t> index(sizes.size(), 0);
    std::size_t from = 0;
    for (std::size_t to = 0; to < rows.size(); to += width) {
        std::memcpy(rows.data() + to, columnMajor.data() + from, width);
        for (std::size_t axis = sizes.size(); axis-- > 0;) {
            from += strides[axis];
            if (++index[axis] < sizes[axis]) break;
            from -= strides[axis] * static_cast<std::size_t>(sizes[axis]);
            index[axis] = 0;
        }
    }
    return rows;
}

bool isArchive(const std::filesystem::path& path) {
    const auto start = readRange(path, 0, 4);
    return start && std::memcmp(start->data(), "PK\x03\x04", 4) == 0;
}

Result<Bytes> memberOf(const std::filesystem::path& path, const std::string& name) {
    constexpr std::string_view kEnding = ".npy";
    const auto entries = listZip(path);
    if (!entries) return entries.error();
    std::string names;
    const ZipEntry* chosen = nullptr;
    std::size_t arrays = 0;
    for (const ZipEntry& entry : *entries) {
        const std::string array = entry.name.ends_with(kEnding) ? entry.name.substr(0, entry.name.size() - kEnding.size()) : entry.name;
        names += (names.empty() ? "" : ", ") + array;
        ++arrays;
        if (name.empty() || array == name || entry.name == name) chosen = &entry;
    }
    if (chosen == nullptr || (name.empty() && arrays > 1))
        return Error(ErrorCode::NotFound,
                     name.empty() ? say("The archive holds several arrays.") : say("The archive holds no array \"%1\".", name),
                     say("Name one of: %1.", names));
    return readZip(path, *chosen);
}

}  // namespace

Result<NumberArray> parseNpy(std::span<const std::byte> file) {
    const std::string_view text(reinterpret_cast<const char*>(file.data()), file.size());
    if (!text.starts_with(kMagic) || text.size() < 12) return wrong(say("This is not a NumPy array."));
    const int version = static_cast<unsigned char>(text[6]);
    if (version < 1 || version > 3) return wrong(say("The array has version %1 of the format; 1 to 3 are read.", version));
    const std::size_t lengthBytes = version == 1 ? 2 : 4, begin = 8 + lengthBytes;
    std::size_t length = 0;
    for (std::size_t i = lengthBytes; i-- > 0;) length = length << 8 | static_cast<unsigned char>(text[8 + i]);
    if (length > text.size() - begin) return wrong(say("The header of the array is longer than the file."));
    HeaderParser header(text.substr(begin, length));
    if (!header.parse()) return wrong(say("The header of the array is not one of plain numbers."));
    const auto type = typeOf(*header.descr);
    if (!type) return wrong(say("The elements are of the type \"%1\", which is not read.", *header.descr));
    NumberArray array{.sizes = *header.shape, .type = type->first, .bytes = {}};
    const std::int64_t width = bytesOf(array.type);
    const auto expected = arrayBytes(array.sizes, width);
    const auto there = static_cast<std::int64_t>(text.size() - begin - length);
    if (!expected) return wrong(say("The sizes of the array are below 1 or too large: more than %1 bytes.", kLargestArrayBytes));
    if (*expected != there)
        return Error(ErrorCode::Corrupt, say("The header announces %1 bytes of numbers; the file holds %2.", *expected, there),
                     say("Get the file again."));
    const auto data = file.subspan(begin + length);
    array.bytes.assign(data.begin(), data.end());
    toNativeOrder(array.bytes, array.type, type->second);
    if (*header.fortran && array.sizes.size() > 1) array.bytes = rowMajor(array.bytes, array.sizes, static_cast<std::size_t>(width));
    return array;
}

Result<NumberArray> readNpy(const std::filesystem::path& path, const std::string& name) {
    const auto file = isArchive(path) ? memberOf(path, name) : readRange(path, 0, std::max<std::int64_t>(0, regularFileBytes(path)));
    if (!file) return file.error().in(say("reading %1", displayPath(path)));
    auto array = parseNpy(*file);
    if (!array) return array.error().in(say("reading %1", displayPath(path)));
    return array;
}

}  // namespace seekbench
