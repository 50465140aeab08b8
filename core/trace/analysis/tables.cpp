// SPDX-License-Identifier: Apache-2.0
#include "core/trace/analysis/tables.h"

#include <algorithm>
#include <array>
#include <map>
#include <thread>
#include <tuple>
#include <unordered_set>

#include "core/trace/analysis/nesting.h"

namespace seekbench {
namespace {

constexpr std::size_t kSlicesWorthAThread = 200'000;

// Sums by the number of a name: names are few and dense, so this is an array and not a map.
struct OperatorSums {
    std::int64_t self = 0, total = 0, worked = 0;
    std::uint64_t calls = 0;
    double flops = 0, bytes = 0, attainable = 0;
    std::uint32_t open = 0;  // calls of this name that are around the current instant
    void add(const OperatorSums& other) {
        self += other.self;
        total += other.total;
        worked += other.worked;
        calls += other.calls;
        flops += other.flops;
        bytes += other.bytes;
        attainable += other.attainable;
    }
};

struct Work {
    double flops = 0, bytes = 0, attainable = 0;
    bool any() const { return flops > 0 || bytes > 0; }
};

std::vector<Work> workOf(const Trace& trace) {
    const Dictionary& words = trace.dictionary();
    std::vector<Work> works(words.argumentSets());
    for (ArgumentsId id = 0; id < works.size(); ++id) {
        const Arguments& arguments = words.arguments(id);
        works[id] = {arguments.flops, arguments.bytes,
                     attainableSeconds(trace.ceilings(), words.text(arguments.type), arguments.flops, arguments.bytes)};
    }
    return works;
}

template <bool kFiltered>
struct OperatorVisitor {
    const SliceColumns& slices;
    const Dictionary& words;
    const ScopeFilter& filter;
    const Attribution* attribution;  // where something is filtered
    TrackId track;
    const std::vector<StringId>& names;  // by label
    const std::vector<Work>& works;      // by arguments
    TimeSpan span;
    std::vector<OperatorSums>& sums;  // by name
    struct Open {
        OperatorSums* sum = nullptr;  // null: not taken
        bool outermost = false;
    };
    std::vector<Open> open = std::vector<Open>(64);

    void enter(std::uint32_t slice, std::uint32_t, std::uint32_t depth) {
        const LabelId label = slices.labels()[slice];
        if (open.size() <= depth) open.resize(depth + 1);
        Open& here = open[depth];
        here = {};
        if constexpr (kFiltered)
            if (!filter.takes(attribution->of(track, slice))) return;
        OperatorSums& sum = sums[names[label]];
        here = {&sum, sum.open++ == 0};
        ++sum.calls;
        const ArgumentsId arguments = slices.arguments()[slice];
        if (arguments == 0) return;
        if (const Work& work = works[arguments]; work.any()) {
            sum.flops += work.flops;
            sum.bytes += work.bytes;
            sum.attainable += work.attainable;
            sum.worked += length(slice);
        }
    }
    void self(std::uint32_t, std::uint32_t depth, std::int64_t from, std::int64_t to) {
        if (OperatorSums* const sum = open[depth].sum) sum->self += to - from;
    }
    void leave(std::uint32_t slice, std::uint32_t depth) {
        const Open& here = open[depth];
        if (!here.sum) return;
        --here.sum->open;
        if (here.outermost) here.sum->total += length(slice);
    }
    std::int64_t length(std::uint32_t slice) const {
        return std::min(slices.end(slice), span.end) - std::max(slices.starts()[slice], span.begin);
    }
};

// Adds up kernels by name, implementation, grid and block; registers and memory follow from the kernel.
class KernelSums {
public:
    explicit KernelSums(const Dictionary& words) : m_words(words), m_implementation(words.find(kImplementation).value_or(0)) {}

