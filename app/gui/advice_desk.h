// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include <QtCore/QObject>

#include "core/experiment/experiment.h"
#include "widgets/trace/advice/advice_view.h"

namespace seekbench {

class WindowSession;

// Finds what the open profile suggests, measures what a piece of advice gains when it is asked to, and remembers what was measured for
// each profile as long as the window is open. Both on threads of the pool; one gain is measured at a time, also while another profile is
// looked at. Lives in the GUI thread; belongs to the view. With the window what is being measured ends.
class AdviceDesk : public QObject {
    Q_OBJECT

public:
    AdviceDesk(WindowSession& session, AdviceView& view);
    ~AdviceDesk() override;

    void showProfile();  // that the profile desk has open now

Q_SIGNALS:
    void accepted(const seekbench::Experiment& experiment, const seekbench::Advice& advice);  // the experiment that was profiled

private:
    using Key = std::pair<std::filesystem::path, std::string>;  // of a profile, and its advice
    struct Running {
        Key key;
        std::stop_source stop;
    };
    const Advice* find(const std::string& id) const;
    void measure(const std::string& id);
    void keep(const Key& key, const AdviceTrial& trial);
    void showRunsAtWork();

    WindowSession& m_session;
    AdviceView& m_view;
    std::filesystem::path m_file;  // of the profile whose advice is shown
    std::optional<Experiment> m_experiment;
    std::vector<Advice> m_advice;
    std::map<Key, AdviceTrial> m_trials;
    std::optional<Running> m_running;
};

}  // namespace seekbench
