import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { apiModel } from "../../unit/validation/apiModel";
import { pythonWithMoto } from "./python";

interface Shape {
    members?: Record<string, { shape: string }>;
    member?: { shape: string };
    pattern?: string;
    min?: number;
    max?: number;
    enum?: string[];
}
interface Model {
    operations: Record<string, { input: { shape: string } }>;
    shapes: Record<string, Shape>;
}

/** The models that the emulated AWS and the AWS SDK for Python hold calls to. */
async function readModels(services: readonly string[]): Promise<Record<string, Model>> {
    const script = `
import json, sys
from botocore.loaders import Loader
print(json.dumps({service: Loader().load_service_model(service, "service-2") for service in sys.argv[1:]}))`;
    const { stdout } = await promisify(execFile)(await pythonWithMoto(), ["-c", script, ...services], {
        maxBuffer: 2 ** 26,
    });
    return JSON.parse(stdout) as Record<string, Model>;
}

describe("The table of AWS's constraints", () => {
    let models: Record<string, Model>;
    before(async () => {
        models = await readModels(["iam", "rds"]);
    });

    /** The shape of a member like `Tags[].Key` of a call's input. */
    function shapeOf(call: string, member: string): Shape {
        const [service = "", operation = ""] = call.split(".");
        const { operations, shapes } = models[service]!;
        let shape = shapes[operations[operation]!.input.shape]!;
        for (const part of member.split(".")) {
            const [, name = "", isItem] = /^(\w+)(\[\])?$/.exec(part)!;
            shape = shapes[shape.members![name]!.shape]!;
            if (isItem) shape = shapes[shape.member!.shape]!;
        }
        return shape;
    }

    for (const { resource, property, call, member, pattern, min, max, page } of apiModel) {
        it(`has of ${resource}.${property} what ${page ? "a page of AWS documents, as the model of the service declares nothing" : "the model of the service declares"}`, () => {
            const shape = shapeOf(call, member);
            const declared = {
                pattern: shape.pattern ?? shape.enum?.join("|"),
                min: shape.min,
                max: shape.max,
            };
            const nothing = { pattern: undefined, min: undefined, max: undefined };
            assert.deepEqual(declared, page === undefined ? { pattern, min, max } : nothing);
            if (page !== undefined) assert.match(page, /^https:\/\/docs\.aws\.amazon\.com\//);
        });
    }
});
