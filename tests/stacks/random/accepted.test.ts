import { setUp, type Setup } from "../../support/setUp";
import { numDeployed } from "../../support/inputs/runs";
import { anyComponent, inputsOf, labelled } from "./component";
import { deploy, type Deployed, type Deployment } from "./deployment";
import { claimOutputs, claimStatements } from "./outputs";
import { claimLive, claimPermissions } from "./permissions";
import { packs, Problems } from "./sample";
import { claimAssociations, claimParameterGroup, claimSettings } from "./settings";
import { claimTrust } from "./trust";

const ofStacks: Record<string, (deployment: Deployment) => unknown[]> = {
    "AWS accepts every call": ({ refused }) => refused,
    "nothing but the component itself warns": ({ diagnostics }) => diagnostics,
    "AWS holds what the state says, and nothing else": ({ onlyInAws, onlyInState }) => [
        ...onlyInAws,
        ...onlyInState,
    ],
    "the next preview has nothing to change": ({ left }) => left,
};

const ofComponents: Record<string, (deployed: Deployed) => void> = {
    "each role can do what is requested and nothing else, by the policies that IAM reports": claimPermissions,
    "each role can do what is requested and nothing else, when S3 is called with it": claimLive,
    "RDS can assume each role for the clusters that it is for": claimTrust,
    "each cluster that is named has the roles, ACTIVE and for the right features": claimAssociations,
    "the parameter group has the parameters": claimParameterGroup,
    "names, paths, descriptions, tags and boundary are as given": claimSettings,
    "the outputs are what AWS reports": claimOutputs,
    "the owners of buckets and keys are told what the roles are to do": claimStatements,
};

describe("random configurations that are accepted, deployed to AWS:", function () {
    const problems = new Problems();
    let setup: Setup;

    before(async function () {
        this.timeout(3_600_000);
        setup = await setUp();
        for (const pack of packs(anyComponent, numDeployed)) {
            const deployment = await deploy(
                pack.map(({ number, value }) => labelled(value, number)),
                setup,
            );
            const numbers = pack.map(({ number }) => number);
            for (const [claim, broken] of Object.entries(ofStacks))
                problems.addOfStack(claim, numbers, broken(deployment));
            for (const [claim, hold] of Object.entries(ofComponents)) {
                for (const each of deployment.components) problems.try(claim, each, inputsOf(each), hold);
            }
        }
    });

    after(() => setup.aws.stop());

    for (const claim of [...Object.keys(ofStacks), ...Object.keys(ofComponents)])
        it(claim, () => problems.tell(claim));
});
