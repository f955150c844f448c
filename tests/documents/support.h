#pragma once

#include "documents/workspace_io.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <filesystem>
#include <string>

/// Files of a workspace under test.
namespace support {

inline std::filesystem::path golden() {
    return std::filesystem::path(WAYREEVE_SOURCE_DIR) / "tests" / "golden";
}

inline std::string read(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().toStdString();
}

inline void write(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    QFile file(QString::fromStdString(path.string()));
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(text.data(), static_cast<qint64>(text.size()));
}

/// The golden files laid out as a workspace folder.
inline void layOut(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::directory_iterator(golden())) {
        const std::string stem = entry.path().stem().string();
        const std::string text = read(entry.path());
        if (stem == "journeys")
            write(folder / "journeys" / "cart.yaml", text);
        else if (stem == "populations")
            write(folder / "populations" / "shoppers.yaml", text);
        else if (stem == "stories")
            write(folder / "stories" / "main.yaml", text);
        else if (stem == "tables")
            write(folder / "tables" / "discount-tier.yaml", text);
        else
            write(folder / entry.path().filename(), text);
    }
}

/// Replaces the one place where `from` stands in a file; false where it is not there exactly once.
inline bool edit(const std::filesystem::path& path, const std::string& from, const std::string& to) {
    std::string text = read(path);
    const std::size_t at = text.find(from);
    if (at == std::string::npos || text.find(from, at + 1) != std::string::npos)
        return false;
    text.replace(at, from.size(), to);
    write(path, text);
    return true;
}

inline std::string all(const std::vector<wayreeve::Error>& errors) {
    std::string text;
    for (const wayreeve::Error& error : errors)
        text += debugText(error) + "\n";
    return text;
}

} // namespace support
