// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <ATen/ops/rand.h>
#include <ATen/ops/zeros.h>
#include <gtest/gtest.h>

#include "core/base/file.h"
#include "core/experiment/memory_forecast.h"
#include "core/operators/catalog.h"
#include "core/operators/memory.h"
#include "core/trace/analysis/summary.h"
#include "core/trace/trace_file.h"
#include "gpu/data/tensors.h"
#include "gpu/operators/catalog.h"
#include "gpu/profile/layer_work.h"
#include "gpu/training/tensor_memory.h"
#include "gpu/training/workload.h"
#include "tests/gpu/training/temporary_folder.h"

namespace seekbench {
namespace {

// The experiments that come with Seekbench, trained for a few steps: a new file needs no new test.
class ResourceTraining : public testing::TestWithParam<std::string> {
protected:
    // Beyond this a model is there for its shapes and costs, and a small one of the same architecture beside it is trained.
    static constexpr std::int64_t kMostParameters = 15'000'000;

    static std::string smallVariantOf(const std::string& name) {
        if (name.starts_with("gpt2_")) return "gpt2_tiny";  // "small" is the name of a size of GPT-2
        if (name.starts_with("bert_")) return "bert_small";
        return name + "_small";
    }

    static std::filesystem::path folder() { return SEEKBENCH_SOURCE_DIR "/resources"; }

    static Result<Experiment> load(const std::string& name) {
        const auto library = loadComposites(folder() / "operators/composite");
        if (!library) return library.error();
        return loadExperiment(folder() / "experiments" / (name + ".json"), *library);
    }

    // The same experiment on few samples: what it computes stays, how long it takes does not.
    static Experiment shortened(Experiment experiment) {
        experiment.training.batchSize = std::min<std::int64_t>(experiment.training.batchSize, 4);
        experiment.trainLimit = 3 * experiment.training.batchSize;
        experiment.training.device = "cpu";
        experiment.training.engine = EngineChoice::Reference;  // which the forecast is made for
        return experiment;
    }

    // The batch in the ledger, as the trainer has it.
    static std::vector<BorrowedMemory> counted(const BatchTensors& batch) {
        std::vector<BorrowedMemory> held;
        for (const at::Tensor& input : batch.inputs) held.emplace_back(input, MemoryCategory::Input);
        held.emplace_back(batch.target, MemoryCategory::Input);
        return held;
    }
    static MemoryBytes sumOf(const MemoryTable& table) {
        MemoryBytes sum;
        for (const MemoryTable::Row& row : table.rows) sum += row.bytes;
        return sum;
    }
    static std::string text(const MemoryBytes& bytes) {
        std::string text;
        for (const MemoryCategory category : kMemoryCategories)
            text += std::string(nameOf(category)) + " " + memoryText(bytes[category]) + ", ";
        return text + "in all " + memoryText(bytes.total());
    }

public:
    static std::vector<std::string> names() {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder() / "experiments"))
            names.push_back(entry.path().stem().string());
        std::ranges::sort(names);
        return names;
    }
};

