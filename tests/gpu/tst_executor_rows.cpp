// SPDX-License-Identifier: Apache-2.0
// Walks the table of compiled kernels: outputs and all gradients of every example of the operators' catalog, and of larger shapes that
// make the kernels' blocks and threads meet their ends, against the reference engine in double precision. Kernels that drop numbers are
// compared in single precision, in which the reference engine drops the same ones.

#include <chrono>

#include <gtest/gtest.h>
#include <omp.h>
#include <torch/torch.h>

#include "core/operators/catalog.h"
#include "gpu/executor/plan.h"
#include "gpu/kernels/counter_dropout.h"
#include "gpu/model/graph_module.h"
#include "tests/gpu/sample_models.h"

namespace seekbench {
namespace {

using executor::Layout;
using executor::Pass;
using executor::Plan;

TensorType floats(const Sizes& sizes) { return {Shape(sizes.begin(), sizes.end())}; }
TensorType whole(const Sizes& sizes) { return {Shape(sizes.begin(), sizes.end()), ElementType::Integer}; }
Sizes sizesOf(const TensorType& type) { return integers(type.shape).value(); }

enum class Read { First, Second, Both };  // outputs; both: the second before the first, along dimension 1

struct Case {
    std::string op;
    ParameterValues parameters;
    std::vector<TensorType> inputs;
    Read read = Read::First;
};

Parameters resolved(const Operator& op, const ParameterValues& values) {
    auto made = ResolvedParameters::from(op.parameters, values);
    if (!made.problems.empty()) throw std::runtime_error("parameters of " + std::string(op.id));
    return made.parameters;
}

// Every float input is the table of an embedding that is asked for all its rows in order, so that the gradient of the table is that of
// the input; mixed: with a 1 × 1 convolution behind it, which hands its result over in a layout of its own.
class OneNode {
public:
    enum class Source { Embedding, LearnedScale };  // the latter costs next to nothing, where time is measured

    OneNode(const Case& wanted, bool mixed, Source source = Source::Embedding) : m_mixed(mixed), m_source(source) {
        const Operator* op = findOperator(wanted.op);
        FlatNode node{"node", op, resolved(*op, wanted.parameters), {}, wanted.inputs, {}};
        for (std::size_t i = 0; i < wanted.inputs.size(); ++i) node.inputs.push_back(addInput(wanted.inputs[i], std::to_string(i)));
        const auto inferred = (*op->shape.rule())(node.parameters, wanted.inputs);
        node.outputTypes = inferred->outputs;
        m_model.nodes.push_back(node);
        ValueRef last{static_cast<int>(m_model.nodes.size()) - 1, wanted.read == Read::Second ? 1 : 0};
        TensorType type = node.outputTypes[static_cast<std::size_t>(last.output)];
        if (wanted.read == Read::Both) {
            const std::vector<TensorType> types{node.outputTypes[1], node.outputTypes[0]};
            const Operator* concat = findOperator("Concat");
            type = (*concat->shape.rule())(resolved(*concat, {}), types)->outputs[0];
            last = add("both", "Concat", {}, {{last.node, 1}, {last.node, 0}}, types, {type});
        }
        m_model.outputs = {static_cast<int>(m_model.nodes.size())};
        add("result", "Output", {}, {last}, {type}, {});
    }

    const Model& model() const { return m_model; }
    const std::vector<at::Tensor>& inputs() const { return m_inputs; }
    bool isMixed() const { return m_wasMixed; }

private:
    ValueRef add(const std::string& path, std::string_view id, const ParameterValues& parameters, std::vector<ValueRef> inputs,
                 std::vector<TensorType> inputTypes, std::vector<TensorType> outputTypes) {
        const Operator* op = findOperator(id);
        m_model.nodes.push_back({path, op, resolved(*op, parameters), std::move(inputs), std::move(inputTypes), std::move(outputTypes)});
        return {static_cast<int>(m_model.nodes.size()) - 1, 0};
    }

