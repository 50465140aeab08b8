// SPDX-License-Identifier: GPL-3.0-or-later

// Measured times on the canvas: what a profile says of the nodes, and the way from a node to its slices.

#include <QtWidgets/QLabel>

#include "widgets/graph/graph_editor.h"
#include "widgets/graph/profile/canvas_profile.h"
#include "widgets/graph/profile/time_bar.h"
#include "widgets/text/figures.h"
#include "widgets/trace/trace_words.h"

namespace seekbench {

void GraphEditor::setProfile(std::shared_ptr<const CanvasProfile> profile, const QString& hint) {
    m_profile = std::move(profile);
    m_profileHint = hint;
    if (m_value == NodeValue::Time) refresh();
}

QString GraphEditor::profiledSelection() const {
    const NodeNames names = selection();
    if (!m_profile || names.size() != 1) return {};
    const std::string path = pathAt(level(), *names.begin());
    return m_profile->times.of(path).total() > 0 ? fromUtf8(path) : QString();
}

void GraphEditor::refreshTimes() {
    if (m_value != NodeValue::Time) return;
    m_scene->setTimes(m_profile ? nodeTimesAt(*m_profile, m_document, level()) : NodeTimes());
}

void GraphEditor::showTimeBar() {
    m_totals->setVisible(m_value != NodeValue::Time);
    m_timeBar->setVisible(m_value == NodeValue::Time);
    if (m_value != NodeValue::Time) return;
    TimeBar::State state;
    state.words = m_profileHint;
    if (m_profile) {
        state.words = tr("%1 a step, mean of %n steps · %2", nullptr, static_cast<int>(m_profile->times.steps()))
                          .arg(timeText(m_profile->times.wall()), m_profile->source);
        const ProfileAge age = ageOf(*m_profile, m_document);
        if (age.unrelated)
            state.warning = tr("The profile is of another network.");
        else if (age.changed > 0)
            state.warning = tr("The network was changed after this profile: %n nodes differ.", nullptr, static_cast<int>(age.changed));
        state.largest = m_scene->times().largest;
        state.node = fromUtf8(selection().empty() ? std::string() : *selection().begin());
        state.hasSlices = !profiledSelection().isEmpty();
    }
    m_timeBar->setState(std::move(state));
}

}  // namespace seekbench
