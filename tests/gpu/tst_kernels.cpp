// SPDX-License-Identifier: Apache-2.0
// The fused operators and losses against the same mathematics in double precision, in LibTorch's operators, for each instruction set that
// this machine can run. Tolerances: the kernels sum some hundred to some thousand terms in single precision, in vectors.

#include <gtest/gtest.h>
#include <torch/torch.h>

#include <ATen/Parallel.h>

#include "gpu/kernels/byte_pooling.h"
#include "gpu/kernels/counter_dropout.h"
#include "gpu/kernels/direct_convolution.h"
#include "gpu/kernels/fused_attention.h"
#include "gpu/kernels/fused_class_loss.h"
#include "gpu/kernels/fused_lstm.h"
#include "gpu/kernels/fused_tensor.h"
#include "gpu/kernels/instruction_set.h"

namespace seekbench {

// The loops as they are with vectors of 16 floats, for the baseline processor (tests/gpu/sixteen_lane_kernels.cpp): what AVX-512 computes,
// on machines that have none.
const KernelTable* sixteenLaneKernels();

namespace {

using Tensors = std::vector<at::Tensor>;

// A result and the gradients of a weighted sum of it by the inputs.
struct Outcome {
    at::Tensor value;
    Tensors slopes;
};

// Random weights make the sum's gradient differ from place to place; the same for both sides.
template <class Function>
Outcome outcomeOf(const Tensors& inputs, at::ScalarType type, const Function& function) {
    Tensors own;
    for (const at::Tensor& input : inputs) own.push_back(input.detach().to(type).clone(at::MemoryFormat::Preserve).requires_grad_());
    const at::Tensor value = function(own);
    const auto generator = at::detail::createCPUGenerator(4);
    const at::Tensor weights = at::randn(value.sizes(), generator, at::kDouble).to(type);
    (value * weights).sum().backward();
    Outcome outcome{value.detach(), {}};
    for (const at::Tensor& input : own) outcome.slopes.push_back(input.grad());
    return outcome;
}

void expectNear(const at::Tensor& mine, const at::Tensor& truth, double tolerance, const char* what) {
    ASSERT_EQ(mine.sizes(), truth.sizes()) << what;
    const double scale = std::max(1e-6, truth.abs().max().item<double>());
    EXPECT_LE((mine.to(at::kDouble) - truth).abs().max().item<double>(), tolerance * scale) << what << ", greatest value " << scale;
}

void expectNear(const Outcome& mine, const Outcome& truth, double tolerance = 4e-6) {
    expectNear(mine.value, truth.value, tolerance, "value");
    ASSERT_EQ(mine.slopes.size(), truth.slopes.size());
    for (std::size_t i = 0; i < mine.slopes.size(); ++i)
        expectNear(mine.slopes[i], truth.slopes[i], tolerance, ("slope of input " + std::to_string(i)).c_str());
}

void expectEqual(const Outcome& a, const Outcome& b) {
    EXPECT_TRUE(torch::equal(a.value, b.value));
    for (std::size_t i = 0; i < a.slopes.size(); ++i) EXPECT_TRUE(torch::equal(a.slopes[i], b.slopes[i])) << i;
}

class Kernels : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        for (const InstructionSet& set : instructionSets())
            if (set.name == GetParam()) m_forced.emplace(set);
        if (GetParam() == "sixteenLanes") m_forced.emplace(InstructionSet{"sixteenLanes", sixteenLaneKernels()});
        if (!m_forced) GTEST_SKIP() << "this processor cannot run " << GetParam();
        torch::manual_seed(11);
    }

private:
    std::optional<ForcedInstructionSet> m_forced;
};

INSTANTIATE_TEST_SUITE_P(All, Kernels, testing::Values("plain", "avx2", "avx512", "sixteenLanes"),
                         [](const auto& set) { return set.param; });

