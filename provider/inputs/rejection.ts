import * as pulumi from "@pulumi/pulumi";
import { holdsSecret, type Known } from "../values/known";
import { quote, type Diagnostic } from "../values/message";

/** As many as a person reads. */
const mostTold = 50;
/** What fits into the answer of a plugin: HTTP/2 has room for 64 kB of headers. */
const mostBytes = 40_000;

/** The error about inputs. In process its message tells all that is wrong, as the language host prints nothing else. */
export function rejection(component: string, mistakes: readonly Diagnostic[]): pulumi.InputPropertiesError {
    const { told, more } = distinct(mistakes);
    return new pulumi.InputPropertiesError({
        message: [header(component), ...told.map(line), ...more].join("\n"),
        errors: told.filter(isOfProperty),
    });
}

/**
 * The same for the engine, which prints each property that has an error with its value, secret or not: what is wrong with
 * an input that holds a secret stands in the message.
 */
export function rejectionForEngine(
    component: string,
    mistakes: readonly Diagnostic[],
    inputs: Known,
): pulumi.InputPropertiesError {
    const { told, more } = distinct(mistakes);
    const isShown = (each: Told) => {
        const [input = ""] = /^[^.[]*/.exec(each.propertyPath) ?? [];
        const value = inputs.field(input);
        return isOfProperty(each) && !(value && holdsSecret(value));
    };
    return new pulumi.InputPropertiesError({
        message: [header(component), ...told.filter((each) => !isShown(each)).map(line), ...more].join("\n"),
        errors: told.filter(isShown),
    });
}

interface Told {
    propertyPath: string;
    reason: string;
}

const header = (component: string) => `AuroraS3Access ${quote(String(component))} has invalid inputs:`;

const isOfProperty = ({ propertyPath }: Told) => propertyPath !== "";

const line = ({ propertyPath, reason }: Told) =>
    `  ${propertyPath === "" ? "" : `${propertyPath}: `}${reason}`;

/** The first mistakes, each once, and how many more there are. */
function distinct(mistakes: readonly Diagnostic[]): { told: Told[]; more: string[] } {
    const told = new Map<string, Told>();
    let looked = 0;
    let bytes = 0;
    for (const { propertyPath, reason } of mistakes) {
        if (told.size === mostTold || bytes > mostBytes) break;
        looked++;
        const text = `${propertyPath}: ${reason}`;
        if (told.has(text)) continue;
        told.set(text, { propertyPath, reason });
        bytes += bytesInHeader(text);
    }
    const rest = mistakes.length - looked;
    return { told: [...told.values()], more: rest === 0 ? [] : [`  and ${rest} more`] };
}

/** As gRPC writes it: three for each byte that is no letter and no digit. */
function bytesInHeader(text: string): number {
    return text.length + 3 * Buffer.byteLength(text.replace(/[A-Za-z0-9]/g, ""));
}
