// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/run_table.h"

#include <algorithm>

#include <QtCore/QTimer>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>

#include "widgets/controls/segmented_control.h"
#include "widgets/runs/run_table_delegate.h"
#include "widgets/text/figures.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {

RunTable::RunTable(QWidget* parent)
    : QWidget(parent), m_model(new RunTableModel(this)), m_delegate(new RunTableDelegate(this)), m_view(new QTreeView(this)) {
    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setUniformRowHeights(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setRootIsDecorated(false);
    m_view->setExpandsOnDoubleClick(false);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setTreePosition(static_cast<int>(RunColumn::Run));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    QFont font = this->font();
    font.setPixelSize(emPixels(*this, em::kTable));
    m_view->setFont(font);
    m_model->setFont(font);
    m_view->setIndentation(0);  // the delegate indents and paints the chevrons: lines stay whole then
    QHeaderView& header = *m_view->header();
    header.setSectionsMovable(true);
    header.setStretchLastSection(true);
    header.setMinimumSectionSize(emPixels(*this, 2));
    for (const RunColumnSpec& spec : runColumns()) {
        header.resizeSection(static_cast<int>(spec.column), emPixels(*m_view, spec.widthEm));
        m_view->setColumnHidden(static_cast<int>(spec.column), !spec.standard);
    }
    header.setSortIndicator(static_cast<int>(RunColumn::Created), Qt::DescendingOrder);
    m_view->setSortingEnabled(true);

    m_differenceTimer = new QTimer(this);
    m_differenceTimer->setSingleShot(true);
    m_differenceTimer->setInterval(50);
    buildBar();
    buildActions();

    const auto wait = [this] { m_differenceTimer->start(); };
    connect(m_differenceTimer, &QTimer::timeout, this, &RunTable::askForDifferences);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, wait);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, wait);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, wait);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &RunTable::expandGroups);
    connect(m_view, &QTreeView::expanded, this, wait);
    connect(m_model, &RunTableModel::noteChangesRequested, this, &RunTable::noteChangesRequested);
    connect(m_model, &RunTableModel::shownRunsChanged, this, [this] {
        updateCompared();
        Q_EMIT shownRunsChanged(m_model->shownRuns());
    });
    connect(m_model, &RunTableModel::countsChanged, this, &RunTable::updateTexts);
    connect(m_view, &QTreeView::customContextMenuRequested, this, &RunTable::openMenu);
    connect(m_view, &QTreeView::clicked, this, &RunTable::openGroup);
    connect(m_view, &QTreeView::doubleClicked, this, &RunTable::activate);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateActions();
        Q_EMIT selectedRunsChanged(selectedRuns());
    });

    setFocusProxy(m_view);
    setTheme(m_theme);
    retranslate();
    updateActions();
}

void RunTable::buildBar() {
    auto* bar = new QFrame(this);
    setRole(*bar, "panel");
    m_filter = new QLineEdit(bar);
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(emPixels(*this, 23));
    m_filterIcon = m_filter->addAction(QIcon(), QLineEdit::LeadingPosition);
    m_groupLabel = new QLabel(bar);
    setRole(*m_groupLabel, "caption");
    m_grouping = new SegmentedControl({QString(), QString(), QString()}, bar);
    m_columns = new QToolButton(bar);
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_columnMenu = new QMenu(m_columns);
    m_columns->setMenu(m_columnMenu);
    m_count = new QLabel(bar);
    setRole(*m_count, "caption");
    m_trash = new QToolButton(bar);
    m_trash->setCheckable(true);
    m_trash->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(emPixels(*this, 0.92), emPixels(*this, 0.46), emPixels(*this, 0.92), emPixels(*this, 0.46));
    row->setSpacing(emPixels(*this, 0.62));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_filter, m_groupLabel, m_grouping, m_columns, m_count}) row->addWidget(widget);
    row->addStretch();
    row->addWidget(m_trash);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_view);

    connect(m_filter, &QLineEdit::textChanged, this, &RunTable::applyFilter);
    connect(m_grouping, &SegmentedControl::chosen, this, &RunTable::group);
    connect(m_trash, &QToolButton::toggled, this, &RunTable::showTrash);
}

