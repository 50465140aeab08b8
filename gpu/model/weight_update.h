// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/experiment/experiment.h"
#include "gpu/model/engine.h"
#include "gpu/training/loss_scaler.h"
#include "gpu/training/optimizer.h"
#include "gpu/training/weight_average.h"

namespace seekbench {

// A WeightUpdate makes new weights of gradients, whichever engine has computed them: loss scale, clipping, optimizer, average. One thread
// owns it.
class WeightUpdate {
public:
    // `parameters`: those that learn, live, whose grad() holds the gradients. `weights`: all that is averaged, live.
    static Result<WeightUpdate> make(const Experiment& experiment, std::vector<NamedTensor> parameters,
                                     const std::vector<NamedTensor>& weights);

    const std::vector<NamedTensor>& parameters() const { return m_parameters; }
    bool scalesLoss() const { return m_scaler != nullptr; }
    double lossScale() const { return m_scaler ? m_scaler->scale() : 1; }  // that the loss of this step is multiplied by

    // Updates the parameters, and fills everything about it in `result`.
    void apply(double learningRateFactor, StepResult& result);

    // See Engine.
    void measureGradients() { m_measuresGradients = true; }
    std::optional<GradientSizes> takeGradientSizes() { return std::exchange(m_gradientSizes, std::nullopt); }

    // The average takes the place of the weights while the model is only looked at. Copying it there and back once for a validation costs
    // less than a step.
    enum class Shown { Live, Averaged };
    void show(Shown shown);

    // Of the optimizer, the loss scaler and the average, live, in this order.
    std::vector<NamedTensor> state() const;

private:
    void bookGradients() const;

    std::vector<NamedTensor> m_parameters;
    std::vector<int> m_memoryLayers;  // of the parameters, in the ledger of this thread
    std::unique_ptr<Optimizer> m_optimizer;
    std::unique_ptr<LossScaler> m_scaler;  // nullptr: gradients are as they are
    std::unique_ptr<WeightAverage> m_average;
    double m_gradientClip = 0;
    Shown m_shown = Shown::Live;
    bool m_measuresGradients = false;
    std::optional<GradientSizes> m_gradientSizes;
};

}  // namespace seekbench
