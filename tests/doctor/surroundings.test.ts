import { itExamines } from "./itExamines";
import { pairs } from "./scenarios";
import { bucketScenarios } from "./scenarios/buckets";
import { networkScenarios } from "./scenarios/networks";

describe("The doctor, asked about buckets, keys and the network, or about two things,", () => {
    itExamines([...bucketScenarios, ...networkScenarios, ...pairs]);
});
