// SPDX-License-Identifier: Apache-2.0
#include "app/cli/progress_line.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/cli/format.h"
#include "core/run/metric.h"

namespace seekbench {
namespace {

constexpr int kBarWidth = 24, kSmallestBar = 4;
constexpr std::string_view kValidation = "val.";

double share(const RunProgress& progress) {
    if (progress.totalSteps <= 0) return 0;
    return std::clamp(static_cast<double>(progress.step) / static_cast<double>(progress.totalSteps), 0.0, 1.0);
}

bool startsWith(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

// Brief pieces fit beside each other into 80 columns: "accuracy 0.87" for val.accuracy, of the time left the longer estimate.
enum class Detail { Full, Brief };

// The pieces after the bar, the most wanted first.
std::vector<std::string> pieces(const RunProgress& progress, Detail detail) {
    const bool brief = detail == Detail::Brief;
    std::vector<std::string> result;
    if (progress.state == RunState::Paused) result.push_back("paused");
    if (progress.state == RunState::Stopping) result.push_back("stopping");
    if (const auto loss = progress.value(series::kTrainLoss)) result.push_back("loss " + numberText(*loss));
    for (const auto& [name, value] : progress.values)
        if (startsWith(name, kValidation) && name != series::kValidationLoss)
            result.push_back(name.substr(brief ? kValidation.size() : 0) + " " + numberText(value));
    if (const auto rate = progress.value(series::kSamplesPerSecond)) result.push_back(numberText(std::round(*rate)) + " samples/s");
    if (const std::string left = timeLeftText(progress); !left.empty())
        result.push_back(brief ? "< " + durationText(progress.secondsLeftHigh) + " left" : left);
    return result;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

std::string bar(double share, int width, bool colour) {
    const int done = static_cast<int>(share * width);
    const std::string filled(static_cast<std::size_t>(done), '#'), open(static_cast<std::size_t>(width - done), '-');
    return colour ? "[\033[32m" + filled + "\033[0m" + open + "]" : "[" + filled + open + "]";
}

}  // namespace

std::string progressLine(const RunProgress& progress, const LineStyle& style) {
    const std::string percent = " " + std::to_string(static_cast<int>(share(progress) * 100)) + " %";
    const int room = style.width - 1;  // a full line would wrap
    const auto fits = [&](const std::string& tail, int barWidth) { return barWidth + 2 + columnsOf(percent) + columnsOf(tail) <= room; };

    std::vector<std::string> parts = pieces(progress, Detail::Full);
    if (!fits(", " + joined(parts), kSmallestBar)) parts = pieces(progress, Detail::Brief);
    while (!parts.empty() && !fits(", " + joined(parts), kSmallestBar)) parts.pop_back();
    std::string tail = joined(parts);
    if (!tail.empty()) tail.insert(0, ", ");
    int width = kBarWidth;
    while (width > kSmallestBar && !fits(tail, width)) --width;
    if (!fits(tail, width)) return percent.substr(1);
    return bar(share(progress), width, style.colour) + percent + tail;
}

std::string plainLine(const RunProgress& progress) {
    std::string text = "step " + withSeparators(progress.step) + " of " + withSeparators(progress.totalSteps);
    if (progress.epochs() > 0) text += ", epoch " + withSeparators(progress.epoch()) + " of " + withSeparators(progress.epochs());
    const std::string tail = joined(pieces(progress, Detail::Full));
    return tail.empty() ? text : text + ": " + tail;
}

std::string epochLine(const RunProgress& progress) {
    std::vector<std::string> parts;
    for (const auto& [name, value] : progress.values) {
        const bool perEpoch = startsWith(name, "val.") || (startsWith(name, "train.") && name != series::kTrainLoss);
        if (perEpoch) parts.push_back(name + " " + numberText(value));
    }
    const std::int64_t epoch = progress.stepsPerEpoch > 0 ? progress.validatedStep / progress.stepsPerEpoch : 0;
    return "epoch " + withSeparators(epoch) + " of " + withSeparators(progress.epochs()) + ": " + joined(parts);
}

std::string timeLeftText(const RunProgress& progress) {
    const std::string low = durationText(progress.secondsLeftLow), high = durationText(progress.secondsLeftHigh);
    if (!(progress.secondsLeftHigh > 0)) return {};
    return low == high ? high + " left" : low + " to " + high + " left";
}

}  // namespace seekbench
