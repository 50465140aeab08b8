// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gpu/model/named_tensor.h"

namespace seekbench {

// A WeightAverage is the running mean of a model's weights over the updates, which often validates better than the weights of the moment:
// average ← d·average + (1 − d)·weights after update number t, with d = min(decay, (1 + t)/(10 + t)), so that the start is soon forgotten
// (Polyak and Juditsky 1992; the ramp is that of TensorFlow's ExponentialMovingAverage). Running statistics are averaged with the weights
// they belong to; whole numbers are not. One thread owns it.
class WeightAverage {
public:
    // `weights`: live.
    WeightAverage(double decay, const std::vector<NamedTensor>& weights);

    void update();
    // Exchanges the numbers of the live weights and of the average; the second time puts them back.
    void exchange();
    // Live: "ema.<name>" for each weight, "ema.updates" (int64, 0-dimensional, on the CPU).
    std::vector<NamedTensor> state() const;

private:
    struct Pair {
        NamedTensor live;
        at::Tensor average;
    };
    double m_decay;
    std::vector<Pair> m_pairs;
    at::Tensor m_updates;
};

}  // namespace seekbench
