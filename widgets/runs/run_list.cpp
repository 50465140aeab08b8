// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/run_list.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

#include "widgets/runs/run_list_delegate.h"
#include "widgets/runs/run_list_model.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

// A press on a box ticks and does not choose.
class RunTree : public QTreeView {
public:
    using QTreeView::QTreeView;

protected:
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index, const QEvent* event) const override {
        if (event && event->type() == QEvent::MouseButtonPress && index.isValid()) {
            QStyleOptionViewItem option;
            initViewItemOption(&option);
            option.rect = visualRect(index);
            const QPoint at = static_cast<const QMouseEvent*>(event)->position().toPoint();
            if (index.parent().isValid() && at.x() <= RunListDelegate::boxOf(option).right() + 2) return QItemSelectionModel::NoUpdate;
        }
        return QTreeView::selectionCommand(index, event);
    }
};

}  // namespace

RunList::RunList(QWidget* parent)
    : QWidget(parent),
      m_model(new RunListModel(this)),
      m_delegate(std::make_unique<RunListDelegate>()),
      m_filter(new QLineEdit(this)),
      m_view(new RunTree(this)),
      m_empty(new QLabel(this)),
      m_legend(new QLabel(this)),
      m_stack(new QStackedLayout) {
    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate.get());
    m_view->setHeaderHidden(true);
    m_view->setRootIsDecorated(false);
    m_view->setIndentation(0);
    m_view->setItemsExpandable(false);
    m_view->setExpandsOnDoubleClick(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QAbstractItemView::AnyKeyPressed);  // Space reaches the delegate
    m_view->setMouseTracking(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_filter->setClearButtonEnabled(true);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->setMargin(emPixels(*this, 0.92));
    m_legend->setWordWrap(true);
    m_legend->setMargin(8);  // a style sheet takes contents margins away
    for (QLabel* quiet : {m_empty, m_legend}) setRole(*quiet, "caption");

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* search = new QHBoxLayout;
    search->setContentsMargins(10, 6, 10, 6);
    search->addWidget(m_filter);
    layout->addLayout(search);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    layout->addLayout(m_stack, 1);
    auto* line = new QFrame(this);
    setRole(*line, "line");
    layout->addWidget(line);
    layout->addWidget(m_legend);

    connect(m_filter, &QLineEdit::textChanged, m_model, &RunListModel::setFilter);
    connect(m_model, &QAbstractItemModel::modelReset, this, &RunList::keepOpen);
    connect(m_model, &RunListModel::tickedChanged, this, [this] { Q_EMIT shownRunsChanged(m_model->ticked()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        const QString id = index.data(RunListModel::IdRole).toString();
        if (m_quiet || id.isEmpty() || id == m_current) return;
        m_current = id;
        Q_EMIT runActivated(id);
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        const QString id = m_view->indexAt(at).data(RunListModel::IdRole).toString();
        if (!id.isEmpty()) Q_EMIT contextMenuRequested(id, m_view->viewport()->mapToGlobal(at));
    });
    setTheme(m_theme);
    retranslate();
    keepOpen();
}

RunList::~RunList() = default;

void RunList::setRuns(std::vector<RunSummary> runs) { m_model->setRuns(std::move(runs)); }
void RunList::setColourSlots(QHash<QString, int> slots_) { m_model->setColourSlots(std::move(slots_)); }
QString RunList::current() const { return m_current; }
QStringList RunList::shown() const { return m_model->ticked(); }

void RunList::setShown(const QStringList& ids) {
    const QSignalBlocker quiet(this);
    m_model->setTicked(ids);
}

void RunList::setCurrent(const QString& id) {
    m_current = id;
    restoreCurrent();
}

// After a reset: groups open again, the chosen run chosen, the view where it was.
void RunList::keepOpen() {
    const int place = m_view->verticalScrollBar()->value();
    m_view->expandAll();
    restoreCurrent();
    m_view->verticalScrollBar()->setValue(place);
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget*>(m_view) : m_empty);
    retranslate();
}

void RunList::restoreCurrent() {
    m_quiet = true;
    const QModelIndex index = m_model->indexOf(m_current);
    if (index.isValid())
        m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    else
        m_view->selectionModel()->clear();
    m_quiet = false;
}

void RunList::setTheme(Theme theme) {
    m_theme = theme;
    m_delegate->setTheme(theme);
    for (QAction* old : m_filter->actions())
        if (old->objectName() == QLatin1String("glyph")) delete old;
    m_filter->addAction(icon("search", theme, Colour::Muted), QLineEdit::LeadingPosition)->setObjectName(QStringLiteral("glyph"));
    m_view->viewport()->update();
}

void RunList::retranslate() {
    m_view->setAccessibleName(tr("Runs"));
    m_filter->setPlaceholderText(tr("Filter runs"));
    m_filter->setAccessibleName(tr("Filter runs"));
    m_empty->setText(
        m_filter->text().isEmpty()
            ? tr("Your runs will stand here, newest first: those at work with their progress, those that wait, and what came of "
                 "the others. Press Start (F5) in Design to make the first.")
            : tr("No run has these words in its name."));
    m_legend->setText(
        tr("Right: best validation accuracy (%). Ticked runs are drawn in the same plots: colour says which run, line style "
           "which metric."));
}

void RunList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace seekbench
