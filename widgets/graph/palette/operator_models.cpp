// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/palette/operator_models.h"

#include <algorithm>

#include <QtCore/QMimeData>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

#include "widgets/graph/graph_scene.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

constexpr quintptr kGroup = 0;  // internal id of groups; operators have their group's row + 1

QVariant dataOf(const OperatorEntry& entry, int role) {
    switch (role) {
        case Qt::DisplayRole:
        case OperatorIdRole: return fromUtf8(entry.id);
        case Qt::ToolTipRole: {
            const QString label = translated(std::string_view(entry.label)), summary = translated(std::string_view(entry.summary));
            return summary.isEmpty() ? label : QStringLiteral("<b>%1</b><br>%2").arg(label.toHtmlEscaped(), summary.toHtmlEscaped());
        }
        case Qt::AccessibleTextRole: return QStringLiteral("%1, %2").arg(fromUtf8(entry.id), translated(std::string_view(entry.label)));
        case Qt::AccessibleDescriptionRole: return translated(std::string_view(entry.summary));
        default: return {};
    }
}

}  // namespace

void OperatorTreeModel::setEntries(std::vector<OperatorEntry> entries) {
    if (entries == m_entries) return;
    m_entries = std::move(entries);
    rebuild();
}

void OperatorTreeModel::setFilter(const QString& typed) {
    if (typed == m_filter) return;
    m_filter = typed;
    rebuild();
}

void OperatorTreeModel::rebuild() {
    beginResetModel();
    m_groups.clear();
    for (const OperatorEntry& entry : m_entries) {
        if (!m_filter.trimmed().isEmpty() && matchRank(entry, m_filter) < 0) continue;
        const auto same = [&](const Group& group) {
            return group.entries.front().composite == entry.composite && group.entries.front().family == entry.family;
        };
        const auto group = std::ranges::find_if(m_groups, same);
        (group == m_groups.end() ? m_groups.emplace_back() : *group).entries.push_back(entry);
    }
    endResetModel();
}

const OperatorEntry* OperatorTreeModel::entry(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == kGroup) return nullptr;
    return &m_groups[index.internalId() - 1].entries[static_cast<std::size_t>(index.row())];
}

QModelIndex OperatorTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kGroup);
}

QModelIndex OperatorTreeModel::parent(const QModelIndex& index) const {
    return index.isValid() && index.internalId() != kGroup ? createIndex(static_cast<int>(index.internalId()) - 1, 0, kGroup)
                                                           : QModelIndex();
}

int OperatorTreeModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(m_groups.size());
    if (parent.internalId() != kGroup || parent.column() != 0) return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].entries.size());
}

int OperatorTreeModel::columnCount(const QModelIndex&) const { return 1; }

QVariant OperatorTreeModel::data(const QModelIndex& index, int role) const {
    if (const OperatorEntry* operatorEntry = entry(index)) return dataOf(*operatorEntry, role);
    if (!index.isValid()) return {};
    const Group& group = m_groups[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) return groupTitle(group.entries.front());
    if (role == GroupCountRole) return static_cast<int>(group.entries.size());
    return {};
}

Qt::ItemFlags OperatorTreeModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    return entry(index) != nullptr ? flags | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : flags;
}

QStringList OperatorTreeModel::mimeTypes() const { return {QLatin1String(kOperatorMimeType)}; }

QMimeData* OperatorTreeModel::mimeData(const QModelIndexList& indexes) const {
    const OperatorEntry* dragged = indexes.isEmpty() ? nullptr : entry(indexes.front());
    if (dragged == nullptr) return nullptr;
    auto* data = new QMimeData;
    data->setData(QLatin1String(kOperatorMimeType), QByteArray::fromStdString(dragged->id));
    return data;
}

void OperatorListModel::setEntries(std::vector<OperatorEntry> entries) {
    m_entries = std::move(entries);
    rebuild();
}

void OperatorListModel::setFilter(const QString& typed) {
    m_filter = typed;
    rebuild();
}

void OperatorListModel::rebuild() {
    beginResetModel();
    m_shown.clear();
    std::vector<std::pair<int, const OperatorEntry*>> ranked;
    const bool all = m_filter.trimmed().isEmpty();
    for (const OperatorEntry& each : m_entries)
        if (const int rank = all ? 0 : matchRank(each, m_filter); rank >= 0) ranked.emplace_back(rank, &each);
    std::ranges::stable_sort(ranked, {}, &std::pair<int, const OperatorEntry*>::first);
    for (const auto& [rank, each] : ranked) m_shown.push_back(*each);
    endResetModel();
}

const OperatorEntry* OperatorListModel::entry(const QModelIndex& index) const {
    return index.isValid() ? &m_shown[static_cast<std::size_t>(index.row())] : nullptr;
}

int OperatorListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_shown.size()); }

QVariant OperatorListModel::data(const QModelIndex& index, int role) const {
    const OperatorEntry* shown = entry(index);
    return shown == nullptr ? QVariant() : dataOf(*shown, role);
}

OperatorDelegate::OperatorDelegate(Detail detail, QObject* parent) : QStyledItemDelegate(parent), m_detail(detail) {}

QSize OperatorDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {emPixels(option.font, 9), emPixels(option.font, 1.85)};
}

void OperatorDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const {
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QString title = std::exchange(option.text, QString());
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

    const auto* tree = qobject_cast<const OperatorTreeModel*>(index.model());
    const auto* list = qobject_cast<const OperatorListModel*>(index.model());
    const OperatorEntry* entry = tree != nullptr ? tree->entry(index) : list != nullptr ? list->entry(index) : nullptr;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect rest = option.rect.adjusted(emPixels(option.font, 0.31), 0, -emPixels(option.font, 0.77), 0);
    QFont small = option.font;
    small.setPixelSize(emPixels(option.font, em::kTable));
    if (entry == nullptr) {
        painter->setFont(small);
        painter->setPen(m_theme[Colour::Muted]);
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, QString::number(index.data(GroupCountRole).toInt()));
        small.setBold(true);
        painter->setFont(small);
        painter->setPen(m_theme[Colour::SecondText]);
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, title);
    } else {
        const int side = emPixels(option.font, 1.15);
        paintOperatorIcon(*painter, QRectF(rest.left(), rest.center().y() + 1 - side / 2.0, side, side), *entry, m_theme);
        rest.setLeft(rest.left() + side + emPixels(option.font, 0.62));
        painter->setFont(option.font);
        painter->setPen(m_theme[Colour::Text]);
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(option.font).elidedText(title, Qt::ElideRight, rest.width()));
        if (m_detail == Detail::IdAndLabel) {
            rest.setLeft(rest.left() + QFontMetrics(option.font).horizontalAdvance(title) + emPixels(option.font, 0.92));
            painter->setFont(small);
            painter->setPen(m_theme[Colour::Muted]);
            const QString label = QFontMetrics(small).elidedText(translated(std::string_view(entry->label)), Qt::ElideRight, rest.width());
            painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, label);
        }
    }
    painter->restore();
}

}  // namespace seekbench
