// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/trainer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <ATen/core/Tensor.h>

#include "gpu/data/tensors.h"
#include "gpu/profile/profile_scope.h"
#include "gpu/training/clock.h"
#include "gpu/training/torch_error.h"

namespace seekbench {
namespace {

using Metrics = std::vector<std::unique_ptr<MetricAccumulator>>;

// Of the first `count`: after them may stand what is no metric.
std::vector<double> valuesOf(const Metrics& metrics, std::size_t count) {
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) values.push_back(metrics[i]->value());
    return values;
}

void reset(const Metrics& metrics) {
    for (const auto& metric : metrics) metric->reset();
}

std::vector<double> numbersOf(const at::Tensor& tensor) {
    if (!tensor.defined()) return {};
    const at::Tensor numbers = tensor.to(at::kCPU, at::kDouble).contiguous();
    return {numbers.data_ptr<double>(), numbers.data_ptr<double>() + numbers.numel()};
}

std::vector<BorrowedMemory> inLedger(const BatchTensors& batch) {
    std::vector<BorrowedMemory> counted;
    for (const at::Tensor& input : batch.inputs) counted.emplace_back(input, MemoryCategory::Input);
    counted.emplace_back(batch.target, MemoryCategory::Input);
    // What was copied to a device owns its memory there.
    for (const at::Tensor& input : batch.inputs) bookMemory(input, MemoryCategory::Input, MemoryLedger::kNoLayer);
    bookMemory(batch.target, MemoryCategory::Input, MemoryLedger::kNoLayer);
    return counted;
}

}  // namespace

double Trainer::Sums::mean() const { return samples > 0 ? loss / static_cast<double>(samples) : std::numeric_limits<double>::quiet_NaN(); }

Trainer::Trainer(Workload& workload, TrainerLinks links) : m_work(workload), m_links(std::move(links)) {
    m_links.status.totalSteps = workload.totalSteps();
    enterPhase();
}

Result<void> Trainer::restore(const Checkpoint& checkpoint) {
    const TrainingState& from = checkpoint.state;
    if (from.metrics.size() != m_work.trainMetrics.size() || from.batchesConsumed > m_work.stepsPerEpoch() ||
        from.epoch > m_work.experiment.training.epochs)
        return Error(ErrorCode::Corrupt, say("The checkpoint belongs to another experiment."));
    if (auto loaded = m_work.engine->loadWeights(checkpoint.weights); !loaded) return loaded;
    if (auto loaded = m_work.engine->loadOptimizerState(checkpoint.optimizer); !loaded) return loaded;
    if (auto restored = m_links.device.restoreGenerators(from.generators); !restored) return restored;
    m_at.step = from.step;
    m_at.epoch = from.epoch;
    m_batch = from.batchesConsumed;
    m_trainSums = {from.lossSum, from.samples};
    for (std::size_t i = 0; i < from.metrics.size(); ++i) m_work.trainMetrics[i]->restore(from.metrics[i]);
    m_best = m_savedBest = from.best;
    m_waiting = from.waiting;
    m_plateau = from.plateau;
    m_saved = m_at;
    m_savedWeights = from.weights;
    enterPhase();
    return {};
}

// What is next follows from how much has been done; so a checkpoint needs no phase.
void Trainer::enterPhase() {
    m_links.status.step = m_at.step;
    if (m_at.epoch >= m_work.experiment.training.epochs || stopsEarly()) {
        m_phase = Phase::Done;
    } else if (m_batch < m_work.stepsPerEpoch()) {
        m_phase = Phase::Training;
        m_work.trainLoader->start(m_at.epoch, m_batch);
    } else {
        m_phase = Phase::Validating;
        m_validationBatch = 0;
        m_validationSums = {};
        reset(m_work.validationMetrics);
        m_work.validationLoader->start(0);
    }
}

Result<void> Trainer::advance() {
    if (isCheckpointReady()) (void)collectCheckpoint();
    return withoutExceptions([this] { return m_phase == Phase::Training ? trainBatch() : validateBatch(); });
}

