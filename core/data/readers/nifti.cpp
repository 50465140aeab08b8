// SPDX-License-Identifier: Apache-2.0

// NIfTI-1 and NIfTI-2 headers in single files (.nii, .nii.gz). Fields by their offsets in nifti1.h and nifti2.h (NIfTI Data Format Working
// Group 2003 and 2011); places from the sform, else from the qform's quaternion, else from the distances alone ("method 3, 2, 1").

#include <cmath>
#include <cstring>

#include "core/data/readers/volume.h"

namespace seekbench {
namespace {

Error wrong(Message what) {
    return Error(ErrorCode::InvalidInput, std::move(what), say("Choose a NIfTI volume with three dimensions in a single file."));
}

// Reads numbers at offsets of the header; where a field lies and how wide it is differs between the versions.
class Fields {
public:
    Fields(std::span<const std::byte> bytes, std::endian order) : m_bytes(bytes), m_order(order) {}

    std::int64_t whole(std::size_t offset, NumberType type) const {
        std::int64_t number = 0;
        const auto bytes = native(offset, type);
        toIntegers(std::span(bytes).first(static_cast<std::size_t>(bytesOf(type))), type, &number);
        return number;
    }
    double real(std::size_t offset, NumberType type) const {
        double number = 0;
        const auto bytes = native(offset, type);
        toDoubles(std::span(bytes).first(static_cast<std::size_t>(bytesOf(type))), type, &number);
        return number;
    }

private:
    std::array<std::byte, 8> native(std::size_t offset, NumberType type) const {
        std::array<std::byte, 8> bytes{};
        const auto width = static_cast<std::size_t>(bytesOf(type));
        std::memcpy(bytes.data(), m_bytes.data() + offset, width);
        toNativeOrder(std::span(bytes).first(width), type, m_order);
        return bytes;
    }
    std::span<const std::byte> m_bytes;
    std::endian m_order;
};

struct Layout {
    std::size_t headerBytes, magic, dim, datatype, pixdim, voxOffset, slope, intercept, qform, sform, quaternion, rows;
    NumberType dimType, realType, codeType, offsetType;
};
constexpr Layout kFirst{348,
                        344,
                        40,
                        70,
                        76,
                        108,
                        112,
                        116,
                        252,
                        254,
                        256,
                        280,
                        NumberType::Int16,
                        NumberType::Float32,
                        NumberType::Int16,
                        NumberType::Float32};
constexpr Layout kSecond{
    540, 4, 16, 12, 104, 168, 176, 184, 344, 348, 352, 400, NumberType::Int64, NumberType::Float64, NumberType::Int32, NumberType::Int64};

Result<NumberType> typeOf(std::int64_t code) {
    switch (code) {
        case 2: return NumberType::UInt8;
        case 4: return NumberType::Int16;
        case 8: return NumberType::Int32;
        case 16: return NumberType::Float32;
        case 64: return NumberType::Float64;
        case 256: return NumberType::Int8;
        case 512: return NumberType::UInt16;
        case 768: return NumberType::UInt32;
        case 1024: return NumberType::Int64;
        case 1280: return NumberType::UInt64;
        default: return wrong(say("The voxels are of the type %1, which is not read (colours and complex numbers are not).", code));
    }
}

// Column `axis` of the matrix as spacing and direction.
void setAxis(VolumeHeader& header, std::size_t axis, const Point& column) {
    const double length = std::sqrt(column[0] * column[0] + column[1] * column[1] + column[2] * column[2]);
    header.spacing[axis] = length;
    for (std::size_t i = 0; i < 3; ++i) header.axes[axis][i] = column[i] / length;
}

void readPlaces(const Fields& fields, const Layout& layout, VolumeHeader& header) {
    const auto real = [&](std::size_t base, std::size_t index) {
        return fields.real(base + index * static_cast<std::size_t>(bytesOf(layout.realType)), layout.realType);
    };
    if (fields.whole(layout.sform, layout.codeType) > 0) {
        for (std::size_t axis = 0; axis < 3; ++axis)
            setAxis(header, axis, {real(layout.rows, axis), real(layout.rows, 4 + axis), real(layout.rows, 8 + axis)});
        for (std::size_t i = 0; i < 3; ++i) header.origin[i] = real(layout.rows, i * 4 + 3);
        return;
    }
    for (std::size_t i = 0; i < 3; ++i) header.spacing[i] = std::abs(real(layout.pixdim, i + 1));
    if (fields.whole(layout.qform, layout.codeType) <= 0) return;
    const double b = real(layout.quaternion, 0), c = real(layout.quaternion, 1), d = real(layout.quaternion, 2);
    const double a = std::sqrt(std::max(0.0, 1 - (b * b + c * c + d * d)));
    const double handed = real(layout.pixdim, 0) < 0 ? -1 : 1;
    header.axes[0] = {a * a + b * b - c * c - d * d, 2 * (b * c + a * d), 2 * (b * d - a * c)};
    header.axes[1] = {2 * (b * c - a * d), a * a + c * c - b * b - d * d, 2 * (c * d + a * b)};
    header.axes[2] = {handed * 2 * (b * d + a * c), handed * 2 * (c * d - a * b), handed * (a * a + d * d - c * c - b * b)};
    for (std::size_t i = 0; i < 3; ++i) header.origin[i] = real(layout.quaternion, 3 + i);
}

Result<VolumeHeader> fromFields(const Fields& fields, const Layout& layout) {
    VolumeHeader header;
    const auto extent = [&](std::size_t index) {
        return fields.whole(layout.dim + index * static_cast<std::size_t>(bytesOf(layout.dimType)), layout.dimType);
    };
    const std::int64_t rank = extent(0);
    if (rank < 1 || rank > 7) return wrong(say("The header says that there are %1 dimensions.", rank));
    for (std::size_t i = 1; i <= static_cast<std::size_t>(rank); ++i) {
        if (i <= 3) header.sizes[3 - i] = extent(i);
        if (i > 3 && extent(i) != 1) return wrong(say("The volume has %1 dimensions, as of several moments; three are read.", rank));
    }
    const auto type = typeOf(fields.whole(layout.datatype, NumberType::Int16));
    if (!type) return type.error();
    header.type = *type;
    header.slope = fields.real(layout.slope, layout.realType);
    header.intercept = fields.real(layout.intercept, layout.realType);
    if (header.slope == 0) header.slope = 1, header.intercept = 0;  // the standard: no scale
    const double offset = layout.offsetType == NumberType::Float32 ? fields.real(layout.voxOffset, layout.offsetType)
                                                                   : static_cast<double>(fields.whole(layout.voxOffset, layout.offsetType));
    if (!(offset >= static_cast<double>(layout.headerBytes) && offset < 1e9))
        return wrong(say("The voxels are said to begin at byte %1, within or far behind the header.", offset));
    header.dataOffset = static_cast<std::int64_t>(offset);
    readPlaces(fields, layout, header);
    return header;
}

}  // namespace

Result<VolumeHeader> readNiftiHeader(const std::filesystem::path& path) {
    auto source = ByteSource::open(path);
    if (!source) return source.error();
    std::array<std::byte, 540> bytes{};
    if (auto done = source->read(std::span(bytes).first(kFirst.headerBytes)); !done) return done.error();
    for (const Layout* layout : {&kFirst, &kSecond})
        for (const std::endian order : {std::endian::little, std::endian::big}) {
            const auto announced = Fields(bytes, order).whole(0, NumberType::Int32);
            if (announced != static_cast<std::int64_t>(layout->headerBytes)) continue;
            if (layout == &kSecond)
                if (auto done = source->read(std::span(bytes).subspan(kFirst.headerBytes)); !done) return done.error();
            const char* magic = reinterpret_cast<const char*>(bytes.data() + layout->magic);
            if (std::memcmp(magic, "ni", 2) == 0)
                return wrong(say("Header and voxels are in two files (.hdr and .img); single files are read."));
            if (std::memcmp(magic, "n+", 2) != 0) return wrong(say("This is not a NIfTI file: its magic word is missing."));
            auto header = fromFields(Fields(bytes, order), *layout);
            if (!header) return header;
            header->order = order;
            header->dataFile = path;
            // Plain or not, a ByteSource reads it; a plain one is checked against its length before.
            std::array<std::byte, 2> start{};
            if (const auto first = readRange(path, 0, 2); first) std::copy(first->begin(), first->end(), start.begin());
            const bool packed = start[0] == std::byte{0x1F} && start[1] == std::byte{0x8B};
            header->storage = packed ? VolumeHeader::Storage::Gzip : VolumeHeader::Storage::Plain;
            return header;
        }
    return wrong(say("This is not a NIfTI file: its header has another length."));
}

}  // namespace seekbench
