// SPDX-License-Identifier: Apache-2.0
#include <limits>
#include <optional>

#include <CLI/CLI.hpp>

#include "app/cli/format.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/profile_tables.h"
#include "app/cli/profile_taking.h"
#include "app/cli/subcommand.h"
#include "core/base/file.h"
#include "core/trace/formats/chrome_import.h"
#include "core/trace/run_profiles.h"
#include "core/trace/trace_file.h"

namespace seekbench {
namespace {

constexpr std::size_t kShownRows = 30;

class ProfileCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        app.require_subcommand(0, 1);
        app.add_option("FILE|RUN", m_taken, "Profile an experiment file in a run of its own, or a run that is being trained")
            ->type_name("");
        app.add_option("--steps", m_taking.steps, "How many training steps")->check(CLI::Range(1, 100'000))->capture_default_str();
        app.add_option("--warm-up", m_taking.warmUp, "Steps before these, of an experiment file")
            ->check(CLI::NonNegativeNumber)
            ->capture_default_str();
        addJsonOption(app);
        addWorkspaceOption(app);
        m_import = app.add_subcommand("import", "Make a profile of a trace that PyTorch, Chrome or another program has written");
        m_import->add_option("FILE", m_first, "Trace in Chrome's JSON format, plain or gzip")->required()->type_name("");
        m_import->add_option("OUT", m_second, "Profile to write (default: FILE with the ending .profile)")->type_name("");
        m_show = app.add_subcommand("show", "Say where the time of a profile went");
        m_show->add_option("RUN|FILE", m_first, "A run, whose newest profile is taken, or a profile or trace")->required()->type_name("");
        m_export = app.add_subcommand("export", "Write a profile for another program");
        m_export->add_option("RUN|FILE", m_first, "A run, whose newest profile is taken, or a profile or trace")->required()->type_name("");
        m_export->add_option("OUT", m_second, "File to write: .json (Chrome), .pftrace (ui.perfetto.dev) or .csv (a table, see --by)")
            ->required()
            ->type_name("");
        m_diff = app.add_subcommand("diff", "Compare two profiles, operator by operator");
        m_diff->add_option("BEFORE", m_first, "A run or file")->required()->type_name("");
        m_diff->add_option("AFTER", m_second, "Another one")->required()->type_name("");
        m_diff->footer("A change counts only when the spread over the steps does not explain it.");
        for (CLI::App* word : {m_show, m_export}) {
            word->add_option("--by", m_by, "What to list the time by: " + profileViewNames())->type_name("WHAT")->capture_default_str();
            word->add_option("--node", m_node, "Only this node and what lies in it, such as block/3")->type_name("PATH");
            word->add_option("--phase", m_phase, "Only this phase, such as forward")->type_name("NAME");
            word->add_option("--step", m_step, "Only the step with this number")->type_name("N");
        }
        for (CLI::App* word : {m_show, m_diff}) {
            addJsonOption(*word);
            word->add_flag("--csv", m_csv, "Print a table for spreadsheets");
        }
        for (CLI::App* word : {m_import, m_show, m_export, m_diff}) addWorkspaceOption(*word);
    }

    Result<ExitCode> run() override {
        if (m_import->parsed()) return import();
        if (!m_show->parsed() && !m_export->parsed() && !m_diff->parsed()) return take();
        if (m_show->parsed()) return show();
        if (m_export->parsed()) return write();
        return diff();
    }

private:
    // Percent on a terminal; stops at Ctrl-C.
    static ImportOptions watched() {
        catchInterrupts();
        return {.progress = [shown = -1](double done) mutable {
            const int percent = static_cast<int>(100 * done);
            if (terminalOf(Stream::Errors).present && percent != shown) {
                print("\rreading " + std::to_string(percent) + " %" + (percent == 100 ? "\r             \r" : ""), Stream::Errors);
                flush(Stream::Errors);
                shown = percent;
            }
            return interrupts() == 0;
        }};
    }

    Result<Trace> open(const std::string& word) const {
        std::error_code failure;
        if (std::filesystem::is_regular_file(word, failure)) return openAnyTrace(word, watched());
        auto workspace = this->workspace();
        if (!workspace) return workspace.error();
        const auto path = findProfile(word, *workspace);
        if (!path) return path.error();
        return openAnyTrace(*path, watched());
    }

    Result<TraceFilter> filterFor(const Trace& trace) const {
        TraceFilter filter{.node = m_node};
        if (!m_phase.empty()) {
            filter.phase = phaseFromName(m_phase);
            std::string names;
            for (std::size_t i = 0; i < kPhases; ++i) names.append(i ? ", " : "").append(nameOf(static_cast<Phase>(i)));
            if (!filter.phase)
                return Error(ErrorCode::InvalidInput, say("There is no phase \"%1\".", m_phase), say("Phases are: %1.", names));
        }
        if (m_step) {
            const auto step = std::ranges::find(trace.steps(), *m_step, &Step::number);
            if (step == trace.steps().end())
                return Error(ErrorCode::NotFound, say("The profile has no step %1.", *m_step),
                             trace.steps().empty()
                                 ? say("It names no steps at all.")
                                 : say("Its steps go from %1 to %2.", trace.steps().front().number, trace.steps().back().number));
            filter.span = step->span();
        }
        return filter;
    }

    Result<ProfileView> view() const {
        if (const auto known = profileViewFromName(m_by)) return *known;
        return Error(ErrorCode::InvalidInput, say("A profile cannot be listed by \"%1\".", m_by),
                     say("Choose one of: %1.", profileViewNames()));
    }

    // Takes a profile and says where the time went.
    Result<ExitCode> take() const {
        if (m_taken.empty())
            return Error(ErrorCode::InvalidInput, say("There is nothing to profile."),
                         say("Name an experiment file or a run, or see seekbench-cli profile --help"));
        auto workspace = this->workspace();
        if (!workspace) return workspace.error();
        catchInterrupts();
        std::error_code failure;
        Result<std::optional<std::filesystem::path>> taken = std::optional<std::filesystem::path>();
        if (std::filesystem::is_regular_file(m_taken, failure)) {
            taken = profileExperiment(*workspace, m_taken, m_taking);
        } else {
            const auto folder = workspace->find(m_taken);
            if (!folder) return folder.error();
            taken = profileRun(*folder, m_taking);
        }
        if (!taken) return taken.error();
        if (!*taken) return ExitCode::RunFailed;
        const auto trace = readTrace(**taken);
        if (!trace) return trace.error();
        print(m_json
                  ? profileJson(*trace, ProfileView::Layer, {})
                  : profileText(*trace, ProfileView::Phase, {}, kShownRows) + "\n" + profileTable(*trace, ProfileView::Layer, kShownRows) +
                        "\nSee more with: seekbench-cli profile show " + displayPath(**taken) + " --by operator\n");
        return ExitCode::Success;
    }

    Result<ExitCode> import() const {
        if (!looksLikeChrome(m_first)) {
            // What is wrong with the path is said by whoever opens it.
            if (const auto file = File::open(m_first, File::Mode::Read); !file) return file.error();
            return Error(ErrorCode::InvalidInput, say("%1 is not a trace in Chrome's JSON format.", m_first),
                         say("Choose a file that begins with a list of events or has the field \"traceEvents\"."));
        }
        std::filesystem::path out = m_second;
        if (out.empty()) {
            out = m_first;
            for (const char* ending : {".gz", ".json"})
                if (out.extension() == ending) out.replace_extension();
            out += ".profile";
        }
        std::string name = out.filename().string();
        name.resize(std::min<std::size_t>(name.size(), 255));
        auto writer = TraceWriter::create(out, name);
        if (!writer) return writer.error();
        ImportOptions options = watched();
        options.events = std::numeric_limits<std::uint64_t>::max();  // they go to the disk and not into memory
        auto result = importChrome(m_first, *writer, options);
        if (result) result = writer->finish();
        if (!result) {
            std::error_code ignored;
            std::filesystem::remove(out, ignored);
            return result.error();
        }
        const auto reader = TraceReader::open(out);
        if (!reader) return reader.error();
        print("Wrote " + displayPath(out) + ": " + withSeparators(static_cast<std::int64_t>(reader->sliceCount())) + " slices, " +
              bytesText(static_cast<double>(reader->bytes())) + ".\nSee it with: seekbench-cli profile show " + displayPath(out) + "\n");
        return ExitCode::Success;
    }

    Result<ExitCode> show() const {
        const auto by = view();
        if (!by) return by.error();
        const auto trace = open(m_first);
        if (!trace) return trace.error();
        const auto filter = filterFor(*trace);
        if (!filter) return filter.error();
        print(m_json  ? profileJson(*trace, *by, *filter)
              : m_csv ? profileCsv(*trace, *by, *filter).text()
                      : profileText(*trace, *by, *filter, kShownRows));
        return ExitCode::Success;
    }

    Result<ExitCode> write() const {
        const std::filesystem::path out = m_second;
        const std::string ending = out.extension().string();
        if (ending != ".json" && ending != ".pftrace" && ending != ".csv")
            return Error(ErrorCode::InvalidInput, say("%1 does not say by its ending what to write.", m_second),
                         say("Name it .json for Chrome, .pftrace for Perfetto or .csv for a table."));
        const auto by = view();
        if (!by) return by.error();
        const auto trace = open(m_first);
        if (!trace) return trace.error();
        const auto filter = filterFor(*trace);
        if (!filter) return filter.error();
        const auto written = ending == ".json"      ? exportChrome(*trace, out)
                             : ending == ".pftrace" ? exportPerfetto(*trace, out)
                                                    : writeFileAtomically(out, profileCsv(*trace, *by, *filter).text());
        if (!written) return written.error();
        print("Wrote " + displayPath(out) + ".\n");
        return ExitCode::Success;
    }

    Result<ExitCode> diff() const {
        const auto before = open(m_first);
        if (!before) return before.error();
        const auto after = open(m_second);
        if (!after) return after.error();
        const Difference difference = differenceOf(*before, *after);
        print(m_json ? differenceJson(difference) : m_csv ? csvOf(difference.rows).text() : differenceText(difference, kShownRows));
        return ExitCode::Success;
    }

    CLI::App* m_import = nullptr;
    CLI::App* m_show = nullptr;
    CLI::App* m_export = nullptr;
    CLI::App* m_diff = nullptr;
    std::string m_taken;
    ProfileTaking m_taking;
    std::string m_first, m_second, m_by = "operator", m_node, m_phase;
    std::optional<std::int64_t> m_step;
    bool m_csv = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeProfile() { return std::make_unique<ProfileCommand>(); }

}  // namespace seekbench
