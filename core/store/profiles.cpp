// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <tuple>

#include <sqlite3.h>

#include "core/store/database_state.h"
#include "core/trace/run_profiles.h"
#include "core/trace/trace_file.h"

namespace seekbench {
namespace {

// One profile with all that is stored of it.
struct Profile {
    std::string name;
    std::int64_t bytes = 0;
    bool finished = false;
    std::uint64_t slices = 0;
    TimeSpan span;
    TraceFacts facts;
    Ledger ledger;
    std::vector<TraceChunk> chunks;
    std::vector<SummaryRow> summary;
    std::vector<StepBar> steps;
};

// A profile that cannot be read is recorded as what it is: a file of so many bytes.
Profile profileOf(const std::filesystem::path& path, std::int64_t bytes) {
    Profile profile{.name = path.filename().string(), .bytes = bytes};
    const auto reader = TraceReader::open(path);
    if (!reader) return profile;
    profile.finished = reader->isFinished();
    profile.slices = reader->sliceCount();
    profile.span = reader->span();
    profile.facts = reader->outline().facts();
    profile.ledger = reader->outline().ledger();
    profile.chunks = reader->chunks();
    if (const auto trace = reader->read()) {
        profile.ledger = trace->ledger();
        profile.summary = summarize(*trace);
        profile.steps = stepBars(*trace);
    }
    return profile;
}

void insert(sqlite3* connection, std::int64_t run, const Profile& profile) {
    Statement(connection, "DELETE FROM profile WHERE run = ?1 AND name = ?2").bind(run, profile.name).run();
    Statement(connection,
              "INSERT INTO profile(run, name, bytes, finished, slices, span_begin, span_end, source, device, software, started, received, dropped,"
              " unreadable, unmatched, without_arguments, clock_residual, cut)"
              " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)")
        .bind(run, profile.name, profile.bytes, profile.finished, profile.slices, profile.span.begin, profile.span.end, profile.facts.source,
              profile.facts.device, profile.facts.software, profile.facts.startedAt, profile.ledger.received, profile.ledger.dropped,
              profile.ledger.unreadable, profile.ledger.unmatched, profile.ledger.withoutArguments, profile.ledger.clockResidual, profile.ledger.cut)
        .run();
    const std::int64_t key = sqlite3_last_insert_rowid(connection);
    Statement chunk(connection, "INSERT INTO profile_chunk(profile, ordinal, track, slices, span_begin, span_end, place, bytes) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    for (std::size_t i = 0; i < profile.chunks.size(); ++i) {
        const TraceChunk& c = profile.chunks[i];
        chunk.bind(key, i, c.track, c.slices, c.span.begin, c.span.end, c.offset, c.bytes).run();
    }
    // A damaged profile may name a step twice: the last one stands.
    Statement summary(connection,
                      "INSERT OR REPLACE INTO profile_summary(profile, step, node, phase, host, device, calls, flops, bytes)"
                      " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    for (const SummaryRow& row : profile.summary)
        summary.bind(key, row.step, row.node, nameOf(row.phase), row.host, row.device, row.calls, row.flops, row.bytes).run();
    Statement step(connection, "INSERT OR REPLACE INTO profile_step(profile, step, part, start, duration, time) VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
    for (const StepBar& bar : profile.steps) {
        for (std::size_t i = 0; i < kPhases; ++i)
            step.bind(key, bar.step.number, nameOf(static_cast<Phase>(i)), bar.step.start, bar.step.duration, bar.phases[i]).run();
        step.bind(key, bar.step.number, std::string_view("gaps"), bar.step.start, bar.step.duration, bar.gaps).run();
    }
}

}  // namespace

Result<bool> Database::recordProfiles(const RunFolder& folder) {
    const auto paths = profilesOf(folder);
    return guarded(say("recording the profiles of the run %1", folder.id()), [&] {
        sqlite3* connection = m_state->get();
        std::set<std::string> there, known;
        std::vector<std::pair<std::filesystem::path, std::int64_t>> fresh;
        Statement recorded(connection,
                           "SELECT profile.bytes FROM profile JOIN run ON run.key = profile.run WHERE run.id = ?1 AND profile.name = ?2");
        for (const auto& path : paths) {
            std::error_code failure;
            const auto bytes = static_cast<std::int64_t>(std::filesystem::file_size(path, failure));
            if (failure) continue;
            there.insert(path.filename().string());
            recorded.bind(folder.id(), path.filename().string());
            const bool same = recorded.step() && recorded.integer(0) == bytes;
            recorded.run();
            // One that is being written is waited for: adding it up again and again would cost the more the longer it gets.
            if (!same && (isFinishedProfile(path) || !folder.isAlive())) fresh.emplace_back(path, bytes);
        }
        Statement names(connection, "SELECT profile.name FROM profile JOIN run ON run.key = profile.run WHERE run.id = ?1");
        names.bind(folder.id());
        while (names.step()) known.insert(names.text(0));
        names.run();
        std::erase_if(known, [&](const std::string& name) { return there.contains(name); });
        if (fresh.empty() && known.empty()) return false;

        std::vector<Profile> profiles;  // read before the write lock is taken
        for (const auto& [path, bytes] : fresh) profiles.push_back(profileOf(path, bytes));
        Transaction transaction(connection);
        Statement row(connection, "SELECT key FROM run WHERE id = ?1");
        if (!row.bind(folder.id()).step()) return false;
        const std::int64_t run = row.integer(0);
        row.run();
        for (const Profile& profile : profiles) insert(connection, run, profile);
        for (const std::string& name : known) Statement(connection, "DELETE FROM profile WHERE run = ?1 AND name = ?2").bind(run, name).run();
        transaction.commit();
        return true;
    });
}

Result<std::vector<ProfileRow>> Database::profiles(const std::string& run) const {
    return guarded(say("listing the profiles of the run %1", run), [&] {
        std::vector<ProfileRow> rows;
        Statement row(m_state->get(),
                      "SELECT profile.name, profile.bytes, finished, slices, span_begin, span_end, profile.device, dropped, cut FROM profile"
                      " JOIN run ON run.key = profile.run WHERE run.id = ?1 ORDER BY profile.name");
        row.bind(run);
        while (row.step())
            rows.push_back({.name = row.text(0),
                            .bytes = static_cast<std::uint64_t>(row.integer(1)),
                            .finished = row.integer(2) != 0,
                            .slices = static_cast<std::uint64_t>(row.integer(3)),
                            .span = {row.integer(4), row.integer(5)},
                            .device = row.text(6),
                            .dropped = static_cast<std::uint64_t>(row.integer(7)),
                            .cut = row.integer(8) != 0});
        return rows;
    });
}

Result<std::vector<SummaryRow>> Database::profileSummary(const std::string& run, const std::string& profile) const {
    return guarded(say("reading the profile %1 of the run %2", profile, run), [&] {
        std::vector<SummaryRow> rows;
        Statement row(m_state->get(),
                      "SELECT s.step, node, phase, host, s.device, calls, flops, s.bytes FROM profile_summary AS s JOIN profile ON profile.key ="
                      " s.profile JOIN run ON run.key = profile.run WHERE run.id = ?1 AND profile.name = ?2");
        row.bind(run, profile);
        while (row.step())
            rows.push_back({row.integer(0), row.text(1), phaseFromName(row.text(2)).value_or(Phase::None), row.integer(3), row.integer(4),
                            static_cast<std::uint64_t>(row.integer(5)), row.real(6), row.real(7)});
        std::ranges::sort(rows, {}, [](const SummaryRow& r) { return std::tuple(r.step, std::string_view(r.node), r.phase); });
        return rows;
    });
}

}  // namespace seekbench
