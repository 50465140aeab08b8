// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <cstring>
#include <stdexcept>
#include <thread>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "core/protocol/local_socket.h"
#include "gpu/training/command_server.h"
#include "tests/gpu/training/temporary_folder.h"

using namespace seekbench;
using namespace std::chrono_literals;

namespace {

// A socket that sends what it likes.
class RawClient {
public:
    explicit RawClient(const std::string& endpoint) : m_descriptor(::socket(AF_UNIX, SOCK_STREAM, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, endpoint.c_str(), sizeof address.sun_path - 1);
        m_connected = ::connect(m_descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~RawClient() { ::close(m_descriptor); }
    bool connected() const { return m_connected; }
    void send(const std::string& bytes) { (void)!::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL); }

private:
    int m_descriptor;
    bool m_connected = false;
};

class CommandServerTest : public testing::Test {
protected:
    void SetUp() override {
        auto started = CommandServer::start("test", "the-run", queue, status);
        ASSERT_TRUE(started) << started.error().english();
        server = std::move(*started);
    }
    // Tries again while the door is crowded.
    Connection connect() {
        auto connection = Connection::connect(server->endpoint());
        for (int i = 0; i < 200 && !connection && connection.error().code() == ErrorCode::Busy; ++i) {
            std::this_thread::sleep_for(5ms);
            connection = Connection::connect(server->endpoint());
        }
        if (!connection) throw std::runtime_error(connection.error().english());
        return std::move(*connection);
    }
    RawClient connectRaw() { return RawClient(server->endpoint()); }

    // The next packet of type T, waiting for it at most two seconds.
    template <class T>
    static std::optional<T> next(Connection& connection) {
        for (const auto end = std::chrono::steady_clock::now() + 2s; std::chrono::steady_clock::now() < end;) {
            (void)connection.waitReadable(20);
            const auto packets = connection.receive();
            if (!packets) return std::nullopt;
            for (const Packet& packet : *packets)
                if (const auto* wanted = std::get_if<T>(&packet)) return *wanted;
        }
        return std::nullopt;
    }
    CommandQueue::Mail waitForMail() {
        queue.wait(2s);
        return queue.take();
    }
    std::string reasonFor(const std::string& bytes) {
        RawClient client = connectRaw();
        client.send(bytes);
        const auto mail = waitForMail();
        return mail.lines.empty() ? "" : mail.lines.front().text;
    }
    bool stillAnswers() {
        Connection client = connect();
        return client.send(Command{.request = 77, .verb = Verb::Status}) && next<Answer>(client)->request == 77;
    }

