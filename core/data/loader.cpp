// SPDX-License-Identifier: Apache-2.0
#include "core/data/loader.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

namespace seekbench {
namespace {

// Tells the watch, also when the work throws.
class Watched {
public:
    Watched(LoaderWatch* watch, LoaderWatch::Work work) : m_watch(watch) {
        if (m_watch) m_watch->begin(work);
    }
    ~Watched() {
        if (m_watch) m_watch->end();
    }
    Watched(const Watched&) = delete;
    Watched& operator=(const Watched&) = delete;

private:
    LoaderWatch* m_watch;
};

}  // namespace

// A ring of batches that the reader thread fills and next() empties; their buffers are reused, so nothing is allocated
// once they have grown. One batch more than is read ahead: the one the caller looks at.
struct Loader::State {
    const Dataset& dataset;
    const Part part;
    const std::vector<std::int64_t> indices;
    const LoaderOptions options;

    std::vector<std::int64_t> order;  // of this epoch: samples of `part`; fixed while the thread runs
    std::vector<Batch> ring;
    std::int64_t batches = 0;  // of an epoch
    double waited = 0;
    std::int64_t epoch = 0;

    std::mutex mutex;
    std::condition_variable_any changed;
    std::int64_t filled = 0;     // number of the batch that will be read next
    std::int64_t given = 0;      // number of the batch that next() gives next; the one before may still be looked at
    bool looking = false;        // the caller holds batch given − 1
    std::exception_ptr failure;  // of reading batch `filled`; the thread has ended

    std::jthread reader;  // last: it stops before what it uses goes away

    State(const Dataset& set, Part which, std::vector<std::int64_t> samples, const LoaderOptions& wanted)
        : dataset(set), part(which), indices(std::move(samples)), options(wanted) {}

    Batch& slot(std::int64_t batch) { return ring[static_cast<std::size_t>(batch) % ring.size()]; }

    // First batch whose slot must not be written yet.
    std::int64_t limit() const { return std::min(batches, given - (looking ? 1 : 0) + static_cast<std::int64_t>(ring.size())); }

    void readAhead(const std::stop_token& stop) {
        std::unique_lock lock(mutex);
        while (filled < batches) {
            if (!changed.wait(lock, stop, [&] { return filled < limit(); })) return;
            const std::int64_t batch = filled;
            lock.unlock();
            const auto first = static_cast<std::size_t>(batch * options.batchSize);
            const auto length = std::min(static_cast<std::size_t>(options.batchSize), order.size() - first);
            std::exception_ptr thrown;
            try {
                const auto samples = std::span<const std::int64_t>(order).subspan(first, length);
                {
                    const Watched reading(options.watch, LoaderWatch::Work::Read);
                    dataset.read(part, samples, slot(batch));
                }
                if (options.augmenter && !options.augmenter->isEmpty()) {
                    const Watched augmenting(options.watch, LoaderWatch::Work::Augment);
                    options.augmenter->apply(slot(batch), samples, options.seed, epoch);
                }
            } catch (...) {
                thrown = std::current_exception();
            }
            lock.lock();
            if (thrown) {
                failure = thrown;
                changed.notify_all();
                return;
            }
            ++filled;
            changed.notify_all();
        }
    }
};

Loader::Loader(const Dataset& dataset, Part part, std::vector<std::int64_t> indices, const LoaderOptions& options)
    : m_state(std::make_unique<State>(dataset, part, std::move(indices), options)) {
    assert(options.batchSize > 0);
    const auto count = static_cast<std::int64_t>(m_state->indices.size());
    m_state->batches = (count + options.batchSize - 1) / options.batchSize;
    m_state->ring.resize(static_cast<std::size_t>(std::max(1, options.prefetch)) + 1);
    m_state->filled = m_state->given = m_state->batches;  // next() before start() finds the end
}

Loader::~Loader() = default;

std::int64_t Loader::batchesPerEpoch() const { return m_state->batches; }

void Loader::start(std::int64_t epoch, std::int64_t batch) {
    State& state = *m_state;
    assert(batch >= 0 && batch <= state.batches);
    state.reader = {};  // stops and joins the thread of an epoch that was left early
    state.order = state.indices;
    if (state.options.order == Order::Shuffled) {
        const auto positions = epochOrder(static_cast<std::int64_t>(state.indices.size()), state.options.seed, epoch);
        std::ranges::transform(positions, state.order.begin(),
                               [&](std::int64_t position) { return state.indices[static_cast<std::size_t>(position)]; });
    }
    state.filled = state.given = batch;
    state.looking = false;
    state.failure = nullptr;
    state.epoch = epoch;
    state.waited = 0;
    state.reader = std::jthread([&state](const std::stop_token& stop) { state.readAhead(stop); });
}

const Batch* Loader::next() {
    State& state = *m_state;
    std::unique_lock lock(state.mutex);
    state.looking = false;
    state.changed.notify_all();
    if (state.given == state.batches) return nullptr;
    if (state.filled == state.given) {
        const auto from = std::chrono::steady_clock::now();
        state.changed.wait(lock, [&] { return state.filled > state.given || state.failure; });
        state.waited += std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
    }
    if (state.filled == state.given) std::rethrow_exception(state.failure);
    state.looking = true;
    return &state.slot(state.given++);
}

double Loader::waitedSeconds() const { return m_state->waited; }

}  // namespace seekbench
