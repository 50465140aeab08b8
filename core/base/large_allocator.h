// SPDX-License-Identifier: Apache-2.0
#pragma once

// The allocator of vectors that hold millions of numbers: they lie in huge pages where the system has them, so that filling one costs a
// page fault for each 2 MiB instead of 4 KiB, and looking something up in it finds its page's address in the processor's cache. resize()
// leaves new numbers as they are: whoever calls it writes all of them.
//
//     std::vector<std::int64_t, LargeAllocator<std::int64_t>> starts;

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace seekbench {

template <class T>
class LargeAllocator {
public:
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
    using value_type = T;

    LargeAllocator() = default;
    template <class U>
    LargeAllocator(const LargeAllocator<U>&) noexcept {}  // NOLINT: allocators convert

    T* allocate(std::size_t count) {
        if (!isLarge(count)) return std::allocator<T>().allocate(count);
        if (count > static_cast<std::size_t>(-1) / 2 / sizeof(T)) throw std::bad_alloc();
        const std::size_t bytes = wholePages(count);
        void* memory = ::operator new (bytes, std::align_val_t{kHugePage});
#ifdef __linux__
        ::madvise(memory, bytes, MADV_HUGEPAGE);  // a wish: without huge pages it is memory like any other
#endif
        return static_cast<T*>(memory);
    }
    void deallocate(T* memory, std::size_t count) noexcept {
        if (isLarge(count))
            ::operator delete (memory, wholePages(count), std::align_val_t{kHugePage});
        else
            std::allocator<T>().deallocate(memory, count);
    }
    template <class U, class... Arguments>
    void construct(U* place, Arguments&&... arguments) {
        if constexpr (sizeof...(Arguments) == 0)
            ::new (static_cast<void*>(place)) U;  // no zeros: resize() of a large vector would write it twice
        else
            ::new (static_cast<void*>(place)) U(std::forward<Arguments>(arguments)...);
    }
    bool operator==(const LargeAllocator&) const = default;

private:
    static constexpr std::size_t kHugePage = std::size_t{2} << 20;
    static bool isLarge(std::size_t count) { return count >= 2 * kHugePage / sizeof(T); }
    static std::size_t wholePages(std::size_t count) { return (count * sizeof(T) + kHugePage - 1) / kHugePage * kHugePage; }
};

}  // namespace seekbench
