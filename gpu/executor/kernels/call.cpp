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

double measure(const std::function<void()>& work) {
    using Clock = std::chrono::steady_clock;
    ++measurements();
    constexpr int kLeast = 4, kMost = 12;  // rounds; the first warms the caches up
    constexpr double kEnough = 5e-3;       // seconds: what is short is measured more often, as other programs disturb it more
    double best = 1e300, total = 0;
    for (int round = 0; round < kLeast || (round < kMost && total < kEnough); ++round) {
        const auto begun = Clock::now();
        work();
        const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();
        best = std::min(best, seconds);
        total += seconds;
    }
    return best;
}

double measure(const dnnl::engine& engine, const dnnl::stream& stream, const dnnl::primitive& primitive,
               const std::vector<std::pair<int, Layout>>& arguments) {
    std::unordered_map<int, dnnl::memory> memory;
    for (const auto& [number, layout] : arguments) {
        if (layout.get_size() == 0) continue;
        dnnl::memory block(layout, engine);
        std::memset(block.get_data_handle(), 0, layout.get_size());
        memory.emplace(number, std::move(block));
    }
    return measure([&] { primitive.execute(stream, memory); });
}

}  // namespace seekbench::executor
