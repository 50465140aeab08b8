// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cassert>
#include <concepts>
#include <type_traits>
#include <utility>
#include <variant>

#include "core/base/error.h"

namespace seekbench {

// A Result holds the value a function was asked for, or the Error that says why there is none.
// It is returned by everything that can fail; reading the value of a failed Result is a programming error.
template <class T, class E = Error>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(E error) : m_state(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_state.index() == 0; }

    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(value()); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    T& value() {
        assert(m_state.index() == 0);
        return *std::get_if<0>(&m_state);
    }
    const T& value() const {
        assert(m_state.index() == 0);
        return *std::get_if<0>(&m_state);
    }
    const E& error() const {
        assert(m_state.index() == 1);
        return *std::get_if<1>(&m_state);
    }
    T valueOr(T other) const { return *this ? value() : std::move(other); }

private:
    std::variant<T, E> m_state;
};

// A Result without a value: success, or an Error.
template <class E>
class [[nodiscard]] Result<void, E> {
public:
    Result() = default;
    Result(E error) : m_error(std::move(error)), m_failed(true) {}

    explicit operator bool() const { return !m_failed; }
    const E& error() const {
        assert(m_failed);
        return m_error;
    }

private:
    E m_error{};
    bool m_failed = false;
};

}  // namespace seekbench
