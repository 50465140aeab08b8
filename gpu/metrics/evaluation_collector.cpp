// SPDX-License-Identifier: Apache-2.0
#include "gpu/metrics/evaluation_collector.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include <ATen/ATen.h>

#include "gpu/losses/class_rows.h"
#include "gpu/metrics/object_boxes.h"

namespace seekbench {
namespace {

std::vector<std::uint8_t> bytesOf(const at::Tensor& tensor) {
    const at::Tensor bytes = tensor.to(at::kCPU, at::kByte).contiguous();
    return {bytes.data_ptr<std::uint8_t>(), bytes.data_ptr<std::uint8_t>() + bytes.numel()};
}

std::vector<float> floatsOf(const at::Tensor& tensor) {
    const at::Tensor floats = tensor.to(at::kCPU, at::kFloat).contiguous();
    return {floats.data_ptr<float>(), floats.data_ptr<float>() + floats.numel()};
}

// Every so many positions of both extents, so that neither is longer than kLargest.
at::Tensor thinned(const at::Tensor& slice) {
    const std::int64_t longest = std::max(slice.size(0), slice.size(1));
    const std::int64_t stride = (longest + EvaluationCollector::kLargest - 1) / EvaluationCollector::kLargest;
    return stride <= 1 ? slice : slice.slice(0, 0, slice.size(0), stride).slice(1, 0, slice.size(1), stride);
}

}  // namespace

EvaluationCollector::EvaluationCollector(const Dataset& dataset, Part part, std::vector<std::int64_t> indices,
                                         std::vector<std::int64_t> scans, FrocCurve frocCurve)
    : m_dataset(dataset), m_part(part), m_frocCurve(frocCurve), m_indices(std::move(indices)), m_scans(std::move(scans)) {}

void EvaluationCollector::add(const at::Tensor& output, const at::Tensor& target) {
    at::NoGradGuard noGradient;
    if (static_cast<std::size_t>(m_seen + target.size(0)) > m_indices.size()) return;  // more than it was told of
    switch (m_dataset.spec().targetKind) {
        case TargetKind::Class: addClasses(output, target); break;
        case TargetKind::ClassMap: addMaps(output, target); break;
        case TargetKind::Values: addValues(output, target); break;
        case TargetKind::Boxes: addBoxes(output, target); break;
        case TargetKind::Pairs: break;
    }
    m_seen += target.size(0);
}

void EvaluationCollector::addLosses(const at::Tensor& losses) {
    const auto values = floatsOf(losses);
    for (std::size_t i = 0; i < values.size(); ++i) m_losses.push_back({indexOf(static_cast<std::int64_t>(i)), values[i]});
    // Bounded: no more than the worst are ever needed. What is no number is worse than all.
    const auto badness = [](const WorstSample& sample) {
        return std::isnan(sample.loss) ? std::numeric_limits<float>::infinity() : sample.loss;
    };
    std::ranges::stable_sort(m_losses, std::greater{}, badness);
    if (m_losses.size() > kWorst) m_losses.resize(kWorst);
}

void EvaluationCollector::addClasses(const at::Tensor& output, const at::Tensor& target) {
    const at::Tensor logits = output.to(at::kFloat);
    addLosses(at::cross_entropy_loss(logits, target, {}, at::Reduction::None));
    if (logits.size(1) != 2) return;
    const auto scores = floatsOf(logits.select(1, 1) - logits.select(1, 0));
    const auto classes = bytesOf(target);
    for (std::size_t i = 0; i < scores.size(); ++i) m_scores.push_back({scores[i], classes[i] == 1});
}

void EvaluationCollector::addMaps(const at::Tensor& output, const at::Tensor& target) {
    const ClassRows rows = classRows(output, target);
    const at::Tensor losses = at::cross_entropy_loss(rows.output.to(at::kFloat), rows.target, {}, at::Reduction::None, kIgnoredClass);
    addLosses(losses.view({target.size(0), -1}).sum(1) / target.ne(kIgnoredClass).flatten(1).sum(1).clamp_min(1));
    if (target.dim() < 3 || target.dim() > 4) return;  // neither pictures nor volumes
    const at::Tensor predicted = output.argmax(1), foreground = 1 - output.to(at::kFloat).softmax(1).select(1, 0);
    const auto extents = target.sizes().slice(1);
    for (std::int64_t i = 0; i < target.size(0); ++i) {
        const auto truth = bytesOf(target[i].gt(0));
        if (m_frocCurve == FrocCurve::Drawn) {
            m_froc.add(floatsOf(foreground[i]), truth, {extents.data(), extents.size()});
            const auto place = static_cast<std::size_t>(m_seen + i);
            if (place >= m_scans.size() || m_metScans.insert(m_scans[place]).second) m_froc.countScan();
        }
        const bool any = std::ranges::any_of(truth, [](std::uint8_t value) { return value != 0; });
        if (any && m_evaluation.masks.size() < kPictures)
            m_evaluation.masks.push_back(maskOf(target[i].to(at::kCPU), predicted[i].to(at::kCPU), indexOf(i)));
    }
}

// Of a volume the slice with most of the true foreground.
MaskPicture EvaluationCollector::maskOf(const at::Tensor& target, const at::Tensor& predicted, std::int64_t index) const {
    MaskPicture mask;
    mask.index = index;
    at::Tensor truth = target, said = predicted, picture;
    Batch batch;
    m_dataset.read(m_part, std::span(&index, 1), batch);
    const HostTensor& input = batch.inputs.front();
    // The first channel of an input of the same extents; without one the masks stand on black.
    if (input.element == ElementType::Float && static_cast<std::int64_t>(input.sizes.size()) > target.dim() &&
        std::ranges::equal(std::span(input.sizes).last(static_cast<std::size_t>(target.dim())), target.sizes()))
        picture = at::tensor(input.floats).narrow(0, 0, target.numel()).view(target.sizes());
    else
        picture = at::zeros(target.sizes());
    if (target.dim() == 3) {
        const std::int64_t slice = target.gt(0).sum({1, 2}).argmax().item<std::int64_t>();
        mask.slice = static_cast<std::int32_t>(slice);
        for (at::Tensor* volume : {&truth, &said, &picture}) *volume = volume->select(0, slice);
    }
    const at::Tensor low = picture.min(), range = (picture.max() - low).clamp_min(1e-12);
    mask.picture = bytesOf(thinned((picture - low) / range * 255).round());
    truth = thinned(truth);
    mask.height = static_cast<std::uint16_t>(truth.size(0));
    mask.width = static_cast<std::uint16_t>(truth.size(1));
    mask.target = bytesOf(truth.masked_fill(truth.lt(0), MaskPicture::kIgnored).clamp_max(MaskPicture::kIgnored));
    mask.predicted = bytesOf(thinned(said).clamp_max(MaskPicture::kIgnored));
    return mask;
}

void EvaluationCollector::addValues(const at::Tensor& output, const at::Tensor& target) {
    const at::Tensor said = output.to(at::kFloat).flatten(1), truth = target.flatten(1);
    addLosses((said - truth).square().mean(1));
    auto& forecasts = m_evaluation.forecasts;
    if (truth.size(1) > 1) {
        const std::int64_t length = std::min(truth.size(1), kLongest);
        for (std::int64_t i = 0; i < truth.size(0) && forecasts.size() < kPictures; ++i)
            forecasts.push_back({indexOf(i), floatsOf(truth[i].narrow(0, 0, length)), floatsOf(said[i].narrow(0, 0, length))});
        return;
    }
    // One value a sample: the samples one after the other are the series.
    if (forecasts.empty()) forecasts.push_back({indexOf(0), {}, {}});
    const std::int64_t room = std::min(kLongest - static_cast<std::int64_t>(forecasts[0].actual.size()), truth.size(0));
    if (room <= 0) return;
    for (auto& [from, to] : {std::pair(truth, &forecasts[0].actual), std::pair(said, &forecasts[0].predicted)}) {
        const auto values = floatsOf(from.narrow(0, 0, room));
        to->insert(to->end(), values.begin(), values.end());
    }
}

void EvaluationCollector::addBoxes(const at::Tensor& output, const at::Tensor& target) {
    const auto room = static_cast<std::int64_t>(kPictures - m_evaluation.boxes.size());
    if (room == 0) return;
    const std::int64_t count = std::min(room, target.size(0));
    auto detections = detectionsOf(output.narrow(0, 0, count), 0.1);
    auto truth = trueBoxesOf(target.narrow(0, 0, count));
    for (std::int64_t i = 0; i < count; ++i) {
        const auto place = static_cast<std::size_t>(i);
        m_evaluation.boxes.push_back({indexOf(i), std::move(truth[place]), std::move(detections[place])});
    }
}

double EvaluationCollector::value() const { return std::numeric_limits<double>::quiet_NaN(); }

void EvaluationCollector::reset() {
    m_seen = 0;
    m_evaluation = {};
    m_scores.clear();
    m_losses.clear();
    m_froc = {};
    m_metScans.clear();
}

Evaluation EvaluationCollector::take(std::int64_t step, std::int64_t epoch) {
    Evaluation evaluation = std::move(m_evaluation);
    evaluation.step = step;
    evaluation.epoch = epoch;
    evaluation.part = m_part;
    evaluation.worst = std::move(m_losses);
    if (!m_scores.empty()) {
        const ThresholdTable table = thresholdTable(std::move(m_scores));
        if (auto curve = precisionRecallCurve(table, kCurvePoints); !curve.empty())
            evaluation.curves.push_back({std::string(kPrecisionRecallCurve), std::move(curve)});
        if (table.positives > 0 && table.negatives > 0) {
            const auto costs = costCurve(table, 101);
            EvaluationCurve curve{std::string(kCostCurve), {}};
            for (std::size_t i = 0; i < costs.size(); ++i) curve.points.push_back({static_cast<double>(i) / 100, costs[i]});
            evaluation.curves.push_back(std::move(curve));
        }
    }
    if (auto curve = m_froc.curve(); !curve.empty()) {
        if (curve.size() > kCurvePoints) {
            std::vector<CurvePoint> thin;
            for (std::size_t i = 0; i < kCurvePoints; ++i) thin.push_back(curve[i * (curve.size() - 1) / (kCurvePoints - 1)]);
            curve = std::move(thin);
        }
        evaluation.curves.push_back({std::string(kFrocCurve), std::move(curve)});
    }
    reset();
    return evaluation;
}

}  // namespace seekbench