// Dice and focal loss from their definitions (see gpu/losses/class_losses.cpp), for (batch, classes, …) in any type.
at::Tensor diceFocal(const at::Tensor& output, const at::Tensor& target, const DiceFocalSettings& s) {
    const at::Tensor counts = target.ne(-100).to(output.scalar_type()), classes = target.clamp_min(0);
    const at::Tensor p = output.softmax(1), truth = at::one_hot(classes, output.size(1)).movedim(-1, 1).to(output.scalar_type());
    const at::Tensor mask = counts.unsqueeze(1);
    at::Tensor shares = at::zeros({}, output.options());
    for (std::int64_t c = 1; c < output.size(1); ++c) {
        const at::Tensor mine = (p * mask).select(1, c), its = (truth * mask).select(1, c);
        shares = shares + (2 * (mine * its).sum() + s.smooth) / (mine.square().sum() + its.sum() + s.smooth);
    }
    const at::Tensor pt = (p * truth).sum(1), logarithm = (output.log_softmax(1) * truth).sum(1);
    const at::Tensor alpha = at::where(classes.gt(0), s.alphaForeground, s.alphaBackground).to(output.scalar_type());
    const at::Tensor focal = -(alpha * (1 - pt).clamp_min(1e-6).pow(s.gamma) * logarithm * counts).sum() / counts.sum().clamp_min(1);
    return s.diceWeight * (1 - shares / static_cast<double>(output.size(1) - 1)) + s.focalWeight * focal;
}

TEST_P(Kernels, diceFocalIsItsDefinition) {
    const std::vector<std::vector<std::int64_t>> plans{{2, 2, 5, 7}, {1, 2, 3, 11, 37}, {2, 3, 9, 13}, {1, 5, 4, 8, 20}, {3, 64, 4, 5}};
    for (const auto& sizes : plans)
        for (const double gamma : {2.0, 0.0, 1.5}) {
            SCOPED_TRACE(testing::Message() << at::IntArrayRef(sizes) << " gamma " << gamma);
            const at::Tensor output = 3 * torch::randn(sizes);
            auto extents = sizes;
            extents.erase(extents.begin() + 1);
            at::Tensor target = torch::randint(0, sizes[1], extents, at::kLong);
            target.view(-1).slice(0, 0, {}, 6).fill_(-100);
            const DiceFocalSettings settings{
                .diceWeight = 0.7, .smooth = 0.5, .focalWeight = 1.3, .gamma = gamma, .alphaBackground = 0.75, .alphaForeground = 0.25};
            const auto truth = outcomeOf({output}, at::kDouble, [&](const Tensors& in) { return diceFocal(in[0], target, settings); });
            const auto fused = [&](const Tensors& in) { return fusedDiceFocal(in[0], target, settings).value(); };
            expectNear(outcomeOf({output}, at::kFloat, fused), truth, 1e-5);
            if (sizes.size() == 4) expectNear(outcomeOf({output.to(at::MemoryFormat::ChannelsLast)}, at::kFloat, fused), truth, 1e-5);
        }
}

TEST_P(Kernels, diceFocalStaysFiniteForOutputsThatAreSure) {
    const at::Tensor output = torch::tensor({100.f, -100.f, 30.f, -30.f}).repeat({8}).view({1, 2, 16});
    const at::Tensor target = torch::tensor({0, 1}, at::kLong).repeat({8}).view({1, 16});
    const DiceFocalSettings settings{.alphaBackground = 0.75, .alphaForeground = 0.25};
    const auto mine = outcomeOf({output}, at::kFloat, [&](const Tensors& in) { return fusedDiceFocal(in[0], target, settings).value(); });
    expectNear(mine, outcomeOf({output}, at::kDouble, [&](const Tensors& in) { return diceFocal(in[0], target, settings); }), 1e-5);
}

