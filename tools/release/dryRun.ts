import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packNpmPackage } from "../../tests/packing/npmPackage";
import { projectFolder } from "../project";
import { makeArtefacts } from "./artefacts";
import { sha256 } from "./artefacts/files";
import { installsInEmptyFolders } from "./installs/inEmptyFolders";
import { packageAdds } from "./packageAdd";
import { published } from "./published";
import { type Artefact, type Check, type Release, releaseIn } from "./release";
import { Report } from "./report";

/** Creates in `dist` everything of a release that one machine can create, and checks it as users get it. */
async function dryRun(): Promise<boolean> {
    const release = releaseIn(join(projectFolder, "dist"));
    const again = { ...release, folder: await mkdtemp(join(tmpdir(), "release-again-")) };
    const report = new Report(release.folder);
    try {
        await rm(release.folder, { recursive: true, force: true });
        const { artefacts, failures } = await makeArtefacts(release);
        for (const { what, error } of failures) report.problem(`${what} could not be created`, error);
        await makeArtefacts(again, ", once more");

        for (const artefact of artefacts) {
            const checks = [...artefact.checks, sameBytes(artefact, release.folder, again.folder)];
            await report.check({ ...artefact, checks });
        }
        await checkInstalls(release, report);
        await checkPublished(report);
    } finally {
        await rm(again.folder, { recursive: true });
    }
    return report.print();
}

const sameBytes = ({ files }: Artefact, ...folders: [first: string, second: string]): Check => ({
    claim: "same bytes when created again",
    run: async () => {
        for (const file of files) {
            const [first, second] = await Promise.all(folders.map((folder) => sha256(join(folder, file))));
            if (first !== second) throw new Error(`${file} has other bytes each time.`);
        }
    },
});

async function checkInstalls(release: Release, report: Report): Promise<void> {
    const packed = await packNpmPackage();
    const checks = [...installsInEmptyFolders(packed), ...packageAdds(release, packed)];
    const contents = "the library, as package managers install it";
    await report.check({ files: [], contents, checks }).finally(packed.remove);
}

async function checkPublished(report: Report): Promise<void> {
    try {
        const { artefact, end } = await published();
        await report.check(artefact).finally(end);
    } catch (error) {
        report.problem("A release of a copy with a repository could not be created", error as Error);
    }
}

dryRun().then(
    (isGood) => {
        if (!isGood) process.exitCode = 1;
    },
    (error: Error) => {
        console.error(error.message);
        process.exitCode = 1;
    },
);
