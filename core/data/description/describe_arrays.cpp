// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/file.h"
#include "core/data/description/describers.h"
#include "core/data/idx.h"
#include "core/data/readers/npy.h"
#include "core/data/readers/zip_archive.h"

namespace seekbench {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kNpy = ".npy", kNpz = ".npz";
constexpr std::size_t kMostArrays = 64;

std::string lowered(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return text;
}

// What an array is called, however it is stored.
std::string nameOf(const ArrayFiles::Source& source) { return source.name.empty() ? displayPath(source.file.stem()) : source.name; }

// Words of the name between lines, digits and changes of case are put together: "X_train" → {"x", "train"}.
std::vector<std::string> partsOf(const std::string& name) {
    std::vector<std::string> parts(1);
    for (const char c : lowered(name)) {
        if (c >= 'a' && c <= 'z')
            parts.back().push_back(c);
        else if (!parts.back().empty())
            parts.emplace_back();
    }
    return parts;
}
bool hasPart(const std::string& name, std::initializer_list<std::string_view> words) {
    const auto parts = partsOf(name);
    return std::ranges::any_of(words, [&](std::string_view word) {
        return std::ranges::any_of(parts,
                                   [&](const std::string& part) { return part == word || (word.size() > 3 && part.starts_with(word)); });
    });
}
bool isTargetName(const std::string& name) {
    return hasPart(name, {"y", "label", "labels", "target", "targets", "class", "classes", "mask", "masks"}) ||
           lowered(name).starts_with("ytr") || lowered(name).starts_with("yte");
}
bool isTestName(const std::string& name) {
    return hasPart(name, {"test", "val", "valid", "validation"}) || lowered(name).ends_with("test");
}

std::string extentsText(const std::vector<std::int64_t>& extents) {
    std::string text;
    for (const std::int64_t extent : extents) text += (text.empty() ? "" : " x ") + std::to_string(extent);
    return text.empty() ? "1" : text;
}

// The numbers of an array, some at a time; false: cancelled.
bool observe(const NumberArray& array, NumberObserver& observer, const ReadProgress& progress, double from, double to) {
    constexpr std::int64_t kPiece = 1 << 16;
    std::vector<double> numbers(kPiece);
    const auto width = bytesOf(array.type);
    for (std::int64_t first = 0; first < array.elements(); first += kPiece) {
        const std::int64_t count = std::min(kPiece, array.elements() - first);
        const auto bytes = std::span(array.bytes).subspan(static_cast<std::size_t>(first * width), static_cast<std::size_t>(count * width));
        toDoubles(bytes, array.type, numbers.data());
        observer.add(std::span(numbers).first(static_cast<std::size_t>(count)));
        if (!progress(from + (to - from) * static_cast<double>(first) / static_cast<double>(array.elements()))) return false;
    }
    return true;
}

std::string typeName(NumberType type) {
    static constexpr std::string_view kNames[] = {"uint8",  "int8",  "uint16",  "int16",   "uint32", "int32",
                                                  "uint64", "int64", "float16", "float32", "float64"};
    return std::string(kNames[static_cast<std::size_t>(type)]);
}

// Inputs, targets and test arrays become the parameters of the data set "npy"; what the targets are follows from their numbers.
void propose(FileDescription& description, const ArrayFiles& files) {
    ParameterValues& values = description.dataset.parameters;
    description.dataset.kind = "npy";
    const std::tuple<const ArrayFiles::Source*, const char*, const char*> parts[] = {
        {&files.inputs, "inputs", "inputs_name"},
        {&files.targets, "targets", "targets_name"},
        {&files.testInputs, "test_inputs", "test_inputs_name"},
        {&files.testTargets, "test_targets", "test_targets_name"}};
    for (const auto& [source, file, name] : parts) {
        if (source->file.empty()) continue;
        values[file] = pathInExperiment(source->file);
        if (!source->name.empty()) values[name] = source->name;
    }
    const auto factsOf = [&](const ArrayFiles::Source& source) {
        return std::ranges::find(description.columns, nameOf(source), &ColumnFacts::name);
    };
    if (const auto inputs = factsOf(files.inputs); inputs != description.columns.end() && !inputs->extents.empty())
        description.rows = inputs->extents.front();
    const auto targets = factsOf(files.targets);
    if (targets == description.columns.end()) return;
    const bool isClasses = targets->isWhole && targets->minimum.value_or(-1) >= 0 && !targets->classes.empty() && targets->missing == 0;
    values["target"] = std::string(!isClasses                                                    ? "values"
                                   : targets->extents.size() > 1 && targets->extents.back() != 1 ? "class_map"
                                                                                                 : "class");
    if (isClasses) values["classes"] = std::max<std::int64_t>(2, static_cast<std::int64_t>(*targets->maximum) + 1);
    if (!files.testInputs.file.empty() && !files.testTargets.file.empty())
        description.split.source = Split::Source::TestPart;
    else
        description.split = {.share = 0.2,
                             .method = isClasses && targets->extents.size() == 1 ? Split::Method::Stratified : Split::Method::Random};
}

void addCheckedPreview(FileDescription& description, const char* lacking, const char* what) {
    if (description.dataset.parameters.contains(lacking))
        addPreview(description);
    else
        description.warnings.push_back(say(what));
}

}  // namespace