TEST_P(Kernels, crossEntropyIsThatOfTorch) {
    const std::vector<std::vector<std::int64_t>> plans{{7, 10},      {3, 1003},       {5, 2},         {64, 17},
                                                       {2, 2, 5, 7}, {1, 2, 5, 6, 7}, {2, 19, 30, 11}};
    for (const auto& sizes : plans)
        for (const double smoothing : {0.0, 0.1})
            for (const bool weighted : {false, true}) {
                SCOPED_TRACE(testing::Message() << at::IntArrayRef(sizes) << " smoothing " << smoothing << " weighted " << weighted);
                const at::Tensor output = 4 * torch::randn(sizes), weights = weighted ? torch::rand({sizes[1]}) + 0.1 : at::Tensor();
                auto extents = sizes;
                extents.erase(extents.begin() + 1);
                at::Tensor target = torch::randint(0, sizes[1], extents, at::kLong);
                target.view(-1).slice(0, 1, {}, 4).fill_(-100);
                const auto truth = outcomeOf({output}, at::kDouble, [&](const Tensors& in) {
                    return at::cross_entropy_loss(in[0], target, weighted ? weights.to(at::kDouble) : weights, at::Reduction::Mean, -100,
                                                  smoothing);
                });
                const auto mine = outcomeOf({output}, at::kFloat, [&](const Tensors& in) {
                    return fusedCrossEntropy(in[0], target, weights, smoothing, 0).value();
                });
                expectNear(mine, truth, 1e-5);
                at::NoGradGuard noGradient;
                EXPECT_EQ(fusedCrossEntropy(output, target, weights, smoothing, 0)->item<float>() * 1, mine.value.item<float>());
            }
}

TEST_P(Kernels, lossesRefuseATargetThatIsNoClass) {
    const at::Tensor output = torch::randn({2, 3, 4, 5}), target = torch::zeros({2, 4, 5}, at::kLong);
    for (const std::int64_t wrong : {3, -1}) {
        target[1][2][3] = wrong;
        EXPECT_THROW(fusedDiceFocal(output, target, {}), c10::Error);
        EXPECT_THROW(fusedCrossEntropy(output, target, {}, 0, 0), c10::Error);
    }
    target.fill_(-100);
    EXPECT_EQ(fusedCrossEntropy(output, target, {}, 0, 0)->item<float>(), 0);
}

// Attention as its definition has it; `keep` (0 or 1/(1 − p)) multiplies the weights.
at::Tensor attention(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, const at::Tensor& mask, const AttentionSettings& s,
                     const at::Tensor& keep = {}) {
    at::Tensor scores = q.matmul(k.transpose(-2, -1)) * s.scale;
    if (s.gated) scores = (scores.tanh().clamp(-0.5, 0.5) + 0.5) * scores;
    at::Tensor hidden = at::zeros({q.size(2), k.size(2)}, at::kBool);
    if (s.causal) hidden = at::ones_like(hidden).triu(1);
    if (mask.defined()) {
        const at::Tensor wide = mask.dim() == 2 ? mask.unsqueeze(1).unsqueeze(1) : mask.unsqueeze(1);
        if (mask.is_floating_point())
            scores = scores + wide.to(scores.scalar_type());
        else
            hidden = hidden.logical_or(wide.eq(0));
    }
    at::Tensor weights = scores.masked_fill(hidden, -1e30).softmax(-1).masked_fill(hidden, 0);
    if (keep.defined()) weights = weights * keep.to(weights.scalar_type());
    return weights.matmul(v);
}

struct AttentionPlan {
    std::int64_t batch, heads, length, source, features, valueFeatures;
};
constexpr AttentionPlan kPlans[] = {{1, 1, 1, 1, 1, 1},    {2, 3, 5, 5, 4, 3},      {1, 2, 100, 37, 16, 16},
                                    {2, 1, 96, 96, 8, 20}, {1, 2, 200, 200, 24, 7}, {1, 1, 97, 193, 64, 64}};

Tensors inputsOf(const AttentionPlan& plan) {
    return {torch::randn({plan.batch, plan.heads, plan.length, plan.features}),
            torch::randn({plan.batch, plan.heads, plan.source, plan.features}),
            torch::randn({plan.batch, plan.heads, plan.source, plan.valueFeatures})};
}

