// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/run_filter.h"

#include <algorithm>
#include <array>

#include <QtCore/QCoreApplication>

#include "core/data/dataset.h"
#include "widgets/runs/state_words.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"

namespace seekbench {
namespace {

struct FilterText {
    Q_DECLARE_TR_FUNCTIONS(RunFilter)
};

// A key and the texts of a run that it asks.
struct FilterKey {
    const char* key;
    QStringList (*texts)(const RunSummary& run);
};

QStringList stateTexts(const RunSummary& run) { return {fromUtf8(nameOf(run.state)), stateWord(run.state)}; }
QStringList dataTexts(const RunSummary& run) {
    const DatasetKind* kind = findDatasetKind(run.dataset);
    return {fromUtf8(run.dataset), kind ? translated(kind->kind.label) : QString(), kind ? fromUtf8(kind->kind.label) : QString()};
}
QStringList choiceTexts(const std::string& id, std::span<const Kind> kinds) {
    const Kind* kind = findKind(kinds, id);
    return {fromUtf8(id), kind ? translated(kind->label) : QString()};
}

const std::array kKeys{
    FilterKey{"state", stateTexts},
    FilterKey{"data", dataTexts},
    FilterKey{"name", [](const RunSummary& run) { return QStringList{fromUtf8(run.row.name)}; }},
    FilterKey{"notes", [](const RunSummary& run) { return QStringList{fromUtf8(run.row.notes)}; }},
    FilterKey{"run", [](const RunSummary& run) { return QStringList{fromUtf8(run.row.id)}; }},
    FilterKey{"device", [](const RunSummary& run) { return QStringList{fromUtf8(run.row.device)}; }},
    FilterKey{"optimizer", [](const RunSummary& run) { return choiceTexts(run.optimizer, optimizerKinds()); }},
    FilterKey{"schedule", [](const RunSummary& run) { return choiceTexts(run.schedule, scheduleKinds()); }},
    FilterKey{"seed", [](const RunSummary& run) { return QStringList{QString::number(run.seed)}; }},
};

// The English key of a typed one, which may be in the window's language.
QString keyOf(const QString& typed) {
    for (const FilterKey& key : kKeys) {
        const QString english = QLatin1String(key.key);
        if (typed.compare(english, Qt::CaseInsensitive) == 0 || typed.compare(FilterText::tr(key.key), Qt::CaseInsensitive) == 0)
            return english;
    }
    return typed;
}

// lupdate finds the keys here.
[[maybe_unused]] const char* const kTranslatedKeys[] = {
    QT_TRANSLATE_NOOP("RunFilter", "state"), QT_TRANSLATE_NOOP("RunFilter", "data"),      QT_TRANSLATE_NOOP("RunFilter", "name"),
    QT_TRANSLATE_NOOP("RunFilter", "notes"), QT_TRANSLATE_NOOP("RunFilter", "run"),       QT_TRANSLATE_NOOP("RunFilter", "device"),
    QT_TRANSLATE_NOOP("RunFilter", "seed"),  QT_TRANSLATE_NOOP("RunFilter", "optimizer"), QT_TRANSLATE_NOOP("RunFilter", "schedule"),
};

QStringList partsOf(const QString& text) {
    QStringList parts;
    QString part;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == QLatin1Char('"'))
            quoted = !quoted;
        else if (c.isSpace() && !quoted)
            parts.append(std::exchange(part, {}));
        else
            part += c;
    }
    parts.append(part);
    parts.removeAll(QString());
    return parts;
}

}  // namespace

RunFilter::RunFilter(const QString& text) {
    for (const QString& part : partsOf(text)) {
        auto colon = part.indexOf(QLatin1Char(':'));
        if (colon < 0) colon = part.indexOf(QChar(0xFF1A));  // the colon of a Chinese keyboard
        if (colon <= 0)
            m_terms.push_back({{}, part});
        else if (colon + 1 < part.size())
            m_terms.push_back({keyOf(part.left(colon)), part.mid(colon + 1)});
        // "state:" is being typed and asks nothing yet
    }
}

bool RunFilter::matches(const RunSummary& run) const {
    return std::ranges::all_of(m_terms, [&](const Term& term) {
        const auto contains = [&](const QStringList& texts) {
            return std::ranges::any_of(texts, [&](const QString& text) { return text.contains(term.value, Qt::CaseInsensitive); });
        };
        if (term.key == QLatin1String("seed")) return term.value == QString::number(run.seed);
        if (term.key.isEmpty()) return std::ranges::any_of(kKeys, [&](const FilterKey& key) { return contains(key.texts(run)); });
        const auto key = std::ranges::find_if(kKeys, [&](const FilterKey& known) { return term.key == QLatin1String(known.key); });
        return key != kKeys.end() && contains(key->texts(run));
    });
}

QStringList RunFilter::unknownKeys() const {
    QStringList unknown;
    for (const Term& term : m_terms)
        if (!term.key.isEmpty() && !keys().contains(term.key)) unknown.append(term.key);
    return unknown;
}

QStringList RunFilter::keys() {
    QStringList keys;
    for (const FilterKey& key : kKeys) keys.append(QLatin1String(key.key));
    return keys;
}

QStringList RunFilter::shownKeys() {
    QStringList keys;
    for (const FilterKey& key : kKeys) keys.append(FilterText::tr(key.key));
    return keys;
}

}  // namespace seekbench
