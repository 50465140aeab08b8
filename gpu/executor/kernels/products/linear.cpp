// SPDX-License-Identifier: Apache-2.0
#include "core/operators/parameters.h"
#include "gpu/executor/kernels/call.h"
#include "gpu/executor/kernels/products/product.h"
#include "gpu/executor/loops/loops.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

using dnnl::prop_kind;

constexpr std::string_view kInnerProduct = "inner product";

// y[rows][out] = x[rows][in] Wᵀ + b, with a ReLU behind it where wanted. For each of the three products the fastest of the two ways of
// Product and oneDNN's inner product is taken.
class Linear final : public Kernel {
public:
    explicit Linear(NodeBuilder& node)
        : m_engine(node.engine()), m_stream(node.stream()), m_relu(node.activation == Activation::ReLU), m_input(node.inputs[0]) {
        const Parameters& parameters = node.parameters();
        m_in = parameters[kInFeatures];
        m_out = parameters[kOutFeatures];
        m_rows = 1;
        for (std::size_t i = 0; i + 1 < node.outputSizes.size(); ++i) m_rows *= node.outputSizes[i];
        m_output = node.output(plainLayout(node.outputSizes));
        if (m_relu) node.keepSigns(*m_output);
        node.keep(*m_input);
        m_weight = &node.weight("weight", {m_out, m_in});
        if (parameters[kBias]) m_bias = &node.weight("bias", {m_out});
        node.gradient(*m_output);
        m_inputGradient = node.inputGradients[0];

        const Layout x = plainLayout({m_rows, m_in}), w = plainLayout({m_out, m_in}), y = plainLayout({m_rows, m_out});
        const dnnl::inner_product_forward::primitive_desc forward({prop_kind::forward_training, x, w, y}, planScratch(), m_engine);
        consider(m_forward, node, dnnl::inner_product_forward(forward), forward.scratchpad_desc(), {m_rows, m_out, m_in, false, true}, true,
                 {{DNNL_ARG_SRC, x}, {DNNL_ARG_WEIGHTS, w}, {DNNL_ARG_DST, y}});
        const dnnl::inner_product_backward_weights::primitive_desc weights({x, w, y}, planScratch(), m_engine, forward);
        consider(m_toWeight, node, dnnl::inner_product_backward_weights(weights), weights.scratchpad_desc(),
                 {m_out, m_in, m_rows, true, false}, false, {{DNNL_ARG_DIFF_DST, y}, {DNNL_ARG_SRC, x}, {DNNL_ARG_DIFF_WEIGHTS, w}});
        if (m_inputGradient == nullptr) return;
        const dnnl::inner_product_backward_data::primitive_desc data({x, w, y}, planScratch(), m_engine, forward);
        consider(m_toInput, node, dnnl::inner_product_backward_data(data), data.scratchpad_desc(), {m_rows, m_in, m_out}, false,
                 {{DNNL_ARG_DIFF_DST, y}, {DNNL_ARG_WEIGHTS, w}, {DNNL_ARG_DIFF_SRC, x}});
    }

    void bind() override {
        const Layout x = plainLayout({m_rows, m_in}), y = plainLayout({m_rows, m_out});
        m_forward.call.with(DNNL_ARG_SRC, x, m_input->data).weight(DNNL_ARG_WEIGHTS, *m_weight).with(DNNL_ARG_DST, y, m_output->data);
        m_toWeight.call.with(DNNL_ARG_DIFF_DST, y, m_output->gradient)
            .with(DNNL_ARG_SRC, x, m_input->data)
            .gradient(DNNL_ARG_DIFF_WEIGHTS, *m_weight);
        m_toInput.call.with(DNNL_ARG_DIFF_DST, y, m_output->gradient)
            .weight(DNNL_ARG_WEIGHTS, *m_weight)
            .with(DNNL_ARG_DIFF_SRC, x, m_inputGradient);
        for (Direction* direction : {&m_forward, &m_toWeight, &m_toInput}) direction->call.bind(m_engine);
    }

    void forward(Pass) override {
        run(m_forward, m_input->data->floats(), m_weight->data, m_output->data->floats(),
            {.bias = m_bias ? m_bias->data : nullptr, .relu = m_relu});
    }