    ValueRef addInput(const TensorType& type, const std::string& number) {
        if (type.shape.empty()) return {-1, 0};
        const bool isFloat = type.element == ElementType::Float;
        Sizes sizes = sizesOf(type);
        if (isFloat && m_source == Source::LearnedScale) {
            m_model.inputs.push_back(static_cast<int>(m_model.nodes.size()));
            const ValueRef input = add("numbers" + number, "Input", {{"shape", Integers(sizes.begin() + 1, sizes.end())}}, {}, {}, {type});
            m_inputs.push_back(torch::randn(sizes));
            return add("from" + number, "Scale", {{"learned", true}}, {input}, {type}, {type});
        }
        const std::int64_t features = isFloat ? sizes.back() : 0;
        if (isFloat) sizes.pop_back();
        const TensorType numbers = whole(sizes);
        m_model.inputs.push_back(static_cast<int>(m_model.nodes.size()));
        const ValueRef input = add("numbers" + number, "Input", {{"shape", Integers(sizes.begin() + 1, sizes.end())}}, {}, {}, {numbers});
        if (!isFloat) {
            m_inputs.push_back(torch::randint(0, 2, sizes, at::kLong));
            return input;
        }
        const at::Tensor places = torch::arange(c10::multiply_integers(sizes), at::kLong).view(sizes);
        m_inputs.push_back(places);
        ValueRef last = add("from" + number, "Embedding", {{"num_embeddings", places.numel()}, {"embedding_dim", features}}, {input},
                            {numbers}, {type, floats({places.numel(), features})});
        const std::size_t rank = sizes.size() + 1;
        if (!m_mixed || rank < 4 || rank > 5) return last;
        m_wasMixed = true;
        const std::int64_t channels = sizes[1];
        return add("mix" + number, rank == 4 ? "Conv2d" : "Conv3d",
                   {{"in_channels", channels}, {"out_channels", channels}, {"kernel_size", Integers(rank - 2, 1)}, {"bias", false}}, {last},
                   {type}, {type});
    }

