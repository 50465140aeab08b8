// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/event_sink.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "core/base/file.h"
#include "core/run/metric.h"
#include "gpu/training/clock.h"

namespace seekbench {
namespace {

// A series of grain Step and where its value comes from; its index in the journal is its place here.
struct StepSeries {
    std::string_view name;
    double StepValues::*value;
};
constexpr std::array kStepSeries{
    StepSeries{series::kTrainLoss, &StepValues::loss},
    StepSeries{series::kLearningRate, &StepValues::learningRate},
    StepSeries{series::kGradientNorm, &StepValues::gradientNorm},
    StepSeries{series::kSamplesPerSecond, &StepValues::samplesPerSecond},
    StepSeries{series::kStepSeconds, &StepValues::stepSeconds},
    StepSeries{series::kLoaderWait, &StepValues::loaderWait},
    StepSeries{series::kProcessMemory, &StepValues::processMemory},
    StepSeries{series::kTensorMemory, &StepValues::tensorMemory},
    StepSeries{series::kMemoryPeak, &StepValues::memoryPeak},
    StepSeries{series::kMemoryParameters, &StepValues::memoryParameters},
    StepSeries{series::kMemoryGradients, &StepValues::memoryGradients},
    StepSeries{series::kMemoryOptimizer, &StepValues::memoryOptimizer},
    StepSeries{series::kMemoryActivations, &StepValues::memoryActivations},
    StepSeries{series::kMemoryInput, &StepValues::memoryInput},
    StepSeries{series::kMemoryWorkspace, &StepValues::memoryWorkspace},
};

std::string_view unitOf(std::string_view name) {
    const auto kinds = seriesKinds();
    const auto kind = std::ranges::find(kinds, name, &SeriesKind::name);
    return kind == kinds.end() ? std::string_view{} : kind->unit;
}

class JournalPackets : public PacketWriter {
public:
    explicit JournalPackets(JournalWriter journal) : m_journal(std::move(journal)) {}
    Result<void> append(const Packet& packet) override { return m_journal.append(packet); }
    Result<void> sync() override { return m_journal.sync(); }
    std::uint64_t offset() const override { return m_journal.offset(); }

private:
    JournalWriter m_journal;
};

}  // namespace

std::unique_ptr<PacketWriter> packetWriter(JournalWriter journal) { return std::make_unique<JournalPackets>(std::move(journal)); }

EventSink::EventSink(std::unique_ptr<PacketWriter> journal, std::filesystem::path reserve)
    : m_journal(std::move(journal)), m_reserve(std::move(reserve)) {
    for (std::uint16_t index = 0; index < kStepSeries.size(); ++index) m_steps.columns.push_back({index, {}});
}

Result<void> EventSink::makeReserve() {
    // Written, not only sized: a sparse file holds no room.
    const auto made = writeFileAtomically(m_reserve, std::string(kReserveBytes, '\0'));
    return made ? made : made.error().in(say("keeping some room on the disk for the end of the run"));
}

void EventSink::removeReserve() {
    std::error_code ignored;  // when it cannot be removed, a megabyte stays
    std::filesystem::remove(m_reserve, ignored);
}

Result<void> EventSink::declareSeries(std::span<const std::string> metrics, std::span<const std::string> observations,
                                      std::span<const std::string> more, std::span<const std::string> further) {
    std::vector<std::string> names;
    for (const StepSeries& row : kStepSeries) names.emplace_back(row.name);
    names.emplace_back(series::kEpochTrainLoss);
    names.emplace_back(series::kValidationLoss);
    for (const char* part : {"train.", "val."})
        for (const std::string& metric : metrics) names.push_back(part + metric);
    names.insert(names.end(), more.begin(), more.end());
    const auto addPerStep = [&](std::string name) {
        m_steps.columns.push_back({static_cast<std::uint16_t>(names.size()), {}});
        names.push_back(std::move(name));
    };
    for (const std::string& observation : observations) addPerStep(std::string(series::kNodePrefix) + observation);
    for (const std::string& name : further) addPerStep(name);
    std::uint16_t index = 0;
    for (std::string& name : names) {
        const std::string unit(unitOf(name));
        if (auto written = append(SeriesDeclared{index++, std::move(name), unit}); !written) return written;
    }
    return {};
}

Result<void> EventSink::step(const StepValues& values) {
    m_steps.steps.push_back(values.step);
    m_steps.times.push_back(values.time);
    for (std::size_t i = 0; i < kStepSeries.size(); ++i) m_steps.columns[i].values.push_back(values.*kStepSeries[i].value);
    assert(kStepSeries.size() + values.observations.size() + values.further.size() == m_steps.columns.size());
    std::size_t column = kStepSeries.size();
    for (const auto* numbers : {&values.observations, &values.further})
        for (const double number : *numbers) m_steps.columns[column++].values.push_back(number);
    // Measured from the last flush, not from the first step gathered: a step that takes long is seen when it is over.
    // The absolute value: a clock that was set back must not hold the values.
    return std::abs(values.time - m_lastFlush) < kBatchSeconds ? Result<void>{} : flush();
}

Result<void> EventSink::epoch(const EpochValues& values) {
    assert(values.train.size() == values.validation.size());
    MetricBatch batch{{values.step}, {values.time}, {}};
    auto index = static_cast<std::uint16_t>(kStepSeries.size());
    const auto add = [&](double value) { batch.columns.push_back({index++, {value}}); };
    add(values.trainLoss);
    add(values.validationLoss);
    for (double value : values.train) add(value);
    for (double value : values.validation) add(value);
    for (double value : values.more) add(value);
    return append(batch);
}

Result<void> EventSink::append(const Packet& packet) {
    if (auto flushed = flush(); !flushed) {
        // The steps are lost or the disk is full; the packet is still worth a try, because it may be the last that says why.
        (void)write(packet);
        return flushed;
    }
    return write(packet);
}

Result<void> EventSink::log(LogSeverity severity, std::string text, std::string node) {
    std::fprintf(stderr, "%s\n", text.c_str());
    return append(LogLine{secondsSinceEpoch(), severity, std::move(text), std::move(node)});
}

Result<void> EventSink::flush() {
    if (m_steps.steps.empty()) return {};
    m_lastFlush = m_steps.times.back();
    auto written = write(m_steps);
    m_steps.steps.clear();
    m_steps.times.clear();
    for (auto& column : m_steps.columns) column.values.clear();
    return written;
}

Result<void> EventSink::sync() {
    if (auto flushed = flush(); !flushed) return flushed;
    return syncJournal();
}

Result<void> EventSink::write(const Packet& packet) {
    auto written = m_journal->append(packet);
    if (!written && written.error().code() == ErrorCode::OutOfSpace && !m_outOfSpace) {
        m_outOfSpace = written.error();
        removeReserve();
        (void)m_journal->append(packet);
    }
    if (m_grown) m_grown(m_journal->offset());
    // Said again each time: the first may have met somebody who goes on without a line of the log, and eats up the reserve.
    return m_outOfSpace ? *m_outOfSpace : written;
}

}  // namespace seekbench
