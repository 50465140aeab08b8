// SPDX-License-Identifier: Apache-2.0

// Arrays of NumPy as a data set: the first index counts the samples. Kept in memory as they are stored.

#include <algorithm>
#include <cmath>

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/data/collate.h"
#include "core/data/common_parameters.h"
#include "core/data/data_folders.h"
#include "core/data/images/images.h"
#include "core/data/readers/npy.h"

namespace seekbench {
namespace {

using namespace data_parameter;

constexpr Parameter<std::string> kInputs{"inputs"}, kTargets{"targets"}, kTestInputs{"test_inputs"}, kTestTargets{"test_targets"};
constexpr Parameter<std::string> kInputsName{"inputs_name"}, kTargetsName{"targets_name"};
constexpr Parameter<std::string> kTestInputsName{"test_inputs_name"}, kTestTargetsName{"test_targets_name"};
constexpr Parameter<std::string> kTarget{"target"};
constexpr Parameter<std::int64_t> kClasses{"classes"};
constexpr std::string_view kClass = "class", kClassMap = "class_map", kValues = "values";

struct Pair {
    NumberArray inputs, targets;
    std::int64_t samples() const { return inputs.sizes.empty() ? 0 : inputs.sizes[0]; }
};

std::vector<std::int64_t> extentsOf(const NumberArray& array) { return {array.sizes.begin() + 1, array.sizes.end()}; }

std::span<const std::byte> sampleOf(const NumberArray& array, std::int64_t index) {
    const std::size_t bytes = array.bytes.size() / static_cast<std::size_t>(array.sizes[0]);
    return std::span(array.bytes).subspan(static_cast<std::size_t>(index) * bytes, bytes);
}

class ArrayDataset final : public Dataset {
public:
    ArrayDataset(Pair train, Pair test, SampleSpec spec, double mean, double deviation)
        : m_train(std::move(train)),
          m_test(std::move(test)),
          m_spec(std::move(spec)),
          m_mean(static_cast<float>(mean)),
          m_deviation(static_cast<float>(deviation)),
          m_inputExtents(extentsOf(m_train.inputs)),
          m_targetExtents(extentsOf(m_train.targets)) {
        if (m_spec.targetKind == TargetKind::Values && m_targetExtents.empty()) m_targetExtents = {1};
        m_spec.inputs = {TensorType{Shape(m_inputExtents.begin(), m_inputExtents.end()), ElementType::Float}};
        m_spec.target.shape = Shape(m_targetExtents.begin(), m_targetExtents.end());
        m_spec.trainSamples = m_train.samples();
        m_spec.testSamples = m_test.samples();
        Fingerprint fingerprint;
        for (const Pair* pair : {&m_train, &m_test})
            for (const NumberArray* array : {&pair->inputs, &pair->targets}) {
                fingerprint.add(std::as_bytes(std::span(array->sizes)));
                fingerprint.add(array->bytes);
            }
        m_fingerprint = fingerprint.hex();
    }

    const SampleSpec& spec() const override { return m_spec; }
    std::int64_t size(Part part) const override { return pairOf(part).samples(); }
    std::string fingerprint() const override { return m_fingerprint; }
    std::optional<std::int64_t> stratumOf(Part part, std::int64_t index) const override {
        if (m_spec.targetKind != TargetKind::Class) return {};
        const NumberArray& targets = pairOf(part).targets;
        std::int64_t label = 0;
        toIntegers(sampleOf(targets, index), targets.type, &label);
        return label;
    }

