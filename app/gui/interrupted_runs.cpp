// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/interrupted_runs.h"

#include <algorithm>

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

#include "app/gui/window_session.h"
#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

// Which death was answered: the run's last word, with the attempt that said it.
QString answeredKey(const RunSummary& run) { return QStringLiteral("interrupted/%1").arg(fromUtf8(run.row.id)); }
QString deathOf(const RunSummary& run) { return QStringLiteral("%1:%2").arg(run.row.attempts).arg(run.row.step); }

}  // namespace

std::vector<RunSummary> InterruptedRuns::unanswered(WindowSession& session, const std::vector<RunSummary>& runs) {
    std::vector<RunSummary> found;
    for (const RunSummary& run : runs)
        if (run.state == RunState::Interrupted && !run.row.trashed && session.settings().text(answeredKey(run)) != deathOf(run))
            found.push_back(run);
    return found;
}

InterruptedRuns::InterruptedRuns(WindowSession& session, const std::vector<RunSummary>& runs, QWidget* parent)
    : QDialog(parent), m_session(session) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Interrupted runs"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(emPixels(*this, 0.62));
    auto* intro =
        new QLabel(tr("%n runs ended without finishing: their worker was killed or the machine went off. Nothing written is lost; a resume "
                      "goes on from the newest checkpoint.",
                      nullptr, static_cast<int>(runs.size())),
                   this);
    intro->setWordWrap(true);
    layout->addWidget(intro);
    auto* list = new QWidget(this);
    auto* rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, 0);
    for (const RunSummary& run : runs) {
        rows->addWidget(rowOf(run));
        m_session.settings().setText(answeredKey(run), deathOf(run));
    }
    rows->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(list);
    layout->addWidget(scroll, 1);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Keep them as they are"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    resize(emPixels(*this, 48), emPixels(*this, std::min(10.0 + 4 * static_cast<double>(runs.size()), 32.0)));
}

QWidget* InterruptedRuns::rowOf(const RunSummary& run) {
    auto* row = new QFrame(this);
    setRole(*row, "card");
    auto* layout = new QHBoxLayout(row);
    const QString name = fromUtf8(run.row.name.empty() ? run.row.id : run.row.name);
    auto* text = new QLabel(tr("%1, step %2 of %3").arg(name, countText(run.row.step), countText(run.row.totalSteps)), row);
    text->setToolTip(fromUtf8(run.row.id));
    layout->addWidget(text, 1);
    const QString id = fromUtf8(run.row.id);
    const auto add = [&](const QString& label, auto action) {
        auto* button = new QPushButton(label, row);
        button->setAccessibleName(QStringLiteral("%1: %2").arg(label, name));
        connect(button, &QPushButton::clicked, this, [this, row, action] {
            action();
            row->setEnabled(false);
            for (const QFrame* other : findChildren<QFrame*>())
                if (other->property("role") == QLatin1String("card") && other->isEnabled()) return;
            accept();
        });
        layout->addWidget(button);
    };
    add(tr("Resume"), [this, id] { m_session.desk().resume(id); });
    add(tr("Keep"), [] {});
    add(tr("Discard"), [this, id] { m_session.desk().stopAndDiscard(id); });
    return row;
}

}  // namespace seekbench
