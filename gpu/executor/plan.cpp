// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/plan.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cstdlib>
#include <new>
#include <set>

#include "core/run/memory_table.h"
#include "gpu/executor/kernels/call.h"
#include "gpu/executor/loops/loops.h"

namespace seekbench::executor {
namespace {

// Beside each other at the same distance from a page, weights and gradients would share cache sets, and Adam is five times slower.
constexpr std::size_t kPage = 4096;
constexpr std::size_t kStagger = 5 * kPage + 832;

std::size_t roundedUp(std::size_t bytes) { return (bytes + kAlignment - 1) / kAlignment * kAlignment; }

// The sizes of a value, with the batch where the type has it.
Sizes sizesOf(const TensorType& type, std::int64_t batch) {
    Sizes sizes;
    for (const Dimension& dimension : type.shape) {
        sizes.push_back(dimension.integer().value_or(batch));
    }
    return sizes;
}

}  // namespace

// --- weights ---

Weight& Weights::weight(const std::string& name, const Sizes& sizes, const Layout* wanted) {
    if (const auto known = m_byName.find(name); known != m_byName.end()) return *known->second;
    assert(!isLaidOut());
    const Layout plain = plainLayout(sizes);
    Weight& weight = m_weights.emplace_back(Weight{name, wanted ? *wanted : plain, plain});
    m_byName.emplace(name, &weight);
    return weight;
}

State& Weights::state(const std::string& name, const Sizes& sizes) {
    if (const auto known = m_statesByName.find(name); known != m_statesByName.end()) return *known->second;
    std::int64_t count = 1;
    for (const std::int64_t size : sizes) count *= size;
    State& state = m_states.emplace_back(State{name, sizes, std::vector<float>(static_cast<std::size_t>(count))});
    m_statesByName.emplace(name, &state);
    return state;
}

Weight* Weights::find(const std::string& name) {
    const auto found = m_byName.find(name);
    return found == m_byName.end() ? nullptr : found->second;
}

State* Weights::findState(const std::string& name) {
    const auto found = m_statesByName.find(name);
    return found == m_statesByName.end() ? nullptr : found->second;
}

void Weights::layOut() {
    if (isLaidOut()) return;
    std::size_t bytes = 0;
    for (const Weight& weight : m_weights) bytes += roundedUp(weight.layout.get_size());
    const std::size_t arena = bytes + kStagger;
    m_arena = std::make_unique<Arena>(2 * arena + kAlignment);
    std::byte* data = m_arena->data();
    std::byte* gradient = data + roundedUp(arena);
    m_gradients = {reinterpret_cast<float*>(gradient), bytes / sizeof(float)};
    for (Weight& weight : m_weights) {
        weight.data = reinterpret_cast<float*>(data);
        weight.gradient = reinterpret_cast<float*>(gradient);
        data += roundedUp(weight.layout.get_size());
        gradient += roundedUp(weight.layout.get_size());
    }
}

// --- building ---

// Zeros without touching the memory: it costs nothing before it is used.
Arena::Arena(std::size_t bytes) : m_block(std::calloc(bytes + kPage, 1)), m_bytes(bytes) {
    if (m_block == nullptr) throw std::bad_alloc();
    void* start = m_block;
    std::size_t space = bytes + kPage;
    m_data = static_cast<std::byte*>(std::align(kPage, bytes, start, space));
}
Arena::~Arena() { std::free(m_block); }

Plan::~Plan() = default;

// Walks the model once and lays the plan out.
class PlanBuilder {
public:
    PlanBuilder(const Model& model, std::int64_t batch, Weights& weights, const dnnl::engine& engine, std::shared_ptr<Arena>& arena,
                Choices& choices)
        : m_model(model), m_batch(batch), m_weights(weights), m_arena(arena), m_choices(choices), m_plan(new Plan) {
        m_plan->m_engine = engine;
        m_plan->m_stream = dnnl::stream(engine);
    }

    Result<std::unique_ptr<Plan>> build() {
        findReaders();
        for (std::size_t i = 0; i < m_model.nodes.size(); ++i)
            if (!m_done[i])
                if (auto added = add(static_cast<int>(i)); !added) return added.error();
        layOut();
        return std::move(m_plan);
    }

private:
    friend class NodeBuilder;
    struct Value {
        Tensor* tensor = nullptr;
        std::vector<int> readers;  // nodes, in order
    };

    int lossTick() const { return static_cast<int>(m_model.nodes.size()); }
    int backwardTick(int node) const { return 2 * lossTick() - node; }
    Value& value(ValueRef ref) { return m_values[static_cast<std::size_t>(ref.node)][static_cast<std::size_t>(ref.output)]; }

