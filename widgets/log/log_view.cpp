// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/log/log_view.h"

#include <QtGui/QClipboard>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QToolButton>

#include "widgets/log/log_model.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

class LogDelegate : public QStyledItemDelegate {
public:
    Theme theme;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {emPixels(option.font, 20), emPixels(option.font, 1.54)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const bool selected = option.state & QStyle::State_Selected;
        if (selected) painter->fillRect(option.rect, theme[Colour::Selection]);
        painter->save();
        if (selected && theme.isHighContrast()) {
            painter->setPen(QPen(theme[Colour::Accent], 2));
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
        const int margin = emPixels(option.font, 0.92), glyph = emPixels(option.font, 1), gap = emPixels(option.font, 0.62);
        QFont mono(QStringLiteral("monospace"));
        mono.setStyleHint(QFont::Monospace);
        mono.setPixelSize(emPixels(option.font, 0.88));
        const QString time = index.data(LogModel::TimeRole).toString();
        const int timeWidth = std::max(QFontMetrics(mono).horizontalAdvance(time), emPixels(option.font, 4.8));
        QRect place = option.rect.adjusted(margin, 0, -margin, 0);
        painter->setFont(mono);
        painter->setPen(theme[Colour::Muted]);
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft, time);
        place.setLeft(place.left() + timeWidth + gap);
        const auto colour = theme[static_cast<Colour>(index.data(LogModel::ColourRole).toInt())];
        paintIcon(*painter, QRectF(place.left(), place.top() + (place.height() - glyph) / 2.0, glyph, glyph),
                  index.data(LogModel::GlyphRole).toString().toStdString(), colour);
        place.setLeft(place.left() + glyph + gap);
        QFont body = option.font;
        body.setPixelSize(emPixels(option.font, em::kTable));
        painter->setFont(body);
        painter->setPen(theme[Colour::Text]);
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                          QFontMetrics(body).elidedText(index.data().toString().replace(QLatin1Char('\n'), QLatin1Char(' ')),
                                                        Qt::ElideRight, place.width()));
        painter->restore();
    }
};

}  // namespace

LogView::LogView(QWidget* parent)
    : QWidget(parent),
      m_model(new LogModel(this)),
      m_delegate(std::make_unique<LogDelegate>()),
      m_search(new QLineEdit(this)),
      m_severity(new QComboBox(this)),
      m_follow(new QToolButton(this)),
      m_list(new QListView(this)),
      m_empty(new QLabel(this)),
      m_stack(new QStackedLayout) {
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate.get());
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(emPixels(*this, 18));
    m_severity->addItems({QString(), QString(), QString()});
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->setWordWrap(true);
    m_empty->setMargin(emPixels(*this, 0.92));
    setRole(*m_empty, "caption");

    auto* row = new QHBoxLayout;
    row->setContentsMargins(10, 4, 10, 4);
    row->setSpacing(8);
    row->addWidget(m_search, 1);
    row->addWidget(m_severity);
    row->addStretch(1);
    row->addWidget(m_follow);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addLayout(m_stack, 1);

    connect(m_search, &QLineEdit::textChanged, this, &LogView::applyFilter);
    connect(m_severity, &QComboBox::currentIndexChanged, this, &LogView::applyFilter);
    connect(m_follow, &QToolButton::toggled, this, &LogView::followEnd);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &LogView::followEnd);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LogView::followEnd);
    // Scrolling up is the wish to read; scrolling back to the end is the wish to follow.
    connect(m_list->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        const QScrollBar& bar = *m_list->verticalScrollBar();
        m_follow->setChecked(bar.sliderPosition() >= bar.maximum());
    });
    m_list->viewport()->installEventFilter(this);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& index) {
        if (const QString node = index.data(LogModel::NodeRole).toString(); !node.isEmpty()) Q_EMIT nodeActivated(node);
    });
    setTheme(m_theme);
    retranslate();
    followEnd();
}

LogView::~LogView() = default;

bool LogView::isFollowing() const { return m_follow->isChecked(); }

void LogView::setLog(const QString& run, std::span<const LogEntry> log) {
    if (run != m_run || log.size() < m_model->entryCount()) clear();
    m_run = run;
    if (log.size() > m_model->entryCount()) m_model->append(log.subspan(m_model->entryCount()));
    if (const int warnings = static_cast<int>(m_model->warningCount()); warnings != m_warnings) {
        m_warnings = warnings;
        Q_EMIT warningCountChanged(warnings);
    }
}

void LogView::clear() {
    m_run.clear();
    m_model->clear();
    m_follow->setChecked(true);
}

void LogView::applyFilter() { m_model->setFilter(m_search->text(), static_cast<LogSeverity>(m_severity->currentIndex())); }

void LogView::followEnd() {
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget*>(m_list) : m_empty);
    if (m_model->rowCount() == 0) retranslate();
    if (m_follow->isChecked()) m_list->scrollToBottom();
}

void LogView::copyChosen() const {
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, [](const QModelIndex& index) { return index.row(); });
    QStringList lines;
    for (const QModelIndex& row : rows)
        lines.append(QStringLiteral("%1  %2").arg(row.data(LogModel::TimeRole).toString(), row.data().toString()));
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

bool LogView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        copyChosen();
        return true;
    }
    if (event->type() == QEvent::Wheel && static_cast<QWheelEvent*>(event)->angleDelta().y() > 0) m_follow->setChecked(false);
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_PageUp || key == Qt::Key_Home) m_follow->setChecked(false);
        if (key == Qt::Key_End) m_follow->setChecked(true);
    }
    return QWidget::eventFilter(watched, event);
}

void LogView::setTheme(Theme theme) {
    m_theme = theme;
    static_cast<LogDelegate*>(m_delegate.get())->theme = theme;
    for (QAction* old : m_search->actions())
        if (old->objectName() == QLatin1String("glyph")) delete old;
    m_search->addAction(icon("search", theme, Colour::Muted), QLineEdit::LeadingPosition)->setObjectName(QStringLiteral("glyph"));
    m_follow->setIcon(icon("check", theme, Colour::Accent));
    m_list->viewport()->update();
}

void LogView::retranslate() {
    m_list->setAccessibleName(tr("Log"));
    m_search->setPlaceholderText(tr("Search the log"));
    m_search->setAccessibleName(tr("Search the log"));
    const QStringList severities{tr("All lines"), tr("Warnings and errors"), tr("Errors")};
    for (int i = 0; i < severities.size(); ++i) m_severity->setItemText(i, severities[i]);
    m_severity->setAccessibleName(tr("Severity"));
    m_follow->setText(tr("Follow the end"));
    m_empty->setText(m_model->entryCount() == 0 ? tr("What the run says will stand here: the end of every epoch, checkpoints, warnings.")
                                                : tr("No line matches."));
}

void LogView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace seekbench