TEST_P(Kernels, attentionIsItsDefinition) {
    for (const AttentionPlan& plan : kPlans)
        for (const bool gated : {false, true})
            for (const bool causal : {false, true})
                for (int kind = 0; kind < 4; ++kind) {
                    SCOPED_TRACE(testing::Message()
                                 << plan.length << "x" << plan.source << " gated " << gated << " causal " << causal << " mask " << kind);
                    at::Tensor mask;
                    if (kind == 1) mask = torch::randint(0, 2, {plan.batch, plan.source}, at::kLong);
                    if (kind == 2) mask = torch::randint(0, 2, {plan.batch, plan.length, plan.source}, at::kLong);
                    if (kind == 3) mask = torch::randn({plan.batch, plan.length, plan.source});
                    const AttentionSettings settings{.scale = 0.8, .gated = gated, .causal = causal};
                    const auto fused = [&](const Tensors& in) { return fusedAttention(in[0], in[1], in[2], mask, settings).value(); };
                    const auto plain = [&](const Tensors& in) { return attention(in[0], in[1], in[2], mask, settings); };
                    const Tensors inputs = inputsOf(plan);
                    expectNear(outcomeOf(inputs, at::kFloat, fused), outcomeOf(inputs, at::kDouble, plain), 2e-5);
                }
}

// Heads as the layers cut them out of one projection: neither dense nor in order.
TEST_P(Kernels, attentionReadsHeadsWhereTheyLie) {
    const at::Tensor projected = torch::randn({2, 50, 3 * 4 * 8});
    const AttentionSettings settings{.scale = 0.3};
    const auto heads = [](const at::Tensor& all) {
        Tensors parts;
        for (const at::Tensor& part : all.chunk(3, -1)) parts.push_back(part.unflatten(-1, {4, -1}).transpose(1, 2));
        return parts;
    };
    const auto fused = [&](const Tensors& in) {
        const auto p = heads(in[0]);
        return fusedAttention(p[0], p[1], p[2], {}, settings).value().transpose(1, 2).flatten(2);
    };
    const auto plain = [&](const Tensors& in) {
        const auto p = heads(in[0]);
        return attention(p[0], p[1], p[2], {}, settings).transpose(1, 2).flatten(2);
    };
    expectNear(outcomeOf({projected}, at::kFloat, fused), outcomeOf({projected}, at::kDouble, plain), 1e-5);
}

// With V the identity the result is the dropped weights: they tell which places a seed keeps.
TEST_P(Kernels, attentionDropsTheSameWeightsForwardAndBackward) {
    const AttentionPlan plan{2, 2, 120, 110, 8, 5};
    const Tensors inputs = inputsOf(plan);
    const AttentionSettings settings{.scale = 0.5, .dropout = 0.3};
    torch::manual_seed(6);
    const at::Tensor eye = at::eye(plan.source).expand({plan.batch, plan.heads, -1, -1});
    const at::Tensor kept = fusedAttention(inputs[0], inputs[1], eye, {}, settings)->ne(0);
    EXPECT_NEAR(kept.to(at::kDouble).mean().item<double>(), 0.7, 0.01);
    const auto fused = [&](const Tensors& in) {
        torch::manual_seed(6);
        return fusedAttention(in[0], in[1], in[2], {}, settings).value();
    };
    const auto plain = [&](const Tensors& in) { return attention(in[0], in[1], in[2], {}, settings, kept.to(at::kDouble) / 0.7); };
    expectNear(outcomeOf(inputs, at::kFloat, fused), outcomeOf(inputs, at::kDouble, plain), 2e-5);
}

TEST_P(Kernels, attentionOfAQueryThatSeesNothingIsNought) {
    const Tensors inputs = inputsOf({1, 1, 3, 4, 4, 4});
    at::Tensor mask = torch::ones({1, 3, 4}, at::kLong);
    mask[0][1].zero_();
    const auto mine =
        outcomeOf(inputs, at::kFloat, [&](const Tensors& in) { return fusedAttention(in[0], in[1], in[2], mask, {}).value(); });
    EXPECT_EQ(mine.value[0][0][1].abs().sum().item<float>(), 0);
    EXPECT_EQ(mine.slopes[0][0][0][1].abs().sum().item<float>(), 0);
    for (const at::Tensor& slope : mine.slopes) EXPECT_TRUE(slope.isfinite().all().item<bool>());
}

