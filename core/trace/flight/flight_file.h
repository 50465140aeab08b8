// SPDX-License-Identifier: Apache-2.0
#pragma once

// The flight recorder's file: `flight` in a run's folder. A ring of fixed size with the last steps of a run, their phases and layers, and
// what the trainer is at just now; so it can be told why a step took so long and where a worker was killed. The layout stands in
// docs/trace-format.md.

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "core/base/mapped_file.h"
#include "core/base/message.h"
#include "core/base/result.h"
#include "core/run/run_folder.h"
#include "core/trace/trace.h"

namespace seekbench {

// What a record of the ring is about: a layer or a phase of the trainer.
struct FlightLabel {
    std::string name, node, category;
    Phase phase = Phase::None;
    auto operator<=>(const FlightLabel&) const = default;
};

// Numbers stand in files: add at the end.
enum class FlightKind : std::uint32_t { Layer, Phase, Step };

// As it lies in the file; little endian.
struct FlightRecord {
    std::uint64_t start = 0, end = 0;  // ticks of the writer's clock
    std::uint32_t word = 0;            // its label, or the number of the step (the lower half)
    FlightKind kind = FlightKind::Layer;
    std::uint32_t sequence = 0;  // which record of the run this is (the lower half)
    std::uint32_t check = 0;     // of all that stands before
    std::uint32_t checkOfContent() const {
        return static_cast<std::uint32_t>((start * 0x9E3779B97F4A7C15ull ^ end * 0xC2B2AE3D27D4EB4Full ^
                                           (std::uint64_t{word} << 32 | static_cast<std::uint32_t>(kind)) * 0x165667B19E3779F9ull ^
                                           (std::uint64_t{sequence} + 1) * 0x27D4EB2F165667C5ull) >>
                                          32);
    }
};
static_assert(sizeof(FlightRecord) == 32);

// What changes all the time, in the first page.
struct FlightLive {
    std::uint64_t pushed = 0;  // records so far; the ring holds the last of them
    std::int64_t step = 0;     // that runs; 0: none
    std::uint64_t stepStart = 0;
    std::uint32_t phase = 0, layer = 0;  // labels; 0: none
    std::uint64_t phaseStart = 0, layerStart = 0;
    std::uint64_t closed = 0;  // 1: the run has ended by itself
};
inline constexpr std::uint32_t kFlightVersion = 1;
inline constexpr std::size_t kFlightLiveOffset = 256, kFlightPage = 4096;
inline constexpr std::uint64_t kMostFlightRecords = std::uint64_t{1} << 18;  // 8 MiB

struct FlightOptions {
    TraceFacts facts = {};            // startedAt: at the instant zeroTicks
    std::vector<FlightLabel> labels;  // all there will be; number 0 is nothing, the first has number 1
    std::uint64_t records = 4096;     // 1 to kMostFlightRecords
    std::uint64_t zeroTicks = 0;
    double nanosecondsPerTick = 1;
};

// A FlightWriter notes what happens in a few nanoseconds and never fails after it has been made. One thread owns it.
class FlightWriter {
public:
    static Result<FlightWriter> create(const std::filesystem::path& path, const FlightOptions& options);
    FlightWriter(FlightWriter&&) noexcept = default;
    FlightWriter& operator=(FlightWriter&&) noexcept = default;

    // 0 when it is none of the options'.
    std::uint32_t numberOf(const FlightLabel& label) const;

    void push(FlightKind kind, std::uint32_t word, std::uint64_t start, std::uint64_t end) {
        FlightRecord record{start, end, word, kind, static_cast<std::uint32_t>(m_pushed), 0};
        record.check = record.checkOfContent();
        m_ring[m_pushed % m_capacity] = record;
        // A process that is killed between the two has noted one record less. The fence keeps the compiler from turning them round.
        std::atomic_signal_fence(std::memory_order_release);
        store(&FlightLive::pushed, ++m_pushed);
    }
    void atStep(std::int64_t number, std::uint64_t start) {
        store(&FlightLive::stepStart, start);
        store(&FlightLive::step, number);
    }
    void atPhase(std::uint32_t label, std::uint64_t start) {
        store(&FlightLive::phaseStart, start);
        store(&FlightLive::phase, label);
    }
    void atLayer(std::uint32_t label, std::uint64_t start) {
        store(&FlightLive::layerStart, start);
        store(&FlightLive::layer, label);
    }
    // The run has ended by itself, well or not.
    void close() { store(&FlightLive::closed, std::uint64_t{1}); }

private:
    explicit FlightWriter(MappedFile file) : m_file(std::move(file)) {}
    template <class T>
    void store(T FlightLive::*field, T value) {
        std::atomic_ref(m_live->*field).store(value, std::memory_order_relaxed);
    }

    MappedFile m_file;
    FlightLive* m_live = nullptr;  // both in m_file
    FlightRecord* m_ring = nullptr;
    std::uint64_t m_capacity = 1, m_pushed = 0;
    std::map<FlightLabel, std::uint32_t> m_numbers;
};

// What is in such a file.
struct Flight {
    Trace trace;          // settled; steps that are in it whole, their phases and layers; the ledger's `unreadable` counts torn records
    bool closed = false;  // the run ended by itself; else its worker was killed, or still runs
    struct Place {
        std::int64_t step = 0;                                       // 0: between steps
        std::string phase;                                           // nameOf(Phase); empty: none
        std::string layer;                                           // path; empty: none
        std::int64_t sinceStep = 0, sincePhase = 0, sinceLayer = 0;  // ns of the trace's time at which each began
    };
    Place last;  // what the trainer was at when it last said something
};
// A file of another kind or of a newer version is refused with a sentence. A file that is being written is read as it stands.
Result<Flight> readFlight(const std::filesystem::path& path);
// By its first bytes.
bool isFlight(const std::filesystem::path& path);
// What the trainer was at when it last said something, in words: "step 4712, phase backward, layer block/conv1".
Message placeText(const Flight& flight);

std::filesystem::path flightFile(const RunFolder& run);
// That of the attempt before the newest, for a run that was resumed.
std::filesystem::path previousFlightFile(const RunFolder& run);

}  // namespace seekbench
