import type { Facts, Location } from "./facts";
import type { Diagnosis } from "./finding";

/** Says that the locations come from the policies if none were given. */
export function saidWhereFrom(diagnosis: Diagnosis, { asked: { locations } }: Facts): Diagnosis {
    if (locations.length === 0 || locations.some(({ from }) => from === "argument")) return diagnosis;
    const listed = locations.map(shown).join(", ");
    const text = `No URI was given, so the locations in the policies of the roles were checked: ${listed}.`;
    return { ...diagnosis, notes: [{ link: "policies", text }, ...diagnosis.notes] };
}

const shown = ({ direction, bucket, pattern, key }: Location): string =>
    `${direction === "import" ? "import from" : "export to"} s3://${bucket}/${pattern ?? key}`;
