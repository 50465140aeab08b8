// SPDX-License-Identifier: Apache-2.0

// MetaImage headers (.mhd with its voxels in a .raw or .zraw beside it, .mha with both in one file): lines "Key = Value" in any order, of
// which ElementDataFile is the last. The format is that of ITK's MetaIO library.

#include <algorithm>
#include <charconv>
#include <map>
#include <string>

#include "core/base/file.h"
#include "core/data/readers/volume.h"

namespace seekbench {
namespace {

constexpr std::int64_t kLongestHeader = 64 << 10;

using Fields = std::map<std::string, std::string, std::less<>>;

Error wrong(Message what) { return Error(ErrorCode::InvalidInput, std::move(what), say("Write the file anew with ITK or a viewer.")); }

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r"), last = text.find_last_not_of(" \t\r");
    return first == std::string_view::npos ? std::string_view() : text.substr(first, last - first + 1);
}

// The numbers of a field; a default when it is not there.
template <class Number>
Result<std::vector<Number>> numbersOf(const Fields& fields, std::initializer_list<std::string_view> names, std::size_t count,
                                      std::vector<Number> standard) {
    for (const std::string_view name : names) {
        const auto field = fields.find(name);
        if (field == fields.end()) continue;
        std::vector<Number> numbers;
        std::string_view rest = trimmed(field->second);
        while (!rest.empty()) {
            Number number{};
            const auto [end, failure] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
            if (failure != std::errc()) return wrong(say("The field %1 holds \"%2\", where numbers are wanted.", name, field->second));
            numbers.push_back(number);
            rest = trimmed(rest.substr(static_cast<std::size_t>(end - rest.data())));
        }
        if (numbers.size() != count) return wrong(say("The field %1 holds %2 numbers; %3 are wanted.", name, numbers.size(), count));
        return numbers;
    }
    return standard;
}

bool isTrue(const Fields& fields, std::initializer_list<std::string_view> names) {
    return std::ranges::any_of(names, [&](std::string_view name) {
        const auto field = fields.find(name);
        return field != fields.end() && (field->second.starts_with("T") || field->second.starts_with("t") || field->second == "1");
    });
}

Result<NumberType> typeOf(std::string_view name) {
    static constexpr std::pair<std::string_view, NumberType> kTypes[] = {
        {"MET_UCHAR", NumberType::UInt8},     {"MET_CHAR", NumberType::Int8},     {"MET_USHORT", NumberType::UInt16},
        {"MET_SHORT", NumberType::Int16},     {"MET_UINT", NumberType::UInt32},   {"MET_INT", NumberType::Int32},
        {"MET_ULONG", NumberType::UInt32},    {"MET_LONG", NumberType::Int32},    {"MET_ULONG_LONG", NumberType::UInt64},
        {"MET_LONG_LONG", NumberType::Int64}, {"MET_FLOAT", NumberType::Float32}, {"MET_DOUBLE", NumberType::Float64},
    };
    constexpr std::string_view kArray = "_ARRAY";
    if (name.ends_with(kArray)) name.remove_suffix(kArray.size());
    for (const auto& [known, type] : kTypes)
        if (known == name) return type;
    return wrong(say("The elements are of the type \"%1\", which is not read.", name));
}

// The fields up to ElementDataFile, and where the header ends.
struct HeaderText {
    Fields fields;
    std::int64_t end = 0;
};

Result<HeaderText> headerOf(const std::filesystem::path& path) {
    const std::int64_t fileBytes = regularFileBytes(path);
    const auto bytes = readRange(path, 0, std::min(kLongestHeader, std::max<std::int64_t>(0, fileBytes)));
    if (!bytes) return bytes.error();
    const std::string_view text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    HeaderText header;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        const auto equals = line.find('=');
        if (equals == std::string_view::npos) {
            if (trimmed(line).empty()) continue;
            break;
        }
        const std::string key(trimmed(line.substr(0, equals)));
        header.fields[key] = std::string(trimmed(line.substr(equals + 1)));
        if (key != "ElementDataFile") continue;
        header.end = static_cast<std::int64_t>(begin);
        return header;
    }
    return wrong(say("This is not a MetaImage file: no line says ElementDataFile."));
}

