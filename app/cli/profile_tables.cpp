// SPDX-License-Identifier: Apache-2.0
#include "app/cli/profile_tables.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/cli/format.h"
#include "core/base/json.h"

namespace seekbench {
namespace {

constexpr std::array<std::pair<std::string_view, ProfileView>, 6> kViews{{{"operator", ProfileView::Operator},
                                                                          {"layer", ProfileView::Layer},
                                                                          {"phase", ProfileView::Phase},
                                                                          {"kernel", ProfileView::Kernel},
                                                                          {"gap", ProfileView::Gap},
                                                                          {"roofline", ProfileView::Roofline}}};

std::string milliseconds(double nanoseconds) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3f ms", nanoseconds * 1e-6);
    return text;
}
std::string milliseconds(std::int64_t nanoseconds) { return milliseconds(static_cast<double>(nanoseconds)); }

std::string percent(double share) {
    char text[16];
    std::snprintf(text, sizeof text, "%.1f %%", 100 * share);
    return text;
}

// 1.2 G, 340 M
std::string amount(double number) {
    static constexpr std::array kUnits = {"", " k", " M", " G", " T", " P"};
    if (number <= 0) return "-";
    std::size_t unit = 0;
    for (; number >= 999.5 && unit + 1 < kUnits.size(); number /= 1000) ++unit;
    char text[32];
    std::snprintf(text, sizeof text, "%.3g%s", number, kUnits[unit]);
    return text;
}

std::string orDash(std::string_view text) { return text.empty() ? "-" : oneLine(std::string(text)); }
std::string count(std::uint64_t number) { return withSeparators(static_cast<std::int64_t>(number)); }

// Long names of kernels would push the numbers off the line.
std::string shortened(std::string_view text, std::size_t most = 60) {
    std::string line = orDash(text);
    if (columnsOf(line) <= static_cast<int>(most)) return line;
    while (columnsOf(line) > static_cast<int>(most) - 3) {
        line.pop_back();
        while (!line.empty() && (static_cast<unsigned char>(line.back()) & 0xC0) == 0x80) line.pop_back();
        if (!line.empty() && static_cast<unsigned char>(line.back()) >= 0xC0) line.pop_back();
    }
    return line + "...";
}

using Lines = std::vector<std::vector<std::string>>;

template <class Rows, class Make>
Lines linesOf(std::vector<std::string> heads, const Rows& rows, std::size_t most, Make make) {
    Lines lines{std::move(heads)};
    for (const auto& row : rows) {
        if (lines.size() > most) break;
        lines.push_back(make(row));
    }
    return lines;
}

struct Listing {
    Lines lines;
    std::size_t rows = 0;
    std::string nothing;  // what to say when there are none
};

Listing listing(const Trace& trace, ProfileView view, const TraceFilter& filter, std::size_t most) {
    switch (view) {
        case ProfileView::Operator: {
            const auto rows = operatorTable(trace, filter);
            double all = 0;
            for (const OperatorRow& row : rows) all += static_cast<double>(row.self);
            return {linesOf({"OPERATOR", "SELF", "SHARE", "TOTAL", "CALLS", "FLOP", "BYTES", "OF THE POSSIBLE"}, rows, most,
                            [&](const OperatorRow& row) {
                                return std::vector{shortened(row.name),
                                                   milliseconds(row.self),
                                                   percent(all > 0 ? static_cast<double>(row.self) / all : 0),
                                                   milliseconds(row.total),
                                                   count(row.calls),
                                                   amount(row.flops),
                                                   amount(row.bytes),
                                                   row.efficiency ? percent(*row.efficiency) : std::string("-")};
                            }),
                    rows.size(), "No operator lies in this part of the profile.\n"};
        }
        case ProfileView::Layer: {
            const auto rows = layerTable(summarize(trace));
            return {linesOf({"LAYER", "FORWARD", "BACKWARD", "OTHER", "SHARE", "CALLS", "FLOP", "BYTES"}, rows, most,
                            [](const LayerRow& row) {
                                return std::vector{row.node.empty() ? std::string("(no layer)") : shortened(row.node),
                                                   milliseconds(row.forward),
                                                   milliseconds(row.backward),
                                                   milliseconds(row.other),
                                                   percent(row.share),
                                                   count(row.calls),
                                                   amount(row.flops),
                                                   amount(row.bytes)};
                            }),
                    rows.size(), "Nothing happened in the steps of this profile.\n"};
        }
        case ProfileView::Phase: {
            const auto bars = stepBars(trace);
            const auto shares = meanShares(bars);
            double wall = 0;
            for (const StepBar& bar : bars) wall += static_cast<double>(bar.step.duration);
            Lines lines{{"PHASE", "A STEP", "SHARE"}};
            for (std::size_t i = 0; i <= kPhases; ++i) {
                if (shares[i] <= 0) continue;
                const std::string name(i == kPhases ? "Gaps" : labelOf(static_cast<Phase>(i)));
                lines.push_back({name, milliseconds(shares[i] * wall / static_cast<double>(bars.size())), percent(shares[i])});
            }
            if (!bars.empty()) lines.push_back({"All", milliseconds(wall / static_cast<double>(bars.size())), percent(1)});
            return {lines, lines.size() - 1, "The profile is empty.\n"};
        }
        case ProfileView::Kernel: {
            const auto rows = kernelTable(trace, filter);
            return {linesOf({"KERNEL", "HOW", "GRID", "BLOCK", "TIME", "CALLS", "SHORTEST", "LONGEST", "FLOP/S", "LAYERS"}, rows, most,
                            [](const KernelRow& row) {
                                const auto sizes = [](const std::uint32_t(&s)[3]) {
                                    return std::to_string(s[0]) + "x" + std::to_string(s[1]) + "x" + std::to_string(s[2]);
                                };
                                std::string layers = row.layers.empty() ? "-" : row.layers.front();
                                if (row.layers.size() > 1) layers += " +" + count(row.layers.size() - 1);
                                return std::vector{shortened(row.name),
                                                   row.implementation.empty() ? "-" : row.implementation,
                                                   row.launch ? sizes(row.launch->grid) : "-",
                                                   row.launch ? sizes(row.launch->block) : "-",
                                                   milliseconds(row.exclusive),
                                                   count(row.calls),
                                                   milliseconds(row.shortest),
                                                   milliseconds(row.longest),
                                                   row.worked > 0 ? amount(row.flops * 1e9 / static_cast<double>(row.worked)) : "-",
                                                   shortened(layers)};
                            }),
                    rows.size(), "The profile has no kernels: neither a GPU nor the compiled engine computed.\n"};
        }
        case ProfileView::Gap: {
            const auto rows = idleGaps(trace, filter.span);
            return {linesOf({"IDLE FOR", "FROM", "CAUSE", "WHILE"}, rows, most,
                            [&](const IdleGap& row) {
                                return std::vector{milliseconds(row.span.duration()), milliseconds(row.span.begin - trace.span().begin),
                                                   std::string(labelOf(row.cause)), shortened(row.blame)};
                            }),
                    rows.size(), "Something was at work all the time.\n"};
        }
        case ProfileView::Roofline: {
            const auto rows = rooflinePoints(trace, filter);
            return {
                linesOf({"OPERATOR", "LAYER", "PHASE", "LOST", "TIME", "FLOP/BYTE", "FLOP/S", "OF THE POSSIBLE", "LIMIT"}, rows, most,
                        [](const RooflinePoint& row) {
                            return std::vector{
                                shortened(row.name, 40), shortened(row.node, 30), std::string(nameOf(row.phase)),
                                milliseconds(row.lost),  milliseconds(row.time),  numberText(row.intensity),
                                amount(row.achieved),    percent(row.efficiency), std::string(row.memoryBound ? "memory" : "arithmetic")};
                        }),
                rows.size(), "The profile says neither what its operators compute nor what the machine can do.\n"};
        }
    }
    return {};
}

// One paragraph: how far the profile can be believed.
std::string completenessText(const Trace& trace) {
    const Completeness c = completenessOf(trace);
    std::string text = count(c.slices) + " slices, " + count(trace.steps().size()) + " steps, " +
                       milliseconds(trace.span().empty() ? std::int64_t{0} : trace.span().duration()) + ". " + percent(c.withPhase()) +
                       " of the steps' busy time has a phase, " + percent(c.withLayer()) + " of forward and backward has a layer.\n";
    if (c.ledger.cut) text += "The profile ended before it was whole: what had been written is shown.\n";
    if (c.ledger.dropped > 0) text += count(c.ledger.dropped) + " records were lost.\n";
    if (c.ledger.unreadable > 0) text += count(c.ledger.unreadable) + " entries of the file say nothing that can be shown.\n";
    if (c.ledger.unmatched + c.flowsLost > 0)
        text += count(c.ledger.unmatched + c.flowsLost) + " beginnings, ends or arrows have no other half.\n";
    if (c.ledger.withoutArguments > 0) text += count(c.ledger.withoutArguments) + " slices lost their arguments: there were too many.\n";
    if (!c.conserved) text += "The times do not add up; please report this profile.\n";
    return text;
}

std::string tableText(const Listing& listing, std::size_t most) {
    if (listing.rows == 0) return listing.nothing;
    std::string text = table(listing.lines);
    if (listing.rows > most) text += "and " + count(listing.rows - most) + " more; all of them with --json or --csv\n";
    return text;
}

// A CSV table as JSON: what reads as a number is one.
Json jsonOf(const CsvTable& table) {
    Json rows = Json::array();
    for (const auto& cells : table.rows) {
        Json row = Json::object();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string& column = table.columns[i];
            const bool isNumber = column == "step" || column == "calls" || column == "share" || column == "efficiency" ||
                                  column == "flops" || column == "bytes" || column == "occupancy" || column == "registers_per_thread" ||
                                  column == "shared_bytes" || column.ends_with("_ns") || column.starts_with("calls_") ||
                                  column.find("_per_") != std::string::npos;
            double number = 0;
            if (!isNumber)
                row[column] = cells[i];
            else if (std::from_chars(cells[i].data(), cells[i].data() + cells[i].size(), number).ec == std::errc())
                row[column] = Json::parse(cells[i], nullptr, false);
            else
                row[column] = nullptr;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

std::string profileViewNames() {
    std::string names;
    for (const auto& [name, view] : kViews) names.append(names.empty() ? "" : ", ").append(name);
    return names;
}

std::optional<ProfileView> profileViewFromName(std::string_view name) {
    for (const auto& [known, view] : kViews)
        if (known == name) return view;
    return std::nullopt;
}

CsvTable profileCsv(const Trace& trace, ProfileView view, const TraceFilter& filter) {
    switch (view) {
        case ProfileView::Operator: return csvOf(operatorTable(trace, filter));
        case ProfileView::Layer: return csvOf(layerTable(summarize(trace)));
        case ProfileView::Phase: return csvOf(stepBars(trace));
        case ProfileView::Kernel: return csvOf(kernelTable(trace, filter));
        case ProfileView::Gap: return csvOf(idleGaps(trace, filter.span));
        case ProfileView::Roofline: return csvOf(rooflinePoints(trace, filter));
    }
    return {};
}

std::string profileTable(const Trace& trace, ProfileView view, std::size_t most) { return tableText(listing(trace, view, {}, most), most); }

std::string profileText(const Trace& trace, ProfileView view, const TraceFilter& filter, std::size_t most) {
    return tableText(listing(trace, view, filter, most), most) + "\n" + completenessText(trace);
}

std::string profileJson(const Trace& trace, ProfileView view, const TraceFilter& filter) {
    const Completeness c = completenessOf(trace);
    return canonicalJson({{"rows", jsonOf(profileCsv(trace, view, filter))},
                          {"steps", trace.steps().size()},
                          {"source", trace.facts().source},
                          {"completeness",
                           {{"slices", c.slices},
                            {"received", c.ledger.received},
                            {"dropped", c.ledger.dropped},
                            {"unreadable", c.ledger.unreadable},
                            {"unmatched", c.ledger.unmatched + c.flowsLost},
                            {"without_arguments", c.ledger.withoutArguments},
                            {"clock_residual_ns", c.ledger.clockResidual},
                            {"cut", c.ledger.cut},
                            {"conserved", c.conserved},
                            {"share_with_phase", c.withPhase()},
                            {"share_with_layer", c.withLayer()}}}});
}

std::string differenceText(const Difference& difference, std::size_t most) {
    using Verdict = DifferenceRow::Verdict;
    const auto interval = [](const DifferenceRow& row) {
        if (!std::isfinite(row.low) || !std::isfinite(row.high)) return std::string("-");
        return milliseconds(row.low) + " to " + milliseconds(row.high);
    };
    std::vector<DifferenceRow> changed;
    for (const DifferenceRow& row : difference.rows)
        if (row.verdict != Verdict::Same) changed.push_back(row);
    std::string text = "A step took " + milliseconds(difference.step.before) + " before and " + milliseconds(difference.step.after) +
                       " after (" + count(difference.stepsBefore) + " and " + count(difference.stepsAfter) +
                       " steps): " + std::string(labelOf(difference.step.verdict)) + ".\n";
    if (std::isfinite(difference.step.low)) text += "With 95 % confidence the change is " + interval(difference.step) + ".\n";
    if (difference.step.verdict == Verdict::Unknown) text += "Profile at least three steps in both to tell a change from noise.\n";
    text += "\n";
    if (changed.empty()) return text + "No operator changed beyond the noise.\n";
    text += table(linesOf(
        {"LAYER", "OPERATOR", "SHAPES", "BEFORE", "AFTER", "CHANGE BETWEEN", "VERDICT"}, changed, most, [&](const DifferenceRow& row) {
            return std::vector{shortened(row.node, 30), shortened(row.name, 40), shortened(row.shapes, 30),        milliseconds(row.before),
                               milliseconds(row.after), interval(row),           std::string(labelOf(row.verdict))};
        }));
    if (changed.size() > most) text += "and " + count(changed.size() - most) + " more; all of them with --json or --csv\n";
    const std::size_t same = difference.rows.size() - changed.size();
    if (same > 0) text += count(same) + " operators did not change beyond the noise.\n";
    return text;
}

std::string differenceJson(const Difference& difference) {
    return canonicalJson({{"rows", jsonOf(csvOf(difference.rows))},
                          {"step", jsonOf(csvOf(std::vector{difference.step}))[0]},
                          {"steps_before", difference.stepsBefore},
                          {"steps_after", difference.stepsAfter}});
}

}  // namespace seekbench