ArrayFiles arrayFilesAt(const fs::path& path) {
    ArrayFiles files;
    std::error_code failure;
    std::vector<fs::path> paths;
    // A single array has its partner beside it.
    const bool isArchive = lowered(displayPath(path.extension())) == kNpz;
    const fs::path folder = fs::is_directory(path, failure) ? path : path.parent_path();
    if (isArchive)
        paths = {path};
    else
        for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure))
            if (lowered(displayPath(entry->path().extension())) == kNpy) paths.push_back(entry->path());
    std::ranges::sort(paths);
    if (paths.size() > kMostArrays) paths.resize(kMostArrays);
    if (!isArchive && !fs::is_directory(path, failure) && std::ranges::find(paths, path) == paths.end()) paths = {path};
    for (const fs::path& file : paths) {
        if (!isArchive) {
            files.all.push_back({file, {}});
            continue;
        }
        const auto entries = listZip(file);
        if (!entries) return files;
        for (const ZipEntry& entry : *entries)
            if (files.all.size() < kMostArrays)
                files.all.push_back(
                    {file, entry.name.ends_with(kNpy) ? entry.name.substr(0, entry.name.size() - kNpy.size()) : entry.name});
    }
    for (const ArrayFiles::Source& source : files.all) {
        const std::string name = nameOf(source);
        ArrayFiles::Source& place = isTargetName(name) ? (isTestName(name) ? files.testTargets : files.targets)
                                                       : (isTestName(name) ? files.testInputs : files.inputs);
        if (place.file.empty()) place = source;
    }
    // The file that was chosen is what the person means.
    if (!isArchive && !fs::is_directory(path, failure))
        for (const ArrayFiles::Source& source : files.all)
            if (source.file == path && !isTargetName(nameOf(source)) && !isTestName(nameOf(source))) files.inputs = source;
    return files;
}

Result<FileDescription> describeArrays(const DescribeRequest& request) {
    ArrayFiles files = arrayFilesAt(request.path);
    if (files.all.empty()) {
        const auto array = readNpy(request.path);
        if (!array) return array.error();
        files.all = {{request.path, {}}};
    }
    FileDescription description;
    std::error_code failure;
    const bool isFolder = fs::is_directory(request.path, failure), isArchive = !files.all.front().name.empty();
    // Beside a chosen .npy file there may be others that have nothing to do with it.
    std::vector<ArrayFiles::Source> shown;
    for (const ArrayFiles::Source& source : files.all) {
        const auto isSame = [&](const ArrayFiles::Source& other) { return other.file == source.file && other.name == source.name; };
        if (isFolder || isArchive || source.file == request.path || isSame(files.inputs) || isSame(files.targets) ||
            isSame(files.testInputs) || isSame(files.testTargets))
            shown.push_back(source);
    }
    std::string types;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const auto array = readNpy(shown[i].file, shown[i].name);
        if (!array) {
            // What the person chose must be right; a neighbour may be another kind of thing.
            if (isArchive || shown[i].file == request.path) return array.error();
            description.warnings.push_back(say("Passed over: %1", array.error().english()));
            continue;
        }
        NumberObserver observer(nameOf(shown[i]), array->sizes);
        const double share = 1.0 / static_cast<double>(shown.size());
        if (!observe(*array, observer, request.progress, static_cast<double>(i) * share, static_cast<double>(i + 1) * share))
            return cancelled();
        description.columns.push_back(std::move(observer).finish());
        description.facts.push_back({nameOf(shown[i]), extentsText(array->sizes) + " " + typeName(array->type)});
        const ColumnFacts& facts = description.columns.back();
        if (facts.missing > 0)
            description.warnings.push_back(
                say("The array \"%1\" holds %2 values that are no numbers: fill the gaps before saving it.", facts.name, facts.missing));
        if (!isArchive) description.bytes += bytesAt(shown[i].file);
    }
    if (isArchive) description.bytes = bytesAt(request.path);
    propose(description, files);
    addCheckedPreview(
        description, "targets",
        "There is no array of targets: put one beside it whose name has \"y\", \"label\" or \"target\" in it, or choose one.");
    return description;
}

