// SPDX-License-Identifier: Apache-2.0
#pragma once

// An experiment that passes check(), for tests to spoil.

#include "core/experiment/experiment.h"

namespace seekbench {

inline const char* const kSampleText = R"({
    "format": "seekbench-experiment", "version": 1,
    "name": "sample",
    "graph": {
        "nodes": [
            {"name": "input", "operator": "Input", "parameters": {"shape": [4]}},
            {"name": "hidden", "operator": "Linear", "parameters": {"in_features": 4, "out_features": 8}},
            {"name": "relu", "operator": "ReLU"},
            {"name": "head", "operator": "Linear", "parameters": {"in_features": 8, "out_features": 3}},
            {"name": "output", "operator": "Output"}
        ],
        "edges": [["input.output", "hidden.input"], ["hidden.output", "relu.input"], ["relu.output", "head.input"],
                  ["head.output", "output.input"]]
    },
    "dataset": {"kind": "synthetic", "shape": [4], "classes": 3, "train_samples": 1000},
    "optimizer": {"kind": "adam", "learning_rate": 0.01},
    "schedule": {"kind": "cosine", "warmup_steps": 10}
})";

inline Experiment sampleExperiment() { return experimentFromText(kSampleText, {}).value(); }

}  // namespace seekbench
