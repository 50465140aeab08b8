// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace seekbench {

// Turns GB18030 (and with it GBK and GB 2312) into UTF-8 with the tables of the operating system.
class GbkDecoder {
public:
    // An error where the system has no such table.
    static Result<std::unique_ptr<GbkDecoder>> make();
    ~GbkDecoder();
    // Decodes what is whole at the beginning of `bytes` into `text`, which is overwritten; returns how many bytes that was. It stops
    // before a letter that is cut off by the end and before one that is wrong.
    std::size_t decode(std::string_view bytes, std::string& text);

private:
    GbkDecoder() = default;
    void* m_handle = nullptr;
};

}  // namespace seekbench