QAction* RunTable::addAction(const QKeySequence& key, void (RunTable::*slot)()) {
    auto* action = new QAction(this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(action);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void RunTable::buildActions() {
    m_rename = addAction(Qt::Key_F2, &RunTable::rename);
    m_toggle = addAction(Qt::Key_Space, &RunTable::toggleShown);
    m_useA = addAction(Qt::Key_A, &RunTable::useAsA);
    m_useB = addAction(Qt::Key_B, &RunTable::useAsB);
    m_discard = addAction(QKeySequence::Delete, &RunTable::discard);
    m_restore = addAction({}, &RunTable::restore);
    m_remove = addAction(Qt::SHIFT | Qt::Key_Delete, &RunTable::removeForEver);
    m_colourMenu = new QMenu(this);
    for (int slot = 0; slot < kRunColours; ++slot) {
        QAction* action = m_colourMenu->addAction(QString());
        connect(action, &QAction::triggered, this, [this, slot] {
            changeSelected([slot](RunNote& note) { note.colour = colourOfSlot(slot); },
                           tr("Colour %n run(s)", nullptr, static_cast<int>(selectedRuns().size())));
        });
    }
    for (const RunColumnSpec& spec : runColumns()) {
        QAction* action = m_columnMenu->addAction(QString());
        action->setCheckable(true);
        const int column = static_cast<int>(spec.column);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_view->setColumnHidden(column, !shown);
            updateTexts();
        });
    }
    updateColumnMenu();
}

void RunTable::setRuns(std::vector<RunSummary> runs) {
    m_model->setRuns(std::move(runs));
    updateCompared();
    updateActions();
}

void RunTable::setTheme(Theme theme) {
    m_theme = theme;
    m_delegate->setTheme(theme);
    m_model->setTheme(theme);
    m_filterIcon->setIcon(icon("filter", theme, Colour::Muted));
    m_columns->setIcon(icon("eye", theme));
    m_trash->setIcon(icon("trash", theme));
    const auto actions = m_colourMenu->actions();
    for (int slot = 0; slot < actions.size(); ++slot) actions[slot]->setIcon(runSwatchIcon(slot, emPixels(*this, 1.23), theme));
    m_view->viewport()->update();
}

void RunTable::setFilterText(const QString& text) { m_filter->setText(text); }
void RunTable::setShownRuns(std::vector<std::string> runs) { m_model->setShownRuns(std::move(runs)); }

void RunTable::applyFilter() {
    const RunFilter filter(m_filter->text());
    const QStringList unknown = filter.unknownKeys();
    m_filter->setProperty("state", unknown.isEmpty() ? QString() : QStringLiteral("error"));
    m_filter->setToolTip(unknown.isEmpty() ? QString()
                                           : tr("There is no \"%1\" to filter by. There are: %2.")
                                                 .arg(unknown.first(), RunFilter::shownKeys().join(QStringLiteral(", "))));
    setRole(*m_filter, "filter");
    m_model->setFilter(filter);
}

void RunTable::group(int grouping) {
    const auto selected = selectedRuns();
    m_model->setGrouping(static_cast<RunGrouping>(grouping));
    m_view->expandAll();
    selectRuns(selected);
    m_differenceTimer->start();
}

// Groups that have just come are open; those that the user has closed stay closed.
void RunTable::expandGroups(const QModelIndex& parent, int first, int last) {
    if (parent.isValid() || m_model->grouping() == RunGrouping::None) return;
    for (int row = first; row <= last; ++row) m_view->expand(m_model->index(row, 0));
}

std::vector<std::string> RunTable::selectedRuns() const {
    std::vector<std::string> runs;
    for (const QModelIndex& row : m_view->selectionModel()->selectedRows())
        for (std::string& run : m_model->runsAt(row))
            if (std::ranges::find(runs, run) == runs.end()) runs.push_back(std::move(run));
    return runs;
}

void RunTable::selectRuns(const std::vector<std::string>& runs) {
    QItemSelection selection;
    QModelIndex first;
    for (const std::string& run : runs) {
        const QModelIndex index = m_model->indexOf(run);
        if (!index.isValid()) continue;
        if (!first.isValid()) first = index;
        selection.select(index, index);
    }
    m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (!first.isValid()) return;
    m_view->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    m_view->scrollTo(first);
}

// --- the two that are compared ---

