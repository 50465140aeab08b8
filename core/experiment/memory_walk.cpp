// SPDX-License-Identifier: Apache-2.0
#include "core/experiment/memory_walk.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "core/operators/cost.h"
#include "core/operators/memory.h"

namespace seekbench {
namespace {

using Moment = MemoryForecast::Moment;
using Category = MemoryCategory;

constexpr std::int64_t kFloat = 4, kInteger = 8;
constexpr int kNone = -1;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

// What of a node does not change during a step.
struct Site {
    KeptMemory kept;
    std::int64_t parameters = 0;
    bool trained = false;    // has parameters that change
    bool recorded = false;   // autograd keeps what its way back needs
    int firstValue = 0;      // number of its output 0
    std::int64_t width = 4;  // bytes of a real number of its outputs
};

// The memory of one tensor, or of several that share it.
struct Storage {
    Category category = Category::Activations;
    std::size_t row = 0;
    std::int64_t bytes = 0;
    int references = 0;
};

std::vector<Sizes> sizesOf(const std::vector<TensorType>& types) {
    std::vector<Sizes> sizes;
    for (const TensorType& type : types) sizes.push_back(integers(type.shape).value_or(Sizes{}));
    return sizes;
}

class Walk {
public:
    // Remembers the rows of the moment number `wanted`, counted from 0.
    Walk(const Model& model, const StepMemory& step, std::size_t wanted = std::numeric_limits<std::size_t>::max())
        : m_model(model), m_step(step), m_wanted(wanted), m_now(model.nodes.size() + 1), m_atPeak(m_now) {
        survey();
        forward(m_step.accumulates);
        backward();
        touch(Moment::Update, m_model.nodes.size(), 0);
    }

    std::size_t peakMoment() const { return m_peakMoment; }

    MemoryForecast forecast() const {
        MemoryForecast forecast;
        forecast.moment = m_peakKind;
        if (m_peakRow < m_model.nodes.size()) forecast.node = m_model.nodes[m_peakRow].path;
        for (std::size_t row = 0; row < m_atPeak.size(); ++row) {
            if (m_atPeak[row].total() == 0) continue;
            forecast.table.rows.push_back({row < m_model.nodes.size() ? m_model.nodes[row].path : std::string(), m_atPeak[row]});
            forecast.table.total += m_atPeak[row];
        }
        return forecast;
    }

private:
    std::size_t lossRow() const { return m_model.nodes.size(); }

    // Rules, weights and who reads what; books what stays through the step.
    void survey() {
        int values = 0;
        for (std::size_t i = 0; i < m_model.nodes.size(); ++i) {
            const FlatNode& node = m_model.nodes[i];
            const auto inputs = sizesOf(node.inputTypes), outputs = sizesOf(node.outputTypes);
            Site site;
            site.firstValue = values;
            values += std::max<int>(1, static_cast<int>(node.outputTypes.size()));
            if (const CostRule* cost = node.op->cost.rule()) site.parameters = (*cost)(node.parameters, inputs, outputs).parameters;
            // An operator without a rule is taken to keep all it touches.
            const MemoryRule rule = memoryRuleOf(node.op->id, m_step.kernels);
            site.kept = rule ? rule(node.parameters, inputs, outputs) : KeptMemory{.inputs = ~std::uint64_t{0}, .outputs = 1};
            site.trained = site.parameters > 0 && !isFrozen(node.path);
            site.recorded = site.trained;
            std::int64_t width = 0;
            for (std::size_t input = 0; input < node.inputs.size(); ++input) {
                const ValueRef source = node.inputs[input];
                if (source.node < 0) continue;
                const Site& from = m_sites[at(source.node)];
                if (node.inputTypes[input].element != ElementType::Float) continue;
                site.recorded = site.recorded || from.recorded;
                width = std::max(width, from.width);
            }
            site.width = site.kept.width == KeptMemory::Width::Half   ? m_step.width
                         : site.kept.width == KeptMemory::Width::Full ? kFloat
                         : width > 0                                  ? width
                                                                      : kFloat;
            hold(Category::Parameters, i, product({site.parameters, kFloat}) + site.kept.buffers);
            if (site.trained) {
                hold(Category::Optimizer, i, optimizerBytes(m_step.optimizer, site.parameters));
                if (m_step.averages) hold(Category::Optimizer, i, product({site.parameters, kFloat}));
            }
            m_sites.push_back(std::move(site));
        }
        hold(Category::Input, lossRow(), m_step.batchBytes);
        m_storageOf.assign(at(values), kNone);
        m_gradientOf.assign(at(values), kNone);
        m_dense.assign(at(values), true);
        m_lastReader.assign(at(values), kNone);
        for (std::size_t i = 0; i < m_model.nodes.size(); ++i)
            for (const ValueRef input : m_model.nodes[i].inputs)
                if (input.node >= 0) m_lastReader[at(valueOf(input))] = static_cast<int>(i);
        m_saved.resize(m_model.nodes.size());
    }

