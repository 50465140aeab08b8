// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/kernels/call.h"

#include <atomic>
#include <chrono>
#include <cstring>

namespace seekbench::executor {

Call& Call::with(int argument, const Layout& layout, Buffer* buffer) {
    if (buffer != nullptr) m_arguments.push_back({argument, layout, Place::Buffer, buffer});
    return *this;
}

Call& Call::weight(int argument, Weight& weight) { return this->weight(argument, weight, weight.layout); }

Call& Call::weight(int argument, Weight& weight, const Layout& layout) {
    m_arguments.push_back({argument, layout, Place::WeightData, &weight});
    return *this;
}

Call& Call::gradient(int argument, Weight& weight) { return gradient(argument, weight, weight.layout); }

Call& Call::gradient(int argument, Weight& weight, const Layout& layout) {
    m_arguments.push_back({argument, layout, Place::WeightGradient, &weight});
    return *this;
}

Call& Call::numbers(int argument, const Layout& layout, float* numbers) {
    m_arguments.push_back({argument, layout, Place::Numbers, numbers});
    return *this;
}

void Call::bind(const dnnl::engine& engine) {
    m_memory.clear();
    for (const Argument& argument : m_arguments) {
        void* data = argument.owner;
        if (argument.place == Place::Buffer) data = static_cast<Buffer*>(argument.owner)->data;
        if (argument.place == Place::WeightData) data = static_cast<Weight*>(argument.owner)->data;
        if (argument.place == Place::WeightGradient) data = static_cast<Weight*>(argument.owner)->gradient;
        m_memory.emplace(argument.number, dnnl::memory(argument.layout, engine, data));
    }
}

Call reorder(const dnnl::engine& engine, const Layout& from, Buffer* source, const Layout& to, Buffer* destination) {
    Call call(dnnl::reorder(dnnl::reorder::primitive_desc(engine, from, engine, to)));
    call.with(DNNL_ARG_FROM, from, source).with(DNNL_ARG_TO, to, destination);
    return call;
}

dnnl::primitive_attr planScratch() {
    dnnl::primitive_attr attributes;
    attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
    return attributes;
}

std::string textOf(const Sizes& sizes) {
    std::string text;
    for (const std::int64_t size : sizes) text += (text.empty() ? "" : "x") + std::to_string(size);
    return text;
}

std::string textOf(const Layout& layout) {
    const auto& blocking = layout.data.format_desc.blocking;
    std::string text = textOf(layout.dims());
    if (isPlain(layout)) return text;
    if (blocking.inner_nblks == 0) return text + " channels last";
    return text + " blocks of " + std::to_string(blocking.inner_blks[0]);
}

static std::atomic<std::int64_t>& measurements() {
    static std::atomic<std::int64_t> count = 0;
    return count;
}
std::int64_t measurementCount() { return measurements(); }

static double secondsOf(const std::function<void()>& work) {
    using Clock = std::chrono::steady_clock;
    const auto begun = Clock::now();
    work();
    return std::chrono::duration<double>(Clock::now() - begun).count();
}

double measure(const std::function<void()>& work) {
    ++measurements();
    constexpr int kLeast = 4, kMost = 12;  // rounds; the first warms the caches up
    constexpr double kEnough = 5e-3;       // seconds: what is short is measured more often, as other programs disturb it more
    double best = 1e300, total = 0;
    for (int round = 0; round < kLeast || (round < kMost && total < kEnough); ++round) {
        const double seconds = secondsOf(work);
        best = std::min(best, seconds);
        total += seconds;
    }
    return best;
}

std::size_t fastestOf(const std::vector<std::function<void()>>& ways) {
    measurements() += static_cast<std::int64_t>(ways.size());
    constexpr int kLeast = 6, kMost = 24;
    constexpr double kEnough = 10e-3;
    constexpr double kFarBehind = 1.5;  // after two rounds, for the others' sake
    std::vector<double> best(ways.size(), 1e300);
    double total = 0;
    const auto least = [&best] { return std::min_element(best.begin(), best.end()); };
    for (int round = 0; round < kLeast || (round < kMost && total < kEnough); ++round) {
        for (std::size_t i = 0; i < ways.size(); ++i) {
            if (round >= 2 && best[i] > kFarBehind * *least()) continue;
            const double seconds = secondsOf(ways[i]);
            best[i] = std::min(best[i], seconds);
            total += seconds / static_cast<double>(ways.size());
        }
    }
    return static_cast<std::size_t>(least() - best.begin());
}

std::function<void()> workOf(const dnnl::engine& engine, const dnnl::stream& stream, const dnnl::primitive& primitive,
                             const std::vector<std::pair<int, Layout>>& arguments) {
    std::unordered_map<int, dnnl::memory> memory;
    for (const auto& [number, layout] : arguments) {
        if (layout.get_size() == 0) continue;
        dnnl::memory block(layout, engine);
        std::memset(block.get_data_handle(), 0, layout.get_size());
        memory.emplace(number, std::move(block));
    }
    return [stream, primitive, memory] { primitive.execute(stream, memory); };
}

double measure(const dnnl::engine& engine, const dnnl::stream& stream, const dnnl::primitive& primitive,
               const std::vector<std::pair<int, Layout>>& arguments) {
    return measure(workOf(engine, stream, primitive, arguments));
}

}  // namespace seekbench::executor
