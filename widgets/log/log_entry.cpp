// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/log/log_entry.h"

#include <algorithm>
#include <array>

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include "core/run/metric.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"

namespace seekbench {
namespace {

struct LogText {
    Q_DECLARE_TR_FUNCTIONS(LogText)
};

// Sentences of the worker arrive in English with their arguments filled in.
QString ofWorker(const std::string& text) { return translatedEnglish(text); }

QString labelOfMetric(const std::string& id) {
    const auto kinds = metricKinds();
    const auto kind = std::ranges::find(kinds, id, &Kind::id);
    return kind == kinds.end() ? fromUtf8(id) : translated(kind->label);
}

QString sentence(const LogLine& line) { return ofWorker(line.text); }

QString sentence(const AttemptStarted& attempt) {
    if (attempt.fromStep > 0)
        return LogText::tr("Resumed from step %1, attempt %2, on %3 (%4)")
            .arg(countText(attempt.fromStep))
            .arg(attempt.number)
            .arg(fromUtf8(attempt.device), fromUtf8(attempt.host));
    return LogText::tr("Started on %1 (%2), %3").arg(fromUtf8(attempt.device), fromUtf8(attempt.host), fromUtf8(attempt.software));
}

QString wordOf(WorkerState state, std::int64_t step) {
    const QString at = countText(step);
    switch (state) {
        case WorkerState::Starting: return LogText::tr("Starting");
        case WorkerState::Running: return step > 0 ? LogText::tr("Running from step %1").arg(at) : LogText::tr("Running");
        case WorkerState::Paused: return LogText::tr("Paused after step %1").arg(at);
        case WorkerState::Stopping: return LogText::tr("Stopping after step %1").arg(at);
        case WorkerState::Stopped: return LogText::tr("Stopped after step %1").arg(at);
        case WorkerState::Finished: return LogText::tr("Finished after step %1").arg(at);
        case WorkerState::Failed: return LogText::tr("Failed at step %1").arg(at);
    }
    return {};
}

QString sentence(const StateChanged& changed) {
    QStringList parts{wordOf(changed.state, changed.step)};
    if (!changed.reason.empty()) parts.append(ofWorker(changed.reason));
    if (!changed.advice.empty()) parts.append(ofWorker(changed.advice));
    return parts.join(QStringLiteral("  "));
}

QString sentence(const CheckpointWritten& written) {
    const QString text = written.best ? LogText::tr("Best checkpoint written at step %1, %2, %3 ms")
                                      : LogText::tr("Checkpoint written at step %1, %2, %3 ms");
    return text.arg(countText(written.step), bytesText(static_cast<std::int64_t>(written.bytes)), fixed(written.seconds * 1000, 0));
}

QString sentence(const EpochSummary& epoch) {
    QStringList parts{LogText::tr("Epoch %1").arg(countText(epoch.epoch))};
    if (epoch.trainLoss) parts.append(LogText::tr("training %1").arg(figure(*epoch.trainLoss)));
    if (epoch.validationLoss) parts.append(LogText::tr("validation %1").arg(figure(*epoch.validationLoss)));
    for (const auto& [id, share] : epoch.validation)
        parts.append(LogText::tr("%1 %2 %", "metric, value").arg(labelOfMetric(id).toLower(), percentText(share)));
    if (epoch.seconds > 0)
        parts.append(epoch.seconds < 60 ? LogText::tr("%1 s").arg(fixed(epoch.seconds, 1)) : durationText(epoch.seconds));
    return parts.join(QStringLiteral("   "));
}

}  // namespace

LogSeverity severityOf(const LogEntry& entry) {
    if (const auto* line = std::get_if<LogLine>(&entry.what)) return line->severity;
    if (const auto* changed = std::get_if<StateChanged>(&entry.what))
        if (changed->state == WorkerState::Failed) return LogSeverity::Error;
    return LogSeverity::Information;
}

QString sentenceOf(const LogEntry& entry) {
    return std::visit([](const auto& what) { return sentence(what); }, entry.what);
}

QString nodeOf(const LogEntry& entry) {
    const auto* line = std::get_if<LogLine>(&entry.what);
    return line == nullptr ? QString() : fromUtf8(line->node);
}

std::string_view glyphOf(const LogEntry& entry) {
    switch (severityOf(entry)) {
        case LogSeverity::Warning: return "warning";
        case LogSeverity::Error: return "error";
        case LogSeverity::Information: break;
    }
    if (std::holds_alternative<EpochSummary>(entry.what)) return "check";
    if (std::holds_alternative<CheckpointWritten>(entry.what)) return "flag";
    if (std::holds_alternative<AttemptStarted>(entry.what)) return "play";
    if (const auto* changed = std::get_if<StateChanged>(&entry.what)) {
        constexpr std::array<std::string_view, 7> glyphs{"play", "play", "pause", "stop", "stop", "finished", "error"};
        return glyphs[static_cast<std::size_t>(changed->state)];
    }
    return "note";
}

Colour colourOf(const LogEntry& entry) {
    switch (severityOf(entry)) {
        case LogSeverity::Warning: return Colour::Warning;
        case LogSeverity::Error: return Colour::Error;
        case LogSeverity::Information: break;
    }
    if (std::holds_alternative<CheckpointWritten>(entry.what)) return Colour::Accent;
    if (std::holds_alternative<LogLine>(entry.what)) return Colour::Info;
    if (const auto* changed = std::get_if<StateChanged>(&entry.what))
        if (changed->state == WorkerState::Paused || changed->state == WorkerState::Stopped) return Colour::Warning;
    return Colour::Ok;
}

}  // namespace seekbench
