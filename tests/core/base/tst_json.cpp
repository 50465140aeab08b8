// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include "core/base/file.h"
#include "core/base/json.h"

using namespace seekbench;

namespace {

bool says(const Error& error, const char* part) { return error.english().find(part) != std::string::npos; }

}  // namespace

class TestJson : public QObject {
    Q_OBJECT
private slots:
    void canonicalTextIsTheSameForEqualValues() {
        const std::string text = canonicalJson(*parseJson(R"({"b": [1, 2.50], "a": 1e-1})"));
        QCOMPARE(text, std::string("{\n  \"a\": 0.1,\n  \"b\": [\n    1,\n    2.5\n  ]\n}\n"));
        QCOMPARE(canonicalJson(*parseJson(text)), text);
    }
    void numbersReadBackTheSame() {
        for (const char* number : {"0.1", "9007199254740993", "-9223372036854775808", "1e-308", "3.141592653589793"})
            QCOMPARE(canonicalJson(*parseJson(number)), std::string(number) + "\n");
    }
    void brokenTextIsRefusedWithItsPlace() {
        const auto value = parseJson("{\n  \"a\": ,\n}");
        QVERIFY(!value);
        QVERIFY(says(value.error(), "line 2"));
        QVERIFY(!parseJson("") && !parseJson("{} x") && !parseJson("\"\xff\"") && !parseJson("NaN"));
    }
    void nestingHasALimit() {
        const auto nested = [](int depth) {
            return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
        };
        QVERIFY(bool(parseJson(nested(200))));
        QVERIFY(says(parseJson(nested(201)).error(), "200 levels"));
        QVERIFY(says(parseJson(std::string(10'000'000, '[')).error(), "200 levels"));
    }
    void lengthHasALimit() {
        QVERIFY(bool(parseJson("[1, 2]", {.bytes = 6})));
        QVERIFY(says(parseJson("[1, 2]", {.bytes = 5}).error(), "6 bytes"));
    }
    void filesAreReadUpToTheLimit() {
        QTemporaryDir folder;
        const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "large.json";
        QVERIFY(bool(writeFileAtomically(file, "[1, 2]")));
        QVERIFY(bool(readJsonFile(file)));
        QVERIFY(says(readJsonFile(file, {.bytes = 5}).error(), "large.json"));
        QCOMPARE(readJsonFile(file.parent_path() / "none.json").error().code(), ErrorCode::NotFound);
        QCOMPARE(readJsonFile(file.parent_path()).error().code(), ErrorCode::InvalidInput);
    }
    void formatAndVersionAreChecked() {
        const auto version = [](const char* text) { return checkFormat(*parseJson(text), "seekbench-thing", 2); };
        QCOMPARE(version(R"({"format": "seekbench-thing", "version": 2})").valueOr(0), 2);
        QCOMPARE(version(R"({"format": "seekbench-thing", "version": 3})").error().code(), ErrorCode::NewerVersion);
        for (const char* text :
             {"[]", "{}", R"({"format": "other", "version": 1})", R"({"format": 7, "version": 1})", R"({"format": "seekbench-thing"})",
              R"({"format": "seekbench-thing", "version": 1.5})", R"({"format": "seekbench-thing", "version": 0})"})
            QCOMPARE(version(text).error().code(), ErrorCode::InvalidInput);
    }
};

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
