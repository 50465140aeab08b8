// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

#include "widgets/graph/palette/operator_entry.h"
#include "widgets/theme/theme.h"

class QLabel;
class QLineEdit;
class QListView;

namespace seekbench {

class OperatorDelegate;
class OperatorListModel;

// The search for an operator that opens on the canvas, with the cursor in its field: arrows choose, Enter takes, Esc or losing
// the focus closes. A child of the widget it opens on. Lives in the GUI thread.
class OperatorSearch : public QFrame {
    Q_OBJECT

public:
    explicit OperatorSearch(QWidget* parent);

    void setTheme(Theme theme);
    // Opens near `at` (in the parent), wholly inside it. `caption` says what the choice is for; "" shows none.
    void open(QPoint at, std::vector<OperatorEntry> entries, const QString& caption);
    void dismiss();  // as Esc does; nothing when it is not open
    bool isOpen() const { return m_open; }

Q_SIGNALS:
    void operatorChosen(const QString& id);
    void cancelled();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void filter(const QString& typed);
    void step(int rows);
    void take(const QModelIndex& index);

    bool m_open = false;
    OperatorListModel* m_model;
    OperatorDelegate* m_delegate;
    QLineEdit* m_field;
    QLabel* m_caption;
    QLabel* m_nothing;
    QListView* m_list;
};

}  // namespace seekbench
