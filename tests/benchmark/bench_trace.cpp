// SPDX-License-Identifier: Apache-2.0
// Profiles: opening, drawing and adding up ten million slices, and reading a trace of Kineto's, against Python's json.
//
// With names as arguments (open, table, frame, import) only these parts. The slices are those of a made-up training run
// (tests/support/sample_trace.h). The JSON has a million events like Kineto writes them; the rounds of both readers alternate, so that a
// busy machine is busy for both. Peak memory is that of a process of its own.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/trace/analysis/tables.h"
#include "core/trace/formats/chrome_import.h"
#include "core/trace/levels/slice_levels.h"
#include "core/trace/trace_file.h"
#include "tests/support/sample_trace.h"

using namespace seekbench;

namespace {

constexpr int kRounds = 3;

template <class T>
T need(Result<T> result) {
    if (result) return std::move(*result);
    std::fprintf(stderr, "%s\n", result.error().english().c_str());
    std::exit(1);
}
void need(const Result<void>& result) {
    if (result) return;
    std::fprintf(stderr, "%s\n", result.error().english().c_str());
    std::exit(1);
}

double secondsOf(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void figure(const char* name, const std::vector<double>& values, const char* unit, const char* peer = "-") {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    std::printf("%-34s %8.3g %-3s %-52s %.3g..%.3g (%zu times)\n", name, median(values), unit, peer, *least, *most, values.size());
    std::fflush(stdout);
}

// The greatest memory of a process that does this, in MB; with Python as the work, of that.
double peakOf(const std::function<void()>& work) {
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        ::_exit(0);
    }
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    if (status != 0) return -1;
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

void writeProfile(const std::filesystem::path& path, std::int64_t steps) {
    auto writer = need(TraceWriter::create(path, "bench"));
    test::writeTraining(writer, steps);
    need(writer.finish());
}

void openings(const std::filesystem::path& path, const char* name) {
    std::vector<double> seconds;
    for (int round = 0; round < kRounds; ++round) seconds.push_back(secondsOf([&] { need(readTrace(path)); }));
    figure(name, seconds, "s");
}

void tables(const Trace& trace) {
    std::vector<double> milliseconds;
    for (int round = 0; round < 2 * kRounds; ++round) milliseconds.push_back(1000 * secondsOf([&] { operatorTable(trace); }));
    figure("trace_operators_10m", milliseconds, "ms");
}

// Pans and zooms over eight lines of 1920 pixels, from all of the profile down to a millionth of it.
void frames(const Trace& trace) {
    std::vector<SliceLevels> lines;
    std::vector<double> building{secondsOf([&] {
        for (TrackId track = 0; track < trace.trackCount(); ++track)
            for (SliceLevels& line : levelsOf(trace.slices(track))) lines.push_back(std::move(line));
    })};
    figure("trace_levels", building, "s");
    // The longest lines as often as it takes to fill a window of eight.
    std::ranges::sort(lines, std::greater(), &SliceLevels::size);
    std::mt19937 random(1);
    std::vector<double> milliseconds;
    std::vector<LevelPixel> pixels(1920);
    const TimeSpan all = trace.span();
    for (int frame = 0; frame < 400; ++frame) {
        const auto width = std::max<std::int64_t>(2000, all.duration() >> (frame % 20));
        const auto begin = all.begin + static_cast<std::int64_t>(static_cast<double>(all.duration() - width) *
                                                                 (static_cast<double>(random()) / 4294967296.0));
        milliseconds.push_back(1000 * secondsOf([&] {
                                   for (std::size_t row = 0; row < 8; ++row)
                                       lines[row % std::min<std::size_t>(lines.size(), 3)].query({begin, begin + width}, pixels);
                               }));
    }
    std::ranges::sort(milliseconds);
    figure("trace_frame", milliseconds, "ms");
    figure("trace_frame_p99", {milliseconds[milliseconds.size() * 99 / 100]}, "ms");
}

// Events as Kineto writes them, about 250 bytes each.
void writeKineto(const std::filesystem::path& path, int events) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (!file) std::exit(1);
    std::fputs("{\n  \"schemaVersion\": 1,\n  \"traceEvents\": [\n", file);
    static constexpr const char* kNames[] = {"aten::conv2d", "aten::convolution", "aten::_convolution", "aten::mkldnn_convolution",
                                             "aten::add_"};
    for (int i = 0; i < events; ++i)
        std::fprintf(file,
                     "  {\n    \"ph\": \"X\", \"cat\": \"cpu_op\", \"name\": \"%s\", \"pid\": 4242, \"tid\": 4242,\n    \"ts\": %lld.%03d, "
                     "\"dur\": %d.%03d,\n"
                     "    \"args\": {\n      \"External id\": %d,\"Ev Idx\": %d, \"Input Dims\": [[32, 64, %d, 56], [64, 64, 3, 3], []], "
                     "\"Input type\": "
                     "[\"float\", \"float\", \"\"]\n    }\n  },\n",
                     kNames[i % 5], 1795559000000000LL + i * 20LL, i % 1000, 5 + i % 13, i % 1000, i, i, 8 + i % 40);
    std::fputs("  {\"ph\": \"M\", \"name\": \"process_name\", \"pid\": 4242, \"ts\": 0, \"args\": {\"name\": \"python\"}}\n]}\n", file);
    std::fclose(file);
}

void imports(const std::filesystem::path& json) {
    const std::string python = "/usr/bin/python3 -c 'import json,sys; json.load(open(sys.argv[1]))' \"" + json.string() + "\"";
    std::vector<double> ours, peer, ratios;
    for (int round = 0; round < kRounds; ++round) {
        ours.push_back(secondsOf([&] { need(openAnyTrace(json)); }));
        if (round == 0 || !peer.empty()) {
            bool good = false;
            const double seconds = secondsOf([&] { good = std::system(python.c_str()) == 0; });
            if (!good) continue;
            peer.push_back(seconds);
            ratios.push_back(seconds / ours.back());
        }
    }
    figure("trace_import_1m", ours, "s");
    if (!peer.empty()) figure("trace_import_ratio", ratios, "x", "Python json.load of the same file");
    figure("trace_import_memory", {peakOf([&] { need(openAnyTrace(json)); })}, "MB");
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string_view> parts(arguments + 1, arguments + count);
    const auto wanted = [&](std::string_view part) { return parts.empty() || std::ranges::find(parts, part) != parts.end(); };
    std::string pattern = (std::filesystem::temp_directory_path() / "seekbench-trace-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) return 1;
    const std::filesystem::path folder = pattern;

    if (wanted("open")) {
        // 304 slices a step.
        writeProfile(folder / "1m", 3290);
        openings(folder / "1m", "trace_open_1m");
    }
    if (wanted("open") || wanted("table") || wanted("frame"))
        figure("trace_write_10m", {secondsOf([&] { writeProfile(folder / "10m", 32900); })}, "s");
    if (wanted("open")) {
        const auto reader = need(TraceReader::open(folder / "10m"));
        std::uint64_t bytes = 0;
        for (const TraceChunk& chunk : reader.chunks()) bytes += chunk.bytes;
        figure("trace_slices", {static_cast<double>(reader.sliceCount())}, "");
        figure("trace_bytes_per_slice", {static_cast<double>(bytes) / static_cast<double>(reader.sliceCount())}, "B");
        openings(folder / "10m", "trace_open_10m");
        figure("trace_open_10m_memory", {peakOf([&] { need(readTrace(folder / "10m")); })}, "MB");
    }
    if (wanted("table") || wanted("frame")) {
        const Trace trace = need(readTrace(folder / "10m"));
        if (wanted("table")) tables(trace);
        if (wanted("frame")) frames(trace);
    }
    if (wanted("import")) {
        writeKineto(folder / "kineto.json", 1'000'000);
        imports(folder / "kineto.json");
    }
    std::filesystem::remove_all(folder);
}
