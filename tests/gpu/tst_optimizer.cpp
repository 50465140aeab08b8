// SPDX-License-Identifier: Apache-2.0
// Our optimizers against the rules written out in double precision, and against torch::optim.

#include <map>

#include <gtest/gtest.h>
#include <torch/torch.h>

#include <ATen/Parallel.h>

#include "gpu/training/optimizer.h"
#include "tests/gpu/sample_models.h"

namespace seekbench {
namespace {

constexpr double kRate = 0.01;

struct Setting {
    std::string name;
    Choice choice;
    std::unique_ptr<torch::optim::Optimizer> (*peer)(std::vector<at::Tensor>);  // nullptr: this LibTorch has none
};

template <class Peer, class Options>
std::unique_ptr<torch::optim::Optimizer> peerOf(std::vector<at::Tensor> parameters, Options options) {
    return std::make_unique<Peer>(std::move(parameters), options);
}

std::vector<Setting> settings() {
    using namespace torch::optim;
    using Tensors = std::vector<at::Tensor>;
    const ParameterValues rate{{"learning_rate", kRate}};
    const auto with = [&](ParameterValues more) {
        more.insert(rate.begin(), rate.end());
        return more;
    };
    return {
        {"sgd", {"sgd", rate}, [](Tensors p) { return peerOf<SGD>(p, SGDOptions(kRate)); }},
        {"momentum",
         {"sgd", with({{"momentum", 0.9}, {"weight_decay", 0.1}})},
         [](Tensors p) { return peerOf<SGD>(p, SGDOptions(kRate).momentum(0.9).weight_decay(0.1)); }},
        {"nesterov",
         {"sgd", with({{"momentum", 0.8}, {"nesterov", true}})},
         [](Tensors p) { return peerOf<SGD>(p, SGDOptions(kRate).momentum(0.8).nesterov(true)); }},
        {"adam", {"adam", rate}, [](Tensors p) { return peerOf<Adam>(p, AdamOptions(kRate)); }},
        {"adamOtherBetas",
         {"adam", with({{"beta1", 0.7}, {"beta2", 0.95}, {"epsilon", 1e-4}, {"weight_decay", 0.1}})},
         [](Tensors p) {
             return peerOf<Adam>(p, AdamOptions(kRate).betas({0.7, 0.95}).eps(1e-4).weight_decay(0.1));
         }},
        {"adamW",
         {"adam_w", with({{"weight_decay", 0.3}})},
         [](Tensors p) { return peerOf<AdamW>(p, AdamWOptions(kRate).weight_decay(0.3)); }},
        {"lion", {"lion", rate}, nullptr},
        {"lionWithDecay", {"lion", with({{"beta1", 0.8}, {"beta2", 0.95}, {"weight_decay", 0.3}})}, nullptr},
        {"adafactor", {"adafactor", rate}, nullptr},
        {"adafactorRelative",
         {"adafactor", with({{"relative_step", true}, {"decay_exponent", 0.7}, {"clip_threshold", 0.5}, {"weight_decay", 0.3}})},
         nullptr},
    };
}

// The rules of torch.optim as they are written in its documentation, number by number in double precision.
struct Oracle {
    Choice choice;
    std::int64_t rows = 1;  // of p as a matrix; 1: a vector
    std::vector<double> p, first, second;
    int step = 0;

    static double rootMeanSquare(const std::vector<double>& values) {
        double sum = 0;
        for (const double value : values) sum += value * value;
        return std::sqrt(sum / static_cast<double>(values.size()));
    }