TEST_P(Kernels, gatedMapIsItsDefinition) {
    const std::vector<std::vector<std::int64_t>> plans{{1, 1, 1}, {2, 3, 5, 4}, {1, 100, 7}, {2, 193, 64}};
    for (const auto& sizes : plans) {
        SCOPED_TRACE(at::IntArrayRef(sizes));
        const auto plain = [](const Tensors& in) {
            const at::Tensor s = in[0].matmul(in[0].transpose(-2, -1)) * 0.4;
            return (s.tanh().clamp(-0.5, 0.5) + 0.5) * s;
        };
        const at::Tensor x = torch::randn(sizes);
        expectNear(outcomeOf({x}, at::kFloat, [](const Tensors& in) { return fusedGatedMap(in[0], 0.4).value(); }),
                   outcomeOf({x}, at::kDouble, plain), 1e-5);
    }
}

TEST_P(Kernels, dropoutKeepsTheShareAskedForAndScalesIt) {
    const at::Tensor x = torch::ones({3, 100003});
    for (const double p : {0.1, 0.5, 0.9}) {
        const at::Tensor y = counterDropout(x, p, true), dropped = y.eq(0).to(at::kDouble).flatten();
        EXPECT_NEAR(dropped.mean().item<double>(), p, 4 * std::sqrt(p * (1 - p) / 300009));
        EXPECT_FLOAT_EQ(y.max().item<float>(), static_cast<float>(1 / (1 - p)));
        // Neighbours, and elements a row apart, are dropped independently.
        for (const std::int64_t distance : {1, 7, 100003})
            EXPECT_NEAR((dropped.slice(0, 0, -distance) * dropped.slice(0, distance)).mean().item<double>(), p * p, 0.005);
        EXPECT_FALSE(torch::equal(y, counterDropout(x, p, true)));  // another seed
    }
    EXPECT_TRUE(torch::equal(counterDropout(x, 0, true), x));
    EXPECT_TRUE(torch::equal(counterDropout(x, 0.5, false), x));
    EXPECT_EQ(counterDropout(x, 1, true).abs().sum().item<float>(), 0);
}

TEST_P(Kernels, dropoutIsTheSameBackwardAndForAnyNumberOfThreads) {
    const at::Tensor x = torch::ones({70001 * 3});
    const auto dropped = [&] {
        torch::manual_seed(8);
        at::Tensor own = x.clone().requires_grad_();
        const at::Tensor y = counterDropout(own, 0.25, true);
        y.sum().backward();
        EXPECT_TRUE(torch::equal(own.grad(), y));  // of ones
        return y.detach();
    };
    at::set_num_threads(1);
    const at::Tensor one = dropped();
    at::set_num_threads(3);
    EXPECT_TRUE(torch::equal(one, dropped()));
}

TEST_P(Kernels, maxPoolIsThatOfTorch) {
    struct Plan {
        std::vector<std::int64_t> sizes, window, stride, padding;
        bool ceilMode = false;
    };
    const Plan plans[] = {{{2, 3, 8, 32}, {2, 2}, {2, 2}, {0, 0}},
                          {{2, 3, 9, 29}, {2, 2}, {2, 2}, {0, 0}},
                          {{2, 3, 9, 29}, {2, 2}, {2, 2}, {0, 0}, true},
                          {{1, 2, 11, 13}, {3, 3}, {2, 2}, {1, 1}},
                          {{1, 2, 11, 13}, {3, 3}, {2, 2}, {1, 1}, true},
                          {{1, 2, 11, 23}, {3, 2}, {1, 2}, {1, 0}},
                          {{2, 7, 40}, {3}, {2}, {1}},
                          {{1, 2, 4, 6, 34}, {2, 2, 2}, {2, 2, 2}, {0, 0, 0}},
                          {{1, 2, 5, 7, 9}, {3, 2, 3}, {1, 2, 3}, {1, 1, 0}},
                          {{3, 4, 14}, {2, 2}, {2, 2}, {0, 0}},
                          {{1, 1, 2, 2}, {2, 2}, {2, 2}, {0, 0}}};
    for (const Plan& plan : plans) {
        SCOPED_TRACE(testing::Message() << at::IntArrayRef(plan.sizes) << at::IntArrayRef(plan.window) << plan.ceilMode);
        // Whole numbers meet equals often.
        const at::Tensor x = torch::randint(-3, 4, plan.sizes).to(at::kFloat);
        const std::vector<std::int64_t> dilation(plan.window.size(), 1);
        const auto mine = outcomeOf({x}, at::kFloat, [&](const Tensors& in) {
            return byteMaxPool(in[0], plan.window, plan.stride, plan.padding, dilation, plan.ceilMode).value();
        });
        const auto truth = outcomeOf({x}, at::kFloat, [&](const Tensors& in) {
            const auto pool = plan.window.size() == 1 ? at::max_pool1d : plan.window.size() == 2 ? at::max_pool2d : at::max_pool3d;
            return pool(in[0], plan.window, plan.stride, plan.padding, dilation, plan.ceilMode);
        });
        EXPECT_TRUE(torch::equal(mine.value, truth.value));
        expectNear(mine, truth, 1e-6);  // windows that overlap add their slopes up in another order
    }
}