Result<void> Trainer::trainBatch() {
    const ProfiledStep profiled(m_links.profiler, m_at.step + 1);
    ProfilePhase dataPhase(seekbench::Phase::Data);
    const double begun = steadySeconds();
    const Batch* batch = m_work.trainLoader->next();
    if (!batch) return Error(ErrorCode::Corrupt, say("The dataset ended before the epoch did."));
    const double loaderWait = steadySeconds() - begun;
    m_links.tensorMemory.beginStep();
    const BatchTensors tensors = toTensors(*batch, m_links.device.torch());
    const std::vector<BorrowedMemory> counted = inLedger(tensors);
    dataPhase.end();
    const double factor = m_work.learningRateFactor(m_at.step) * m_plateau.factor;
    if (m_batch + 1 == m_work.stepsPerEpoch()) m_work.engine->measureGradients();
    const StepResult result = m_work.engine->trainStep(tensors.inputs, tensors.target, factor, m_work.trainMetrics);
    // Reading the loss waits for a CUDA device, once a step: the price of a step time that means something.
    const auto loss = result.loss.item<double>();
    const auto gradientNorm = result.gradientNorm.item<double>();
    std::vector<double> observations = numbersOf(result.observations);  // on the device they are ready: no further waiting
    std::vector<double> further;
    if (m_work.engine->scalesLoss()) further = {result.lossScale, static_cast<double>(result.skippedSteps)};
    const double now = steadySeconds(), seconds = now - begun;

    ++m_at.step;
    ++m_batch;
    m_trainSums.loss += loss * static_cast<double>(tensors.samples);
    m_trainSums.samples += tensors.samples;
    m_links.status.step.store(m_at.step, std::memory_order_relaxed);
    m_timeLeft.step.took(seconds);
    const auto deviceBytes = m_links.device.tensorBytes();
    StepValues values{.step = m_at.step,
                      .time = secondsSinceEpoch(),
                      .loss = loss,
                      .learningRate = m_work.learningRate * factor,
                      .gradientNorm = gradientNorm,
                      .samplesPerSecond = static_cast<double>(tensors.samples) / seconds,
                      .stepSeconds = seconds,
                      .loaderWait = loaderWait,
                      .processMemory = m_processMemory.bytes(now),
                      .tensorMemory = deviceBytes.value_or(static_cast<double>(m_links.tensorMemory.bytes())),
                      .observations = std::move(observations),
                      .further = std::move(further)};
    measureMemory(values);
    if (auto written = m_links.events.step(values); !written) return written;
    if (auto told = tellStep(result, loss); !told) return told;
    if (auto told = tellProfile(); !told) return told;
    if (m_batch == m_work.stepsPerEpoch()) {
        enterPhase();  // its checkpoint is written after the validation, which may make it the best
    } else if (const auto interval = m_work.experiment.training.checkpointInterval; interval > 0 && m_at.step % interval == 0) {
        (void)beginCheckpoint();  // a failure stands in the log; the training goes on
    }
    return reportProgress(now);
}

void Trainer::measureMemory(StepValues& values) {
    const MemoryBytes peak = m_links.tensorMemory.peak();
    const auto of = [&](MemoryCategory category) { return static_cast<double>(peak[category]); };
    values.memoryPeak = static_cast<double>(peak.total());
    values.memoryParameters = of(MemoryCategory::Parameters);
    values.memoryGradients = of(MemoryCategory::Gradients);
    values.memoryOptimizer = of(MemoryCategory::Optimizer);
    values.memoryActivations = of(MemoryCategory::Activations);
    values.memoryInput = of(MemoryCategory::Input);
    values.memoryWorkspace = of(MemoryCategory::Workspace);
    if (peak.total() > m_highestMemory.table.total.total()) {
        m_highestMemory = {m_at.step, m_links.tensorMemory.tableAtPeak()};
        m_memorySaved = false;
    }
    if (m_stepsMeasured == kFirstSteps || ++m_stepsMeasured < kFirstSteps) return;
    Writes writes;
    addMemory(writes);
    beginWriting(std::move(writes));
}

Result<void> Trainer::tellStep(const StepResult& result, double loss) {
    const auto log = [this](LogSeverity severity, const Message& line, const std::string& node = {}) {
        return m_links.events.log(severity, line.english(), node);
    };
    if (!std::isfinite(loss) && !std::exchange(m_nonFiniteReported, true))
        if (auto logged = log(LogSeverity::Warning,
                              say("The loss is not a finite number from step %1 on. A smaller learning rate often helps.", m_at.step));
            !logged)
            return logged;
    if (result.skipped && !std::exchange(m_skipReported, true))
        if (auto logged = log(LogSeverity::Information,
                              say("The update of step %1 was skipped, because gradients times the loss scale of %2 are too large for fp16; "
                                  "the scale halves. That is usual at the start.",
                                  m_at.step, result.lossScale));
            !logged)
            return logged;
    if (result.skipped && result.lossScale < 1 && !std::exchange(m_smallScaleReported, true))
        if (auto logged = log(LogSeverity::Warning,
                              say("The updates are skipped although the loss is no longer scaled up: the gradients themselves do not fit "
                                  "fp16. Use bf16 or fp32, or a smaller learning rate."));
            !logged)
            return logged;
    if (!result.nonFinite) return {};
    const bool ends = m_work.experiment.training.detectAnomalies && !result.skipped;
    const Message sentence = say("Step %1: %2", m_at.step, sentenceOf(*result.nonFinite).english());
    const auto severity = ends ? LogSeverity::Error : result.skipped ? LogSeverity::Information : LogSeverity::Warning;
    if (auto logged = log(severity, sentence, result.nonFinite->node); !logged) return logged;
    if (!ends) return {};
    return Error(ErrorCode::Failed, sentenceOf(*result.nonFinite),
                 say("Use a smaller learning rate, clip the gradients, or look at that layer; then start a new run."));
}

