// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtCore/QString>
#include <QtWidgets/QWidget>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace seekbench {

// A FormSection is a part of a form under a heading: a line, the heading, and what is added below it.
class FormSection : public QWidget {
    Q_OBJECT

public:
    explicit FormSection(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QVBoxLayout& body() { return *m_body; }

private:
    QLabel* m_title;
    QVBoxLayout* m_body;
};

// ValueRows shows facts that cannot be edited: a name, a value, and a muted note after it. The texts can be selected and copied.
class ValueRows : public QWidget {
    Q_OBJECT

public:
    struct Row {
        QString name, value, note;
        bool mono = false;  // for shapes and formulas
        bool operator==(const Row&) const = default;
    };

    explicit ValueRows(QWidget* parent = nullptr);
    void setRows(const std::vector<Row>& rows);
    const std::vector<Row>& rows() const { return m_rows; }

private:
    struct Labels {
        QLabel* name;
        QLabel* value;
        QLabel* note;
    };
    QGridLayout* m_grid;
    std::vector<Row> m_rows;
    std::vector<Labels> m_labels;
};

}  // namespace seekbench
