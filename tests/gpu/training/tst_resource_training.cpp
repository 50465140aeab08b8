// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <gtest/gtest.h>

#include "core/base/file.h"
#include "gpu/data/tensors.h"
#include "gpu/training/workload.h"

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
        return experiment;
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
    auto workload = Workload::make(shortened(*experiment));
    ASSERT_TRUE(workload) << workload.error().english();
    workload->trainLoader->start(0);
    int steps = 0;
    while (const Batch* batch = workload->trainLoader->next()) {
        const BatchTensors tensors = toTensors(*batch, at::kCPU);
        const StepResult result =
            workload->engine->trainStep(tensors.inputs, tensors.target, workload->learningRateFactor(steps), workload->trainMetrics);
        EXPECT_TRUE(std::isfinite(result.loss.item<double>())) << "step " << steps;
        EXPECT_GT(result.gradientNorm.item<double>(), 0) << "step " << steps;
        ++steps;
    }
    EXPECT_EQ(steps, 3);
    workload->validationLoader->start(0);
    const Batch* batch = workload->validationLoader->next();
    ASSERT_NE(batch, nullptr);
    const BatchTensors tensors = toTensors(*batch, at::kCPU);
    EXPECT_TRUE(std::isfinite(workload->engine->evaluate(tensors.inputs, tensors.target, workload->validationMetrics).item<double>()));
}

INSTANTIATE_TEST_SUITE_P(resources, ResourceTraining, testing::ValuesIn(ResourceTraining::names()),
                         [](const auto& name) { return name.param; });

}  // namespace
}  // namespace seekbench
