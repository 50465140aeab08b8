// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/profile_perspective.h"

#include <algorithm>

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QListWidget>

#include "app/gui/advice_desk.h"
#include "app/gui/plot_files.h"
#include "app/gui/profile_comparison.h"
#include "app/gui/profile_desk.h"
#include "app/gui/window_session.h"
#include "widgets/text/figures.h"
#include "widgets/trace/profile_view.h"
#include "widgets/trace/slice_panel.h"

namespace seekbench {

ProfilePerspective::ProfilePerspective(WindowSession& session) : Perspective(QStringLiteral("profile"), session) {
    m_view = new ProfileView(this);
    setCentralWidget(m_view);
    m_list = new QListWidget(this);
    m_listDock = addDock(QStringLiteral("profiles"), m_list, Qt::LeftDockWidgetArea, 14);
    m_panelDock = addDock(QStringLiteral("slice"), &m_view->panel(), Qt::RightDockWidgetArea, 20);
    connect(&desk(), &ProfileDesk::listed, this, &ProfilePerspective::showList);
    // What nobody sees is not laid out; showEvent() makes up for it.
    connect(&desk(), &ProfileDesk::changed, this, [this] {
        if (isVisible()) showProfile();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        const auto& profiles = desk().profiles();
        if (row >= 0 && static_cast<std::size_t>(row) < profiles.size()) desk().open(profiles[static_cast<std::size_t>(row)]);
    });
    connect(m_view, &ProfileView::nodeActivated, this, [this](const QString& path) { Q_EMIT nodeRequested(desk().run(), path); });
    connect(m_view, &ProfileView::csvRequested, this, [this](const QString& name, const QByteArray& text) {
        saveTable(this->session(), this, QStringLiteral("%1-%2").arg(fromUtf8(displayPath(desk().file().filename())), name), text);
    });
    connect(m_view, &ProfileView::csvCopied, this, [this](const QByteArray& text) {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
        Q_EMIT this->session().reported(tr("The table is in the clipboard."));
    });
    connect(m_view, &ProfileView::tablesRequested, this, [this](const SharedProfile& profile, const TraceFilter& filter) {
        m_tables.run([profile, filter] { return std::make_shared<const FilteredTables>(tablesOf(*profile, filter)); },
                     [this, profile](const SharedTables& tables) { m_view->setTables(profile, tables); });
    });
    new ProfileComparison(session, m_view->difference());  // belongs to the view
    m_advice = new AdviceDesk(session, m_view->advice());
    connect(m_advice, &AdviceDesk::accepted, this, &ProfilePerspective::adviceAccepted);
    retranslate();
}

ProfileDesk& ProfilePerspective::desk() const { return session().profiles(); }

void ProfilePerspective::showEvent(QShowEvent* event) {
    Perspective::showEvent(event);
    desk().watch(this, true);
    showList();
    showProfile();
}

void ProfilePerspective::hideEvent(QHideEvent* event) {
    Perspective::hideEvent(event);
    desk().watch(this, false);
}

void ProfilePerspective::showList() {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const auto& profile : desk().profiles()) m_list->addItem(fromUtf8(displayPath(profile.filename())));
    const auto open = std::ranges::find(desk().profiles(), desk().file());
    m_list->setCurrentRow(open == desk().profiles().end() ? 0 : static_cast<int>(open - desk().profiles().begin()));
    showMessage();
}

void ProfilePerspective::showProfile() {
    if (m_view->profile() == desk().profile()) return;
    showMessage();
    m_view->setProfile(desk().profile());
    m_advice->showProfile();
}

void ProfilePerspective::showMessage() {
    m_view->setMessage(desk().run().isEmpty() ? tr("Choose a run in Train or Compare to see its profiles.")
                                              : tr("This run has no profile yet. While it trains, choose Profile 20 steps."));
}

void ProfilePerspective::reveal(const QString& place) { m_view->showNode(place); }

QUndoStack& ProfilePerspective::undoStack() const { return session().runEdits(); }

void ProfilePerspective::setTheme(Theme theme) {
    Perspective::setTheme(theme);
    m_view->setTheme(theme);
}

void ProfilePerspective::retranslate() {
    m_listDock->setWindowTitle(tr("Profiles"));
    m_panelDock->setWindowTitle(tr("Selection"));
    m_list->setAccessibleName(tr("Profiles of the run"));
    showMessage();
}

}  // namespace seekbench