    void read(Part part, std::span<const std::int64_t> indices, Batch& batch) const override {
        const Pair& pair = pairOf(part);
        batch.inputs.resize(1);
        float* input = prepareFloats(batch.inputs[0], indices.size(), m_inputExtents);
        for (const std::int64_t index : indices) {
            toFloats(sampleOf(pair.inputs, index), pair.inputs.type, input);
            input += pair.inputs.elements() / pair.inputs.sizes[0];
        }
        if (m_mean != 0 || m_deviation != 1)
            for (float& number : batch.inputs[0].floats) number = (number - m_mean) / m_deviation;
        const std::int64_t elements = pair.targets.elements() / pair.targets.sizes[0];
        if (m_spec.target.element == ElementType::Float) {
            float* target = prepareFloats(batch.target, indices.size(), m_targetExtents);
            for (const std::int64_t index : indices) {
                toFloats(sampleOf(pair.targets, index), pair.targets.type, target);
                target += elements;
            }
        } else {
            std::int64_t* target = prepareIntegers(batch.target, indices.size(), m_targetExtents);
            for (const std::int64_t index : indices) {
                toIntegers(sampleOf(pair.targets, index), pair.targets.type, target);
                target += elements;
            }
        }
    }

private:
    const Pair& pairOf(Part part) const { return part == Part::Train ? m_train : m_test; }

