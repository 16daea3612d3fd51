import { join } from "node:path";
import { type Purpose, virtualEnvironment } from "../python";

export const moto: Purpose = {
    name: "moto",
    user: "The emulated AWS of the tests",
    contents: "moto for the emulated AWS of the tests",
    installTime: "15 seconds",
    requirements: join(__dirname, "requirements.txt"),
};

/** The interpreter of a virtual environment that holds moto. */
export async function pythonWithMoto(): Promise<string> {
    return join(await virtualEnvironment(moto), "bin", "python");
}
