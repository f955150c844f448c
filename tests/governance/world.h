#pragma once

#include "documents/fact_schema.h"
#include "documents/workspace.h"
#include "governance/governor.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

/// A small workspace written in C++: the facts that the shipped conditions name, and what a test puts into it.
struct World {
    wayreeve::documents::Workspace workspace;
    wayreeve::documents::ActionCatalogue actions;
    wayreeve::documents::AutonomyMatrix matrix;

    World();

    /// Ties what was put in together; call again after a change.
    void close();

    wayreeve::Symbols symbols;
    std::unique_ptr<wayreeve::documents::FactSchema> schema;
    std::unique_ptr<wayreeve::governance::Governor> governor;

    /// All facts null except: sentiment 0, frustrated_again false, amount, discount, cost 0, complaints 0, flags false.
    [[nodiscard]] wayreeve::perception::Facts calmFacts() const;
    void set(wayreeve::perception::Facts& facts, const std::string& name, const wayreeve::Value& value) const;
    [[nodiscard]] wayreeve::governance::Ruling rule(const wayreeve::governance::RulingRequest& request,
                                                    wayreeve::perception::Facts facts) const;
};

/// resources/shipped/autonomy.yaml.
[[nodiscard]] wayreeve::documents::AutonomyMatrix shippedMatrix();

[[nodiscard]] wayreeve::documents::AutonomyCell
cellOf(wayreeve::documents::AutonomyLevel level, int slaMinutes,
       wayreeve::documents::Approval approval = wayreeve::documents::Approval::OnePerson);
