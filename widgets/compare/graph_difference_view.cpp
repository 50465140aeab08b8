// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/graph_difference_view.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QStyledItemDelegate>

#include "core/operators/catalog.h"
#include "widgets/graph/family_glyph.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

using Change = NodeDifference::Kind;

struct DifferenceText {
    Q_DECLARE_TR_FUNCTIONS(GraphDifference)
};

// How a change looks: shape first, then word, then colour.
struct ChangeLook {
    const char* word;  // English source text in the context "GraphDifference"
    std::string_view glyph;
    Colour line, ground;
};

const ChangeLook& lookOf(Change change) {
    static const ChangeLook equal{QT_TRANSLATE_NOOP("GraphDifference", "equal"), {}, Colour::NodeEdge, Colour::Base};
    static const ChangeLook changed{QT_TRANSLATE_NOOP("GraphDifference", "changed"), "changed", Colour::Info, Colour::InfoSoft};
    static const ChangeLook added{QT_TRANSLATE_NOOP("GraphDifference", "added"), "plus", Colour::Ok, Colour::OkSoft};
    static const ChangeLook removed{QT_TRANSLATE_NOOP("GraphDifference", "removed"), "minus", Colour::Error, Colour::ErrorSoft};
    switch (change) {
        case Change::Changed: return changed;
        case Change::Added: return added;
        case Change::Removed: return removed;
        case Change::Equal: break;
    }
    return equal;
}

QString parameterName(const NodeDifference::Parameter& parameter) {
    return parameter.label.empty() ? fromUtf8(parameter.name) : translated(parameter.label);
}

}  // namespace

QString sentenceOf(const NodeDifference& difference) {
    const QString node = fromUtf8(difference.node);
    switch (difference.kind) {
        case Change::Equal: return DifferenceText::tr("%1 is equal.").arg(node);
        case Change::Added: return DifferenceText::tr("%1 (%2) was added.").arg(node, fromUtf8(difference.operatorAfter));
        case Change::Removed: return DifferenceText::tr("%1 (%2) was removed.").arg(node, fromUtf8(difference.operatorBefore));
        case Change::Changed: break;
    }
    QStringList sentences;
    if (difference.operatorBefore != difference.operatorAfter)
        sentences.append(
            DifferenceText::tr("%1: %2 became %3.").arg(node, fromUtf8(difference.operatorBefore), fromUtf8(difference.operatorAfter)));
    for (const auto& parameter : difference.parameters)
        sentences.append(
            DifferenceText::tr("%1: %2 was %3 and is %4.")
                .arg(node, parameterName(parameter), fromUtf8(parameter.before.value_or("–")), fromUtf8(parameter.after.value_or("–"))));
    if (difference.bodyChanged) sentences.append(DifferenceText::tr("%1: the block is made differently.").arg(node));
    if (difference.rewired) sentences.append(DifferenceText::tr("%1 takes its inputs from elsewhere.").arg(node));
    return sentences.join(QLatin1Char('\n'));
}

QString boxText(const NodeDifference& difference, bool after) {
    const std::string& op = after ? difference.operatorAfter : difference.operatorBefore;
    if (difference.operatorBefore != difference.operatorAfter || difference.parameters.empty()) {
        if (difference.kind == Change::Changed && difference.rewired && difference.operatorBefore == difference.operatorAfter)
            return DifferenceText::tr("other inputs");
        return fromUtf8(op);
    }
    QStringList values;
    for (const auto& parameter : difference.parameters)
        values.append(
            QStringLiteral("%1 %2").arg(fromUtf8(parameter.name), fromUtf8((after ? parameter.after : parameter.before).value_or("–"))));
    return values.join(QStringLiteral(", "));
}

class GraphDifferenceDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setTheme(Theme theme) { m_theme = theme; }
    void show(const GraphDifference* difference) { m_difference = difference; }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override { return {200, emPixels(option.font, 1.88)}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const auto row = static_cast<std::size_t>(index.row());
        if (!m_difference || row >= m_difference->nodes.size()) return;
        const NodeDifference& node = m_difference->nodes[row];
        const ChangeLook& look = lookOf(node.kind);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) painter->fillRect(option.rect, m_theme[Colour::Selection]);
        // Two boxes with the word between them, as wide as there is room for.
        const double em = emPixels(option.font, 1), margin = em * 1.2;
        const double chip = em * 5.8, gap = em * 0.7;
        const double width = std::max((option.rect.width() - 2 * margin - chip - 2 * gap) / 2, em * 6);
        const double top = option.rect.top() + em * 0.2, height = option.rect.height() - em * 0.4;
        const QRectF left(option.rect.left() + margin, top, width, height);
        const QRectF middle(left.right() + gap, top, chip, height), right(middle.right() + gap, top, width, height);
        const bool before = node.kind != Change::Added, after = node.kind != Change::Removed;
        const double y = left.center().y();
        painter->setPen(QPen(m_theme[look.line], 1, before ? Qt::SolidLine : Qt::DotLine));
        painter->drawLine(QPointF(before ? left.right() + 2 : left.center().x(), y), QPointF(middle.left(), y));
        painter->setPen(QPen(m_theme[look.line], 1, after ? Qt::SolidLine : Qt::DotLine));
        painter->drawLine(QPointF(middle.right(), y), QPointF(after ? right.left() - 2 : right.center().x(), y));
        if (before) paintBox(*painter, option.font, left, node, look, false);
        if (after) paintBox(*painter, option.font, right, node, look, true);
        paintChip(*painter, option.font, middle, node.kind, look);
        painter->restore();
    }

