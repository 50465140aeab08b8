// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include <QtCore/QAbstractTableModel>

#include "core/data/description/file_description.h"

namespace seekbench {

// The columns of a described file: which are used, what they are called, what is in them. Of a table a column can be left out by its
// check box; the model says so and shows what it is told.
class ColumnModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Field { Name, Type, Values, Missing, Distinct, Minimum, Maximum, Mean, FieldCount };

    explicit ColumnModel(QObject* parent = nullptr);

    void setDescription(const FileDescription& description);
    // Columns by their place: those left out, and those with a part of their own, which are named behind them ("target").
    void setRoles(std::set<std::size_t> ignored, std::map<std::size_t, QString> parts);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void columnUsed(std::size_t column, bool used);

private:
    bool isTable() const { return m_description.kind == "csv"; }
    QString textOf(const ColumnFacts& facts, int field) const;

    FileDescription m_description;
    std::set<std::size_t> m_ignored;
    std::map<std::size_t, QString> m_parts;
};

// The first rows of a described table.
class FirstRowsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit FirstRowsModel(QObject* parent = nullptr);
    void setDescription(const FileDescription& description);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<std::vector<std::string>> m_rows;
    std::vector<std::pair<std::string, ColumnType>> m_columns;
};

}  // namespace seekbench
