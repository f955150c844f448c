#include "base/error.h"

namespace wayreeve {

std::string Error::parameter(const std::string& name) const {
    for (const auto& [key, value] : parameters)
        if (key == name)
            return value;
    return {};
}

std::string debugText(const Error& error) {
    std::string text;
    if (!error.file.empty())
        text = error.file + ":" + std::to_string(error.line) + ":" + std::to_string(error.column) + ": ";
    text += error.code;
    for (const auto& [key, value] : error.parameters)
        text += " " + key + "=" + value;
    return text;
}

} // namespace wayreeve
