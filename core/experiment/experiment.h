// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/kind.h"
#include "core/graph/check.h"
#include "core/graph/composite.h"

namespace seekbench {

// Where validation samples come from.
struct Split {
    enum class Source { Share, TestPart };  // a share of the training part, or the dataset's own test part
    enum class Method {                     // Source::Share: which samples are held out
        Random,
        Stratified,  // so that both sides have the same shares of the classes
        ByGroup,     // whole groups, such as patients or customers
        ByTime,      // the last ones
    };
    static constexpr std::int64_t kUsualGap = -1;
    Source source = Source::Share;
    double share = 0.1;     // Source::Share: part of the training samples held out, 0 < share < 1
    std::int64_t seed = 0;  // of the choice which samples are held out; independent of the training seed
    Method method = Method::Random;
    std::int64_t gap = kUsualGap;  // ByTime: samples left out between the two sides; kUsualGap: what the dataset's windows need
    bool operator==(const Split&) const = default;
};

// "random", "stratified", "by_group", "by_time": the names in files and settings, in the order of Split::Method.
std::span<const std::string_view> splitMethodNames();
std::string_view nameOf(Split::Method method);
std::optional<Split::Method> splitMethodFrom(std::string_view name);

// Of the numbers that layers compute with; weights are kept in single precision whatever is chosen.
enum class Precision { Float32, BFloat16, Float16 };
// "fp32", "bf16", "fp16": the names in files and settings.
std::string_view nameOf(Precision precision);
std::optional<Precision> precisionFrom(std::string_view name);

// What computes a step: LibTorch with autograd, or a plan of fused kernels. Auto: the plan where there is a kernel for everything.
enum class EngineChoice { Auto, Reference, Compiled };
// "auto", "reference", "compiled".
std::string_view nameOf(EngineChoice engine);
std::optional<EngineChoice> engineChoiceFrom(std::string_view name);

// Every field has its row in training_fields.cpp.
struct TrainingSettings {
    std::int64_t batchSize = 64;
    std::int64_t epochs = 5;
    std::int64_t seed = 0;       // weights, order of samples, dropout
    std::string device = "cpu";  // "cpu" or "cuda:0"
    std::int64_t threads = 0;    // CPU threads; 0: all cores, replaced by their number when a run is made
    Precision precision = Precision::Float32;
    EngineChoice engine = EngineChoice::Auto;
    std::int64_t accumulation = 1;            // parts that a batch is computed in, one after the other; it stays one update
    double gradientClip = 0;                  // greatest L2 norm over all gradients; 0: none
    double averageDecay = 0;                  // of the running mean of the weights that validation uses; 0: none
    std::int64_t patience = 0;                // epochs without a lower validation loss until the run ends; 0: never
    std::vector<std::string> frozen;          // paths of nodes whose weights stay: "conv1", "block/conv2"; composites: all inside
    double lossScale = 65536;                 // Float16: at the start
    std::int64_t scaleGrowthInterval = 2000;  // Float16: updates without an overflow until the scale doubles
    std::int64_t overflowAtStep = 0;          // step whose gradients get an infinity, for a lesson; 0: never
    bool deterministic = false;               // only operators that give the same bits each time
    bool detectAnomalies = false;             // name the node whose gradients are the first that are not finite
    std::int64_t checkpointInterval = 500;    // steps between checkpoints; 0: only at the end and on stop
    std::int64_t keepCheckpoints = 3;         // newest ones kept, besides the best
    bool operator==(const TrainingSettings&) const = default;
};

// An Experiment is all that determines a run. A value; equal experiments have equal canonical text and fingerprint.
struct Experiment {
    std::string name;  // shown; part of the text, not of the fingerprint
    std::string description;
    Graph graph;
    Library library;  // bodies of the composites the graph uses
    Choice dataset;
    std::int64_t trainLimit = 0;  // use only the first n samples of the split's training part; 0: all
    Split split;
    std::vector<Choice> augmentation;  // of training samples, in this order; see core/data/augmentation
    Choice loss{"cross_entropy", {}};
    std::vector<std::string> metrics{"accuracy"};
    Choice optimizer{"adam", {}};
    Choice schedule{"constant", {}};
    TrainingSettings training;
    bool operator==(const Experiment&) const = default;
};

inline constexpr std::string_view kExperimentFormat = "seekbench-experiment";
inline constexpr int kExperimentVersion = 1;
inline constexpr std::size_t kMostAugmentations = 32;

// JSON form, see docs/experiment-format.md. Reading is strict: unknown fields are errors that name them, so that a
// misspelt setting is never ignored. Composites not embedded in the file are taken from `library`.
std::string experimentToText(const Experiment& experiment);
Result<Experiment> experimentFromText(std::string_view text, const Library& library);
Result<Experiment> loadExperiment(const std::filesystem::path& path, const Library& library);

// Fingerprint of everything that determines the numbers: all but name, description, node positions and how often
// checkpoints are written and kept.
std::string fingerprintOf(const Experiment& experiment);

// The answer of check(): the graph's report and what is wrong with the settings, each at its place
// ("optimizer.learning_rate", "training.batch_size", "graph" …).
struct ExperimentReport {
    GraphReport graph;
    std::vector<Diagnostic> diagnostics;  // the graph's first, then the settings'

    bool hasErrors() const;
};

// Checks graph, settings and their fit: the dataset's sample against the Input nodes, the Output against the loss.
// Does not touch the dataset's files; whether they are there says openDataset().
ExperimentReport check(const Experiment& experiment);

}  // namespace seekbench
