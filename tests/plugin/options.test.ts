import assert from "node:assert/strict";
import { Alias } from "@pulumi/pulumi/proto/alias_pb";
import { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { component, stackUrn, usePlugin } from "./support/construct";
import { urnOf } from "./support/wire";

const other = urnOf("aws:s3/bucket:Bucket", "other");
const nested = urnOf("aws:s3/bucket:Bucket", "a::b");
const provider = `${urnOf("pulumi:providers:aws", "west")}::0f6c2b1e`;
const inputs = { importFrom: [{ bucket: "raw" }] };

interface Case {
    change: (request: ConstructRequest) => unknown;
    read: (request: RegisterResourceRequest) => unknown;
    component: unknown;
    children: unknown;
}

/** What each option makes of the component, and of its children: what they inherit, the engine hands down. */
const cases: Record<string, Case> = {
    parent: {
        change: (request) => request.setParent(other),
        read: (request) => request.getParent(),
        component: other,
        children: urnOf(component, "sales", other),
    },
    protect: {
        change: (request) => request.setProtect(true),
        read: (request) => request.getProtect(),
        component: true,
        children: true,
    },
    "protect, switched off": {
        change: (request) => request.setProtect(false),
        read: (request) => request.getProtect(),
        component: false,
        children: false,
    },
    "the provider for AWS": {
        change: (request) => request.getProvidersMap().set("aws", provider),
        read: (request) => [request.getProvider(), ...request.getProvidersMap().toArray().map(String)],
        component: ["", `aws,${provider}`],
        children: [provider],
    },
    dependsOn: {
        change: (request) => request.setDependenciesList([other]),
        read: (request) => request.getDependenciesList().filter((urn) => urn === other),
        component: [other],
        children: [],
    },
    retainOnDelete: {
        change: (request) => request.setRetainondelete(true),
        read: (request) => request.getRetainondelete(),
        component: true,
        children: false,
    },
    deletedWith: {
        change: (request) => request.setDeletedwith(other),
        read: (request) => request.getDeletedwith(),
        component: other,
        children: "",
    },
    "deletedWith, a resource with colons in its name": {
        change: (request) => request.setDeletedwith(nested),
        read: (request) => request.getDeletedwith(),
        component: nested,
        children: "",
    },
    ignoreChanges: {
        change: (request) => request.setIgnorechangesList(["tags"]),
        read: (request) => request.getIgnorechangesList(),
        component: ["tags"],
        children: [],
    },
    replaceOnChanges: {
        change: (request) => request.setReplaceonchangesList(["path"]),
        read: (request) => request.getReplaceonchangesList(),
        component: ["path"],
        children: [],
    },
    customTimeouts: {
        change: (request) =>
            request.setCustomtimeouts(new ConstructRequest.CustomTimeouts().setCreate("5m").setUpdate("6m")),
        read: (request) => [
            request.getCustomtimeouts()?.getCreate(),
            request.getCustomtimeouts()?.getUpdate(),
        ],
        component: ["5m", "6m"],
        children: ["", ""],
    },
    "an alias by its URN": {
        change: (request) => request.addAliases(new Alias().setUrn(urnOf(component, "revenue"))),
        read: (request) => request.getAliasesList().map((alias) => alias.getUrn()),
        component: [urnOf(component, "revenue")],
        children: [],
    },
    "an alias by its parts": {
        change: (request) =>
            request.addAliases(
                new Alias().setSpec(new Alias.Spec().setName("revenue").setParenturn(stackUrn)),
            ),
        read: (request) =>
            request
                .getAliasesList()
                .map((alias) => [alias.getSpec()?.getName(), alias.getSpec()?.getParenturn()]),
        component: [["revenue", stackUrn]],
        children: [],
    },
};

describe("the options of a component", () => {
    const { construct } = usePlugin();

    for (const [option, { change, read, component: own, children }] of Object.entries(cases)) {
        it(`passes on ${option}`, async () => {
            const { monitor } = await construct(inputs, { change });
            const registered = (custom: boolean) =>
                monitor.registered
                    .filter(({ request }) => request.getCustom() === custom)
                    .map(({ request }) => read(request));
            assert.deepEqual(registered(false), [own]);
            assert.deepEqual(registered(true), Array(3).fill(children));
        });
    }

    it("asks the provider for AWS of the component, not the default one", async () => {
        const { monitor } = await construct(inputs, {
            change: (request) => request.getProvidersMap().set("aws", provider),
        });
        assert.deepEqual(monitor.called.map((call) => [call.token, call.provider]).sort(), [
            ["aws:index/getCallerIdentity:getCallerIdentity", provider],
            ["aws:index/getPartition:getPartition", provider],
        ]);
    });
});
