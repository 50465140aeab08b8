// SPDX-License-Identifier: Apache-2.0
#include "app/cli/profile_advice.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/json.h"

namespace seekbench {
namespace {

std::string_view nameOf(TrialGain::Verdict verdict) {
    switch (verdict) {
        case TrialGain::Verdict::Faster: return "faster";
        case TrialGain::Verdict::Slower: return "slower";
        case TrialGain::Verdict::WithinNoise: break;
    }
    return "within_noise";
}

Json finite(double value) { return std::isfinite(value) ? Json(value) : Json(); }

}  // namespace

std::string adviceText(const std::vector<Advice>& advice) {
    if (advice.empty()) return "Nothing stands out: no part of a step is much larger than it has to be.\n";
    std::string text;
    for (std::size_t i = 0; i < advice.size(); ++i) {
        const Advice& one = advice[i];
        text += std::to_string(i + 1) + ". " + one.finding.english() + "\n   " + one.remedy.english() + "\n";
        text += one.changes.empty() ? "   There is no setting to try.\n"
                                    : "   To try: " + changesText(one) + (one.learnsDifferently ? " (it learns differently then)" : "") +
                                          ", with --try " + std::to_string(i + 1) + "\n";
    }
    return text;
}

std::string adviceJson(const std::vector<Advice>& advice, const std::optional<std::size_t>& tried, const TrialGain& gain) {
    Json all = Json::array();
    for (const Advice& one : advice) {
        Json evidence = Json::array(), changes = Json::array();
        for (const AdviceFigure& figure : one.evidence)
            evidence.push_back({{"label", figure.label}, {"value", figure.value}, {"unit", figure.unit}});
        for (const auto& [place, value] : one.changes) changes.push_back({{"setting", place}, {"value", value}});
        all.push_back({{"id", one.id},
                       {"finding", one.finding.english()},
                       {"remedy", one.remedy.english()},
                       {"share", one.share},
                       {"evidence", evidence},
                       {"changes", changes},
                       {"learns_differently", one.learnsDifferently}});
    }
    Json result = {{"advice", all}};
    if (tried)
        result["trial"] = {{"id", advice[*tried].id},   {"verdict", nameOf(gain.verdict())},
                           {"factor", gain.factor},     {"low", finite(gain.low)},
                           {"high", finite(gain.high)}, {"least", gain.least},
                           {"most", gain.most},         {"pairs", gain.pairs}};
    return canonicalJson(result);
}

}  // namespace seekbench