TEST_P(Kernels, maxPoolPassesOnWhatIsNoNumber) {
    at::Tensor x = torch::zeros({1, 1, 4, 20});
    x[0][0][1][3] = NAN;
    x[0][0][2][9] = -INFINITY;
    EXPECT_TRUE(at::max_pool2d(x, {2, 2}).allclose(byteMaxPool(x, {2, 2}, {2, 2}, {0, 0}, {1, 1}, false).value(), 0, 0, true));
}

TEST_P(Kernels, lstmIsThatOfTorch) {
    struct Plan {
        std::int64_t batch, length, features, size, layers;
        bool biases, bidirectional;
    };
    for (const Plan& plan :
         {Plan{3, 5, 4, 7, 1, true, false}, {2, 1, 3, 16, 1, false, false}, {4, 6, 5, 9, 2, true, true}, {1, 33, 8, 32, 3, true, false}}) {
        SCOPED_TRACE(testing::Message() << plan.length << " steps, " << plan.layers << " layers");
        Tensors inputs{torch::randn({plan.batch, plan.length, plan.features})};
        const std::int64_t directions = plan.bidirectional ? 2 : 1;
        for (std::int64_t i = 0; i < plan.layers * directions; ++i) {
            const std::int64_t in = i < directions ? plan.features : directions * plan.size;
            for (const std::vector<std::int64_t>& sizes : {std::vector{4 * plan.size, in}, {4 * plan.size, plan.size}})
                inputs.push_back(torch::randn(sizes) / 2);
            for (int bias = 0; plan.biases && bias < 2; ++bias) inputs.push_back(torch::randn({4 * plan.size}));
        }
        const auto together = [](const at::Tensor& output, const at::Tensor& hidden, const at::Tensor& cell) {
            return at::cat({output.flatten(), hidden.flatten(), cell.flatten()});
        };
        const auto weights = [](const Tensors& in) { return Tensors(in.begin() + 1, in.end()); };
        const LstmSettings settings{.layers = plan.layers, .biases = plan.biases, .bidirectional = plan.bidirectional};
        const auto fused = [&](const Tensors& in) {
            const auto result = fusedLstm(in[0], weights(in), settings).value();
            return together(result.output, result.hidden, result.cell);
        };
        const auto plain = [&](const Tensors& in) {
            const at::Tensor zero = at::zeros({plan.layers * directions, plan.batch, plan.size}, in[0].options());
            const auto [output, hidden, cell] =
                at::lstm(in[0], {zero, zero}, weights(in), plan.biases, plan.layers, 0, true, plan.bidirectional, true);
            return together(output, hidden, cell);
        };
        expectNear(outcomeOf(inputs, at::kFloat, fused), outcomeOf(inputs, at::kDouble, plain), 2e-5);
    }
}

