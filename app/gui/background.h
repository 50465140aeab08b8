// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <type_traits>
#include <utility>

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QObject>
#include <QtCore/QThreadPool>

namespace seekbench {

// Runs `work` on a thread of the pool and gives what it returns to `done` in the thread of `context`, unless `context` is gone by
// then. `work` takes copies of what it needs; it must not touch anything that lives in the GUI thread.
template <class Work, class Done>
void inBackground(QObject* context, Work work, Done done) {
    QtConcurrent::run(std::move(work)).then(context, std::move(done));
}

// The same for work of minutes that mostly waits, such as for a training: the pool gets one thread more meanwhile, so that on a machine
// with two cores the others do not wait for it.
template <class Work, class Done>
void inBackgroundForLong(QObject* context, Work work, Done done) {
    struct Room {
        Room() { QThreadPool::globalInstance()->releaseThread(); }
        ~Room() { QThreadPool::globalInstance()->reserveThread(); }
    };
    inBackground(
        context,
        [work = std::move(work)]() mutable {
            const Room room;
            return work();
        },
        std::move(done));
}

// Of the same kind of work only what was asked for last counts. While one is at work, the newest of those that come meanwhile waits, the
// others and the result of the one at work are forgotten: so never more than one is computed, however fast they come. Lives in the
// thread of `context`, which outlives it.
class NewestInBackground {
public:
    explicit NewestInBackground(QObject* context) : m_context(context) {}
    NewestInBackground(const NewestInBackground&) = delete;
    NewestInBackground& operator=(const NewestInBackground&) = delete;

    // As inBackground().
    template <class Work, class Done>
    void run(Work work, Done done) {
        m_next = [this, work = std::move(work), done = std::move(done)] {
            m_isBusy = true;
            inBackground(m_context, work, [this, done](const std::invoke_result_t<Work&>& result) {
                m_isBusy = false;
                if (!m_next) return done(result);
                std::exchange(m_next, nullptr)();
            });
        };
        if (!m_isBusy) std::exchange(m_next, nullptr)();
    }

private:
    QObject* m_context;
    bool m_isBusy = false;
    std::function<void()> m_next;  // that waits; empty: none
};

}  // namespace seekbench
