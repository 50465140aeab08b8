// SPDX-License-Identifier: Apache-2.0
#include "core/trace/formats/chrome_words.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/trace/formats/json_stream.h"

namespace seekbench {
namespace {

constexpr std::size_t kLongestArgument = 2048;
constexpr std::size_t kMostOther = 24;

// Numbers that are another one for each event; "ac2g" and "fwdbwd" flows say what they are good for.
constexpr std::string_view kPassing[] = {
    "External id",     "correlation",      "Sequence number", "Fwd thread id", "Ev Idx",           "Trace id",      "Record function id",
    "Python id",       "Python parent id", "queued",          "cbid",          "Python module id", "Addr",          "Trace name",
    "Call stack",      "device",           "stream",          "context",       "warps per SM",     "blocks per SM", "graph node id",
    "Concrete Inputs", "Input Strides",    "Python thread"};

struct TypeName {
    std::string_view theirs, ours;
};
constexpr TypeName kTypes[] = {{"float", "fp32"},         {"double", "fp64"},      {"c10::Half", "fp16"},
                               {"c10::BFloat16", "bf16"}, {"signed char", "int8"}, {"unsigned char", "uint8"},
                               {"int", "int32"},          {"long int", "int64"},   {"long", "int64"}};

// "[[32, 64], [], [64]]" without the outer brackets.
std::string shapesOf(std::string_view value) {
    if (value.size() < 2 || value.front() != '[') return {};
    value = value.substr(1, value.size() - 2).substr(0, kLongestArgument);
    return isUtf8(value) ? std::string(value) : asUtf8(value);
}

// Of the first input that is a tensor of numbers.
std::string typeOf(std::string_view value) {
    for (std::size_t quote = value.find('"'); quote != std::string_view::npos; quote = value.find('"', quote)) {
        const std::size_t end = value.find('"', quote + 1);
        if (end == std::string_view::npos) break;
        const std::string_view name = value.substr(quote + 1, end - quote - 1);
        const auto known = std::ranges::find(kTypes, name, &TypeName::theirs);
        if (known != std::end(kTypes)) return std::string(known->ours);
        quote = end + 1;
    }
    return {};
}

void readSizes(std::string_view value, std::uint32_t (&sizes)[3]) {
    std::size_t at = 0;
    for (std::uint32_t& size : sizes) {
        at = value.find_first_of("0123456789", at);
        if (at == std::string_view::npos) return;
        const auto [end, failure] = std::from_chars(value.data() + at, value.data() + value.size(), size);
        if (failure != std::errc()) size = 1;
        at = static_cast<std::size_t>(end - value.data());
    }
}

std::uint32_t countOf(std::string_view value) {
    double number = 0;
    return numberOf(value, number) && number >= 0 && number < 4e9 ? static_cast<std::uint32_t>(number) : 0;
}

double workOf(std::string_view value) {
    double number = 0;
    return numberOf(value, number) && number > 0 ? number : 0;
}

}  // namespace

ChromePlace placeOf(std::string_view category) {
    if (category == "kernel" || category == "gpu_memcpy" || category == "gpu_memset" || category == "cuda_sync") return ChromePlace::Stream;
    if (category == "gpu_user_annotation" || category == "Trace" || category == "overhead") return ChromePlace::Beside;
    return ChromePlace::Thread;
}

FlowKind flowKindOf(std::string_view category) {
    if (category == "ac2g" || category == "async_gpu") return FlowKind::Launch;
    if (category == "fwdbwd" || category == "forward_backward") return FlowKind::Backward;
    return FlowKind::Other;
}

std::string_view categoryOf(FlowKind kind) {
    switch (kind) {
        case FlowKind::Launch: return "ac2g";
        case FlowKind::Backward: return "fwdbwd";
        case FlowKind::Other: break;
    }
    return "flow";
}

Phase phaseOfName(std::string_view name) {
    if (name.starts_with("autograd::engine::evaluate_function")) return Phase::Backward;
    if (name.starts_with("Optimizer.step#") || name.starts_with("Optimizer.zero_grad#")) return Phase::Optimizer;
    if (name.starts_with("enumerate(DataLoader)#")) return Phase::Data;
    if (name.starts_with("nccl:") || name.starts_with("c10d::") || name.starts_with("ncclKernel") || name.starts_with("ncclDevKernel"))
        return Phase::Communication;
    return Phase::None;
}

bool stepOfName(std::string_view name, std::int64_t& number) {
    constexpr std::string_view kStep = "ProfilerStep#";
    return name.starts_with(kStep) && integerOf(name.substr(kStep.size()), number);
}

ChromeArguments readChromeArguments(std::string_view object) {
    ChromeArguments arguments;
    eachField(object, [&](std::string_view key, std::string_view value) {
        if (key == "Input Dims" || key == "Input dims" || key == "shapes") {
            arguments.shapes = isText(value) ? std::string(value.substr(1, value.size() - 2).substr(0, kLongestArgument)) : shapesOf(value);
        } else if (key == "Input type") {
            arguments.type = typeOf(value);
        } else if (key == "type" && isText(value)) {
            arguments.type = value.substr(1, value.size() - 2).substr(0, 32);
        } else if (key == "flops") {
            arguments.flops = workOf(value);
        } else if (key == "bytes") {
            arguments.bytes = workOf(value);
        } else if (key == "grid") {
            readSizes(value, arguments.kernel.grid);
            arguments.hasKernel = true;
        } else if (key == "block") {
            readSizes(value, arguments.kernel.block);
            arguments.hasKernel = true;
        } else if (key == "registers per thread") {
            arguments.kernel.registersPerThread = countOf(value);
        } else if (key == "shared memory") {
            arguments.kernel.sharedBytes = countOf(value);
        } else if (key == "est. achieved occupancy %") {
            arguments.kernel.occupancy = static_cast<float>(workOf(value) / 100);
        } else if (key == "tensor cores") {
            arguments.kernel.tensorCores = value == "true";
        } else if (key == "node" && isText(value)) {
            arguments.node = value;
        } else if (key == "phase" && isText(value)) {
            arguments.phase = value;
        } else if (std::ranges::find(kPassing, key) == std::end(kPassing) && arguments.other.size() < kMostOther) {
            arguments.other.emplace_back(key.substr(0, kLongestArgument), value.substr(0, kLongestArgument));
        }
    });
    return arguments;
}

}  // namespace seekbench
