// SPDX-License-Identifier: Apache-2.0

// CIFAR-10 and CIFAR-100 (Krizhevsky 2009) in their binary versions. A record of CIFAR-10 is a label and 3072 bytes, one of CIFAR-100 a
// coarse and a fine label and 3072 bytes: 32 x 32 pixels in red, then green, then blue.

#include <algorithm>
#include <array>

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/data/collate.h"
#include "core/data/common_parameters.h"
#include "core/data/data_folders.h"
#include "core/data/images/images.h"
#include "core/data/readers/byte_source.h"

namespace seekbench {
namespace {

using namespace data_parameter;

constexpr Parameter<std::string> kLabels{"labels"};
constexpr std::string_view kFine = "fine", kCoarse = "coarse";
constexpr std::array<std::int64_t, 3> kExtents{3, 32, 32};
constexpr std::size_t kPixels = 3 * 32 * 32;

// What differs between the two.
struct Version {
    std::string_view folder;  // as the archive unpacks
    std::vector<std::string_view> train, test;
    std::size_t labelBytes, label;  // how many labels a record begins with, and which of them counts
    std::int64_t classes;
    std::string_view namesFile;
};

struct Records {
    Bytes bytes;
    std::size_t recordBytes = 1;
    std::size_t count() const { return bytes.size() / recordBytes; }
};

class CifarDataset final : public Dataset {
public:
    CifarDataset(Records train, Records test, Version version, std::vector<std::string> names, double mean, double deviation)
        : m_train(std::move(train)), m_test(std::move(test)), m_version(std::move(version)) {
        m_spec = {.inputs = {TensorType{{3, 32, 32}, ElementType::Float}},
                  .target = {{}, ElementType::Integer},
                  .targetKind = TargetKind::Class,
                  .classes = m_version.classes,
                  .classNames = std::move(names),
                  .trainSamples = size(Part::Train),
                  .testSamples = size(Part::Test)};
        for (std::size_t byte = 0; byte < m_normalised.size(); ++byte)
            m_normalised[byte] = (static_cast<float>(byte) / 255.0f - static_cast<float>(mean)) / static_cast<float>(deviation);
        Fingerprint fingerprint;
        for (const Records* records : {&m_train, &m_test}) fingerprint.add(records->bytes);
        m_fingerprint = fingerprint.hex();
    }

    const SampleSpec& spec() const override { return m_spec; }
    std::int64_t size(Part part) const override { return static_cast<std::int64_t>(recordsOf(part).count()); }
    std::string fingerprint() const override { return m_fingerprint; }
    std::optional<std::int64_t> stratumOf(Part part, std::int64_t index) const override {
        return std::to_integer<std::int64_t>(recordOf(part, index)[m_version.label]);
    }

    void read(Part part, std::span<const std::int64_t> indices, Batch& batch) const override {
        batch.inputs.resize(1);
        float* out = prepareFloats(batch.inputs[0], indices.size(), kExtents);
        std::int64_t* label = prepareIntegers(batch.target, indices.size(), {});
        for (const std::int64_t index : indices) {
            const auto record = recordOf(part, index);
            *label++ = std::to_integer<std::int64_t>(record[m_version.label]);
            const auto pixels = record.subspan(m_version.labelBytes, kPixels);
            out = std::ranges::transform(pixels, out, [this](std::byte byte) {
                      return m_normalised[std::to_integer<std::size_t>(byte)];
                  }).out;
        }
    }

private:
    const Records& recordsOf(Part part) const { return part == Part::Train ? m_train : m_test; }
    std::span<const std::byte> recordOf(Part part, std::int64_t index) const {
        const Records& records = recordsOf(part);
        return std::span(records.bytes).subspan(static_cast<std::size_t>(index) * records.recordBytes, records.recordBytes);
    }

