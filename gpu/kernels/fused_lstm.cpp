// SPDX-License-Identifier: Apache-2.0
#include "gpu/kernels/fused_lstm.h"

#include <algorithm>

#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include "gpu/kernels/counter_dropout.h"
#include "gpu/kernels/fused_tensor.h"
#include "gpu/kernels/instruction_set.h"

namespace seekbench {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::Variable;
using torch::autograd::variable_list;

constexpr std::int64_t kGrain = 16384;  // numbers of a step that a thread should get at least

// Splits the rows of a step between threads.
template <class Work>
void forRows(std::int64_t batch, std::int64_t size, const Work& work) {
    at::parallel_for(0, batch, std::max<std::int64_t>(1, kGrain / size),
                     [&](std::int64_t begin, std::int64_t end) { work(begin, end - begin); });
}

// One layer in one direction, in the order of time: input (length, batch, features), weights as torch's, bias of both products together or
// empty. Outputs: all hidden states (length, batch, hidden) and the last cell.
class LstmLayer : public torch::autograd::Function<LstmLayer> {
public:
    static variable_list forward(AutogradContext* context, const at::Tensor& input, const at::Tensor& inputWeight,
                                 const at::Tensor& hiddenWeight, const at::Tensor& bias, bool backwards) {
        const at::Tensor x = input.contiguous();
        const std::int64_t length = x.size(0), batch = x.size(1), size = hiddenWeight.size(1);
        const at::Tensor rows = x.view({length * batch, -1});
        at::Tensor gates = bias.numel() > 0 ? at::addmm(bias, rows, inputWeight.t()) : at::mm(rows, inputWeight.t());
        gates = gates.view({length, batch, 4 * size});
        const at::Tensor cells = at::empty({length, batch, size}, x.options()), hidden = at::empty_like(cells);
        const at::Tensor transposed = hiddenWeight.t();
        for (std::int64_t step = 0; step < length; ++step) {
            const std::int64_t now = backwards ? length - 1 - step : step, before = backwards ? now + 1 : now - 1;
            at::Tensor own = gates.select(0, now);
            if (step > 0) own.addmm_(hidden.select(0, before), transposed);
            forRows(batch, size, [&](std::int64_t first, std::int64_t count) {
                kernels().lstmForward(stepOf(cells, hidden, step > 0 ? before : -1, now, first, count),
                                      own.data_ptr<float>() + first * 4 * size);
            });
        }
        context->save_for_backward({x, inputWeight, hiddenWeight, gates, cells, hidden});
        context->saved_data["backwards"] = backwards;
        context->saved_data["bias"] = bias.numel() > 0;
        context->saved_data["input"] = input.requires_grad();
        return {hidden, cells.select(0, backwards ? 0 : length - 1).clone()};
    }

    static variable_list backward(AutogradContext* context, const variable_list& slopes) {
        const auto saved = context->get_saved_variables();
        const at::Tensor &x = saved[0], &inputWeight = saved[1], &hiddenWeight = saved[2], &gates = saved[3], &cells = saved[4],
                         &hidden = saved[5];
        const bool backwards = context->saved_data["backwards"].toBool();
        const std::int64_t length = x.size(0), batch = x.size(1), size = hiddenWeight.size(1);
        const at::Tensor outer = slopes[0].contiguous(), cellSlope = slopes[1].clone(at::MemoryFormat::Contiguous);
        const at::Tensor gateSlopes = at::empty_like(gates), hiddenSlope = at::empty({batch, size}, x.options());
        for (std::int64_t step = length; step-- > 0;) {
            const std::int64_t now = backwards ? length - 1 - step : step, before = backwards ? now + 1 : now - 1,
                               after = backwards ? now - 1 : now + 1;
            // What comes from outside, and from the step after.
            at::Tensor arriving = outer.select(0, now);
            if (step + 1 < length)
                arriving = at::addmm_out(const_cast<at::Tensor&>(hiddenSlope), arriving, gateSlopes.select(0, after), hiddenWeight);
            forRows(batch, size, [&](std::int64_t first, std::int64_t count) {
                const std::int64_t offset = first * size, gate = (now * batch + first) * 4 * size;
                kernels().lstmBackward(stepOf(cells, hidden, step > 0 ? before : -1, now, first, count), gates.data_ptr<float>() + gate,
                                       arriving.data_ptr<float>() + offset, cellSlope.data_ptr<float>() + offset,
                                       gateSlopes.data_ptr<float>() + gate);
            });
        }
        const at::Tensor rows = gateSlopes.view({length * batch, 4 * size});
        const at::Tensor inputWeightSlope = rows.t().mm(x.view({length * batch, -1}));
        at::Tensor hiddenWeightSlope = at::zeros_like(hiddenWeight);
        if (length > 1) {
            const auto part = [&](const at::Tensor& all, bool later) {
                return all.narrow(0, later != backwards ? 1 : 0, length - 1).view({(length - 1) * batch, -1});
            };
            hiddenWeightSlope = part(gateSlopes, true).t().mm(part(hidden, false));
        }
        const at::Tensor biasSlope = context->saved_data["bias"].toBool() ? rows.sum(0) : Variable();
        const at::Tensor inputSlope = context->saved_data["input"].toBool() ? rows.mm(inputWeight).view(x.sizes()) : Variable();
        return {inputSlope, inputWeightSlope, hiddenWeightSlope, biasSlope, Variable()};
    }

private:
    // Rows `first` on of the step `now`, which follows `before` (−1: none).
    static LstmStep stepOf(const at::Tensor& cells, const at::Tensor& hidden, std::int64_t before, std::int64_t now, std::int64_t first,
                           std::int64_t count) {
        const std::int64_t batch = cells.size(1), size = cells.size(2);
        const auto at = [&](const at::Tensor& all, std::int64_t step) { return all.data_ptr<float>() + (step * batch + first) * size; };
        return {.rows = count,
                .size = size,
                .cellBefore = before < 0 ? nullptr : at(cells, before),
                .cell = at(cells, now),
                .hidden = at(hidden, now)};
    }
};

}  // namespace

std::optional<LstmResult> fusedLstm(const at::Tensor& input, const std::vector<at::Tensor>& weights, const LstmSettings& settings) {
    if (!takesKernels(input) || input.dim() != 3 || input.numel() == 0) return {};
    const std::size_t directions = settings.bidirectional ? 2 : 1, perDirection = settings.biases ? 4 : 2;
    if (weights.size() != static_cast<std::size_t>(settings.layers) * directions * perDirection) return {};
    if (!std::all_of(weights.begin(), weights.end(), takesKernels)) return {};
    std::vector<at::Tensor> hidden, cells;
    at::Tensor x = input.transpose(0, 1);
    for (std::size_t layer = 0; layer < static_cast<std::size_t>(settings.layers); ++layer) {
        if (layer > 0) x = counterDropout(x, settings.dropout, true);
        std::vector<at::Tensor> outputs;
        for (std::size_t direction = 0; direction < directions; ++direction) {
            const at::Tensor* own = weights.data() + (layer * directions + direction) * perDirection;
            const at::Tensor bias = settings.biases ? own[2] + own[3] : at::empty({0}, input.options());
            const auto made = LstmLayer::apply(x, own[0], own[1], bias, direction == 1);
            outputs.push_back(made[0]);
            hidden.push_back(made[0].select(0, direction == 1 ? 0 : made[0].size(0) - 1));
            cells.push_back(made[1]);
        }
        x = directions == 1 ? outputs[0] : at::cat(outputs, 2);
    }
    return LstmResult{x.transpose(0, 1), at::stack(hidden), at::stack(cells)};
}

}  // namespace seekbench
