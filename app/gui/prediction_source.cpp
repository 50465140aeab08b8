// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/prediction_source.h"

#include "app/gui/background.h"
#include "core/data/readers/byte_source.h"
#include "widgets/data/dataset_preview.h"

namespace seekbench {

struct PredictionSource::Pictures {
    std::shared_ptr<const Dataset> dataset;
    std::map<qint64, QImage> images;
    std::optional<Error> error;
};

PredictionSource::PredictionSource(Workspace workspace, QObject* parent) : QObject(parent), m_workspace(std::move(workspace)) {}

void PredictionSource::setRun(const QString& run) {
    if (run == m_run) return;
    m_run = run;
    m_dataset.reset();
    Q_EMIT predictionsRead(std::nullopt);
    Q_EMIT evaluationsRead(std::nullopt);
    Q_EMIT memoryForecast(std::nullopt);
    Q_EMIT memoryRead(std::nullopt);
    if (run.isEmpty()) return;
    read();
    readMemory();
    inBackground(
        this,
        [path = m_workspace.runsFolder() / run.toStdString()]() -> std::optional<MemoryForecast> {
            auto folder = RunFolder::open(path);
            return folder ? forecastMemory(*folder) : std::nullopt;
        },
        [this, run](const std::optional<MemoryForecast>& forecast) {
            if (run == m_run) Q_EMIT memoryForecast(forecast);
        });
}

void PredictionSource::readMemory() {
    if (m_run.isEmpty()) return;
    inBackground(
        this,
        [path = m_workspace.runsFolder() / m_run.toStdString()]() -> Result<MeasuredMemory> {
            auto folder = RunFolder::open(path);
            if (!folder) return folder.error();
            return seekbench::readMemory(*folder);
        },
        [this, run = m_run](const Result<MeasuredMemory>& measured) {
            if (run != m_run) return;
            if (measured)
                Q_EMIT memoryRead(*measured);
            else if (measured.error().code() != ErrorCode::NotFound)
                Q_EMIT failed(measured.error());
        });
}

void PredictionSource::read() {
    inBackground(
        this,
        [path = m_workspace.runsFolder() / m_run.toStdString()]() -> Result<Predictions> {
            auto folder = RunFolder::open(path);
            if (!folder) return folder.error();
            return readPredictions(*folder);
        },
        [this, run = m_run](const Result<Predictions>& predictions) {
            if (run != m_run) return;
            if (predictions) {
                m_part = predictions->part;
                Q_EMIT predictionsRead(*predictions);
            } else if (predictions.error().code() != ErrorCode::NotFound) {
                Q_EMIT failed(predictions.error());
            }
        });
    inBackground(
        this,
        [path = m_workspace.runsFolder() / m_run.toStdString()]() -> Result<EvaluationHistory> {
            auto folder = RunFolder::open(path);
            if (!folder) return folder.error();
            return readEvaluations(*folder);
        },
        [this, run = m_run](const Result<EvaluationHistory>& history) {
            if (run != m_run) return;
            if (history) {
                if (!history->validations.empty()) m_part = history->validations.back().part;
                Q_EMIT evaluationsRead(*history);
            } else if (history.error().code() != ErrorCode::NotFound) {
                Q_EMIT failed(history.error());
            }
        });
}

void PredictionSource::readPictures(const QVector<qint64>& indices) {
    inBackground(
        this,
        [path = m_workspace.runsFolder() / m_run.toStdString(), part = m_part, dataset = m_dataset, indices]() mutable -> Pictures {
            if (!dataset) {
                auto folder = RunFolder::open(path);
                auto experiment = folder ? folder->experiment() : Result<Experiment>(folder.error());
                auto opened = experiment ? openDataset(experiment->dataset) : Result<std::unique_ptr<Dataset>>(experiment.error());
                if (!opened) return {nullptr, {}, opened.error()};
                dataset = std::move(*opened);
            }
            Pictures pictures{dataset, {}, {}};
            for (const qint64 index : indices) {
                if (index < 0 || index >= dataset->size(part)) continue;
                Batch batch;
                const std::int64_t wanted = index;
                try {
                    dataset->read(part, std::span(&wanted, 1), batch);
                } catch (const ReadFailure& failure) {  // a file that has changed since it was opened
                    pictures.error = failure.error();
                    return pictures;
                }
                HostTensor& input = batch.inputs.front();
                input.sizes.erase(input.sizes.begin());  // of the one sample, without the batch
                pictures.images.emplace(index, sampleImage(input));
            }
            return pictures;
        },
        [this, run = m_run](const Pictures& pictures) {
            if (run != m_run) return;
            m_dataset = pictures.dataset;
            if (pictures.error)
                Q_EMIT failed(*pictures.error);
            else
                Q_EMIT picturesRead(pictures.images);
        });
}

}  // namespace seekbench
