#pragma once

#include "base/decimal.h"
#include "base/value.h"
#include "documents/binding.h"
#include "documents/enum_names.h"
#include "documents/yaml_node.h"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Writing a document to a tree by its binding. Inside core/documents only.
namespace wayreeve::documents {

class Writer {
public:
    static YamlNode write(const std::string& value, const Spec& spec);
    static YamlNode write(bool value, const Spec& spec);
    static YamlNode write(int value, const Spec& spec);
    static YamlNode write(double value, const Spec& spec);
    static YamlNode write(const Decimal& value, const Spec& spec);
    static YamlNode write(Duration value, const Spec& spec);
    static YamlNode write(Instant value, const Spec& spec);
    static YamlNode write(const Value& value, const Spec& spec);
    static YamlNode write(const Context& value, const Spec& spec);

    template <NamedEnum E>
    static YamlNode write(E value, const Spec&) {
        return YamlNode::string(std::string(enumName(value)));
    }

    template <class T>
    static YamlNode write(const std::optional<T>& value, const Spec& spec) {
        return value ? write(*value, spec) : YamlNode::word("none");
    }

    template <class T>
    static YamlNode write(const std::vector<T>& values, const Spec& spec) {
        YamlNode node = YamlNode::sequence();
        node.flow = !Bound<T>;
        for (const T& value : values)
            node.items.push_back(write(value, spec));
        return node;
    }

    template <class K, class V>
    requires(!std::is_same_v<V, Value>) static YamlNode
        write(const std::vector<std::pair<K, V>>& pairs, const Spec& spec) {
        YamlNode node = YamlNode::mapping();
        node.flow = true;
        node.pairs = true;
        for (const auto& [key, value] : pairs)
            node.members.push_back({keyNode(key), write(value, spec)});
        return node;
    }

    template <class T>
    static YamlNode write(const std::array<std::optional<T>, 3>& cells, const Spec& spec) {
        return byName<Risk>(cells, spec);
    }
    template <class T>
    static YamlNode write(const std::array<std::array<std::optional<T>, 3>, 3>& grid, const Spec& spec) {
        YamlNode node = YamlNode::mapping();
        for (std::size_t risk = 0; risk < grid.size(); ++risk)
            if (YamlNode row = byName<Reversibility>(grid[risk], spec); !row.members.empty())
                node.add(std::string(EnumNames<Risk>::names[risk]), std::move(row));
        return node;
    }

    template <Bound T>
    static YamlNode write(const T& value, const Spec&) {
        Object<T> object{value, T{}, YamlNode::mapping()};
        object.node.flow = Binding<T>::oneLine;
        Binding<T>::fields(object);
        return std::move(object.node);
    }

private:
    template <class T>
    struct Object {
        const T& value;
        const T standard;
        YamlNode node;

        template <class M>
        void operator()(const char* key, M T::*member, const Spec& spec = {}) {
            if (spec.isRequired || !(value.*member == standard.*member))
                node.members.push_back({YamlNode::word(key), Writer::write(value.*member, spec)});
        }
    };

    template <class E, class T>
    static YamlNode byName(const std::array<std::optional<T>, 3>& cells, const Spec& spec) {
        YamlNode node = YamlNode::mapping();
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (cells[i])
                node.add(std::string(EnumNames<E>::names[i]), write(*cells[i], spec));
        return node;
    }

    static YamlNode keyNode(const std::string& key) { return YamlNode::string(key); }
    static YamlNode keyNode(const Value& key);
};

} // namespace wayreeve::documents
