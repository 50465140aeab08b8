// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/translated.h"

#include <algorithm>
#include <optional>

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include "widgets/text/figures.h"
#include "widgets/text/sentence_book.h"

namespace seekbench {
namespace {

// An argument may be words of core itself: a cause that was said before ("… is damaged."), "an object", "the batch of query".
// Names and numbers have no spaces, and no name of a user's is looked up.
std::string argumentTranslated(const std::string& argument) {
    return argument.find(' ') == std::string::npos ? argument : translatedEnglish(argument).toStdString();
}

QString whileDoing(const QStringList& steps) {
    const QString all = steps.join(QCoreApplication::translate("error", ", ", "between two things that were being done"));
    return QCoreApplication::translate("error", "While %1: ").arg(all);
}

// "While a, b: what happened" as Error::english() writes it.
std::optional<QString> contextTranslated(std::string_view english) {
    constexpr std::string_view kWhile = "While ";
    const auto colon = english.find(": ");
    if (!english.starts_with(kWhile) || colon == std::string_view::npos) return std::nullopt;
    QStringList steps;
    for (const QString& step : fromUtf8(english.substr(kWhile.size(), colon - kWhile.size())).split(QStringLiteral(", ")))
        steps.append(translatedEnglish(step.toStdString()));
    return whileDoing(steps) + translatedEnglish(english.substr(colon + 2));
}

// What a text of several sentences says, where all of its first sentences are known.
std::optional<QString> sentencesTranslated(std::string_view english) {
    for (auto end = english.find(". "); end != std::string_view::npos; end = english.find(". ", end + 1)) {
        const std::string_view first = english.substr(0, end + 1);
        const QString text = translatedEnglish(first);
        if (text != fromUtf8(first)) return text + QLatin1Char(' ') + translatedEnglish(english.substr(end + 2));
    }
    return std::nullopt;
}

}  // namespace

QString translated(std::string_view phrase) {
    if (phrase.empty()) return {};
    return QCoreApplication::translate("core", std::string(phrase).c_str());
}

QString translated(const Message& message) {
    if (message.empty()) return {};
    // As Message::english() does it: an argument that contains "%1" is not expanded again.
    Message local{translated(std::string_view(message.source)).toStdString(), message.arguments};
    for (std::string& argument : local.arguments) argument = argumentTranslated(argument);
    return fromUtf8(local.english());
}

QString translated(const Error& error) {
    QStringList steps;
    for (const Message& context : error.context()) steps.append(translated(context));
    QString text = steps.isEmpty() ? QString() : whileDoing(steps);
    text += translated(error.what());
    if (!error.advice().empty()) text += QLatin1Char(' ') + translated(error.advice());
    return text;
}

QString translatedEnglish(std::string_view english) {
    const QString whole = translated(english);
    if (whole != fromUtf8(english)) return whole;
    if (const auto text = contextTranslated(english)) return *text;
    const auto message = SentenceBook::ofCore().find(english);
    // An argument may have taken in the end of one sentence and the beginning of the next.
    const auto isLong = [](const std::string& argument) { return argument.find(". ") != std::string::npos; };
    if (!message || std::ranges::any_of(message->arguments, isLong))
        if (const auto text = sentencesTranslated(english)) return *text;
    return message ? translated(*message) : whole;
}

}  // namespace seekbench