void RunTable::updateCompared() {
    const auto there = [&](const std::string& run) { return !run.empty() && m_model->run(run) != nullptr; };
    if (!there(m_chosenA)) m_chosenA.clear();
    if (!there(m_chosenB)) m_chosenB.clear();
    std::string a = m_chosenA, b = m_chosenB;
    for (const std::string& run : m_model->shownRuns()) {
        if (run == a || run == b) continue;
        if (a.empty())
            a = run;
        else if (b.empty())
            b = run;
    }
    if (a == m_runA && b == m_runB) return;
    if (a != m_runA) m_model->clearDifferences();
    m_runA = a;
    m_runB = b;
    m_differenceTimer->start();
    Q_EMIT comparedRunsChanged(m_runA, m_runB);
}

void RunTable::useAsA() {
    if (const RunSummary* run = m_model->run(m_view->currentIndex())) {
        m_chosenA = run->row.id;
        if (m_chosenB == m_chosenA) m_chosenB.clear();
        updateCompared();
    }
}

void RunTable::useAsB() {
    if (const RunSummary* run = m_model->run(m_view->currentIndex())) {
        m_chosenB = run->row.id;
        if (m_chosenA == m_chosenB) m_chosenA.clear();
        updateCompared();
    }
}

void RunTable::askForDifferences() {
    if (m_runA.empty() || m_view->isColumnHidden(static_cast<int>(RunColumn::Difference))) return;
    std::vector<std::string> needed;
    const int bottom = m_view->viewport()->height();
    for (QModelIndex row = m_view->indexAt(QPoint(1, 1)); row.isValid() && m_view->visualRect(row).top() < bottom;
         row = m_view->indexBelow(row))
        if (const RunSummary* run = m_model->run(row); run && row.data(RunTableModel::MissingDifferenceRole).toBool())
            needed.push_back(run->row.id);
    if (!needed.empty()) Q_EMIT differencesNeeded(needed);
}

// --- changes of runs ---

void RunTable::changeSelected(const std::function<void(RunNote&)>& change, const QString& text) {
    std::vector<RunNoteChange> changes;
    for (const std::string& id : selectedRuns()) {
        const RunRow& row = m_model->run(id)->row;
        RunNoteChange note{id, {.name = row.name, .colour = row.colour, .notes = row.notes, .trashed = row.trashed}, {}};
        note.after = note.before;
        change(note.after);
        if (!(note.after == note.before)) changes.push_back(std::move(note));
    }
    if (!changes.empty()) Q_EMIT noteChangesRequested(changes, text);
}

void RunTable::rename() {
    const QModelIndex current = m_view->currentIndex();
    if (m_model->run(current)) m_view->edit(current.siblingAtColumn(static_cast<int>(RunColumn::Name)));
}

void RunTable::toggleShown() {
    const auto selected = selectedRuns();
    auto shown = m_model->shownRuns();
    const auto isShown = [&](const std::string& run) { return std::ranges::find(shown, run) != shown.end(); };
    const bool show = !std::ranges::all_of(selected, isShown);
    for (const std::string& run : selected) {
        if (show == isShown(run)) continue;
        if (show)
            shown.push_back(run);
        else
            std::erase(shown, run);
    }
    m_model->setShownRuns(std::move(shown));
}

void RunTable::discard() {
    changeSelected([](RunNote& note) { note.trashed = true; },
                   tr("Move %n run(s) to the trash", nullptr, static_cast<int>(selectedRuns().size())));
}

void RunTable::restore() {
    changeSelected([](RunNote& note) { note.trashed = false; }, tr("Restore %n run(s)", nullptr, static_cast<int>(selectedRuns().size())));
}

void RunTable::removeForEver() {
    const auto runs = selectedRuns();
    if (m_model->isTrashShown() && !runs.empty()) Q_EMIT removalRequested(runs);
}

void RunTable::showTrash(bool shown) {
    m_model->setTrashShown(shown);
    updateActions();
}

void RunTable::openGroup(const QModelIndex& index) {
    const auto column = static_cast<RunColumn>(index.column());
    if (m_model->run(index) || (column != RunColumn::Run && column != RunColumn::Name)) return;
    const QModelIndex group = index.siblingAtColumn(0);
    m_view->setExpanded(group, !m_view->isExpanded(group));
}

