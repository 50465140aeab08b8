// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/graph/expand.h"
#include "gpu/model/layer_border.h"
#include "gpu/operators/layer.h"

namespace seekbench {

// A GraphModule computes a model: one layer per node, called one after the other in the model's order. A value is let go as soon as
// its last reader has had it, so that what autograd does not keep is free for the next layers. One thread owns it.
class GraphModule {
public:
    // Draws the initial weights from the global generator, node after node in the model's order.
    // Errors: an operator without a torch half.
    static Result<GraphModule> create(const Model& model);

    // One tensor per Input node in the order of Model::inputs, batch first; one per Output node in the order of Model::outputs.
    // `borders` are entered in their order and left in it, too.
    std::vector<at::Tensor> forward(std::span<const at::Tensor> inputs, std::span<LayerBorder* const> borders = {});

    // What the layers add to the training loss after a forward() in training mode; undefined when none adds anything.
    at::Tensor auxiliaryLoss() const;
    // Names of what layers tell about a forward() in training mode, "block/experts.dropped_tokens", and the numbers of the newest one:
    // 1-dimensional, perhaps still on the device; undefined when there are none.
    const std::vector<std::string>& observationNames() const { return m_observationNames; }
    at::Tensor observations() const;

    void setMode(Mode mode);
    // From now on the parameters of these nodes, and of all inside these composites, want no gradients and are not among parameters();
    // their layers keep running statistics as they are and use them. Before the first forward().
    void freeze(const std::vector<std::string>& paths);
    void moveTo(const at::Device& device);
    // Live tensors under their full names, in the model's order; within a node the parameters as its layer lists them.
    std::vector<NamedTensor> parameters() const;  // those that learn
    // All parameters and buffers, node by node.
    std::vector<NamedTensor> weights() const;

private:
    static constexpr int kNothing = -1;  // an input port without an edge

    // A value is an output of a node; values are numbered through all nodes.
    struct Step {
        std::string path;
        std::unique_ptr<Layer> layer = nullptr;
        int memory = -1;                // its number in the ledger of the thread that made the module; see MemoryScope
        std::vector<int> inputs = {};   // values, or kNothing
        int firstOutput = 0;            // value number of output 0
        std::vector<int> release = {};  // values that nobody reads after this step
        bool frozen = false;
        bool single = false;  // wantsSinglePrecision()
    };

    GraphModule() = default;

    std::vector<Step> m_steps;
    std::vector<int> m_inputs;             // values of the Input nodes
    std::vector<int> m_outputs;            // values of the Output nodes
    std::vector<std::size_t> m_observers;  // steps whose layers tell something
    std::vector<std::string> m_observationNames;
    std::size_t m_valueCount = 0;
    Mode m_mode = Mode::Training;
};

}  // namespace seekbench
