// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <QtCore/QString>

#include "core/protocol/packet.h"
#include "widgets/theme/theme.h"

namespace seekbench {

// The end of an epoch in figures.
struct EpochSummary {
    std::int64_t epoch = 0, step = 0;  // the epoch that ended, counted from 1
    std::optional<double> trainLoss, validationLoss;
    std::map<std::string, double> validation;  // metric id → share
    double seconds = 0;                        // since the epoch before, or since the start; 0: not known
    bool operator==(const EpochSummary&) const = default;
};

// A LogEntry is one line of the log as a value; its sentence is made when it is shown, in the window's language.
struct LogEntry {
    double time = 0;  // seconds since 1970
    std::variant<LogLine, AttemptStarted, StateChanged, CheckpointWritten, EpochSummary> what;
    bool operator==(const LogEntry&) const = default;
};

LogSeverity severityOf(const LogEntry& entry);
QString sentenceOf(const LogEntry& entry);
// Path of the node that it is about; empty: none.
QString nodeOf(const LogEntry& entry);
// What kind of line it is, for the eye: icon and its colour.
std::string_view glyphOf(const LogEntry& entry);
Colour colourOf(const LogEntry& entry);

}  // namespace seekbench
