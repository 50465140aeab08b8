// SPDX-License-Identifier: Apache-2.0
#include "tests/architecture/source_rules.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <regex>
#include <span>
#include <utility>

namespace seekbench::architecture {
namespace {

using enum Origin;

// What a folder may include. The row with the longest matching prefix holds for a file.
struct Layer {
    std::string_view folder;
    std::vector<std::string_view> ours;  // folders whose headers may be included
    std::vector<Origin> anywhere;        // beside System
    std::vector<Origin> sourcesOnly;     // in .cpp files, never in headers
};

const std::vector<Layer>& layers() {
    static const std::vector<Layer> all{
        {"core/", {"core/"}, {}, {Json, Sqlite, FlatBuffers, Compression, Hash}},
        {"gpu/", {"core/", "gpu/"}, {Torch}, {Json}},
        {"gpu/cuda/", {"core/", "gpu/"}, {}, {Torch, Cuda}},
        {"gpu/kernels/", {"core/", "gpu/"}, {Torch, Cuda}, {}},
        {"widgets/", {"core/", "widgets/"}, {Qt, QtWidgets, QCustomPlot}, {}},
        {"app/session/", {"core/", "app/session/"}, {Qt}, {Json}},
        {"app/cli/", {"core/", "app/session/", "app/cli/"}, {Qt}, {Json, CommandLine}},
        {"app/gui/", {"core/", "widgets/", "app/session/", "app/gui/"}, {Qt, QtWidgets, QCustomPlot}, {}},
        {"app/worker/", {"core/", "gpu/", "app/worker/"}, {Torch}, {Json, CommandLine}},
        {"tests/support/", {"core/", "tests/support/"}, {Qt, Json}, {}},
        {"tests/core/", {"core/", "tests/core/", "tests/support/"}, {Qt, Json, Sqlite, FlatBuffers, Compression}, {}},
        {"tests/fuzz/", {"core/", "tests/fuzz/", "tests/support/"}, {Qt, Json, FlatBuffers}, {}},
        {"tests/gpu/", {"core/", "gpu/", "tests/gpu/", "tests/support/"}, {Torch, GoogleTest, Json}, {}},
        {"tests/widgets/", {"core/", "widgets/", "tests/widgets/", "tests/support/"}, {Qt, QtWidgets, QCustomPlot}, {}},
        {"tests/app/", {"core/", "app/session/", "app/cli/", "tests/app/", "tests/support/"}, {Qt, Json, Sqlite}, {}},
        {"tests/app/gui/", {"core/", "widgets/", "app/", "tests/app/", "tests/support/"}, {Qt, QtWidgets, QCustomPlot}, {}},
        {"tests/architecture/", {"tests/architecture/"}, {Qt}, {}},
        {"tests/benchmark/",
         {"core/", "gpu/", "widgets/", "app/session/", "tests/benchmark/", "tests/support/"},
         {Torch, Qt, QtWidgets, QCustomPlot, Json, Sqlite},
         {}},
    };
    return all;
}

const Layer* layerOf(std::string_view path) {
    const Layer* best = nullptr;
    for (const auto& layer : layers())
        if (path.starts_with(layer.folder) && (!best || layer.folder.size() > best->folder.size())) best = &layer;
    return best;
}

bool startsWithOneOf(std::string_view text, std::span<const std::string_view> beginnings) {
    return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return text.starts_with(beginning); });
}

bool endsWithOneOf(std::string_view text, std::initializer_list<std::string_view> endings) {
    return std::ranges::any_of(endings, [&](std::string_view ending) { return text.ends_with(ending); });
}

bool isHeader(std::string_view path) { return endsWithOneOf(path, {".h", ".hpp", ".cuh"}); }
bool isCpp(std::string_view path) { return isHeader(path) || endsWithOneOf(path, {".cpp", ".cu"}); }

