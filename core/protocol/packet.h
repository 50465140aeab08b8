// SPDX-License-Identifier: Apache-2.0
#pragma once

// The messages of worker.fbs as plain values. encode() and decode() are the only code that touches FlatBuffers.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/result.h"

namespace seekbench {

enum class WorkerState : std::uint8_t { Starting, Running, Paused, Stopping, Stopped, Finished, Failed };
enum class LogSeverity : std::uint8_t { Information, Warning, Error };
enum class Verb : std::uint8_t { Status, Pause, Resume, Stop, Checkpoint, Profile };

struct AttemptStarted {
    std::uint32_t number = 0;
    std::string fromCheckpoint;
    std::int64_t fromStep = 0;
    double time = 0;  // seconds since 1970-01-01 UTC, here and below
    std::string host;
    std::int64_t process = 0;
    std::string device;
    std::uint32_t threads = 0;
    std::string software;
    std::int64_t totalSteps = 0, stepsPerEpoch = 0;
    std::string dataFingerprint;  // of the data set as this attempt opened it; empty: not known
    bool operator==(const AttemptStarted&) const = default;
};
struct StateChanged {
    WorkerState state = WorkerState::Starting;
    double time = 0;
    std::int64_t step = 0;
    std::string reason, advice;  // English; empty when the state says it all
    bool operator==(const StateChanged&) const = default;
};
struct SeriesDeclared {
    std::uint16_t index = 0;
    std::string name, unit;
    bool operator==(const SeriesDeclared&) const = default;
};
struct MetricBatch {
    struct Column {
        std::uint16_t series = 0;
        std::vector<double> values;
        bool operator==(const Column&) const = default;
    };
    std::vector<std::int64_t> steps;
    std::vector<double> times;
    std::vector<Column> columns;
    bool operator==(const MetricBatch&) const = default;
};
struct LogLine {
    double time = 0;
    LogSeverity severity = LogSeverity::Information;
    std::string text;
    std::string node = {};  // path of the node that it is about; empty: none
    bool operator==(const LogLine&) const = default;
};
struct CheckpointWritten {
    std::int64_t step = 0;
    std::string name;  // folder below checkpoints/
    double time = 0, seconds = 0;
    std::uint64_t bytes = 0;
    bool best = false;
    bool operator==(const CheckpointWritten&) const = default;
};
struct Progress {
    std::int64_t step = 0, totalSteps = 0, epoch = 0, epochs = 0;
    double secondsLeftLow = 0, secondsLeftHigh = 0, time = 0;
    bool operator==(const Progress&) const = default;
};
struct Hello {
    std::uint32_t version = 0;
    std::string run;
    std::int64_t process = 0;
    bool operator==(const Hello&) const = default;
};
struct Command {
    std::uint64_t request = 0;
    Verb verb = Verb::Status;
    std::int64_t amount = 0;  // Profile: so many steps,
    std::int64_t every = 0;   // and one of so many; 0: each
    bool operator==(const Command&) const = default;
};
struct Answer {
    std::uint64_t request = 0;
    bool accepted = false;
    std::string text;
    WorkerState state = WorkerState::Starting;
    std::int64_t step = 0, totalSteps = 0;
    bool operator==(const Answer&) const = default;
};
struct Grown {
    std::uint64_t offset = 0;
    bool operator==(const Grown&) const = default;
};

// One message. The order is the order of the schema's union.
using Packet = std::variant<AttemptStarted, StateChanged, SeriesDeclared, MetricBatch, LogLine, CheckpointWritten, Progress, Hello, Command,
                            Answer, Grown>;

// Version of the messages, sent in Hello. A peer with another major version is refused with a sentence.
inline constexpr std::uint32_t kProtocolVersion = 1;

// The payload of a frame.
std::vector<std::byte> encode(const Packet& packet);
// Verifies the bytes, then reads them. A MetricBatch with columns of unequal length is an error; a message of a kind this
// version does not know is an error with code NewerVersion (readers skip it).
Result<Packet> decode(std::span<const std::byte> payload);

// Refuses a peer that speaks another version, with a sentence for the user. Both sides call it on the first Hello.
Result<void> checkHello(const Hello& hello);

}  // namespace seekbench
