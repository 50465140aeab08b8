// SPDX-License-Identifier: Apache-2.0
#include <cstring>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <QTest>

#include "core/protocol/frame.h"
#include "core/protocol/local_socket.h"
#include "tests/support/sample_run.h"

using namespace seekbench;
using namespace seekbench::test;

namespace {

Connection waitForClient(LocalServer& server) {
    for (int tries = 0; tries < 1000; ++tries, QTest::qSleep(1))
        if (auto client = need(server.accept())) return std::move(*client);
    qFatal("no client came");
}

// A peer that does as it likes.
class RawClient {
public:
    explicit RawClient(const std::string& endpoint) : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strcpy(address.sun_path, endpoint.c_str());
        if (::connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) qFatal("connect");
    }
    ~RawClient() { close(); }
    void send(std::span<const std::byte> bytes) const {
        if (::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(bytes.size())) qFatal("send");
    }
    void close() {
        if (m_socket >= 0) ::close(m_socket);
        m_socket = -1;
    }

private:
    int m_socket;
};

std::vector<std::byte> bytes(std::string_view text) {
    const auto view = std::as_bytes(std::span(text));
    return {view.begin(), view.end()};
}

// What receive() answers in the end.
Error endOf(Connection& connection) {
    for (int tries = 0; tries < 1000; ++tries) {
        need(connection.waitReadable(10));
        if (auto packets = connection.receive(); !packets) return packets.error();
    }
    qFatal("the connection goes on");
}

bool says(const Error& error, const char* words) { return error.english().find(words) != std::string::npos; }

}  // namespace

class TestLocalSocket : public QObject {
    Q_OBJECT
    QTemporaryDir m_runtime;

private slots:
    void initTestCase() { qputenv("XDG_RUNTIME_DIR", m_runtime.path().toUtf8()); }

