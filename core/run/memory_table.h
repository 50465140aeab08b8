// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where the memory of a training step goes: by what it is for, and by the layer it belongs to. The forecast of an experiment
// (core/experiment/memory_forecast.h) and the worker's ledger give the same table, so that one stands beside the other.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/run/run_folder.h"

namespace seekbench {

enum class MemoryCategory : std::uint8_t {
    Parameters,   // weights, and what else belongs to a layer's state
    Gradients,    // of parameters
    Optimizer,    // what the optimizer remembers of each parameter, and averaged weights
    Activations,  // results of layers that still have readers or are kept for backward
    Input,        // the batch
    Workspace,    // all else: what a layer needs while it computes, gradients on their way back, metrics
};
inline constexpr std::array kMemoryCategories{MemoryCategory::Parameters,  MemoryCategory::Gradients, MemoryCategory::Optimizer,
                                              MemoryCategory::Activations, MemoryCategory::Input,     MemoryCategory::Workspace};
// "parameters": the name in files.
std::string_view nameOf(MemoryCategory category);
// "Parameters": English source text, marked for translation.
std::string_view labelOf(MemoryCategory category);

// The series of its values at the peak of each step.
std::string_view seriesOf(MemoryCategory category);

// Bytes by category.
struct MemoryBytes {
    std::array<std::int64_t, kMemoryCategories.size()> of{};

    std::int64_t& operator[](MemoryCategory category) { return of[static_cast<std::size_t>(category)]; }
    std::int64_t operator[](MemoryCategory category) const { return of[static_cast<std::size_t>(category)]; }
    std::int64_t total() const;
    MemoryBytes& operator+=(const MemoryBytes& other);
    bool operator==(const MemoryBytes&) const = default;
};

// A MemoryTable is the memory at one moment. Its rows add up to its total.
struct MemoryTable {
    struct Row {
        std::string path;  // of the node; "": belongs to no layer
        MemoryBytes bytes;
        bool operator==(const Row&) const = default;
    };
    MemoryBytes total;
    std::vector<Row> rows;  // in the model's order, no path twice; "" last, where there is one

    const Row* find(std::string_view path) const;  // nullptr: no such row
    bool operator==(const MemoryTable&) const = default;
};

// The peak of a training step as the worker's ledger measured it.
struct MeasuredMemory {
    std::int64_t step = 0;
    MemoryTable table;
    bool operator==(const MeasuredMemory&) const = default;
};

// {"workspace": 12, …} with all categories and "total"
Json memoryToJson(const MemoryBytes& bytes);

// artifacts/memory.json of a run folder: {"format": "seekbench-memory", "version": 1, "step", "peak": {category: bytes}, "layers":
// [{"path", category: bytes where not 0}]}. Written aside and renamed: a reader sees the old or the new file.
std::string memoryToText(const MeasuredMemory& memory);
// Errors: NewerVersion, Corrupt; each says what was found.
Result<MeasuredMemory> memoryFromText(std::string_view text);
Result<void> writeMemory(const RunFolder& folder, const MeasuredMemory& memory);
// NotFound before the first steps are done.
Result<MeasuredMemory> readMemory(const RunFolder& folder);

// artifacts/memory_forecast.json, in the same format: what an engine said beforehand of its peak. NotFound: it said nothing.
Result<void> writeMemoryForecast(const RunFolder& folder, const MemoryTable& forecast);
Result<MemoryTable> readMemoryForecast(const RunFolder& folder);
void forgetMemoryForecast(const RunFolder& folder);

}  // namespace seekbench