    void findReaders() {
        m_done.assign(m_model.nodes.size(), false);
        for (const FlatNode& node : m_model.nodes) m_values.emplace_back(std::max<std::size_t>(1, node.outputTypes.size()));
        for (std::size_t i = 0; i < m_model.nodes.size(); ++i)
            for (const ValueRef& input : m_model.nodes[i].inputs)
                if (input.node >= 0) value(input).readers.push_back(static_cast<int>(i));
    }

    // The ReLU that is the only reader of the node's output.
    std::optional<int> activationBehind(int node) {
        const auto& outputs = m_values[static_cast<std::size_t>(node)];
        if (outputs.size() != 1 || outputs[0].readers.size() != 1) return std::nullopt;
        const int reader = outputs[0].readers.front();
        return m_model.nodes[static_cast<std::size_t>(reader)].op->id == "ReLU" ? std::optional(reader) : std::nullopt;
    }

    // The only reader of a ReLU's output, if it masks what it gives back.
    std::optional<int> maskingReader(int node) {
        const auto& readers = m_values[static_cast<std::size_t>(node)][0].readers;
        if (readers.size() != 1) return std::nullopt;
        const KernelRow* row = findKernel(m_model.nodes[static_cast<std::size_t>(readers.front())].op->id);
        return row != nullptr && row->masks ? std::optional(readers.front()) : std::nullopt;
    }

    Result<void> add(int index) {
        const FlatNode& node = m_model.nodes[static_cast<std::size_t>(index)];
        if (node.op->id == "Input") return addInput(index);
        const KernelRow* row = findKernel(node.op->id);
        if (row == nullptr) return noKernel(node, say("nobody has written one yet"));

        NodeBuilder builder(*this, node, index, backwardTick(index));
        builder.masksGradient = m_masking.contains(index);
        std::vector<std::string> paths{node.path};
        std::string name(node.op->id);
        if (const auto behind = row->takesActivation ? activationBehind(index) : std::nullopt) {
            builder.activation = Activation::ReLU;
            name += " + ReLU";
            paths.push_back(m_model.nodes[static_cast<std::size_t>(*behind)].path);
            m_done[static_cast<std::size_t>(*behind)] = true;
            m_last = *behind;
            if (const auto reader = maskingReader(*behind)) {
                builder.isGradientMasked = true;
                m_masking.insert(*reader);
            }
        } else {
            m_last = index;
        }
        m_node = index;
        m_made = nullptr;
        m_gradientWanted = false;
        m_saved = 0;
        std::vector<Plan::Addition> additions;
        for (const ValueRef& input : node.inputs) {
            if (input.node >= 0) {
                addInputTo(builder, value(input), index, additions);
            } else {  // optional, and left open
                builder.inputs.push_back(nullptr);
                builder.inputGradients.push_back(nullptr);
            }
        }
        builder.outputSizes = sizesOf(node.outputTypes.empty() ? node.inputTypes[0] : node.outputTypes[0], m_batch);
        auto kernel = row->build(builder);
        if (!kernel) return kernel.error();
        if (m_made == nullptr) return noKernel(node, say("it made no output"));
        const auto& outputs = m_values[static_cast<std::size_t>(index)];
        for (std::size_t i = 1; i < outputs.size(); ++i)
            if (!outputs[i].readers.empty() && outputs[i].tensor == nullptr)
                return noKernel(node, say("its output %1 is used", node.op->outputs[i].name));
        const bool hasBackward = m_gradientWanted;
        if (hasBackward) builder.gradient(*m_made);
        m_values[static_cast<std::size_t>(m_last)][0].tensor = m_made;
        if (node.op->id == "Output") m_outputs.emplace_back(index, m_made);
        if (node.op->id == "Output" && m_made->gradient) m_made->gradient->use(lossTick());
        if (node.op->id == "Output") m_made->data->use(lossTick());
        m_plan->m_steps.push_back({std::move(*kernel), std::move(paths), std::move(name), {}, m_made, builder.inputGradients,
                                   std::move(additions), m_saved, hasBackward});
        return {};
    }

    Result<void> addInput(int index) {
        const FlatNode& node = m_model.nodes[static_cast<std::size_t>(index)];
        Tensor& tensor = m_plan->m_tensors.emplace_back();
        tensor.sizes = sizesOf(node.outputTypes[0], m_batch);
        tensor.layout = plainLayout(
            tensor.sizes, node.outputTypes[0].element == ElementType::Float ? dnnl::memory::data_type::f32 : dnnl::memory::data_type::s32);
        tensor.data = buffer(tensor.bytes(), MemoryCategory::Input);
        tensor.data->use(0);  // filled before the first kernel runs
        m_values[static_cast<std::size_t>(index)][0].tensor = &tensor;
        return {};
    }