    bool isFrozen(std::string_view path) const {
        // A composite that is frozen freezes what is in it.
        for (std::size_t end = path.size(); end != std::string_view::npos && end > 0; end = path.rfind('/', end - 1))
            if (m_step.frozen.contains(path.substr(0, end))) return true;
        return false;
    }

    int valueOf(ValueRef ref) const { return m_sites[at(ref.node)].firstValue + ref.output; }

    void forward(bool gradientsAreThere) {
        if (gradientsAreThere)
            for (std::size_t i = 0; i < m_sites.size(); ++i)
                if (m_sites[i].trained) hold(Category::Gradients, i, product({m_sites[i].parameters, kFloat}));
        for (std::size_t i = 0; i < m_model.nodes.size(); ++i) {
            const FlatNode& node = m_model.nodes[i];
            if (node.inputs.empty()) continue;  // an Input: the batch is there
            compute(i);
            for (const ValueRef input : node.inputs)
                if (input.node >= 0 && m_lastReader[at(valueOf(input))] == static_cast<int>(i)) release(m_storageOf[at(valueOf(input))]);
            // What nobody reads is let go at once; what an Output node passes on is held to the end of the step.
            if (!node.outputTypes.empty())
                for (std::size_t output = 0; output < node.outputTypes.size(); ++output)
                    if (const auto value = at(m_sites[i].firstValue) + output; m_lastReader[value] == kNone) release(m_storageOf[value]);
        }
    }

    void compute(std::size_t i) {
        const FlatNode& node = m_model.nodes[i];
        const Site& site = m_sites[i];
        const auto first = at(site.firstValue);
        const int source = node.inputs[0].node < 0 ? kNone : valueOf(node.inputs[0]);
        if (node.outputTypes.empty()) return share(first, source);
        const bool dense = source == kNone || m_dense[at(source)];
        using Outputs = KeptMemory::Outputs;
        const Outputs memory = site.kept.memory == Outputs::Dense ? (dense ? Outputs::View : Outputs::Own) : site.kept.memory;
        for (std::size_t output = 0; output < node.outputTypes.size(); ++output) {
            const std::size_t value = first + output;
            if (memory == Outputs::View || memory == Outputs::Rearranged) {
                share(value, source);
                m_dense[value] = memory == Outputs::View && dense;
            } else if (memory != Outputs::Weights || output == 0) {
                m_storageOf[value] = make(Category::Activations, i, bytesOf(node.outputTypes[output], site.width));
            }
        }
        if (site.recorded) keep(i);
        touch(Moment::Forward, i, product({site.kept.forward, site.width}));
    }

    // Takes hold of what the way back of a node needs.
    void keep(std::size_t i) {
        const FlatNode& node = m_model.nodes[i];
        const Site& site = m_sites[i];
        std::int64_t besides = total({product({site.kept.numbers, site.width}), site.kept.bytes});
        const bool narrows = site.kept.width == KeptMemory::Width::Half && site.width < kFloat;
        if (narrows) besides = total({besides, product({site.parameters, site.width})});
        for (std::size_t input = 0; input < node.inputs.size() && input < 64; ++input) {
            const ValueRef from = node.inputs[input];
            if (from.node < 0 || !(site.kept.inputs >> input & 1)) continue;
            if (narrows && node.inputTypes[input].element == ElementType::Float && m_sites[at(from.node)].width > site.width)
                besides = total({besides, bytesOf(node.inputTypes[input], site.width)});
            else
                save(i, m_storageOf[at(valueOf(from))]);
        }
        for (std::size_t output = 0; output < node.outputTypes.size() && output < 64; ++output)
            if (site.kept.outputs >> output & 1) save(i, m_storageOf[at(site.firstValue) + output]);
        if (besides > 0) m_saved[i].push_back(make(Category::Activations, i, besides));
    }

    void backward() {
        const Moment loss = Moment::Loss;
        const std::int64_t kept = product({m_step.loss.kept, kFloat});
        add(Category::Activations, lossRow(), kept);
        touch(loss, lossRow(), product({m_step.loss.forward, kFloat}));
        if (!m_model.outputs.empty()) {
            const FlatNode& end = m_model.nodes[at(m_model.outputs[0])];
            const ValueRef output = end.inputs[0];
            if (output.node >= 0 && m_sites[at(output.node)].recorded)
                m_gradientOf[at(valueOf(output))] =
                    make(Category::Workspace, lossRow(), bytesOf(end.inputTypes[0], m_sites[at(output.node)].width));
        }
        touch(loss, lossRow(), product({m_step.loss.backward, kFloat}));
        add(Category::Activations, lossRow(), -kept);
        for (std::size_t i = m_model.nodes.size(); i-- > 0;)
            if (m_sites[i].recorded && !m_model.nodes[i].outputTypes.empty()) goBack(i);
    }

