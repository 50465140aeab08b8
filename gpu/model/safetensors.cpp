// SPDX-License-Identifier: Apache-2.0
#include "gpu/model/safetensors.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/base/json.h"
#include "gpu/training/torch_error.h"

namespace seekbench {
namespace {

static_assert(std::endian::native == std::endian::little, "the bytes of a tensor are written as they lie in memory");

constexpr std::uint64_t kLengthBytes = 8;
constexpr std::uint64_t kLongestHeader = 100'000'000;  // the limit of the format's reference implementation
constexpr std::string_view kMetadataKey = "__metadata__";

struct ElementName {
    at::ScalarType type;
    std::string_view name;
};
// BOOL is left out on purpose: no weight is one, and its bytes would have to be checked one by one.
constexpr std::array<ElementName, 9> kElementNames{{{at::kDouble, "F64"},
                                                    {at::kFloat, "F32"},
                                                    {at::kHalf, "F16"},
                                                    {at::kBFloat16, "BF16"},
                                                    {at::kLong, "I64"},
                                                    {at::kInt, "I32"},
                                                    {at::kShort, "I16"},
                                                    {at::kChar, "I8"},
                                                    {at::kByte, "U8"}}};

std::optional<std::string_view> nameOf(at::ScalarType type) {
    const auto found =
        std::find_if(kElementNames.begin(), kElementNames.end(), [&](const ElementName& entry) { return entry.type == type; });
    return found == kElementNames.end() ? std::nullopt : std::optional(found->name);
}

std::optional<at::ScalarType> typeOf(std::string_view name) {
    const auto found =
        std::find_if(kElementNames.begin(), kElementNames.end(), [&](const ElementName& entry) { return entry.name == name; });
    return found == kElementNames.end() ? std::nullopt : std::optional(found->type);
}

std::span<const std::byte> bytesOf(const at::Tensor& tensor) { return {static_cast<const std::byte*>(tensor.data_ptr()), tensor.nbytes()}; }
std::span<std::byte> writableBytesOf(const at::Tensor& tensor) { return {static_cast<std::byte*>(tensor.data_ptr()), tensor.nbytes()}; }

at::Tensor onHost(const at::Tensor& tensor) { return tensor.detach().to(at::kCPU).contiguous(); }

Error malformed(Message what) {
    return Error(ErrorCode::Corrupt, std::move(what), say("Use another copy of the file; this one is damaged or not a safetensors file."));
}

// One entry of the header, checked by itself; its place among the others is checked in checkPlaces().
struct Entry {
    std::string name;
    at::ScalarType type = at::kFloat;
    std::vector<std::int64_t> sizes;
    std::uint64_t begin = 0, end = 0;
};

// The bytes of a tensor, or nothing when its number of elements (zeros counted as ones: strides are made of them) overflows.
std::optional<std::uint64_t> byteCount(const std::vector<std::int64_t>& sizes, at::ScalarType type) {
    std::uint64_t spread = at::elementSize(type);
    bool empty = false;
    for (const std::int64_t size : sizes) {
        empty |= size == 0;
        const auto extent = static_cast<std::uint64_t>(std::max<std::int64_t>(size, 1));
        if (spread > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) / extent) return std::nullopt;
        spread *= extent;
    }
    return empty ? 0 : spread;
}

Result<Entry> entryFromJson(const std::string& name, const Json& json) {
    const auto isNaturalArray = [&](const char* key) {
        return json.contains(key) && json[key].is_array() && std::all_of(json[key].begin(), json[key].end(), [](const Json& number) {
                   return number.is_number_unsigned() &&
                          number.get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
               });
    };
    if (!json.is_object() || !json.contains("dtype") || !json["dtype"].is_string() || !isNaturalArray("shape") ||
        !isNaturalArray("data_offsets") || json["data_offsets"].size() != 2)
        return malformed(say("The header entry of the tensor %1 has no valid \"dtype\", \"shape\" and \"data_offsets\".", name));
    const auto& typeName = json["dtype"].get_ref<const std::string&>();
    const auto type = typeOf(typeName);
    if (!type)
        return Error(ErrorCode::Unsupported, say("The tensor %1 has the element type %2, which Seekbench does not read.", name, typeName),
                     say("Convert the tensor to F32 with the program that wrote the file."));
    Entry entry{name, *type, json["shape"].get<std::vector<std::int64_t>>(), json["data_offsets"][0], json["data_offsets"][1]};
    const auto bytes = byteCount(entry.sizes, entry.type);
    if (!bytes || entry.end < entry.begin || entry.end - entry.begin != *bytes)
        return malformed(say("The data of the tensor %1 is not as long as its shape says.", name));
    return entry;
}

// The tensors must fill the data exactly: no gap, no overlap, nothing beyond the end.
Result<void> checkPlaces(const std::vector<Entry>& entries, std::uint64_t dataSize) {
    std::uint64_t reached = 0;
    for (const Entry& entry : entries) {
        if (entry.begin != reached) return malformed(say("The tensor %1 does not begin where the one before it ends.", entry.name));
        reached = entry.end;
    }
    if (reached != dataSize) return malformed(say("The tensors fill %1 bytes, but the file holds %2 bytes of data.", reached, dataSize));
    return {};
}

// Reads exactly `bytes`; a file that became shorter meanwhile is damaged.
Result<void> readExactly(const File& file, std::uint64_t offset, std::span<std::byte> bytes) {
    auto got = file.readAt(offset, bytes);
    if (!got) return got.error();
    if (*got != bytes.size()) return malformed(say("The file ends after %1 bytes, in the middle of its content.", offset + *got));
    return {};
}

Result<std::vector<Entry>> readEntries(const File& file, std::uint64_t fileSize, std::uint64_t headerSize) {
    std::string header(headerSize, '\0');
    if (auto read = readExactly(file, kLengthBytes, std::as_writable_bytes(std::span(header))); !read) return read.error();
    auto json = parseJson(header, {.bytes = kLongestHeader, .depth = 4});
    if (!json) return json.error().in(say("reading the header"));
    if (!json->is_object()) return malformed(say("The header is not a JSON object."));
    std::vector<Entry> entries;
    for (const auto& [name, value] : json->items()) {
        if (name == kMetadataKey) continue;
        auto entry = entryFromJson(name, value);
        if (!entry) return entry.error();
        entries.push_back(std::move(*entry));
    }
    // Empty tensors share their place with a neighbour: the end decides.
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
    if (auto placed = checkPlaces(entries, fileSize - kLengthBytes - headerSize); !placed) return placed.error();
    return entries;
}

Result<std::vector<NamedTensor>> read(const std::filesystem::path& path) {
    auto file = File::open(path, File::Mode::Read);
    if (!file) return file.error();
    const auto size = file->size();
    if (!size) return size.error();
    std::uint64_t headerSize = 0;
    if (*size < kLengthBytes) return malformed(say("The file is only %1 bytes long.", *size));
    if (auto length = readExactly(*file, 0, std::as_writable_bytes(std::span(&headerSize, 1))); !length) return length.error();
    if (headerSize > kLongestHeader || headerSize > *size - kLengthBytes)
        return malformed(say("The header is said to be %1 bytes long, which cannot be.", headerSize));
    auto entries = readEntries(*file, *size, headerSize);
    if (!entries) return entries.error();
    std::vector<NamedTensor> tensors;
    for (const Entry& entry : *entries) {
        at::Tensor tensor = at::empty(entry.sizes, entry.type);
        if (auto data = readExactly(*file, kLengthBytes + headerSize + entry.begin, writableBytesOf(tensor)); !data) return data.error();
        tensors.emplace_back(entry.name, std::move(tensor));
    }
    return tensors;
}

Result<std::string> headerOf(const std::vector<NamedTensor>& tensors, const TensorMetadata& metadata) {
    Json header = Json::object();
    if (!metadata.empty()) header[std::string(kMetadataKey)] = metadata;
    std::uint64_t offset = 0;
    for (const auto& [name, tensor] : tensors) {
        const auto type = nameOf(tensor.scalar_type());
        if (!type)
            return Error(ErrorCode::Unsupported,
                         say("The tensor %1 has an element type that safetensors files of Seekbench do not hold.", name));
        if (name == kMetadataKey || header.contains(name)) return Error(ErrorCode::InvalidInput, say("Two tensors are named %1.", name));
        const std::uint64_t bytes = static_cast<std::uint64_t>(tensor.numel()) * tensor.element_size();
        header[name] = {{"dtype", *type}, {"shape", tensor.sizes().vec()}, {"data_offsets", {offset, offset + bytes}}};
        offset += bytes;
    }
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' ');
    return text;
}