TEST_P(Kernels, numbersDoNotDependOnTheThreads) {
    const Tensors inputs = inputsOf({1, 2, 300, 300, 16, 16});
    const at::Tensor output = torch::randn({2, 3, 40, 50}), target = torch::randint(0, 3, {2, 40, 50}, at::kLong);
    const auto attended = [&](const Tensors& in) { return fusedAttention(in[0], in[1], in[2], {}, {.gated = true}).value(); };
    const auto lost = [&](const Tensors& in) { return fusedDiceFocal(in[0], target, {}).value(); };
    const auto crossed = [&](const Tensors& in) { return fusedCrossEntropy(in[0], target, {}, 0.1, 0).value(); };
    at::set_num_threads(1);
    const Outcome one[] = {outcomeOf(inputs, at::kFloat, attended), outcomeOf({output}, at::kFloat, lost),
                           outcomeOf({output}, at::kFloat, crossed)};
    at::set_num_threads(3);
    expectEqual(one[0], outcomeOf(inputs, at::kFloat, attended));
    expectEqual(one[1], outcomeOf({output}, at::kFloat, lost));
    expectEqual(one[2], outcomeOf({output}, at::kFloat, crossed));
}

TEST_P(Kernels, matricesMultiply) {
    // Less than a tile, a panel and a block, and more.
    const std::int64_t sizes[][3] = {{1, 1, 1}, {7, 33, 5}, {12, 32, 256}, {13, 31, 257}, {97, 70, 300}, {200, 530, 40}};
    std::vector<float> scratch(MatrixProduct::kScratch);
    for (const auto& [m, n, k] : sizes)
        for (const int way : {0, 1, 2, 3}) {
            SCOPED_TRACE(testing::Message() << m << " " << n << " " << k << " way " << way);
            const bool transposeA = way & 1, transposeB = way & 2, add = way == 1 || way == 2, relu = way > 1;
            const at::Tensor a = transposeA ? torch::randn({k, m + 3}) : torch::randn({m, k + 3});
            const at::Tensor b = transposeB ? torch::randn({n, k + 1}) : torch::randn({k, n + 1});
            const at::Tensor bias = torch::randn({n}), c = torch::randn({m, n + 2}), before = c.clone();
            const MatrixProduct product{m,
                                        n,
                                        k,
                                        a.data_ptr<float>(),
                                        a.size(1),
                                        transposeA,
                                        b.data_ptr<float>(),
                                        b.size(1),
                                        transposeB,
                                        c.data_ptr<float>(),
                                        n + 2,
                                        add,
                                        way > 0 ? bias.data_ptr<float>() : nullptr,
                                        relu};
            kernels().multiplyMatrices(product, scratch.data());
            const auto factor = [](const at::Tensor& matrix, bool transposed, std::int64_t rows, std::int64_t columns) {
                const at::Tensor wide = matrix.to(at::kDouble);
                return (transposed ? wide.t() : wide).slice(0, 0, rows).slice(1, 0, columns);
            };
            at::Tensor truth = factor(a, transposeA, m, k).mm(factor(b, transposeB, k, n));
            if (add) truth += before.slice(1, 0, n);
            if (product.bias) truth += bias;
            expectNear(c.slice(1, 0, n), relu ? truth.relu() : truth, 1e-6, "product");
            EXPECT_TRUE(torch::equal(c.slice(1, n), before.slice(1, n))) << "beside the result";
        }
}

TEST_P(Kernels, geluIsItsDefinition) {
    const at::Tensor x = torch::cat({torch::linspace(-12, 12, 1001), torch::tensor({0.0f, -0.0f, 90.0f, -90.0f})});
    for (const GeluGate gate : {GeluGate::Normal, GeluGate::Tanh}) {
        const at::Tensor out = torch::empty_like(x), slopes = torch::randn_like(x), back = slopes.clone();
        kernels().gelu(gate, x.data_ptr<float>(), out.data_ptr<float>(), x.numel());
        kernels().geluBackward(gate, x.data_ptr<float>(), back.data_ptr<float>(), back.data_ptr<float>(), x.numel());
        const at::Tensor wide = x.to(at::kDouble).requires_grad_(), truth = at::gelu(wide, gate == GeluGate::Tanh ? "tanh" : "none");
        truth.backward(slopes.to(at::kDouble));
        EXPECT_LE((out.to(at::kDouble) - truth.detach()).abs().div(wide.detach().abs().clamp_min(1)).max().item<double>(), 2e-7);
        EXPECT_LE((back.to(at::kDouble) - wide.grad()).abs().max().item<double>(), 2e-6);
    }
}