    TemporaryRuntime runtime;
    CommandQueue queue;
    RunStatus status;
    std::unique_ptr<CommandServer> server;
};

}  // namespace

TEST_F(CommandServerTest, greetsWithTheProtocolVersionAndTheRun) {
    Connection client = connect();
    EXPECT_EQ(next<Hello>(client), (Hello{kProtocolVersion, "the-run", ::getpid()}));
}

TEST_F(CommandServerTest, answersStatusWithoutTheTrainer) {
    status.state = WorkerState::Running;
    status.step = 12;
    status.totalSteps = 100;
    Connection client = connect();
    ASSERT_TRUE(client.send(Command{.request = 5, .verb = Verb::Status}));
    EXPECT_EQ(next<Answer>(client),
              (Answer{.request = 5, .accepted = true, .text = "", .state = WorkerState::Running, .step = 12, .totalSteps = 100}));
    EXPECT_FALSE(queue.hasMail());
}

TEST_F(CommandServerTest, bringsTheAnswerToTheClientThatAsked) {
    Connection first = connect(), second = connect();
    ASSERT_TRUE(second.send(Command{.request = 9, .verb = Verb::Pause}));
    const auto mail = waitForMail();
    ASSERT_EQ(mail.commands.size(), 1u);
    EXPECT_EQ(mail.commands[0].command, (Command{9, Verb::Pause}));
    server->answer(mail.commands[0].client, Answer{.request = 9, .accepted = true});
    EXPECT_EQ(next<Answer>(second)->request, 9u);
    const auto others = first.receive();
    ASSERT_TRUE(others);
    for (const Packet& packet : *others) EXPECT_FALSE(std::holds_alternative<Answer>(packet));
}

TEST_F(CommandServerTest, tellsAllClientsThatTheJournalHasGrown) {
    Connection first = connect(), second = connect();
    ASSERT_TRUE(next<Hello>(first) && next<Hello>(second));
    server->grown(4711);
    EXPECT_EQ(next<Grown>(first)->offset, 4711u);
    EXPECT_EQ(next<Grown>(second)->offset, 4711u);
}

TEST_F(CommandServerTest, rubbishIsDroppedWithAReason) {
    EXPECT_NE(reasonFor(std::string(100, 'x')).find("not a message"), std::string::npos);
}

TEST_F(CommandServerTest, aFrameOfFourGigabytesIsDroppedWithAReason) {
    EXPECT_NE(reasonFor("\xff\xff\xff\xff" + std::string(100, 'x')).find("disconnected"), std::string::npos);
    EXPECT_TRUE(stillAnswers());
}

TEST_F(CommandServerTest, halfAFrameHoldsUpNobody) {
    RawClient half = connectRaw();
    half.send(std::string("\x40\0\0\0", 4));
    EXPECT_TRUE(stillAnswers());
}

TEST_F(CommandServerTest, anotherVersionIsRefusedWithAReason) {
    Connection client = connect();
    ASSERT_TRUE(client.send(Hello{.version = kProtocolVersion + 1}));
    const auto mail = waitForMail();
    ASSERT_FALSE(mail.lines.empty());
    EXPECT_NE(mail.lines[0].text.find("version"), std::string::npos);
}

TEST_F(CommandServerTest, aClientThatJustLeavesIsNoNews) {
    { Connection client = connect(); }
    EXPECT_TRUE(stillAnswers());
    EXPECT_FALSE(queue.hasMail());
}

TEST_F(CommandServerTest, rubbishWithoutEndCostsALineASecond) {
    for (int i = 0; i < 200; ++i) connectRaw().send("rubbish rubbish rubbish");
    EXPECT_TRUE(stillAnswers());
    const auto lines = queue.take().lines.size();
    EXPECT_GE(lines, 1u);
    EXPECT_LE(lines, 3u);
}

TEST_F(CommandServerTest, aFloodOfCommandsIsDeclinedNotKept) {
    Connection client = connect();
    for (std::uint64_t request = 1; request <= CommandQueue::kCapacity + 10; ++request) {
        ASSERT_TRUE(client.send(Command{request, Verb::Pause}));
        if (request % 10 == 0) std::this_thread::sleep_for(10ms);
    }
    const auto declined = next<Answer>(client);
    ASSERT_TRUE(declined);
    EXPECT_FALSE(declined->accepted);
    EXPECT_EQ(queue.take().commands.size(), CommandQueue::kCapacity);
}

TEST_F(CommandServerTest, aClientThatReadsNothingCostsNothing) {
    RawClient lazy = connectRaw();
    for (std::uint64_t offset = 1; offset <= 20000; ++offset) server->grown(offset);
    EXPECT_TRUE(stillAnswers());
}

TEST_F(CommandServerTest, manyClientsAreServedAndTooManyTurnedAway) {
    std::vector<Connection> clients;
    for (int i = 0; i < 60; ++i) clients.push_back(connect());
    for (Connection& client : clients) ASSERT_TRUE(next<Hello>(client));
    for (int i = 0; i < 10; ++i) clients.push_back(connect());
    const auto mail = waitForMail();
    ASSERT_FALSE(mail.lines.empty());
    EXPECT_NE(mail.lines[0].text.find("64 clients"), std::string::npos);
}

TEST_F(CommandServerTest, theSocketIsGoneAtTheEnd) {
    const std::string endpoint = server->endpoint();
    server.reset();
    EXPECT_FALSE(std::filesystem::exists(endpoint));
}
