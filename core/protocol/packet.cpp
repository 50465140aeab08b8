// SPDX-License-Identifier: Apache-2.0
#include "core/protocol/packet.h"

#include <bit>
#include <cstring>

#include <worker_generated.h>

namespace seekbench {
namespace {

using Builder = flatbuffers::FlatBufferBuilder;
using Text = flatbuffers::Offset<flatbuffers::String>;

static_assert(std::endian::native == std::endian::little, "vectors are copied as they lie in memory");
// The enums of packet.h are those of the schema.
static_assert(static_cast<int>(wire::State::MAX) == static_cast<int>(WorkerState::Failed));
static_assert(static_cast<int>(wire::Severity::MAX) == static_cast<int>(LogSeverity::Error));
static_assert(static_cast<int>(wire::Verb::MAX) == static_cast<int>(Verb::Profile));
static_assert(static_cast<std::size_t>(wire::Body::MAX) == std::variant_size_v<Packet>);

// --- values → table: one overload for each message; each answers the table's offset ---

Text textOf(Builder& builder, const std::string& text) { return text.empty() ? Text() : builder.CreateString(text); }
wire::State wireOf(WorkerState state) { return static_cast<wire::State>(state); }

auto write(Builder& b, const AttemptStarted& p) {
    const auto fromCheckpoint = textOf(b, p.fromCheckpoint), host = textOf(b, p.host), device = textOf(b, p.device),
               software = textOf(b, p.software), data = textOf(b, p.dataFingerprint);
    return wire::CreateAttemptStarted(b, p.number, fromCheckpoint, p.fromStep, p.time, host, p.process, device, p.threads, software,
                                      p.totalSteps, p.stepsPerEpoch, data);
}
auto write(Builder& b, const StateChanged& p) {
    const auto reason = textOf(b, p.reason), advice = textOf(b, p.advice);
    return wire::CreateStateChanged(b, wireOf(p.state), p.time, p.step, reason, advice);
}
auto write(Builder& b, const SeriesDeclared& p) {
    const auto name = textOf(b, p.name), unit = textOf(b, p.unit);
    return wire::CreateSeriesDeclared(b, p.index, name, unit);
}
auto write(Builder& b, const MetricBatch& p) {
    std::vector<flatbuffers::Offset<wire::Column>> columns;
    columns.reserve(p.columns.size());
    for (const auto& column : p.columns) columns.push_back(wire::CreateColumn(b, column.series, b.CreateVector(column.values)));
    const auto steps = b.CreateVector(p.steps);
    const auto times = b.CreateVector(p.times);
    return wire::CreateMetricBatch(b, steps, times, b.CreateVector(columns));
}
auto write(Builder& b, const LogLine& p) {
    const auto text = textOf(b, p.text), node = textOf(b, p.node);
    return wire::CreateLogLine(b, p.time, static_cast<wire::Severity>(p.severity), text, node);
}
auto write(Builder& b, const CheckpointWritten& p) {
    return wire::CreateCheckpointWritten(b, p.step, textOf(b, p.name), p.time, p.seconds, p.bytes, p.best);
}
auto write(Builder& b, const Progress& p) {
    return wire::CreateProgress(b, p.step, p.totalSteps, p.epoch, p.epochs, p.secondsLeftLow, p.secondsLeftHigh, p.time);
}
auto write(Builder& b, const Hello& p) { return wire::CreateHello(b, p.version, textOf(b, p.run), p.process); }
auto write(Builder& b, const Command& p) { return wire::CreateCommand(b, p.request, static_cast<wire::Verb>(p.verb), p.amount, p.every); }
auto write(Builder& b, const Answer& p) {
    return wire::CreateAnswer(b, p.request, p.accepted, textOf(b, p.text), wireOf(p.state), p.step, p.totalSteps);
}
auto write(Builder& b, const Grown& p) { return wire::CreateGrown(b, p.offset); }

// --- verified table → values ---

std::string read(const flatbuffers::String* text) { return text ? text->str() : std::string(); }
// Copied as bytes: the verifier does not check that the numbers of a vector lie aligned, and a hostile message may put them anywhere.
template <class T>
std::vector<T> read(const flatbuffers::Vector<T>* numbers) {
    std::vector<T> result(numbers ? numbers->size() : 0);
    if (!result.empty()) std::memcpy(result.data(), numbers->Data(), result.size() * sizeof(T));
    return result;
}

Error malformed(Message what) { return Error(ErrorCode::InvalidInput, std::move(what)); }
Error unknownValue(std::string_view what, int value) {
    return Error(ErrorCode::NewerVersion, say("The message has %1 number %2, which this version does not know.", what, value),
                 say("Update Seekbench to see it."));
}

// Enum values come from the wire: a newer writer may have more of them.
template <class Enum>
bool known(Enum value) {
    return value <= Enum::MAX;
}

Result<Packet> read(const wire::AttemptStarted& t) {
    return Packet(AttemptStarted{t.number(), read(t.from_checkpoint()), t.from_step(), t.time(), read(t.host()), t.process(),
                                 read(t.device()), t.threads(), read(t.software()), t.total_steps(), t.steps_per_epoch(),
                                 read(t.data_fingerprint())});
}
Result<Packet> read(const wire::StateChanged& t) {
    if (!known(t.state())) return unknownValue(phrase("the state"), static_cast<int>(t.state()));
    return Packet(StateChanged{static_cast<WorkerState>(t.state()), t.time(), t.step(), read(t.reason()), read(t.advice())});
}
Result<Packet> read(const wire::SeriesDeclared& t) { return Packet(SeriesDeclared{t.index(), read(t.name()), read(t.unit())}); }
Result<Packet> read(const wire::MetricBatch& t) {
    MetricBatch batch{read(t.steps()), read(t.times()), {}};
    if (batch.times.size() != batch.steps.size())
        return malformed(say("A batch of metrics has %1 steps and %2 times.", batch.steps.size(), batch.times.size()));
    if (t.columns()) {
        batch.columns.reserve(t.columns()->size());
        for (const wire::Column* column : *t.columns()) {
            batch.columns.push_back({column->series(), read(column->values())});
            if (const auto count = batch.columns.back().values.size(); count != batch.steps.size())
                return malformed(say("A batch of metrics has %1 steps and a column of %2 values.", batch.steps.size(), count));
        }
    }
    return Packet(std::move(batch));
}
Result<Packet> read(const wire::LogLine& t) {
    if (!known(t.severity())) return unknownValue(phrase("the severity"), static_cast<int>(t.severity()));
    return Packet(LogLine{t.time(), static_cast<LogSeverity>(t.severity()), read(t.text()), read(t.node())});
}
Result<Packet> read(const wire::CheckpointWritten& t) {
    return Packet(CheckpointWritten{t.step(), read(t.name()), t.time(), t.seconds(), t.bytes(), t.best()});
}
Result<Packet> read(const wire::Progress& t) {
    return Packet(Progress{t.step(), t.total_steps(), t.epoch(), t.epochs(), t.seconds_left_low(), t.seconds_left_high(), t.time()});
}
Result<Packet> read(const wire::Hello& t) { return Packet(Hello{t.version(), read(t.run()), t.process()}); }
Result<Packet> read(const wire::Command& t) {
    if (!known(t.verb())) return unknownValue(phrase("the command"), static_cast<int>(t.verb()));
    return Packet(Command{t.request(), static_cast<Verb>(t.verb()), t.amount(), t.every()});
}
Result<Packet> read(const wire::Answer& t) {
    if (!known(t.state())) return unknownValue(phrase("the state"), static_cast<int>(t.state()));
    return Packet(Answer{t.request(), t.accepted(), read(t.text()), static_cast<WorkerState>(t.state()), t.step(), t.total_steps()});
}
Result<Packet> read(const wire::Grown& t) { return Packet(Grown{t.offset()}); }

}  // namespace

std::vector<std::byte> encode(const Packet& packet) {
    Builder builder(1024);
    const auto body = std::visit([&](const auto& message) { return write(builder, message).Union(); }, packet);
    builder.Finish(wire::CreateMessage(builder, static_cast<wire::Body>(packet.index() + 1), body));
    const auto bytes = std::as_bytes(std::span(builder.GetBufferPointer(), builder.GetSize()));
    return {bytes.begin(), bytes.end()};
}

Result<Packet> decode(std::span<const std::byte> payload) {
    // Frames begin anywhere; a FlatBuffer's numbers are aligned only relative to its beginning.
    std::vector<std::byte> aligned;
    if (reinterpret_cast<std::uintptr_t>(payload.data()) % alignof(double) != 0) {
        aligned.assign(payload.begin(), payload.end());
        payload = aligned;
    }
    flatbuffers::Verifier verifier(reinterpret_cast<const std::uint8_t*>(payload.data()), payload.size());
    if (!wire::VerifyMessageBuffer(verifier)) return malformed(say("The bytes are not a Seekbench message."));
    const wire::Message& message = *wire::GetMessage(payload.data());
    if (!known(message.body_type())) return unknownValue(phrase("the kind"), static_cast<int>(message.body_type()));
    if (message.body() == nullptr) return malformed(say("The message is empty."));
    switch (message.body_type()) {
        case wire::Body::NONE: break;
        case wire::Body::AttemptStarted: return read(*message.body_as_AttemptStarted());
        case wire::Body::StateChanged: return read(*message.body_as_StateChanged());
        case wire::Body::SeriesDeclared: return read(*message.body_as_SeriesDeclared());
        case wire::Body::MetricBatch: return read(*message.body_as_MetricBatch());
        case wire::Body::LogLine: return read(*message.body_as_LogLine());
        case wire::Body::CheckpointWritten: return read(*message.body_as_CheckpointWritten());
        case wire::Body::Progress: return read(*message.body_as_Progress());
        case wire::Body::Hello: return read(*message.body_as_Hello());
        case wire::Body::Command: return read(*message.body_as_Command());
        case wire::Body::Answer: return read(*message.body_as_Answer());
        case wire::Body::Grown: return read(*message.body_as_Grown());
    }
    return malformed(say("The message is empty."));
}

Result<void> checkHello(const Hello& hello) {
    if (hello.version == kProtocolVersion) return {};
    const bool newer = hello.version > kProtocolVersion;
    return Error(
        newer ? ErrorCode::NewerVersion : ErrorCode::Unsupported,
        say("The other side speaks version %1 of Seekbench's messages; this one speaks version %2.", hello.version, kProtocolVersion),
        newer ? say("Use the Seekbench that started the run, or update this one.")
              : say("Use the Seekbench that started the run, or stop the run and resume it with this one."));
}

}  // namespace seekbench
