import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectFolder } from "../../../tools/project";
import { checkTypes } from "./python/types";

describe("the types in Python, checked by mypy and pyright in strict mode,", () => {
    for (const example of ["python", "smallest", "new-cluster"]) {
        it(`fit in examples/${example}`, async () =>
            assert.deepEqual(await checkTypes(join(projectFolder, "examples", example)), []));
    }

    describe("of inputs", () => {
        let folder: string;
        beforeEach(async () => {
            folder = await mkdtemp(join(tmpdir(), "types-"));
        });
        afterEach(() => rm(folder, { recursive: true }));

        /** The lines of the program in which each of the two finds errors. */
        async function linesWithErrors(program: string): Promise<Record<string, number[]>> {
            await writeFile(join(folder, "program.py"), program);
            const lines: Record<string, Set<number>> = { mypy: new Set(), pyright: new Set() };
            for (const error of await checkTypes(folder)) {
                const [, tool = "", line] = /^(\w+): program\.py:(\d+): error: /.exec(error)!;
                lines[tool]!.add(Number(line));
            }
            return Object.fromEntries(
                Object.entries(lines).map(([tool, found]) => [tool, [...found].sort()]),
            );
        }

        it("do not fit where a name or a type is wrong", async () => {
            const wrong = [
                `AuroraS3Access("sales", importFrom=[{"bucket": "raw"}])`,
                `AuroraS3Access("sales", import_from=[{"bucket": "raw", "object": ["*"]}])`,
                `AuroraS3Access("sales", import_from=[{"objects": ["*"]}])`,
                `AuroraS3Access("sales", import_from=[S3LocationArgs(bucket=1)])`,
            ];
            const imports = "from pulumi_aurora_s3_access import AuroraS3Access, S3LocationArgs\n";
            const lines = wrong.map((_, i) => i + 2);
            assert.deepEqual(await linesWithErrors(imports + wrong.join("\n")), {
                mypy: lines,
                pyright: lines,
            });
        });

        it("need the member of an enum, and a conversion of parameters for the AWS SDK", async () => {
            const program = `import pulumi_aws as aws
from pulumi_aurora_s3_access import AuroraS3Access, SourceConditions

access = AuroraS3Access("a", import_from=[{"bucket": "raw"}], source_conditions=SourceConditions.REQUIRED)
AuroraS3Access("b", import_from=[{"bucket": "raw"}], source_conditions="Required")
aws.rds.ClusterParameterGroup("a", family="aurora-mysql8.0", parameters=access.cluster_parameters)
aws.rds.ClusterParameterGroup(
    "b",
    family="aurora-mysql8.0",
    parameters=access.cluster_parameters.apply(
        lambda parameters: [aws.rds.ClusterParameterGroupParameterArgs(**parameter) for parameter in parameters]
    ),
)
`;
            assert.deepEqual(await linesWithErrors(program), { mypy: [5, 6], pyright: [5, 6] });
        });
    });
});