Result<void> write(const std::filesystem::path& path, const std::vector<NamedTensor>& tensors, const TensorMetadata& metadata) {
    const auto header = headerOf(tensors, metadata);
    if (!header) return header.error();
    auto file = File::open(path, File::Mode::CreateNew);
    if (!file) return file.error();
    const std::uint64_t headerSize = header->size();
    if (auto written = file->write(std::as_bytes(std::span(&headerSize, 1))); !written) return written;
    if (auto written = file->write(*header); !written) return written;
    for (const auto& [name, tensor] : tensors)
        if (auto written = file->write(bytesOf(onHost(tensor))); !written) return written;
    return file->sync();
}

}  // namespace

Result<void> writeSafetensors(const std::filesystem::path& path, const std::vector<NamedTensor>& tensors, const TensorMetadata& metadata) {
    Result<void> result;
    try {
        result = write(path, tensors, metadata);
    } catch (const std::exception& exception) {  // torch out of memory, a name that is not UTF-8
        result = errorFrom(exception);
    }
    if (result) return result;
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    return result.error().in(say("writing %1", displayPath(path)));
}

Result<std::vector<NamedTensor>> readSafetensors(const std::filesystem::path& path) {
    try {
        auto tensors = read(path);
        if (!tensors) return tensors.error().in(say("reading %1", displayPath(path)));
        return tensors;
    } catch (const std::exception& exception) {  // torch out of memory
        return Error(ErrorCode::Failed, say("The tensors could not be read: %1", exception.what()))
            .in(say("reading %1", displayPath(path)));
    }
}

std::string fingerprintOf(const std::vector<NamedTensor>& tensors) {
    std::vector<const NamedTensor*> ordered;
    for (const NamedTensor& tensor : tensors) ordered.push_back(&tensor);
    std::sort(ordered.begin(), ordered.end(), [](const NamedTensor* a, const NamedTensor* b) { return a->first < b->first; });
    Fingerprint fingerprint;
    for (const NamedTensor* entry : ordered) {
        const at::Tensor tensor = onHost(entry->second);
        // Lengths before contents, so that no two different lists run together into the same bytes.
        std::vector<std::int64_t> form{static_cast<std::int64_t>(entry->first.size()), static_cast<std::int64_t>(tensor.scalar_type()),
                                       tensor.dim()};
        form.insert(form.end(), tensor.sizes().begin(), tensor.sizes().end());
        fingerprint.add(std::as_bytes(std::span(form)));
        fingerprint.add(std::as_bytes(std::span(entry->first)));
        fingerprint.add(bytesOf(tensor));
    }
    return fingerprint.hex();
}

}  // namespace seekbench