    // The last reader is the first in the backward pass, and writes the gradient; the others write theirs beside it, to be added.
    void addInputTo(NodeBuilder& builder, Value& read, int index, std::vector<Plan::Addition>& additions) {
        Tensor& tensor = *read.tensor;
        builder.inputs.push_back(&tensor);
        tensor.data->use(index);
        if (tensor.gradient == nullptr) return builder.inputGradients.push_back(nullptr);
        m_gradientWanted = true;
        tensor.gradient->use(backwardTick(index));
        // A node that reads a value twice has several entries of the same number.
        const auto same = static_cast<std::size_t>(std::ranges::count(builder.inputs, &tensor));
        const auto entries = static_cast<std::size_t>(std::ranges::count(read.readers, index));
        if (read.readers.back() == index && same == entries) return builder.inputGradients.push_back(tensor.gradient);
        Buffer* beside = buffer(tensor.bytes());
        beside->use(backwardTick(index));
        additions.push_back({tensor.gradient, beside, tensor.stored()});
        builder.inputGradients.push_back(beside);
    }

    Buffer* buffer(std::size_t bytes, MemoryCategory category = MemoryCategory::Workspace) {
        Buffer& made = m_plan->m_buffers.emplace_back();
        made.bytes = bytes;
        made.category = category;
        made.node = m_node;
        return &made;
    }

    void layOut() {
        std::vector<Lifetime> lifetimes;
        for (const Buffer& buffer : m_plan->m_buffers)
            lifetimes.push_back(buffer.isUsed() && !buffer.weight ? buffer.lifetime() : Lifetime{});
        const MemoryPlan memory = planMemory(lifetimes);
        if (!m_arena || m_arena->bytes() < memory.bytes) m_arena = std::make_shared<Arena>(memory.bytes);
        m_plan->m_memory = m_arena;
        m_plan->m_memoryBytes = memory.bytes;
        for (const FlatNode& node : m_model.nodes) m_plan->m_nodePaths.push_back(node.path);
        for (std::size_t i = 0; i < memory.offsets.size(); ++i) m_plan->m_buffers[i].data = m_plan->m_memory->data() + memory.offsets[i];
        m_weights.layOut();
        for (Buffer& buffer : m_plan->m_buffers)
            if (buffer.weight) buffer.data = *buffer.weight;
        for (Plan::Step& step : m_plan->m_steps) {
            step.kernel->bind();
            step.choice = step.kernel->choice();
        }
        for (const int input : m_model.inputs) m_plan->m_inputs.push_back(m_values[static_cast<std::size_t>(input)][0].tensor);
        for (const int output : m_model.outputs)
            m_plan->m_outputs.push_back(std::ranges::find(m_outputs, output, &std::pair<int, Tensor*>::first)->second);
    }

