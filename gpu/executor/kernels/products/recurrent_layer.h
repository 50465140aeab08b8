// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/executor/kernels/plain_input.h"
#include "gpu/executor/kernels/products/product.h"
#include "gpu/executor/loops/parallel.h"

namespace seekbench::executor {

enum class Cell { Lstm, Gru };

struct RecurrentShape {
    Cell cell = Cell::Lstm;
    std::int64_t length = 0, batch = 0, features = 0, size = 0;
    bool bias = true;

    std::int64_t gates() const { return cell == Cell::Lstm ? 4 : 3; }
    std::int64_t rows() const { return length * batch; }
    std::int64_t width() const { return gates() * size; }  // of the gates of a row
};

// One layer of an LSTM or GRU in one direction; part of a kernel. Everything lies as (length, batch, numbers). One product makes the
// inputs' share of all gates; then each thread takes rows of the batch through the whole sequence, without waiting for the others.
class RecurrentLayer {
public:
    // `suffix` ends the names of the weights: "_l0_reverse".
    RecurrentLayer(NodeBuilder& node, const RecurrentShape& shape, const std::string& suffix, bool backwards);

    Buffer* hidden() const { return m_hidden; }  // the states at all steps

    void forward(const float* input);
    // From the slopes by all hidden states to those of the weights, and of the input unless null: written, or added.
    void backward(const float* input, const float* hiddenSlopes, float* inputSlopes, bool add);

private:
    std::int64_t at(std::int64_t step) const { return m_backwards ? m_shape.length - 1 - step : step; }  // the place of the n-th step
    float* block(const Buffer* of, std::int64_t place, std::int64_t first, std::int64_t width) const {
        return of->floats() + (place * m_shape.batch + first) * width;
    }
    void forwardLstm(std::int64_t first, std::int64_t count);
    void forwardGru(std::int64_t first, std::int64_t count);
    void backwardLstm(const float* hiddenSlopes, std::int64_t first, std::int64_t count);
    void backwardGru(const float* hiddenSlopes, std::int64_t first, std::int64_t count);
    template <class Work>
    void forRows(const Work& work) const;

    // The share of the states before, and its way back; for rows of the batch.
    Product stepForward(std::int64_t rows) const { return {{rows, m_shape.width(), m_shape.size, false, true}, Product::Way::Library}; }
    Product stepBack(std::int64_t rows) const { return {{rows, m_shape.size, m_shape.width()}, Product::Way::Library}; }

    RecurrentShape m_shape;
    bool m_backwards;
    int m_threads;
    Product m_forward, m_toInput, m_toInputWeight, m_toHiddenWeight;
    Weight* m_inputWeight;
    Weight* m_hiddenWeight;
    Weight* m_inputBias = nullptr;
    Weight* m_hiddenBias = nullptr;
    Buffer *m_gates, *m_hidden;
    Buffer* m_memory = nullptr;  // LSTM: the cells; GRU: the hidden states' share of the gates
    Buffer* m_bias = nullptr;    // LSTM: of both products together
    Buffer* m_gateSlopes = nullptr;
    Buffer* m_memorySlopes = nullptr;  // LSTM: of the cells of one step; GRU: of the hidden states' share at all steps
    Buffer* m_stateSlopes = nullptr;   // of the hidden states of one step
    Buffer* m_beforeSlopes = nullptr;  // GRU: the part that goes past the gates
    Buffer* m_nothing = nullptr;       // GRU: a row of noughts, the state before the first
};

}  // namespace seekbench::executor
