// SPDX-License-Identifier: Apache-2.0
#include "core/run/tensor_file_difference.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <map>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/file.h"
#include "core/base/json.h"

namespace seekbench {
namespace {

constexpr std::uint64_t kLengthBytes = 8;
constexpr std::uint64_t kLongestHeader = 100'000'000;
constexpr std::uint64_t kBlock = 1 << 20;  // a multiple of every element's size

struct Place {
    std::string type, shape;
    std::uint64_t begin = 0, end = 0;  // from the beginning of the file
    bool operator==(const Place&) const = default;
};
using Places = std::map<std::string, Place>;

Error damaged(const std::filesystem::path& path) {
    return Error(ErrorCode::Corrupt, say("%1 is damaged or not a safetensors file.", displayPath(path)));
}

class TensorFile {
public:
    static Result<TensorFile> open(const std::filesystem::path& path) {
        auto file = File::open(path, File::Mode::Read);
        if (!file) return file.error();
        const std::uint64_t size = file->size().valueOr(0);
        std::uint64_t header = 0;
        const auto got = file->readAt(0, std::as_writable_bytes(std::span(&header, 1)));
        if (!got || *got != kLengthBytes || header > kLongestHeader || header > size - kLengthBytes) return damaged(path);
        std::string text(header, '\0');
        const auto read = file->readAt(kLengthBytes, std::as_writable_bytes(std::span(text)));
        auto json = parseJson(text, {.bytes = kLongestHeader, .depth = 4});
        if (!read || *read != header || !json || !json->is_object()) return damaged(path);
        TensorFile result(std::move(*file), path);
        try {
            for (const auto& [name, entry] : json->items()) {
                if (name == "__metadata__") continue;
                Place place{entry.at("dtype").get<std::string>(), entry.at("shape").dump(), entry.at("data_offsets").at(0),
                            entry.at("data_offsets").at(1)};
                place.begin += kLengthBytes + header;
                place.end += kLengthBytes + header;
                if (place.begin > place.end || place.end > size) return damaged(path);
                result.m_places.emplace(name, std::move(place));
            }
        } catch (const std::exception&) {  // of nlohmann: another type than the format has
            return damaged(path);
        }
        return result;
    }

    const Places& places() const { return m_places; }
    Result<void> read(std::uint64_t offset, std::span<std::byte> bytes) const {
        const auto got = m_file.readAt(offset, bytes);
        if (!got) return got.error();
        return *got == bytes.size() ? Result<void>() : damaged(m_path);
    }

private:
    TensorFile(File file, std::filesystem::path path) : m_file(std::move(file)), m_path(std::move(path)) {}
    File m_file;
    std::filesystem::path m_path;
    Places m_places;
};

std::size_t elementBytes(const std::string& type) {
    if (type == "F64" || type == "I64" || type == "U64") return 8;
    if (type == "F32" || type == "I32" || type == "U32") return 4;
    if (type == "F16" || type == "BF16" || type == "I16" || type == "U16") return 2;
    return 1;
}

template <class Real>
double distance(const std::byte* a, const std::byte* b) {
    Real x, y;
    std::memcpy(&x, a, sizeof x);
    std::memcpy(&y, b, sizeof y);
    return std::abs(static_cast<double>(x) - static_cast<double>(y));
}

double greater(double a, double b) { return std::isnan(a) || std::isnan(b) ? std::numeric_limits<double>::quiet_NaN() : std::max(a, b); }

// Of two tensors of the same type and shape; `elements` 0: they are equal.
Result<TensorDifference> compare(const TensorFile& a, const Place& inA, const TensorFile& b, const Place& inB) {
    const std::size_t size = elementBytes(inA.type);
    TensorDifference difference;
    difference.ofElements = static_cast<std::int64_t>((inA.end - inA.begin) / size);
    std::vector<std::byte> left, right;
    for (std::uint64_t done = 0; done < inA.end - inA.begin; done += left.size()) {
        left.resize(std::min(kBlock, inA.end - inA.begin - done));
        right.resize(left.size());
        if (auto read = a.read(inA.begin + done, left); !read) return read.error();
        if (auto read = b.read(inB.begin + done, right); !read) return read.error();
        if (left == right) continue;
        for (std::size_t i = 0; i + size <= left.size(); i += size) {
            if (std::memcmp(&left[i], &right[i], size) == 0) continue;
            ++difference.elements;
            if (inA.type == "F32") difference.greatest = greater(difference.greatest, distance<float>(&left[i], &right[i]));
            if (inA.type == "F64") difference.greatest = greater(difference.greatest, distance<double>(&left[i], &right[i]));
        }
    }
    return difference;
}

}  // namespace

Result<std::optional<TensorDifference>> firstDifferentTensor(const std::filesystem::path& a, const std::filesystem::path& b) {
    const auto left = TensorFile::open(a);
    if (!left) return left.error();
    const auto right = TensorFile::open(b);
    if (!right) return right.error();
    Places all = left->places();
    all.insert(right->places().begin(), right->places().end());
    for (const auto& [name, place] : all) {
        const auto inLeft = left->places().find(name), inRight = right->places().find(name);
        const bool alike = inLeft != left->places().end() && inRight != right->places().end() &&
                           inLeft->second.type == inRight->second.type && inLeft->second.shape == inRight->second.shape &&
                           inLeft->second.end - inLeft->second.begin == inRight->second.end - inRight->second.begin;
        if (!alike) return std::optional(TensorDifference{.tensor = name, .sameShape = false});
        auto difference = compare(*left, inLeft->second, *right, inRight->second);
        if (!difference) return difference.error();
        if (difference->elements == 0) continue;
        difference->tensor = name;
        return std::optional(std::move(*difference));
    }
    return std::optional<TensorDifference>();
}

}  // namespace seekbench
