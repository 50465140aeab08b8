// SPDX-License-Identifier: Apache-2.0
#include "core/run/run_folder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <thread>

#include <nlohmann/json.hpp>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/json_fields.h"

namespace seekbench {
namespace {

constexpr std::string_view kNoteFormat = "seekbench-run";
constexpr int kNoteVersion = 1;
constexpr std::string_view kSlot = "slot:";
constexpr int kMostSlots = 1'000'000;

constexpr std::array<std::string_view, 10> kStateNames{"created",  "queued",  "starting", "running", "paused",
                                                       "stopping", "stopped", "finished", "failed",  "interrupted"};
static_assert(kStateNames.size() == static_cast<std::size_t>(RunState::Interrupted) + 1);

bool isColour(std::string_view text) {
    if (colourSlot(text)) return true;
    return text.size() == 7 && text[0] == '#' && text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

std::string idOf(std::chrono::system_clock::time_point time) {
    const auto second = std::chrono::floor<std::chrono::seconds>(time);
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(time));
    const std::chrono::hh_mm_ss clock(second - std::chrono::floor<std::chrono::days>(second));
    const auto nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(time - second).count();
    char text[32];
    std::snprintf(text, sizeof text, "%04d%02u%02u-%02d%02d%02d-%04x", int{date.year()}, unsigned{date.month()}, unsigned{date.day()},
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()), static_cast<unsigned>(nanoseconds * 65536 / 1'000'000'000));
    return text;
}

// Makes a folder that was not there before.
Result<std::filesystem::path> makeFreshFolder(const std::filesystem::path& runs) {
    if (auto made = makeFolder(runs); !made) return made.error();
    while (true) {
        const std::filesystem::path folder = runs / idOf(std::chrono::system_clock::now());
        std::error_code failure;
        if (std::filesystem::create_directory(folder, failure)) return folder;
        if (failure) return systemError(failure.value(), say("The folder %1 could not be made", displayPath(folder)));
        std::this_thread::sleep_for(std::chrono::microseconds(20));  // somebody took this fraction of the second
    }
}

}  // namespace

std::string runNoteToText(const RunNote& note) {
    return canonicalJson({{"format", kNoteFormat},
                          {"version", kNoteVersion},
                          {"name", note.name},
                          {"colour", note.colour},
                          {"notes", note.notes},
                          {"trashed", note.trashed}});
}

Result<RunNote> runNoteFromText(std::string_view text) {
    const auto json = parseJson(text);
    if (!json) return json.error();
    if (auto version = checkFormat(*json, kNoteFormat, kNoteVersion); !version) return version.error();
    RunNote note;
    JsonFields fields(*json);
    fields.find("format");
    fields.find("version");
    fields.read("name", note.name);
    fields.read("colour", note.colour);
    fields.read("notes", note.notes);
    fields.read("trashed", note.trashed);
    if (!note.colour.empty() && !isColour(note.colour))
        fields.fail(
            Error(ErrorCode::InvalidInput, say("The field \"colour\" must be empty or like \"slot:3\"; it is \"%1\".", note.colour)));
    if (auto done = fields.finish(); !done) return done.error();
    return note;
}

std::string colourOfSlot(int slot) { return std::string(kSlot) + std::to_string(slot + 1); }

std::optional<int> colourSlot(std::string_view colour) {
    if (!colour.starts_with(kSlot)) return std::nullopt;
    colour.remove_prefix(kSlot.size());
    int number = 0;
    const auto [end, failure] = std::from_chars(colour.data(), colour.data() + colour.size(), number);
    if (failure != std::errc() || end != colour.data() + colour.size() || number < 1 || number > kMostSlots) return std::nullopt;
    return number - 1;
}

std::string_view nameOf(RunState state) { return kStateNames.at(static_cast<std::size_t>(state)); }

std::optional<RunState> runStateFromName(std::string_view name) {
    const auto found = std::ranges::find(kStateNames, name);
    if (found == kStateNames.end()) return std::nullopt;
    return static_cast<RunState>(found - kStateNames.begin());
}

bool isFinal(RunState state) {
    return state == RunState::Stopped || state == RunState::Finished || state == RunState::Failed || state == RunState::Interrupted;
}

RunFolder::RunFolder(std::filesystem::path path) : m_path(std::move(path)) {}

Result<RunFolder> RunFolder::create(const std::filesystem::path& runs, const Experiment& experiment, const RunNote& note) {
    auto path = makeFreshFolder(std::filesystem::absolute(runs));
    if (!path) return path.error().in(say("making a folder for the run"));
    const RunFolder folder(std::move(*path));
    // The experiment last: a folder that has one is whole, and others are no runs.
    auto written = folder.setNote(note);
    if (written) written = writeFileAtomically(folder.experimentFile(), experimentToText(experiment));
    if (written) written = syncFolder(folder.path().parent_path());
    if (!written) {
        std::error_code ignored;  // what is left over is no run
        std::filesystem::remove_all(folder.path(), ignored);
        return written.error().in(say("making a folder for the run"));
    }
    return folder;
}

Result<RunFolder> RunFolder::open(const std::filesystem::path& path) {
    RunFolder folder(std::filesystem::absolute(path).lexically_normal());
    if (!folder.m_path.has_filename()) folder.m_path = folder.m_path.parent_path();  // "runs/x/" is "runs/x"
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(folder.experimentFile(), ignored))
        return Error(ErrorCode::NotFound, say("%1 is not the folder of a run: it has no experiment.json.", displayPath(folder.m_path)),
                     say("Name a folder below runs/ in a workspace."));
    return folder;
}

std::string RunFolder::id() const { return m_path.filename().string(); }

Result<Experiment> RunFolder::experiment() const { return loadExperiment(experimentFile(), {}); }

Result<RunNote> RunFolder::note() const {
    const auto text = readFile(noteFile(), JsonLimits{}.bytes);
    if (!text && text.error().code() == ErrorCode::NotFound) return RunNote{};
    if (!text) return text.error();
    auto note = runNoteFromText(*text);
    if (!note) return note.error().in(say("reading %1", displayPath(noteFile())));
    return note;
}

Result<void> RunFolder::setNote(const RunNote& note) const { return writeFileAtomically(noteFile(), runNoteToText(note)); }

bool RunFolder::isAlive() const { return FileLock::isHeld(lockFile()); }

}  // namespace seekbench
