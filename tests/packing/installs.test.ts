import { checkInstall } from "../../tools/release/installs/check";
import { installs } from "../../tools/release/installs/rows";
import { type NpmPackage, packNpmPackage } from "./npmPackage";

describe("The npm package, in an empty project", () => {
    let packed: NpmPackage;
    before(async () => {
        packed = await packNpmPackage();
    });
    after(() => packed.remove());

    for (const install of installs) {
        const { manager, from } = install;
        // `npm run release:dry-run` installs from a repository too, which installs all that the build needs.
        if (from === "repository") continue;
        it(`is installed by ${manager} from a ${from}, compiles and loads`, () =>
            checkInstall(install, packed[from], packed.files));
    }
});
