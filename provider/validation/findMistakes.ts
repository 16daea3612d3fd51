import { engines, versionOf } from "../engine";
import { plan, type Planned } from "../plan/access";
import { purposes, type Purpose } from "../plan/purposes";
import { Known } from "../values/known";
import { Diagnostic, quoted, say, type Report } from "../values/message";
import { checkAcrossInputs, type Sound } from "./acrossInputs";
import { checkAutomaticNames } from "./automaticNames";
import { checkCombinations } from "./combinations";
import { checkInputs, type Circumstances } from "./inputs";
import { checkOwnership, checkPartitions } from "./ownership";
import type { ProviderFacts } from "./provider";
import { checkSizes } from "./size";
import { checkSourceArns, sourceArn } from "./sourceArns";

/** An error in the inputs. */
export interface Mistake {
    /** The property, for example, `importFrom[1].bucket`. */
    propertyPath: string;
    /** What the property must be, what was received, and what to do. */
    reason: string;
}

/** More than anybody reads, and soon put into words. */
const mostFound = 1000;

/**
 * Validates the inputs of an `AuroraS3Access`. Returns the errors, at most 1,000, or an empty list if the inputs are valid.
 *
 * @param given - The inputs. Use `later` for a value that is known only during the deployment.
 * @param component - The name of the component. If it is set, the automatic names of the resources are validated too.
 */
export function findMistakes(given: Record<string, unknown>, component?: string): Mistake[] {
    const found = judge(plan(new Known(given)), {}, component).slice(0, mostFound);
    return found.map(({ propertyPath, reason }) => ({ propertyPath, reason }));
}

/**
 * Judges all inputs together, as far as they are known. What depends on the AWS provider waits until that was asked, so that inputs
 * get the same verdict in whatever form they come. With the name of the component also the names that Pulumi makes of it, where none
 * are given.
 */
export function judge(planned: Planned, provider?: ProviderFacts, component?: string): Diagnostic[] {
    const { inputs } = planned;
    const { mistakes, sound, report } = new Findings();
    if (inputs.kind !== "object") {
        report(inputs, () => ({
            rule: say`The inputs must be an object`,
            received: quoted(inputs),
            advice: inputs.deferred ? say`Its properties can be outputs.` : undefined,
        }));
        return mistakes;
    }
    checkCombinations(planned, report);
    checkInputs(circumstancesOf(planned))(inputs, report);

    checkAcrossInputs(planned, sound, report);
    checkSizes(planned, sound, report);
    checkPartitions(inputs, sound, report);
    checkSourceArns(planned, sound, report);
    // Last, so that what is told at once, before the provider is asked, is told by the whole verdict too.
    if (provider) checkOwnership(inputs, sound, provider, report);
    if (component !== undefined) checkAutomaticNames(planned, component, report);
    return mistakes;
}

/** Judges what depends on the AWS provider alone, of inputs in which nothing else is wrong. */
export function judgeOwnership({ inputs }: Planned, provider: ProviderFacts): Diagnostic[] {
    const { mistakes, sound, report } = new Findings();
    checkOwnership(inputs, sound, provider, report);
    return mistakes;
}

/** What is wrong. */
class Findings {
    readonly mistakes: Diagnostic[] = [];
    private readonly mistaken = new Set<Known>();

    readonly report: Report = (at, tell, property) => {
        this.mistaken.add(at);
        this.mistakes.push(new Diagnostic(at, tell, property));
    };

    /** One cause gives one message: what is wrong in itself is not held against others. */
    readonly sound: Sound = (value) => (value && !this.mistaken.has(value) ? value.string : undefined);
}

const sourcesOfAnyEngine = [...new Set(Object.values(engines).flatMap(({ sources }) => sources))];

function circumstancesOf(planned: Planned): Circumstances {
    const { inputs, engine, directions } = planned;
    const rules = engine && engines[engine];
    const version = inputs.field("engineVersion");
    const family = inputs.field("clusterParameterGroup")?.field("family");
    const isVersionKnown = [version, family].every((value) => value?.kind !== "later");
    const isVersionRight = version?.string === undefined || rules?.version(version.string) === undefined;
    return {
        version: rules ? [rules.version] : [],
        sourceArn: [sourceArn(rules?.sources ?? sourcesOfAnyEngine)],
        family: rules?.parameterGroups ? [rules.parameterGroups.family] : [],
        exported: rules?.exported,
        parameterNames:
            rules && isVersionKnown && isVersionRight
                ? rules.parameterNames(directions, versionOf(rules, version?.string, family?.string))
                : [],
        creates: {
            policies: Object.values(purposes).some(({ grants }) => inputs.field(grants) !== undefined),
            parameterGroup: inputs.field("clusterParameterGroup") !== undefined,
        },
        endings: {
            import: longestEnding(planned, "import"),
            export: longestEnding(planned, "export"),
            kms: longestEnding(planned, "kms"),
            role: rules?.featureNames === undefined ? "" : "-import",
        },
    };
}

function longestEnding({ roles }: Planned, purpose: Purpose): string {
    const endings = roles
        .flatMap(({ policies }) => policies)
        .filter((policy) => policy.purpose === purpose)
        .map(({ ending }) => ending);
    return endings.reduce((longest, ending) => (ending.length > longest.length ? ending : longest), "");
}
