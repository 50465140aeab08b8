// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/log/log_model.h"

#include <QtCore/QElapsedTimer>

#include "widgets/text/figures.h"

namespace seekbench {
namespace {

constexpr qint64 kSliceMilliseconds = 5;
constexpr std::size_t kBetweenLooksAtTheClock = 256;

}  // namespace

LogModel::LogModel(QObject* parent) : QAbstractListModel(parent) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LogModel::look);
}

void LogModel::clear() {
    beginResetModel();
    m_entries.clear();
    m_sentences.clear();
    m_rows.clear();
    m_looked = m_warnings = 0;
    m_timer.stop();
    endResetModel();
}

void LogModel::append(std::span<const LogEntry> entries) {
    m_entries.insert(m_entries.end(), entries.begin(), entries.end());
    m_sentences.resize(m_entries.size());
    for (const LogEntry& entry : entries) m_warnings += severityOf(entry) != LogSeverity::Information;
    if (!m_timer.isActive()) look();
}

void LogModel::setFilter(const QString& words, LogSeverity least) {
    if (words == m_words && least == m_least) return;
    m_words = words;
    m_least = least;
    beginResetModel();
    m_rows.clear();
    m_looked = 0;
    endResetModel();
    m_timer.stop();
    look();
}

void LogModel::retranslate() {
    m_sentences.assign(m_entries.size(), QString());
    if (!m_words.isEmpty()) {
        beginResetModel();
        m_rows.clear();
        m_looked = 0;
        endResetModel();
        look();
    } else if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

const QString& LogModel::sentence(std::size_t entry) const {
    QString& text = m_sentences[entry];
    if (text.isEmpty()) text = sentenceOf(m_entries[entry]);
    return text;
}

bool LogModel::matches(std::size_t entry) const {
    return severityOf(m_entries[entry]) >= m_least && (m_words.isEmpty() || sentence(entry).contains(m_words, Qt::CaseInsensitive));
}

void LogModel::look() {
    QElapsedTimer clock;
    clock.start();
    std::vector<std::size_t> found;
    while (m_looked < m_entries.size()) {
        if (matches(m_looked)) found.push_back(m_looked);
        ++m_looked;
        if (m_looked % kBetweenLooksAtTheClock == 0 && clock.elapsed() >= kSliceMilliseconds) break;
    }
    if (!found.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(found.size()) - 1);
        m_rows.insert(m_rows.end(), found.begin(), found.end());
        endInsertRows();
    }
    if (isSearching()) m_timer.start(0);
}

int LogModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QVariant LogModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const std::size_t entry = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole: return sentence(entry);
        case Qt::ToolTipRole:
            return nodeOf(m_entries[entry]).isEmpty() ? sentence(entry) : tr("%1\nA double click goes to the node.").arg(sentence(entry));
        case Qt::AccessibleTextRole: return QStringLiteral("%1 %2").arg(clockText(m_entries[entry].time), sentence(entry));
        case TimeRole: return clockText(m_entries[entry].time);
        case GlyphRole: return fromUtf8(glyphOf(m_entries[entry]));
        case ColourRole: return static_cast<int>(colourOf(m_entries[entry]));
        case NodeRole: return nodeOf(m_entries[entry]);
        default: return {};
    }
}

}  // namespace seekbench