    void packetsArriveBothWays() {
        auto server = need(LocalServer::listen("both"));
        auto client = need(Connection::connect(server.endpoint()));
        auto worker = waitForClient(server);
        QVERIFY(need(client.send(Hello{kProtocolVersion, "run", 1})));
        QVERIFY(need(client.send(Command{1, Verb::Pause})));
        need(worker.waitReadable(1000));
        QVERIFY(need(worker.receive()) == (std::vector<Packet>{Hello{kProtocolVersion, "run", 1}, Command{1, Verb::Pause}}));
        for (std::uint64_t i = 0; i < 3; ++i) {
            QVERIFY(need(worker.send(Grown{i})));
            need(client.waitReadable(1000));
            QVERIFY(need(client.receive()) == std::vector<Packet>{Grown{i}});
        }
        QVERIFY(need(client.receive()).empty());
    }
    void onlyTheOwnerMayOpenTheSocket() {
        auto server = need(LocalServer::listen("mode"));
        struct stat status {};
        QCOMPARE(::stat(server.endpoint().c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777, 0600u);
        QVERIFY(::fcntl(server.descriptor(), F_GETFD) & FD_CLOEXEC);
        QVERIFY(server.endpoint().size() < 108);
    }
    void aServerRemovesItsSocket() {
        const auto endpoint = need(LocalServer::listen("gone")).endpoint();
        QVERIFY(!std::filesystem::exists(endpoint));
        QCOMPARE(Connection::connect(endpoint).error().code(), ErrorCode::NotFound);
    }
    void aSocketLeftByACrashIsReplacedAndALiveOneIsNot() {
        {
            auto server = need(LocalServer::listen("stale"));
            QCOMPARE(LocalServer::listen("stale").error().code(), ErrorCode::Busy);
            std::filesystem::rename(server.endpoint(), server.endpoint() + ".kept");
            std::filesystem::rename(server.endpoint() + ".kept", server.endpoint());
            ::shutdown(server.descriptor(), SHUT_RDWR);  // nobody listens any more, the file is still there
            auto next = need(LocalServer::listen("stale"));
            need(Connection::connect(next.endpoint()));
        }
    }
    void namesAndPathsThatAreTooLongAreRefused() {
        QCOMPARE(LocalServer::listen(std::string(33, 'x')).error().code(), ErrorCode::InvalidInput);
        QCOMPARE(LocalServer::listen("a/b").error().code(), ErrorCode::InvalidInput);
        QCOMPARE(Connection::connect(std::string(200, 'x')).error().code(), ErrorCode::InvalidInput);
        QCOMPARE(Connection::connect("").error().code(), ErrorCode::InvalidInput);
    }

    void rubbishEndsTheConnectionWithAReason() {
        auto server = need(LocalServer::listen("rubbish"));
        RawClient client(server.endpoint());
        auto worker = waitForClient(server);
        client.send(bytes("GET / HTTP/1.1\r\n\r\n"));
        QVERIFY(says(endOf(worker), "not a message"));
        QVERIFY(says(endOf(worker), "not a message"));  // and stays so
    }
    void aLengthOfFourGigabytesEndsTheConnection() {
        auto server = need(LocalServer::listen("huge"));
        RawClient client(server.endpoint());
        auto worker = waitForClient(server);
        client.send(std::vector<std::byte>(4, std::byte{0xFF}));
        QVERIFY(says(endOf(worker), "not a message"));
    }
    void aFrameAboveSixtyFourKilobytesEndsTheConnection() {
        auto server = need(LocalServer::listen("long"));
        RawClient client(server.endpoint());
        auto worker = waitForClient(server);
        std::vector<std::byte> frame;
        appendFrame(frame, 0, std::vector<std::byte>((64u << 10) + 1));
        client.send(std::span(frame).first(8));
        QVERIFY(says(endOf(worker), "too long"));
    }
    void halfAFrameWaitsAndThenEndsWithItsSender() {
        auto server = need(LocalServer::listen("half"));
        RawClient client(server.endpoint());
        auto worker = waitForClient(server);
        std::vector<std::byte> frames;
        appendFrame(frames, 0, encode(Command{1, Verb::Stop}));
        const auto second = frames.size();
        appendFrame(frames, second, encode(Command{2, Verb::Stop}));
        client.send(std::span(frames).first(second + 5));
        need(worker.waitReadable(1000));
        QVERIFY(need(worker.receive()) == std::vector<Packet>{Command(1, Verb::Stop)});
        QVERIFY(need(worker.receive()).empty());
        client.close();
        QVERIFY(says(endOf(worker), "middle of a message"));
    }
    void packetsBeforeTheRubbishAreDelivered() {
        auto server = need(LocalServer::listen("before"));
        RawClient client(server.endpoint());
        auto worker = waitForClient(server);
        std::vector<std::byte> frames;
        appendFrame(frames, 0, encode(Command{1, Verb::Stop}));
        frames.resize(frames.size() + 100);
        client.send(frames);
        need(worker.waitReadable(1000));
        QCOMPARE(need(worker.receive()).size(), 1u);
        QVERIFY(says(endOf(worker), "not a message"));
    }
    void aFrameReplayedAtAnotherPlaceIsRubbish() {
        auto server = need(LocalServer::listen("replay"));
        RawClient client(server.endpoint());
        auto worker = waitForClient(server);
        std::vector<std::byte> frame;
        appendFrame(frame, 0, encode(Command{1, Verb::Stop}));
        client.send(frame);
        client.send(frame);
        QVERIFY(says(endOf(worker), "not a message"));
    }
    void aPeerThatNeverReadsCostsNeitherTimeNorMemory() {
        auto server = need(LocalServer::listen("deaf"));
        RawClient client(server.endpoint());
        auto worker = waitForClient(server);
        std::size_t dropped = 0;
        QElapsedTimer clock;
        clock.start();
        for (std::uint64_t i = 0; i < 100'000; ++i)
            if (!need(worker.send(Grown{i}))) ++dropped;
        QVERIFY(dropped > 0);
        QVERIFY(worker.hasUnsent());
        QVERIFY2(clock.elapsed() < 10'000, "sending must not wait");
        QVERIFY(!need(worker.send(Grown{1})));
        client.close();
        QVERIFY(!worker.send(Grown{1}));
    }
    void whatWaitsIsSentWhenThePeerReadsAgain() {
        auto server = need(LocalServer::listen("later"));
        auto client = need(Connection::connect(server.endpoint()));
        auto worker = waitForClient(server);
        std::uint64_t sent = 0;
        while (need(worker.send(Grown{sent}))) ++sent;
        std::uint64_t received = 0;
        while (received < sent) {
            need(client.waitReadable(10));
            for (const Packet& packet : need(client.receive())) QCOMPARE(std::get<Grown>(packet).offset, received++);
            need(worker.flush());
        }
        QVERIFY(!worker.hasUnsent());
    }
    void waitingEndsWhenThePeerGoes() {
        auto server = need(LocalServer::listen("wait"));
        auto client = need(Connection::connect(server.endpoint()));
        waitForClient(server);  // and lets it go at once
        need(client.waitReadable(5000));
        QVERIFY(says(client.receive().error(), "closed"));
    }
};

QTEST_APPLESS_MAIN(TestLocalSocket)
#include "tst_local_socket.moc"
