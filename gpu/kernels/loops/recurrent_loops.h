// SPDX-License-Identifier: Apache-2.0
#pragma once

// One step of an LSTM between its matrix products (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000), in one pass:
// i, f, o = sigmoid, g = tanh; cell = f · cell before + i · g; hidden = o · tanh(cell). Gates lie as torch has them: i, f, g, o.

#include "gpu/kernels/loops/kernel_table.h"
#include "gpu/kernels/loops/lanes.h"

namespace seekbench {
namespace {

[[gnu::always_inline]] inline Floats sigmoid(Floats x) { return 1.0f / (1.0f + exponential(-x)); }
[[gnu::always_inline]] inline Floats tanhOf(Floats x) { return 2.0f * sigmoid(x + x) - 1.0f; }

void lstmForward(const LstmStep& step, float* gates) {
    const std::int64_t size = step.size;
    for (std::int64_t row = 0; row < step.rows; ++row, gates += 4 * size)
        for (std::int64_t j = 0; j < size; j += kLanes) {
            const std::int64_t some = size - j, place = row * size + j;
            const auto gate = [&](std::int64_t which) { return loadSome(gates + which * size + j, some, 0); };
            const Floats in = sigmoid(gate(0)), forget = sigmoid(gate(1)), candidate = tanhOf(gate(2)), out = sigmoid(gate(3));
            const Floats before = step.cellBefore == nullptr ? Floats{} : loadSome(step.cellBefore + place, some, 0);
            const Floats cell = forget * before + in * candidate;
            storeSome(gates + j, some, in);
            storeSome(gates + size + j, some, forget);
            storeSome(gates + 2 * size + j, some, candidate);
            storeSome(gates + 3 * size + j, some, out);
            storeSome(step.cell + place, some, cell);
            storeSome(step.hidden + place, some, out * tanhOf(cell));
        }
}

// With dh and dc the slopes by hidden and cell: dc += dh · o · (1 − tanh²); the slopes by what the gates were before their functions;
// dc of the cell before is dc · f.
void lstmBackward(const LstmStep& step, const float* gates, const float* hiddenSlopes, float* cellSlopes, float* gateSlopes) {
    const std::int64_t size = step.size;
    for (std::int64_t row = 0; row < step.rows; ++row, gates += 4 * size, gateSlopes += 4 * size)
        for (std::int64_t j = 0; j < size; j += kLanes) {
            const std::int64_t some = size - j, place = row * size + j;
            const auto gate = [&](std::int64_t which) { return loadSome(gates + which * size + j, some, 0); };
            const Floats in = gate(0), forget = gate(1), candidate = gate(2), out = gate(3);
            const Floats before = step.cellBefore == nullptr ? Floats{} : loadSome(step.cellBefore + place, some, 0);
            const Floats shown = tanhOf(loadSome(step.cell + place, some, 0)), dh = loadSome(hiddenSlopes + place, some, 0);
            const Floats dc = loadSome(cellSlopes + place, some, 0) + dh * out * (1.0f - shown * shown);
            storeSome(gateSlopes + j, some, dc * candidate * in * (1.0f - in));
            storeSome(gateSlopes + size + j, some, dc * before * forget * (1.0f - forget));
            storeSome(gateSlopes + 2 * size + j, some, dc * in * (1.0f - candidate * candidate));
            storeSome(gateSlopes + 3 * size + j, some, dh * shown * out * (1.0f - out));
            storeSome(cellSlopes + place, some, dc * forget);
        }
}

}  // namespace
}  // namespace seekbench
