// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words of a trace: each text, each label (what a slice is called, which node it works for, in which phase) and each set of arguments
// is kept once and has a number. A network repeats itself every step, so ten million slices need a few thousand labels.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace seekbench {

inline constexpr std::size_t kLongestText = 1u << 20;  // bytes; longer ones are cut

// Numbers of a Dictionary. 0 is always there: the empty text, the empty label, no arguments.
using StringId = std::uint32_t;
using LabelId = std::uint32_t;
using ArgumentsId = std::uint32_t;

// What a training step does with its time. Numbers stand in files: add at the end and raise kTraceVersion.
enum class Phase : std::uint8_t { None, Data, Forward, Loss, Backward, Optimizer, Communication, Checkpoint, Validation, Bookkeeping };
inline constexpr std::size_t kPhases = 10;
std::string_view nameOf(Phase phase);   // "forward"; "none" for None: written in files and options
std::string_view labelOf(Phase phase);  // "Forward": English source text for people
std::optional<Phase> phaseFromName(std::string_view name);

struct Label {
    StringId name = 0;          // "aten::conv2d", the kernel's name
    StringId node = 0;          // path of the node it works for, "block/3/conv1"; 0: that of the slice around it
    StringId category = 0;      // "cpu_op", "kernel", "gpu_memcpy" …, as Kineto calls them; 0: none
    Phase phase = Phase::None;  // None: that of the slice around it
    bool operator==(const Label&) const = default;
};

// How a kernel was launched.
struct KernelArguments {
    std::uint32_t grid[3] = {1, 1, 1}, block[3] = {1, 1, 1};
    std::uint32_t registersPerThread = 0, sharedBytes = 0;
    float occupancy = 0;  // achieved, 0 … 1; 0: not known
    bool tensorCores = false;
    bool operator==(const KernelArguments&) const = default;
};

struct Arguments {
    StringId shapes = 0;          // of the inputs: "[32, 64, 56, 56], [64]"
    StringId type = 0;            // of the numbers it computes with: "fp32", "bf16"
    double flops = 0, bytes = 0;  // the work by formula (design/profiler.md, 3.7); 0: not known
    std::optional<KernelArguments> kernel;
    std::vector<std::pair<StringId, StringId>> other;  // what else the source of the trace says, in its order
    bool operator==(const Arguments&) const = default;
};

// A Dictionary only grows, and what a number means never changes. Views of texts stay good while it grows; references to labels and
// arguments do not. One thread owns it.
class Dictionary {
public:
    Dictionary();
    Dictionary(Dictionary&&) noexcept = default;
    Dictionary& operator=(Dictionary&&) noexcept = default;

    StringId intern(std::string_view text);
    LabelId internLabel(const Label& label);
    // Amounts of work that are no numbers count as not known.
    ArgumentsId internArguments(Arguments arguments);

    std::string_view text(StringId id) const { return m_texts[id]; }
    const Label& label(LabelId id) const { return m_labels[id]; }
    const Arguments& arguments(ArgumentsId id) const { return m_arguments[id]; }
    std::string_view nameOf(LabelId id) const { return text(m_labels[id].name); }
    std::string_view nodeOf(LabelId id) const { return text(m_labels[id].node); }

    // How many there are: every number below is one.
    std::size_t texts() const { return m_texts.size(); }
    std::size_t labels() const { return m_labels.size(); }
    std::size_t argumentSets() const { return m_arguments.size(); }
    std::size_t textBytes() const { return m_textBytes; }

    std::optional<StringId> find(std::string_view text) const;

private:
    struct Hash {
        std::size_t operator()(const Label& label) const;
        std::size_t operator()(const Arguments& arguments) const;
    };
    std::deque<std::string> m_texts;  // a deque: the map's views stay good while it grows
    std::vector<Label> m_labels;
    std::vector<Arguments> m_arguments;
    std::unordered_map<std::string_view, StringId> m_textIds;
    std::unordered_map<Label, LabelId, Hash> m_labelIds;
    std::unordered_multimap<std::size_t, ArgumentsId> m_argumentIds;  // by hash: arguments are long, they are kept once
    std::size_t m_textBytes = 0;
};

}  // namespace seekbench
