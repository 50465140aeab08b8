// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/base/hash.h"

using namespace seekbench;

namespace {

std::uint32_t crcOf(std::string_view text, std::uint32_t seed = 0) { return crc32c(std::as_bytes(std::span(text)), seed); }

std::string counting(int first, int step) {
    std::string bytes;
    for (int i = 0; i < 32; ++i) bytes += static_cast<char>(first + i * step);
    return bytes;
}

}  // namespace

class TestHash : public QObject {
    Q_OBJECT
private slots:
    // RFC 3720, appendix B.4, and the check value of the CRC catalogue.
    void crcHasThePublishedValues() {
        QCOMPARE(crcOf(""), 0u);
        QCOMPARE(crcOf("123456789"), 0xE3069283u);
        QCOMPARE(crcOf(std::string(32, '\0')), 0x8A9136AAu);
        QCOMPARE(crcOf(std::string(32, '\xff')), 0x62A8AB43u);
        QCOMPARE(crcOf(counting(0, 1)), 0x46DD794Eu);
        QCOMPARE(crcOf(counting(31, -1)), 0x113FDB5Cu);
    }
    void crcOfPiecesIsTheCrcOfTheWhole() {
        const std::string text = "The quick brown fox jumps over the lazy dog";
        for (std::size_t cut = 0; cut <= text.size(); ++cut) QCOMPARE(crcOf(text.substr(cut), crcOf(text.substr(0, cut))), crcOf(text));
    }
    void fingerprintOfPiecesIsTheFingerprintOfTheWhole() {
        const std::string text(100'000, 'x');
        Fingerprint pieces;
        for (std::size_t at = 0; at < text.size(); at += 777)
            pieces.add(std::as_bytes(std::span(text).subspan(at, std::min<std::size_t>(777, text.size() - at))));
        QCOMPARE(pieces.hex(), fingerprintOf(text));
        QCOMPARE(pieces.hex().size(), std::size_t{32});
    }
    void fingerprintsStayTheSameForever() {
        // XXH3-128 of nothing, from the xxHash project's own test vectors. Files hold fingerprints: they must not change.
        QCOMPARE(fingerprintOf(""), std::string("99aa06d3014798d86001c324468d497f"));
        QVERIFY(fingerprintOf("a") != fingerprintOf("b"));
    }
};

QTEST_APPLESS_MAIN(TestHash)
#include "tst_hash.moc"
