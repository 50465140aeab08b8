// SPDX-License-Identifier: Apache-2.0
#include "core/base/file.h"
#include "core/data/data_folders.h"
#include "core/data/table/text_parameters.h"
#include "core/data/text/generated_text.h"
#include "core/data/text/text_dataset.h"

namespace seekbench {
namespace {

constexpr Parameter<std::string> kPath{"path"};
constexpr Parameter<std::int64_t> kCharacters{"generated_characters"};
constexpr Parameter<std::string> kLevel{"level"};
constexpr Parameter<std::int64_t> kLength{"length"};
constexpr Parameter<std::int64_t> kStride{"stride"};
constexpr Parameter<std::string> kObjective{"objective"};
constexpr Parameter<double> kMaskShare{"mask_share"};
constexpr Parameter<double> kTestShare{"test_share"};
constexpr Parameter<std::int64_t> kSeed{"seed"};

constexpr std::size_t kLongest = std::size_t{256} << 20;  // bytes of text

TextDataset::Options optionsOf(const Parameters& parameters) {
    const std::int64_t stride = parameters[kStride];
    return {.length = parameters[kLength],
            .stride = stride > 0 ? stride : parameters[kLength],
            .objective = parameters[kObjective] == "masked_token" ? TextDataset::Objective::MaskedToken : TextDataset::Objective::NextToken,
            .maskShare = parameters[kMaskShare],
            .testShare = parameters[kTestShare],
            .seed = parameters[kSeed]};
}

TokenLevel levelOf(const Parameters& parameters) { return parameters[kLevel] == "byte" ? TokenLevel::Byte : TokenLevel::Character; }

SampleSpec describe(const Parameters& parameters) {
    const bool isGenerated = parameters[kPath].empty();
    if (!isGenerated && levelOf(parameters) == TokenLevel::Character) {
        // Which characters there are says the file.
        SampleSpec spec = TextDataset::describe(optionsOf(parameters), {});
        spec.inputs.clear();
        spec.classes = 0;
        spec.classNames.clear();
        return spec;
    }
    const auto vocabulary = tokensOf({}, levelOf(parameters), isGenerated ? generatedTextAlphabet() : std::string_view());
    return TextDataset::describe(optionsOf(parameters), vocabulary->names);
}

Result<std::string> wholeText(const std::filesystem::path& path, TextEncoding encoding) {
    auto file = TextFile::open(path, encoding);
    if (!file) return file.error();
    std::string text;
    while (true) {
        const auto piece = file->next();
        if (!piece) return piece.error();
        if (piece->empty()) return text;
        if (text.size() + piece->size() > kLongest)
            return Error(ErrorCode::Unsupported, say("The text is longer than %1 bytes.", kLongest), say("Take a part of it."))
                .in(say("reading %1", displayPath(path)));
        text += *piece;
    }
}

Result<std::unique_ptr<Dataset>> open(const Parameters& parameters) {
    std::string text;
    std::string_view alphabet;
    TextDataset::Options options = optionsOf(parameters);
    if (parameters[kPath].empty()) {
        GeneratedText generated = generatedText(parameters[kCharacters], parameters[kSeed]);
        // Its letters are bytes, so this holds for both levels.
        options.natsPerToken = generated.nats / static_cast<double>(generated.text.size());
        text = std::move(generated.text);
        alphabet = generatedTextAlphabet();
    } else {
        const auto path = findDataFile(parameters[kPath], dataFolders());
        if (!path) return path.error();
        auto read = wholeText(*path, encodingOf(parameters));
        if (!read) return read.error();
        text = std::move(*read);
    }
    auto tokens = tokensOf(text, levelOf(parameters), alphabet);
    if (!tokens) return tokens.error();
    return TextDataset::make(std::move(*tokens), options);
}

}  // namespace

DatasetKind textKind() {
    return {
        .kind = {"text",
                 phrase("Text"),
                 phrase("Pieces of a text to learn the next or a hidden token from; without a file, made-up sentences with a grammar."),
                 {
                     specOf(kPath, phrase("File"), phrase("A text file, plain or gzip; empty: made-up sentences."), "", {}),
                     encodingParameter(),
                     specOf(kCharacters, phrase("Characters to make up"), phrase("Length of the made-up text."), 200000, 1000, 1e8),
                     specOf(kLevel, phrase("Level"), phrase("What a token is: a character or a byte."), "char", {"char", "byte"}),
                     specOf(kLength, phrase("Length"), phrase("How many tokens a sample has."), 128, 1, 65536, phrase("tokens")),
                     specOf(kStride, phrase("Stride"),
                            phrase("Tokens from the beginning of a sample to that of the next; 0: the length, so that none overlap."), 0, 0,
                            1e9, phrase("tokens")),
                     specOf(kObjective, phrase("Objective"),
                            phrase("next_token: foretell what follows, as GPT; masked_token: fill in what is hidden, as BERT."),
                            "next_token", {"next_token", "masked_token"}),
                     specOf(kMaskShare, phrase("Share hidden"), phrase("Part of the tokens that is hidden with masked_token."), 0.15, 0, 1),
                     specOf(kTestShare, phrase("Test share"), phrase("Part of the text, its end, that is the test part."), 0.1, 0, 0.9),
                     specOf(kSeed, phrase("Seed"), phrase("Of the made-up text and of what is hidden."), 0, 0, 1e15),
                 }},
        .describe = describe,
        .open = open};
}

}  // namespace seekbench
