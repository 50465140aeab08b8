// SPDX-License-Identifier: Apache-2.0
#include "gpu/metrics/prediction_collector.h"

#include <algorithm>
#include <limits>

#include <ATen/ATen.h>

namespace seekbench {

PredictionCollector::PredictionCollector(std::vector<std::int64_t> indices, Part part, std::vector<std::string> classNames)
    : m_indices(std::move(indices)), m_part(part), m_classNames(std::move(classNames)) {}

void PredictionCollector::add(const at::Tensor& output, const at::Tensor& target) {
    m_seen += target.size(0);
    const auto most = std::min<std::int64_t>(Predictions::kMost, static_cast<std::int64_t>(m_indices.size()));
    const auto room = std::min(most - m_kept, target.size(0));
    if (room <= 0) return;
    at::NoGradGuard noGradient;
    const at::Tensor outputs = output.detach().narrow(0, 0, room);
    const at::Tensor best = outputs.argmax(1, true);  // as the metric finds it, also among equal outputs
    m_predicted.push_back(best.squeeze(1));
    m_probabilities.push_back(outputs.softmax(1, at::kFloat).gather(1, best).squeeze(1));
    m_targets.push_back(target.narrow(0, 0, room).clone());  // the batch's memory is used again
    m_kept += room;
}

double PredictionCollector::value() const { return std::numeric_limits<double>::quiet_NaN(); }

void PredictionCollector::reset() {
    m_targets.clear();
    m_predicted.clear();
    m_probabilities.clear();
    m_kept = m_seen = 0;
}

Predictions PredictionCollector::take(std::int64_t step, std::int64_t epoch) {
    Predictions predictions{.step = step, .epoch = epoch, .validated = m_seen, .part = m_part, .classNames = m_classNames, .samples = {}};
    if (m_kept > 0) {
        const auto onHost = [](const std::vector<at::Tensor>& parts, at::ScalarType type) {
            return at::cat(parts).to(at::kCPU, type).contiguous();
        };
        const at::Tensor targets = onHost(m_targets, at::kLong), predicted = onHost(m_predicted, at::kLong);
        const at::Tensor probabilities = onHost(m_probabilities, at::kFloat);
        predictions.samples.reserve(static_cast<std::size_t>(m_kept));
        for (std::int64_t i = 0; i < m_kept; ++i)
            predictions.samples.push_back({.index = m_indices[static_cast<std::size_t>(i)],
                                           .target = static_cast<std::int32_t>(targets.data_ptr<std::int64_t>()[i]),
                                           .predicted = static_cast<std::int32_t>(predicted.data_ptr<std::int64_t>()[i]),
                                           .probability = probabilities.data_ptr<float>()[i]});
    }
    reset();
    return predictions;
}

}  // namespace seekbench
