import { engines } from "../../provider/engine";
import { globOf, globsBefore, plainText, type Glob } from "../../provider/policy/globs";
import type { Engine } from "../../provider/policy/permissions";
import type { Location } from "../facts";

/** Stands for the rest of a key that nobody knows. */
const anyName = "doctor-example";

/** Whether the location names a single object, so that what is denied there is denied for sure. */
export const isOneObject = ({ direction, key, pattern }: Location): boolean =>
    pattern !== undefined || (direction === "export" && key !== "" && !key.endsWith("/"));

/** A key that the location is for: of an export, that of the first file that it writes. */
export function keyToTry(engine: Engine, location: Location): string {
    const { direction, key, pattern } = location;
    const ending = engines[engine].exported.expected[0]?.ending ?? [];
    if (pattern !== undefined) {
        const glob = globOf(pattern);
        if (direction === "import") return example(glob);
        const [name] = globsBefore(ending, glob);
        return name === undefined ? example(glob) : example(name) + written(ending);
    }
    const isName = key !== "" && !key.endsWith("/");
    const name = isName ? key : key + anyName;
    return direction === "import" ? name : name + written(ending);
}

/** A pattern that no file of an export matches. */
export const writesNothing = (engine: Engine, { direction, pattern }: Location): boolean =>
    direction === "export" &&
    pattern !== undefined &&
    globsBefore(engines[engine].exported.expected[0]?.ending ?? [], globOf(pattern)).next().done === true;

/** What an export writes besides the first file, and what happens if it may not. */
export function furtherKeys(engine: Engine, location: Location): { key: string; otherwise: string }[] {
    if (location.direction === "import" || location.pattern !== undefined || !isOneObject(location))
        return [];
    return engines[engine].exported.expected
        .slice(1)
        .map(({ ending, otherwise }) => ({ key: location.key + written(ending), otherwise }));
}

const written = (ending: readonly string[]) => ending.map((characters) => characters[0]).join("");

const example = (glob: Glob) =>
    plainText(
        glob.map((token) => {
            if (token === "*") return anyName;
            return token === "?" ? "x" : token;
        }),
    );
