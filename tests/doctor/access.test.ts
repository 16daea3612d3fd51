import { itExamines } from "./itExamines";
import { policyScenarios } from "./scenarios/policies";
import { roleScenarios } from "./scenarios/roles";

describe("The doctor, asked about a role and its policies,", () => {
    itExamines([...roleScenarios, ...policyScenarios]);
});