    bool m_mixed, m_wasMixed = false;
    Source m_source;
    Model m_model;
    std::vector<at::Tensor> m_inputs;
};

void convert(const dnnl::engine& engine, const Layout& from, const void* source, const Layout& to, void* destination) {
    dnnl::stream stream(engine);
    dnnl::memory given(from, engine, const_cast<void*>(source)), wanted(to, engine, destination);
    dnnl::reorder(given, wanted).execute(stream, given, wanted);
    stream.wait();
}

void expectClose(const at::Tensor& got, const at::Tensor& expected, const std::string& name) {
    ASSERT_EQ(got.sizes(), expected.sizes()) << name;
    if (got.numel() == 0) return;
    const at::Tensor wanted = expected.to(at::kDouble);
    const double most = wanted.abs().max().item<double>(), off = (got.to(at::kDouble) - wanted).abs().max().item<double>();
    EXPECT_LT(off, 1e-4 * (1 + most)) << name;  // sums of up to some thousand products in single precision
}

// False: there is no kernel for these parameters.
bool compare(const Case& wanted, bool mixed, Pass pass) {
    // In another layout than rows other numbers are dropped.
    if (mixed && pass == Pass::Training && wanted.op == "Dropout") return false;
    torch::manual_seed(7);
    const OneNode one(wanted, mixed);
    if (mixed && !one.isMixed()) return false;
    GraphModule module = must(GraphModule::create(one.model()));
    const dnnl::engine engine(dnnl::engine::kind::cpu, 0);
    executor::Weights weights;
    std::shared_ptr<executor::Arena> arena;
    executor::Choices choices;
    auto plan = Plan::build(one.model(), one.inputs()[0].size(0), weights, engine, arena, choices);
    if (!plan) {
        if (!mixed && pass == Pass::Training && omp_get_max_threads() == 1) std::cout << plan.error().english() << "\n";
        return false;
    }
    for (const auto& [name, tensor] : module.weights()) {
        // Many numbers are equal then: the first of the greatest counts.
        if (wanted.op.starts_with("MaxPool") && tensor.is_floating_point()) tensor.detach().mul_(4).round_().div_(4);
        const at::Tensor plain = tensor.detach().contiguous();
        if (executor::Weight* weight = weights.find(name))
            convert(engine, weight->plain, plain.data_ptr(), weight->layout, weight->data);
        else if (executor::State* state = weights.findState(name))
            at::from_blob(state->data.data(), plain.sizes(), at::kFloat).copy_(plain);
    }
    torch::manual_seed(5);
    for (std::uint64_t& seed : (*plan)->seeds()) seed = drawSeed();
    const bool inDouble = pass == Pass::Evaluation || (*plan)->seeds().empty();
    if (inDouble)
        for (const auto& [name, tensor] : module.weights()) at::Tensor(tensor).set_data(tensor.detach().to(at::kDouble));
    module.setMode(pass == Pass::Training ? Mode::Training : Mode::Evaluation);

    torch::manual_seed(5);
    std::vector<at::Tensor> inputs = one.inputs();
    const at::Tensor expected = module.forward(inputs)[0];
    for (std::size_t i = 0; i < inputs.size(); ++i)
        at::from_blob((*plan)->input(i).data->data, inputs[i].sizes(), at::kInt).copy_(inputs[i]);
    (*plan)->forward(pass);
    const auto outputOf = [&](const float* data) { return at::from_blob(const_cast<float*>(data), expected.sizes(), at::kFloat); };
    if (!expected.is_floating_point()) {
        const at::Tensor got = at::from_blob(const_cast<float*>((*plan)->output(0)), expected.sizes(), at::kInt);
        EXPECT_TRUE(got.equal(expected.to(at::kInt)));
        return true;
    }
    expectClose(outputOf((*plan)->output(0)), expected, "output");
    if (pass == Pass::Evaluation) return true;
    for (const auto& [name, tensor] : module.weights())
        if (executor::State* state = weights.findState(name))
            expectClose(at::from_blob(state->data.data(), tensor.sizes(), at::kFloat), tensor.detach(), name);

    const at::Tensor slopes = torch::randn(expected.sizes());
    expected.backward(slopes.to(expected.scalar_type()));
    outputOf((*plan)->outputGradient(0)).copy_(slopes);
    // What was left by another step must not show.
    for (executor::Weight& weight : weights.weights()) std::fill_n(weight.gradient, weight.stored(), 1e3f);
    (*plan)->backward();
    for (const auto& [name, tensor] : module.parameters()) {
        executor::Weight* weight = weights.find(name);
        EXPECT_NE(weight, nullptr) << name;
        if (weight == nullptr) continue;
        const at::Tensor got = torch::empty(tensor.sizes());
        convert(engine, weight->layout, weight->gradient, weight->plain, got.data_ptr());
        expectClose(got, tensor.grad().defined() ? tensor.grad() : torch::zeros_like(tensor), name);
    }
    return true;
}

void compareAll(const Case& wanted, int& covered) {
    for (const int threads : {1, 2}) {
        at::set_num_threads(threads);
        omp_set_num_threads(threads);
        for (const bool mixed : {false, true}) {
            SCOPED_TRACE(wanted.op + ", threads " + std::to_string(threads) + (mixed ? ", in a layout of convolutions" : ""));
            if (compare(wanted, mixed, Pass::Training)) ++covered;
            compare(wanted, mixed, Pass::Evaluation);
        }
    }
}

bool canBeTested(const Case& wanted) {
    if (wanted.inputs.empty() || wanted.op == "Output" || executor::findKernel(wanted.op) == nullptr) return false;
    for (const TensorType& type : wanted.inputs)
        if (type.element == ElementType::Float && type.shape.size() == 1) return false;
    return true;
}

TEST(ExecutorRows, examplesOfTheCatalogComeOutLikeTheReference) {
    int covered = 0;
    for (const Operator* op : operatorCatalog()) {
        int number = 0;
        for (const Example& example : op->examples) {
            SCOPED_TRACE("example " + std::to_string(++number));
            const Case wanted{std::string(op->id), example.parameters, example.inputs};
            if (canBeTested(wanted)) compareAll(wanted, covered);
        }
    }
    EXPECT_GT(covered, 100);  // the walk has not lost its table
}

// Blocks, vectors and threads with a rest.
const std::vector<Case>& largerCases() {
    using I = std::int64_t;
    static const std::vector<Case> cases{
        {"BatchNorm1d", {{"num_features", I{19}}}, {floats({3, 19})}},
        {"BatchNorm2d", {{"num_features", I{17}}}, {floats({2, 17, 3, 2})}},
        {"BatchNorm2d", {{"num_features", I{32}}}, {floats({3, 32, 41, 43})}},
        {"BatchNorm3d", {{"num_features", I{8}}}, {floats({1, 8, 11, 13, 17})}},
        {"Conv2d", {{"in_channels", I{16}}, {"out_channels", I{48}}, {"kernel_size", Integers{3}}}, {floats({2, 16, 19, 17})}},
        {"Conv2d",
         {{"in_channels", I{1}}, {"out_channels", I{40}}, {"kernel_size", Integers{3}}, {"padding", Integers{1}}},
         {floats({3, 1, 28, 27})}},
        {"Conv2d",
         {{"in_channels", I{3}}, {"out_channels", I{24}}, {"kernel_size", Integers{7}}, {"stride", Integers{2}}, {"padding", Integers{3}}},
         {floats({2, 3, 31, 32})}},
        {"Conv2d",
         {{"in_channels", I{2}}, {"out_channels", I{8}}, {"kernel_size", Integers{5}}, {"stride", Integers{3}}},
         {floats({2, 2, 19, 22})}},
        {"Conv3d",
         {{"in_channels", I{1}}, {"out_channels", I{8}}, {"kernel_size", Integers{3}}, {"padding", Integers{1}}},
         {floats({1, 1, 15, 16, 17})}},
        {"MaxPool2d", {{"kernel_size", Integers{2}}}, {floats({3, 32, 15, 17})}},
        {"MaxPool2d", {{"kernel_size", Integers{3}}, {"stride", Integers{2}}, {"padding", Integers{1}}}, {floats({3, 24, 15, 17})}},
        {"MaxPool2d", {{"kernel_size", Integers{2}}, {"stride", Integers{3}}}, {floats({2, 7, 15, 17})}},
        {"MaxPool3d", {{"kernel_size", Integers{3}}, {"stride", Integers{2}}}, {floats({1, 80, 9, 8, 7})}},
        {"Dropout", {{"p", 0.3}}, {floats({3, 250, 131})}},
        {"LayerNorm", {{"normalized_shape", Integers{67}}}, {floats({9, 301, 67})}},
        {"RMSNorm", {{"normalized_shape", Integers{67}}}, {floats({9, 301, 67})}},
        {"GroupNorm", {{"num_groups", I{3}}, {"num_channels", I{18}}}, {floats({5, 18, 31, 33})}},
        {"InstanceNorm2d", {{"num_features", I{17}}, {"affine", true}}, {floats({5, 17, 31, 33})}},
        {"L2Normalize", {}, {floats({9, 301, 67})}},
        {"GELU", {}, {floats({5, 131, 257})}},
        {"GELU", {{"approximate", std::string("tanh")}}, {floats({5, 131, 257})}},
        {"Sigmoid", {}, {floats({2, 17, 9, 11})}},
        {"Embedding", {{"num_embeddings", I{2}}, {"embedding_dim", I{83}}}, {whole({40, 31})}},
        {"TiedLinear", {}, {floats({7, 45, 83}), floats({97, 83})}},
        {"LearnedPosition", {{"max_length", I{70}}, {"features", I{83}}}, {floats({13, 64, 83})}},
        {"Permute", {{"dims", Integers{0, 3, 1, 2}}}, {floats({2, 17, 50, 51})}},
        {"Slice", {{"dim", I{1}}, {"start", I{3}}, {"end", I{-2}}, {"step", I{3}}}, {floats({6, 90, 301})}},
        {"Mean", {{"dim", Integers{1}}}, {floats({6, 90, 301})}},
        {"Mean", {{"dim", Integers{2, 3}}}, {floats({6, 17, 30, 31})}},
        {"Multiply", {}, {floats({6, 17, 30, 31}), floats({6, 17, 1, 1})}},
        {"Scale", {{"factor", 0.7}, {"learned", true}}, {floats({6, 90, 301})}},
        {"MultiHeadAttention",
         {{"embed_dim", I{48}}, {"num_heads", I{3}}, {"causal", true}, {"dropout", 0.2}},
         {floats({2, 130, 48}), {}, {}, {}}},
        {"MultiHeadAttention", {{"embed_dim", I{34}}, {"num_heads", I{2}}}, {floats({7, 99, 34}), {}, {}, whole({7, 99})}},
        {"MultiHeadAttention",
         {{"embed_dim", I{34}}, {"num_heads", I{2}}},
         {floats({3, 99, 34}), floats({3, 197, 34}), floats({3, 197, 34}), whole({3, 99, 197})}},
        {"ScaledDotProductAttention",
         {{"dropout", 0.3}},
         {floats({2, 3, 100, 20}), floats({2, 3, 131, 20}), floats({2, 3, 131, 36}), whole({2, 131})}},
        {"LSTM",
         {{"input_size", I{19}}, {"hidden_size", I{33}}, {"num_layers", I{2}}, {"bidirectional", true}, {"dropout", 0.2}},
         {floats({11, 23, 19})}},
        {"LSTM",
         {{"input_size", I{24}}, {"hidden_size", I{48}}, {"num_layers", I{2}}, {"returns", std::string("last")}},
         {floats({16, 20, 24})}},
        {"GRU", {{"input_size", I{24}}, {"hidden_size", I{48}}, {"num_layers", I{2}}, {"bidirectional", true}}, {floats({16, 20, 24})}},
        {"ConvTranspose2d",
         {{"in_channels", I{17}},
          {"out_channels", I{24}},
          {"kernel_size", Integers{3, 3}},
          {"stride", Integers{2, 2}},
          {"padding", Integers{1, 1}},
          {"output_padding", Integers{1, 1}}},
         {floats({3, 17, 9, 11})}},
        {"ConvTranspose3d",
         {{"in_channels", I{32}}, {"out_channels", I{16}}, {"kernel_size", Integers{2, 2, 2}}, {"stride", Integers{2, 2, 2}}},
         {floats({2, 32, 5, 6, 7})}},
        {"Concat", {{"dim", I{-1}}}, {floats({6, 90, 31}), floats({6, 90, 17})}},
        {"Concat", {}, {floats({2, 24, 9, 11}), floats({2, 16, 9, 11})}},
        {"Concat", {}, {floats({2, 12, 9, 11}), floats({2, 16, 9, 11})}},
        {"Concat", {}, {floats({2, 20, 5, 6, 7}), floats({2, 9, 5, 6, 7})}},
        {"Conv3d",
         {{"in_channels", I{16}}, {"out_channels", I{24}}, {"kernel_size", Integers{3}}, {"padding", Integers{1}}},
         {floats({1, 16, 11, 13, 17})}},
        {"PReLU", {}, {floats({1, 19, 41, 43})}},
        {"PReLU", {{"num_parameters", I{19}}}, {floats({3, 19, 41, 43})}},
        {"PReLU", {{"num_parameters", I{67}}}, {floats({301, 67})}},
        {"Hardsigmoid", {}, {floats({5, 131, 257})}},
        {"Max", {{"dim", Integers{1}}}, {floats({6, 90, 301})}},
        {"Max", {{"dim", Integers{2, 3}}}, {floats({6, 17, 30, 31})}},
        {"Max", {{"dim", Integers{1, 3}}}, {floats({1, 17, 60, 131})}},
        {"Sum", {{"dim", Integers{1, 3}}}, {floats({3, 17, 60, 131})}},
        {"Mean", {{"dim", Integers{3, 1}}, {"keepdim", true}}, {floats({3, 17, 60, 131})}},
        {"Add", {}, {floats({3, 97, 301}), floats({1, 1, 301})}},
        {"Add", {}, {floats({3, 17, 41, 43}), floats({3, 17, 1, 1}), floats({17, 1, 43}), floats({3, 17, 41, 43})}},
        {"Subtract", {}, {floats({3, 1, 301}), floats({3, 97, 1})}},
        {"Multiply", {}, {floats({3, 97, 301}), floats({97, 1}), floats({3, 1, 301})}},
        {"Divide", {}, {floats({7, 9, 11}), floats({7, 9, 11})}},
        {"MatMul", {}, {floats({5, 3, 67, 41}), floats({5, 3, 41, 83})}},
        {"MatMul", {}, {floats({1, 267, 141}), floats({1, 141, 83})}},
        {"Upsample", {{"scale_factor", Integers{5}}}, {floats({1, 3, 43})}},
        {"Upsample", {{"scale_factor", Integers{3, 2}}}, {floats({2, 19, 31, 33})}},
        {"Upsample", {{"mode", std::string("bilinear")}}, {floats({2, 19, 31, 33})}},
        {"Upsample", {{"mode", std::string("bilinear")}, {"scale_factor", Integers{3}}, {"align_corners", true}}, {floats({1, 32, 17, 1})}},
        {"Upsample", {{"mode", std::string("trilinear")}}, {floats({1, 24, 9, 11, 13})}},
        {"Dropout2d", {{"p", 0.3}}, {floats({3, 19, 41, 43})}},
        {"DropPath", {{"p", 0.3}}, {floats({9, 19, 41, 13})}},
        {"DropPath", {{"p", 0.5}}, {floats({33, 3001})}},
        {"AdaptiveMaxPool2d", {{"output_size", Integers{7, 5}}}, {floats({3, 19, 31, 33})}},
        {"AdaptiveAvgPool2d", {{"output_size", Integers{7, 5}}}, {floats({3, 19, 31, 33})}},
        {"AvgPool2d",
         {{"kernel_size", Integers{3}}, {"stride", Integers{2}}, {"padding", Integers{1}}, {"ceil_mode", true}},
         {floats({3, 19, 30, 33})}},
        {"MaxPool2d", {{"kernel_size", Integers{17}}, {"stride", Integers{5}}}, {floats({3, 19, 31, 33})}},
        {"FakeQuantize", {{"bits", I{5}}}, {floats({3, 19, 41, 43})}},
        {"Split", {{"split_size", I{40}}}, {floats({6, 90, 301})}},
        {"Split", {{"split_size", I{40}}}, {floats({6, 90, 301})}, Read::Second},
        {"Split", {{"split_size", I{7}}}, {floats({2, 19, 31, 33})}, Read::Both},
        {"DynamicAttention", {{"dim", I{64}}}, {floats({2, 3, 197, 20})}},
        {"DynamicAttention", {{"dim", I{64}}}, {floats({1, 1, 300, 33})}},
        {"RepairedDynamicAttention", {{"embed_dim", I{48}}, {"num_heads", I{3}}, {"causal", true}}, {floats({1, 230, 48}), {}}},
        {"RepairedDynamicAttention", {{"embed_dim", I{34}}, {"num_heads", I{2}}}, {floats({7, 99, 34}), whole({7, 99})}},
    };
    return cases;
}

TEST(ExecutorRows, largerShapesComeOutLikeTheReference) {
    for (const Case& wanted : largerCases()) {
        int covered = 0;
        compareAll(wanted, covered);
        EXPECT_GT(covered, 0) << wanted.op;
    }
}

// No test: prints how long a forward and backward pass takes in either engine, best of some rounds, one after the other. Run with
// --gtest_also_run_disabled_tests --gtest_filter=*times*.
TEST(ExecutorRows, DISABLED_times) {
    using I = std::int64_t;
    const std::vector<Case> cases{
        {"Dropout", {{"p", 0.1}}, {floats({16, 128, 256})}},
        {"LayerNorm", {{"normalized_shape", Integers{256}}}, {floats({16, 128, 256})}},
        {"GELU", {}, {floats({8, 128, 1024})}},
        {"Embedding", {{"num_embeddings", I{2000}}, {"embedding_dim", I{256}}}, {whole({16, 128})}},
        {"TiedLinear", {}, {floats({4, 128, 256}), floats({1000, 256})}},
        {"LearnedPosition", {{"max_length", I{128}}, {"features", I{256}}}, {floats({16, 128, 256})}},
        {"Mean", {{"dim", Integers{1}}}, {floats({16, 128, 256})}},
        {"MultiHeadAttention", {{"embed_dim", I{256}}, {"num_heads", I{8}}, {"dropout", 0.1}}, {floats({8, 128, 256}), {}, {}, {}}},
        {"MultiHeadAttention", {{"embed_dim", I{256}}, {"num_heads", I{8}}, {"causal", true}}, {floats({4, 256, 256}), {}, {}, {}}},
        {"DynamicAttention", {{"dim", I{64}}}, {floats({1, 4, 1024, 64})}},
        {"RepairedDynamicAttention", {{"embed_dim", I{256}}, {"num_heads", I{4}}}, {floats({1, 1024, 256}), {}}},
        {"Upsample", {{"mode", std::string("bilinear")}}, {floats({8, 32, 32, 32})}},
        {"PReLU", {{"num_parameters", I{32}}}, {floats({8, 32, 64, 64})}},
        {"LSTM", {{"input_size", I{64}}, {"hidden_size", I{128}}, {"num_layers", I{2}}}, {floats({32, 64, 64})}},
        {"GRU", {{"input_size", I{64}}, {"hidden_size", I{128}}}, {floats({32, 64, 64})}},
        {"ConvTranspose3d",
         {{"in_channels", I{32}}, {"out_channels", I{16}}, {"kernel_size", Integers{2, 2, 2}}, {"stride", Integers{2, 2, 2}}},
         {floats({1, 32, 16, 16, 16})}},
    };
    using Clock = std::chrono::steady_clock;
    for (const int threads : {1, 2})
        for (const Case& wanted : cases) {
            at::set_num_threads(threads);
            omp_set_num_threads(threads);
            const OneNode one(wanted, false, OneNode::Source::LearnedScale);
            GraphModule module = must(GraphModule::create(one.model()));
            const dnnl::engine engine(dnnl::engine::kind::cpu, 0);
            executor::Weights weights;
            std::shared_ptr<executor::Arena> arena;
            executor::Choices choices;
            auto plan = Plan::build(one.model(), one.inputs()[0].size(0), weights, engine, arena, choices);
            ASSERT_TRUE(plan) << plan.error().english();
            const std::vector<at::Tensor> inputs = one.inputs();
            const at::Tensor slopes = torch::randn_like(module.forward(inputs)[0]);
            double theirs = 1e300, ours = 1e300;
            for (int round = 0; round < 8; ++round) {
                auto begun = Clock::now();
                for (const auto& [name, tensor] : module.parameters()) tensor.mutable_grad().reset();
                module.forward(inputs)[0].backward(slopes);
                theirs = std::min(theirs, std::chrono::duration<double>(Clock::now() - begun).count());
                begun = Clock::now();
                (*plan)->forward(Pass::Training);
                (*plan)->backward();
                ours = std::min(ours, std::chrono::duration<double>(Clock::now() - begun).count());
            }
            std::cout << wanted.op << ", threads " << threads << ": " << theirs * 1e3 << " / " << ours * 1e3 << " ms = " << theirs / ours
                      << "\n";
        }
}

}  // namespace
}  // namespace seekbench