    void goBack(std::size_t i) {
        const FlatNode& node = m_model.nodes[i];
        const Site& site = m_sites[i];
        std::vector<int> arrived;
        for (std::size_t output = 0; output < node.outputTypes.size(); ++output)
            if (int& gradient = m_gradientOf[at(site.firstValue) + output]; gradient != kNone) {
                arrived.push_back(gradient);
                gradient = kNone;
            }
        if (!arrived.empty()) {
            const std::int64_t weights = product({site.parameters, kFloat});
            // Of later parts of a batch the gradient is added to the one that is there.
            if (site.trained && !m_step.accumulates) hold(Category::Gradients, i, weights);
            std::vector<std::pair<std::size_t, int>> made;
            for (std::size_t input = 0; input < node.inputs.size(); ++input) {
                const ValueRef from = node.inputs[input];
                if (from.node < 0 || !m_sites[at(from.node)].recorded || node.inputTypes[input].element != ElementType::Float) continue;
                int gradient = arrived.front();
                if (site.kept.passesGradient)
                    ++m_storages[at(gradient)].references;
                else
                    gradient = make(Category::Workspace, i, bytesOf(node.inputTypes[input], m_sites[at(from.node)].width));
                made.emplace_back(at(valueOf(from)), gradient);
            }
            touch(Moment::Backward, i,
                  total({product({site.kept.backward, site.width}), site.trained && m_step.accumulates ? weights : 0}));
            letGo(i);
            for (const auto& [value, gradient] : made) arrive(i, value, gradient);
            for (const int gradient : arrived) release(gradient);
        }
        letGo(i);
    }

    // Adds a gradient to what has come from other readers: in place when nobody else has that one.
    void arrive(std::size_t i, std::size_t value, int gradient) {
        int& there = m_gradientOf[value];
        if (there == kNone) {
            there = gradient;
            return;
        }
        if (m_storages[at(there)].references > 1) {
            const int sum = make(Category::Workspace, i, std::max(m_storages[at(there)].bytes, m_storages[at(gradient)].bytes));
            touch(Moment::Backward, i, 0);
            release(there);
            there = sum;
        }
        release(gradient);
    }

    void letGo(std::size_t i) {
        for (const int storage : m_saved[i]) release(storage);
        m_saved[i].clear();
    }

    static std::int64_t bytesOf(const TensorType& type, std::int64_t width) {
        return product({elements(integers(type.shape).value_or(Sizes{})), type.element == ElementType::Float ? width : kInteger});
    }

    int make(Category category, std::size_t row, std::int64_t bytes) {
        add(category, row, bytes);
        m_storages.push_back({category, row, bytes, 1});
        return static_cast<int>(m_storages.size()) - 1;
    }
    void hold(Category category, std::size_t row, std::int64_t bytes) { add(category, row, bytes); }
    void share(std::size_t value, int source) {
        if (source == kNone || m_storageOf[at(source)] == kNone) return;
        m_storageOf[value] = m_storageOf[at(source)];
        ++m_storages[at(m_storageOf[value])].references;
    }
    void save(std::size_t node, int storage) {
        if (storage == kNone) return;  // the batch, or weights
        ++m_storages[at(storage)].references;
        m_saved[node].push_back(storage);
    }
    void release(int storage) {
        if (storage == kNone) return;
        Storage& held = m_storages[at(storage)];
        assert(held.references > 0);
        if (--held.references == 0) add(held.category, held.row, -held.bytes);
    }
    void add(Category category, std::size_t row, std::int64_t bytes) {
        m_now[row][category] += bytes;
        m_total += bytes;
    }

    // A moment at which `besides` bytes of workspace are needed.
    void touch(Moment kind, std::size_t row, std::int64_t besides) {
        if (m_total + besides > m_peak) {
            m_peak = m_total + besides;
            m_peakMoment = m_moment;
            m_peakKind = kind;
            m_peakRow = row;
        }
        if (m_moment++ != m_wanted) return;
        m_atPeak = m_now;
        m_atPeak[row][Category::Workspace] += besides;
    }

    const Model& m_model;
    const StepMemory& m_step;
    std::size_t m_wanted;
    std::vector<Site> m_sites;
    std::vector<int> m_storageOf, m_gradientOf;  // of each value
    std::vector<bool> m_dense;
    std::vector<int> m_lastReader;
    std::vector<std::vector<int>> m_saved;  // storages, by node
    std::vector<Storage> m_storages;
    std::vector<MemoryBytes> m_now, m_atPeak;  // by node, and last what belongs to none
    std::int64_t m_total = 0, m_peak = -1;
    std::size_t m_moment = 0, m_peakMoment = 0, m_peakRow = 0;
    Moment m_peakKind = Moment::Forward;
};

}  // namespace

MemoryForecast walkMemory(const Model& model, const StepMemory& step) {
    // Once to find the peak, once more to see who holds what there: remembering every peak on the way would cost more.
    return Walk(model, step, Walk(model, step).peakMoment()).forecast();
}

}  // namespace seekbench
