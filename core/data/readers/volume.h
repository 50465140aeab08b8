// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <filesystem>
#include <span>

#include "core/base/result.h"
#include "core/data/readers/byte_source.h"
#include "core/data/readers/numbers.h"

namespace seekbench {

using Point = std::array<double, 3>;  // x, y, z: along columns, rows, slices for an index; the file's own axes for a place

// What the header of a volume says. Voxels lie slice after slice, row after row; channels side by side.
struct VolumeHeader {
    std::array<std::int64_t, 3> sizes{1, 1, 1};  // depth (slices), height (rows), width (columns)
    std::int64_t channels = 1;
    NumberType type = NumberType::UInt8;
    std::endian order = std::endian::little;
    double slope = 1, intercept = 0;  // value = slope·stored + intercept

    // place = origin + Σ index[i]·spacing[i]·axis[i], in millimetres, in the file's own axes: left-posterior-superior in MetaImage files
    // as a rule, right-anterior-superior in NIfTI files by definition.
    Point spacing{1, 1, 1}, origin{0, 0, 0};
    std::array<Point, 3> axes{Point{1, 0, 0}, Point{0, 1, 0}, Point{0, 0, 1}};  // unit vectors of growing column, row, slice

    // Where the voxels are.
    enum class Storage { Plain, Zlib, Gzip };
    std::filesystem::path dataFile;
    std::int64_t dataOffset = 0;
    Storage storage = Storage::Plain;

    std::int64_t voxels() const { return sizes[0] * sizes[1] * sizes[2]; }
    std::int64_t dataBytes() const { return voxels() * channels * bytesOf(type); }
    Point placeOf(const Point& index) const;
    // The inverse of placeOf(); indices between voxels are real numbers. The axes must not lie in a plane, which the readers check.
    Point indexOf(const Point& place) const;
};

// Complains about sizes, spacing, origin or axes that no volume can have (zero, too large, NaN, axes in a plane).
Result<void> checkGeometry(const VolumeHeader& header);

// A volume in memory, as its file stores it but in this machine's byte order.
struct Volume {
    VolumeHeader header;
    Bytes bytes;

    // The first channel of `count` voxels from number `first` on.
    void read(std::int64_t first, std::span<float> values) const;
    void readWhole(std::int64_t first, std::span<std::int64_t> values) const;
    // Its first channel on a box of `extents` (depth, height, width) points that lie `step` voxels apart around the index `centre`, by
    // trilinear interpolation; `outside` beyond half a voxel around the outermost ones.
    void sample(const Point& centre, const Point& step, const std::array<std::int64_t, 3>& extents, float outside, float* values) const;
};

// Reads a header: MetaImage (.mhd, .mha) or NIfTI-1 and -2 (.nii, .nii.gz), by the ending of the name. The file that holds the voxels
// must be there and, when it is not compressed, long enough.
Result<VolumeHeader> readVolumeHeader(const std::filesystem::path& path);
Result<Volume> readVolume(const std::filesystem::path& path);
// Whether the name is that of a volume which readVolume() knows.
bool isVolumeName(const std::filesystem::path& path);

// The two formats, for readVolumeHeader().
Result<VolumeHeader> readMetaImageHeader(const std::filesystem::path& path);
Result<VolumeHeader> readNiftiHeader(const std::filesystem::path& path);

}  // namespace seekbench
