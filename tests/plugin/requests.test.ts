import assert from "node:assert/strict";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import type { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { component, usePlugin } from "./support/construct";
import { failureOf } from "./support/plugin";
import { struct, urnOf, type Props } from "./support/wire";

const inputs: Props = { importFrom: [{ bucket: "raw" }] };
const urn = urnOf("aurora-s3-access:index:Bucket", "raw");

describe("requests that the plugin cannot fulfil", () => {
    const { plugin, construct, failure } = usePlugin();

    /** Whatever comes, the next component is made. */
    afterEach(async () => assert.equal((await construct(inputs)).urn, urnOf(component, "sales")));

    const malformed: Record<string, [(request: proto.ConstructRequest) => unknown, string, string]> = {
        "of a type that it does not have": [
            (request) => request.setType("aurora-s3-access:index:Bucket"),
            "NOT_FOUND",
            "unknown resource type aurora-s3-access:index:Bucket; this plugin provides aurora-s3-access:index:AuroraS3Access",
        ],
        "without a name": [
            (request) => request.setName(""),
            "UNKNOWN",
            "Missing resource name argument (for URN creation)",
        ],
        "without inputs": [
            (request) => request.clearInputs(),
            "UNKNOWN",
            "Cannot read properties of undefined (reading 'toJavaScript')",
        ],
        "with a value of a kind that there is not": [
            (request) =>
                request.setInputs(struct({ importFrom: { "4dabf18193072939515e22adb298388d": "f00" } })),
            "UNKNOWN",
            "Unrecognized signature 'f00' when unmarshaling resource property",
        ],
    };
    for (const [what, [change, status, message]] of Object.entries(malformed)) {
        it(`refuse a component ${what}`, async () => {
            assert.deepEqual(await failure(inputs, { change }), {
                status,
                message,
                mistakes: {},
                told: [],
                registered: [],
            });
        });
    }

    it("answer a component whose resource monitor is gone", async () => {
        const { status } = await failure(inputs, {
            change: (request) => request.setMonitorendpoint("127.0.0.1:1"),
        });
        assert.equal(status, "UNAVAILABLE");
    });

    it("answer a component whose child cannot be registered with what the engine says", async () => {
        const { status, message } = await failure(inputs, {
            beforeAnswer: (id) => {
                if (id.startsWith("aws:iam/role:Role")) throw new Error("the role is protected");
            },
        });
        assert.equal(status, "UNKNOWN");
        assert.match(message, /failed to register new resource sales-role .*: the role is protected$/);
    });

    const others: Partial<Record<keyof ResourceProviderClient, [unknown, string, string]>> = {
        call: [new proto.CallRequest().setTok("x:y:Z"), "UNKNOWN", "unknown function x:y:Z"],
        invoke: [new proto.InvokeRequest().setTok("x:y:z"), "UNKNOWN", "unknown function x:y:z"],
        create: [new proto.CreateRequest().setUrn(urn), "UNKNOWN", `unknown resource type ${urn}`],
        parameterize: [
            new proto.ParameterizeRequest().setArgs(new proto.ParameterizeRequest.ParametersArgs()),
            "UNKNOWN",
            "parameterizeArgs not implemented",
        ],
        checkConfig: [new proto.CheckRequest(), "UNIMPLEMENTED", "Not yet implemented: CheckConfig"],
        diffConfig: [new proto.DiffRequest(), "UNIMPLEMENTED", "Not yet implemented: DiffConfig"],
        getMapping: [
            new proto.GetMappingRequest(),
            "UNIMPLEMENTED",
            "The server does not implement the method getMapping",
        ],
    };
    for (const [method, [request, status, message]] of Object.entries(others)) {
        it(`answer ${method} with an error`, async () => {
            const failed = await failureOf(plugin().call(method as keyof ResourceProviderClient, request));
            assert.deepEqual([failed.status, failed.message], [status, message]);
        });
    }
});

describe("many components at once", () => {
    const { construct } = usePlugin();

    it("get their own answers, with their own monitors and inputs", async () => {
        const numbers = Array.from({ length: 50 }, (_, i) => i);
        const answers = await Promise.all(
            numbers.map((i) =>
                construct(
                    {
                        importFrom: [{ bucket: `raw-${i}` }],
                        ...(i % 3 === 0 ? { exportTo: [{ bucket: `reports-${i}` }] } : {}),
                    },
                    { name: `sales-${i}`, preview: i % 5 === 4 },
                ),
            ),
        );
        answers.forEach(({ urn, state, monitor }, i) => {
            const directions = i % 3 === 0 ? ["import", "export"] : ["import"];
            const children = directions.flatMap((direction) => [
                `aws:iam/policy:Policy sales-${i}-${direction}`,
                `aws:iam/rolePolicyAttachment:RolePolicyAttachment sales-${i}-${direction}`,
            ]);
            assert.equal(urn, urnOf(component, `sales-${i}`));
            assert.deepEqual(
                monitor.registered.map(({ id }) => id).sort(),
                [`${component} sales-${i}`, `aws:iam/role:Role sales-${i}-role`, ...children].sort(),
            );
            const buckets = JSON.stringify(state.policyDocuments).match(/(raw|reports)-\d+(?=\\")/g);
            assert.deepEqual(buckets, i % 3 === 0 ? [`raw-${i}`, `reports-${i}`] : [`raw-${i}`]);
        });
    });
});
