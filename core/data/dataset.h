// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/experiment/kind.h"
#include "core/graph/dimension.h"

namespace seekbench {

// A HostTensor is a dense row-major array in main memory: floats or int64, by element type.
struct HostTensor {
    ElementType element = ElementType::Float;
    std::vector<std::int64_t> sizes;
    std::vector<float> floats;           // ElementType::Float
    std::vector<std::int64_t> integers;  // ElementType::Integer
    bool operator==(const HostTensor&) const = default;
};

// Samples collated for one step: dimension 0 of every tensor is the batch.
struct Batch {
    std::vector<HostTensor> inputs;  // one per Input node of the graph, in their order
    HostTensor target;               // (batch, the target's shape)
    bool operator==(const Batch&) const = default;
};

enum class Part { Train, Test };

// What the target of a sample means; which losses and metrics fit follows from it.
enum class TargetKind {
    Class,     // one class: scalar Integer
    ClassMap,  // a class for each position: Integer with extents, such as a mask over a picture or the next token at each place
    Values,    // real numbers
    Boxes,     // Float (boxes, 5): class, centre x, centre y, width, height as shares of the picture; class -1: no box in this row
    Pairs,     // the inputs of a sample belong together: scalar Integer, the index of the sample
};

// What a dataset's samples look like; known from its parameters, without opening files.
struct SampleSpec {
    std::vector<TensorType> inputs;  // of one sample, without the batch dimension
    TensorType target;               // of one sample
    TargetKind targetKind = TargetKind::Class;
    std::int64_t classes = 0;                        // of Class, ClassMap and Boxes; else 0
    std::vector<std::string> classNames;             // English source text, may be empty; tokens for text
    std::int64_t trainSamples = 0, testSamples = 0;  // 0: not known without opening files
    bool inTime = false;                             // samples are in the order of time: a random split would look ahead
    bool grouped = false;                            // groupOf() answers: a split should keep groups together
    // inTime, counted in samples: how many of its followers a sample shares its input with, and how far its target lies ahead.
    std::int64_t window = 0, horizon = 0;
};

// What a rule without a model scores with a metric, for comparison: the most frequent class, the value of yesterday.
struct Baseline {
    std::string_view metric;  // id of a row of metricKinds()
    std::string_view rule;    // id: "majority", "persistence"
    double value = 0;
};

// A Dataset is an open set of samples, read by index. Reading is const and thread-safe.
class Dataset {
public:
    virtual ~Dataset() = default;
    virtual const SampleSpec& spec() const = 0;
    virtual std::int64_t size(Part part) const = 0;
    // Collates the samples `indices` of `part`; each index < size(part).
    virtual void read(Part part, std::span<const std::int64_t> indices, Batch& batch) const = 0;
    // Fingerprint of the content of the files.
    virtual std::string fingerprint() const = 0;

    // Fits what is fitted to data (means, deviations, price bounds) to these samples alone: those that train. Called once, after the
    // split and before the first read(); without it all samples of `part` count, as in a preview.
    virtual void fit(Part, std::span<const std::int64_t> /*indices*/) {}
    // What a stratified split keeps the shares of (a class), and what a split by group keeps together (a patient); nothing: no such thing.
    virtual std::optional<std::int64_t> stratumOf(Part, std::int64_t /*index*/) const { return {}; }
    virtual std::optional<std::int64_t> groupOf(Part, std::int64_t /*index*/) const { return {}; }
    // What rules without a model score on these samples.
    virtual std::vector<Baseline> baselines(Part, std::span<const std::int64_t> /*indices*/) const { return {}; }
};

// The registry: a dataset is a row here with its reader.
struct DatasetKind {
    Kind kind;
    // Sample spec from the parameters alone (IDX: sizes come from the files; then `inputs` is empty).
    SampleSpec (*describe)(const Parameters& parameters);
    // Opens the files. Missing files: which package or download brings them, as advice.
    Result<std::unique_ptr<Dataset>> (*open)(const Parameters& parameters);
};
std::span<const DatasetKind> datasetKinds();
const DatasetKind* findDatasetKind(std::string_view id);

// Resolves the parameters of `choice` and opens it.
Result<std::unique_ptr<Dataset>> openDataset(const Choice& choice);

}  // namespace seekbench
