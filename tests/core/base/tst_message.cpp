// SPDX-License-Identifier: Apache-2.0
#include <cerrno>

#include <QTest>

#include "core/base/error.h"
#include "core/base/result.h"

using namespace seekbench;

class TestMessage : public QObject {
    Q_OBJECT
private slots:
    void placeholdersAreFilledInByNumber() {
        QCOMPARE(say("%2 before %1, %1 again", 1, "two").english(), std::string("two before 1, 1 again"));
        QCOMPARE(say("%1", 0.1).english(), std::string("0.1"));
        QCOMPARE(say("%1", std::uint64_t{18446744073709551615u}).english(), std::string("18446744073709551615"));
    }
    void argumentsAreNotExpandedAgain() { QCOMPARE(say("%1 and %2", "%2", "b").english(), std::string("%2 and b")); }
    void percentSignsWithoutArgumentStay() { QCOMPARE(say("100 % of %3, %0, %", "a").english(), std::string("100 % of %3, %0, %")); }
    void errorsReadFromOutsideIn() {
        const Error error =
            Error(ErrorCode::NotFound, say("%1 is not there.", "x"), say("Look again.")).in(say("reading b")).in(say("opening a"));
        QCOMPARE(error.english(), std::string("While opening a, reading b: x is not there. Look again."));
        QCOMPARE(error.code(), ErrorCode::NotFound);
    }
    void systemErrorsHaveACodeAndAdvice() {
        const Error full = systemError(ENOSPC, say("%1 could not be written", "f"));
        QCOMPARE(full.code(), ErrorCode::OutOfSpace);
        QCOMPARE(full.english(), std::string("f could not be written (No space left on device). Free some disk space and try again."));
        QCOMPARE(systemError(ENOENT, say("x")).code(), ErrorCode::NotFound);
        QCOMPARE(systemError(EACCES, say("x")).code(), ErrorCode::Io);
        for (const int number : {ENOENT, ENOTDIR, EISDIR, ENAMETOOLONG}) QVERIFY(!systemError(number, say("x")).advice().empty());
    }
    void resultsHoldAValueOrAnError() {
        const Result<int> good = 3, bad = Error(ErrorCode::Failed, say("no"));
        QVERIFY(good && !bad);
        QCOMPARE(bad.valueOr(7), 7);
        const Result<void> done, failed = Error(ErrorCode::Busy, say("no"));
        QVERIFY(done && !failed);
        QCOMPARE(failed.error().code(), ErrorCode::Busy);
    }
};

QTEST_APPLESS_MAIN(TestMessage)
#include "tst_message.moc"
