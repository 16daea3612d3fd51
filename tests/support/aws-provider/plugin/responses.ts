import * as grpc from "@grpc/grpc-js";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import type { Failure } from "./check";
import type { ResourceType } from "./definition";
import { deletesFirst, rootOf, type Difference } from "./diff";
import { NotReady } from "./errors";
import { toStruct, type Values } from "./values";

/** Properties for the wire: secret is what the program made secret, and what the type says is. */
export function bag(type: ResourceType, values: Values, secrets: Set<string>): Struct {
    const ofType = Object.keys(type.properties).filter((name) => type.properties[name]!.secret);
    const derived = secrets.has("tags") ? ["tagsAll"] : [];
    return toStruct({ values, secrets: new Set([...secrets, ...ofType, ...derived]) });
}

export const checkFailure = ({ property, reason }: Failure) =>
    new proto.CheckFailure().setProperty(property).setReason(reason);

export const changesOf = (count: number) =>
    count > 0 ? proto.DiffResponse.DiffChanges.DIFF_SOME : proto.DiffResponse.DiffChanges.DIFF_NONE;

export function diffResponse(type: ResourceType, olds: Values, news: Values, found: Difference[]) {
    const roots = (some: Difference[]) => [...new Set(some.map(({ path }) => rootOf(path)))].sort();
    const replacing = roots(found.filter(({ replaces }) => replaces));
    const response = new proto.DiffResponse()
        .setChanges(changesOf(found.length))
        .setDiffsList(roots(found))
        // Terraform counts the id among what forces a replacement.
        .setReplacesList(replacing.length > 0 ? [...replacing, "id"].sort() : [])
        .setDeletebeforereplace(replacing.length > 0 && deletesFirst(type, olds, news))
        .setHasdetaileddiff(true);
    for (const difference of found) {
        response
            .getDetaileddiffMap()
            .set(difference.path, new proto.PropertyDiff().setKind(kindOf(difference)));
    }
    return response;
}

const { Kind } = proto.PropertyDiff;
const kinds = {
    add: { plain: Kind.ADD, replacing: Kind.ADD_REPLACE },
    update: { plain: Kind.UPDATE, replacing: Kind.UPDATE_REPLACE },
    delete: { plain: Kind.DELETE, replacing: Kind.DELETE_REPLACE },
};
const kindOf = ({ kind, replaces }: Difference) => kinds[kind][replaces ? "replacing" : "plain"];

/** The status of a resource that exists but is not ready, in the form by which the engine keeps it. */
export class InitFailed extends Error {
    readonly code = grpc.status.UNKNOWN;
    readonly details: string;
    readonly metadata = new grpc.Metadata();

    constructor({ id, message }: NotReady, properties: Struct) {
        super(message);
        this.details = message;
        const detail = new Any();
        detail.pack(
            new proto.ErrorResourceInitFailed()
                .setId(id)
                .setProperties(properties)
                .setReasonsList([message])
                .serializeBinary(),
            "pulumirpc.ErrorResourceInitFailed",
        );
        const status = new Status();
        status.setCode(this.code);
        status.setMessage(message);
        status.addDetails(detail);
        // The metadata field by which gRPC carries structured errors.
        this.metadata.set("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
    }
}

export async function orInitFailed<T>(
    type: ResourceType,
    secrets: Set<string>,
    done: Promise<T>,
): Promise<T> {
    try {
        return await done;
    } catch (error) {
        if (error instanceof NotReady) throw new InitFailed(error, bag(type, error.state, secrets));
        throw error;
    }
}