// The first row with a matching beginning decides, so the special cases stand before the general ones.
Origin originOf(std::string_view name) {
    static const std::vector<std::pair<Origin, std::vector<std::string_view>>> kBeginnings{
        {Ours, {"core/", "gpu/", "widgets/", "app/", "tests/"}},
        {Cuda, {"ATen/cuda/", "c10/cuda/", "cuda", "cublas", "cudnn", "cupti", "nccl"}},
        {Torch, {"torch/", "ATen/", "c10/", "caffe2/"}},
        {QCustomPlot, {"qcustomplot"}},
        {QtWidgets,
         {"QtWidgets", "QtGui", "QWidget", "QApplication", "QGuiApplication", "QMainWindow", "QDialog", "QGraphics", "QPainter", "QPixmap",
          "QImage", "QIcon"}},
        {System, {"nlohmann/json_fwd"}},
        {Json, {"nlohmann/"}},
        {Sqlite, {"sqlite3"}},
        {FlatBuffers, {"flatbuffers/", "worker_generated"}},
        {Compression, {"zlib", "zstd"}},
        {Hash, {"xxhash"}},
        {CommandLine, {"CLI/"}},
        {GoogleTest, {"gtest/"}},
    };
    for (const auto& [origin, beginnings] : kBeginnings)
        if (startsWithOneOf(name, beginnings)) return origin;
    const bool isQtClass = name.size() > 1 && name[0] == 'Q' && name.find('.') == std::string_view::npos;
    return isQtClass ? Qt : System;
}

bool contains(const std::vector<Origin>& origins, Origin origin) { return std::ranges::find(origins, origin) != origins.end(); }

bool isAllowed(const Include& include, const Layer& layer, bool inHeader) {
    if (include.origin == System) return true;
    if (include.origin == Ours) return startsWithOneOf(include.name, layer.ours);
    return contains(layer.anywhere, include.origin) || (!inHeader && contains(layer.sourcesOnly, include.origin));
}

std::string_view firstLines(std::string_view text, int count) {
    std::size_t end = 0;
    while (count-- > 0 && end != std::string_view::npos) end = text.find('\n', end == 0 ? 0 : end + 1);
    return text.substr(0, end);
}

}  // namespace

std::vector<Include> includesOf(std::string_view text) {
    // A line that begins with "//" or " *" does not begin with "#", so comments need no further care.
    static const std::regex kLine(R"((?:^|\n)[ \t]*#[ \t]*include[ \t]*[<"]([^>"\n]+)[>"])");
    std::vector<Include> includes;
    const std::string copy(text);
    for (std::sregex_iterator match(copy.begin(), copy.end(), kLine), end; match != end; ++match) {
        const std::string name = (*match)[1];
        includes.push_back({name, originOf(name)});
    }
    return includes;
}

std::vector<std::string> layeringViolations(const SourceFile& file) {
    if (!isCpp(file.path)) return {};
    const Layer* layer = layerOf(file.path);
    if (!layer) return {file.path + " lies in a folder that the layering table does not know"};
    std::vector<std::string> violations;
    for (const auto& include : includesOf(file.text))
        if (!isAllowed(include, *layer, isHeader(file.path))) violations.push_back(file.path + " must not include " + include.name);
    return violations;
}

bool isSource(const SourceFile& file) {
    return isCpp(file.path) || file.text.starts_with("#!") || endsWithOneOf(file.path, {".fbs", ".cmake", "CMakeLists.txt", ".py"});
}

std::vector<std::string> licenceViolations(const SourceFile& file) {
    if (!isSource(file)) return {};
    static constexpr std::string_view kCopyleft[] = {"widgets/", "app/gui/", "tests/widgets/", "tests/app/gui/"};
    const std::string line =
        std::string("SPDX-License-Identifier: ") + (startsWithOneOf(file.path, kCopyleft) ? "GPL-3.0-or-later" : "Apache-2.0");
    // The whole line: "Apache-2.0 OR …" would be another licence.
    if ((std::string(firstLines(file.text, 3)) + "\n").find(line + "\n") != std::string::npos) return {};
    return {file.path + " must say \"" + line + "\" in its first three lines"};
}

std::vector<std::string> lengthViolations(const SourceFile& file) {
    constexpr auto kLimit = 800;
    const auto lines = std::ranges::count(file.text, '\n');
    if (!isSource(file) || lines <= kLimit) return {};
    return {file.path + " has " + std::to_string(lines) + " lines; split it (the limit is " + std::to_string(kLimit) + ")"};
}

std::vector<std::string> machinePathViolations(const SourceFile& file) {
    static const std::regex kPath(R"((^|[^\w.~$}])/(work|root|home/\w+|Users/\w+)/)");
    std::smatch match;
    if (!std::regex_search(file.text, match, kPath)) return {};
    return {file.path + " names a folder of one machine: " + match.str()};
}

std::vector<std::string> readmeViolations(const SourceFile& file) {
    const std::string_view beginning = firstLines(file.text, 25);
    std::vector<std::string> violations;
    for (std::string_view command : {"./run", "./test"})
        if (beginning.find(command) == std::string_view::npos)
            violations.push_back(file.path + " does not name " + std::string(command) + " in its first lines");
    return violations;
}

}  // namespace seekbench::architecture
