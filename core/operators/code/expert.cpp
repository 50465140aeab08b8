// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

const CodeHelper kMixtureFunctionHelper{.name = "mixture_of_experts", .python = R"(def mixture_of_experts(
    x, router, weight1, bias1, weight2, bias2, top_k=1, capacity_factor=1.25
):
    """Each token goes to the top_k experts the router trusts most, as long as there is
    room; an expert takes capacity_factor times its fair share of tokens."""
    tokens = x.reshape(-1, x.size(-1))
    experts, count = router.size(0), tokens.size(0)
    room = min(count, math.ceil(count * top_k / experts * capacity_factor))
    probabilities = F.linear(tokens, router).float().softmax(-1)
    gates, choices = probabilities.topk(top_k, dim=-1)
    if top_k > 1:
        gates = gates / gates.sum(-1, keepdim=True)
    # All first choices, then all second ones; a token without a seat is dropped.
    expert = choices.t().reshape(-1)
    place = F.one_hot(expert, experts).cumsum(0).gather(1, expert.unsqueeze(1)) - 1
    place = place.squeeze(1)
    seat = torch.where(place < room, expert * room + place, experts * room)
    hall = tokens.new_zeros(experts * room + 1, tokens.size(1))
    hall = hall.index_add(0, seat, tokens.repeat(top_k, 1))
    seated = hall[:-1].view(experts, room, -1)
    hidden = torch.baddbmm(bias1, seated, weight1).relu()
    out = torch.baddbmm(bias2, hidden, weight2).reshape(experts * room, -1)
    said = torch.cat([out, out.new_zeros(1, out.size(1))])[seat]
    said = said * gates.t().reshape(-1, 1).to(said.dtype)
    return said.view(top_k, count, -1).sum(0).view_as(x))"};

const CodeHelper kMixtureHelper{
    .name = "MixtureOfExperts",
    .module = R"(class MixtureOfExperts(nn.Module):
    """A router sends each token to a few of many two-layer networks."""

    def __init__(
        self, features, hidden_features, num_experts=4, top_k=1, capacity_factor=1.25
    ):
        super().__init__()
        self.top_k = top_k
        self.capacity_factor = capacity_factor
        self.router = nn.Linear(features, num_experts, bias=False)
        self.weight1 = self.uniform((num_experts, features, hidden_features), features)
        self.bias1 = self.uniform((num_experts, 1, hidden_features), features)
        self.weight2 = self.uniform(
            (num_experts, hidden_features, features), hidden_features
        )
        self.bias2 = self.uniform((num_experts, 1, features), hidden_features)

    @staticmethod
    def uniform(sizes, inputs):
        bound = 1 / math.sqrt(inputs)
        return nn.Parameter(torch.empty(sizes).uniform_(-bound, bound))

    def forward(self, x):
        return mixture_of_experts(
            x,
            self.router.weight,
            self.weight1,
            self.bias1,
            self.weight2,
            self.bias2,
            self.top_k,
            self.capacity_factor,
        ))",
    .cpp = R"(// Each token goes to the top_k experts the router trusts most, as long as there is room; an expert
// takes capacity_factor times its fair share of tokens.
struct MixtureOfExpertsImpl : nn::Module {
    MixtureOfExpertsImpl(
        int64_t features,
        int64_t hidden_features,
        int64_t num_experts = 4,
        int64_t top_k = 1,
        double capacity_factor = 1.25)
        : experts(num_experts), top_k(top_k), capacity_factor(capacity_factor) {
        const auto uniform = [](at::IntArrayRef sizes, int64_t inputs) {
            const double bound = 1 / std::sqrt(inputs);
            return torch::empty(sizes).uniform_(-bound, bound);
        };
        router =
            register_module("router", nn::Linear(nn::LinearOptions(features, experts).bias(false)));
        weight1 =
            register_parameter("weight1", uniform({experts, features, hidden_features}, features));
        bias1 = register_parameter("bias1", uniform({experts, 1, hidden_features}, features));
        weight2 = register_parameter(
            "weight2", uniform({experts, hidden_features, features}, hidden_features));
        bias2 = register_parameter("bias2", uniform({experts, 1, features}, hidden_features));
    }

    torch::Tensor forward(const torch::Tensor& x) {
        const auto tokens = x.reshape({-1, x.size(-1)});
        const auto count = tokens.size(0);
        const double share = static_cast<double>(count) * top_k / experts * capacity_factor;
        const auto room = std::min(count, static_cast<int64_t>(std::ceil(share)));
        const auto probabilities = torch::softmax(router->forward(tokens).to(torch::kFloat), -1);
        auto [gates, choices] = probabilities.topk(top_k, -1);
        if (top_k > 1) gates = gates / gates.sum(-1, true);
        // All first choices, then all second ones; a token without a seat is dropped.
        const auto expert = choices.t().reshape({-1});
        const auto numbered = torch::one_hot(expert, experts).cumsum(0) - 1;
        const auto place = numbered.gather(1, expert.unsqueeze(1)).squeeze(1);
        const auto nowhere = torch::full_like(place, experts * room);
        const auto seat = torch::where(place < room, expert * room + place, nowhere);
        const auto hall = torch::zeros({experts * room + 1, tokens.size(1)}, tokens.options())
                              .index_add(0, seat, tokens.repeat({top_k, 1}));
        const auto seated = hall.narrow(0, 0, experts * room).view({experts, room, -1});
        const auto hidden = torch::relu(torch::baddbmm(bias1, seated, weight1));
        const auto out = torch::baddbmm(bias2, hidden, weight2).reshape({experts * room, -1});
        auto said = torch::cat({out, torch::zeros({1, out.size(1)}, out.options())}, 0);
        said = said.index_select(0, seat) * gates.t().reshape({-1, 1}).to(said.scalar_type());
        return said.view({top_k, count, -1}).sum(0).view_as(x);
    }

    int64_t experts, top_k;
    double capacity_factor;
    nn::Linear router{nullptr};
    torch::Tensor weight1, bias1, weight2, bias2;
};
TORCH_MODULE(MixtureOfExperts);)"};

// The balance weight belongs to the loss, not to the model.
OperatorCode mixtureOfExpertsCode(const CodeSite& site) {
    OperatorCode code =
        moduleCode("MixtureOfExperts",
                   {site[kFeatures], site[kHiddenFeatures], site.option(kNumExperts), site.option(kTopK), site.option(kCapacityFactor)},
                   call("mixture_of_experts", {input(0), weight("router.weight"), weight("weight1"), weight("bias1"), weight("weight2"),
                                               weight("bias2"), site.option(kTopK), site.option(kCapacityFactor)}));
    code.module->own = true;
    code.helpers = {&kMixtureFunctionHelper, &kMixtureHelper};
    return code;
}

}  // namespace seekbench
