// SPDX-License-Identifier: Apache-2.0
#include "core/run/predictions.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>
#include <map>
#include <numeric>

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/evaluation/intervals.h"
#include "core/run/byte_fields.h"

namespace seekbench {
namespace {

constexpr std::string_view kMagic = "SEEKPRED";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kHeader = 8 + 4 + 4 + 8;
constexpr std::size_t kLargestFile = std::size_t{64} << 20;
constexpr std::size_t kSampleBytes = 8 + 2 + 2 + 4;

std::uint32_t checksum(std::string_view bytes) { return crc32c(std::as_bytes(std::span(bytes.data(), bytes.size()))); }

std::filesystem::path fileOf(const RunFolder& folder) { return folder.artifactsFolder() / "predictions"; }

Error damaged() {
    return Error(ErrorCode::Corrupt, say("The file of predictions is damaged."), say("The next validation of the run writes it anew."));
}

}  // namespace

std::int64_t Predictions::correct() const { return std::ranges::count_if(samples, &Prediction::isCorrect); }

std::int64_t Predictions::classes() const {
    std::int64_t count = static_cast<std::int64_t>(classNames.size());
    for (const Prediction& sample : samples) count = std::max<std::int64_t>({count, sample.target + 1, sample.predicted + 1});
    return count;
}

std::string predictionsToBytes(const Predictions& predictions) {
    std::string body;
    body.reserve(64 + predictions.samples.size() * kSampleBytes);
    put(body, predictions.step);
    put(body, predictions.epoch);
    put(body, predictions.validated);
    put(body, static_cast<std::uint8_t>(predictions.part == Part::Test));
    put(body, static_cast<std::uint32_t>(predictions.classNames.size()));
    for (const std::string& name : predictions.classNames) {
        put(body, static_cast<std::uint32_t>(name.size()));
        body += name;
    }
    put(body, static_cast<std::uint32_t>(predictions.samples.size()));
    for (const Prediction& sample : predictions.samples) put(body, sample.index);
    for (const Prediction& sample : predictions.samples) put(body, static_cast<std::uint16_t>(sample.target));
    for (const Prediction& sample : predictions.samples) put(body, static_cast<std::uint16_t>(sample.predicted));
    for (const Prediction& sample : predictions.samples) put(body, std::bit_cast<std::uint32_t>(sample.probability));

    std::string bytes(kMagic);
    put(bytes, kVersion);
    put(bytes, checksum(body));
    put(bytes, static_cast<std::uint64_t>(body.size()));
    return bytes + body;
}

Result<Predictions> predictionsFromBytes(std::string_view bytes) {
    if (!bytes.starts_with(kMagic)) return damaged();
    ByteFields header(bytes.substr(kMagic.size()));
    const auto version = header.take<std::uint32_t>();
    if (header.whole() && version > kVersion)
        return Error(ErrorCode::NewerVersion, say("The predictions were written by a newer Seekbench (format %1).", version),
                     say("Install the newer version to see them."));
    const auto crc = header.take<std::uint32_t>();
    const auto length = header.take<std::uint64_t>();
    if (!header.whole() || version == 0 || length != bytes.size() - kHeader || checksum(bytes.substr(kHeader)) != crc) return damaged();

    ByteFields body(bytes.substr(kHeader));
    Predictions result;
    result.step = body.take<std::int64_t>();
    result.epoch = body.take<std::int64_t>();
    result.validated = body.take<std::int64_t>();
    result.part = body.take<std::uint8_t>() != 0 ? Part::Test : Part::Train;
    const auto names = body.take<std::uint32_t>();
    for (std::uint32_t i = 0; i < names && body.whole(); ++i) result.classNames.push_back(body.text(body.take<std::uint32_t>()));
    const auto count = body.take<std::uint32_t>();
    if (!body.has(count * kSampleBytes)) return damaged();
    result.samples.resize(count);
    for (Prediction& sample : result.samples) sample.index = body.take<std::int64_t>();
    for (Prediction& sample : result.samples) sample.target = body.take<std::uint16_t>();
    for (Prediction& sample : result.samples) sample.predicted = body.take<std::uint16_t>();
    for (Prediction& sample : result.samples) {
        sample.probability = std::bit_cast<float>(body.take<std::uint32_t>());
        if (!(sample.probability >= 0)) sample.probability = 0;  // of a network whose outputs are no numbers: nothing it is sure of
    }
    if (!body.atEnd()) return damaged();
    return result;
}

Result<void> writePredictions(const RunFolder& folder, const Predictions& predictions) {
    if (auto made = makeFolder(folder.artifactsFolder()); !made) return made.error().in(say("writing the predictions"));
    if (auto written = writeFileAtomically(fileOf(folder), predictionsToBytes(predictions)); !written)
        return written.error().in(say("writing the predictions"));
    return {};
}

Result<Predictions> readPredictions(const RunFolder& folder) {
    auto bytes = readFile(fileOf(folder), kLargestFile);
    if (!bytes) return bytes.error().in(say("reading the predictions"));
    auto predictions = predictionsFromBytes(*bytes);
    if (!predictions) return predictions.error().in(say("reading the predictions"));
    return predictions;
}

Share wilsonShare(std::int64_t correct, std::int64_t count) {
    Share share{.correct = correct, .count = count};
    if (count <= 0) return share;
    const Interval interval = wilsonInterval(share.value(), static_cast<double>(count));
    share.low = interval.low;
    share.high = interval.high;
    return share;
}

std::vector<Share> classShares(const Predictions& predictions) {
    std::vector<std::pair<std::int64_t, std::int64_t>> counts(static_cast<std::size_t>(predictions.classes()));
    for (const Prediction& sample : predictions.samples) {
        auto& [correct, count] = counts[static_cast<std::size_t>(sample.target)];
        correct += sample.isCorrect();
        ++count;
    }
    std::vector<Share> shares;
    for (const auto& [correct, count] : counts) shares.push_back(wilsonShare(correct, count));
    return shares;
}

std::vector<Confusion> confusions(const Predictions& predictions, std::size_t most) {
    std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t> counts;
    for (const Prediction& sample : predictions.samples)
        if (!sample.isCorrect()) ++counts[{sample.target, sample.predicted}];
    std::vector<Confusion> result;
    for (const auto& [classes, count] : counts) result.push_back({classes.first, classes.second, count});
    std::ranges::stable_sort(result, std::greater{}, &Confusion::count);
    if (result.size() > most) result.resize(most);
    return result;
}

std::vector<std::size_t> orderedSamples(const Predictions& predictions, PredictionOrder order, std::uint64_t seed) {
    const auto& samples = predictions.samples;
    std::vector<std::size_t> places(samples.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    const auto probability = [&](std::size_t place) { return samples[place].probability; };
    switch (order) {
        case PredictionOrder::All: break;
        case PredictionOrder::Random:
            std::ranges::sort(places, {}, [&](std::size_t place) {
                // SplitMix64 of the place: the same picture order for the same seed, on every platform.
                std::uint64_t z = seed + 0x9E3779B97F4A7C15u * (place + 1);
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
                return z ^ (z >> 31);
            });
            break;
        case PredictionOrder::OnlyWrong:
            std::erase_if(places, [&](std::size_t place) { return samples[place].isCorrect(); });
            std::ranges::stable_sort(places, std::greater{}, probability);
            break;
        case PredictionOrder::LeastSure: std::ranges::stable_sort(places, {}, probability); break;
    }
    return places;
}

}  // namespace seekbench
