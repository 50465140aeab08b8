// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QListView>

#include "core/experiment/difference.h"
#include "widgets/theme/theme.h"

class QStandardItemModel;

namespace seekbench {

class GraphDifferenceDelegate;

// What is said about a node's difference, for the tool tip and the screen reader: "pool: AdaptiveAvgPool2d became GlobalAvgPool."
QString sentenceOf(const NodeDifference& difference);
// What stands in the node's box on either side: what it was and what it became.
QString boxText(const NodeDifference& difference, bool after);

// The nodes of two graphs side by side, a row each, aligned by name: equal, changed ≠, added +, removed − (dashed and struck
// through). A list that is walked with the arrow keys. Lives in the GUI thread.
class GraphDifferenceView : public QListView {
    Q_OBJECT

public:
    explicit GraphDifferenceView(QWidget* parent = nullptr);

    void setDifference(GraphDifference difference);
    const GraphDifference& difference() const { return m_difference; }
    void setTheme(Theme theme);

Q_SIGNALS:
    void nodeActivated(const QString& node);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    QStandardItemModel* m_model;
    GraphDifferenceDelegate* m_delegate;
    GraphDifference m_difference;
};

}  // namespace seekbench
