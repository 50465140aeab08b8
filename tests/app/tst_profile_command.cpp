// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include "core/trace/run_profiles.h"
#include "core/trace/trace_file.h"
#include "tests/support/sample_run.h"
#include "tests/support/sample_trace.h"
#include "workbench.h"

using namespace seekbench;

class tst_ProfileCommand : public QObject {
    Q_OBJECT

    static QString profile(const Workbench& bench, const QString& name, unsigned seed = 1, double factor = 1) {
        const QString path = bench.parentFolder() + "/" + name;
        test::need(writeTrace(test::trainingTrace(6, 6, seed, factor), path.toStdString(), "test"));
        return path;
    }
    static bool isOneSentenceOnStderr(const Outcome& outcome) {
        return outcome.output.isEmpty() && outcome.errors.startsWith("seekbench-cli: ") && outcome.errors.count('\n') == 1;
    }

private slots:
    void everyWordHasHelp() {
        const Workbench bench(WorkerKind::StandIn);
        for (const char* word : {"import", "show", "export", "diff"}) {
            const Outcome outcome = bench.cli({"profile", word, "--help"});
            QCOMPARE(outcome.code, 0);
            QVERIFY(outcome.output.contains("--workspace"));
        }
        QCOMPARE(bench.cli({"profile"}).code, 2);
    }
    void aTraceIsImportedShownAndExported() {
        const Workbench bench(WorkerKind::StandIn);
        const QString file = profile(bench, "x.profile");
        QCOMPARE(bench.cli({"profile", "export", file, bench.parentFolder() + "/out.json"}).code, 0);
        const Outcome import = bench.cli({"profile", "import", bench.parentFolder() + "/out.json"});
        QCOMPARE(import.code, 0);
        QVERIFY(import.output.contains("out.profile"));
        const Outcome first = bench.cli({"profile", "show", file, "--csv", "--by", "layer"});
        const Outcome second = bench.cli({"profile", "show", bench.parentFolder() + "/out.profile", "--csv", "--by", "layer"});
        QCOMPARE(first.code, 0);
        QCOMPARE(first.output.count('\n'), 8);  // head, six layers, the rest
        QCOMPARE(second.output, first.output);
        QCOMPARE(bench.cli({"profile", "export", file, bench.parentFolder() + "/out.pftrace"}).code, 0);
        QVERIFY(QFile(bench.parentFolder() + "/out.pftrace").size() > 1000);
        QCOMPARE(bench.cli({"profile", "export", file, bench.parentFolder() + "/out.csv", "--by", "phase"}).code, 0);
    }
    void everyViewIsPrintedInEveryForm() {
        const Workbench bench(WorkerKind::StandIn);
        const QString file = profile(bench, "x.profile");
        for (const char* view : {"operator", "layer", "phase", "kernel", "gap", "roofline"}) {
            const Outcome text = bench.cli({"profile", "show", file, "--by", view});
            QCOMPARE(text.code, 0);
            QVERIFY2(text.output.contains("has a layer"), text.output.constData());
            const Outcome json = bench.cli({"profile", "show", file, "--by", view, "--json"});
            QVERIFY(json.json().object()["completeness"].toObject()["conserved"].toBool());
            QCOMPARE(json.json().object()["rows"].toArray().isEmpty(), QString(view) == "kernel");
            QCOMPARE(bench.cli({"profile", "show", file, "--by", view, "--csv"}).code, 0);
        }
    }
    void aRunsNewestProfileIsShown() {
        const Workbench bench(WorkerKind::StandIn);
        QCOMPARE(bench.cli({"train", bench.scripted("steps 3"), "--json"}).code, 0);
        const Outcome none = bench.cli({"profile", "show", "last"});
        QCOMPARE(none.code, 2);
        QVERIFY(isOneSentenceOnStderr(none));
        const RunFolder run = bench.lastRun();
        test::need(makeFolder(tracesFolder(run)));
        test::need(writeTrace(test::trainingTrace(3), tracesFolder(run) / "steps", "steps"));
        QVERIFY(bench.cli({"profile", "show", "last"}).output.contains("aten::convolution"));
        QVERIFY(bench.cli({"profile", "show", "last", "--step", "1", "--phase", "optimizer"}).output.contains("_foreach_add_"));
        QCOMPARE(bench.cli({"runs"}).code, 0);
        QVERIFY(bench.rows() == bench.rebuiltRows());
    }
    void twoProfilesAreCompared() {
        const Workbench bench(WorkerKind::StandIn);
        const QString before = profile(bench, "a.profile", 1), after = profile(bench, "b.profile", 2, 2.0), again = profile(bench, "c.profile", 3);
        QVERIFY(bench.cli({"profile", "diff", before, after}).output.contains("Slower"));
        QVERIFY(!bench.cli({"profile", "diff", before, again}).output.contains("Slower"));
        const auto rows = bench.cli({"profile", "diff", before, after, "--json"}).json().object()["rows"].toArray();
        QCOMPARE(rows[0].toObject()["verdict"].toString(), "slower");
        QCOMPARE(rows[0].toObject()["node"].toString(), "block/3/conv");
    }
    void whatCannotBeDoneIsSaidInASentence() {
        const Workbench bench(WorkerKind::StandIn);
        const QString file = profile(bench, "x.profile"), text = bench.writeFile("hello.txt", "hello");
        for (const QStringList& words : {QStringList{"show", file, "--by", "colour"}, QStringList{"show", file, "--phase", "lunch"},
                                         QStringList{"show", file, "--step", "99"}, QStringList{"show", text}, QStringList{"import", text},
                                         QStringList{"import", bench.parentFolder() + "/missing.json"}, QStringList{"export", file, bench.parentFolder() + "/out.doc"},
                                         QStringList{"show", "no/such/file"}}) {
            const Outcome outcome = bench.cli(QStringList{"profile"} + words);
            QCOMPARE(outcome.code, 2);
            QVERIFY2(isOneSentenceOnStderr(outcome), outcome.errors.constData());
        }
    }
};

QTEST_GUILESS_MAIN(tst_ProfileCommand)
#include "tst_profile_command.moc"
