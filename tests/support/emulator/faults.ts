/** Which calls are meant. */
export interface Calls {
    /** As the log of calls has it: `iam:CreateRole`; for S3, which has methods on the wire, `s3:PUT`. */
    operation: string;
    /** A part of what the log says that the call acts on: `loader` is in `loader-1a2b3c4` and in its ARN as well. */
    about?: string;
}

/**
 * Errors that go away by themselves, by IAM's and RDS's names for them; KMS and S3 say the same in their own words.
 * With a lost answer the call is carried out, but the connection breaks before AWS has said so.
 */
export type FaultName =
    | "AccessDenied"
    | "ConcurrentModification"
    | "DeleteConflict"
    | "InternalFailure"
    | "InvalidDBClusterStateFault"
    | "InvalidDBParameterGroupState"
    | "InvalidParameterValue"
    | "MalformedPolicyDocument"
    | "NoSuchEntity"
    | "ServiceUnavailable"
    | "Throttling"
    | "lost answer";

export interface Fault extends Calls {
    error: FaultName;
    /** How many calls meet it: one unless given. */
    times?: number;
}

/** A call that AWS has received but not carried out. */
export interface Hold {
    /** Waits until the call has come, and gives it as the log of calls would. */
    arrived: () => Promise<string>;
    /** Has it carried out, and waits until it is, whether or not its caller is still there. */
    release: () => Promise<void>;
    /** Breaks its connection: AWS never hears of it. */
    drop: () => Promise<void>;
}

export interface Faults {
    /** Has the next calls fail. Faults for the same calls come one after the other. */
    failNext: (fault: Fault) => Promise<void>;
    /** Has the next such call wait. */
    hold: (calls: Calls) => Promise<Hold>;
    /** Forgets the faults that are still to come, and releases what is held. */
    clearFaults: () => Promise<void>;
}

export function faultsOf(endpoint: string): Faults {
    const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
        const response = await fetch(`${endpoint}/moto-api/${path}`, { method, body: JSON.stringify(body) });
        const answer = await response.json();
        if (!response.ok) throw new Error(answer as string);
        return answer as T;
    };
    return {
        failNext: ({ operation, about = "", error, times = 1 }) =>
            ask("POST", "faults", { operation, about, error, times }),
        hold: async ({ operation, about = "" }) => {
            const hold = `holds/${await ask<number>("POST", "holds", { operation, about })}`;
            return {
                arrived: () => ask("GET", hold),
                release: () => ask("POST", `${hold}/release`),
                drop: () => ask("POST", `${hold}/drop`),
            };
        },
        clearFaults: () => ask("DELETE", "faults"),
    };
}
