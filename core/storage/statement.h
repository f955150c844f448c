#pragma once

#include "base/hash.h"
#include "base/result.h"
#include "base/time.h"
#include "storage/workspace_store.h"

#include <QSqlQuery>
#include <QVariant>

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::storage {

/// A prepared statement of one store. Values are bound by position, `?` or, to use one again, `?1`, `?2` …; 64-bit
/// unsigned numbers keep their bits.
class Statement {
public:
    Statement(WorkspaceStore& store, const char* sql);

    /// Binds all values, in order, and executes.
    template <class... Values>
    [[nodiscard]] Result<void> run(const Values&... values) {
        m_bound = 0;
        (bind(values), ...);
        return execute();
    }
    void bind(std::int64_t n) { set(QVariant::fromValue<qlonglong>(n)); }
    void bind(double x) { set(QVariant(x)); }
    void bind(std::string_view text);
    void bind(const std::string& text) { bind(std::string_view(text)); }
    void bind(std::span<const std::uint8_t> bytes); ///< bytes must live until the statement has run
    void bind(const std::vector<std::uint8_t>& bytes) { bind(std::span<const std::uint8_t>(bytes)); }
    void bind(const Hash256& hash) { bind(std::span<const std::uint8_t>(hash.bytes)); }
    void bind(Instant t) { bind(t.ms); }
    void bind(Duration d) { bind(d.ms); }
    void bind(const std::optional<std::int64_t>& n) { n ? bind(*n) : set(QVariant(QMetaType::fromType<qlonglong>())); }
    template <std::integral Number>
    void bind(Number n) {
        bind(static_cast<std::int64_t>(n));
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void bind(Enum e) { bind(static_cast<std::int64_t>(e)); }

    [[nodiscard]] Result<void> execute(); ///< with what was bound one by one

    [[nodiscard]] bool next() { return m_query.next(); }
    [[nodiscard]] Result<void> ended(); ///< after the last next(): whether reading failed half-way
    void finish() { m_query.finish(); }
    [[nodiscard]] std::int64_t lastId() const { return m_query.lastInsertId().toLongLong(); }
    [[nodiscard]] int changed() const { return m_query.numRowsAffected(); }

    [[nodiscard]] std::int64_t integer(int column) const { return m_query.value(column).toLongLong(); }
    template <class Number>
    [[nodiscard]] Number as(int column) const {
        return static_cast<Number>(integer(column));
    }
    [[nodiscard]] Instant instant(int column) const { return {integer(column)}; }
    [[nodiscard]] double real(int column) const { return m_query.value(column).toDouble(); }
    [[nodiscard]] std::string text(int column) const { return m_query.value(column).toString().toStdString(); }
    [[nodiscard]] std::vector<std::uint8_t> blob(int column) const;
    [[nodiscard]] Hash256 hash(int column) const; ///< zero where the length is wrong

private:
    void set(const QVariant& value);
    QSqlQuery m_query;
    int m_bound = 0;
    bool m_prepared = false;
};

// id = run · 2^40 + number.
inline constexpr int numberBits = 40;
inline constexpr std::int64_t numberMask = (std::int64_t{1} << numberBits) - 1;
[[nodiscard]] constexpr std::int64_t rowId(std::int64_t run, std::uint64_t number) {
    return run << numberBits | static_cast<std::int64_t>(number);
}
[[nodiscard]] constexpr std::uint64_t numberOf(std::int64_t id) {
    return static_cast<std::uint64_t>(id & numberMask);
}
[[nodiscard]] constexpr std::int64_t runOf(std::int64_t id) {
    return id >> numberBits;
}

} // namespace wayreeve::storage
