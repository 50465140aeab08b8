// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "widgets/graph/palette/operator_entry.h"
#include "widgets/theme/theme.h"

class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QTreeView;

namespace seekbench {

class OperatorDelegate;
class OperatorTreeModel;

// The operators to choose from: a search field, those used recently, and the groups. Dragging one onto the canvas or double click or Enter
// adds it; the palette itself changes nothing. Lives in the GUI thread.
class OperatorPalette : public QWidget {
    Q_OBJECT

public:
    explicit OperatorPalette(QWidget* parent = nullptr);

    void setTheme(Theme theme);
    void setLibrary(const Library& library);
    // Puts an operator first among those used recently; the editor's operatorUsed() goes here.
    void addRecent(const QString& id);
    QStringList recent() const { return m_recent; }
    void setRecent(const QStringList& ids);
    void focusSearch();

Q_SIGNALS:
    void operatorChosen(const QString& id);
    void recentChanged(const QStringList& ids);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void filter(const QString& typed);
    void showRecent();
    void choose(const QModelIndex& index);

    Theme m_theme;
    std::vector<OperatorEntry> m_entries;
    QStringList m_recent;
    OperatorTreeModel* m_model;
    OperatorDelegate* m_delegate;
    QLineEdit* m_search;
    QAction* m_searchIcon;
    QLabel* m_recentTitle;
    QWidget* m_chips;
    QHBoxLayout* m_chipLayout;
    QTreeView* m_tree;
    QLabel* m_nothing;
    QLabel* m_hint;
};

}  // namespace seekbench
