import { programs, type Program } from "./programs";

/** What the description of the component shows, by the folders in `examples`. */
const examples = [
    { title: "Existing Aurora MySQL cluster", folder: "smallest" },
    { title: "New Aurora MySQL cluster with an encrypted bucket", folder: "new-cluster" },
];

/**
 * The examples in the form in which Pulumi's generators find them: a fence for each language in an `example`, of which an
 * SDK keeps its own, and the Registry makes a choice.
 */
export const exampleUsage = () =>
    [
        "{{% examples %}}",
        "## Example Usage",
        ...examples.map(({ title, folder }) =>
            [
                "{{% example %}}",
                `### ${title}`,
                "",
                ...programs(folder).map(fenced),
                "",
                "{{% /example %}}",
            ].join("\n"),
        ),
        "{{% /examples %}}",
        "",
    ].join("\n");

const fenced = ({ language, code }: Program) => `\`\`\`${language}\n${code}\`\`\``;
