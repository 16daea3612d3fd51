import type { Goal } from "./statistics/verdict";

/** A line of a table: one of what takes turns. */
export interface Row {
    label: string;
    /** The row that it is compared with. */
    of?: string;
    /** Of that ratio, or else of the value itself. */
    goal?: Goal;
}

export interface Table {
    title: string;
    unit: "ms" | "MB" | "outputs";
    /** How many components, locations and the like it is for, where its part has tables for several. */
    n?: number;
    /** That rows are named by how many there were before, and what is fitted from which row on. */
    over?: { what: string; from: number };
    /** By the names under which they are measured. */
    rows: Record<string, Row>;
}

export interface PartTables {
    title: string;
    /** What to know to read the numbers. */
    about: string;
    /** What the `n` of the tables counts, and from which on the growth over it is fitted. */
    grows?: { over: string; from: number };
    /** By the names under which they are in the results. */
    tables: Record<string, Table>;
}

/** The four ways to the same resources. */
const arms: Record<string, Row> = {
    flat: { label: "by hand, without a component", of: "wrapped" },
    wrapped: { label: "by hand, in a `ComponentResource`" },
    component: { label: "the component, in the program", of: "wrapped", goal: { atMost: 1.05 } },
    plugin: { label: "the component, in the plugin", of: "wrapped", goal: { atMost: 1.1 } },
};

const sizes = <N extends number>(ns: readonly N[], table: (n: N) => [string, Table]) =>
    Object.fromEntries(ns.map(table));

export const previewSizes = [1, 100, 300, 1000] as const;
export const upSizes = [1, 25, 100] as const;
export const unsavedSizes = [1, 50, 100] as const;
export const documentSizes = [10, 100, 1000, 2500, 5000, 10_000] as const;
/** After how many Constructs the memory of the plugin is measured. */
export const constructSteps = [0, 1000, 2000, 3000, 4000, 5000] as const;

const count = (n: number) => n.toLocaleString("en-US");
export const components = (n: number) => (n === 1 ? "one component" : `${count(n)} components`);

const stock = (title: string, unit: "ms" | "MB", atLeast?: number): Table => ({
    title,
    unit,
    rows: {
        script: { label: "the plugin, as a script" },
        stock: {
            label: "Pulumi's host for components",
            of: "script",
            ...(atLeast && { goal: { atLeast } }),
        },
        stockDeepImports: { label: "the same host, with the imports of the plugin", of: "script" },
    },
});

/** Until 3,000 Constructs caches fill. The system gets back later than the heap what the heap had at most. */
const memory = (title: string, goal?: Goal): Table => ({
    title,
    unit: "MB",
    over: { what: "Construct", from: 3000 },
    rows: {
        ...Object.fromEntries(
            constructSteps.map((step) => [
                String(step),
                {
                    label: step === 0 ? "at the port" : `after ${count(step)} Constructs`,
                    ...(step === 5000 && { of: "3000", ...(goal && { goal }) }),
                },
            ]),
        ),
        malformed: {
            label: "after 1,000 malformed requests more",
            of: "5000",
            ...(goal && { goal }),
        },
        huge: { label: "after 20 requests of 1 MB more", of: "5000", ...(goal && { goal }) },
    },
});

const judged = (title: string, atMost: number): Table => ({
    title,
    unit: "ms",
    rows: { judging: { label: "validating", goal: { atMost } } },
});

