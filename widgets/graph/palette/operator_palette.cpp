// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/palette/operator_palette.h"

#include <algorithm>

#include <QtCore/QEvent>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QFrame>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

#include "widgets/graph/palette/operator_models.h"
#include "widgets/text/figures.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

constexpr int kMostRecent = 4;

QIcon operatorIcon(const OperatorEntry& entry, const Theme& theme, const QWidget& on) {
    const int side = emPixels(on, 1);
    QPixmap picture(QSize(side, side) * on.devicePixelRatio());
    picture.setDevicePixelRatio(on.devicePixelRatio());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintOperatorIcon(painter, QRectF(0, 0, side, side), entry, theme);
    return picture;
}

}  // namespace

OperatorPalette::OperatorPalette(QWidget* parent)
    : QWidget(parent),
      m_model(new OperatorTreeModel(this)),
      m_delegate(new OperatorDelegate(OperatorDelegate::Detail::Id, this)),
      m_search(new QLineEdit(this)),
      m_searchIcon(m_search->addAction(QIcon(), QLineEdit::LeadingPosition)),
      m_recentTitle(new QLabel(this)),
      m_chips(new QWidget(this)),
      m_chipLayout(new QHBoxLayout(m_chips)),
      m_tree(new QTreeView(this)),
      m_nothing(new QLabel(this)),
      m_hint(new QLabel(this)) {
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &OperatorPalette::filter);
    setRole(*m_recentTitle, "caption");
    setRole(*m_nothing, "second");
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    setRole(*m_hint, "caption");
    m_hint->setWordWrap(true);

    m_tree->setModel(m_model);
    m_tree->setItemDelegate(m_delegate);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setDragEnabled(true);
    m_tree->setDragDropMode(QAbstractItemView::DragOnly);
    m_tree->setIndentation(emPixels(*this, 1.23));
    m_tree->setExpandsOnDoubleClick(true);
    setRole(*m_tree, "panel");
    connect(m_tree, &QTreeView::activated, this, &OperatorPalette::choose);

    const int space = emPixels(*this, 0.62);
    m_chipLayout->setContentsMargins(0, 0, 0, 0);
    m_chipLayout->setSpacing(emPixels(*this, 0.31));
    auto* top = new QVBoxLayout;
    top->setContentsMargins(space, space, space, space);
    top->setSpacing(emPixels(*this, 0.46));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_search, m_recentTitle, m_chips}) top->addWidget(widget);
    auto* line = new QFrame(this);
    setRole(*line, "line");
    auto* below = new QFrame(this);
    setRole(*below, "line");
    auto* bottom = new QVBoxLayout;
    bottom->setContentsMargins(space, space, space, space);
    bottom->addWidget(m_hint);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(line);
    layout->addWidget(m_nothing);
    layout->addWidget(m_tree, 1);
    layout->addWidget(below);
    layout->addLayout(bottom);
    setFocusProxy(m_search);
    setTheme(m_theme);
    retranslate();
}

void OperatorPalette::setTheme(Theme theme) {
    m_theme = theme;
    m_delegate->setTheme(theme);
    m_searchIcon->setIcon(icon("search", theme, Colour::Muted));
    showRecent();
    m_tree->viewport()->update();
}

void OperatorPalette::setLibrary(const Library& library) {
    std::vector<OperatorEntry> entries = operatorEntries(library);
    if (entries == m_entries) return;
    m_entries = std::move(entries);
    m_model->setEntries(m_entries);
    m_tree->expandAll();
    showRecent();
}

void OperatorPalette::addRecent(const QString& id) {
    QStringList ids = m_recent;
    ids.removeAll(id);
    ids.prepend(id);
    setRecent(ids.mid(0, kMostRecent));
    Q_EMIT recentChanged(m_recent);
}

void OperatorPalette::setRecent(const QStringList& ids) {
    m_recent = ids;
    showRecent();
}

void OperatorPalette::showRecent() {
    while (QLayoutItem* item = m_chipLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    bool any = false;
    for (const QString& id : m_recent) {
        const auto entry = std::ranges::find(m_entries, id.toStdString(), &OperatorEntry::id);
        if (entry == m_entries.end()) continue;
        auto* chip = new QToolButton(m_chips);
        setRole(*chip, "chip");
        chip->setText(id);
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setIconSize(QSize(emPixels(*this, 1), emPixels(*this, 1)));
        chip->setIcon(operatorIcon(*entry, m_theme, *this));
        connect(chip, &QToolButton::clicked, this, [this, id] { Q_EMIT operatorChosen(id); });
        m_chipLayout->addWidget(chip);
        any = true;
    }
    m_chipLayout->addStretch(1);
    m_recentTitle->setVisible(any);
    m_chips->setVisible(any);
}

void OperatorPalette::filter(const QString& typed) {
    m_model->setFilter(typed);
    m_tree->expandAll();
    const bool nothing = m_model->rowCount() == 0;
    m_nothing->setVisible(nothing);
    if (!nothing) m_tree->setCurrentIndex(m_model->index(0, 0, m_model->index(0, 0)));
}

void OperatorPalette::choose(const QModelIndex& index) {
    if (const OperatorEntry* entry = m_model->entry(index)) Q_EMIT operatorChosen(fromUtf8(entry->id));
}

void OperatorPalette::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

// From the field, the arrows go into the list and Enter takes the first match.
bool OperatorPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_search || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down: m_tree->setFocus(Qt::OtherFocusReason); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: choose(m_tree->currentIndex()); return true;
        case Qt::Key_Escape: m_search->clear(); return true;
        default: return false;
    }
}

void OperatorPalette::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void OperatorPalette::retranslate() {
    m_search->setPlaceholderText(tr("Search operators"));
    m_search->setAccessibleName(tr("Search operators"));
    m_recentTitle->setText(tr("Recently used"));
    m_tree->setAccessibleName(tr("Operators"));
    m_nothing->setText(tr("No operator is called that."));
    m_hint->setText(tr("Drag onto the canvas, or onto a wire to insert."));
    m_tree->viewport()->update();
}

}  // namespace seekbench
