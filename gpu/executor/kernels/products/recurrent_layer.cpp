// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/kernels/products/recurrent_layer.h"

#include <cstring>

#include "gpu/executor/loops/loops.h"
#include "gpu/executor/loops/row_loops.h"
#include "gpu/kernels/instruction_set.h"

namespace seekbench::executor {

RecurrentLayer::RecurrentLayer(NodeBuilder& node, const RecurrentShape& shape, const std::string& suffix, bool backwards)
    : m_shape(shape), m_backwards(backwards), m_threads(plannedThreads()) {
    const bool lstm = shape.cell == Cell::Lstm;
    m_inputWeight = &node.weight("weight_ih" + suffix, {shape.width(), shape.features});
    m_hiddenWeight = &node.weight("weight_hh" + suffix, {shape.width(), shape.size});
    if (shape.bias) m_inputBias = &node.weight("bias_ih" + suffix, {shape.width()});
    if (shape.bias) m_hiddenBias = &node.weight("bias_hh" + suffix, {shape.width()});
    m_gates = node.saved(bytesOf(shape.rows() * shape.width()));
    m_hidden = node.saved(bytesOf(shape.rows() * shape.size));
    m_memory = node.saved(bytesOf(shape.rows() * (lstm ? shape.size : shape.width())));
    m_gateSlopes = node.backwardWorkspace(bytesOf(shape.rows() * shape.width()));
    m_stateSlopes = node.backwardWorkspace(bytesOf(shape.batch * shape.size));
    m_forward = Product(node, {shape.rows(), shape.width(), shape.features, false, true});
    m_toInput = Product(node, {shape.rows(), shape.features, shape.width()});
    m_toInputWeight = Product(node, {shape.width(), shape.features, shape.rows(), true, false});
    if (shape.length > 1) m_toHiddenWeight = Product(node, {shape.width(), shape.size, shape.rows() - shape.batch, true, false});
    if (lstm) {
        m_bias = node.forwardWorkspace(bytesOf(shape.width()));
        m_memorySlopes = node.backwardWorkspace(bytesOf(shape.batch * shape.size));
    } else {
        m_memorySlopes = node.backwardWorkspace(bytesOf(shape.rows() * shape.width()));
        m_beforeSlopes = node.backwardWorkspace(bytesOf(shape.batch * shape.size));
        m_nothing = node.saved(bytesOf(shape.size));
    }
}

// Few rows for each thread would make its products slow; then the products themselves are shared.
template <class Work>
void RecurrentLayer::forRows(const Work& work) const {
    const bool split = m_shape.batch >= 4 * m_threads && m_shape.rows() * m_shape.width() > kWorthThreads / 4;
    inParts(m_shape.batch, split ? m_threads : 1, split, [&](int, std::int64_t first, std::int64_t count) { work(first, count); });
}

void RecurrentLayer::forward(const float* input) {
    const std::int64_t width = m_shape.width();
    const float* bias = m_shape.bias ? m_inputBias->data : nullptr;
    if (m_bias && bias) {
        add(m_bias->floats(), m_inputBias->data, m_hiddenBias->data, width);
        bias = m_bias->floats();
    }
    m_forward(input, m_inputWeight->data, m_gates->floats(), {.bias = bias});
    if (m_nothing) std::fill_n(m_nothing->floats(), m_shape.size, 0.0f);
    forRows([this](std::int64_t first, std::int64_t count) {
        m_shape.cell == Cell::Lstm ? forwardLstm(first, count) : forwardGru(first, count);
    });
}

void RecurrentLayer::forwardLstm(std::int64_t first, std::int64_t count) {
    const std::int64_t size = m_shape.size, width = m_shape.width();
    const Product share = stepForward(count);
    for (std::int64_t step = 0; step < m_shape.length; ++step) {
        float* gates = block(m_gates, at(step), first, width);
        LstmStep now{
            .rows = count, .size = size, .cell = block(m_memory, at(step), first, size), .hidden = block(m_hidden, at(step), first, size)};
        if (step > 0) {
            now.cellBefore = block(m_memory, at(step - 1), first, size);
            share(block(m_hidden, at(step - 1), first, size), m_hiddenWeight->data, gates, {.add = true});
        }
        kernels().lstmForward(now, gates);
    }
}

void RecurrentLayer::forwardGru(std::int64_t first, std::int64_t count) {
    const std::int64_t size = m_shape.size, width = m_shape.width();
    const Product product = stepForward(count);
    for (std::int64_t step = 0; step < m_shape.length; ++step) {
        float *gates = block(m_gates, at(step), first, width), *share = block(m_memory, at(step), first, width);
        const float* before = step > 0 ? block(m_hidden, at(step - 1), first, size) : m_nothing->floats();
        for (std::int64_t row = 0; row < count; ++row) {
            if (m_shape.bias)
                std::memcpy(share + row * width, m_hiddenBias->data, bytesOf(width));
            else
                std::fill_n(share + row * width, width, 0.0f);
        }
        if (step > 0) product(before, m_hiddenWeight->data, share, {.add = true});
        float* hidden = block(m_hidden, at(step), first, size);
        for (std::int64_t row = 0; row < count; ++row)
            gruRow(gates + row * width, share + row * width, step > 0 ? before + row * size : before, hidden + row * size, size);
    }
}

void RecurrentLayer::backward(const float* input, const float* hiddenSlopes, float* inputSlopes, bool add) {
    const std::int64_t size = m_shape.size, width = m_shape.width(), rows = m_shape.rows();
    const bool lstm = m_shape.cell == Cell::Lstm;
    forRows([&](std::int64_t first, std::int64_t count) {
        lstm ? backwardLstm(hiddenSlopes, first, count) : backwardGru(hiddenSlopes, first, count);
    });
    const float *slopes = m_gateSlopes->floats(), *shareSlopes = lstm ? slopes : m_memorySlopes->floats();
    m_toInputWeight(slopes, input, m_inputWeight->gradient);
    // Each step but the first with the state before it.
    const std::int64_t later = m_backwards ? 0 : m_shape.batch, earlier = m_backwards ? m_shape.batch : 0;
    if (m_shape.length > 1)
        m_toHiddenWeight(shareSlopes + later * width, m_hidden->floats() + earlier * size, m_hiddenWeight->gradient);
    else
        std::fill_n(m_hiddenWeight->gradient, width * size, 0.0f);
    if (m_shape.bias) {
        sumColumns(m_inputBias->gradient, slopes, rows, width);
        if (lstm)
            std::memcpy(m_hiddenBias->gradient, m_inputBias->gradient, bytesOf(width));
        else
            sumColumns(m_hiddenBias->gradient, shareSlopes, rows, width);
    }
    if (inputSlopes) m_toInput(slopes, m_inputWeight->data, inputSlopes, {.add = add});
}

void RecurrentLayer::backwardLstm(const float* hiddenSlopes, std::int64_t first, std::int64_t count) {
    const std::int64_t size = m_shape.size, width = m_shape.width();
    float *arriving = m_stateSlopes->floats() + first * size, *cellSlopes = m_memorySlopes->floats() + first * size;
    std::fill_n(cellSlopes, count * size, 0.0f);
    for (std::int64_t step = m_shape.length; step-- > 0;) {
        // What comes from outside, and from the step after.
        std::memcpy(arriving, hiddenSlopes + (at(step) * m_shape.batch + first) * size, bytesOf(count * size));
        if (step + 1 < m_shape.length)
            stepBack(count)(block(m_gateSlopes, at(step + 1), first, width), m_hiddenWeight->data, arriving, {.add = true});
        const LstmStep now{.rows = count,
                           .size = size,
                           .cellBefore = step > 0 ? block(m_memory, at(step - 1), first, size) : nullptr,
                           .cell = block(m_memory, at(step), first, size),
                           .hidden = block(m_hidden, at(step), first, size)};
        kernels().lstmBackward(now, block(m_gates, at(step), first, width), arriving, cellSlopes,
                               block(m_gateSlopes, at(step), first, width));
    }
}

void RecurrentLayer::backwardGru(const float* hiddenSlopes, std::int64_t first, std::int64_t count) {
    const std::int64_t size = m_shape.size, width = m_shape.width();
    float *arriving = m_stateSlopes->floats() + first * size, *past = m_beforeSlopes->floats() + first * size;
    for (std::int64_t step = m_shape.length; step-- > 0;) {
        std::memcpy(arriving, hiddenSlopes + (at(step) * m_shape.batch + first) * size, bytesOf(count * size));
        if (step + 1 < m_shape.length) {
            addRow(arriving, past, count * size);
            stepBack(count)(block(m_memorySlopes, at(step + 1), first, width), m_hiddenWeight->data, arriving, {.add = true});
        }
        const float *gates = block(m_gates, at(step), first, width), *share = block(m_memory, at(step), first, width);
        const float* before = step > 0 ? block(m_hidden, at(step - 1), first, size) : m_nothing->floats();
        float *gateSlopes = block(m_gateSlopes, at(step), first, width), *shareSlopes = block(m_memorySlopes, at(step), first, width);
        for (std::int64_t row = 0; row < count; ++row)
            gruRowBack(gates + row * width, share + row * width, step > 0 ? before + row * size : before, arriving + row * size,
                       gateSlopes + row * width, shareSlopes + row * width, past + row * size, size);
    }
}

}  // namespace seekbench::executor
