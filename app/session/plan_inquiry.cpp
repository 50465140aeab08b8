// SPDX-License-Identifier: Apache-2.0
#include "app/session/plan_inquiry.h"

#include <chrono>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/session/worker_process.h"
#include "core/base/file.h"
#include "core/run/run_folder.h"
#include "core/run/worker_environment.h"

namespace seekbench {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 120s;  // measuring candidates of a large model takes some

// A file that the worker reads, gone with this object.
class TemporaryExperiment {
public:
    static Result<TemporaryExperiment> write(const Experiment& experiment) {
        auto folder = runtimeFolder();
        if (!folder) return folder.error();
        TemporaryExperiment file(*folder / ("plan-" + fingerprintOf(experiment).substr(0, 16) + ".json"));
        if (auto written = writeFileAtomically(file.m_path, experimentToText(experiment)); !written) return written.error();
        return file;
    }
    ~TemporaryExperiment() {
        std::error_code ignored;
        if (!m_path.empty()) std::filesystem::remove(m_path, ignored);
    }
    TemporaryExperiment(TemporaryExperiment&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    TemporaryExperiment& operator=(TemporaryExperiment&&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    explicit TemporaryExperiment(std::filesystem::path path) : m_path(std::move(path)) {}
    std::filesystem::path m_path;
};

}  // namespace

Result<Json> askPlan(const Experiment& experiment, int rounds, const std::stop_token& stop) {
    const auto worker = findWorker();
    if (!worker) return worker.error();
    const auto file = TemporaryExperiment::write(experiment);
    if (!file) return file.error();
    const auto output = outputOf(*worker, {"plan", displayPath(file->path()), std::to_string(rounds)},
                                 workerEnvironment(threadCount(experiment.training.threads)), kPatience, stop);
    if (!output) return output.error();
    return parseJson(*output);
}

Result<KernelPlan> askKernelPlan(const Experiment& experiment, const std::stop_token& stop) {
    const auto json = askPlan(experiment, 0, stop);
    if (!json) return json.error();
    return kernelPlanFromText(canonicalJson(*json));
}

}  // namespace seekbench
