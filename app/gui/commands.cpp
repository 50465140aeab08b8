// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/commands.h"

#include <algorithm>
#include <array>
#include <cassert>

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>

#include "widgets/theme/icon.h"

namespace seekbench {
namespace {

constexpr const char* kContext = "commands";

#define TEXT(text) QT_TRANSLATE_NOOP("commands", text)
constexpr const char* kFile = TEXT("&File");
constexpr const char* kEdit = TEXT("&Edit");
constexpr const char* kView = TEXT("&View");
constexpr const char* kGraph = TEXT("&Graph");
constexpr const char* kRun = TEXT("&Run");
constexpr const char* kHelp = TEXT("&Help");

constexpr CommandRow separator(const char* menu) { return {{}, menu, nullptr, nullptr, nullptr, nullptr, true}; }

constexpr std::array kRows{
    CommandRow{"file.new", kFile, TEXT("&New experiment"), TEXT("empty document"), nullptr, "Ctrl+N", true},
    CommandRow{"file.open", kFile, TEXT("&Open…"), TEXT("load experiment file"), "folder", "Ctrl+O", true},
    CommandRow{"file.save", kFile, TEXT("&Save"), TEXT("write file"), "save", "Ctrl+S", true},
    CommandRow{"file.save_as", kFile, TEXT("Save &as…"), TEXT("copy under another name"), nullptr, "Ctrl+Shift+S", true},
    separator(kFile),
    CommandRow{"file.import_data", kFile, TEXT("&Import data…"), TEXT("CSV table pictures arrays data set wizard preview"), "folder",
               "Ctrl+I", true},
    CommandRow{"file.export_plots", kFile, TEXT("&Export plots…"), TEXT("PNG SVG CSV picture figures"), "save", "Ctrl+E", false},
    separator(kFile),
    CommandRow{"file.quit", kFile, TEXT("&Quit"), TEXT("close exit window"), nullptr, "Ctrl+Q", true},

    CommandRow{"edit.undo", kEdit, TEXT("&Undo"), TEXT("take back"), "undo", "Ctrl+Z", false},
    CommandRow{"edit.redo", kEdit, TEXT("&Redo"), TEXT("do again"), "redo", "Ctrl+Shift+Z Ctrl+Y", false},
    separator(kEdit),
    CommandRow{"edit.cut", kEdit, TEXT("Cu&t"), TEXT("remove to clipboard"), nullptr, "Ctrl+X", false},
    CommandRow{"edit.copy", kEdit, TEXT("&Copy"), TEXT("clipboard JSON text"), "copy", "Ctrl+C", false},
    CommandRow{"edit.paste", kEdit, TEXT("&Paste"), TEXT("insert clipboard"), nullptr, "Ctrl+V", false},
    CommandRow{"edit.duplicate", kEdit, TEXT("&Duplicate"), TEXT("copy nodes again"), nullptr, "Ctrl+D", false},
    CommandRow{"edit.delete", kEdit, TEXT("De&lete"), TEXT("remove nodes"), "trash", "Del", false},
    CommandRow{"edit.select_all", kEdit, TEXT("Select &all"), TEXT("mark every node"), nullptr, "Ctrl+A", false},
    separator(kEdit),
    CommandRow{"edit.find", kEdit, TEXT("&Find node…"), TEXT("search layer"), "search", "Ctrl+F", false},
    CommandRow{"edit.apply_fix", kEdit, TEXT("Apply first quick fi&x"), TEXT("repair problem mend"), "quick_fix", "Alt+Return", false},

    CommandRow{"view.design", kView, TEXT("&Design"), TEXT("perspective graph canvas"), nullptr, "Ctrl+1", true},
    CommandRow{"view.train", kView, TEXT("&Train"), TEXT("perspective live curves"), nullptr, "Ctrl+2", true},
    CommandRow{"view.compare", kView, TEXT("&Compare"), TEXT("perspective table of runs"), nullptr, "Ctrl+3", true},
    CommandRow{"view.profile", kView, TEXT("Prof&ile"), TEXT("perspective timeline slow layers speed"), nullptr, "Ctrl+4", true},
    separator(kView),
    CommandRow{"view.palette", kView, TEXT("Command &palette…"), TEXT("run a command search"), "search", "Ctrl+Shift+P", true},
    CommandRow{"view.full_screen", kView, TEXT("&Full screen"), TEXT("whole screen"), nullptr, "F11", true},
    CommandRow{"view.reset_layout", kView, TEXT("&Reset layout"), TEXT("docks as at first"), "layout", nullptr, true},

    CommandRow{"graph.add", kGraph, TEXT("&Add operator…"), TEXT("insert layer search"), "plus", nullptr, false},
    CommandRow{"graph.rename", kGraph, TEXT("Re&name node"), TEXT("change name"), nullptr, "F2", false},
    CommandRow{"graph.swap", kGraph, TEXT("S&wap operator…"), TEXT("replace layer keep wires"), nullptr, nullptr, false},
    CommandRow{"graph.freeze", kGraph, TEXT("Free&ze or free weights"), TEXT("frozen layers fine-tuning transfer"), nullptr, nullptr,
               false},
    CommandRow{"graph.profile", kGraph, TEXT("Show in &Profile"), TEXT("slices time measured of this node"), "profile", "Ctrl+T", false},
    CommandRow{"graph.fold", kGraph, TEXT("&Group into a block"), TEXT("fold composite"), "composite", "Ctrl+G", false},
    separator(kGraph),
    CommandRow{"graph.layout", kGraph, TEXT("Auto-&layout"), TEXT("arrange order nodes"), "layout", "Ctrl+L", false},
    CommandRow{"graph.fit", kGraph, TEXT("&Fit all"), TEXT("show everything zoom"), "fit", nullptr, false},
    CommandRow{"graph.fit_selection", kGraph, TEXT("Fit &selection"), TEXT("show selected zoom"), nullptr, nullptr, false},
    CommandRow{"graph.zoom_in", kGraph, TEXT("Zoom &in"), TEXT("larger"), "plus", "Ctrl++ Ctrl+=", false},
    CommandRow{"graph.zoom_out", kGraph, TEXT("Zoom &out"), TEXT("smaller"), "minus", "Ctrl+-", false},

    CommandRow{"run.start", kRun, TEXT("&Start"), TEXT("train launch"), "play_filled", "F5", false},
    CommandRow{"run.pause", kRun, TEXT("&Pause"), TEXT("halt hold"), "pause", "F6", false},
    CommandRow{"run.resume", kRun, TEXT("&Resume"), TEXT("go on continue"), "resume_filled", "Shift+F6", false},
    CommandRow{"run.stop", kRun, TEXT("S&top"), TEXT("end keep a checkpoint"), "stop_filled", "Shift+F5", false},
    CommandRow{"run.checkpoint", kRun, TEXT("&Checkpoint"), TEXT("save weights now"), "flag_filled", "F9", false},
    CommandRow{"run.profile", kRun, TEXT("Pro&file 20 steps"), TEXT("time slow layers speed trace"), "profile", "F8", false},
    separator(kRun),
    CommandRow{"run.enqueue", kRun, TEXT("Add to &queue"), TEXT("later one after another"), "clock", "Ctrl+F5", false},
    CommandRow{"run.open_experiment", kRun, TEXT("Open the run's &experiment"), TEXT("design of this run"), nullptr, nullptr, false},
    CommandRow{"run.prove", kRun, TEXT("Pro&ve exact resume…"), TEXT("bit equal kill crash checkpoint reproducible"), "check", nullptr,
               false},
    CommandRow{"run.prove_document", kRun, TEXT("Prove exact resume of this desig&n…"), TEXT("bit equal experiment reproducible"), nullptr,
               nullptr, false},
    CommandRow{"run.rerun", kRun, TEXT("Rerun and co&mpare"), TEXT("again reproducibility grade same bits"), "seed", nullptr, false},
    CommandRow{"run.discard", kRun, TEXT("Stop and &discard"), TEXT("throw away trash"), "trash", nullptr, false},

    CommandRow{"help.shortcuts", kHelp, TEXT("&Gestures and shortcuts"), TEXT("cheat sheet keys"), "help", "F1", true},
    CommandRow{"help.doctor", kHelp, TEXT("&Look at this machine…"), TEXT("doctor check installation"), "processor", nullptr, true},
    CommandRow{"help.about", kHelp, TEXT("&About Seekbench"), TEXT("version licence"), "note", nullptr, true},
};
#undef TEXT

}  // namespace

std::span<const CommandRow> commandRows() { return kRows; }

QString titleOf(std::string_view id) {
    const auto row = std::ranges::find(kRows, id, &CommandRow::id);
    assert(row != kRows.end());
    return withoutMnemonic(QCoreApplication::translate(kContext, row->text));
}

QString withoutMnemonic(QString text) {
    static const QRegularExpression atTheEnd(QStringLiteral("\\(&.\\)"));
    return text.remove(atTheEnd).remove(QLatin1Char('&'));
}

Commands::Commands(QObject* parent) : QObject(parent) {
    for (const CommandRow& row : kRows) {
        if (row.text == nullptr) continue;
        auto* action = new QAction(this);
        action->setObjectName(QString::fromUtf8(row.id.data(), static_cast<qsizetype>(row.id.size())));
        if (row.shortcuts != nullptr) {
            QList<QKeySequence> sequences;
            for (const QString& text : QString::fromLatin1(row.shortcuts).split(QLatin1Char(' '))) sequences.append(QKeySequence(text));
            action->setShortcuts(sequences);
        }
        m_actions.emplace(row.id, action);
    }
}

QAction& Commands::operator[](std::string_view id) const {
    assert(m_actions.contains(id));
    return *m_actions.at(id);
}

void Commands::fill(QMenuBar& bar) {
    for (const CommandRow& row : kRows) {
        QMenu*& menu = m_menus[row.menu];
        if (menu == nullptr) menu = bar.addMenu(QString());
        if (row.text == nullptr)
            menu->addSeparator();
        else
            menu->addAction(m_actions.at(row.id));
    }
    retranslate();
}

QMenu* Commands::menu(std::string_view title) const {
    for (const auto& [name, menu] : m_menus)
        if (name == title) return menu;
    return nullptr;
}

void Commands::setTheme(const Theme& theme) {
    const auto colourOf = [](std::string_view id) {
        // Each run button has its own place, shape and colour, and never changes its meaning.
        if (id == "run.start" || id == "run.resume") return Colour::Ok;
        if (id == "run.pause") return Colour::Warning;
        if (id == "run.stop") return Colour::Error;
        if (id == "run.checkpoint") return Colour::Accent;
        return Colour::SecondText;
    };
    for (const CommandRow& row : kRows)
        if (row.icon != nullptr) m_actions.at(row.id)->setIcon(icon(row.icon, theme, colourOf(row.id)));
}

void Commands::retranslate() {
    for (const auto& [title, menu] : m_menus) menu->setTitle(QCoreApplication::translate(kContext, title.data()));
    for (const CommandRow& row : kRows) {
        if (row.text == nullptr) continue;
        QAction& action = *m_actions.at(row.id);
        action.setText(QCoreApplication::translate(kContext, row.text));
        action.setIconText(withoutMnemonic(action.text()));
        QString plain = action.iconText().remove(QStringLiteral("…"));
        if (!action.shortcut().isEmpty()) plain += QStringLiteral("  (%1)").arg(action.shortcut().toString(QKeySequence::NativeText));
        action.setToolTip(plain);
    }
}

}  // namespace seekbench
