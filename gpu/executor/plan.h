// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gpu/executor/kernel.h"

namespace seekbench::executor {

// A block of memory, zero at first, as the padding of blocked layouts must be. Plans take turns with theirs: only one of them computes at a
// time, and nothing stays in it from one step to the next.
class Arena {
public:
    explicit Arena(std::size_t bytes);
    ~Arena();
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;
    std::byte* data() const { return m_data; }
    std::size_t bytes() const { return m_bytes; }

private:
    void* m_block;  // with what is left before the first whole page
    std::byte* m_data;
    std::size_t m_bytes;
};

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

    // The gradients of all weights, one behind the other, with the padding between them.
    std::span<float> gradients() const { return m_gradients; }

    std::deque<Weight>& weights() { return m_weights; }
    std::deque<State>& states() { return m_states; }
    Weight* find(const std::string& name);
    State* findState(const std::string& name);

private:
    std::deque<Weight> m_weights;
    std::deque<State> m_states;
    std::map<std::string, Weight*, std::less<>> m_byName;
    std::map<std::string, State*, std::less<>> m_statesByName;
    std::unique_ptr<Arena> m_arena;
    std::span<float> m_gradients;
};

// What was found by measuring while plans of a model were built: "convolution of
// 64x32x14x14 …" is "blocked: direct, winograd, direct". With it
// another process builds the same plans at once, and computes the same to the bit.
using Choices = std::map<std::string, std::string, std::less<>>;

// What a plan holds when it holds most.
struct HeldMemory {
    const void* data = nullptr;
    std::size_t bytes = 0;
    MemoryCategory category{};
    std::string path;  // of the node; empty: of none
};

// What a plan says about one of its fused nodes.
struct PlanRow {
    std::vector<std::string> paths;  // the nodes it computes
    std::string choice;
    std::size_t savedBytes = 0;                      // output and what is kept for the backward pass
    double forwardSeconds = 0, backwardSeconds = 0;  // the best of several; 0: not measured
};

// A Plan computes a model for one batch size: kernels in a fixed order on memory laid out once. One thread owns it.
class Plan {
public:
    // Measures what is to be chosen from. Errors: a node without a kernel (a sentence with its path). Throws std::bad_alloc.
    // Takes `arena` when it is large enough, else puts a larger one there. Adds what it has measured to `choices`.
    static Result<std::unique_ptr<Plan>> build(const Model& model, std::int64_t batch, Weights& weights, const dnnl::engine& engine,
                                               std::shared_ptr<Arena>& arena, Choices& choices);
    ~Plan();

    // Row-major; written before forward().
    const Tensor& input(std::size_t index) const { return *m_inputs[index]; }
    // Random numbers that the kernels ask for, in their order; written before a forward() in training.
    std::deque<std::uint64_t>& seeds() { return m_seeds; }
    const float* output(std::size_t index) const { return m_outputs[index]->data->floats(); }
    // Of the loss with respect to the output, row-major; written before backward().
    float* outputGradient(std::size_t index) const { return m_outputs[index]->gradient->floats(); }
    const Sizes& outputSizes(std::size_t index) const { return m_outputs[index]->sizes; }

    std::size_t outputCount() const { return m_outputs.size(); }

    // Looks at the numbers that a node has made, and says whether to go on.
    using Look = std::function<bool(const std::string& path, std::span<const float> numbers)>;
    // Hears of each kernel as it begins and ends: path of its first node, what it is ("Conv2d + ReLU"), and what was chosen for it. The
    // texts stay where they are as long as the plan is there.
    class Listener {
    public:
        virtual ~Listener() = default;
        virtual void begin(const std::string& path, const std::string& kernel, const std::string& choice) = 0;
        virtual void end() = 0;
    };
    void forward(Pass pass, const Look& look = {}, Listener* listener = nullptr);  // looks at the outputs
    void backward(const Look& look = {}, Listener* listener = nullptr);            // looks at the gradients of inputs

    std::size_t memoryBytes() const { return m_memoryBytes; }
    std::vector<HeldMemory> heldAtPeak() const;
    // With `rounds` > 0, computes as often on whatever numbers there are and takes the times.
    std::vector<PlanRow> rows(int rounds = 0);

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
        std::string name;    // "Conv2d + ReLU"
        std::string choice;  // of the kernel
        Tensor* output = nullptr;
        std::vector<Buffer*> inputGradients;
        std::vector<Addition> additions;
        std::size_t savedBytes = 0;
        bool hasBackward = true;
    };
    Plan() = default;
    static void add(const std::vector<Addition>& additions);

    std::deque<Buffer> m_buffers;
    std::deque<Tensor> m_tensors;
    std::vector<Tensor*> m_inputs, m_outputs;
    std::vector<Step> m_steps;
    std::deque<std::uint64_t> m_seeds;
    std::shared_ptr<Arena> m_memory;
    std::size_t m_memoryBytes = 0;
    std::vector<std::string> m_nodePaths;
    dnnl::engine m_engine;
    dnnl::stream m_stream;
};

}  // namespace seekbench::executor
