// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/run/memory_table.h"
#include "core/trace/flight/flight_file.h"
#include "gpu/profile/label_table.h"
#include "gpu/profile/record_ring.h"
#include "gpu/profile/tick_clock.h"

namespace seekbench {

// A ThreadRecorder notes what one thread does while it is profiled: operators as they begin and end, and, of the trainer's thread, phases
// and layers. It allocates nothing for an operator whose name it knows. One thread owns it; another drains its ring.
class ThreadRecorder {
public:
    // What a layer is called on the way forward and on the way back: numbers of labels.
    struct Layer {
        std::uint32_t forward = 0, backward = 0;
    };

    ThreadRecorder(LabelTable& labels, std::int64_t thread) : m_labels(labels), m_thread(thread) {}
    // Steps, phases and layers go to the flight recorder, too; with OnlyFlight nothing else is noted.
    enum class Notes { Everything, OnlyFlight };
    ThreadRecorder(LabelTable& labels, std::int64_t thread, FlightWriter* flight, Notes notes = Notes::Everything)
        : m_labels(labels), m_thread(thread), m_flight(flight), m_everything(notes == Notes::Everything) {}
    ThreadRecorder(const ThreadRecorder&) = delete;
    ThreadRecorder& operator=(const ThreadRecorder&) = delete;

    // --- operators. `which` tells them apart: they end in the reverse order in which they began, and what has been left out is made up
    // for.
    void beginOperator(const void* which, const char* name) { begin(which, m_everything ? labelOfOperator(name) : 0); }
    // A kernel of the compiled engine; the texts stay where they are, and are compared in case they did not.
    void beginKernel(const void* which, const std::string& name, const std::string& implementation) {
        begin(which, m_everything ? labelOfKernel(name, implementation) : 0);
    }
    // Work of a loader's thread.
    void beginLoading(const void* which, const char* name) {
        begin(which, m_everything ? m_labels.number({.name = name, .category = "loader", .phase = Phase::Data}) : 0);
    }
    // Of the autograd function with this number, or with none (AccumulateGrad).
    void beginBackwardFunction(const void* which, std::string_view name, std::int64_t sequence);
    void end(const void* which);

    // --- phases of the trainer, one within another. What the inner one takes is not the outer one's.
    // Both return the instant they took for it: ticks.
    std::uint64_t beginPhase(Phase phase);
    std::uint64_t endPhase();

    // --- layers. One lasts until the next begins or the phase ends: what lies between them, such as the memory that is freed, is the
    // doing of the one before.
    void beginLayer(const Layer& layer, std::uint64_t sequence);
    // On the way back, where no autograd function tells: the engine has come to this layer.
    void beginBackwardLayer(const Layer& layer) { changeLayer(layer.backward, ticks()); }
    // The layers of the pass are over; `sequence` is the number that autograd gives out next.
    void endForward(std::uint64_t sequence);

    // The step that begins with the phase that has just begun.
    void beginStep(std::int64_t number, std::uint64_t start);
    void step(std::int64_t number, std::uint64_t start, std::uint64_t end);
    // Notes what has changed since the last time.
    void memory(const MemoryBytes& bytes);
    bool notesEverything() const { return m_everything; }

    RecordRing& ring() { return m_ring; }
    std::int64_t thread() const { return m_thread; }
    // The track that its slices share with those of other threads; empty: it has one of its own. Set before another thread knows of it.
    void setTrack(std::string track) { m_track = std::move(track); }
    const std::string& track() const { return m_track; }
    std::uint64_t unmatched() const { return m_unmatched.load(std::memory_order_relaxed); }

private:
    static constexpr std::size_t kDeepest = 256;
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;
    struct Open {
        const void* which;
        std::uint64_t start;
        std::uint32_t label;
    };
    struct OpenPhase {
        std::uint32_t label;
        std::uint64_t start;  // of the part that runs
        std::size_t depth;    // of m_open within it
        bool isBackward;
    };
    struct KnownName {
        const char* pointer = nullptr;
        std::string_view text;
        std::uint32_t label = 0;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    struct SequenceSpan {
        std::uint64_t first;
        std::uint32_t backward;
        std::uint64_t start;  // ticks; 0: of the loss
    };

    void begin(const void* which, std::uint32_t label);
    std::uint32_t labelOfOperator(const char* name);
    std::uint32_t labelOfText(std::string_view name);
    std::uint32_t labelOfKernel(const std::string& name, const std::string& implementation);
    void changeLayer(std::uint32_t label, std::uint64_t now);
    const SequenceSpan* spanOf(std::int64_t sequence) const;
    void note(const ProfileRecord& record) {
        if (m_everything) m_ring.push(record);
    }
    std::uint32_t labelOfPhase(Phase phase);
    std::uint32_t inFlight(std::uint32_t label);

    LabelTable& m_labels;
    std::int64_t m_thread;
    std::string m_track;
    RecordRing m_ring;
    FlightWriter* m_flight = nullptr;  // of the trainer's thread; nullptr: there is none
    bool m_everything = true;
    static constexpr std::uint32_t kUnknown = 0xFFFFFFFE;
    std::vector<std::uint32_t> m_flightLabels;  // by label
    std::array<std::uint32_t, kPhases> m_phaseLabels = [] {
        std::array<std::uint32_t, kPhases> none;
        none.fill(kNone);
        return none;
    }();
    std::array<Open, kDeepest> m_open;
    std::size_t m_depth = 0;  // may pass kDeepest: what lies deeper is not noted
    std::atomic<std::uint64_t> m_unmatched{0};

    std::array<KnownName, 1024> m_known;
    std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> m_names;
    struct KnownKernel {
        std::string name, implementation;
        std::uint32_t label = kNone;
    };
    std::unordered_map<const void*, KnownKernel> m_kernels;  // by where the name stands

    std::vector<OpenPhase> m_phases;
    std::uint32_t m_layer = kNone;
    std::uint64_t m_layerStart = 0;
    std::vector<std::uint32_t> m_stated;  // by label: the pass in which its work has been stated
    std::uint32_t m_pass = 1;
    bool m_states = false;  // the running layer's slice states its work
    // Which layer made the autograd functions from a number on; the last one stands for the loss.
    std::vector<SequenceSpan> m_sequences;
    std::uint32_t m_lossLabel = kNone;
    MemoryBytes m_memory;
    bool m_memoryKnown = false;
};

}  // namespace seekbench