TEST(DirectConvolution, isThatOfTorchWhereItIsTaken) {
    struct Plan {
        std::vector<std::int64_t> input, weight;
        std::int64_t stride, padding, dilation;
        bool bias;
    };
    at::set_num_threads(1);
    const Plan plans[] = {{{1, 1, 6, 7, 8}, {8, 1, 3, 3, 3}, 1, 1, 1, true},  {{1, 8, 6, 6, 6}, {3, 8, 2, 2, 2}, 2, 0, 1, true},
                          {{1, 5, 9, 8, 7}, {6, 5, 3, 3, 3}, 2, 1, 1, false}, {{1, 4, 9, 9, 9}, {4, 4, 3, 3, 3}, 1, 2, 2, true},
                          {{1, 17, 5, 6}, {9, 17, 3, 3}, 1, 0, 1, true},      {{1, 6, 12, 11}, {8, 6, 3, 3}, 1, 1, 1, false}};
    for (const Plan& plan : plans) {
        SCOPED_TRACE(testing::Message() << at::IntArrayRef(plan.input) << at::IntArrayRef(plan.weight));
        const std::size_t axes = plan.input.size() - 2;
        const std::vector<std::int64_t> stride(axes, plan.stride), padding(axes, plan.padding), dilation(axes, plan.dilation);
        Tensors inputs{torch::randn(plan.input), torch::randn(plan.weight)};
        if (plan.bias) inputs.push_back(torch::randn({plan.weight[0]}));
        const auto bias = [&](const Tensors& in) { return plan.bias ? in[2] : at::Tensor(); };
        if (!directConvolution(inputs[0], inputs[1], bias(inputs), stride, padding, dilation, 1))
            GTEST_SKIP() << "this LibTorch does not let oneDNN's backward pass be called";
        const auto direct = [&](const Tensors& in) {
            return directConvolution(in[0], in[1], bias(in), stride, padding, dilation, 1).value();
        };
        const auto plain = [&](const Tensors& in) {
            return at::convolution(in[0], in[1], bias(in), stride, padding, dilation, false, std::vector<std::int64_t>(axes, 0), 1);
        };
        expectNear(outcomeOf(inputs, at::kFloat, direct), outcomeOf(inputs, at::kDouble, plain), 1e-5);
    }
    // What LibTorch gives to oneDNN by itself stays with it, and so does a window of 1.
    EXPECT_FALSE(directConvolution(torch::randn({1, 4, 6, 6, 6}), torch::randn({4, 4, 1, 1, 1}), {}, {1, 1, 1}, {0, 0, 0}, {1, 1, 1}, 1));
    EXPECT_FALSE(directConvolution(torch::randn({2, 4, 8, 8}), torch::randn({4, 4, 3, 3}), {}, {1, 1}, {1, 1}, {1, 1}, 1));
}

TEST(KernelChoice, otherTensorsGoLibTorchsWay) {
    const at::Tensor x = torch::randn({1, 1, 4, 4});
    EXPECT_TRUE(fusedAttention(x, x, x, {}, {}));
    EXPECT_FALSE(fusedAttention(x.to(at::kDouble), x, x, {}, {}));
    const at::Tensor half = x.to(at::kBFloat16), widened = half.to(at::kFloat);  // computed in single precision
    EXPECT_TRUE(
        torch::equal(*fusedAttention(half, half, half, {}, {}), fusedAttention(widened, widened, widened, {}, {})->to(at::kBFloat16)));
    EXPECT_FALSE(fusedGatedMap(x.to(at::kBFloat16), 1));
    EXPECT_FALSE(byteMaxPool(x, {2, 2}, {2, 2}, {0, 0}, {2, 2}, false));
    EXPECT_FALSE(fusedAttention(x, x, x, torch::zeros({1, 4}).requires_grad_(), {}));
    const KernelsOff off;
    EXPECT_FALSE(fusedAttention(x, x, x, {}, {}));
}

}  // namespace
}  // namespace seekbench
