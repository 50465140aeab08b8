// SPDX-License-Identifier: Apache-2.0
#include "core/data/readers/volume.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/base/file.h"

namespace seekbench {
namespace {

Point cross(const Point& a, const Point& b) { return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]}; }
double dot(const Point& a, const Point& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

Error wrong(Message what) {
    return Error(ErrorCode::InvalidInput, std::move(what), say("Look at the header of the file, or write it anew with a medical viewer."));
}

enum class Format { MetaImage, Nifti, Unknown };

Format formatOf(const std::filesystem::path& path) {
    std::string name = displayPath(path.filename());
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (name.ends_with(".mhd") || name.ends_with(".mha")) return Format::MetaImage;
    if (name.ends_with(".nii") || name.ends_with(".nii.gz")) return Format::Nifti;
    return Format::Unknown;
}

Result<Bytes> voxelsOf(const VolumeHeader& header) {
    const std::int64_t count = header.dataBytes();
    switch (header.storage) {
        case VolumeHeader::Storage::Plain: return readRange(header.dataFile, header.dataOffset, count);
        case VolumeHeader::Storage::Zlib: {
            const auto packed = readRange(header.dataFile, header.dataOffset, regularFileBytes(header.dataFile) - header.dataOffset);
            if (!packed) return packed.error();
            return inflated(*packed, count, Packing::Zlib);
        }
        case VolumeHeader::Storage::Gzip: break;
    }
    auto source = ByteSource::open(header.dataFile);
    if (!source) return source.error();
    if (auto skipped = source->skip(header.dataOffset); !skipped) return skipped.error();
    auto bytes = source->take(count);
    if (!bytes) return bytes;
    if (auto finished = source->finish(); !finished) return finished.error();
    return bytes;
}

}  // namespace

Point VolumeHeader::placeOf(const Point& index) const {
    Point place = origin;
    for (std::size_t axis = 0; axis < 3; ++axis)
        for (std::size_t i = 0; i < 3; ++i) place[i] += index[axis] * spacing[axis] * axes[axis][i];
    return place;
}

Point VolumeHeader::indexOf(const Point& place) const {
    const Point from{place[0] - origin[0], place[1] - origin[1], place[2] - origin[2]};
    // Cramer's rule.
    const double volume = dot(axes[0], cross(axes[1], axes[2]));
    return {dot(from, cross(axes[1], axes[2])) / volume / spacing[0], dot(from, cross(axes[2], axes[0])) / volume / spacing[1],
            dot(from, cross(axes[0], axes[1])) / volume / spacing[2]};
}

Result<void> checkGeometry(const VolumeHeader& header) {
    const std::int64_t sizes[] = {header.sizes[0], header.sizes[1], header.sizes[2], header.channels};
    if (!arrayBytes(sizes, bytesOf(header.type)))
        return wrong(say("The volume has %1 x %2 x %3 voxels of %4 numbers; up to %5 bytes are read.", header.sizes[2], header.sizes[1],
                         header.sizes[0], header.channels, kLargestArrayBytes));
    for (const double spacing : header.spacing)
        if (!(spacing > 1e-9 && spacing < 1e9))
            return wrong(say("The distance between voxels must be a number above zero; the header says %1.", spacing));
    for (const double coordinate : header.origin)
        if (!(std::abs(coordinate) < 1e12)) return wrong(say("The place of the first voxel is not a number: %1.", coordinate));
    for (const Point& axis : header.axes)
        if (!(std::abs(dot(axis, axis) - 1) < 0.01))
            return wrong(say("The directions of the axes are not unit vectors; the length of one is %1.", std::sqrt(dot(axis, axis))));
    if (!(std::abs(dot(header.axes[0], cross(header.axes[1], header.axes[2]))) > 1e-6))
        return wrong(say("The directions of the axes lie in one plane."));
    if (!std::isfinite(header.slope) || !std::isfinite(header.intercept))
        return wrong(say("The scale of the values is not a number: %1 and %2.", header.slope, header.intercept));
    return {};
}

bool isVolumeName(const std::filesystem::path& path) { return formatOf(path) != Format::Unknown; }

Result<VolumeHeader> readVolumeHeader(const std::filesystem::path& path) {
    const auto read = [&]() -> Result<VolumeHeader> {
        switch (formatOf(path)) {
            case Format::MetaImage: return readMetaImageHeader(path);
            case Format::Nifti: return readNiftiHeader(path);
            case Format::Unknown: break;
        }
        return Error(ErrorCode::InvalidInput, say("The name ends in none of .mhd, .mha, .nii and .nii.gz."), say("Choose such a volume."));
    };
    auto header = read();
    if (!header) return header.error().in(say("reading %1", displayPath(path)));
    const auto checked = [&]() -> Result<void> {
        if (auto good = checkGeometry(*header); !good) return good;
        const std::int64_t fileBytes = regularFileBytes(header->dataFile);
        if (fileBytes < 0)
            return Error(ErrorCode::NotFound, say("The voxels should be in %1, which is not there.", displayPath(header->dataFile)),
                         say("Put it beside the header."));
        if (header->storage == VolumeHeader::Storage::Plain && header->dataBytes() > fileBytes - header->dataOffset)
            return Error(ErrorCode::Corrupt,
                         say("The header announces %1 bytes of voxels, and %2 holds %3.", header->dataBytes(),
                             displayPath(header->dataFile.filename()), fileBytes - header->dataOffset),
                         say("Get the file again."));
        return {};
    }();
    if (!checked) return checked.error().in(say("reading %1", displayPath(path)));
    return header;
}