    Records m_train, m_test;
    Version m_version;
    SampleSpec m_spec;
    std::array<float, 256> m_normalised;
    std::string m_fingerprint;
};

Result<Records> readRecords(const std::vector<std::string_view>& files, const std::vector<std::filesystem::path>& folders,
                            const Version& version) {
    Records records{.bytes = {}, .recordBytes = version.labelBytes + kPixels};
    for (const std::string_view name : files) {
        const auto path = findDataFile(name, folders);
        if (!path)
            return Error(ErrorCode::NotFound, path.error().what(),
                         say("Unpack the binary version of the data set (%1) into %2, or give its folder.", version.folder,
                             displayPath(dataFolders().front())));
        const std::int64_t bytes = regularFileBytes(*path);
        auto content = readRange(*path, 0, bytes);
        if (!content) return content.error().in(say("reading %1", displayPath(*path)));
        if (content->empty() || content->size() % records.recordBytes != 0)
            return Error(ErrorCode::Corrupt,
                         say("%1 has %2 bytes, which are no whole number of records of %3 bytes.", displayPath(*path), content->size(),
                             records.recordBytes),
                         say("Get the file again, in the binary version."));
        for (std::size_t at = version.label; at < content->size(); at += records.recordBytes)
            if (const auto label = std::to_integer<std::int64_t>((*content)[at]); label >= version.classes)
                return Error(ErrorCode::InvalidInput,
                             say("%1 holds the label %2; there are %3 classes.", displayPath(*path), label, version.classes),
                             say("Check that this is the right one of CIFAR-10 and CIFAR-100."));
        records.bytes.insert(records.bytes.end(), content->begin(), content->end());
    }
    return records;
}

// The names that stand beside CIFAR-100, one a line; none when the file is missing or has other than `classes` of them.
std::vector<std::string> namesFrom(std::string_view file, const std::vector<std::filesystem::path>& folders, std::int64_t classes) {
    std::vector<std::string> names;
    const auto path = findDataFile(file, folders);
    const auto text = path ? readFile(*path, 1 << 16) : Result<std::string>(path.error());
    if (!text) return names;
    for (std::size_t begin = 0; begin < text->size();) {
        const std::size_t end = std::min(text->find('\n', begin), text->size());
        if (end > begin) names.push_back(text->substr(begin, end - begin));
        begin = end + 1;
    }
    if (static_cast<std::int64_t>(names.size()) != classes) names.clear();
    return names;
}

std::vector<std::string> cifar10Names() {
    static constexpr std::string_view kNames[] = {phrase("Airplane"), phrase("Automobile"), phrase("Bird"), phrase("Cat"),
                                                  phrase("Deer"),     phrase("Dog"),        phrase("Frog"), phrase("Horse"),
                                                  phrase("Ship"),     phrase("Truck")};
    return {std::begin(kNames), std::end(kNames)};
}

Version cifar10() {
    return {.folder = "cifar-10-batches-bin",
            .train = {"data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin"},
            .test = {"test_batch.bin"},
            .labelBytes = 1,
            .label = 0,
            .classes = 10,
            .namesFile = {}};
}

Version cifar100(const Parameters& parameters) {
    const bool fine = parameters[kLabels] == kFine;
    return {.folder = "cifar-100-binary",
            .train = {"train.bin"},
            .test = {"test.bin"},
            .labelBytes = 2,
            .label = fine ? std::size_t{1} : 0,
            .classes = fine ? 100 : 20,
            .namesFile = fine ? "fine_label_names.txt" : "coarse_label_names.txt"};
}

SampleSpec described(const Version& version, std::vector<std::string> names) {
    return {.inputs = {TensorType{{3, 32, 32}, ElementType::Float}},
            .target = {{}, ElementType::Integer},
            .targetKind = TargetKind::Class,
            .classes = version.classes,
            .classNames = std::move(names),
            .trainSamples = 50000,
            .testSamples = 10000};
}

Result<std::unique_ptr<Dataset>> opened(const Version& version, const Parameters& parameters) {
    std::vector<std::filesystem::path> folders;
    const std::string& named = parameters[kFolder];
    for (const std::filesystem::path& folder : dataFolders())
        folders.push_back(folder / (named.empty() ? std::filesystem::path(version.folder) : std::filesystem::path(named)));
    auto train = readRecords(version.train, folders, version);
    if (!train) return train.error();
    auto test = readRecords(version.test, folders, version);
    if (!test) return test.error();
    auto names = version.namesFile.empty() ? cifar10Names() : namesFrom(version.namesFile, folders, version.classes);
    return std::unique_ptr<Dataset>(std::make_unique<CifarDataset>(std::move(*train), std::move(*test), version, std::move(names),
                                                                   parameters[kMean], parameters[kDeviation]));
}

ParameterSpec folderSpec() {
    return pathSpec(kFolder, phrase("Folder"), phrase("Where the binary files are; empty: the folder of the archive in a data folder."),
                    false);
}

}  // namespace

DatasetKind cifar10Kind() {
    return {.kind = {"cifar10",
                     phrase("CIFAR-10"),
                     phrase("60,000 colour pictures, 32 x 32 pixels, ten classes (Krizhevsky 2009); binary version."),
                     {folderSpec(), meanSpec(0.4734), deviationSpec(0.2516)}},
            .describe = [](const Parameters&) { return described(cifar10(), cifar10Names()); },
            .open = [](const Parameters& parameters) { return opened(cifar10(), parameters); }};
}

DatasetKind cifar100Kind() {
    return {.kind = {"cifar100",
                     phrase("CIFAR-100"),
                     phrase("60,000 colour pictures, 32 x 32 pixels, 100 classes in 20 groups (Krizhevsky 2009); binary version."),
                     {folderSpec(),
                      specOf(kLabels, phrase("Labels"), phrase("The 100 fine classes or their 20 coarse groups."), kFine, {kFine, kCoarse}),
                      meanSpec(0.4782), deviationSpec(0.2682)}},
            .describe = [](const Parameters& parameters) { return described(cifar100(parameters), {}); },
            .open = [](const Parameters& parameters) { return opened(cifar100(parameters), parameters); }};
}

}  // namespace seekbench
