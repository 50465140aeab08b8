// SPDX-License-Identifier: Apache-2.0
// The emitted Python must compute what the worker computes, on the worker's weights. tests/code/check_emitted.py does the Python half;
// SEEKBENCH_CODE_FOLDER keeps what it is given, for tests/code/run.

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <torch/torch.h>
#include <nlohmann/json.hpp>

#include "core/base/file.h"
#include "core/code/code.h"
#include "gpu/model/graph_module.h"
#include "gpu/model/safetensors.h"
#include "tests/gpu/sample_models.h"
#include "tests/support/example_graphs.h"

namespace seekbench {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = SEEKBENCH_SOURCE_DIR;

// First weights are zeros and ones in places, where mistakes would not be seen.
void disturb(const std::vector<NamedTensor>& weights) {
    torch::NoGradGuard noGradient;
    for (const auto& [name, tensor] : weights) {
        if (!tensor.is_floating_point()) continue;
        if (name.ends_with("running_var"))
            tensor.uniform_(0.5, 1.5);
        else
            tensor.add_(torch::randn_like(tensor) * 0.1);
    }
}

// What Python needs for one graph.
void writeCase(const fs::path& folder, const Graph& graph, const Library& library, const std::vector<at::Tensor>& inputs) {
    SCOPED_TRACE(folder.filename().string());
    fs::create_directories(folder);
    GraphModule module = must(GraphModule::create(expanded(graph, library)));
    const auto weights = module.weights();
    disturb(weights);
    module.setMode(Mode::Evaluation);
    torch::NoGradGuard noGradient;
    const auto outputs = module.forward(inputs);
    std::vector<NamedTensor> tensors;
    std::vector<std::string> names;
    for (const auto& [name, tensor] : weights) {
        tensors.emplace_back("weight/" + name, tensor);
        names.push_back(name);
    }
    for (std::size_t i = 0; i < inputs.size(); ++i) tensors.emplace_back("input/" + std::to_string(i), inputs[i].contiguous());
    for (std::size_t i = 0; i < outputs.size(); ++i) tensors.emplace_back("output/" + std::to_string(i), outputs[i].contiguous());
    ASSERT_TRUE(writeSafetensors(folder / "tensors.safetensors", tensors));
    const auto states = must(stateNames(graph, library, names));
    Json pairs = Json::array();
    for (std::size_t i = 0; i < names.size(); ++i) pairs.push_back({names[i], states[i]});
    ASSERT_TRUE(writeFileAtomically(folder / "names.json", pairs.dump()));
    for (const CodeStyleRow& row : codeStyles()) {
        const auto code = emitCode(graph, library, row.style);
        if (row.style == CodeStyle::Sequential && !code) continue;  // no chain; tst_code asks for the reason
        ASSERT_TRUE(code) << code.error().english();
        ASSERT_TRUE(writeFileAtomically(folder / (std::string(row.id) + std::string(row.suffix)), code->text()));
    }
}

at::Tensor randomTensor(const TensorType& type, std::int64_t batch) {
    std::vector<std::int64_t> sizes;
    for (const Dimension& extent : type.shape) sizes.push_back(extent.bound({{"batch", batch}}).integer().value());
    return type.element == ElementType::Integer ? torch::randint(0, 2, sizes, at::kLong) : torch::randn(sizes);
}

void writeExamples(const fs::path& folder) {
    for (const ExampleGraph& example : exampleGraphs()) {
        std::vector<at::Tensor> inputs;
        for (const TensorType& type : example.inputs) inputs.push_back(randomTensor(type, 1));
        writeCase(folder / example.name, example.graph, {}, inputs);
    }
}

// The experiments that come with Seekbench, without those that would take minutes.
void writeExperiments(const fs::path& folder) {
    constexpr std::int64_t kMostParameters = 30'000'000, kMostProducts = 1'000'000'000;
    const Library library = must(loadComposites(kSource / "resources/operators/composite"));
    for (const auto& entry : fs::directory_iterator(kSource / "resources/experiments")) {
        const Experiment experiment = must(loadExperiment(entry.path(), library));
        const Cost cost = check(experiment.graph, experiment.library).total;
        if (cost.parameters > kMostParameters || cost.multiplyAdds > kMostProducts) continue;
        const Model model = expanded(experiment.graph, experiment.library);
        std::vector<at::Tensor> inputs;
        for (const int input : model.inputs) inputs.push_back(randomTensor(model.nodes[static_cast<std::size_t>(input)].outputTypes[0], 2));
        writeCase(folder / entry.path().stem(), experiment.graph, experiment.library, inputs);
    }
}

TEST(EmittedCode, computesWhatTheWorkerComputes) {
    if (std::system("python3 -c 'import torch, numpy' 2>/dev/null") != 0) GTEST_SKIP() << "python3-torch is not installed.";
    const char* kept = std::getenv("SEEKBENCH_CODE_FOLDER");
    const fs::path folder = kept ? fs::path(kept) : fs::path(SEEKBENCH_BINARY_DIR) / "emitted_code";
    fs::remove_all(folder);
    torch::manual_seed(5);
    writeExamples(folder);
    writeExperiments(folder);
    if (HasFatalFailure()) return;
    const std::string command = "python3 -B '" + (kSource / "tests/code/check_emitted.py").string() + "' '" + folder.string() + "'";
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    if (!kept) fs::remove_all(folder);
}

}  // namespace
}  // namespace seekbench
