// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include <QtCore/QCommandLineParser>
#include <QtCore/QElapsedTimer>
#include <QtWidgets/QApplication>

#include "app/gui/appearance.h"
#include "app/gui/main_window.h"
#include "app/gui/screenshots.h"
#include "app/gui/window_session.h"

namespace {

constexpr int kBadInput = 2;

int complain(const QString& sentence) {
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    return kBadInput;
}

}  // namespace

int main(int count, char** arguments) {
    using namespace seekbench;
    QApplication::setApplicationName(QStringLiteral("Seekbench"));
    QApplication::setApplicationVersion(QStringLiteral(SEEKBENCH_VERSION));
    QApplication application(count, arguments);

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Workbench for learning deep learning by experiment."));
    const QCommandLineOption workspace(QStringLiteral("workspace"), QStringLiteral("Folder of runs, database and queue."),
                                       QStringLiteral("DIR"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("en or zh_CN; kept for the next start."),
                                      QStringLiteral("CODE"));
    const QCommandLineOption theme(QStringLiteral("theme"),
                                   QStringLiteral("light, dark, high-contrast-light or high-contrast-dark; kept for the next start."),
                                   QStringLiteral("NAME"));
    const QCommandLineOption screenshot(
        QStringLiteral("screenshot"),
        QStringLiteral("Save a picture of each perspective into DIR and end; trains a short demonstration when the workspace is empty."),
        QStringLiteral("DIR"));
    parser.addOptions({workspace, language, theme, screenshot});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("Experiment to open."), QStringLiteral("[FILE]"));
    parser.process(application);
    if (parser.positionalArguments().size() > 1) return complain(QStringLiteral("Only one FILE can be opened at a time."));

    auto session = WindowSession::open(parser.value(workspace).toStdString());
    if (!session) return complain(QString::fromStdString(session.error().english()));
    WindowSettings& settings = (*session)->settings();
    if (parser.isSet(theme)) {
        const auto kind = themeKindFromName(parser.value(theme).toStdString());
        if (!kind) return complain(QStringLiteral("There is no theme \"%1\"; see --help.").arg(parser.value(theme)));
        settings.setTheme(*kind);
    }
    if (parser.isSet(language)) {
        if (!isLanguage(parser.value(language)))
            return complain(QStringLiteral("There is no language \"%1\"; see --help.").arg(parser.value(language)));
        settings.setLanguage(parser.value(language));
    }
    Language spoken;
    spoken.set(settings.language());

    MainWindow window(**session, spoken);
    (*session)->openFirstDocument(parser.positionalArguments().value(0).toStdString());
    window.show();
    if (parser.isSet(screenshot))
        saveScreenshots(window, parser.value(screenshot), [](const QStringList& problems) {
            for (const QString& problem : problems) complain(problem);
            QApplication::exit(problems.isEmpty() ? 0 : kBadInput);
        });
    else
        window.offerInterruptedRuns();
    return QApplication::exec();
}
