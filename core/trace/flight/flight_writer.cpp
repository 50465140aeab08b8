// SPDX-License-Identifier: Apache-2.0
#include <bit>
#include <cassert>
#include <cstring>

#include "core/run/byte_fields.h"
#include "core/trace/flight/flight_layout.h"

namespace seekbench {

static_assert(std::endian::native == std::endian::little, "the ring is written as it lies in memory");

Result<FlightWriter> FlightWriter::create(const std::filesystem::path& path, const FlightOptions& options) {
    assert(options.records >= 1 && options.records <= kMostFlightRecords);
    std::string words;
    put(words, std::string_view(options.facts.source));
    put(words, std::string_view(options.facts.device));
    put(words, std::string_view(options.facts.software));
    put(words, static_cast<std::uint32_t>(options.labels.size()));
    for (const FlightLabel& label : options.labels) {
        put(words, std::string_view(label.name));
        put(words, std::string_view(label.node));
        put(words, std::string_view(label.category));
        put(words, static_cast<std::uint8_t>(label.phase));
    }
    if (words.size() > kMostFlightWords)
        return Error(ErrorCode::Unsupported, say("The names of the model's layers are too long for a flight recorder."));
    FlightHeader header{.wordBytes = words.size(),
                        .ringOffset = (kFlightPage + words.size() + kFlightPage - 1) / kFlightPage * kFlightPage,
                        .capacity = options.records,
                        .zeroTicks = options.zeroTicks,
                        .nanosecondsPerTick = options.nanosecondsPerTick,
                        .startedAt = options.facts.startedAt};
    header.check = header.checkWith(words);
    auto file = MappedFile::create(path, header.ringOffset + header.capacity * sizeof(FlightRecord));
    if (!file) return file.error();
    FlightWriter writer(std::move(*file));
    std::byte* const begin = writer.m_file.bytes().data();
    std::memcpy(begin + kFlightPage, words.data(), words.size());
    writer.m_live = new (begin + kFlightLiveOffset) FlightLive;
    writer.m_ring = reinterpret_cast<FlightRecord*>(begin + header.ringOffset);
    writer.m_capacity = header.capacity;
    std::memcpy(begin, &header, sizeof header);
    for (std::uint32_t number = 1; const FlightLabel& label : options.labels) writer.m_numbers.try_emplace(label, number++);
    return writer;
}

std::uint32_t FlightWriter::numberOf(const FlightLabel& label) const {
    const auto found = m_numbers.find(label);
    return found == m_numbers.end() ? 0 : found->second;
}

}  // namespace seekbench
