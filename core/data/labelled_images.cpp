// SPDX-License-Identifier: Apache-2.0
#include "core/data/labelled_images.h"

#include <algorithm>

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/data/data_folders.h"

namespace seekbench {

Result<LabelledImages::Pair> LabelledImages::readPair(const std::filesystem::path& images, const std::filesystem::path& labels,
                                                      std::int64_t classes) {
    auto imageBytes = readIdx(images);
    if (!imageBytes) return imageBytes.error();
    auto labelBytes = readIdx(labels);
    if (!labelBytes) return labelBytes.error();
    const auto refuse = [](Message what, Message advice) { return Error(ErrorCode::InvalidInput, std::move(what), std::move(advice)); };
    if (imageBytes->sizes.size() != 3)
        return refuse(say("%1 has %2 dimensions; images have three: sample, row, column.", displayPath(images), imageBytes->sizes.size()),
                      say("Check that images and labels are not swapped."));
    if (labelBytes->sizes.size() != 1)
        return refuse(say("%1 has %2 dimensions; labels have one.", displayPath(labels), labelBytes->sizes.size()),
                      say("Check that images and labels are not swapped."));
    if (imageBytes->sizes[0] != labelBytes->sizes[0])
        return refuse(say("%1 holds %2 images and %3 holds %4 labels.", displayPath(images), imageBytes->sizes[0], displayPath(labels),
                          labelBytes->sizes[0]),
                      say("Choose two files that belong together."));
    if (const int largest = *std::ranges::max_element(labelBytes->bytes); largest >= classes)
        return refuse(say("%1 holds the label %2, but there are %3 classes (0 to %4).", displayPath(labels), largest, classes, classes - 1),
                      say("Raise the parameter \"classes\"."));
    return Pair{std::move(*imageBytes), std::move(*labelBytes)};
}

Result<std::unique_ptr<Dataset>> LabelledImages::open(const ImageFiles& files, Options options) {
    auto train = readPair(files.trainImages, files.trainLabels, options.classes);
    if (!train) return train.error();
    Pair test;
    if (files.testImages && files.testLabels) {
        auto pair = readPair(*files.testImages, *files.testLabels, options.classes);
        if (!pair) return pair.error();
        test = std::move(*pair);
        if (!std::equal(test.images.sizes.begin() + 1, test.images.sizes.end(), train->images.sizes.begin() + 1))
            return Error(ErrorCode::InvalidInput,
                         say("The images of %1 and %2 differ in size.", displayPath(files.trainImages), displayPath(*files.testImages)),
                         say("Choose files that belong together."));
    }
    return std::unique_ptr<Dataset>(new LabelledImages(std::move(*train), std::move(test), std::move(options)));
}

LabelledImages::LabelledImages(Pair train, Pair test, Options options) : m_train(std::move(train)), m_test(std::move(test)) {
    m_spec.inputs = {TensorType{{1, m_train.images.sizes[1], m_train.images.sizes[2]}, ElementType::Float}};
    m_spec.target = TensorType{{}, ElementType::Integer};
    m_spec.classes = options.classes;
    m_spec.classNames = std::move(options.classNames);
    m_spec.trainSamples = size(Part::Train);
    m_spec.testSamples = size(Part::Test);
    for (std::size_t byte = 0; byte < m_normalised.size(); ++byte)
        m_normalised[byte] = (static_cast<float>(byte) / 255.0f - static_cast<float>(options.mean)) / static_cast<float>(options.deviation);

    Fingerprint fingerprint;
    for (const ByteArray* array : {&m_train.images, &m_train.labels, &m_test.images, &m_test.labels}) {
        fingerprint.add(std::as_bytes(std::span(array->sizes)));
        fingerprint.add(std::as_bytes(std::span(array->bytes)));
    }
    m_fingerprint = fingerprint.hex();
}

void LabelledImages::read(Part part, std::span<const std::int64_t> indices, Batch& batch) const {
    const Pair& pair = pairOf(part);
    const auto count = static_cast<std::int64_t>(indices.size());
    const std::int64_t rows = m_train.images.sizes[1], columns = m_train.images.sizes[2];
    const auto pixels = static_cast<std::size_t>(rows * columns);
    batch.inputs.resize(1);
    HostTensor& images = batch.inputs[0];
    images.element = ElementType::Float;
    images.sizes = {count, 1, rows, columns};
    images.floats.resize(indices.size() * pixels);
    batch.target.element = ElementType::Integer;
    batch.target.sizes = {count};
    batch.target.integers.resize(indices.size());
    float* out = images.floats.data();
    for (std::size_t i = 0; i < indices.size(); ++i) {
        const auto sample = static_cast<std::size_t>(indices[i]);
        const std::uint8_t* in = pair.images.bytes.data() + sample * pixels;
        out = std::transform(in, in + pixels, out, [this](std::uint8_t byte) { return m_normalised[byte]; });
        batch.target.integers[i] = pair.labels.bytes[sample];
    }
}

// --- the rows ---

namespace {

constexpr Parameter<double> kMean{"mean"};
constexpr Parameter<double> kDeviation{"std"};
constexpr Parameter<std::int64_t> kClasses{"classes"};
constexpr Parameter<std::string> kTrainImages{"train_images"};
constexpr Parameter<std::string> kTrainLabels{"train_labels"};
constexpr Parameter<std::string> kTestImages{"test_images"};
constexpr Parameter<std::string> kTestLabels{"test_labels"};

ParameterSpec meanSpec(double standard) {
    return specOf(kMean, phrase("Mean"), phrase("Taken from every pixel, which lies from 0 to 1 before."), standard, -1e6, 1e6);
}
ParameterSpec deviationSpec(double standard) {
    return specOf(kDeviation, phrase("Standard deviation"), phrase("Divides every pixel after the mean is taken from it."), standard, 1e-6,
                  1e6);
}
ParameterSpec requiredFile(Parameter<std::string> parameter, std::string_view label, std::string_view help) {
    ParameterSpec spec = specOf(parameter, label, help, "", {});
    spec.standard.reset();
    return spec;
}

std::vector<std::string> fashionClassNames() {
    static constexpr std::string_view kNames[] = {phrase("T-shirt/top"), phrase("Trouser"),   phrase("Pullover"), phrase("Dress"),
                                                  phrase("Coat"),        phrase("Sandal"),    phrase("Shirt"),    phrase("Sneaker"),
                                                  phrase("Bag"),         phrase("Ankle boot")};
    return {std::begin(kNames), std::end(kNames)};
}

SampleSpec describeFashionMnist(const Parameters&) {
    return {.inputs = {TensorType{{1, 28, 28}, ElementType::Float}},
            .target = {{}, ElementType::Integer},
            .classes = 10,
            .classNames = fashionClassNames(),
            .trainSamples = 60000,
            .testSamples = 10000};
}

Result<std::unique_ptr<Dataset>> openFashionMnist(const Parameters& parameters) {
    std::vector<std::filesystem::path> folders;
    for (const std::filesystem::path& folder : dataFolders()) folders.push_back(folder / "fashion-mnist");
    folders.emplace_back("/usr/share/datasets/fashion-mnist");  // where Debian's package installs it
    ImageFiles files{.trainImages = "train-images-idx3-ubyte",
                     .trainLabels = "train-labels-idx1-ubyte",
                     .testImages = "t10k-images-idx3-ubyte",
                     .testLabels = "t10k-labels-idx1-ubyte"};
    for (std::filesystem::path* file : {&files.trainImages, &files.trainLabels, &*files.testImages, &*files.testLabels}) {
        auto found = findDataFile(*file, folders);
        if (!found)
            return Error(ErrorCode::NotFound, found.error().what(),
                         say("Install Debian's package dataset-fashion-mnist (apt-get install dataset-fashion-mnist), or put its four "
                             "files into %1.",
                             displayPath(folders.front())))
                .in(say("opening the dataset Fashion-MNIST"));
        *file = std::move(*found);
    }
    return LabelledImages::open(
        files, {.mean = parameters[kMean], .deviation = parameters[kDeviation], .classes = 10, .classNames = fashionClassNames()});
}

SampleSpec describeIdx(const Parameters& parameters) {
    SampleSpec spec;
    spec.target.element = ElementType::Integer;
    spec.classes = parameters[kClasses];
    return spec;
}

Result<std::unique_ptr<Dataset>> openIdx(const Parameters& parameters) {
    const auto find = [&](Parameter<std::string> parameter) { return findDataFile(parameters[parameter], dataFolders()); };
    ImageFiles files;
    for (const auto& [parameter, file] : {std::pair{kTrainImages, &files.trainImages}, std::pair{kTrainLabels, &files.trainLabels}}) {
        auto found = find(parameter);
        if (!found) return found.error();
        *file = std::move(*found);
    }
    if (parameters[kTestImages].empty() != parameters[kTestLabels].empty())
        return Error(ErrorCode::InvalidInput, say("Only one of \"%1\" and \"%2\" is given.", kTestImages.name, kTestLabels.name),
                     say("Give both or none."));
    for (const auto& [parameter, file] : {std::pair{kTestImages, &files.testImages}, std::pair{kTestLabels, &files.testLabels}}) {
        if (parameters[parameter].empty()) continue;
        auto found = find(parameter);
        if (!found) return found.error();
        *file = std::move(*found);
    }
    return LabelledImages::open(
        files, {.mean = parameters[kMean], .deviation = parameters[kDeviation], .classes = parameters[kClasses], .classNames = {}});
}

}  // namespace

DatasetKind fashionMnistKind() {
    return {.kind = {"fashion-mnist",
                     phrase("Fashion-MNIST"),
                     phrase("70,000 grey pictures of clothes, 28 x 28 pixels, ten classes (Xiao, Rasul and Vollgraf 2017)."),
                     {meanSpec(0.2860), deviationSpec(0.3530)}},
            .describe = describeFashionMnist,
            .open = openFashionMnist};
}

DatasetKind idxKind() {
    return {.kind = {"idx",
                     phrase("IDX files"),
                     phrase("Grey pictures and labels in the format of MNIST, plain or compressed with gzip."),
                     {
                         requiredFile(kTrainImages, phrase("Training images"),
                                      phrase("File of the training images; relative to a data folder, or a whole path.")),
                         requiredFile(kTrainLabels, phrase("Training labels"), phrase("File of their labels.")),
                         specOf(kTestImages, phrase("Test images"), phrase("File of the test images; empty when there are none."), "", {}),
                         specOf(kTestLabels, phrase("Test labels"), phrase("File of their labels; empty when there are none."), "", {}),
                         specOf(kClasses, phrase("Classes"), phrase("Number of classes; labels run from 0."), 10, 2, 256),
                         meanSpec(0),
                         deviationSpec(1),
                     }},
            .describe = describeIdx,
            .open = openIdx};
}

}  // namespace seekbench