// --- IDX ---

IdxFiles idxFilesAt(const fs::path& path) {
    std::error_code failure;
    const fs::path folder = fs::is_directory(path, failure) ? path : path.parent_path();
    IdxFiles files;
    std::vector<fs::path> paths;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure))
        if (hasPart(displayPath(entry->path().filename()), {"idx", "ubyte"})) paths.push_back(entry->path());
    std::ranges::sort(paths);
    const auto choose = [&](const fs::path& file) {
        const std::string name = displayPath(file.filename());
        const bool isTest = hasPart(name, {"test", "t"});  // "t10k"
        const bool isLabels = hasPart(name, {"label", "labels"});
        fs::path& place = isLabels ? (isTest ? files.testLabels : files.trainLabels) : (isTest ? files.testImages : files.trainImages);
        if (place.empty()) place = file;
    };
    std::ranges::for_each(paths, choose);
    if (!fs::is_directory(path, failure) && std::ranges::find(paths, path) == paths.end()) choose(path);
    return files;
}

Result<FileDescription> describeIdx(const DescribeRequest& request) {
    const IdxFiles files = idxFilesAt(request.path);
    FileDescription description;
    description.dataset.kind = "idx";
    std::int64_t largest = 1;
    const std::pair<const char*, const fs::path*> parts[] = {{"train_images", &files.trainImages},
                                                             {"train_labels", &files.trainLabels},
                                                             {"test_images", &files.testImages},
                                                             {"test_labels", &files.testLabels}};
    const bool hasTest = !files.testImages.empty() && !files.testLabels.empty();
    double done = 0;
    for (const auto& [parameter, file] : parts) {
        done += 0.25;
        if (file->empty() || (std::string_view(parameter).starts_with("test") && !hasTest)) continue;
        const auto array = readIdx(*file);
        if (!array) return array.error();
        NumberObserver observer(displayPath(file->filename()), array->sizes);
        std::vector<double> numbers;
        constexpr std::size_t kPiece = 1 << 16;
        for (std::size_t first = 0; first < array->bytes.size(); first += kPiece) {
            const auto piece = std::span(array->bytes).subspan(first, std::min(kPiece, array->bytes.size() - first));
            numbers.assign(piece.begin(), piece.end());
            observer.add(numbers);
            if (!request.progress(done - 0.25)) return cancelled();
        }
        description.columns.push_back(std::move(observer).finish());
        const ColumnFacts& facts = description.columns.back();
        description.facts.push_back({facts.name, extentsText(facts.extents)});
        description.bytes += bytesAt(*file);
        if (std::string_view(parameter).ends_with("labels"))
            largest = std::max(largest, static_cast<std::int64_t>(facts.maximum.value_or(0)));
        if (std::string_view(parameter) == "train_images") {
            description.rows = facts.extents.front();
            // Mean 0 and deviation 1, the pixels lying from 0 to 1.
            const auto rounded = [](double value) { return std::round(value * 1e4) / 1e4; };
            description.dataset.parameters["mean"] = rounded(facts.mean.value_or(0) / 255);
            description.dataset.parameters["std"] = std::max(1e-4, rounded(facts.deviation.value_or(255) / 255));
        }
        description.dataset.parameters[parameter] = pathInExperiment(*file);
    }
    description.dataset.parameters["classes"] = largest + 1;
    description.split = hasTest ? Split{.source = Split::Source::TestPart} : Split{.share = 0.2, .method = Split::Method::Random};
    if (!description.dataset.parameters.contains("train_images"))
        description.warnings.push_back(say("There is no file of training images beside it, such as train-images-idx3-ubyte."));
    else
        addCheckedPreview(description, "train_labels", "There is no file of labels beside it, such as train-labels-idx1-ubyte.");
    return description;
}

}  // namespace seekbench
