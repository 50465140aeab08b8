// SPDX-License-Identifier: Apache-2.0
// The Trainer's checkpoints and pictures. Flushing one to the disk takes tens of milliseconds, as long as dozens of small steps; so the
// trainer copies the tensors, and a thread of its own writes them while the training goes on. There is at most one such thread.
#include <chrono>

#include "gpu/profile/profile_scope.h"
#include "gpu/training/clock.h"
#include "gpu/training/trainer.h"

namespace seekbench {
namespace {

std::vector<NamedTensor> copiesOf(std::vector<NamedTensor> tensors) {
    for (auto& [name, tensor] : tensors) tensor = tensor.detach().to(at::kCPU, tensor.scalar_type(), /*non_blocking=*/false, /*copy=*/true);
    return tensors;
}

}  // namespace

TrainingState Trainer::state() const {
    TrainingState state;
    state.step = m_at.step;
    state.epoch = m_at.epoch;
    state.batchesConsumed = m_batch;
    state.generators = m_links.device.generatorState();
    state.lossSum = m_trainSums.loss;
    state.samples = m_trainSums.samples;
    for (const auto& metric : m_work.trainMetrics) state.metrics.push_back(metric->state());
    state.best = m_best;
    state.waiting = m_waiting;
    state.plateau = m_plateau;
    state.experiment = fingerprintOf(m_work.experiment);
    state.dataset = m_work.dataset->fingerprint();
    return state;
}

Result<void> Trainer::saveCheckpoint() {
    if (auto begun = beginCheckpoint(); !begun) return begun;
    return collectCheckpoint();
}

Result<void> Trainer::beginCheckpoint() {
    (void)collectCheckpoint();  // the one before; a failure stands in the log
    if (m_saved == m_at) return {};
    const ProfilePhase phase(seekbench::Phase::Checkpoint);
    const double begun = steadySeconds();
    if (auto flushed = m_links.events.flush(); !flushed) return flushed;
    Checkpoint copy{state(), copiesOf(m_work.engine->weights()), copiesOf(m_work.engine->optimizerState())};
    m_writing = std::async(std::launch::async, [this, begun, at = m_at, checkpoint = std::move(copy)]() mutable {
        // The journal first: no checkpoint may know of steps that the journal does not have.
        const auto synced = m_links.events.syncJournal();
        auto bytes = synced ? m_links.checkpoints.write(checkpoint) : synced.error();
        const auto& best = checkpoint.state.best;
        if (bytes) m_links.checkpoints.retire(m_work.experiment.training.keepCheckpoints, best ? std::optional(best->step) : std::nullopt);
        // The tensors go back to the trainer's thread, which counts what they hold.
        return WrittenCheckpoint{at, std::move(checkpoint), std::move(bytes), steadySeconds() - begun};
    });
    return {};
}

// Flushing even a small file to the disk takes as long as many small steps.
void Trainer::beginPictures() {
    Writes writes;
    addMemory(writes);
    if (m_work.predictions && m_links.savePredictions)
        if (Predictions kept = m_work.predictions->take(m_at.step, m_at.epoch); !kept.samples.empty())
            writes.emplace_back([save = m_links.savePredictions, kept = std::move(kept)] { return save(kept); });
    if (m_work.evaluation && m_links.saveEvaluation) {
        Evaluation shown = m_work.evaluation->take(m_at.step, m_at.epoch);
        if (auto sizes = m_work.engine->takeGradientSizes()) {
            shown.curves.push_back({std::string(kGradientCurve), std::move(sizes->plain)});
            if (!sizes->scaled.empty()) shown.curves.push_back({std::string(kScaledGradientCurve), std::move(sizes->scaled)});
        }
        if (m_work.texts) shown.texts = m_work.texts->sample(*m_work.engine, m_links.device.torch());
        if (!shown.empty()) writes.emplace_back([save = m_links.saveEvaluation, shown = std::move(shown)] { return save(shown); });
    }
    beginWriting(std::move(writes));
}

void Trainer::addMemory(Writes& writes) {
    if (m_memorySaved || !m_links.saveMemory) return;
    writes.emplace_back([save = m_links.saveMemory, memory = m_highestMemory] { return save(memory); });
    m_memorySaved = true;
}

void Trainer::beginWriting(Writes writes) {
    if (writes.empty()) return;
    collectPictures();
    m_savingPictures = std::async(std::launch::async, [writes = std::move(writes)] {
        Result<void> result;
        for (const auto& write : writes)
            if (auto written = write(); !written && result) result = written;  // the first that failed is told
        return result;
    });
}

void Trainer::collectPictures() {
    if (!m_savingPictures.valid()) return;
    if (const auto saved = m_savingPictures.get(); !saved)
        (void)m_links.events.log(LogSeverity::Warning, say("%1 The training goes on without them.", saved.error().english()).english());
}

bool Trainer::isCheckpointReady() const {
    return m_writing.valid() && m_writing.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

Result<void> Trainer::collectCheckpoint() {
    if (!m_writing.valid()) return {};
    const WrittenCheckpoint written = m_writing.get();
    if (!written.bytes) {
        m_best = m_savedBest;
        // A journal that cannot be written any more shows at the next step, too.
        (void)m_links.events.log(LogSeverity::Warning,
                                 say("%1 The training goes on without it.", written.bytes.error().english()).english());
        return written.bytes.error();
    }
    m_saved = written.at;
    m_savedWeights = written.checkpoint.state.weights;
    m_savedBest = written.checkpoint.state.best;
    return m_links.events.append(CheckpointWritten{.step = written.at.step,
                                                   .name = written.checkpoint.name(),
                                                   .time = secondsSinceEpoch(),
                                                   .seconds = written.seconds,
                                                   .bytes = *written.bytes,
                                                   .best = m_savedBest && m_savedBest->step == written.at.step});
}

}  // namespace seekbench
