import fc from "fast-check";
import { partitions as allPartitions } from "../../provider/policy/partitions";
import { type Configuration, validConfiguration } from "../support/inputs/configurations";
import { seed } from "../support/inputs/runs";
import { documentsOf, type Linted } from "./documents";

type Partition = (typeof allPartitions)[number];

/** Those that the linters know. parliament and cfn-lint take the ARNs of the others for mistakes. */
const partitions = allPartitions.filter(({ name }) => ["aws", "aws-cn", "aws-us-gov"].includes(name));

/** The documents of so many random valid inputs, in these partitions, the same ones in every run. */
export function documentsOfRandomInputs(count: number): Linted[] {
    const chosen = fc.sample(fc.tuple(validConfiguration, fc.constantFrom(...partitions)), {
        numRuns: count,
        seed,
    });
    return chosen.flatMap(([configuration, partition]) =>
        documentsOf(inPartition(configuration, partition), partition.name),
    );
}

/** The same inputs in another partition, with Regions that are named like its own. */
function inPartition(configuration: Configuration, { name, regions }: Partition): Configuration {
    const inputs = JSON.stringify(configuration).replaceAll("arn:aws:", `arn:${name}:`);
    const translated =
        regions === undefined ? inputs : inputs.replaceAll(/\b[a-z]{2}-([a-z]+-\d)(?=[":])/g, `${regions}$1`);
    return JSON.parse(translated) as Configuration;
}
