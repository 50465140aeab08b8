// SPDX-License-Identifier: Apache-2.0
#include "gpu/profile/profile_scope.h"

#include <utility>

#include <ATen/SequenceNumber.h>

#include "gpu/model/layer_border.h"
#include "gpu/profile/collector.h"
#include "gpu/training/tensor_memory.h"

namespace seekbench {
namespace {

void noteMemory(ThreadRecorder& recorder) {
    if (!recorder.notesEverything()) return;
    if (const auto bytes = memoryOfThread()) recorder.memory(*bytes);
}

class ProfileBorder final : public LayerBorder {
public:
    void enter(const std::string& path) override {
        ThreadRecorder* recorder = Collector::ofThisThread();
        const ThreadRecorder::Layer* layer = recorder ? Collector::layer(path) : nullptr;
        if (!layer) return;
        recorder->beginLayer(*layer, at::sequence_number::peek());
        noteMemory(*recorder);
    }
    void leave(const std::string&, std::vector<at::Tensor>&) override {}
};

class LoaderSlices final : public LoaderWatch {
public:
    explicit LoaderSlices(const char* track) : m_track(track) {}

    void begin(Work work) override {
        t_recorder = Collector::ofThisThread(m_track);
        if (t_recorder) t_recorder->beginLoading(this, work == Work::Read ? "Read a batch" : "Augment a batch");
    }
    // A profile that began in between knows nothing of the beginning.
    void end() override {
        if (ThreadRecorder* recorder = std::exchange(t_recorder, nullptr)) recorder->end(this);
    }

private:
    static thread_local ThreadRecorder* t_recorder;  // kept by the thread until it asks for it again
    const char* m_track;
};
thread_local ThreadRecorder* LoaderSlices::t_recorder = nullptr;

}  // namespace

LoaderWatch* profiledLoader(ProfiledLoader loader) {
    static LoaderSlices training("Loader"), validation("Validation loader");  // they know nothing
    return loader == ProfiledLoader::Training ? &training : &validation;
}

ProfilePhase::ProfilePhase(Phase phase) : m_recorder(Collector::ofThisThread()) {
    if (!m_recorder) return;
    m_recorder->beginPhase(phase);
    noteMemory(*m_recorder);
}

void ProfilePhase::end() {
    if (ThreadRecorder* recorder = std::exchange(m_recorder, nullptr)) {
        noteMemory(*recorder);
        recorder->endPhase();
    }
}

LayerBorder* profileBorder() {
    static ProfileBorder border;  // it knows nothing
    return Collector::ofThisThread() ? &border : nullptr;
}

void enterProfiledBackward(const std::string& path) {
    ThreadRecorder* recorder = Collector::ofThisThread();
    if (const ThreadRecorder::Layer* layer = recorder ? Collector::layer(path) : nullptr) recorder->beginBackwardLayer(*layer);
}

ProfileKernel::ProfileKernel(const std::string& name, const std::string& implementation) : m_recorder(Collector::ofThisThread()) {
    if (m_recorder) m_recorder->beginKernel(this, name, implementation);
}

ProfileKernel::~ProfileKernel() {
    if (m_recorder) m_recorder->end(this);
}

void endProfiledForward() {
    if (ThreadRecorder* recorder = Collector::ofThisThread()) recorder->endForward(at::sequence_number::peek());
}

}  // namespace seekbench
