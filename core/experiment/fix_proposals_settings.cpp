// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/experiment/fix_proposals.h"
#include "core/experiment/setting.h"
#include "core/experiment/task.h"

namespace seekbench {
namespace {

class SettingProposer {
public:
    SettingProposer(const Experiment& experiment, const Diagnostic& diagnostic)
        : m_experiment(experiment), m_diagnostic(diagnostic), m_place(diagnostic.node) {}

    std::vector<FixProposal> proposals() && {
        if (m_place == "metrics") {
            removeMetrics();
        } else if (m_place == "optimizer.nesterov") {
            offer(say("Set %1 = %2", kMomentum.name, 0.9), {{"optimizer.momentum", 0.9}});
            offer(say("Set %1 = %2", kNesterov.name, "false"), {{m_place, std::nullopt}});
        } else if (const auto spec = specAt(m_experiment, m_place)) {
            change(*spec);
        } else if (m_place.find('.') != std::string::npos) {
            offer(say("Remove %1", m_place), {{m_place, std::nullopt}});
        }
        return std::move(m_proposals);
    }

private:
    using Values = decltype(SettingsFix::values);
    void offer(Message label, Values values) {
        const int group = static_cast<int>(m_proposals.size());
        m_proposals.push_back({.fix = {std::move(label), SettingsFix{std::move(values)}}, .group = group});
    }
    void set(const ParameterSpec& spec, const ParameterValue& value) {
        offer(say("Set %1 = %2", spec.name, labelText(value)), {{m_place, value}});
    }

    void removeMetrics() {
        for (const std::string& metric : m_experiment.metrics) {
            if (std::ranges::find(m_diagnostic.message.arguments, metric) == m_diagnostic.message.arguments.end()) continue;
            const auto times = std::ranges::count(m_experiment.metrics, metric);
            // Setting it anew is not adding it: erased first, one of the two stays.
            if (times > 1)
                offer(say("Name %1 only once", metric), {{"metrics." + metric, false}, {"metrics." + metric, true}});
            else
                replaceMetric(metric);
            return;
        }
    }

    // Out of a metric that is not for these samples: what is for them, or nothing.
    void replaceMetric(const std::string& metric) {
        const auto measured = [&](std::string_view id) {
            return std::ranges::find(m_experiment.metrics, id) != m_experiment.metrics.end();
        };
        const auto sample = sampleOf(m_experiment);
        if (sample && findKind(metricKinds(), metric) != nullptr)
            for (const MetricKind* other : metricsFor(*sample)) {
                if (measured(other->id)) continue;
                offer(say("Measure %1 instead of %2", other->id, metric),
                      {{"metrics." + metric, false}, {"metrics." + std::string(other->id), true}});
                break;
            }
        offer(say("Remove the metric %1", metric), {{"metrics." + metric, false}});
    }

    void change(const ParameterSpec& spec) {
        switch (spec.type) {
            case ParameterType::Boolean:
                for (const bool value : {true, false}) set(spec, value);
                break;
            case ParameterType::Choice:
                if (m_place == "training.device") return set(spec, std::string("cpu"));
                if (spec.standard) set(spec, *spec.standard);
                for (const std::string_view choice : spec.choices)
                    if (!spec.standard || *spec.standard != ParameterValue(std::string(choice))) set(spec, std::string(choice));
                break;
            case ParameterType::Integer:
            case ParameterType::Real: number(spec); break;
            case ParameterType::Integers:
                if (spec.standard) set(spec, *spec.standard);
                break;
        }
    }

    void number(const ParameterSpec& spec) {
        const auto as = [&](double value) {
            return spec.type == ParameterType::Integer ? ParameterValue(static_cast<std::int64_t>(value)) : ParameterValue(value);
        };
        const auto now = settingAt(m_experiment, m_place);
        double value = NAN;
        if (now)
            std::visit(
                [&](const auto& held) {
                    if constexpr (std::is_arithmetic_v<std::decay_t<decltype(held)>>) value = static_cast<double>(held);
                },
                *now);
        if (value < spec.minimum || value > spec.maximum) set(spec, as(std::clamp(value, spec.minimum, spec.maximum)));
        // What the sentence speaks of: the number of samples that are there, the steps of the whole run, or a tenth of it.
        if (m_diagnostic.severity == Severity::Warning)
            for (const double share : {1.0, 0.1})
                for (const std::string& argument : m_diagnostic.message.arguments) {
                    double named = 0;
                    const auto [end, failure] = std::from_chars(argument.data(), argument.data() + argument.size(), named);
                    if (failure != std::errc() || end != argument.data() + argument.size()) continue;
                    const double candidate = std::floor(named * share);
                    if (candidate >= spec.minimum && candidate <= spec.maximum && candidate != value) set(spec, as(candidate));
                }
        if (spec.standard) offer(say("Set %1 = %2", spec.name, labelText(*spec.standard)), {{m_place, std::nullopt}});
    }

    const Experiment& m_experiment;
    const Diagnostic& m_diagnostic;
    const std::string& m_place;
    std::vector<FixProposal> m_proposals;
};

}  // namespace

std::vector<FixProposal> settingProposals(const Experiment& experiment, const Diagnostic& diagnostic) {
    return SettingProposer(experiment, diagnostic).proposals();
}

}  // namespace seekbench
