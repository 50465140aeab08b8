// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/editor/graph_outline.h"

#include <algorithm>

#include <QtCore/QEvent>
#include <QtCore/QItemSelectionModel>
#include <QtCore/QScopedValueRollback>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "core/graph/signature.h"
#include "core/graph/wiring.h"
#include "widgets/graph/graph_editor.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {

std::vector<OutlineRow> outlineOf(const Graph& graph, const Library& library, const GraphReport& report) {
    Signatures signatures(library);
    const Problems problems(report);
    std::vector<Diagnostic> ignored;  // the report has them
    const Wiring wiring = wire(graph, signatures, {}, ignored);
    std::vector<OutlineRow> rows;
    for (const int index : wiring.order) {
        const Node& node = *wiring.nodes[static_cast<std::size_t>(index)].node;
        OutlineRow row{.name = fromUtf8(node.name), .kind = fromUtf8(node.op), .shape = {}, .problem = {}};
        if (const auto facts = report.nodes.find(node.name); facts != report.nodes.end() && !facts->second.outputs.empty())
            row.shape = shapeText(facts->second.outputs.front().shape);
        if (const Diagnostic* problem = problems.at(node.name)) {
            row.problem = translated(problem->message);
            row.error = problem->severity == Severity::Error;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void OutlineModel::setRows(std::vector<OutlineRow> rows) {
    if (rows == m_rows) return;
    // The same nodes keep their rows, and with them what is selected and where one has scrolled to.
    const bool same = std::ranges::equal(rows, m_rows, {}, &OutlineRow::name, &OutlineRow::name);
    if (!same) beginResetModel();
    m_rows = std::move(rows);
    if (!same)
        endResetModel();
    else
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

void OutlineModel::setTheme(Theme theme) {
    m_theme = theme;
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0, Problem), index(rowCount() - 1, Problem));
}

void OutlineModel::retranslate() { Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1); }

int OutlineModel::rowOf(const QString& name) const {
    const auto found = std::ranges::find(m_rows, name, &OutlineRow::name);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int OutlineModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int OutlineModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kColumns; }

QVariant OutlineModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const OutlineRow& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DecorationRole && index.column() == Problem && !row.problem.isEmpty())
        return icon(row.error ? "error" : "warning", m_theme, row.error ? Colour::Error : Colour::Warning);
    if (role == Qt::AccessibleTextRole && index.column() == Problem && !row.problem.isEmpty())
        return row.error ? tr("Error: %1").arg(row.problem) : tr("Warning: %1").arg(row.problem);
    if (role == Qt::ToolTipRole && index.column() == Problem) return row.problem;
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case Name: return row.name;
        case Kind: return row.kind;
        case ShapeColumn: return row.shape;
        case Problem: return row.problem;
        default: return {};
    }
}

QVariant OutlineModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
        case Name: return tr("Node");
        case Kind: return tr("Kind");
        case ShapeColumn: return tr("Output shape");
        case Problem: return tr("Problem");
        default: return {};
    }
}

GraphOutline::GraphOutline(ExperimentDocument& document, GraphEditor& editor, QWidget* parent)
    : QWidget(parent), m_document(document), m_editor(editor), m_model(new OutlineModel(this)), m_table(new QTableView(this)) {
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(emPixels(*this, 1.85));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    setFocusProxy(m_table);

    connect(&m_document, &ExperimentDocument::graphChanged, this, &GraphOutline::follow);
    connect(&m_document, &ExperimentDocument::reportChanged, this, &GraphOutline::follow);
    connect(&m_editor, &GraphEditor::levelChanged, this, &GraphOutline::follow);
    connect(&m_editor, &GraphEditor::selectionChanged, this, &GraphOutline::followSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &GraphOutline::choose);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { m_editor.open(m_model->rows()[static_cast<std::size_t>(index.row())].name); });
    retranslate();
}

void GraphOutline::setTheme(Theme theme) { m_model->setTheme(theme); }

void GraphOutline::follow() {
    if (!isVisible()) return;  // showEvent() catches up
    const Graph* graph = m_document.graphAt(m_editor.level());
    if (graph == nullptr) return;
    {
        const QScopedValueRollback following(m_following, true);
        m_model->setRows(outlineOf(*graph, m_document.experiment().library, m_document.reportAt(m_editor.level())));
    }
    followSelection();
}

void GraphOutline::followSelection() {
    if (m_following || !isVisible()) return;
    const QScopedValueRollback following(m_following, true);
    QItemSelection selection;
    int first = -1;
    for (const std::string& name : m_editor.selection())
        if (const int row = m_model->rowOf(fromUtf8(name)); row >= 0) {
            selection.select(m_model->index(row, 0), m_model->index(row, OutlineModel::kColumns - 1));
            first = first < 0 ? row : std::min(first, row);
        }
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (first < 0) return;
    m_table->selectionModel()->setCurrentIndex(m_model->index(first, 0), QItemSelectionModel::NoUpdate);
    m_table->scrollTo(m_model->index(first, 0));
}

void GraphOutline::choose() {
    if (m_following) return;
    const QScopedValueRollback following(m_following, true);
    NodeNames names;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        names.insert(m_model->rows()[static_cast<std::size_t>(index.row())].name.toStdString());
    m_editor.select(names);
    m_editor.showSelection();
}

void GraphOutline::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    follow();
}

void GraphOutline::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void GraphOutline::retranslate() {
    m_table->setAccessibleName(tr("Nodes of the graph"));
    m_model->retranslate();
    follow();
}

}  // namespace seekbench
