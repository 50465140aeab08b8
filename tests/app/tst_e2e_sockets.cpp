// SPDX-License-Identifier: Apache-2.0
// Clients that misbehave, and ports that nobody shall listen on.

#include <algorithm>

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "app/session/run_controller.h"
#include "app/session/run_reader.h"
#include "core/protocol/frame.h"
#include "workbench.h"

using namespace seekbench;

// A client that sends what it likes.
class RawClient {
public:
    explicit RawClient(const RunFolder& run) : m_descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        const std::string endpoint = readFile(run.endpointFile()).valueOr("");
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        endpoint.copy(address.sun_path, sizeof address.sun_path - 1);
        m_connected = ::connect(m_descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~RawClient() { ::close(m_descriptor); }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    bool isConnected() const { return m_connected; }
    void send(const QByteArray& bytes) const {
        (void)!::send(m_descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
    }
    // True when the worker closes the connection within ten seconds.
    bool isDropped() const {
        timeval patience{.tv_sec = 10, .tv_usec = 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        char block[4096];
        ssize_t got;
        do got = ::recv(m_descriptor, block, sizeof block, 0);
        while (got > 0);
        return got == 0 || errno == ECONNRESET;
    }

private:
    int m_descriptor;
    bool m_connected = false;
};

class tst_E2eSockets : public QObject {
    Q_OBJECT

    static RunFolder longRun(const Workbench& bench) {
        return bench.train(bench.experimentFile(
            {{"training", QJsonObject{{"batch_size", 16}, {"epochs", 1'000'000}, {"threads", 1}, {"checkpoint_interval", 0}}}}));
    }
    static bool logHas(const Workbench& bench, const RunFolder& run, const char* words) {
        bench.cli({"runs"});
        const auto log = bench.database().log(run.id()).valueOr({});
        return std::any_of(log.begin(), log.end(), [&](const LogRow& row) { return row.text.find(words) != std::string::npos; });
    }
    static double medianStepSeconds(const Workbench& bench, const RunFolder& run, std::int64_t from) {
        bench.cli({"runs"});
        std::vector<double> seconds;
        for (const Point& point : bench.database().points(run.id(), "step_seconds").valueOr({}))
            if (point.step > from) seconds.push_back(point.value);
        if (seconds.empty()) return 0;
        std::nth_element(seconds.begin(), seconds.begin() + static_cast<std::ptrdiff_t>(seconds.size() / 2), seconds.end());
        return seconds[seconds.size() / 2];
    }

private slots:
    void initTestCase() {
        if (const QString reason = Workbench::missingWorker(); !reason.isEmpty()) QSKIP(qPrintable(reason));
    }

    void rubbishIsDroppedWithAReasonInTheLog_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("rubbish") << QByteArray(4096, 'r');
        QTest::newRow("4 GB length") << QByteArray("\xff\xff\xff\xff\x01\x02\x03\x04 and more", 17);
        QTest::newRow("zeros") << QByteArray(64, '\0');
        QTest::newRow("HTTP") << QByteArray("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    void rubbishIsDroppedWithAReasonInTheLog() {
        QFETCH(QByteArray, bytes);
        const Workbench bench(WorkerKind::Real);
        const RunFolder run = longRun(bench);
        const RawClient client(run);
        QVERIFY(client.isConnected());
        client.send(bytes);
        QVERIFY(client.isDropped());
        QTRY_VERIFY(logHas(bench, run, "was disconnected"));
        const auto step = readProgress(run).step;
        QTRY_VERIFY(readProgress(run).step > step);
        QCOMPARE(bench.cli({"stop", "last"}).code, 0);
    }

    void badClientsDoNotSlowTheTraining() {
        const Workbench bench(WorkerKind::Real);
        const RunFolder run = longRun(bench);
        QTest::qWait(1500);
        const double alone = medianStepSeconds(bench, run, 0);
        const auto from = readProgress(run).step;

        std::vector<std::byte> whole;
        appendFrame(whole, 0, encode(Hello{.version = kProtocolVersion, .run = run.id(), .process = 1}));
        const QByteArray half(reinterpret_cast<const char*>(whole.data()), static_cast<int>(whole.size() / 2));
        const RawClient readsNothing(run), sendsHalf(run);
        sendsHalf.send(half);
        for (int i = 0; i < 100; ++i) {
            const RawClient rubbish(run);
            rubbish.send(QByteArray(64 * 1024, static_cast<char>(i)));
            QTest::qWait(15);
        }
        const double besieged = medianStepSeconds(bench, run, from);
        QVERIFY(alone > 0 && besieged > 0);
        qInfo("median step: %.0f us alone, %.0f us with bad clients", alone * 1e6, besieged * 1e6);
        QVERIFY(besieged < 3 * alone);  // generous: the machine that runs the tests is not idle

        auto controller = RunController::connect(run);  // the good ones are still served
        QVERIFY(controller && controller->ask(Verb::Status));
        QCOMPARE(bench.cli({"stop", "last"}).code, 0);
    }

    void nobodyListensOnAPort() {
        if (QStandardPaths::findExecutable("ss").isEmpty()) QSKIP("ss (package iproute2) is not there");
        const Workbench bench(WorkerKind::Real);
        const RunFolder run = longRun(bench);
        const auto attach = bench.start({"attach", "last"});
        const auto worker = FileLock::ownerOf(run.lockFile());
        QVERIFY(worker && run.isAlive());
        for (int i = 0; i < 5; ++i) {
            QProcess ss;
            ss.start("ss", {"--no-header", "--listening", "--tcp", "--udp", "--numeric", "--processes"});
            QVERIFY(ss.waitForFinished());
            QCOMPARE(ss.exitCode(), 0);
            const QString listeners = ss.readAllStandardOutput();
            for (const qint64 process : {static_cast<qint64>(*worker), attach->processId()})
                QVERIFY2(!listeners.contains("pid=" + QString::number(process) + ","), qPrintable(listeners));
            QTest::qWait(100);
        }
        attach->terminate();
        QVERIFY(attach->waitForFinished());
        QCOMPARE(bench.cli({"stop", "last"}).code, 0);
    }
};

QTEST_GUILESS_MAIN(tst_E2eSockets)
#include "tst_e2e_sockets.moc"