    Pair m_train, m_test;
    SampleSpec m_spec;
    float m_mean, m_deviation;
    std::vector<std::int64_t> m_inputExtents, m_targetExtents;
    std::string m_fingerprint;
};

Error wrong(Message what, Message advice = {}) { return Error(ErrorCode::InvalidInput, std::move(what), std::move(advice)); }

// Inputs must be numbers, classes whole numbers below `classes`.
Result<void> checkValues(const Pair& pair, const SampleSpec& spec) {
    const bool classes = spec.target.element == ElementType::Integer;
    if (classes && !isWhole(pair.targets.type))
        return wrong(say("The targets are real numbers, where classes are wanted."), say("Choose \"values\" as the kind of target."));
    for (std::int64_t sample = 0; sample < pair.samples(); ++sample) {
        const auto numbers = [&](const NumberArray& array) {
            std::vector<double> values(static_cast<std::size_t>(array.elements() / array.sizes[0]));
            toDoubles(sampleOf(array, sample), array.type, values.data());
            return values;
        };
        for (const NumberArray* array : {&pair.inputs, &pair.targets}) {
            if (isWhole(array->type)) continue;
            for (const double value : numbers(*array))
                if (!std::isfinite(value))
                    return wrong(say("Sample %1 holds a value that is no number.", sample), say("Fill the gaps before saving the array."));
        }
        if (!classes) continue;
        for (const double label : numbers(pair.targets))
            if (!(label >= 0 && label < static_cast<double>(spec.classes)))
                return wrong(
                    say("Sample %1 has the class %2, but there are %3 classes (0 to %4).", sample, label, spec.classes, spec.classes - 1),
                    say("Raise the parameter \"classes\"."));
    }
    return {};
}

struct Source {
    std::string file, name;
};

Result<Pair> readPair(const Source& inputs, const Source& targets, const SampleSpec& spec) {
    Pair pair;
    for (const auto& [source, array] : {std::pair{&inputs, &pair.inputs}, std::pair{&targets, &pair.targets}}) {
        const auto path = findDataFile(std::filesystem::path(std::u8string(source->file.begin(), source->file.end())), dataFolders());
        if (!path) return path.error();
        auto read = readNpy(*path, source->name);
        if (!read) return read.error();
        *array = std::move(*read);
        if (array->sizes.empty()) return wrong(say("%1 is a single number; the first index counts the samples.", displayPath(*path)));
    }
    if (pair.inputs.sizes[0] != pair.targets.sizes[0])
        return wrong(say("There are %1 inputs and %2 targets.", pair.inputs.sizes[0], pair.targets.sizes[0]),
                     say("Choose arrays that belong together."));
    if (pair.inputs.sizes.size() < 2) return wrong(say("The inputs have one dimension only; a sample needs at least one of its own."));
    if (spec.targetKind == TargetKind::Class && pair.targets.sizes.size() != 1)
        return wrong(say("The targets have %1 dimensions; classes have one.", pair.targets.sizes.size()),
                     say("Choose another kind of target."));
    if (spec.targetKind == TargetKind::ClassMap && pair.targets.sizes.size() < 2)
        return wrong(say("The targets have one dimension; a class for each position needs more."), say("Choose another kind of target."));
    if (auto good = checkValues(pair, spec); !good) return good.error();
    return pair;
}

SampleSpec describeArrays(const Parameters& parameters) {
    const std::string& target = parameters[kTarget];
    SampleSpec spec;
    spec.targetKind = target == kValues ? TargetKind::Values : target == kClassMap ? TargetKind::ClassMap : TargetKind::Class;
    spec.target.element = spec.targetKind == TargetKind::Values ? ElementType::Float : ElementType::Integer;
    spec.classes = spec.targetKind == TargetKind::Values ? 0 : parameters[kClasses];
    return spec;
}

Result<std::unique_ptr<Dataset>> openArrays(const Parameters& parameters) {
    const SampleSpec spec = describeArrays(parameters);
    auto train = readPair({parameters[kInputs], parameters[kInputsName]}, {parameters[kTargets], parameters[kTargetsName]}, spec);
    if (!train) return train.error().in(say("reading the training arrays"));
    if (parameters[kTestInputs].empty() != parameters[kTestTargets].empty())
        return wrong(say("Only one of \"%1\" and \"%2\" is given.", kTestInputs.name, kTestTargets.name), say("Give both or none."));
    Pair test;
    if (!parameters[kTestInputs].empty()) {
        auto read = readPair({parameters[kTestInputs], parameters[kTestInputsName]},
                             {parameters[kTestTargets], parameters[kTestTargetsName]}, spec);
        if (!read) return read.error().in(say("reading the test arrays"));
        test = std::move(*read);
        if (extentsOf(test.inputs) != extentsOf(train->inputs) || extentsOf(test.targets) != extentsOf(train->targets))
            return wrong(say("The samples of the test arrays have other extents than those to train on."));
    }
    return std::unique_ptr<Dataset>(
        std::make_unique<ArrayDataset>(std::move(*train), std::move(test), spec, parameters[kMean], parameters[kDeviation]));
}

ParameterSpec nameSpec(Parameter<std::string> parameter, std::string_view label) {
    return pathSpec(parameter, label, phrase("Its name in an .npz archive; empty: the only one."), false);
}

}  // namespace

DatasetKind arrayFilesKind() {
    return {
        .kind = {"npy",
                 phrase("NumPy arrays"),
                 phrase("Inputs and targets from .npy files or .npz archives; the first index counts the samples."),
                 {pathSpec(kInputs, phrase("Inputs"), phrase("File of the training inputs; relative to a data folder, or a whole path."),
                           true),
                  nameSpec(kInputsName, phrase("Name of the inputs")),
                  pathSpec(kTargets, phrase("Targets"), phrase("File of the training targets."), true),
                  nameSpec(kTargetsName, phrase("Name of the targets")),
                  pathSpec(kTestInputs, phrase("Test inputs"), phrase("File of the test inputs; empty when there are none."), false),
                  nameSpec(kTestInputsName, phrase("Name of the test inputs")),
                  pathSpec(kTestTargets, phrase("Test targets"), phrase("File of the test targets; empty when there are none."), false),
                  nameSpec(kTestTargetsName, phrase("Name of the test targets")),
                  specOf(kTarget, phrase("Kind of target"), phrase("One class, a class for each position, or real numbers."), kClass,
                         {kClass, kClassMap, kValues}),
                  specOf(kClasses, phrase("Classes"), phrase("Number of classes; they run from 0. Not used for real numbers."), 10, 2, 1e6),
                  specOf(kMean, phrase("Mean"), phrase("Taken from every number of the inputs."), 0.0, -1e9, 1e9),
                  specOf(kDeviation, phrase("Standard deviation"), phrase("Divides every number of the inputs after the mean is taken."),
                         1.0, 1e-9, 1e9)}},
        .describe = describeArrays,
        .open = openArrays};
}

}  // namespace seekbench