    // `cut`: the part of it that counts; `exclusive`: how much of it; `work`: what it does all in all.
    void add(LabelId label, const Arguments& arguments, const Scope& scope, const TimeSpan& cut, double exclusive, const Arguments& work) {
        const StringId name = m_words.label(label).name;
        StringId implementation = 0;
        for (const auto& [key, value] : arguments.other)
            if (key == m_implementation && key != 0) implementation = value;
        std::array<std::uint32_t, 6> shape{};
        if (const auto& kernel = arguments.kernel)
            shape = {kernel->grid[0], kernel->grid[1], kernel->grid[2], kernel->block[0], kernel->block[1], kernel->block[2]};
        Sum& sum = m_sums[{name, implementation, shape}];
        KernelRow& row = sum.row;
        if (row.calls == 0) {
            row.name = m_words.text(name);
            row.implementation = m_words.text(implementation);
            row.launch = arguments.kernel;
            row.shortest = cut.duration();
        }
        ++row.calls;
        row.total += cut.duration();
        row.shortest = std::min(row.shortest, cut.duration());
        row.longest = std::max(row.longest, cut.duration());
        row.exclusive += exclusive;
        row.flops += work.flops;
        row.bytes += work.bytes;
        if (work.flops > 0 || work.bytes > 0) row.worked += cut.duration();
        if (scope.node != 0 && sum.nodes.insert(scope.node).second) row.layers.emplace_back(m_words.text(scope.node));
    }
    std::vector<KernelRow> rows() {
        std::vector<KernelRow> rows;
        for (auto& [key, sum] : m_sums) rows.push_back(std::move(sum.row));
        std::ranges::stable_sort(rows, {}, [](const KernelRow& row) {
            return std::tuple(-row.exclusive, std::string_view(row.name), std::string_view(row.implementation));
        });
        return rows;
    }

private:
    struct Sum {
        KernelRow row;
        std::unordered_set<StringId> nodes;
    };
    const Dictionary& m_words;
    StringId m_implementation;
    std::map<std::tuple<StringId, StringId, std::array<std::uint32_t, 6>>, Sum> m_sums;
};

}  // namespace

double attainableSeconds(const Ceilings& ceilings, std::string_view type, double flops, double bytes) {
    const double peak = ceilings.peakOf(type);
    return std::max(peak > 0 ? flops / peak : 0, ceilings.bytesPerSecond > 0 ? bytes / ceilings.bytesPerSecond : 0);
}

std::vector<OperatorRow> operatorTable(const Trace& trace, const TraceFilter& filter) {
    const Dictionary& words = trace.dictionary();
    const ScopeFilter scopes(filter, words);
    const std::vector<Work> works = workOf(trace);
    std::vector<StringId> names(words.labels());
    for (LabelId id = 0; id < names.size(); ++id) names[id] = words.label(id).name;
    std::vector<OperatorSums> sums(words.texts());
    const std::optional<Attribution> attribution = filter.takesAll() ? std::nullopt : std::optional<Attribution>(trace);
    for (const TrackId track : trace.tracks(TrackKind::Thread)) {
        const SliceColumns& slices = trace.slices(track);
        const TimeSpan span = slices.span().clipped(filter.span);
        const auto walk = [&](const TimeSpan& part, std::vector<OperatorSums>& into) {
            if (filter.takesAll())
                sweep(slices, part, OperatorVisitor<false>{slices, words, scopes, nullptr, track, names, works, span, into});
            else
                sweep(slices, part, OperatorVisitor<true>{slices, words, scopes, &*attribution, track, names, works, span, into});
        };
        // A long track is walked in two halves side by side, cut where no slice is open, so that neither needs to know of the other.
        const std::size_t first = slices.firstFrom(span.begin), last = slices.firstFrom(span.end);
        std::optional<std::size_t> middle;
        if (last - first >= kSlicesWorthAThread) middle = slices.quietFrom(first + (last - first) / 2);
        if (!middle || *middle >= last) {
            walk(filter.span, sums);
            continue;
        }
        const std::int64_t cut = slices.starts()[*middle];
        std::vector<OperatorSums> behind(words.texts());
        {
            const std::jthread helper([&] { walk({cut, filter.span.end}, behind); });
            walk({filter.span.begin, cut}, sums);
        }
        for (StringId id = 0; id < sums.size(); ++id) sums[id].add(behind[id]);
    }
    std::vector<OperatorRow> rows;
    for (StringId id = 0; id < sums.size(); ++id) {
        const OperatorSums& sum = sums[id];
        if (sum.calls == 0) continue;
        OperatorRow& row =
            rows.emplace_back(OperatorRow{std::string(words.text(id)), sum.calls, sum.self, sum.total, sum.flops, sum.bytes, sum.worked});
        if (sum.attainable > 0 && sum.worked > 0) row.efficiency = sum.attainable * 1e9 / static_cast<double>(sum.worked);
    }
    std::ranges::sort(rows, {}, [](const OperatorRow& row) { return std::tuple(-row.self, -row.total, std::string_view(row.name)); });
    return rows;
}

SharedTime::SharedTime(const Trace& trace, std::span<const TrackId> tracks) {
    std::vector<std::int64_t> starts, ends;
    for (const TrackId track : tracks) {
        const SliceColumns& slices = trace.slices(track);
        starts.insert(starts.end(), slices.starts().begin(), slices.starts().end());
        for (std::size_t i = 0; i < slices.size(); ++i) ends.push_back(slices.end(i));
    }
    std::ranges::sort(starts);
    std::ranges::sort(ends);
    // A slice gets the growth, while it runs, of one common sum of dt / k: two look-ups a slice instead of one for each instant of each.
    double sum = 0;
    std::int64_t running = 0;
    std::size_t start = 0, end = 0;
    while (end < ends.size()) {
        const bool begins = start < starts.size() && starts[start] <= ends[end];
        const std::int64_t time = begins ? starts[start++] : ends[end++];
        if (!m_corners.empty() && running > 0) sum += static_cast<double>(time - m_corners.back().time) / static_cast<double>(running);
        running += begins ? 1 : -1;
        if (!m_corners.empty() && m_corners.back().time == time)
            m_corners.back().sum = sum;
        else
            m_corners.push_back({time, sum});
    }
}

double SharedTime::at(std::int64_t time) const {
    const auto after = std::ranges::upper_bound(m_corners, time, {}, &Corner::time);
    if (after == m_corners.begin()) return 0;
    const Corner& a = *(after - 1);
    if (after == m_corners.end()) return a.sum;
    return a.sum + (after->sum - a.sum) * (static_cast<double>(time - a.time) / static_cast<double>(after->time - a.time));
}

std::vector<KernelRow> kernelTable(const Trace& trace, const TraceFilter& filter) {
    const Dictionary& words = trace.dictionary();
    const auto streams = trace.tracks(TrackKind::Stream);
    const std::optional<StringId> hostKernel = words.find(kHostKernel), layer = words.find("layer");
    if (streams.empty() && !hostKernel) return {};
    const ScopeFilter scopes(filter, words);
    const Attribution attribution(trace);
    const SharedTime shared(trace, streams);
    KernelSums sums(words);
    for (const TrackId track : streams) {
        const SliceColumns& slices = trace.slices(track);
        for (std::uint32_t i = 0; i < slices.size(); ++i) {
            const TimeSpan cut = TimeSpan{slices.starts()[i], slices.end(i)}.clipped(filter.span);
            const Scope& scope = attribution.of(track, i);
            if (cut.empty() || !scopes.takes(scope)) continue;
            const Arguments& arguments = words.arguments(slices.arguments()[i]);
            sums.add(slices.labels()[i], arguments, scope, cut, shared.between(cut.begin, cut.end), arguments);
        }
    }
    const Arguments nothing;
    for (const TrackId track : trace.tracks(TrackKind::Thread)) {
        if (!hostKernel) break;
        const SliceColumns& slices = trace.slices(track);
        // The layer around a kernel states the work, once in a pass: the first kernel within does it.
        std::uint32_t stating = kNoSlice;
        for (std::uint32_t i = 0; i < slices.size(); ++i) {
            const StringId category = words.label(slices.labels()[i]).category;
            if (category == layer && slices.arguments()[i] != 0) stating = i;
            if (category != *hostKernel) continue;
            const bool isStated = stating != kNoSlice && slices.starts()[i] < slices.end(stating);
            const Arguments& work = isStated ? words.arguments(slices.arguments()[stating]) : nothing;
            stating = kNoSlice;
            const TimeSpan cut = TimeSpan{slices.starts()[i], slices.end(i)}.clipped(filter.span);
            const Scope& scope = attribution.of(track, i);
            if (cut.empty() || !scopes.takes(scope)) continue;
            sums.add(slices.labels()[i], words.arguments(slices.arguments()[i]), scope, cut, static_cast<double>(cut.duration()), work);
        }
    }
    return sums.rows();
}

}  // namespace seekbench
