// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QSet>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <vector>

// The rules that the texts of the window and their translations follow. Each returns its violations as sentences; none looks
// at the disk.

namespace seekbench::architecture {

// A message of a .ts file.
struct TranslatedText {
    QString context, source, comment;
    QString type;  // "unfinished", "vanished", "obsolete"; empty: as it should be
    bool plural = false;
    QStringList forms;  // the translation; with `plural` one for each number that the language tells apart

    QString key() const { return context + QLatin1Char('|') + source + QLatin1Char('|') + comment; }
};

// Nothing when the file cannot be read as .ts.
std::vector<TranslatedText> textsOf(const QByteArray& file);
QSet<QString> keysOf(const std::vector<TranslatedText>& texts);

// Each text has a translation that is complete and has the placeholders of its source.
QStringList translationViolations(const std::vector<TranslatedText>& texts, int pluralForms);

// Literals with words in what widgets are given to show, outside of tr(), translate() and translated().
QStringList literalViolations(const QString& path, const QString& text);

}  // namespace seekbench::architecture