Result<Volume> readVolume(const std::filesystem::path& path) {
    auto header = readVolumeHeader(path);
    if (!header) return header.error();
    auto bytes = voxelsOf(*header);
    if (!bytes) return bytes.error().in(say("reading %1", displayPath(path)));
    toNativeOrder(*bytes, header->type, header->order);
    header->order = std::endian::native;
    return Volume{std::move(*header), std::move(*bytes)};
}

void Volume::read(std::int64_t first, std::span<float> values) const {
    const std::int64_t width = bytesOf(header.type), step = width * header.channels;
    const auto from = std::span(bytes).subspan(static_cast<std::size_t>(first * step));
    if (header.channels == 1) {
        toFloats(from.first(values.size() * static_cast<std::size_t>(width)), header.type, values.data());
    } else {
        for (std::size_t i = 0; i < values.size(); ++i)
            toFloats(from.subspan(i * static_cast<std::size_t>(step), static_cast<std::size_t>(width)), header.type, &values[i]);
    }
    if (header.slope == 1 && header.intercept == 0) return;
    for (float& value : values) value = static_cast<float>(header.slope * double{value} + header.intercept);
}

void Volume::readWhole(std::int64_t first, std::span<std::int64_t> values) const {
    const std::int64_t width = bytesOf(header.type), step = width * header.channels;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto at = std::span(bytes).subspan(static_cast<std::size_t>((first + static_cast<std::int64_t>(i)) * step),
                                                 static_cast<std::size_t>(width));
        if (header.slope == 1 && header.intercept == 0) {
            toIntegers(at, header.type, &values[i]);
        } else {
            double stored = 0;
            toDoubles(at, header.type, &stored);
            const double value = header.slope * stored + header.intercept;
            values[i] = std::abs(value) < 9e15 ? std::llround(value) : 0;
        }
    }
}

namespace {

// Where the points of one axis lie between two voxels each.
struct AxisPoint {
    std::int64_t low = -1, high = 0;  // low −1: outside
    float share = 0;                  // of the higher one
};
std::vector<AxisPoint> pointsOn(double centre, double step, std::int64_t count, std::int64_t extent) {
    std::vector<AxisPoint> points(static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i) {
        const double at = centre + (static_cast<double>(i) - static_cast<double>(count - 1) / 2) * step;
        if (!(at >= -0.5 && at <= static_cast<double>(extent) - 0.5)) continue;
        const double inside = std::clamp(at, 0.0, static_cast<double>(extent - 1));
        AxisPoint& point = points[static_cast<std::size_t>(i)];
        point.low = static_cast<std::int64_t>(inside);
        point.high = std::min(point.low + 1, extent - 1);
        point.share = static_cast<float>(inside - static_cast<double>(point.low));
    }
    return points;
}

}  // namespace

void Volume::sample(const Point& centre, const Point& step, const std::array<std::int64_t, 3>& extents, float outside,
                    float* values) const {
    const auto& [depth, height, width] = header.sizes;
    const auto columns = pointsOn(centre[0], step[0], extents[2], width), rows = pointsOn(centre[1], step[1], extents[1], height),
               slices = pointsOn(centre[2], step[2], extents[0], depth);
    std::fill_n(values, extents[0] * extents[1] * extents[2], outside);
    std::int64_t first = width, last = -1;
    for (const AxisPoint& column : columns)
        if (column.low >= 0) first = std::min(first, column.low), last = std::max(last, column.high);
    if (last < 0) return;
    const auto length = static_cast<std::size_t>(last - first + 1);
    std::vector<float> line(length), sum(length);
    for (const AxisPoint& slice : slices)
        for (const AxisPoint& row : rows) {
            if (slice.low >= 0 && row.low >= 0) {
                std::ranges::fill(sum, 0.0f);
                for (const bool deep : {false, true})
                    for (const bool down : {false, true}) {
                        const float weight = (deep ? slice.share : 1 - slice.share) * (down ? row.share : 1 - row.share);
                        if (weight == 0) continue;
                        read(((deep ? slice.high : slice.low) * height + (down ? row.high : row.low)) * width + first, line);
                        for (std::size_t i = 0; i < length; ++i) sum[i] += weight * line[i];
                    }
                for (std::size_t i = 0; i < columns.size(); ++i) {
                    const AxisPoint& column = columns[i];
                    if (column.low < 0) continue;
                    const float low = sum[static_cast<std::size_t>(column.low - first)],
                                high = sum[static_cast<std::size_t>(column.high - first)];
                    values[i] = low + column.share * (high - low);
                }
            }
            values += extents[2];
        }
}

}  // namespace seekbench
