// SPDX-License-Identifier: Apache-2.0
// What the layers for sequences mean, beyond their shapes.

#include <gtest/gtest.h>
#include <torch/torch.h>

#include "core/operators/catalog.h"
#include "gpu/model/graph_module.h"
#include "gpu/operators/catalog.h"
#include "tests/gpu/sample_models.h"

namespace seekbench {
namespace {

using Tensors = std::vector<at::Tensor>;

std::unique_ptr<Layer> layerOf(std::string_view id, const ParameterValues& values, std::uint64_t seed = 3) {
    const auto resolved = ResolvedParameters::from(findOperator(id)->parameters, values);
    if (!resolved.problems.empty()) throw std::runtime_error(resolved.problems[0].message.english());
    torch::manual_seed(seed);
    return findTorchOperator(id)->build(resolved.parameters);
}

at::Tensor run(Layer& layer, Tensors inputs) {
    at::NoGradGuard noGradient;
    return layer.forward(inputs)[0];
}

std::int64_t whole(std::int64_t number) { return number; }

// An attention over sequences (batch, 6, 8) by its id, and the same with `causal` set.
std::unique_ptr<Layer> attention(const std::string& id, bool causal) {
    ParameterValues values{{"causal", causal}};
    if (id != "ScaledDotProductAttention") values.insert({{"embed_dim", whole(8)}, {"num_heads", whole(2)}});
    return layerOf(id, values);
}

Tensors arguments(const std::string& id, const at::Tensor& x, const at::Tensor& mask) {
    if (id == "RepairedDynamicAttention") return {x, mask};
    return {x, x, x, mask};
}

class Attentions : public testing::TestWithParam<std::string> {};

TEST_P(Attentions, withoutFutureWhenCausal) {
    const auto causal = attention(GetParam(), true), open = attention(GetParam(), false);
    const at::Tensor x = torch::randn({2, 6, 8});
    at::Tensor other = x.clone();
    other.narrow(1, 4, 2).normal_();
    const auto before = [](const at::Tensor& y) { return y.narrow(1, 0, 4); };
    EXPECT_TRUE(
        torch::allclose(before(run(*causal, arguments(GetParam(), x, {}))), before(run(*causal, arguments(GetParam(), other, {})))));
    EXPECT_FALSE(torch::allclose(before(run(*open, arguments(GetParam(), x, {}))), before(run(*open, arguments(GetParam(), other, {})))));
}

TEST_P(Attentions, aMaskHidesPlacesOfTheSourceFromAll) {
    const auto layer = attention(GetParam(), false);
    const at::Tensor x = torch::randn({2, 6, 8}), mask = torch::tensor({{1, 1, 1, 1, 0, 0}, {1, 1, 1, 1, 1, 1}});
    const at::Tensor shorter = run(*layer, arguments(GetParam(), x.narrow(1, 0, 4), {}));
    const at::Tensor masked = run(*layer, arguments(GetParam(), x, mask));
    EXPECT_TRUE(torch::allclose(masked[0].narrow(0, 0, 4), shorter[0], 1e-5, 1e-6));
    EXPECT_TRUE(torch::allclose(masked[1], run(*layer, arguments(GetParam(), x, {}))[1], 1e-5, 1e-6));
}

TEST_P(Attentions, addedNumbersHideAsWholeOnesDo) {
    const auto layer = attention(GetParam(), false);
    const at::Tensor x = torch::randn({2, 6, 8}), shown = torch::ones({2, 6, 6}, at::kLong).tril();
    const at::Tensor added = torch::zeros({2, 6, 6}).masked_fill(shown.eq(0), -1e9);
    const at::Tensor byCausal = run(*attention(GetParam(), true), arguments(GetParam(), x, {}));
    EXPECT_TRUE(torch::allclose(run(*layer, arguments(GetParam(), x, shown)), byCausal, 1e-5, 1e-6));
    EXPECT_TRUE(torch::allclose(run(*layer, arguments(GetParam(), x, added)), byCausal, 1e-5, 1e-6));
}

TEST_P(Attentions, whoSeesNothingGetsFiniteNumbersAndGradients) {
    const auto layer = attention(GetParam(), false);
    const at::Tensor x = torch::randn({1, 6, 8}).requires_grad_(), mask = torch::zeros({1, 6}, at::kLong);
    const at::Tensor y = layer->forward(arguments(GetParam(), x, mask))[0];
    EXPECT_TRUE(torch::allclose(y.std(1), torch::zeros({1, 8}), 0, 1e-6));  // the same at every position: nothing, and a bias
    y.sum().backward();
    EXPECT_TRUE(!x.grad().defined() || x.grad().isfinite().all().item<bool>());
}

INSTANTIATE_TEST_SUITE_P(all, Attentions, testing::Values("MultiHeadAttention", "ScaledDotProductAttention", "RepairedDynamicAttention"),
                         [](const auto& id) { return id.param; });

TEST(SequenceLayers, scaledDotProductAttentionIsItsFormulaForEachHead) {
    const at::Tensor q = torch::randn({2, 3, 5, 4}), k = torch::randn({2, 3, 7, 4}), v = torch::randn({2, 3, 7, 6});
    const at::Tensor all = run(*layerOf("ScaledDotProductAttention", {}), {q, k, v, {}});
    const at::Tensor one = torch::softmax(q[1][2].mm(k[1][2].t()) / 2, -1).mm(v[1][2]);
    EXPECT_TRUE(torch::allclose(all[1][2], one, 1e-5, 1e-6));
}

// Every number of the course's formula, computed one by one in double precision.
TEST(SequenceLayers, literalDynamicAttentionIsWhatTheCoursePrints) {
    const std::int64_t dim = 7;
    const at::Tensor x = torch::randn({2, 3, 5, 8}) * 2;
    const at::Tensor got = run(*layerOf("DynamicAttention", {{"dim", dim}}), {x});
    ASSERT_EQ(got.sizes(), (at::IntArrayRef{2, 3, 5, 5}));
    const double scale = std::pow(double(dim / 2), -0.5);
    bool cut = false, gate = false;
    for (int b = 0; b < 2; ++b)
        for (int h = 0; h < 3; ++h)
            for (int i = 0; i < 5; ++i)
                for (int j = 0; j < 5; ++j) {
                    const double qk = x[b][h][i].to(at::kDouble).dot(x[b][h][j].to(at::kDouble)).item<double>() * scale;
                    const double weight = std::min(std::max(std::tanh(qk), -0.5), 0.5) + 0.5;
                    EXPECT_NEAR(got[b][h][i][j].item<double>(), weight * qk, 1e-4 * std::max(1.0, std::abs(qk)));
                    (weight == 0 || weight == 1 ? cut : gate) = true;
                }
    EXPECT_TRUE(cut && gate);  // both parts of the formula were asked
}

TEST(SequenceLayers, literalDynamicAttentionLearnsNothing) {
    EXPECT_TRUE(layerOf("DynamicAttention", {{"dim", whole(8)}})->parameters().empty());
}

// With values that are all alike, weights that sum to 1 give that value: the literal gates, which sum to about half the length, would not.
TEST(SequenceLayers, repairedDynamicAttentionWeightsSumToOne) {
    const auto layer = layerOf("RepairedDynamicAttention", {{"embed_dim", whole(8)}, {"num_heads", whole(2)}});
    std::map<std::string, at::Tensor> weights;
    for (const auto& [name, tensor] : layer->parameters()) weights[name] = tensor.detach();
    ASSERT_EQ(weights.size(), 8u);
    weights.at("v_proj.weight").zero_();
    weights.at("v_proj.bias").fill_(2);
    weights.at("out_proj.weight").copy_(torch::eye(8));
    weights.at("out_proj.bias").zero_();
    EXPECT_TRUE(torch::allclose(run(*layer, {torch::randn({3, 9, 8}) * 3, {}}), torch::full({3, 9, 8}, 2.0), 1e-5, 1e-5));
}

TEST(SequenceLayers, sinusoidalPositionFollowsTheFormula) {
    const at::Tensor added = run(*layerOf("SinusoidalPosition", {}), {torch::zeros({1, 40, 7})})[0];
    for (const int position : {0, 1, 39})
        for (int feature = 0; feature < 7; ++feature) {
            const double angle = position / std::pow(10000.0, (feature - feature % 2) / 7.0);
            EXPECT_NEAR(added[position][feature].item<double>(), feature % 2 ? std::cos(angle) : std::sin(angle), 1e-6);
        }
}

TEST(SequenceLayers, positionTablesFollowTheLengthOfTheInput) {
    const auto layer = layerOf("SinusoidalPosition", {});
    const at::Tensor longer = run(*layer, {torch::zeros({1, 9, 4})}), shorter = run(*layer, {torch::zeros({1, 5, 4})});
    EXPECT_TRUE(torch::equal(longer.narrow(1, 0, 5), shorter));
    EXPECT_TRUE(torch::equal(longer, run(*layer, {torch::zeros({1, 9, 4})})));
}

TEST(SequenceLayers, rotaryPositionKeepsLengthsAndTellsOnlyDistances) {
    const auto layer = layerOf("RotaryPosition", {});
    const at::Tensor q = torch::randn({8}), k = torch::randn({8});
    const at::Tensor turnedQ = run(*layer, {q.expand({1, 20, 8}).contiguous()})[0],
                     turnedK = run(*layer, {k.expand({1, 20, 8}).contiguous()})[0];
    EXPECT_TRUE(torch::allclose(turnedQ.norm(2, -1), q.norm().expand({20}), 1e-5, 1e-5));
    EXPECT_TRUE(torch::allclose(turnedQ[0], q));
    const at::Tensor products = turnedQ.mm(turnedK.t());
    for (const int distance : {0, 1, 5, -3}) {
        const at::Tensor along = products.diagonal(distance);
        EXPECT_TRUE(torch::allclose(along, along[0].expand_as(along), 1e-4, 1e-4)) << distance;
    }
    EXPECT_GT(std::abs((products[0][1] - products[0][5]).item<double>()), 1e-3);
}

TEST(SequenceLayers, theLastStateIsWhereEachDirectionEnds) {
    for (const char* id : {"LSTM", "GRU"}) {
        SCOPED_TRACE(id);
        ParameterValues values{{"input_size", whole(3)}, {"hidden_size", whole(4)}, {"num_layers", whole(2)}, {"bidirectional", true}};
        const auto sequence = layerOf(id, values);
        values["returns"] = std::string("last");
        const auto last = layerOf(id, values);
        const at::Tensor x = torch::randn({2, 5, 3});
        const at::Tensor all = run(*sequence, {x}), ends = run(*last, {x});
        EXPECT_TRUE(torch::allclose(ends.narrow(1, 0, 4), all.select(1, 4).narrow(1, 0, 4)));  // forward: after the last step
        EXPECT_TRUE(torch::allclose(ends.narrow(1, 4, 4), all.select(1, 0).narrow(1, 4, 4)));  // backward: after the first
    }
}

TEST(SequenceLayers, thePaddingVectorIsZeroAndStaysSo) {
    const auto layer = layerOf("Embedding", {{"num_embeddings", whole(5)}, {"embedding_dim", whole(3)}, {"padding_idx", whole(2)}});
    const at::Tensor weight = layer->parameters()[0].second;
    layer->forward(Tensors{torch::tensor({1, 2, 2, 4})})[0].sum().backward();
    EXPECT_EQ(weight[2].abs().sum().item<double>(), 0);
    EXPECT_EQ(weight.grad()[2].abs().sum().item<double>(), 0);
    EXPECT_EQ(weight.grad()[1].sum().item<double>(), 3);
}

// tokens → embedding → tied head: one weight, with the gradients of both its uses.
TEST(SequenceLayers, aTiedHeadSharesTheWeightOfTheEmbedding) {
    Graph graph = chain({node("ids", "Input", {{"shape", Integers{4}}, {"element", std::string("integer")}}),
                         node("words", "Embedding", {{"num_embeddings", whole(7)}, {"embedding_dim", whole(3)}}),
                         node("logits", "TiedLinear"), node("out", "Output")});
    graph.edges.insert(Edge{{"words", "weight"}, {"logits", "weight"}});
    GraphModule module = must(GraphModule::create(expanded(graph)));
    ASSERT_EQ(module.parameters().size(), 1u);
    const at::Tensor weight = module.parameters()[0].second, ids = torch::tensor({{1, 2, 3, 1}});
    const at::Tensor logits = module.forward(Tensors{ids})[0];
    EXPECT_TRUE(torch::allclose(logits, weight.index_select(0, ids[0]).mm(weight.t()).unsqueeze(0)));
    logits.sum().backward();
    // The sum is Σ_t Σ_v w[t]·w[v]: a word that occurs n times has the gradient n Σ_v w[v] + Σ_t w[t].
    const at::Tensor words = weight.detach().sum(0), seen = weight.detach().index_select(0, ids[0]).sum(0);
    EXPECT_TRUE(torch::allclose(weight.grad()[1], 2 * words + seen, 1e-5, 1e-5));
    EXPECT_TRUE(torch::allclose(weight.grad()[6], seen, 1e-5, 1e-5));
}

// --- experts ---

ParameterValues expertValues(std::int64_t experts, std::int64_t chosen, double capacity) {
    return {
        {"features", whole(4)}, {"hidden_features", whole(5)}, {"num_experts", experts}, {"top_k", chosen}, {"capacity_factor", capacity}};
}

std::map<std::string, double> told(const Layer& layer) {
    std::map<std::string, double> told;
    const auto names = layer.observationNames();
    for (std::size_t i = 0; i < names.size(); ++i) told[names[i]] = layer.observations()[static_cast<std::int64_t>(i)].item<double>();
    return told;
}

std::map<std::string, at::Tensor> weightsOf(const Layer& layer) {
    std::map<std::string, at::Tensor> weights;
    for (const auto& [name, tensor] : layer.parameters()) weights[name] = tensor.detach();
    return weights;
}

// What a mixture gives for one token without any limit of places, by the formula.
at::Tensor mixtureOf(const Layer& layer, const at::Tensor& token, std::int64_t chosen) {
    auto w = weightsOf(layer);
    const at::Tensor probabilities = torch::softmax(w.at("router.weight").mv(token), 0);
    const auto [gates, experts] = probabilities.topk(chosen);
    at::Tensor sum = torch::zeros_like(token);
    for (std::int64_t i = 0; i < chosen; ++i) {
        const auto expert = experts[i].item<std::int64_t>();
        const at::Tensor hidden = torch::relu(token.unsqueeze(0).mm(w.at("weight1")[expert]) + w.at("bias1")[expert]);
        const at::Tensor said = (hidden.mm(w.at("weight2")[expert]) + w.at("bias2")[expert])[0];
        sum += said * (chosen == 1 ? gates[i] : gates[i] / gates.sum());
    }
    return sum;
}

TEST(Experts, withRoomForAllEachTokenIsWhatItsExpertsSay) {
    for (const std::int64_t chosen : {1, 2}) {
        const auto layer = layerOf("MixtureOfExperts", expertValues(3, chosen, 3));
        const at::Tensor x = torch::randn({2, 5, 4}), y = run(*layer, {x});
        for (int token = 0; token < 10; ++token)
            EXPECT_TRUE(torch::allclose(y.view({10, 4})[token], mixtureOf(*layer, x.view({10, 4})[token], chosen), 1e-4, 1e-5));
        EXPECT_EQ(told(*layer).at("dropped_tokens"), 0);
    }
}

// All tokens are alike, so all choose the same expert, which has room for half of them: the first half.
TEST(Experts, whoFindsNoPlaceIsDroppedCountedAndZero) {
    const auto layer = layerOf("MixtureOfExperts", expertValues(4, 1, 2));
    const at::Tensor x = torch::randn({4}).expand({12, 4}).contiguous(), y = run(*layer, {x});
    EXPECT_EQ(told(*layer).at("dropped_tokens"), 6);
    EXPECT_GT(y.narrow(0, 0, 6).abs().min().item<double>(), 0);
    EXPECT_EQ(y.narrow(0, 6, 6).abs().max().item<double>(), 0);
}

TEST(Experts, firstChoicesAreSeatedBeforeSecondOnes) {
    const auto layer = layerOf("MixtureOfExperts", expertValues(2, 2, 0.5));
    auto router = weightsOf(*layer).at("router.weight");
    router.zero_();
    router[0][0] = 1;  // expert 1 likes tokens whose first number is positive, expert 2 the others
    at::Tensor x = torch::randn({6, 4});
    x.select(1, 0).copy_(torch::tensor({-1.f, -1.f, -1.f, 1.f, 1.f, 1.f}));
    const at::Tensor y = run(*layer, {x});
    EXPECT_EQ(told(*layer).at("dropped_tokens"), 6);    // all second choices
    EXPECT_GT(y.abs().sum(1).min().item<double>(), 0);  // and no first one
}

TEST(Experts, theBalanceLossIsThatOfSwitch) {
    const auto layer = layerOf("MixtureOfExperts", expertValues(3, 1, 3));
    const at::Tensor x = torch::randn({50, 4});
    layer->forward(Tensors{x});
    const at::Tensor probabilities = torch::softmax(x.mm(weightsOf(*layer).at("router.weight").t()), -1);
    double loss = 0;
    for (int expert = 0; expert < 3; ++expert) {
        const double load = probabilities.argmax(1).eq(expert).to(at::kDouble).mean().item<double>();
        loss += 3 * load * probabilities.select(1, expert).mean().item<double>();
        EXPECT_NEAR(told(*layer).at("load_" + std::to_string(expert + 1)), load, 1e-6);
    }
    EXPECT_NEAR(told(*layer).at("balance_loss"), loss, 1e-5);
    EXPECT_NEAR(layer->auxiliaryLoss().item<double>(), 0.01 * loss, 1e-6);
}

TEST(Experts, evaluationTellsAndAddsNothingNew) {
    const auto layer = layerOf("MixtureOfExperts", expertValues(3, 1, 3));
    layer->setMode(Mode::Evaluation);
    run(*layer, {torch::randn({5, 4})});
    EXPECT_FALSE(layer->auxiliaryLoss().defined());
}

Experiment expertExperiment(double weight) {
    Experiment experiment;
    ParameterValues values = expertValues(4, 1, 2);
    values["balance_weight"] = weight;
    experiment.graph = chain({node("input", "Input", {{"shape", Integers{4}}}), node("experts", "MixtureOfExperts", values),
                              linear("head", 4, 3), node("logits", "Output")});
    experiment.optimizer = {"sgd", {{"learning_rate", 0.5}}};
    return experiment;
}

// The router's weights pull towards one expert; the balance loss alone decides whether that stays.
double imbalanceAfterTraining(double weight) {
    torch::manual_seed(5);
    const auto engine = engineOf(expertExperiment(weight));
    const at::Tensor x = torch::randn({64, 4}) + 1, target = torch::randint(0, 3, {64}, at::kLong);
    EXPECT_EQ(engine->observationNames().at(0), "experts.balance_loss");
    double imbalance = 0;
    for (int step = 0; step < 60; ++step) {
        const StepResult result = engine->trainStep({x}, target, 1, {});
        EXPECT_EQ(result.observations.numel(), 6);
        imbalance = result.observations[0].item<double>();
    }
    return imbalance;
}

TEST(Experts, theEngineTrainsOnTheBalanceLoss) { EXPECT_LT(imbalanceAfterTraining(1), imbalanceAfterTraining(0) - 0.01); }

TEST(Experts, theLossThatIsToldIsThatOfTheTaskAlone) {
    const auto lossOf = [](double weight) {
        torch::manual_seed(5);
        const auto engine = engineOf(expertExperiment(weight));
        return engine->trainStep({torch::ones({8, 4})}, torch::zeros({8}, at::kLong), 1, {}).loss.item<double>();
    };
    EXPECT_EQ(lossOf(0), lossOf(100));
}

TEST(Experts, modelsWithoutObserversTellNothing) {
    const auto engine = engineOf(smallExperiment());
    EXPECT_TRUE(engine->observationNames().empty());
    EXPECT_FALSE(engine->trainStep({torch::randn({4, 6})}, torch::zeros({4}, at::kLong), 1, {}).observations.defined());
}

// --- fake quantization ---

TEST(FakeQuantization, givesAtMostAsManyDifferentNumbersAsItsBitsAllow) {
    for (const bool symmetric : {false, true}) {
        const auto layer = layerOf("FakeQuantize", {{"bits", whole(3)}, {"symmetric", symmetric}});
        const at::Tensor x = torch::randn({1000}), y = run(*layer, {x});
        EXPECT_LE(std::get<0>(at::_unique(y)).numel(), 8);
        EXPECT_GE(std::get<0>(at::_unique(y)).numel(), 6);
        EXPECT_EQ(y.eq(0).sum().item<std::int64_t>() > 0, true);  // zero is one of the steps
    }
}

TEST(FakeQuantization, roundsToTheNearestStep) {
    const auto layer = layerOf("FakeQuantize", {{"bits", whole(8)}});
    const at::Tensor x = torch::linspace(0, 1, 256) + 0.4 / 255;  // 255 steps from 0 to the largest
    const double step = x.max().item<double>() / 255;
    EXPECT_LE((run(*layer, {x}) - x).abs().max().item<double>(), 0.5 * step + 1e-6);
}

TEST(FakeQuantization, theRangeIsFollowedWhileTrainingAndKeptInEvaluation) {
    const auto layer = layerOf("FakeQuantize", {{"averaging_constant", 0.5}});
    const auto largest = [&] { return layer->buffers()[1].second.item<double>(); };
    run(*layer, {torch::tensor({-1.f, 1.f})});
    EXPECT_EQ(largest(), 1);
    run(*layer, {torch::tensor({-1.f, 3.f})});
    EXPECT_EQ(largest(), 2);
    layer->setMode(Mode::Evaluation);
    EXPECT_NEAR(run(*layer, {torch::tensor({9.f})}).item<double>(), 2, 0.02);  // beyond the range: its end
    EXPECT_EQ(largest(), 2);
}

TEST(FakeQuantization, gradientsPassStraightThroughInsideTheRangeOnly) {
    const auto layer = layerOf("FakeQuantize", {});
    run(*layer, {torch::tensor({-1.f, 1.f})});
    layer->setMode(Mode::Evaluation);
    const at::Tensor x = torch::tensor({-0.5f, 0.3f, 5.f}).requires_grad_();
    layer->forward(Tensors{x})[0].sum().backward();
    EXPECT_TRUE(torch::equal(x.grad(), torch::tensor({1.f, 1.f, 0.f})));
}

TEST(SequenceLayers, normalizedVectorsHaveLengthOne) {
    const at::Tensor x = torch::randn({3, 5, 4}), y = run(*layerOf("L2Normalize", {}), {x});
    EXPECT_TRUE(torch::allclose(y.norm(2, -1), torch::ones({3, 5}), 1e-5, 1e-5));
    EXPECT_TRUE(torch::allclose(y * x.norm(2, -1, true), x, 1e-5, 1e-5));
    EXPECT_EQ(run(*layerOf("L2Normalize", {}), {torch::zeros({2, 4})}).abs().sum().item<double>(), 0);
}

}  // namespace
}  // namespace seekbench