    double setting(std::string_view name) const {
        const Kind* kind = findKind(optimizerKinds(), choice.kind);
        return ResolvedParameters::from(kind->parameters, choice.parameters).parameters[Parameter<double>{name}];
    }
    // Algorithm 4 of Shazeer and Stern 2018 with what torch.optim.Adafactor adds; `first`: rows or all, `second`: columns.
    void adafactor(const std::vector<double>& gradients, double rate, double decay) {
        constexpr double kEpsilon1 = 1.1920928955078125e-7;
        const double share = std::pow(step, -setting("decay_exponent"));
        double size = rate;
        if (choice.parameters.contains("relative_step")) size = std::max(1e-3, rootMeanSquare(p)) * std::min(rate, 1 / std::sqrt(step));
        const auto count = static_cast<std::int64_t>(p.size()), columns = count / rows;
        std::vector<double> update(p.size());
        if (rows > 1) {
            const auto mixed = [&](double& mean, double sum, std::int64_t terms) {
                mean = (1 - share) * mean + share * sum / static_cast<double>(terms);
            };
            const auto square = [&](std::int64_t row, std::int64_t column) {
                const double g = gradients[static_cast<std::size_t>(row * columns + column)];
                return g * g;
            };
            double meanOfRows = 0;
            for (std::int64_t row = 0; row < rows; ++row) {
                double sum = 0;
                for (std::int64_t column = 0; column < columns; ++column) sum += square(row, column);
                mixed(first[static_cast<std::size_t>(row)], sum, columns);
                meanOfRows += first[static_cast<std::size_t>(row)] / static_cast<double>(rows);
            }
            for (std::int64_t column = 0; column < columns; ++column) {
                double sum = 0;
                for (std::int64_t row = 0; row < rows; ++row) sum += square(row, column);
                mixed(second[static_cast<std::size_t>(column)], sum, rows);
            }
            for (std::size_t i = 0; i < p.size(); ++i) {
                const std::size_t row = i / static_cast<std::size_t>(columns), column = i % static_cast<std::size_t>(columns);
                update[i] = first[row] * second[column] / std::max(meanOfRows, kEpsilon1);
            }
        } else {
            for (std::size_t i = 0; i < p.size(); ++i) {
                first[i] = (1 - share) * first[i] + share * gradients[i] * gradients[i];
                update[i] = first[i];
            }
        }
        for (std::size_t i = 0; i < p.size(); ++i) update[i] = gradients[i] / std::sqrt(std::max(update[i], kEpsilon1 * kEpsilon1));
        const double clipped = std::max(1.0, rootMeanSquare(update) / setting("clip_threshold"));
        for (std::size_t i = 0; i < p.size(); ++i) p[i] = p[i] * (1 - rate * decay) - size * update[i] / clipped;
    }
    void update(const std::vector<double>& gradients, double factor) {
        ++step;
        if (choice.kind == "adafactor") return adafactor(gradients, setting("learning_rate") * factor, setting("weight_decay"));
        const double rate = setting("learning_rate") * factor, decay = setting("weight_decay");
        for (std::size_t i = 0; i < p.size(); ++i) {
            double g = gradients[i];
            if (choice.kind == "adam_w" || choice.kind == "lion")
                p[i] -= rate * decay * p[i];
            else
                g += decay * p[i];
            if (choice.kind == "sgd") {
                const double momentum = setting("momentum");
                first[i] = step == 1 ? g : momentum * first[i] + g;
                p[i] -= rate * (choice.parameters.contains("nesterov") ? g + momentum * first[i] : momentum == 0 ? g : first[i]);
                continue;
            }
            const double beta1 = setting("beta1"), beta2 = setting("beta2");
            if (choice.kind == "lion") {
                const double direction = beta1 * first[i] + (1 - beta1) * g;
                p[i] -= rate * (direction > 0 ? 1 : direction < 0 ? -1 : 0);
                first[i] = beta2 * first[i] + (1 - beta2) * g;
                continue;
            }
            first[i] = beta1 * first[i] + (1 - beta1) * g;
            second[i] = beta2 * second[i] + (1 - beta2) * g * g;
            const double mean = first[i] / (1 - std::pow(beta1, step)), square = second[i] / (1 - std::pow(beta2, step));
            p[i] -= rate * mean / (std::sqrt(square) + setting("epsilon"));
        }
    }
};

std::vector<double> numbersOf(const at::Tensor& tensor) {
    const at::Tensor flat = tensor.detach().to(at::kDouble).contiguous().flatten();
    return {flat.data_ptr<double>(), flat.data_ptr<double>() + flat.numel()};
}

at::Tensor fresh(at::IntArrayRef sizes, at::ScalarType type = at::kFloat) {
    return torch::randn(sizes, at::TensorOptions(type)).requires_grad_();
}

// One number, an odd count, two slices and a bit, a layout that is dense but not row-major.
std::vector<NamedTensor> awkwardParameters() {
    return {{"one", fresh({})},
            {"odd", fresh({3, 5})},
            {"long", fresh({8192 * 2 + 13})},
            {"channelsLast", torch::randn({2, 3, 4, 5}).contiguous(at::MemoryFormat::ChannelsLast).requires_grad_()}};
}

void giveGradients(const std::vector<NamedTensor>& parameters) {
    for (const auto& [name, parameter] : parameters) parameter.mutable_grad() = torch::randn_like(parameter.detach());
}

std::vector<NamedTensor> twinOf(const std::vector<NamedTensor>& parameters) {
    std::vector<NamedTensor> twin;
    for (const auto& [name, parameter] : parameters) twin.emplace_back(name, parameter.detach().clone().requires_grad_());
    return twin;
}

TEST(Optimizer, everyKindHasBothHalves) {
    std::vector<std::string_view> core, torchHalf;
    for (const Kind& kind : optimizerKinds()) core.push_back(kind.id);
    for (const TorchOptimizer& half : torchOptimizers()) torchHalf.push_back(half.id);
    EXPECT_EQ(core, torchHalf);
}

TEST(Optimizer, fiftyStepsFollowTheRuleInDoublePrecision) {
    for (const Setting& setting : settings()) {
        for (const auto& [type, tolerance] : {std::pair(at::kFloat, 2e-5), std::pair(at::kDouble, 1e-12)}) {  // fused and general way
            SCOPED_TRACE(setting.name + (type == at::kFloat ? ", float" : ", double"));
            for (const std::int64_t rows : {1, 5}) {
                torch::manual_seed(4);
                const NamedTensor parameter{"p", rows == 1 ? fresh({35}, type) : fresh({rows, 7}, type)};
                const auto optimizer = must(makeOptimizer(setting.choice, {parameter}));
                Oracle oracle{setting.choice, rows, numbersOf(parameter.second), std::vector<double>(35), std::vector<double>(35)};
                for (int step = 0; step < 50; ++step) {
                    const double factor = 1 - 0.01 * step;
                    giveGradients({parameter});
                    oracle.update(numbersOf(parameter.second.grad()), factor);
                    optimizer->step(factor);
                }
                const auto got = numbersOf(parameter.second);
                for (std::size_t i = 0; i < got.size(); ++i)
                    ASSERT_NEAR(got[i], oracle.p[i], tolerance * std::max(1.0, std::abs(oracle.p[i])));
            }
        }
    }
}

TEST(Optimizer, fiftyStepsEqualTorchOptim) {
    for (const Setting& setting : settings()) {
        if (setting.peer == nullptr) continue;
        SCOPED_TRACE(setting.name);
        torch::manual_seed(5);
        const auto ours = awkwardParameters(), theirs = twinOf(ours);
        std::vector<at::Tensor> tensors;
        for (const auto& [name, tensor] : theirs) tensors.push_back(tensor);
        const auto optimizer = must(makeOptimizer(setting.choice, ours));
        const auto peer = setting.peer(tensors);
        for (int step = 0; step < 50; ++step) {
            giveGradients(ours);
            for (std::size_t i = 0; i < ours.size(); ++i) theirs[i].second.mutable_grad() = ours[i].second.grad().clone();
            optimizer->step(1);
            peer->step();
        }
        for (std::size_t i = 0; i < ours.size(); ++i)
            EXPECT_TRUE(torch::allclose(ours[i].second, theirs[i].second, 1e-5, 2e-6)) << ours[i].first;
    }
}

TEST(Optimizer, aGradientInAnotherLayoutGivesTheSameUpdate) {
    for (const Setting& setting : settings()) {
        SCOPED_TRACE(setting.name);
        const std::vector<NamedTensor> rowMajor{{"p", fresh({4, 6})}}, mixed = twinOf(rowMajor);
        const auto fused = must(makeOptimizer(setting.choice, rowMajor)), general = must(makeOptimizer(setting.choice, mixed));
        for (int step = 0; step < 5; ++step) {
            const at::Tensor gradient = torch::randn({4, 6});
            rowMajor[0].second.mutable_grad() = gradient;
            mixed[0].second.mutable_grad() = gradient.t().contiguous().t();
            EXPECT_NEAR(fused->step(1).item<double>(), general->step(1).item<double>(), 1e-5);
        }
        EXPECT_TRUE(torch::allclose(rowMajor[0].second, mixed[0].second, 1e-5, 1e-6));
    }
}

TEST(Optimizer, theNormIsThatOfAllGradientsBeforeTheUpdate) {
    torch::manual_seed(6);
    auto parameters = awkwardParameters();
    parameters.emplace_back("double", fresh({11}, at::kDouble));  // takes the general way
    const auto optimizer = must(makeOptimizer({"adam", {}}, parameters));
    giveGradients(parameters);
    double squares = 0;
    for (const auto& [name, parameter] : parameters) squares += parameter.grad().to(at::kDouble).square().sum().item<double>();
    EXPECT_NEAR(optimizer->step(1).item<double>(), std::sqrt(squares), 1e-4);
}

TEST(Optimizer, threadsDoNotChangeABit) {
    const int before = at::get_num_threads();
    const std::vector<NamedTensor> one{{"p", fresh({1'000'003})}}, two = twinOf(one);
    const auto first = must(makeOptimizer({"adam", {}}, one)), second = must(makeOptimizer({"adam", {}}, two));
    for (int step = 0; step < 3; ++step) {
        giveGradients(one);
        two[0].second.mutable_grad() = one[0].second.grad();
        at::set_num_threads(1);
        const double norm = first->step(1).item<double>();
        at::set_num_threads(4);
        EXPECT_EQ(second->step(1).item<double>(), norm);
    }
    at::set_num_threads(before);
    EXPECT_TRUE(torch::equal(one[0].second, two[0].second));
}

TEST(Optimizer, aParameterWithoutGradientStaysAndItsStepsAreNotCounted) {
    const std::vector<NamedTensor> parameters{{"used", fresh({3})}, {"unused", fresh({3})}};
    const at::Tensor before = parameters[1].second.detach().clone();
    const auto optimizer = must(makeOptimizer({"adam_w", {}}, parameters));
    giveGradients({parameters[0]});
    optimizer->step(1);
    EXPECT_TRUE(torch::equal(parameters[1].second, before));
    for (const auto& [name, tensor] : optimizer->state())
        if (name.ends_with(".step")) {
            EXPECT_EQ(tensor.item<std::int64_t>(), name == "used.step" ? 1 : 0);
        }
}

TEST(Optimizer, stateIsNamedByParameterAndMoment) {
    const auto namesOf = [](const Choice& choice) {
        std::vector<std::string> names;
        for (const auto& [name, tensor] : must(makeOptimizer(choice, {{"conv1.weight", fresh({2})}}))->state()) names.push_back(name);
        return names;
    };
    using Names = std::vector<std::string>;
    EXPECT_EQ(namesOf({"sgd", {}}), Names{});
    EXPECT_EQ(namesOf({"sgd", {{"momentum", 0.9}}}), Names{"conv1.weight.momentum"});
    EXPECT_EQ(namesOf({"adam", {}}), (Names{"conv1.weight.exp_avg", "conv1.weight.exp_avg_sq", "conv1.weight.step"}));
    EXPECT_EQ(namesOf({"lion", {}}), Names{"conv1.weight.exp_avg"});
    EXPECT_EQ(namesOf({"adafactor", {}}), (Names{"conv1.weight.variance", "conv1.weight.step"}));
}

// The numbers are those of torch.optim.Adafactor (2.x), whose step was run in double precision: this LibTorch has none.
TEST(Optimizer, adafactorIsThatOfPyTorch) {
    const auto options = at::TensorOptions(at::kDouble);
    const std::vector<NamedTensor> parameters{{"matrix", (torch::arange(6, options).view({2, 3}) / 4 - 0.6).requires_grad_()},
                                              {"vector", torch::tensor({0.5, -2.0, 0.25}, options).requires_grad_()}};
    const Choice choice{
        "adafactor",
        {{"learning_rate", 0.3}, {"decay_exponent", 0.7}, {"clip_threshold", 0.5}, {"relative_step", true}, {"weight_decay", 0.3}}};
    const auto optimizer = must(makeOptimizer(choice, parameters));
    for (int step = 1; step <= 5; ++step) {
        parameters[0].second.mutable_grad() = (torch::arange(6, options) * step + 1).sin().view({2, 3});
        parameters[1].second.mutable_grad() = (torch::arange(3, options) * step).cos();
        optimizer->step(1);
    }
    const std::vector<double> matrix{-0.6686117023851599, -0.11957061049136604, -0.04030054137681969,
                                     0.13347438951847787, 0.21248928192160227,  0.4257137018767309};
    const std::vector<double> vector{-0.2958394195752445, -1.0379112801934622, 0.46034868034691506};
    for (std::size_t i = 0; i < matrix.size(); ++i) EXPECT_NEAR(numbersOf(parameters[0].second)[i], matrix[i], 1e-14);
    for (std::size_t i = 0; i < vector.size(); ++i) EXPECT_NEAR(numbersOf(parameters[1].second)[i], vector[i], 1e-14);
}

TEST(Optimizer, adafactorKeepsOneNumberForEachRowAndColumnOfEveryMatrix) {
    std::map<std::string, std::int64_t> sizes;
    for (const auto& [name, tensor] :
         must(makeOptimizer({"adafactor", {}}, {{"linear", fresh({30, 40})}, {"kernel", fresh({8, 4, 3, 3})}}))->state())
        sizes[name] = tensor.numel();
    EXPECT_EQ(sizes, (std::map<std::string, std::int64_t>{{"linear.row_var", 30},
                                                          {"linear.col_var", 40},
                                                          {"linear.step", 1},
                                                          {"kernel.row_var", 96},
                                                          {"kernel.col_var", 96},
                                                          {"kernel.step", 1}}));
}

TEST(Optimizer, aNonFiniteGradientShowsInTheNorm) {
    const std::vector<NamedTensor> parameters{{"p", fresh({100})}};
    const auto optimizer = must(makeOptimizer({"sgd", {}}, parameters));
    giveGradients(parameters);
    parameters[0].second.mutable_grad()[50] = std::nan("");
    EXPECT_TRUE(std::isnan(optimizer->step(1).item<double>()));
}

TEST(Optimizer, wrongSettingsAreRefused) {
    EXPECT_FALSE(makeOptimizer({"no_such_kind", {}}, {}));
    EXPECT_FALSE(makeOptimizer({"adam", {{"beta1", 1.5}}}, {}));
    EXPECT_FALSE(makeOptimizer({"adam", {{"misspelt", 1.0}}}, {}));
}

}  // namespace
}  // namespace seekbench