void RunTable::activate(const QModelIndex& index) {
    const auto column = static_cast<RunColumn>(index.column());
    const RunSummary* run = m_model->run(index);
    if (!run) return;
    if (column == RunColumn::Name || column == RunColumn::Notes) return m_view->edit(index);
    if (column != RunColumn::Shown) Q_EMIT runActivated(run->row.id);
}

void RunTable::openMenu(const QPoint& at) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_toggle, m_useA, m_useB});
    menu->addSeparator();
    menu->addAction(m_rename);
    menu->addMenu(m_colourMenu)->setEnabled(m_rename->isEnabled() || !selectedRuns().empty());
    menu->addSeparator();
    menu->addActions(m_model->isTrashShown() ? QList<QAction*>{m_restore, m_remove} : QList<QAction*>{m_discard});
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

// --- texts ---

void RunTable::updateActions() {
    const bool any = m_view->selectionModel()->hasSelection(), isRun = m_model->run(m_view->currentIndex()) != nullptr;
    for (QAction* action : {m_toggle, m_restore, m_remove}) action->setEnabled(any);
    for (QAction* action : {m_rename, m_useA, m_useB}) action->setEnabled(any && isRun);
    m_discard->setEnabled(any && !m_model->isTrashShown());
    m_restore->setEnabled(any && m_model->isTrashShown());
    m_remove->setEnabled(any && m_model->isTrashShown());
}

void RunTable::updateColumnMenu() {
    const auto actions = m_columnMenu->actions();
    for (const RunColumnSpec& spec : runColumns()) {
        const QSignalBlocker quiet(actions[static_cast<int>(spec.column)]);
        actions[static_cast<int>(spec.column)]->setChecked(!m_view->isColumnHidden(static_cast<int>(spec.column)));
    }
}

void RunTable::updateTexts() {
    const auto total = m_model->isTrashShown() ? m_model->runsInTrash() : m_model->runsInTotal();
    const auto shown = m_model->runsInView();
    const QString all = countText(static_cast<std::int64_t>(total));
    m_count->setText(shown == total
                         ? tr("%1 run(s)", nullptr, static_cast<int>(total)).arg(all)
                         : tr("Showing %1 of %2 runs, the others are filtered out").arg(countText(static_cast<std::int64_t>(shown)), all));
    m_trash->setText(tr("Trash %1").arg(m_model->runsInTrash()));
    const auto columns = runColumns();
    m_columns->setText(
        tr("Columns, %1 of %2")
            .arg(std::ranges::count_if(columns, [&](const auto& spec) { return !m_view->isColumnHidden(static_cast<int>(spec.column)); }))
            .arg(columns.size()));
}

void RunTable::retranslate() {
    m_filter->setPlaceholderText(tr("Filter: words, state:finished"));
    m_filter->setAccessibleName(tr("Filter the runs"));
    m_groupLabel->setText(tr("Group by"));
    m_grouping->setTexts({tr("None"), tr("Experiment"), tr("Day")});
    m_grouping->setAccessibleName(tr("Grouping of the runs"));
    m_trash->setToolTip(tr("Show the runs in the trash instead of the others"));
    m_view->setAccessibleName(tr("Runs"));
    m_rename->setText(tr("&Rename"));
    m_toggle->setText(tr("&Show or hide curves"));
    m_useA->setText(tr("Compare as &A"));
    m_useB->setText(tr("Compare as &B"));
    m_discard->setText(tr("Move to the &trash"));
    m_restore->setText(tr("R&estore from the trash"));
    m_remove->setText(tr("&Delete for ever"));
    m_colourMenu->setTitle(tr("&Colour"));
    const auto colours = m_colourMenu->actions();
    for (int slot = 0; slot < colours.size(); ++slot) colours[slot]->setText(tr("Colour &%1").arg(slot + 1));
    const auto columns = m_columnMenu->actions();
    for (const RunColumnSpec& spec : runColumns()) columns[static_cast<int>(spec.column)]->setText(titleOf(spec.column));
    m_model->retranslate();
    updateTexts();
}

void RunTable::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

QByteArray RunTable::layoutState() const { return m_view->header()->saveState(); }

bool RunTable::restoreLayoutState(const QByteArray& state) {
    const bool restored = m_view->header()->restoreState(state);
    updateColumnMenu();
    updateTexts();
    return restored;
}

}  // namespace seekbench
