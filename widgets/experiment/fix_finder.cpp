// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/experiment/fix_finder.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "core/experiment/memory_fix.h"
#include "core/experiment/memory_forecast.h"

namespace seekbench {
namespace {

// Findings beyond these have to wait until some of these are mended: a graph in pieces is not mended by hundreds of buttons.
constexpr std::size_t kMostFindings = 24;

struct Request {
    std::uint64_t generation = 0;
    Experiment experiment;
    ExperimentReport report;
    std::vector<Diagnostic> diagnostics;
    std::int64_t machineMemory = 0;
};

std::vector<QuickFix> fixesOf(const Request& request, const Diagnostic& diagnostic) {
    if (diagnostic.node == "training.batch_size") {
        const auto forecast = forecastMemory(request.experiment);
        const auto findings = forecast ? checkMemory(*forecast, request.machineMemory, 0) : std::vector<Diagnostic>{};
        if (std::ranges::find(findings, diagnostic) != findings.end()) return memoryFixes(request.experiment, request.machineMemory);
    }
    return quickFixes(request.experiment, request.report, diagnostic);
}

}  // namespace

struct FixFinder::Private {
    std::atomic<std::uint64_t> generation = 0;
    std::uint64_t answered = 0;
    double milliseconds = 0;
    std::mutex mutex;
    std::condition_variable_any wake;
    std::optional<Request> request;
    std::jthread thread;  // last: it must end before what it uses
};

FixFinder::FixFinder(QObject* parent) : QObject(parent), m_private(std::make_unique<Private>()) {
    m_private->thread = std::jthread([this](std::stop_token stop) {
        Private& p = *m_private;
        while (true) {
            std::optional<Request> request;
            {
                std::unique_lock lock(p.mutex);
                if (!p.wake.wait(lock, stop, [&] { return p.request.has_value(); })) return;
                request = std::exchange(p.request, std::nullopt);
            }
            const auto begin = std::chrono::steady_clock::now();
            std::vector<std::vector<QuickFix>> fixes;
            for (const Diagnostic& diagnostic : request->diagnostics) {
                if (stop.stop_requested() || p.generation != request->generation) break;
                fixes.push_back(fixes.size() < kMostFindings ? fixesOf(*request, diagnostic) : std::vector<QuickFix>{});
            }
            if (fixes.size() < request->diagnostics.size()) continue;
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
            QMetaObject::invokeMethod(
                this,
                [this, generation = request->generation, milliseconds = took.count(), fixes = std::move(fixes)] {
                    if (generation != m_private->generation) return;
                    m_private->answered = generation;
                    m_private->milliseconds = milliseconds;
                    Q_EMIT fixesFound(fixes);
                },
                Qt::QueuedConnection);
        }
    });
}

FixFinder::~FixFinder() = default;

bool FixFinder::isIdle() const { return m_private->answered == m_private->generation; }
double FixFinder::lastMilliseconds() const { return m_private->milliseconds; }

void FixFinder::find(const Experiment& experiment, const ExperimentReport& report, std::vector<Diagnostic> diagnostics,
                     std::int64_t machineMemory) {
    const std::uint64_t generation = ++m_private->generation;
    {
        const std::lock_guard lock(m_private->mutex);
        m_private->request = Request{generation, experiment, report, std::move(diagnostics), machineMemory};
    }
    m_private->wake.notify_one();
}

}  // namespace seekbench
