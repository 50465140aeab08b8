// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writes the files that the readers of core/data/readers read, by their formats' descriptions and not by the readers' code.

#include <bit>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <QByteArray>

namespace seekbench::test {

template <class Number>
std::string raw(std::initializer_list<Number> numbers, std::endian order = std::endian::little) {
    std::string bytes;
    for (Number number : numbers) {
        std::string element(sizeof number, '\0');
        std::memcpy(element.data(), &number, sizeof number);
        if (order != std::endian::native) element.assign(element.rbegin(), element.rend());
        bytes += element;
    }
    return bytes;
}
template <class Number>
std::string raw(Number number, std::endian order = std::endian::little) {
    return raw<Number>({number}, order);
}

inline void writeData(const std::filesystem::path& path, std::string_view bytes) { std::ofstream(path, std::ios::binary) << bytes; }

// CRC-32 of zip and gzip (ISO 3309), bit by bit.
inline std::uint32_t zipChecksum(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0u);
    }
    return ~crc;
}
inline std::string zlibOf(std::string_view bytes) {
    const QByteArray packed = qCompress(reinterpret_cast<const uchar*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    return packed.mid(4).toStdString();  // Qt puts the length before
}
inline std::string deflateOf(std::string_view bytes) {
    const std::string packed = zlibOf(bytes);
    return packed.substr(2, packed.size() - 6);  // without zlib's header and checksum
}
inline std::string gzipOf(std::string_view bytes) {
    return std::string("\x1F\x8B\x08\0\0\0\0\0\0\xFF", 10) + deflateOf(bytes) + raw(zipChecksum(bytes)) +
           raw(static_cast<std::uint32_t>(bytes.size()));
}

inline std::string npyOf(const std::string& descr, bool fortran, const std::string& shape, const std::string& data, char version = 1) {
    std::string header = "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': " + shape + ", }";
    while ((header.size() + 11) % 64 != 0) header += ' ';
    header += '\n';
    const std::string length =
        version == 1 ? raw(static_cast<std::uint16_t>(header.size())) : raw(static_cast<std::uint32_t>(header.size()));
    return std::string("\x93NUMPY") + version + '\0' + length + header + data;
}

enum class Packed { Stored, Deflated };
inline std::string zipOf(const std::vector<std::pair<std::string, std::string>>& files, Packed packed) {
    std::string archive, directory;
    for (const auto& [name, content] : files) {
        const std::string data = packed == Packed::Stored ? content : deflateOf(content);
        const std::string common = raw<std::uint16_t>({20, 0, static_cast<std::uint16_t>(packed == Packed::Stored ? 0 : 8), 0, 0}) +
                                   raw<std::uint32_t>({zipChecksum(content), static_cast<std::uint32_t>(data.size()),
                                                       static_cast<std::uint32_t>(content.size())}) +
                                   raw<std::uint16_t>({static_cast<std::uint16_t>(name.size()), 0});
        directory += "PK\x01\x02" + raw<std::uint16_t>(20) + common + raw<std::uint16_t>({0, 0, 0}) +
                     raw<std::uint32_t>({0, static_cast<std::uint32_t>(archive.size())}) + name;
        archive += "PK\x03\x04" + common + name + data;
    }
    const auto count = static_cast<std::uint16_t>(files.size());
    return archive + directory + "PK\x05\x06" + raw<std::uint16_t>({0, 0, count, count}) +
           raw<std::uint32_t>({static_cast<std::uint32_t>(directory.size()), static_cast<std::uint32_t>(archive.size())}) +
           raw<std::uint16_t>(0);
}

// A NIfTI-1 or -2 file with three dimensions, an sform that scales by 2, 3, 4 and moves to (10, 20, 30), and what is asked for.
struct NiftiFile {
    int version = 1;
    std::endian order = std::endian::little;
    std::int64_t width = 2, height = 2, depth = 2;
    std::int16_t datatype = 4, bitsPerVoxel = 16;
    double slope = 0, intercept = 0;
    bool sform = true;
    std::string data;

    std::string text() const {
        const bool first = version == 1;
        std::string header(first ? 352 : 544, '\0');
        const auto put = [&](std::size_t at, const std::string& bytes) { header.replace(at, bytes.size(), bytes); };
        const auto real = [&](double number) { return first ? raw(static_cast<float>(number), order) : raw(number, order); };
        const auto whole = [&](std::int64_t number) { return first ? raw(static_cast<std::int16_t>(number), order) : raw(number, order); };
        put(0, raw<std::int32_t>(first ? 348 : 540, order));
        put(first ? 344 : 4, first ? std::string("n+1\0", 4) : std::string("n+2\0\r\n\x1A\n", 8));
        put(first ? 40 : 16, whole(3) + whole(width) + whole(height) + whole(depth) + whole(1) + whole(1) + whole(1) + whole(1));
        put(first ? 70 : 12, raw(datatype, order) + raw(bitsPerVoxel, order));
        put(first ? 76 : 104, real(1) + real(2) + real(3) + real(4));
        put(first ? 108 : 168, first ? raw(352.0f, order) : raw<std::int64_t>(544, order));
        put(first ? 112 : 176, real(slope) + real(intercept));
        const auto code = [&](int number) {
            return first ? raw(static_cast<std::int16_t>(number), order) : raw<std::int32_t>(number, order);
        };
        put(first ? 252 : 344, code(sform ? 0 : 1) + code(sform ? 1 : 0));
        // A quarter turn around z: (b, c, d) = (0, 0, sin 45°).
        put(first ? 256 : 352, real(0) + real(0) + real(0.70710678118654752) + real(10) + real(20) + real(30));
        put(first ? 280 : 400,
            real(2) + real(0) + real(0) + real(10) + real(0) + real(3) + real(0) + real(20) + real(0) + real(0) + real(4) + real(30));
        return header + data;
    }
};

}  // namespace seekbench::test
