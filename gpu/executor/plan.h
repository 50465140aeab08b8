// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gpu/executor/kernel.h"

namespace seekbench::executor {

// The weights and states of a model, shared by its plans. Data and gradients lie in two arenas, one weight behind the other, in the
// order in which the model lists them; the arenas are staggered, so that an optimizer that walks both does not meet itself in the cache.
class Weights {
public:
    // Laid out in one layout for good, when the first plan has asked for all of them.
    void layOut();
    bool isLaidOut() const { return m_arena != nullptr; }

    Weight& weight(const std::string& name, const Sizes& sizes, const Layout* wanted);
    State& state(const std::string& name, const Sizes& sizes);
    bool isFree(const std::string& name) const { return !m_byName.contains(name); }

    std::deque<Weight>& weights() { return m_weights; }
    std::deque<State>& states() { return m_states; }
    Weight* find(const std::string& name);
    State* findState(const std::string& name);

private:
    std::deque<Weight> m_weights;
    std::deque<State> m_states;
    std::map<std::string, Weight*, std::less<>> m_byName;
    std::map<std::string, State*, std::less<>> m_statesByName;
    std::unique_ptr<std::byte[]> m_arena;
};

// What a plan says about one of its fused nodes.
struct PlanRow {
    std::vector<std::string> paths;  // the nodes it computes
    std::string choice;
    std::size_t savedBytes = 0;  // output and what is kept for the backward pass
};

// A Plan computes a model for one batch size: kernels in a fixed order on memory laid out once. One thread owns it.
class Plan {
public:
    // Measures what is to be chosen from. Errors: a node without a kernel (a sentence with its path), not enough memory.
    static Result<std::unique_ptr<Plan>> build(const Model& model, std::int64_t batch, Weights& weights, const dnnl::engine& engine);
    ~Plan();

    // Row-major; written before forward().
    const Tensor& input(std::size_t index) const { return *m_inputs[index]; }
    // Random numbers that the kernels ask for, in their order; written before a forward() in training.
    std::deque<std::uint64_t>& seeds() { return m_seeds; }
    const float* output(std::size_t index) const { return m_outputs[index]->data->floats(); }
    // Of the loss with respect to the output, row-major; written before backward().
    float* outputGradient(std::size_t index) const { return m_outputs[index]->gradient->floats(); }
    const Sizes& outputSizes(std::size_t index) const { return m_outputs[index]->sizes; }

    void forward(Pass pass);
    void backward();

    std::size_t memoryBytes() const { return m_memoryBytes; }
    std::vector<PlanRow> rows() const;

private:
    friend class PlanBuilder;
    friend class NodeBuilder;
    struct Addition {  // into += from, after a backward pass
        Buffer* into;
        Buffer* from;
        std::int64_t count;
    };
    struct Step {
        std::unique_ptr<Kernel> kernel;
        std::vector<std::string> paths;
        std::vector<Addition> additions;
        std::size_t savedBytes = 0;
        bool hasBackward = true;
    };
    Plan() = default;

    std::deque<Buffer> m_buffers;
    std::deque<Tensor> m_tensors;
    std::vector<Tensor*> m_inputs, m_outputs;
    std::vector<Step> m_steps;
    std::deque<std::uint64_t> m_seeds;
    struct Freed;
    std::unique_ptr<Freed> m_memory;
    std::size_t m_memoryBytes = 0;
    dnnl::engine m_engine;
    dnnl::stream m_stream;
};

}  // namespace seekbench::executor