/** What is measured, and the goals. */
export const parts = {
    start: {
        title: "Start of the plugin",
        about: "From the start of the process to the port that it prints. A bare gRPC server with the methods of a provider is the floor. Pulumi's host for components compiles the component and loads all of `@pulumi/aws` first; it is measured again with the few modules of `@pulumi/aws` that the plugin imports.",
        tables: {
            port: {
                title: "To the port",
                unit: "ms",
                rows: {
                    bare: { label: "a bare gRPC server in Node.js" },
                    script: { label: "the plugin, as a script", of: "bare", goal: { atMost: 1.25 } },
                    executable: { label: "the plugin, as an executable", of: "bare", goal: { atMost: 1.1 } },
                },
            },
            stockPort: stock("To the port, against Pulumi's host", "ms", 40),
            stockSchema: stock("To the schema, against Pulumi's host", "ms", 40),
            stockMemoryAtPort: stock("Resident memory at the port", "MB"),
            stockMemory: stock("Resident memory after the schema", "MB", 15),
        },
    },
    yaml: {
        title: "Preview in YAML",
        about: "`pulumi preview` of [examples/yaml](../examples/yaml), with the plugin installed as users install it: the executable of a release, which contains Node.js 24. Against the same resources by hand.",
        tables: {
            preview: {
                title: "`pulumi preview`",
                unit: "ms",
                rows: {
                    byHand: { label: "by hand" },
                    component: { label: "the component", of: "byHand", goal: { atMost: 1.25 } },
                },
            },
        },
    },
    preview: {
        title: "Preview",
        about: "`pulumi preview` of a TypeScript program: the same resources and the same calls of AWS in four ways. A plain `ComponentResource` with the resources by hand is the floor of any component. The plugin is called through the SDK for Node.js, so that all four programs have the same language host.",
        grows: { over: "components", from: 1 },
        tables: {
            ...sizes(previewSizes, (n) => [
                `strings${n}`,
                { title: `${components(n)}, from strings`, unit: "ms", n, rows: arms },
            ]),
            outputs100: { title: "100 components, from outputs", unit: "ms", rows: arms },
            countStrings: {
                title: "Outputs of the SDK in one component, from strings",
                unit: "outputs",
                rows: {
                    wrapped: { label: "by hand, in a `ComponentResource`" },
                    component: { label: "the component", of: "wrapped" },
                },
            },
            countOutputs: {
                title: "Outputs of the SDK in one component, from outputs",
                unit: "outputs",
                rows: {
                    wrapped: { label: "by hand, in a `ComponentResource`" },
                    component: { label: "the component", of: "wrapped" },
                },
            },
        },
    },
    up: {
        title: "Update",
        about: "`pulumi up` of the same programs, each on an emulated AWS of its own, into an empty account and a new stack. The engine writes the state of the whole stack at each step ([profiles](profiles.md#engine)), so all four grow worse than linearly.",
        grows: { over: "components", from: 1 },
        tables: sizes(upSizes, (n) => [`up${n}`, { title: components(n), unit: "ms", n, rows: arms }]),
    },
    checkpoints: {
        title: "Update without checkpoints",
        about: "The same, with `PULUMI_SKIP_CHECKPOINTS`: the engine writes the state only at the end. The rest is what the programs, the plugin and the providers do.",
        grows: { over: "components", from: 1 },
        tables: sizes(unsavedSizes, (n) => [
            `up${n}`,
            {
                title: `${components(n)}, without checkpoints`,
                unit: "ms",
                n,
                rows: arms,
            },
        ]),
    },
    documents: {
        title: "Policy documents",
        about: "The split into policies and their documents, of 10,000 locations in all for each size. The more of them are in use at a time, the more the garbage collector of V8 does for each: the same is measured in a process whose young generation has room for all (`--min-semi-space-size=512`), so that it seldom collects. The growth is fitted from 1,000 locations on.",
        grows: { over: "locations", from: 1000 },
        tables: sizes(documentSizes, (n) => [
            `locations${n}`,
            {
                title: `${count(n)} locations`,
                unit: "ms",
                n,
                rows: {
                    documents: {
                        label: "creating the documents",
                        ...(n === 10_000 && { goal: { atMost: 50 } }),
                    },
                    uncollected: { label: "the same, seldom collecting garbage", of: "documents" },
                },
            },
        ]),
    },
    judging: {
        title: "Validation",
        about: "Large inputs, valid and invalid.",
        tables: {
            locations: judged("10,000 locations with patterns and keys", 100),
            clusters: judged("8,000 clusters", 100),
            string: judged("1 MB in one string", 200),
            invalidLocations: judged("1 MB of invalid locations", 200),
            invalidTags: judged("1 MB of invalid tags", 200),
            unknownProperties: judged("1 MB of unknown properties", 200),
            emptyObjects: judged("1 MB of empty objects", 200),
        },
    },
    require: {
        title: "Loading the library",
        about: "`require` in a new process, of a program that uses `@pulumi/aws` and creates a role, a policy and a bucket with it.",
        tables: {
            require: {
                title: "`require`",
                unit: "ms",
                rows: {
                    aws: { label: "`@pulumi/aws`, and the classes of these resources" },
                    library: { label: "`aurora-s3-access`, after that", goal: { atMost: 20 } },
                },
            },
        },
    },
    size: {
        title: "Size on disk",
        about: "The sizes of the files. Every Pulumi program with AWS resources has the peer dependencies.",
        tables: {
            size: {
                title: "What users install",
                unit: "MB",
                rows: {
                    packed: { label: "the npm package, packed" },
                    unpacked: { label: "the npm package, installed" },
                    withPeers: { label: "`node_modules` with the npm package and its peer dependencies" },
                    script: { label: "the plugin, as a script" },
                    executable: { label: "the plugin, as an executable" },
                },
            },
        },
    },
    memory: {
        title: "Memory of the plugin",
        about: "One process serves all requests. The heap is what is in use after a garbage collection.",
        tables: {
            heap: memory("Heap in use", { atMost: 1.1 }),
            resident: memory("Resident memory"),
        },
    },
    cdk: {
        title: "Against the AWS CDK",
        about: "`cdk synth` of a `DatabaseCluster` with `s3ImportBuckets` and `s3ExportBuckets`, against `pulumi preview` of a cluster with the component in the program. Both are TypeScript, compiled without type checks. `cdk synth` creates a template and calls nothing, `pulumi preview` compares with the deployed stack. The memory is the peak of all processes of the command. A stand-in replaces the AWS provider of Pulumi and is not counted; the real one needs more time to start.",
        tables: {
            time: {
                title: "Time",
                unit: "ms",
                rows: {
                    cdk: { label: "`cdk synth`" },
                    pulumi: { label: "`pulumi preview`", of: "cdk" },
                },
            },
            memory: {
                title: "Peak of resident memory",
                unit: "MB",
                rows: {
                    cdk: { label: "`cdk synth`" },
                    pulumi: { label: "`pulumi preview`", of: "cdk" },
                },
            },
        },
    },
} satisfies Record<string, PartTables>;

export type PartName = keyof typeof parts;
export const partNames = Object.keys(parts) as PartName[];
