// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/graph/expand.h"
#include "gpu/executor/tensor.h"

namespace seekbench::executor {

enum class Pass { Training, Evaluation };

// A Kernel computes one fused node of a plan, forward and backward, on memory that the plan has laid out. It is built before the memory
// is there, and says while it is built at which ticks it needs what (see NodeBuilder).
class Kernel {
public:
    virtual ~Kernel() = default;
    // The plan is laid out: buffers and weights have their memory from now on.
    virtual void bind() {}
    virtual void forward(Pass pass) = 0;
    // From the gradient of the output to those of the inputs that want one, and to those of the weights; both are overwritten (those of a
    // weight that is given out are added to). May destroy the output's gradient.
    virtual void backward() = 0;
    // What was chosen, for people: "jit:avx512_core, channels last".
    virtual std::string choice() const { return "own"; }
};

// What stands behind the node and is computed by its kernel as well.
enum class Activation { None, ReLU };

class PlanBuilder;

// What the maker of a kernel knows of its node, and where it asks for memory.
class NodeBuilder {
public:
    NodeBuilder(PlanBuilder& plan, const FlatNode& node, int tick, int backwardTick)
        : m_plan(plan), m_node(node), m_tick(tick), m_backwardTick(backwardTick) {}

    const FlatNode& node() const { return m_node; }
    const Parameters& parameters() const { return m_node.parameters; }
    Activation activation = Activation::None;
    // The only reader of the ReLU's output gives a slope of 0 where that is 0: nothing is left to be masked.
    bool isGradientMasked = false;
    // The input is a ReLU's output, and this node is that reader.
    bool masksGradient = false;

    std::vector<Tensor*> inputs;
    // Where backward() writes the gradient of each input; nullptr: not wanted.
    std::vector<Buffer*> inputGradients;
    // Sizes of the output with this plan's batch.
    Sizes outputSizes;

    // Declares the first output. A plan refuses nodes whose other outputs are read and not declared.
    Tensor* output(const Layout& layout);
    // Declares another one, after the first. Of several, one that nobody reads gets no gradient.
    Tensor* further(std::size_t output, const Layout& layout);
    bool isRead(std::size_t output) const;
    // Gives a weight out as an output of its own: readers add to its gradient before backward() is called, which then adds its share.
    void giveOut(Weight& weight, std::size_t output);
    // An output that is its only input seen with other sizes, or written over it: same memory, same gradient.
    Tensor* alias(const Layout& layout);
    // Nobody reads the first input besides this node, nor the maker on its way back more than its signs.
    bool mayOverwriteInput() const;
    // Where backward() finds the gradient of the output that it has made.
    Buffer* gradient(Tensor& output);
    // backward() reads the data of this tensor; or only whether a number is above 0, which dropout does not change where it matters.
    void keep(Tensor& tensor);
    void keepSigns(Tensor& tensor);
    // Memory that lives from forward() to backward(), in forward() only, in backward() only.
    Buffer* saved(std::size_t bytes);
    Buffer* forwardWorkspace(std::size_t bytes);
    Buffer* backwardWorkspace(std::size_t bytes);
    // `name`: within the node, "weight". The layout is `wanted` when this is the first plan that uses the weight, and stays.
    Weight& weight(std::string_view name, const Sizes& sizes, const Layout* wanted = nullptr);
    bool isWeightFree(std::string_view name) const;  // no plan has chosen its layout yet
    State& state(std::string_view name, const Sizes& sizes);
    // Where the node finds a fresh random number at each forward() in training. Asked for in the order in which the layer of the reference
    // engine draws, so that both drop the same.
    const std::uint64_t* seed();

    // The way that was found to be the fastest for `what`, by another node or an earlier plan; empty: nobody has measured yet. `what` says
    // all that the times depend on, sizes and layouts, so that equal layers are measured once.
    std::string known(std::string_view what) const;
    void remember(std::string_view what, std::string way);

    const dnnl::engine& engine() const;
    const dnnl::stream& stream() const;

private:
    PlanBuilder& m_plan;
    const FlatNode& m_node;
    int m_tick, m_backwardTick;
};

// A kernel, or why there is none for these parameters.
using BuiltKernel = Result<std::unique_ptr<Kernel>>;

// A row of the table of kernels, by the id of the operator.
struct KernelRow {
    std::string_view op;
    BuiltKernel (*build)(NodeBuilder& node);
    bool takesActivation = false;  // can compute a ReLU behind it
    bool masks = false;            // see NodeBuilder::masksGradient
};

std::span<const KernelRow> convolutionKernels();
std::span<const KernelRow> linearKernels();
std::span<const KernelRow> normalizationKernels();
std::span<const KernelRow> poolingKernels();
std::span<const KernelRow> maxPoolingKernels();
std::span<const KernelRow> elementwiseKernels();
std::span<const KernelRow> shapeKernels();
std::span<const KernelRow> attentionKernels();
std::span<const KernelRow> recurrentKernels();
std::span<const KernelRow> sequenceKernels();
std::span<const KernelRow> activationKernels();
std::span<const KernelRow> embeddingKernels();
std::span<const KernelRow> rowNormalizationKernels();
std::span<const KernelRow> selectionKernels();
std::span<const KernelRow> reductionKernels();
std::span<const KernelRow> transposedConvolutionKernels();
std::span<const KernelRow> groupNormalizationKernels();
std::span<const KernelRow> combinationKernels();
std::span<const KernelRow> resizingKernels();
std::span<const KernelRow> regularizationKernels();
std::span<const KernelRow> learnedSlopeKernels();
std::span<const KernelRow> windowPoolingKernels();
std::span<const KernelRow> quantizationKernels();
std::span<const KernelRow> dynamicAttentionKernels();

const KernelRow* findKernel(std::string_view op);

// The error of a maker: "%1 has no compiled kernel …".
Error noKernel(const FlatNode& node, const Message& reason);

}  // namespace seekbench::executor
