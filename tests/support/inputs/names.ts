import fc from "fast-check";

/** A name of up to `longest` of these characters, more often short than as long as it may be. */
export function nameOf(characters: string, longest: number, starts = characters, ends = characters) {
    const one = (of: string) => fc.constantFrom(...of);
    const middle = fc.oneof(
        { weight: 6, arbitrary: fc.string({ unit: one(characters), maxLength: Math.min(20, longest - 2) }) },
        {
            weight: 1,
            arbitrary: fc.string({ unit: one(characters), minLength: longest - 2, maxLength: longest - 2 }),
        },
    );
    const long = fc.tuple(one(starts), middle, one(ends)).map((parts) => parts.join(""));
    return fc.oneof({ weight: 1, arbitrary: one(starts) }, { weight: 9, arbitrary: long });
}

const lowercase = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";
const letters = lowercase + lowercase.toUpperCase();

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const ofIam = `${letters}${digits}_+=,.@-`;
const usual = fc.constantFrom("sales", "AllowAuroraToExampleBucket", "team.data@eu", "a", "load", "load-2");

/** Most often one of a few, so that two names of one configuration are alike. */
export const policyName = fc.oneof(usual, nameOf(ofIam, 128));
export const roleName = fc.oneof(usual, nameOf(ofIam, 64));

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html */
const withoutDoubleHyphens = (name: string) => !name.includes("--");
export const clusterIdentifier = fc.oneof(
    fc.constantFrom("sales", "Marketing", "eu-reports", "a"),
    nameOf(`${letters}${digits}-`, 63, letters, letters + digits).filter(withoutDoubleHyphens),
);
export const parameterGroupName = fc.oneof(
    fc.constantFrom("sales", "sales-parameters", "a"),
    nameOf(`${lowercase}${digits}-`, 255, lowercase, lowercase + digits).filter(withoutDoubleHyphens),
);

/** What tells clusters apart, in the state alone. */
export const clusterName = fc.oneof(
    fc.constantFrom("one", "two", "three", "import", "cluster"),
    nameOf(`${letters}${digits}_.-`, 64),
);

/** What a program calls the component: Pulumi takes nearly everything, but AWS must take what is made of it. */
export const componentName = fc.oneof(
    fc.constantFrom("sales", "a", "Sales", "sales-import", "sales.data", "s3@eu", "a+b=c", "cluster"),
    nameOf(ofIam, 40),
    nameOf(`${lowercase}${digits}-`, 30, lowercase, lowercase + digits),
    fc.constantFrom("sales data", "Ünïcode", "team/sales", "sales:eu", "$sales", "日本"),
);

/** Of roles and policies alike: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
const segment = nameOf(`${letters}${digits}.,+@=_-`, 40);
export const path = fc.oneof(
    fc.constantFrom("/", "/aurora/", "/a/b/", `/${"p".repeat(510)}/`),
    fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => `/${segments.join("/")}/`),
);