Result<void> readSizes(const Fields& fields, VolumeHeader& header, std::size_t& rank) {
    const auto ranks = numbersOf<std::int64_t>(fields, {"NDims"}, 1, {3});
    if (!ranks) return ranks.error();
    if ((*ranks)[0] < 1 || (*ranks)[0] > 10)
        return wrong(say("The header says that there are %1 dimensions; 1 to 3 are read.", (*ranks)[0]));
    rank = static_cast<std::size_t>((*ranks)[0]);
    const auto sizes = numbersOf<std::int64_t>(fields, {"DimSize"}, rank, {});
    if (!sizes) return sizes.error();
    if (sizes->empty()) return wrong(say("No line says DimSize."));
    for (std::size_t axis = 0; axis < sizes->size(); ++axis) {
        if (axis < 3) header.sizes[2 - axis] = (*sizes)[axis];
        if (axis >= 3 && (*sizes)[axis] != 1) return wrong(say("The volume has %1 dimensions; up to three are read.", rank));
    }
    const auto channels = numbersOf<std::int64_t>(fields, {"ElementNumberOfChannels"}, 1, {1});
    if (!channels) return channels.error();
    header.channels = (*channels)[0];
    return {};
}

Result<void> readGeometry(const Fields& fields, VolumeHeader& header, std::size_t rank) {
    std::vector<double> ones(rank, 1.0), zeros(rank, 0.0), unit(rank * rank, 0.0);
    for (std::size_t i = 0; i < rank; ++i) unit[i * rank + i] = 1;
    const auto spacing = numbersOf<double>(fields, {"ElementSpacing", "ElementSize"}, rank, ones);
    if (!spacing) return spacing.error();
    const auto origin = numbersOf<double>(fields, {"Offset", "Position", "Origin"}, rank, zeros);
    if (!origin) return origin.error();
    // A line of the matrix is the direction of an axis, as ITK reads it.
    const auto matrix = numbersOf<double>(fields, {"TransformMatrix", "Rotation", "Orientation"}, rank * rank, unit);
    if (!matrix) return matrix.error();
    for (std::size_t i = 0; i < std::min<std::size_t>(rank, 3); ++i) {
        header.spacing[i] = (*spacing)[i];
        header.origin[i] = (*origin)[i];
        for (std::size_t j = 0; j < std::min<std::size_t>(rank, 3); ++j) header.axes[i][j] = (*matrix)[i * rank + j];
    }
    return {};
}

Result<void> readStorage(const HeaderText& text, const std::filesystem::path& path, VolumeHeader& header) {
    const Fields& fields = text.fields;
    const std::string& file = fields.at("ElementDataFile");
    if (const auto binary = fields.find("BinaryData"); binary != fields.end() && !isTrue(fields, {"BinaryData"}))
        return wrong(say("The voxels are written as text; only binary ones are read."));
    if (file.starts_with("LIST") || file.find('%') != std::string::npos)
        return wrong(say("The voxels are spread over several files; only one is read."));
    if (file.empty() || file.find('\0') != std::string::npos) return wrong(say("ElementDataFile names no file."));
    header.order = isTrue(fields, {"BinaryDataByteOrderMSB", "ElementByteOrderMSB"}) ? std::endian::big : std::endian::little;
    header.storage = isTrue(fields, {"CompressedData"}) ? VolumeHeader::Storage::Zlib : VolumeHeader::Storage::Plain;
    const bool local = file == "LOCAL" || file == "Local" || file == "local";
    header.dataFile = local ? path : path.parent_path() / std::filesystem::path(std::u8string(file.begin(), file.end()));
    header.dataOffset = local ? text.end : 0;
    const auto skipped = numbersOf<std::int64_t>(fields, {"HeaderSize"}, 1, {0});
    if (!skipped) return skipped.error();
    const std::int64_t bytes = (*skipped)[0];
    if (bytes < -1 || bytes > kLargestArrayBytes) return wrong(say("HeaderSize is %1; it must be -1 or a number of bytes.", bytes));
    if (bytes > 0) header.dataOffset = bytes;
    // -1: the voxels are what stands at the end of the file.
    if (bytes == -1 && header.storage == VolumeHeader::Storage::Plain)
        header.dataOffset = std::max<std::int64_t>(0, regularFileBytes(header.dataFile) - header.dataBytes());
    return {};
}

}  // namespace

Result<VolumeHeader> readMetaImageHeader(const std::filesystem::path& path) {
    const auto text = headerOf(path);
    if (!text) return text.error();
    if (const auto object = text->fields.find("ObjectType"); object != text->fields.end() && object->second != "Image")
        return wrong(say("The file holds an object of the type \"%1\" and no image.", object->second));
    const auto type = text->fields.find("ElementType");
    if (type == text->fields.end()) return wrong(say("No line says ElementType."));
    VolumeHeader header;
    const auto number = typeOf(type->second);
    if (!number) return number.error();
    header.type = *number;
    std::size_t rank = 3;
    if (auto done = readSizes(text->fields, header, rank); !done) return done.error();
    if (auto done = readGeometry(text->fields, header, rank); !done) return done.error();
    if (auto good = checkGeometry(header); !good) return good.error();  // before sizes are multiplied
    if (auto done = readStorage(*text, path, header); !done) return done.error();
    return header;
}

}  // namespace seekbench
