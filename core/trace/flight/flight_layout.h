// SPDX-License-Identifier: Apache-2.0
#pragma once

// The first page of a flight recorder's file (docs/trace-format.md). Private to core/trace/flight.

#include <cstddef>
#include <span>
#include <string_view>

#include "core/base/hash.h"
#include "core/protocol/file_header.h"
#include "core/trace/flight/flight_file.h"

namespace seekbench {

inline constexpr FileMagic kFlightMagic = frameFileMagic('F');
inline constexpr std::size_t kMostFlightWords = std::size_t{4} << 20;

// As it lies in the file; little endian. The words stand behind the first page, the ring at the page after them.
struct FlightHeader {
    FileMagic magic = kFlightMagic;
    std::uint32_t version = kFlightVersion, recordBytes = sizeof(FlightRecord);
    std::uint64_t wordBytes = 0, ringOffset = 0, capacity = 0;
    std::uint64_t zeroTicks = 0;
    double nanosecondsPerTick = 1, startedAt = 0;
    std::uint32_t check = 0;  // of the fields before and the words
    std::uint32_t nothing = 0;

    std::uint32_t checkWith(std::string_view words) const {
        const std::span fields(reinterpret_cast<const std::byte*>(this), offsetof(FlightHeader, check));
        return crc32c(std::as_bytes(std::span(words)), crc32c(fields));
    }
};
static_assert(sizeof(FlightHeader) == 72 && sizeof(FlightHeader) <= kFlightLiveOffset);
static_assert(kFlightLiveOffset + sizeof(FlightLive) <= kFlightPage);

}  // namespace seekbench
