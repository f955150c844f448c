#include "rules/letter_case.h"

#include "rules/utf8.h"

namespace wayreeve::rules {

namespace {

/// Extended-A keeps capitals at even code points, except in these two stretches where they are odd; a few have no pair.
bool oddCapitals(char32_t c) {
    return (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
}
bool pairless(char32_t c) {
    return c == 0x130 || c == 0x131 || c == 0x138 || c == 0x149 || c == 0x178 || c == 0x17F;
}

char32_t lower(char32_t c) {
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9 && c != 0x3A2) ||
        (c >= 0x410 && c <= 0x42F))
        return c + 32;
    if (c >= 0x400 && c <= 0x40F)
        return c + 80;
    if (c >= 0x100 && c <= 0x17E && !pairless(c))
        return (c % 2 == 1) == oddCapitals(c) ? c + 1 : c;
    switch (c) {
    case 0x178:
        return 0xFF;
    case 0x386:
        return 0x3AC;
    case 0x388:
    case 0x389:
    case 0x38A:
        return c + 37;
    case 0x38C:
        return 0x3CC;
    case 0x38E:
    case 0x38F:
        return c + 63;
    default:
        return c;
    }
}

char32_t upper(char32_t c) {
    if ((c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7) || (c >= 0x3B1 && c <= 0x3C9 && c != 0x3C2) ||
        (c >= 0x430 && c <= 0x44F))
        return c - 32;
    if (c >= 0x450 && c <= 0x45F)
        return c - 80;
    if (c >= 0x100 && c <= 0x17E && !pairless(c))
        return (c % 2 == 1) == oddCapitals(c) ? c : c - 1;
    switch (c) {
    case 0xFF:
        return 0x178;
    case 0x3C2: // final sigma
        return 0x3A3;
    case 0x3AC:
        return 0x386;
    case 0x3AD:
    case 0x3AE:
    case 0x3AF:
        return c - 37;
    case 0x3CC:
        return 0x38C;
    case 0x3CD:
    case 0x3CE:
        return c - 63;
    default:
        return c;
    }
}

std::string mapped(std::string_view text, char32_t (*map)(char32_t)) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        char32_t point = 0;
        const std::size_t length = utf8::decode(text, at, point);
        if (length == 0) {
            result += text[at++];
            continue;
        }
        utf8::append(result, map(point));
        at += length;
    }
    return result;
}

} // namespace

std::string upperCase(std::string_view text) {
    return mapped(text, upper);
}
std::string lowerCase(std::string_view text) {
    return mapped(text, lower);
}

} // namespace wayreeve::rules