    void backward() override {
        float* dy = m_output->gradient->floats();
        if (m_relu) maskByOutput(dy, m_output->data->floats(), m_rows * m_out);
        run(m_toWeight, dy, m_input->data->floats(), m_weight->gradient);
        if (m_bias) sumColumns(m_bias->gradient, dy, m_rows, m_out);
        if (m_inputGradient) run(m_toInput, dy, m_weight->data, m_inputGradient->floats());
    }

    std::string choice() const override {
        const auto name = [](const Direction& direction) { return std::string(direction.call ? kInnerProduct : direction.product.way()); };
        return name(m_forward) + ", " + name(m_toWeight) + (m_inputGradient ? ", " + name(m_toInput) : "");
    }

private:
    struct Direction {
        Product product;
        Call call;  // of the inner product, where that is faster
    };

    void run(const Direction& direction, const float* a, const float* b, float* c, const ProductEnd& end = {}) const {
        if (!direction.call) return direction.product(a, b, c, end);
        direction.call.run(m_stream);
        finish(end, c, m_rows, m_out);
    }

    // `arguments`: the two factors and the result. The bias belongs to the way forward.
    void consider(Direction& direction, NodeBuilder& node, const dnnl::primitive& primitive, const Layout& scratch,
                  const ProductShape& shape, bool forward, const std::vector<std::pair<int, Layout>>& arguments) {
        const std::string what = shape.name() + (forward && m_bias ? " + bias" : "") + (forward && m_relu ? " + ReLU" : "");
        std::string way = node.known(what);
        if (way.empty()) {
            way = fastestWay(primitive, scratch, shape, forward, arguments);
            node.remember(what, way);
        }
        direction.product = Product(shape, way == Product::nameOf(Product::Way::Own) ? Product::Way::Own : Product::Way::Library);
        if (way != kInnerProduct) return;
        direction.call = Call(primitive);
        direction.call.with(DNNL_ARG_SCRATCHPAD, scratch,
                            forward ? node.forwardWorkspace(scratch.get_size()) : node.backwardWorkspace(scratch.get_size()));
    }

    std::string fastestWay(const dnnl::primitive& primitive, const Layout& scratch, const ProductShape& shape, bool forward,
                           std::vector<std::pair<int, Layout>> arguments) const {
        const bool bias = forward && m_bias, relu = forward && m_relu;
        if (scratch.get_size() > 0) arguments.emplace_back(DNNL_ARG_SCRATCHPAD, scratch);
        const auto rows = std::make_shared<std::vector<float>>(static_cast<std::size_t>(forward ? m_rows * m_out : 0));
        const auto biases = std::make_shared<std::vector<float>>(static_cast<std::size_t>(bias ? m_out : 0));
        const auto innerProduct = [this, rows, biases, call = workOf(m_engine, m_stream, primitive, arguments),
                                   end = ProductEnd{.bias = bias ? biases->data() : nullptr, .relu = relu}] {
            call();
            finish(end, rows->data(), m_rows, m_out);
        };
        constexpr Product::Way kWays[] = {Product::Way::Library, Product::Way::Own};
        std::vector<std::function<void()>> ways;
        for (const Product::Way way : kWays) ways.push_back(Product(shape, way).work(bias, relu));
        ways.push_back(innerProduct);
        const std::size_t best = fastestOf(ways);
        return std::string(best < std::size(kWays) ? Product::nameOf(kWays[best]) : kInnerProduct);
    }

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    bool m_relu;
    Tensor* m_input;
    Tensor* m_output = nullptr;
    Buffer* m_inputGradient = nullptr;
    Weight* m_weight = nullptr;
    Weight* m_bias = nullptr;
    std::int64_t m_rows = 0, m_in = 0, m_out = 0;
    Direction m_forward, m_toWeight, m_toInput;
};

BuiltKernel buildLinear(NodeBuilder& node) {
    if (!isPlain(node.inputs[0]->layout)) return noKernel(node.node(), say("its input is a picture; put a Flatten before it"));
    return std::unique_ptr<Kernel>(std::make_unique<Linear>(node));
}

}  // namespace

std::span<const KernelRow> linearKernels() {
    static constexpr KernelRow kRows[] = {{"Linear", buildLinear, true}};
    return kRows;
}

}  // namespace seekbench::executor