Result<void> Trainer::validateBatch() {
    const ProfilePhase phase(seekbench::Phase::Validation);
    const double begun = steadySeconds();
    const Batch* batch = m_work.validationLoader->next();
    if (!batch) return finishEpoch();
    const BatchTensors tensors = toTensors(*batch, m_links.device.torch());
    const auto loss = m_work.engine->evaluate(tensors.inputs, tensors.target, m_work.validationMetrics).item<double>();
    m_validationSums.loss += loss * static_cast<double>(tensors.samples);
    m_validationSums.samples += tensors.samples;
    ++m_validationBatch;
    const double now = steadySeconds();
    m_timeLeft.validationBatch.took(now - begun);
    return reportProgress(now);
}

Result<void> Trainer::finishEpoch() {
    const double validationLoss = m_validationSums.mean();
    const std::size_t metrics = m_work.experiment.metrics.size();
    if (auto written = m_links.events.epoch({.step = m_at.step,
                                             .time = secondsSinceEpoch(),
                                             .trainLoss = m_trainSums.mean(),
                                             .validationLoss = validationLoss,
                                             .train = valuesOf(m_work.trainMetrics, metrics),
                                             .validation = valuesOf(m_work.validationMetrics, metrics),
                                             .more = m_work.moreValues()});
        !written)
        return written;
    ++m_at.epoch;
    m_waiting.observe(validationLoss);
    if (auto lowered = lowerLearningRate(validationLoss); !lowered) return lowered;
    beginPictures();
    m_batch = m_validationBatch = 0;
    m_trainSums = {};
    reset(m_work.trainMetrics);
    // A best that could not be written is forgotten again: see collectCheckpoint().
    const bool best = !m_best ? !std::isnan(validationLoss) : validationLoss < m_best->validationLoss;
    if (best) m_best = {validationLoss, m_at.step};
    const auto interval = m_work.experiment.training.checkpointInterval;
    if (best || (interval > 0 && m_at.step % interval == 0)) (void)beginCheckpoint();
    enterPhase();
    return {};
}

Result<void> Trainer::lowerLearningRate(double validationLoss) {
    if (m_work.experiment.schedule.kind != "plateau") return {};
    const double before = m_plateau.factor;
    m_plateau.observe(validationLoss, m_work.schedule);
    if (m_plateau.factor == before) return {};
    const Message line = say("The validation loss has stopped falling: from step %1 on the learning rate is %2.", m_at.step + 1,
                             m_work.learningRate * m_plateau.factor);
    return m_links.events.log(LogSeverity::Information, line.english());
}

bool Trainer::stopsEarly() const {
    const std::int64_t patience = m_work.experiment.training.patience;
    return patience > 0 && m_waiting.epochs >= patience;
}

Result<void> Trainer::reportProgress(double now) {
    if (now - m_progressReported < 1) return {};
    m_progressReported = now;
    return m_links.events.append(progress());
}

Progress Trainer::progress() const {
    const auto epochs = m_work.experiment.training.epochs;
    const auto batchesLeft = (epochs - m_at.epoch) * m_work.validationLoader->batchesPerEpoch() - m_validationBatch;
    const TimeRange left = m_timeLeft.estimate(m_work.totalSteps() - m_at.step, batchesLeft);
    return {.step = m_at.step,
            .totalSteps = m_work.totalSteps(),
            .epoch = std::min(m_at.epoch + 1, epochs),  // counted from 1, as people do
            .epochs = epochs,
            .secondsLeftLow = left.low,
            .secondsLeftHigh = left.high,
            .time = secondsSinceEpoch()};
}

}  // namespace seekbench
