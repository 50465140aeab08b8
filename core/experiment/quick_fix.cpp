// SPDX-License-Identifier: Apache-2.0
#include "core/experiment/quick_fix.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/experiment/fix_proposals.h"
#include "core/experiment/setting.h"

namespace seekbench {
namespace {

constexpr std::size_t kMostFixes = 3;
constexpr int kMostTrials = 60;
constexpr int kMostAdaptions = 8;  // nodes that follow one change

using Code = Diagnostic::Code;

bool isSetting(const Diagnostic& diagnostic) {
    // No path of a node has a dot in it.
    return diagnostic.code == Code::InvalidSetting || diagnostic.node.find('.') != std::string::npos;
}

bool isError(const Diagnostic& diagnostic) { return diagnostic.severity == Severity::Error; }

std::vector<std::string> partsOf(const std::string& path) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        parts.push_back(path.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

bool hasNode(const Experiment& experiment, const std::string& path) {
    auto level = partsOf(path);
    const std::string name = level.back();
    level.pop_back();
    const Graph* graph = graphAt(experiment, level);
    return graph != nullptr && graph->find(name) != nullptr;
}

// What a fix leads to, compared with what was.
enum class Outcome { Clean, Reveals, Worse };

class Trial {
public:
    Trial(const Experiment& experiment, const ExperimentReport& report, const Diagnostic& target)
        : m_experiment(experiment), m_report(report), m_target(target), m_targetsBefore(targetsIn(report)) {
        for (const Diagnostic& diagnostic : report.diagnostics)
            if (isError(diagnostic)) m_errorsBefore.push_back(diagnostic);
    }

    // Of proposal number `index`; tried once.
    Outcome outcome(std::size_t index, const QuickFix& fix) {
        auto [known, isNew] = m_outcomes.try_emplace(index, Outcome::Worse);
        Experiment changed = m_experiment;
        if (isNew && apply(changed, fix)) known->second = compared(check(changed));
        return known->second;
    }

    // The fix together with changes of other nodes that take away the errors it brings, when that ends well.
    std::optional<QuickFix> adapted(const FixProposal& proposal) const {
        const auto* start = std::get_if<GraphFix>(&proposal.fix.change);
        if (start == nullptr || proposal.adaptingLabel.empty()) return std::nullopt;
        GraphFix change = *start;
        std::string adaptedNodes;
        for (int round = 0; round < kMostAdaptions; ++round) {
            Experiment changed = m_experiment;
            if (!apply(changed, {proposal.fix.label, change})) return std::nullopt;
            const ExperimentReport report = check(changed);
            if (isGone(report) && compared(report) != Outcome::Worse) {
                if (adaptedNodes.empty()) return std::nullopt;
                Message label = proposal.adaptingLabel;
                label.arguments.push_back(adaptedNodes);
                return QuickFix{std::move(label), std::move(change)};
            }
            const auto added = std::ranges::find_if(report.diagnostics, [&](const Diagnostic& diagnostic) {
                return isError(diagnostic) && !wasThere(diagnostic) && diagnostic.code == Code::ShapeMismatch && !isSetting(diagnostic);
            });
            if (added == report.diagnostics.end()) return std::nullopt;
            const auto follower = follow(changed, report, *added, change.level);
            if (!follower) return std::nullopt;
            change.edit.steps.insert(change.edit.steps.end(), follower->begin(), follower->end());
            adaptedNodes += (adaptedNodes.empty() ? "" : ", ") + partsOf(added->node).back();
        }
        return std::nullopt;
    }

private:
    // One parameter of the node that `added` is about, so that this very error goes.
    static std::optional<std::vector<EditStep>> follow(const Experiment& changed, const ExperimentReport& report, const Diagnostic& added,
                                                       const std::vector<std::string>& level) {
        for (const FixProposal& proposal : graphProposals(changed, report, added)) {
            const auto* change = std::get_if<GraphFix>(&proposal.fix.change);
            if (change == nullptr || change->level != level || change->edit.steps.size() != 1) continue;
            const auto* set = std::get_if<SetParameter>(&change->edit.steps.front());
            if (set == nullptr || set->node != partsOf(added.node).back()) continue;
            Experiment further = changed;
            if (!apply(further, proposal.fix)) continue;
            const auto left = check(further).diagnostics;
            if (std::ranges::none_of(left, [&](const Diagnostic& d) { return d.node == added.node && isError(d); }))
                return change->edit.steps;
        }
        return std::nullopt;
    }

    std::ptrdiff_t targetsIn(const ExperimentReport& report) const {
        return std::ranges::count_if(report.diagnostics, [this](const Diagnostic& diagnostic) {
            return diagnostic.code == m_target.code && diagnostic.node == m_target.node && diagnostic.port == m_target.port &&
                   diagnostic.severity == m_target.severity;
        });
    }
    // Fewer findings of this kind at this place and the very one not among them: one about another number is no progress.
    bool isGone(const ExperimentReport& report) const {
        return targetsIn(report) < m_targetsBefore && std::ranges::find(report.diagnostics, m_target) == report.diagnostics.end();
    }
    bool wasThere(const Diagnostic& diagnostic) const { return std::ranges::find(m_errorsBefore, diagnostic) != m_errorsBefore.end(); }

    // Whether nobody could know of it before, because the mistake stood in the way.
    bool wasHidden(const Diagnostic& diagnostic, const ExperimentReport& now) const {
        if (m_report.graph.hasErrors() && std::ranges::find(now.graph.diagnostics, diagnostic) == now.graph.diagnostics.end())
            return true;  // the fit of graph and data is looked at only when the graph is right
        const bool aboutShapes = diagnostic.code == Code::ShapeMismatch || diagnostic.code == Code::ElementTypeMismatch ||
                                 diagnostic.code == Code::InvalidParameter;
        return aboutShapes && !m_report.graph.nodes.contains(diagnostic.node) && hasNode(m_experiment, diagnostic.node) &&
               std::ranges::none_of(m_errorsBefore, [&](const Diagnostic& before) { return before.node == diagnostic.node; });
    }

    Outcome compared(const ExperimentReport& now) const {
        if (!isGone(now)) return Outcome::Worse;
        std::size_t errors = 0;
        bool reveals = false;
        for (const Diagnostic& diagnostic : now.diagnostics) {
            if (!isError(diagnostic)) continue;
            ++errors;
            if (wasThere(diagnostic)) continue;
            if (!wasHidden(diagnostic, now)) return Outcome::Worse;
            reveals = true;
        }
        if (errors > m_errorsBefore.size()) return Outcome::Worse;
        return reveals ? Outcome::Reveals : Outcome::Clean;
    }

    const Experiment& m_experiment;
    const ExperimentReport& m_report;
    const Diagnostic& m_target;
    std::ptrdiff_t m_targetsBefore;
    std::vector<Diagnostic> m_errorsBefore;
    std::map<std::size_t, Outcome> m_outcomes;
};

// The proposals with this outcome, as their groups allow.
std::vector<QuickFix> chosen(const std::vector<FixProposal>& proposals, Trial& trial, Outcome wanted) {
    std::map<int, std::vector<QuickFix>> groups;
    std::set<int> ambiguous;
    int trials = 0;
    std::size_t ready = 0;
    for (std::size_t index = 0; index < proposals.size(); ++index) {
        const FixProposal& proposal = proposals[index];
        auto& group = groups[proposal.group];
        if (!group.empty() && !proposal.alone) continue;
        if (ready == kMostFixes || ++trials > kMostTrials) break;
        if (trial.outcome(index, proposal.fix) != wanted) continue;
        if (!group.empty()) ambiguous.insert(proposal.group);
        group.push_back(proposal.fix);
        if (!proposal.alone) ++ready;
    }
    std::vector<QuickFix> fixes;
    for (const auto& [number, group] : groups)
        if (!group.empty() && !ambiguous.contains(number) && fixes.size() < kMostFixes &&
            std::ranges::find(fixes, group.front()) == fixes.end())
            fixes.push_back(group.front());
    return fixes;
}

}  // namespace

const Graph* graphAt(const Experiment& experiment, const std::vector<std::string>& level) {
    const Graph* graph = &experiment.graph;
    for (const std::string& name : level) {
        const Node* node = graph->find(name);
        const Composite* composite = node == nullptr ? nullptr : experiment.library.composite(node->op);
        if (composite == nullptr) return nullptr;
        graph = &composite->body;
    }
    return graph;
}

Result<void> apply(Experiment& experiment, const QuickFix& fix) {
    if (const auto* settings = std::get_if<SettingsFix>(&fix.change)) {
        Experiment changed = experiment;
        for (const auto& [place, value] : settings->values)
            if (auto done = setSetting(changed, place, value); !done) return done.error();
        experiment = std::move(changed);
        return {};
    }
    const auto& change = std::get<GraphFix>(fix.change);
    Graph* graph = &experiment.graph;
    for (const std::string& name : change.level) {
        const Node* node = graph->find(name);
        const auto composite = node == nullptr ? experiment.library.composites.end() : experiment.library.composites.find(node->op);
        if (composite == experiment.library.composites.end())
            return Error(ErrorCode::NotFound, say("The block %1 is not there any more.", name), say("Choose another fix."));
        graph = &composite->second.body;
    }
    auto inverse = perform(*graph, change.edit);
    if (!inverse) return inverse.error();
    return {};
}

std::vector<QuickFix> quickFixes(const Experiment& experiment, const ExperimentReport& report, const Diagnostic& diagnostic) {
    const auto proposals =
        isSetting(diagnostic) ? settingProposals(experiment, diagnostic) : graphProposals(experiment, report, diagnostic);
    Trial trial(experiment, report, diagnostic);
    if (auto fixes = chosen(proposals, trial, Outcome::Clean); !fixes.empty()) return fixes;
    if (auto fixes = chosen(proposals, trial, Outcome::Reveals); !fixes.empty()) return fixes;
    constexpr std::size_t kMostAdapted = 4;
    for (std::size_t i = 0; i < std::min(proposals.size(), kMostAdapted); ++i)
        if (auto fix = trial.adapted(proposals[i])) return {std::move(*fix)};
    return {};
}

std::string labelText(const ParameterValue& value) {
    if (const auto* word = std::get_if<std::string>(&value)) return *word;
    const auto* numbers = std::get_if<Integers>(&value);
    if (numbers == nullptr || numbers->empty()) return text(value);
    std::string joined;
    for (const std::int64_t number : *numbers) joined += (joined.empty() ? "" : " × ") + std::to_string(number);
    return joined;
}

}  // namespace seekbench
