// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/profile_comparison.h"

#include <algorithm>

#include "app/gui/background.h"
#include "app/gui/profile_desk.h"
#include "app/gui/window_session.h"
#include "core/trace/run_profiles.h"
#include "core/trace/trace_file.h"
#include "widgets/text/figures.h"
#include "widgets/trace/difference_view.h"

namespace seekbench {

ProfileComparison::ProfileComparison(WindowSession& session, DifferenceView& view) : QObject(&view), m_session(session), m_view(view) {
    connect(&view, &DifferenceView::choicesRequested, this, &ProfileComparison::find);
    connect(&view, &DifferenceView::otherChosen, this, [this](int choice) {
        m_other = m_others[static_cast<std::size_t>(choice)].file;
        showChoices();
        compare();
    });
    connect(&session.profiles(), &ProfileDesk::listed, this, [this] {
        if (m_view.isVisible()) find();
    });
    connect(&session.profiles(), &ProfileDesk::changed, this, [this] {
        showChoices();
        compare();
    });
}

void ProfileComparison::find() {
    struct Run {
        std::string id;
        QString name;
    };
    std::vector<Run> runs;
    const std::string current = m_session.profiles().run().toStdString();
    for (const RunSummary& run : m_session.monitor().runs())
        if (!run.row.trashed || run.row.id == current)
            runs.push_back({run.row.id, fromUtf8(run.row.name.empty() ? run.row.id : run.row.name)});
    std::ranges::stable_partition(runs, [&](const Run& run) { return run.id == current; });
    inBackground(
        this,
        [workspace = m_session.workspace(), runs, current, here = tr("this run")] {
            std::vector<Choice> found;
            for (const Run& run : runs) {
                const auto folder = workspace.find(run.id);
                if (!folder) continue;
                const bool alive = folder->isAlive();
                for (const auto& file : profilesOf(*folder))
                    if (!alive || isFinishedProfile(file))
                        found.push_back(
                            {QStringLiteral("%1, %2").arg(run.id == current ? here : run.name, fromUtf8(displayPath(file.filename()))),
                             file});
            }
            return found;
        },
        [this](const std::vector<Choice>& found) {
            m_all = found;
            showChoices();
        });
}

void ProfileComparison::showChoices() {
    m_others = m_all;
    std::erase_if(m_others, [this](const Choice& choice) { return choice.file == m_session.profiles().file(); });
    QStringList names;
    for (const Choice& choice : m_others) names.append(choice.name);
    const auto chosen = std::ranges::find(m_others, m_other, &Choice::file);
    m_view.setChoices(names, chosen == m_others.end() ? -1 : static_cast<int>(chosen - m_others.begin()));
}

void ProfileComparison::compare() {
    m_view.setComparison({});
    const SharedProfile after = m_session.profiles().profile();
    if (m_other.empty() || !after || m_other == m_session.profiles().file()) return;
    inBackground(
        this,
        [after, other = m_other]() -> Result<DifferenceView::Comparison> {
            const auto before = readTrace(other);
            if (!before) return before.error();
            return DifferenceView::Comparison{differenceOf(*before, after->trace), layerDifferenceOf(*before, after->trace)};
        },
        [this, after, other = m_other](const Result<DifferenceView::Comparison>& comparison) {
            if (other != m_other || after != m_session.profiles().profile()) return;  // something else has been chosen meanwhile
            if (!comparison) return Q_EMIT m_session.failed(comparison.error());
            m_view.setComparison(*comparison);
        });
}

}  // namespace seekbench
