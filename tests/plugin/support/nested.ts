import * as grpc from "@grpc/grpc-js";
import type * as proto from "@pulumi/pulumi/proto/provider_pb";

const lengthDelimited = 2;
/** Numbers of fields: of `inputs` in a request, and of what stands in a struct, a list and a value. */
const numbers = { inputs: 10, fields: 1, key: 1, value: 2, values: 1, listValue: 6, stringValue: 3 };

/**
 * The bytes of a request with one input that is a list in a list and so on: so deep that the library that writes requests would
 * come to the end of its stack.
 */
export function withNestedLists(request: proto.ConstructRequest, input: string, levels: number): Buffer {
    const heads: Buffer[] = [];
    const innermost = Buffer.concat([head(numbers.stringValue, 1), Buffer.from("x")]);
    let { length } = innermost;
    const wrap = (number: number) => {
        const wrapping = head(number, length);
        heads.push(wrapping);
        length += wrapping.length;
    };
    for (let i = 0; i < levels; i++) {
        wrap(numbers.values);
        wrap(numbers.listValue);
    }
    wrap(numbers.value);
    const key = Buffer.concat([head(numbers.key, input.length), Buffer.from(input)]);
    heads.push(key);
    length += key.length;
    wrap(numbers.fields);
    wrap(numbers.inputs);
    request.clearInputs();
    return Buffer.concat([request.serializeBinary(), ...heads.reverse(), innermost]);
}

function head(number: number, length: number): Buffer {
    return Buffer.from([(number << 3) | lengthDelimited, ...varint(length)]);
}

/** https://protobuf.dev/programming-guides/encoding/#varints */
function varint(number: number): number[] {
    return number < 128 ? [number] : [(number % 128) | 128, ...varint(Math.floor(number / 128))];
}

/** Has a plugin construct what these bytes ask for, and gives the error that it answers. */
export async function refusalOf(port: string, bytes: Buffer): Promise<grpc.ServiceError> {
    const client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    const asBytes = (it: Buffer) => it;
    try {
        return await new Promise((resolve, reject) => {
            client.makeUnaryRequest(
                "/pulumirpc.ResourceProvider/Construct",
                asBytes,
                asBytes,
                bytes,
                (error: grpc.ServiceError | null) =>
                    error ? resolve(error) : reject(new Error("an error was expected")),
            );
        });
    } finally {
        client.close();
    }
}
