import { unread } from "../facts";
import { isGone } from "../access/requests";
import { Result, type CheckJudged } from "./result";

/** Something is there to import. */
export const checkObjects: CheckJudged = (chain) => {
    const result = new Result(chain, "objects");
    for (const use of chain.uses.filter((each) => each.direction === "import" && !isGone(each))) {
        const { bucket, key, from } = use.location;
        const uri = `s3://${bucket}/${key}`;
        const found = result.read(
            use.objects?.found ?? unread("it was not read"),
            `whether there are objects at ${uri}`,
        );
        if (found === undefined) continue;
        if (found.length > 0) result.holds(`There are objects at ${uri}`);
        else if (from === "policy") result.note(`The bucket has no object at ${uri}`);
        else
            result.finding("S3ACCESS070", {
                problem: `No object in the bucket ${bucket} has a key that starts with ${JSON.stringify(key)}.`,
                evidence: [`ListObjectsV2 finds nothing at ${uri}`],
                directions: ["import"],
            });
    }
    return result;
};
