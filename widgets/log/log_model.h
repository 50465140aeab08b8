// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include <QtCore/QAbstractListModel>
#include <QtCore/QTimer>

#include "widgets/log/log_entry.h"

namespace seekbench {

// The lines of a log that match a search and a severity. Sentences are made when they are first needed and then kept; a search goes
// through the lines in slices of a few milliseconds, so that a hundred thousand of them never stall the window.
class LogModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { TimeRole = Qt::UserRole + 1, GlyphRole, ColourRole, NodeRole };  // NodeRole: path of the node a line is about, or empty

    explicit LogModel(QObject* parent = nullptr);

    void clear();
    void append(std::span<const LogEntry> entries);
    // Only lines of at least this severity whose sentence contains the words.
    void setFilter(const QString& words, LogSeverity least);
    void retranslate();

    std::size_t entryCount() const { return m_entries.size(); }
    std::size_t warningCount() const { return m_warnings; }
    bool isSearching() const { return m_looked < m_entries.size(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    const QString& sentence(std::size_t entry) const;
    bool matches(std::size_t entry) const;
    void look();

    std::vector<LogEntry> m_entries;
    mutable std::vector<QString> m_sentences;  // empty until it is needed
    std::vector<std::size_t> m_rows;           // entries that match
    std::size_t m_looked = 0;                  // entries that were compared with the filter
    std::size_t m_warnings = 0;
    QString m_words;
    LogSeverity m_least = LogSeverity::Information;
    QTimer m_timer;
};

}  // namespace seekbench