    const Model& m_model;
    std::int64_t m_batch;
    Weights& m_weights;
    std::shared_ptr<Arena>& m_arena;
    Choices& m_choices;
    std::unique_ptr<Plan> m_plan;
    std::vector<std::vector<Value>> m_values;
    std::vector<bool> m_done;  // nodes that an earlier kernel computes
    std::set<int> m_masking;   // nodes that mask the gradient that they give back
    std::vector<std::pair<int, Tensor*>> m_outputs;
    // Of the node at work:
    int m_node = -1;
    int m_last = 0;  // the node whose output the kernel makes
    Tensor* m_made = nullptr;
    bool m_gradientWanted = false;
    std::size_t m_saved = 0;
};

Tensor* NodeBuilder::output(const Layout& layout) {
    Tensor& tensor = m_plan.m_plan->m_tensors.emplace_back();
    tensor.sizes = outputSizes;
    tensor.layout = layout;
    tensor.data = m_plan.buffer(tensor.bytes(), MemoryCategory::Activations);
    tensor.data->use(m_tick);
    m_plan.m_saved += tensor.bytes();
    m_plan.m_made = &tensor;
    return &tensor;
}

Tensor* NodeBuilder::further(std::size_t output, const Layout& layout) {
    Tensor& tensor = m_plan.m_plan->m_tensors.emplace_back();
    tensor.sizes = layout.dims();
    tensor.layout = layout;
    tensor.data = m_plan.buffer(tensor.bytes(), MemoryCategory::Activations);
    tensor.data->use(m_tick);
    m_plan.m_saved += tensor.bytes();
    if (m_plan.m_gradientWanted) gradient(tensor);
    m_plan.m_values[static_cast<std::size_t>(m_tick)][output].tensor = &tensor;
    return &tensor;
}

Tensor* NodeBuilder::alias(const Layout& layout) {
    Tensor& tensor = m_plan.m_plan->m_tensors.emplace_back();
    tensor.sizes = outputSizes;
    tensor.layout = layout;
    tensor.data = inputs[0]->data;
    tensor.gradient = inputGradients[0];
    tensor.isAlias = true;
    m_plan.m_made = &tensor;
    return &tensor;
}

Buffer* NodeBuilder::gradient(Tensor& output) {
    if (output.gradient == nullptr) output.gradient = m_plan.buffer(output.bytes());
    output.gradient->use(m_backwardTick);
    return output.gradient;
}

void NodeBuilder::keep(Tensor& tensor) {
    keepSigns(tensor);
    tensor.data->isKept = true;
}
void NodeBuilder::keepSigns(Tensor& tensor) { tensor.data->use(m_backwardTick); }

bool NodeBuilder::mayOverwriteInput() const {
    const Tensor& input = *inputs[0];
    if (input.isAlias || input.data->isKept || input.data->category != MemoryCategory::Activations) return false;
    return m_plan.value(m_node.inputs[0]).readers.size() == 1;
}

Buffer* NodeBuilder::saved(std::size_t bytes) {
    Buffer* made = m_plan.buffer(bytes, MemoryCategory::Activations);
    made->use(m_tick);
    made->use(m_backwardTick);
    m_plan.m_saved += bytes;
    return made;
}

Buffer* NodeBuilder::forwardWorkspace(std::size_t bytes) {
    if (bytes == 0) return nullptr;
    Buffer* made = m_plan.buffer(bytes);
    made->use(m_tick);
    return made;
}

Buffer* NodeBuilder::backwardWorkspace(std::size_t bytes) {
    if (bytes == 0) return nullptr;
    Buffer* made = m_plan.buffer(bytes);
    made->use(m_backwardTick);
    return made;
}

Weight& NodeBuilder::weight(std::string_view name, const Sizes& sizes, const Layout* wanted) {
    m_plan.m_gradientWanted = true;
    return m_plan.m_weights.weight(m_node.path + "." + std::string(name), sizes, wanted);
}

bool NodeBuilder::isWeightFree(std::string_view name) const { return m_plan.m_weights.isFree(m_node.path + "." + std::string(name)); }

State& NodeBuilder::state(std::string_view name, const Sizes& sizes) {
    return m_plan.m_weights.state(m_node.path + "." + std::string(name), sizes);
}

const std::uint64_t* NodeBuilder::seed() { return &m_plan.m_plan->m_seeds.emplace_back(0); }

bool NodeBuilder::isRead(std::size_t output) const { return !m_plan.m_values[static_cast<std::size_t>(m_tick)][output].readers.empty(); }

void NodeBuilder::giveOut(Weight& weight, std::size_t output) {
    Tensor& tensor = m_plan.m_plan->m_tensors.emplace_back();
    tensor.sizes = weight.plain.dims();
    tensor.layout = weight.layout;
    tensor.data = m_plan.buffer(0);
    tensor.data->weight = &weight.data;
    tensor.gradient = m_plan.buffer(0);
    tensor.gradient->weight = &weight.gradient;
    m_plan.m_values[static_cast<std::size_t>(m_tick)][output].tensor = &tensor;
}

std::string NodeBuilder::known(std::string_view what) const {
    const auto found = m_plan.m_choices.find(what);
    return found == m_plan.m_choices.end() ? std::string() : found->second;
}

void NodeBuilder::remember(std::string_view what, std::string way) { m_plan.m_choices.insert_or_assign(std::string(what), std::move(way)); }

const dnnl::engine& NodeBuilder::engine() const { return m_plan.m_plan->m_engine; }
const dnnl::stream& NodeBuilder::stream() const { return m_plan.m_plan->m_stream; }

Result<std::unique_ptr<Plan>> Plan::build(const Model& model, std::int64_t batch, Weights& weights, const dnnl::engine& engine,
                                          std::shared_ptr<Arena>& arena, Choices& choices) {
    try {
        return PlanBuilder(model, batch, weights, engine, arena, choices).build();
    } catch (const dnnl::error& problem) {
        if (problem.status == dnnl_out_of_memory) throw std::bad_alloc();
        return Error(ErrorCode::Unsupported, say("oneDNN cannot compute this model: %1.", problem.what()),
                     say("Choose the reference engine."));
    }
}

// --- running ---

void Plan::forward(Pass pass, const Look& look, Listener* listener) {
    for (const Step& step : m_steps) {
        if (listener) listener->begin(step.paths.front(), step.name, step.choice);
        step.kernel->forward(pass);
        if (listener) listener->end();
        if (look && !look(step.paths.back(), {step.output->data->floats(), static_cast<std::size_t>(step.output->stored())})) return;
    }
}

void Plan::add(const std::vector<Addition>& additions) {
    for (const Addition& addition : additions) addTo(addition.into->floats(), addition.from->floats(), addition.count);
}

void Plan::backward(const Look& look, Listener* listener) {
    for (auto step = m_steps.rbegin(); step != m_steps.rend(); ++step) {
        if (listener) listener->begin(step->paths.front(), step->name, step->choice);
        if (step->hasBackward) step->kernel->backward();
        if (look && step->hasBackward)
            for (const Buffer* gradient : step->inputGradients)
                if (gradient && !gradient->weight && !look(step->paths.front(), {gradient->floats(), gradient->bytes / sizeof(float)}))
                    return;
        add(step->additions);
        if (listener) listener->end();
    }
}

std::vector<HeldMemory> Plan::heldAtPeak() const {
    const auto isHeld = [](const Buffer& buffer, int tick) {
        return buffer.isUsed() && !buffer.weight && buffer.first <= tick && tick <= buffer.last;
    };
    int peak = 0;
    std::size_t most = 0;
    for (int tick = 0; tick <= 2 * static_cast<int>(m_nodePaths.size()); ++tick) {
        std::size_t bytes = 0;
        for (const Buffer& buffer : m_buffers) bytes += isHeld(buffer, tick) ? buffer.bytes : 0;
        if (bytes > most) most = bytes, peak = tick;
    }
    std::vector<HeldMemory> held;
    for (const Buffer& buffer : m_buffers)
        if (isHeld(buffer, peak) && buffer.bytes > 0)
            held.push_back({buffer.data, buffer.bytes, buffer.category,
                            buffer.node < 0 ? std::string() : m_nodePaths[static_cast<std::size_t>(buffer.node)]});
    // What lies between them.
    if (m_memory->bytes() > most)
        held.push_back({m_memory->data() + m_memory->bytes(), m_memory->bytes() - most, MemoryCategory::Workspace, {}});
    return held;
}

std::vector<PlanRow> Plan::rows(int rounds) {
    using Clock = std::chrono::steady_clock;
    std::vector<PlanRow> rows;
    for (const Step& step : m_steps) rows.push_back({step.paths, step.choice, step.savedBytes});
    const auto least = [](double& seconds, Clock::time_point begun) {
        const double now = std::chrono::duration<double>(Clock::now() - begun).count();
        seconds = seconds == 0 ? now : std::min(seconds, now);
    };
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < m_steps.size(); ++i) {
            const auto begun = Clock::now();
            m_steps[i].kernel->forward(Pass::Training);
            least(rows[i].forwardSeconds, begun);
        }
        for (std::size_t i = m_steps.size(); i-- > 0;) {
            const auto begun = Clock::now();
            if (m_steps[i].hasBackward) m_steps[i].kernel->backward();
            add(m_steps[i].additions);
            least(rows[i].backwardSeconds, begun);
        }
    }
    return rows;
}

// --- the table ---

const KernelRow* findKernel(std::string_view op) {
    for (const auto& family : {convolutionKernels(),        linearKernels(),        normalizationKernels(), poolingKernels(),
                               maxPoolingKernels(),         elementwiseKernels(),   shapeKernels(),         attentionKernels(),
                               recurrentKernels(),          sequenceKernels(),      activationKernels(),    embeddingKernels(),
                               rowNormalizationKernels(),   selectionKernels(),     reductionKernels(),     transposedConvolutionKernels(),
                               groupNormalizationKernels(), combinationKernels(),   resizingKernels(),      regularizationKernels(),
                               learnedSlopeKernels(),       windowPoolingKernels(), quantizationKernels(),  dynamicAttentionKernels()})
        for (const KernelRow& row : family)
            if (row.op == op) return &row;
    return nullptr;
}

Error noKernel(const FlatNode& node, const Message& reason) {
    return Error(ErrorCode::Unsupported, say("The node %1 (%2) has no compiled kernel: %3.", node.path, node.op->id, reason.english()),
                 say("Choose the reference engine."));
}

}  // namespace seekbench::executor
