// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/journal/journal.h"
#include "core/protocol/packet.h"

namespace seekbench {

// Where an EventSink's packets go: the run's journal, or in a test a journal whose disk is full.
class PacketWriter {
public:
    virtual ~PacketWriter() = default;
    virtual Result<void> append(const Packet& packet) = 0;
    virtual Result<void> sync() = 0;  // from any thread, also while another appends
    virtual std::uint64_t offset() const = 0;
};
std::unique_ptr<PacketWriter> packetWriter(JournalWriter journal);

// What one training step leaves in the series of grain Step.
struct StepValues {
    std::int64_t step = 0;  // updates done, this one included
    double time = 0;        // secondsSinceEpoch()
    double loss = 0, learningRate = 0, gradientNorm = 0, samplesPerSecond = 0, stepSeconds = 0, loaderWait = 0, processMemory = 0,
           tensorMemory = 0;
    // At the peak of the step, in all and by category.
    double memoryPeak = 0, memoryParameters = 0, memoryGradients = 0, memoryOptimizer = 0, memoryActivations = 0, memoryInput = 0,
           memoryWorkspace = 0;
    std::vector<double> observations = {};  // one for each of those given to declareSeries()
    std::vector<double> further = {};       // likewise
};

// The values of one epoch; `train` and `validation` have one value per metric, in the order given to declareSeries().
struct EpochValues {
    std::int64_t step = 0;
    double time = 0;
    double trainLoss = 0, validationLoss = 0;
    std::vector<double> train, validation;
    std::vector<double> more;  // of the further series, in their order
};

// An EventSink writes what happens to a run into its journal. Steps are gathered and written at most every 50 ms; everything else is
// written at once, after the steps before it. Destroying it writes nothing: what was gathered is lost, as in a crash.
// When the disk is full it gives up the reserve file, so that the packet at hand and a last StateChanged still find room, and returns
// an error with code OutOfSpace, then and from then on: the run must end. One thread owns it.
class EventSink {
public:
    static constexpr double kBatchSeconds = 0.05;
    static constexpr std::size_t kReserveBytes = 1 << 20;

    EventSink(std::unique_ptr<PacketWriter> journal, std::filesystem::path reserve);

    // Takes the reserve's room on the disk.
    Result<void> makeReserve();
    // Gives it back when the run has ended well.
    void removeReserve();
    // Called with the journal's length whenever it has grown.
    void onGrown(std::function<void(std::uint64_t)> listener) { m_grown = std::move(listener); }

    // Names the series of this attempt; once, after AttemptStarted and before the first values. `observations`: what layers tell about
    // each step, "block/experts.dropped_tokens". `more`: whole names of further series of grain Epoch; `further`: of grain Step.
    Result<void> declareSeries(std::span<const std::string> metrics, std::span<const std::string> observations = {},
                               std::span<const std::string> more = {}, std::span<const std::string> further = {});
    Result<void> step(const StepValues& values);
    Result<void> epoch(const EpochValues& values);
    Result<void> append(const Packet& packet);
    // A line for the journal, also printed to stderr, which is worker.log. `node`: path of the node that it is about.
    Result<void> log(LogSeverity severity, std::string text, std::string node = {});
    Result<void> flush();
    // flush(), then everything to the disk itself.
    Result<void> sync();
    // What was written so far, to the disk itself. May be called from any thread.
    Result<void> syncJournal() { return m_journal->sync(); }
    std::uint64_t offset() const { return m_journal->offset(); }

private:
    Result<void> write(const Packet& packet);

    std::unique_ptr<PacketWriter> m_journal;
    std::filesystem::path m_reserve;
    std::function<void(std::uint64_t)> m_grown;
    MetricBatch m_steps;
    double m_lastFlush = 0;
    std::optional<Error> m_outOfSpace;  // set when the reserve has been given up
};

}  // namespace seekbench
