#pragma once

/// Whether AddressSanitizer watches: the longest tests, of code that shorter ones run too, then do less.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool instrumented = true;
#else
inline constexpr bool instrumented = false;
#endif
