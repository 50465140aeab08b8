// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>

#include <QtCore/QObject>
#include <QtCore/QVector>
#include <QtGui/QImage>

#include "core/data/dataset.h"
#include "core/experiment/memory_forecast.h"
#include "core/run/evaluation.h"
#include "core/run/memory_table.h"
#include "core/run/predictions.h"
#include "core/run/run_folder.h"

namespace seekbench {

// Reads in the background what views show of a run besides its journal. Its memory: the forecast of its experiment, and what the worker has
// measured. And what its predictions consist of: the answers, which the worker leaves in the run folder after every
// validation, and the pictures they are about, from the run's dataset, which stays open while the run is shown. Answers of a run that
// is not shown any more are dropped. Lives in the GUI thread.
class PredictionSource : public QObject {
    Q_OBJECT

public:
    explicit PredictionSource(Workspace workspace, QObject* parent = nullptr);

    // Another run, or none (empty): what is open is closed.
    void setRun(const QString& run);
    // Reads the answers again; a run that has none yet gives nothing.
    void read();
    // Reads what was measured of the memory again; a run that has none yet gives nothing.
    void readMemory();
    // Reads the pictures of samples by their index in the part of the newest predictions.
    void readPictures(const QVector<qint64>& indices);

Q_SIGNALS:
    void predictionsRead(const std::optional<seekbench::Predictions>& predictions);
    void evaluationsRead(const std::optional<seekbench::EvaluationHistory>& history);
    void picturesRead(const std::map<qint64, QImage>& pictures);
    void memoryForecast(const std::optional<seekbench::MemoryForecast>& forecast);
    void memoryRead(const std::optional<seekbench::MeasuredMemory>& measured);
    void failed(const seekbench::Error& error);

private:
    struct Pictures;  // what reading pictures brings back

    Workspace m_workspace;
    QString m_run;
    Part m_part = Part::Train;
    std::shared_ptr<const Dataset> m_dataset;  // shared with the reads at work; reading is const and thread-safe
};

}  // namespace seekbench
