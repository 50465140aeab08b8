// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtCore/QAbstractTableModel>
#include <QtWidgets/QWidget>

#include "widgets/experiment/experiment_document.h"
#include "widgets/theme/theme.h"

class QTableView;

namespace seekbench {

class GraphEditor;

// A node as the outline lists it.
struct OutlineRow {
    QString name, kind, shape, problem;
    bool error = false;  // what `problem` is; else a warning
    bool operator==(const OutlineRow&) const = default;
};

// The nodes of a graph in the order in which they are computed.
std::vector<OutlineRow> outlineOf(const Graph& graph, const Library& library, const GraphReport& report);

// Name, kind, output shape and first problem of each node. Takes whole values; lives in the GUI thread.
class OutlineModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Kind, ShapeColumn, Problem, kColumns };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<OutlineRow> rows);
    void setTheme(Theme theme);
    void retranslate();
    const std::vector<OutlineRow>& rows() const { return m_rows; }
    int rowOf(const QString& name) const;  // -1: not there

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<OutlineRow> m_rows;
    Theme m_theme;
};

// The level that the editor shows, as a table: what a screen reader can read and a keyboard can walk through. Choosing a row selects the
// node on the canvas and the other way round; Enter opens it. The document and the editor must outlive it. Lives in the GUI thread.
class GraphOutline : public QWidget {
    Q_OBJECT

public:
    GraphOutline(ExperimentDocument& document, GraphEditor& editor, QWidget* parent = nullptr);

    void setTheme(Theme theme);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void follow();
    void followSelection();
    void choose();
    void retranslate();

    ExperimentDocument& m_document;
    GraphEditor& m_editor;
    OutlineModel* m_model;
    QTableView* m_table;
    bool m_following = false;
};

}  // namespace seekbench
