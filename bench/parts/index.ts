import type { Rounds } from "../report/results";
import type { Run } from "../run";
import type { PartName } from "../tables";

type Part = (run: Run) => Promise<Record<string, Rounds>>;

/** What measures each part: loaded when it is run, so that the others do not weigh on it. */
export const measures: Record<PartName, () => Promise<Part>> = {
    start: async () => (await import("./start")).start,
    yaml: async () => (await import("./yaml")).yaml,
    preview: async () => (await import("./preview")).preview,
    up: async () => (await import("./up")).up,
    checkpoints: async () => (await import("./up")).checkpoints,
    documents: async () => (await import("./documents")).documents,
    judging: async () => (await import("./judging")).judging,
    require: async () => (await import("./require")).loading,
    size: async () => (await import("./size")).size,
    memory: async () => (await import("./memory")).memory,
    cdk: async () => (await import("./cdk")).cdk,
};
