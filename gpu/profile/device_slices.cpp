// SPDX-License-Identifier: Apache-2.0
#include "gpu/profile/device_slices.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

#include <cxxabi.h>

namespace seekbench {
namespace {

// Of layers and phases that are over, and of launches: longer than any queue of work for a device.
constexpr std::size_t kRemembered = std::size_t{1} << 18;

void remember(auto& spans, const auto& span) {
    spans.push_back(span);
    if (spans.size() > kRemembered) spans.pop_front();
}

// "void at::native::vectorized_elementwise_kernel<4, …>(int, …)" without the arguments.
std::string readable(const std::string& name) {
    int status = 0;
    char* const text = abi::__cxa_demangle(name.c_str(), nullptr, nullptr, &status);
    std::string result = status == 0 && text != nullptr ? text : name;
    std::free(text);
    if (result.starts_with("void ")) result.erase(0, 5);
    // The last parenthesis that is opened on the outside begins the arguments.
    int depth = 0;
    for (std::size_t i = result.size(); i-- > 0 && result.back() == ')';) {
        if (result[i] == ')') ++depth;
        if (result[i] == '(' && --depth == 0) {
            if (i > 0) result.erase(i);
            break;
        }
    }
    return result;
}

}  // namespace

void DeviceSlices::addLayer(std::int64_t thread, std::int64_t start, std::int64_t end, StringId node) {
    remember(m_threads[thread].layers, Span{start, end, node});
}

void DeviceSlices::addPhase(std::int64_t start, std::int64_t end, Phase phase) {
    remember(m_phases, Span{start, end, static_cast<std::uint32_t>(phase)});
}

void DeviceSlices::addClocks(std::uint64_t device, std::int64_t host, std::int64_t uncertain) {
    if (!m_clocks.empty()) m_residual = std::max(m_residual, std::max(std::abs(hostTime(device) - host), uncertain));
    m_clocks.push_back({device, host});
}

// Between two pairs on the straight line, beyond the last ones in parallel to the host's clock.
std::int64_t DeviceSlices::hostTime(std::uint64_t device) const {
    const auto after = std::lower_bound(m_clocks.begin(), m_clocks.end(), device,
                                        [](const Clocks& clocks, std::uint64_t time) { return clocks.device < time; });
    const auto beside = [device](const Clocks& clocks) { return clocks.host + static_cast<std::int64_t>(device - clocks.device); };
    if (after == m_clocks.begin()) return beside(m_clocks.front());
    if (after == m_clocks.end()) return beside(m_clocks.back());
    const Clocks& before = *(after - 1);
    const double rate = static_cast<double>(after->host - before.host) / static_cast<double>(after->device - before.device);
    return before.host + static_cast<std::int64_t>(rate * static_cast<double>(device - before.device));
}

void DeviceSlices::add(const DeviceActivity& activity) {
    ++m_received;
    if (activity.kind == DeviceActivity::Kind::Launch) {
        // Kept after its kernel has come: a graph's launch has many.
        if (m_launches.insert_or_assign(activity.correlation, Launch{activity.thread, activity.start}).second)
            m_launchOrder.push_back(activity.correlation);
        if (m_launchOrder.size() > kRemembered) {
            m_launches.erase(m_launchOrder.front());
            m_launchOrder.pop_front();
        }
        return;
    }
    Work work{activity, nameOf(activity)};
    work.activity.name = {};
    m_waiting.push_back(work);
}

void DeviceSlices::settle(bool everything) {
    const std::int64_t known = m_phases.empty() ? INT64_MIN : m_phases.back().end;
    std::erase_if(m_waiting, [&](const Work& work) {
        const auto launch = m_launches.find(work.activity.correlation);
        const bool found = launch != m_launches.end();
        if (!everything && (!found || hostTime(launch->second.start) >= known)) return false;
        write(work, found ? &launch->second : nullptr);
        return true;
    });
}

const DeviceSlices::Span* DeviceSlices::spanAt(const std::deque<Span>& spans, std::int64_t time) {
    const auto after = std::upper_bound(spans.begin(), spans.end(), time, [](std::int64_t at, const Span& span) { return at < span.end; });
    return after != spans.end() && after->start <= time ? &*after : nullptr;
}

void DeviceSlices::write(const Work& work, const Launch* launch) {
    const std::int64_t start = hostTime(work.activity.start), end = std::max(start, hostTime(work.activity.end));
    Label label{.name = work.name};
    std::optional<std::pair<TrackId, std::int64_t>> cause;
    bool isWithin = false;
    if (launch) {
        const std::int64_t time = hostTime(launch->start);
        if (const Span* phase = spanAt(m_phases, time)) {
            label.phase = static_cast<Phase>(phase->what);
            isWithin = true;
        }
        const auto thread = m_threads.find(launch->thread);
        if (thread != m_threads.end()) {
            if (const Span* layer = spanAt(thread->second.layers, time)) label.node = layer->what;
            if (thread->second.track) cause = {*thread->second.track, time};
        }
        // Autograd launches from a thread of its own while the trainer's is in the layer.
        for (auto other = m_threads.begin(); label.node == 0 && other != m_threads.end(); ++other)
            if (const Span* layer = spanAt(other->second.layers, time)) label.node = layer->what;
    } else {
        ++m_unmatched;
    }
    if (m_onlyWithinPhases && !isWithin) return;
    Dictionary& words = m_sink.dictionary();
    label.category = words.intern(work.activity.kind == DeviceActivity::Kind::Kernel ? "kernel"
                                  : work.activity.kind == DeviceActivity::Kind::Copy ? "gpu_memcpy"
                                                                                     : "gpu_memset");
    Arguments arguments;
    arguments.bytes = static_cast<double>(work.activity.bytes);
    if (work.activity.kind == DeviceActivity::Kind::Kernel) arguments.kernel = work.activity.kernel;
    const TrackId stream = streamOf(work.activity);
    m_sink.append(stream, Slice{start, end - start, words.internLabel(label), words.internArguments(arguments)});
    if (cause) m_sink.append(Flow{FlowKind::Launch, cause->first, stream, cause->second, start});
    ++m_slices;
}

StringId DeviceSlices::nameOf(const DeviceActivity& activity) {
    Dictionary& words = m_sink.dictionary();
    if (activity.kind == DeviceActivity::Kind::Copy) return words.intern("Copy");
    if (activity.kind == DeviceActivity::Kind::Fill) return words.intern("Fill");
    const std::string name(activity.name);
    const auto [place, fresh] = m_names.try_emplace(name, StringId{0});
    if (fresh) place->second = words.intern(readable(name));
    return place->second;
}

TrackId DeviceSlices::streamOf(const DeviceActivity& activity) {
    const auto [place, fresh] = m_streams.try_emplace({activity.device, activity.stream}, TrackId{0});
    Dictionary& words = m_sink.dictionary();
    if (fresh)
        place->second = m_sink.addTrack({.kind = TrackKind::Stream,
                                         .process = activity.device,
                                         .thread = activity.stream,
                                         .name = words.intern("Stream " + std::to_string(activity.stream)),
                                         .group = words.intern("GPU " + std::to_string(activity.device))});
    return place->second;
}

}  // namespace seekbench
