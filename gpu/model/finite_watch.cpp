// SPDX-License-Identifier: Apache-2.0
#include "gpu/model/finite_watch.h"

#include <set>
#include <vector>

#include <ATen/ATen.h>
#include <ATen/SequenceNumber.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/function_hook.h>

namespace seekbench {
namespace {

namespace autograd = torch::autograd;

bool isFinite(const at::Tensor& tensor) {
    return !tensor.defined() || !tensor.is_floating_point() || at::isfinite(tensor.detach()).all().item<bool>();
}

bool areFinite(const std::vector<at::Tensor>& tensors) {
    for (const at::Tensor& tensor : tensors)
        if (!isFinite(tensor)) return false;
    return true;
}

}  // namespace

struct FiniteWatch::State {
    std::optional<NonFiniteValue> found;
    std::uint64_t entered = 0;
    // Autograd numbers its nodes as they are made: the first number of each layer → its path.
    std::map<std::uint64_t, std::string> owners;

    const std::string& ownerOf(std::uint64_t number) const {
        static const std::string kNobody;
        const auto after = owners.upper_bound(number);
        return after == owners.begin() ? kNobody : std::prev(after)->second;
    }
};

FiniteWatch::FiniteWatch() : m_state(std::make_shared<State>()) {}
FiniteWatch::~FiniteWatch() = default;

const std::optional<NonFiniteValue>& FiniteWatch::found() const { return m_state->found; }

void FiniteWatch::enter(const std::string& path) { m_state->owners[at::sequence_number::peek()] = path; }

void FiniteWatch::leave(const std::string& path, std::vector<at::Tensor>& outputs) {
    if (!m_state->found && !areFinite(outputs)) m_state->found = NonFiniteValue{NonFiniteValue::What::Output, path, {}};
}

void FiniteWatch::leaveLoss(const at::Tensor& loss) {
    if (!m_state->found && !isFinite(loss)) m_state->found = NonFiniteValue{NonFiniteValue::What::Loss, {}, {}};
}

void FiniteWatch::watchBackward(const at::Tensor& loss) {
    struct Look final : autograd::FunctionPostHook {
        Look(std::shared_ptr<State> state, std::string path) : m_state(std::move(state)), m_path(std::move(path)) {}
        autograd::variable_list operator()(const autograd::variable_list& gradients, const autograd::variable_list&) override {
            if (!m_state->found && !areFinite(gradients)) m_state->found = NonFiniteValue{NonFiniteValue::What::Backward, m_path, {}};
            return gradients;
        }
        std::shared_ptr<State> m_state;
        std::string m_path;
    };
    std::vector<autograd::Node*> left{loss.grad_fn().get()};
    std::set<autograd::Node*> seen;
    while (!left.empty()) {
        autograd::Node* node = left.back();
        left.pop_back();
        if (node == nullptr || !seen.insert(node).second) continue;
        for (const autograd::Edge& edge : node->next_edges()) left.push_back(edge.function.get());
        if (node->num_outputs() > 0) node->add_post_hook(std::make_unique<Look>(m_state, m_state->ownerOf(node->sequence_nr())));
    }
}

std::optional<NonFiniteValue> firstNonFiniteGradient(const std::vector<NamedTensor>& parameters) {
    for (auto parameter = parameters.rbegin(); parameter != parameters.rend(); ++parameter) {
        const auto& [name, tensor] = *parameter;
        if (isFinite(tensor.grad())) continue;
        const auto dot = name.find('.');  // no path has one
        return NonFiniteValue{NonFiniteValue::What::Gradient, name.substr(0, dot), name.substr(dot + 1)};
    }
    return std::nullopt;
}

}  // namespace seekbench