private:
    void paintBox(QPainter& painter, const QFont& base, const QRectF& rect, const NodeDifference& node, const ChangeLook& look,
                  bool after) const {
        const bool removed = node.kind == Change::Removed, equal = node.kind == Change::Equal;
        painter.setPen(QPen(m_theme[look.line], 1, removed ? Qt::DashLine : Qt::SolidLine));
        painter.setBrush(m_theme[look.ground]);
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        const Operator* op = findOperator(after ? node.operatorAfter : node.operatorBefore);
        const QColor family = op ? m_theme.family(op->family) : m_theme.composite();
        painter.fillRect(QRectF(rect.left() + 0.5, rect.top() + 1, 3, rect.height() - 2), family);
        const double side = rect.height() * 0.72;
        paintFamilyGlyph(painter, QRectF(rect.left() + rect.height() * 0.5, rect.center().y() - side / 2, side, side),
                         op ? op->family : Family::Structure, !op, family);
        const QRectF inner = rect.adjusted(rect.height() * 1.6, 0, -rect.height() * 0.4, 0);
        QFont name = base;
        name.setBold(!equal);
        name.setStrikeOut(removed);
        painter.setFont(name);
        painter.setPen(m_theme[Colour::Text]);
        const QFontMetricsF metrics(name);
        const QString title = metrics.elidedText(fromUtf8(node.node), Qt::ElideMiddle, inner.width() * 0.55);
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, title);
        QFont small = base;
        small.setPixelSize(emPixels(base, 0.92));
        painter.setFont(small);
        painter.setPen(m_theme[Colour::SecondText]);
        const QRectF rest = inner.adjusted(metrics.horizontalAdvance(title) + rect.height() * 0.4, 0, 0, 0);
        painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter,
                         QFontMetricsF(small).elidedText(boxText(node, after), Qt::ElideRight, rest.width()));
    }

    void paintChip(QPainter& painter, const QFont& base, const QRectF& rect, Change change, const ChangeLook& look) const {
        QFont font = base;
        font.setPixelSize(emPixels(base, 0.92));
        const QString word = DifferenceText::tr(look.word);
        if (change == Change::Equal) {
            painter.setFont(font);
            painter.setPen(m_theme[Colour::Muted]);
            painter.fillRect(rect, m_theme[Colour::Canvas]);
            painter.drawText(rect, Qt::AlignCenter, word);
            return;
        }
        font.setBold(true);
        painter.setFont(font);
        painter.setPen(QPen(m_theme[look.line], 1));
        painter.setBrush(m_theme[look.ground]);
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        const double side = rect.height() * 0.62, text = QFontMetricsF(font).horizontalAdvance(word), gap = side * 0.25;
        const double from = rect.center().x() - (side + gap + text) / 2;
        paintIcon(painter, QRectF(from, rect.center().y() - side / 2, side, side), look.glyph, m_theme[look.line]);
        painter.setPen(m_theme[look.line]);
        painter.drawText(QRectF(from + side + gap, rect.top(), text + 4, rect.height()), Qt::AlignLeft | Qt::AlignVCenter, word);
    }

    Theme m_theme;
    const GraphDifference* m_difference = nullptr;
};

GraphDifferenceView::GraphDifferenceView(QWidget* parent)
    : QListView(parent), m_model(new QStandardItemModel(this)), m_delegate(new GraphDifferenceDelegate(this)) {
    setModel(m_model);
    setItemDelegate(m_delegate);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_delegate->show(&m_difference);
    connect(this, &QListView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT nodeActivated(fromUtf8(m_difference.nodes[static_cast<std::size_t>(index.row())].node));
    });
    fill();
}

void GraphDifferenceView::setDifference(GraphDifference difference) {
    if (difference.nodes == m_difference.nodes) return;
    m_difference = std::move(difference);
    fill();
}

void GraphDifferenceView::setTheme(Theme theme) {
    m_delegate->setTheme(theme);
    viewport()->update();
}

void GraphDifferenceView::fill() {
    setAccessibleName(tr("Differences of the graphs"));
    m_model->clear();
    for (const NodeDifference& node : m_difference.nodes) {
        auto* item = new QStandardItem(sentenceOf(node));
        item->setToolTip(item->text());
        m_model->appendRow(item);
    }
}

void GraphDifferenceView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) fill();
    QListView::changeEvent(event);
}

}  // namespace seekbench
