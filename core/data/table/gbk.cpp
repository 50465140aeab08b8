// SPDX-License-Identifier: Apache-2.0
#include "core/data/table/gbk.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <iconv.h>
#endif

namespace seekbench {

#ifdef _WIN32

namespace {
constexpr UINT kGb18030 = 54936;

// The bytes of the letter that begins `bytes`; 0: it is cut off.
std::size_t letterLength(std::string_view bytes) {
    const auto first = static_cast<unsigned char>(bytes[0]);
    if (first < 0x80) return 1;
    if (bytes.size() < 2) return 0;
    const auto second = static_cast<unsigned char>(bytes[1]);
    const std::size_t length = second >= '0' && second <= '9' ? 4 : 2;
    return bytes.size() < length ? 0 : length;
}
}  // namespace

Result<std::unique_ptr<GbkDecoder>> GbkDecoder::make() {
    if (!IsValidCodePage(kGb18030))
        return Error(ErrorCode::Unsupported, say("This system has no table for GBK."), say("Save the file as UTF-8."));
    return std::unique_ptr<GbkDecoder>(new GbkDecoder);
}

GbkDecoder::~GbkDecoder() = default;

std::size_t GbkDecoder::decode(std::string_view bytes, std::string& text) {
    text.clear();
    std::size_t used = 0;
    while (used < bytes.size()) {
        const std::size_t length = letterLength(bytes.substr(used));
        wchar_t wide[2];
        char narrow[8];
        const int letters =
            length == 0 ? 0 : MultiByteToWideChar(kGb18030, MB_ERR_INVALID_CHARS, bytes.data() + used, static_cast<int>(length), wide, 2);
        if (letters == 0) break;
        const int count = WideCharToMultiByte(CP_UTF8, 0, wide, letters, narrow, sizeof narrow, nullptr, nullptr);
        text.append(narrow, static_cast<std::size_t>(count));
        used += length;
    }
    return used;
}

#else

Result<std::unique_ptr<GbkDecoder>> GbkDecoder::make() {
    const iconv_t handle = iconv_open("UTF-8", "GB18030");
    if (handle == reinterpret_cast<iconv_t>(-1))
        return Error(ErrorCode::Unsupported, say("This system has no table for GBK."), say("Save the file as UTF-8."));
    std::unique_ptr<GbkDecoder> decoder(new GbkDecoder);
    decoder->m_handle = handle;
    return decoder;
}

GbkDecoder::~GbkDecoder() { iconv_close(static_cast<iconv_t>(m_handle)); }

std::size_t GbkDecoder::decode(std::string_view bytes, std::string& text) {
    // A letter of two bytes becomes three, one of one byte at most three (0x80 of some tables): never more than three times as long.
    text.resize(bytes.size() * 3 + 8);
    char* in = const_cast<char*>(bytes.data());  // iconv() does not write there; its type is older than const
    char* out = text.data();
    std::size_t left = bytes.size(), room = text.size();
    iconv(static_cast<iconv_t>(m_handle), &in, &left, &out, &room);  // what stopped it is seen from where it stopped
    text.resize(text.size() - room);
    return bytes.size() - left;
}

#endif

}  // namespace seekbench
