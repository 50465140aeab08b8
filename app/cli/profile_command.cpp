// SPDX-License-Identifier: Apache-2.0
#include <limits>
#include <optional>

#include <CLI/CLI.hpp>

#include "app/cli/format.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/profile_advice.h"
#include "app/cli/profile_flight.h"
#include "app/cli/profile_tables.h"
#include "app/cli/profile_taking.h"
#include "app/cli/subcommand.h"
#include "app/session/advice_trial.h"
#include "core/base/file.h"
#include "core/run/worker_environment.h"
#include "core/trace/analysis/advice.h"
#include "core/trace/flight/flight_file.h"
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
        app.add_option("--every", m_taking.every, "Profile one step in K")
            ->type_name("K")
            ->check(CLI::Range(1, 1'000'000))
            ->capture_default_str();
        addJsonOption(app);
        addWorkspaceOption(app);
        m_import = app.add_subcommand("import", "Make a profile of a trace that PyTorch, Chrome or another program has written");
        m_import->add_option("FILE", m_first, "Trace in Chrome's JSON format, plain or gzip")->required()->type_name("");
        m_import->add_option("OUT", m_second, "Profile to write (default: FILE with the ending .profile)")->type_name("");
        m_show = app.add_subcommand("show", "Say where the time of a profile went");
        m_show->add_option("RUN|FILE", m_first, "A run, whose newest profile is taken, or a profile or trace")->required()->type_name("");
        m_show->add_flag("--flight", m_flight, "What the run's flight recorder has: its last steps, and where its worker was last");
        m_export = app.add_subcommand("export", "Write a profile for another program");
        m_export->add_option("RUN|FILE", m_first, "A run, whose newest profile is taken, or a profile or trace")->required()->type_name("");
        m_export->add_option("OUT", m_second, "File to write: .json (Chrome), .pftrace (ui.perfetto.dev) or .csv (a table, see --by)")
            ->required()
            ->type_name("");
        m_diff = app.add_subcommand("diff", "Compare two profiles, operator by operator");
        m_diff->add_option("BEFORE", m_first, "A run or file")->required()->type_name("");
        m_diff->add_option("AFTER", m_second, "Another one")->required()->type_name("");
        m_diff->footer("A change counts only when the spread over the steps does not explain it.");
        m_advise = app.add_subcommand("advise", "Say what the profile suggests to change, and try it");
        m_advise
            ->add_option("RUN|FILE", m_first, "A run, whose newest profile is taken, a profile, or an experiment, which is profiled first")
            ->required()
            ->type_name("");
        m_advise->add_option("--try", m_try, "Train a few steps with and without the change of this piece of advice, in turns")
            ->type_name("N")
            ->check(CLI::PositiveNumber);
        m_advise->add_option("--steps", m_trial.steps, "Steps of each training that count")
            ->check(CLI::Range(5, 100'000))
            ->capture_default_str();
        m_advise->add_option("--rounds", m_trial.rounds, "Trainings of each kind")->check(CLI::Range(2, 100))->capture_default_str();
        addJsonOption(*m_advise);
        addWorkspaceOption(*m_advise);
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
        if (m_advise->parsed()) return advise();
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
        if (std::filesystem::is_regular_file(word, failure)) {
            if (!isFlight(word)) return openAnyTrace(word, watched());
            auto flight = readFlight(word);
            if (!flight) return flight.error();
            return std::move(flight->trace);
        }
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
        if (m_flight) return showFlight(*by);
        const auto trace = open(m_first);
        if (!trace) return trace.error();
        const auto filter = filterFor(*trace);
        if (!filter) return filter.error();
        print(m_json  ? profileJson(*trace, *by, *filter)
              : m_csv ? profileCsv(*trace, *by, *filter).text()
                      : profileText(*trace, *by, *filter, kShownRows));
        return ExitCode::Success;
    }

    // Operators are what it does not have: layers stand for them.
    Result<ExitCode> showFlight(ProfileView by) const {
        std::error_code failure;
        std::filesystem::path path = m_first;
        bool alive = false;
        if (!std::filesystem::is_regular_file(path, failure)) {
            auto workspace = this->workspace();
            if (!workspace) return workspace.error();
            const auto run = workspace->find(m_first);
            if (!run) return run.error();
            path = flightFile(*run);
            alive = run->isAlive();
            if (!std::filesystem::is_regular_file(path, failure))
                return Error(ErrorCode::NotFound, say("The run %1 has no flight recorder's file.", run->id()),
                             say("It is made when a run is trained, unless SEEKBENCH_FLIGHT_STEPS is 0."));
        }
        const auto flight = readFlight(path);
        if (!flight) return flight.error();
        const auto filter = filterFor(flight->trace);
        if (!filter) return filter.error();
        if (by == ProfileView::Operator) by = ProfileView::Layer;
        print(m_json  ? flightJson(*flight, alive)
              : m_csv ? profileCsv(flight->trace, by, *filter).text()
                      : flightText(*flight, alive) + "\n" + profileText(flight->trace, by, *filter, kShownRows));
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

    // The profile that is meant; that of an experiment file is taken now.
    Result<std::optional<std::filesystem::path>> profileToAdviseOn(const Workspace& workspace) const {
        std::error_code failure;
        if (!std::filesystem::is_regular_file(m_first, failure)) {
            auto found = findProfile(m_first, workspace);
            if (!found) return found.error();
            return std::optional(std::move(*found));
        }
        constexpr std::size_t kMostOfAnExperiment = std::size_t{16} << 20;
        const auto text = readFile(m_first, kMostOfAnExperiment);
        const bool isExperiment = text && text->starts_with('{') && text->find(kExperimentFormat) != std::string::npos;
        if (!isExperiment) return std::optional<std::filesystem::path>(m_first);
        catchInterrupts();
        return profileExperiment(workspace, m_first, m_taking);
    }

    Result<ExitCode> advise() const {
        const auto workspace = this->workspace();
        if (!workspace) return workspace.error();
        const auto path = profileToAdviseOn(*workspace);
        if (!path) return path.error();
        if (!*path) return ExitCode::RunFailed;
        const auto trace = open((*path)->string());
        if (!trace) return trace.error();
        // A profile in a run's folder is that run's.
        std::optional<Experiment> experiment;
        if (const auto run = RunFolder::open(std::filesystem::absolute(**path).parent_path().parent_path()))
            if (auto read = run->experiment()) experiment = std::move(*read);
        const auto advice = adviceFor(*trace, {.experiment = experiment ? &*experiment : nullptr, .cores = threadCount(0)});
        if (!m_try) {
            print(m_json ? adviceJson(advice) : adviceText(advice));
            return ExitCode::Success;
        }
        if (*m_try > static_cast<std::int64_t>(advice.size()))
            return Error(ErrorCode::InvalidInput, say("There are %1 pieces of advice; %2 is none of them.", advice.size(), *m_try),
                         say("See them with: seekbench-cli profile advise %1", m_first));
        if (!experiment)
            return Error(ErrorCode::InvalidInput, say("The experiment that was profiled is not known."), say("Name its run or its file."));
        const auto tried = static_cast<std::size_t>(*m_try - 1);
        catchInterrupts();
        std::stop_source stop;
        const auto tell = [&](int done, int of) {
            if (interrupts() > 0) stop.request_stop();
            print(
                "Training " + std::to_string(std::min(done + 1, of)) + " of " + std::to_string(of) + (done == of ? " is done.\n" : " …\n"),
                Stream::Errors);
        };
        const auto gain = tryAdvice(*workspace, *experiment, advice[tried], m_trial, tell, stop.get_token());
        if (!gain) return gain.error();
        if (!*gain) return ExitCode::RunFailed;
        print(m_json
                  ? adviceJson(advice, tried, **gain)
                  : advice[tried].finding.english() + "\n" + advice[tried].remedy.english() + "\n" + sentenceOf(**gain).english() + "\n");
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
    CLI::App* m_advise = nullptr;
    std::optional<std::int64_t> m_try;
    TrialOptions m_trial;
    std::string m_taken;
    ProfileTaking m_taking;
    std::string m_first, m_second, m_by = "operator", m_node, m_phase;
    std::optional<std::int64_t> m_step;
    bool m_csv = false, m_flight = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeProfile() { return std::make_unique<ProfileCommand>(); }

}  // namespace seekbench