TEST_P(ResourceTraining, threeStepsGiveFiniteLosses) {
    const auto experiment = load(GetParam());
    ASSERT_TRUE(experiment) << experiment.error().english();
    if (const auto parameters = check(*experiment).graph.total.parameters; parameters > kMostParameters) {
        const auto small = load(smallVariantOf(GetParam()));
        EXPECT_TRUE(small && check(*small).graph.total.parameters <= kMostParameters)
            << parameters << " parameters are too many for a test, and there is no smaller variant";
        return;
    }
    TensorMemory memory;
    const Experiment few = shortened(*experiment);
    auto workload = Workload::make(few);
    ASSERT_TRUE(workload) << workload.error().english();
    workload->trainLoader->start(0);
    const TemporaryFolder profiles;
    auto collector = Collector::start({.path = profiles / "profile", .name = "profile", .layers = profiledLayers(few)});
    ASSERT_TRUE(collector) << collector.error().english();
    int steps = 0;
    MemoryTable highest;
    MemoryBytes held;
    while (const Batch* batch = workload->trainLoader->next()) {
        {
            memory.beginStep();
            const BatchTensors tensors = toTensors(*batch, at::kCPU);
            const auto borrowed = counted(tensors);
            const StepResult result =
                workload->engine->trainStep(tensors.inputs, tensors.target, workload->learningRateFactor(steps), workload->trainMetrics);
            EXPECT_TRUE(std::isfinite(result.loss.item<double>())) << "step " << steps;
            EXPECT_GT(result.gradientNorm.item<double>(), 0) << "step " << steps;
            EXPECT_EQ(memory.tableAtPeak().total, memory.peak());
            if (memory.peak().total() > highest.total.total()) highest = memory.tableAtPeak();
        }
        for (const auto& metric : workload->trainMetrics) metric->reset();  // some remember the samples of an epoch
        if (++steps == 2) held = memory.now();
    }
    EXPECT_EQ(steps, 3);
    ASSERT_TRUE((*collector)->finish());
    const auto profile = readTrace(profiles / "profile");
    ASSERT_TRUE(profile) << profile.error().english();
    const Completeness completeness = completenessOf(*profile);
    RecordProperty("profile_with_layer", std::to_string(completeness.withLayer()));
    EXPECT_GE(completeness.withLayer(), 0.99);
    EXPECT_TRUE(completeness.conserved);
    EXPECT_EQ(completeness.ledger.dropped, 0u);
    EXPECT_EQ(memory.now().of, held.of) << "nothing is left behind by a step";
    EXPECT_EQ(sumOf(highest), highest.total);
    const auto forecast = forecastMemory(few, workload->dataset->spec());
    ASSERT_TRUE(forecast);
    const auto measured = static_cast<double>(highest.total.total());
    const double error = static_cast<double>(forecast->peak()) / measured - 1;
    RecordProperty("memory_forecast_error", std::to_string(error));
    EXPECT_LT(std::abs(error), 0.15) << "measured: " << text(highest.total) << "; forecast: " << text(forecast->table.total);
    workload->validationLoader->start(0);
    const Batch* batch = workload->validationLoader->next();
    ASSERT_NE(batch, nullptr);
    const BatchTensors tensors = toTensors(*batch, at::kCPU);
    EXPECT_TRUE(std::isfinite(workload->engine->evaluate(tensors.inputs, tensors.target, workload->validationMetrics).item<double>()));
}

// The rules that the forecast is made by against autograd itself, operator by operator: a new one needs no new test.
TEST(MemoryRules, layersHoldWhatTheRulesSayAfterTheirForwardPass) {
    for (const Operator* op : operatorCatalog()) {
        const TorchOperator* half = findTorchOperator(op->id);
        const MemoryRule rule = memoryRuleOf(op->id);
        ASSERT_TRUE(half && rule) << op->id;
        for (const Example& example : op->examples) {
            if (example.inputs.empty()) continue;
            const Parameters parameters = ResolvedParameters::from(op->parameters, example.parameters).parameters;
            const auto layer = half->build(parameters);
            std::vector<at::Tensor> inputs;
            std::vector<Sizes> sizes;
            for (const TensorType& input : example.inputs) {
                // A mask is data: nobody asks for its gradient.
                const bool isMask = inputs.size() < op->inputs.size() && op->inputs[inputs.size()].name == "mask";
                sizes.push_back(integers(input.shape).value_or(Sizes{}));
                inputs.push_back(input.shape.empty()                   ? at::Tensor()
                                 : input.element == ElementType::Float ? at::rand(sizes.back()).requires_grad_(!isMask)
                                                                       : at::zeros(sizes.back(), at::kLong));
            }
            const TensorMemory memory;
            const auto outputs = layer->forward(inputs);
            const KeptMemory kept = rule(parameters, sizes, example.outputs);
            std::int64_t expected = 4 * kept.numbers + kept.bytes;
            // Rules count the copy that a mask of whole numbers becomes; one of real numbers is used as it comes.
            for (std::size_t i = 0; i < inputs.size() && i < op->inputs.size(); ++i)
                if (op->inputs[i].name == "mask" && inputs[i].defined() && inputs[i].is_floating_point())
                    expected -= static_cast<std::int64_t>(inputs[i].nbytes());
            using Outputs = KeptMemory::Outputs;
            if (kept.memory == Outputs::Own || kept.memory == Outputs::Weights)
                for (const at::Tensor& output : std::span(outputs).first(kept.memory == Outputs::Weights ? 1 : outputs.size()))
                    expected += static_cast<std::int64_t>(output.nbytes());
            // Scalars of autograd, and masks of few bytes.
            EXPECT_NEAR(static_cast<double>(memory.bytes()), static_cast<double>(expected), 64 + 0.1 * static_cast<double>(expected))
                << op->id << ", example " << &example - op->examples.data() + 1;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(resources, ResourceTraining, testing::ValuesIn(ResourceTraining::names()),
                         [](const auto& name) { return name.param; });

}  // namespace
}  // namespace seekbench
