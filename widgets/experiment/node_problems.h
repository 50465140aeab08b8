// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtWidgets/QFrame>

#include "core/graph/check.h"
#include "widgets/theme/theme.h"

namespace seekbench {

// A finding about a node and the label of its first fix; empty: there is none.
struct NodeProblem {
    Diagnostic diagnostic;
    QString fix;
};

// All that the cards of these problems show.
QString textOf(const std::vector<NodeProblem>& problems);

// A NodeProblemCard says in the inspector what is wrong with the node, what was expected, and offers the first fix.
class NodeProblemCard : public QFrame {
    Q_OBJECT

public:
    NodeProblemCard(const NodeProblem& problem, const Theme& theme, QWidget* parent = nullptr);

Q_SIGNALS:
    void fixRequested(const QString& path);
};

}  // namespace seekbench
