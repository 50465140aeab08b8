// SPDX-License-Identifier: Apache-2.0
// A mixture of experts (Shazeer et al. 2017, arXiv 1701.06538) with the routing of the Switch Transformer (Fedus et al. 2021, arXiv
// 2101.03961): every expert has a fixed number of places, so that all sizes are known beforehand and nothing is read from the device.
// First choices are seated before second ones, earlier tokens before later ones; who finds no place is dropped.

#include <cmath>

#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

struct MixtureImpl : torch::nn::Module {
    explicit MixtureImpl(const Parameters& parameters)
        : experts(parameters[kNumExperts]),
          router(register_module("router", torch::nn::Linear(torch::nn::LinearOptions(parameters[kFeatures], experts).bias(false)))) {
        const std::int64_t features = parameters[kFeatures], hidden = parameters[kHiddenFeatures];
        // As torch.nn.Linear: uniform on ± the inverse root of the inputs.
        const auto uniform = [](at::IntArrayRef sizes, std::int64_t inputs) {
            const double bound = 1 / std::sqrt(static_cast<double>(inputs));
            return at::empty(sizes).uniform_(-bound, bound);
        };
        weight1 = register_parameter("weight1", uniform({experts, features, hidden}, features));
        bias1 = register_parameter("bias1", uniform({experts, 1, hidden}, features));
        weight2 = register_parameter("weight2", uniform({experts, hidden, features}, hidden));
        bias2 = register_parameter("bias2", uniform({experts, 1, features}, hidden));
    }

    std::int64_t experts;
    torch::nn::Linear router;
    at::Tensor weight1, bias1, weight2, bias2;
};

class MixtureLayer final : public Layer {
public:
    explicit MixtureLayer(const Parameters& parameters) : m_parameters(parameters), m_module(std::make_shared<MixtureImpl>(parameters)) {}

    std::vector<at::Tensor> forward(LayerInputs inputs) override {
        const MixtureImpl& self = *m_module;
        const std::int64_t features = m_parameters[kFeatures], chosen = m_parameters[kTopK];
        const at::Tensor tokens = inputs[0].reshape({-1, features});
        const std::int64_t count = tokens.size(0), places = expertCapacity(m_parameters, count);

        const at::Tensor probabilities = at::softmax(m_module->router->forward(tokens).to(at::kFloat), -1);
        auto [gates, choices] = probabilities.topk(chosen, -1);
        // With one expert its probability is the gate (Switch, equation 2); several share 1 among them.
        if (chosen > 1) gates = gates / gates.sum(-1, true);

        // All first choices, then all second ones: (chosen · count).
        const at::Tensor expert = choices.t().reshape({-1});
        const at::Tensor isOf = at::one_hot(expert, self.experts);
        const at::Tensor place = (isOf.cumsum(0) - 1).gather(1, expert.unsqueeze(1)).squeeze(1);
        const at::Tensor seated = place.lt(places);
        // The place behind the last one is where the dropped go.
        const at::Tensor seat = at::where(seated, expert * places + place, at::full_like(place, self.experts * places));

        const at::Tensor hall =
            at::zeros({self.experts * places + 1, features}, tokens.options()).index_add(0, seat, tokens.repeat({chosen, 1}));
        const at::Tensor in = hall.narrow(0, 0, self.experts * places).view({self.experts, places, features});
        const at::Tensor out = at::baddbmm(self.bias2, at::baddbmm(self.bias1, in, self.weight1).relu(), self.weight2);
        const at::Tensor said = at::cat({out.reshape({-1, features}), at::zeros({1, features}, out.options())}).index_select(0, seat);
        const at::Tensor weighted = said * gates.t().reshape({-1, 1}).to(said.scalar_type());
        if (m_training) observe(probabilities, isOf, seated);
        return {weighted.view({chosen, count, features}).sum(0).view_as(inputs[0])};
    }

    void setMode(Mode mode) override {
        m_training = mode == Mode::Training;
        m_module->train(m_training);
    }
    void moveTo(const at::Device& device) override { m_module->to(device); }
    std::vector<NamedTensor> parameters() const override {
        std::vector<NamedTensor> list;
        for (const auto& item : m_module->named_parameters()) list.emplace_back(item.key(), item.value());
        return list;
    }

    at::Tensor auxiliaryLoss() const override { return m_balance.defined() ? m_balance * m_parameters[kBalanceWeight] : m_balance; }
    std::vector<std::string> observationNames() const override {
        std::vector<std::string> names{"balance_loss", "dropped_tokens"};
        for (std::int64_t expert = 1; expert <= m_parameters[kNumExperts]; ++expert) names.push_back("load_" + std::to_string(expert));
        return names;
    }
    at::Tensor observations() const override { return m_observed; }

private:
    // Switch, equations 4 to 6: the number of experts times the sum over them of the share of tokens that choose each and its mean
    // probability; 1 when all are alike. Gradients go through the probabilities alone.
    void observe(const at::Tensor& probabilities, const at::Tensor& isOf, const at::Tensor& seated) {
        const at::Tensor load = isOf.to(at::kFloat).mean(0);
        m_balance = (load * probabilities.mean(0)).sum() * static_cast<double>(m_parameters[kNumExperts]);
        const at::Tensor dropped = seated.logical_not().sum().to(at::kFloat);
        m_observed = at::cat({at::stack({m_balance.detach(), dropped}), load});
    }

    Parameters m_parameters;
    std::shared_ptr<MixtureImpl> m_module;
    bool m_training = true;
    at::Tensor m_balance, m_observed;
};

std::unique_ptr<Layer> mixture(const Parameters& parameters) { return std::make_unique<MixtureLayer>(parameters); }

}  // namespace

std::span<const TorchOperator> expertLayers() {
    static constexpr TorchOperator kLayers[] = {{"MixtureOfExperts", mixture}};
    return kLayers;
}

}  // namespace seekbench
