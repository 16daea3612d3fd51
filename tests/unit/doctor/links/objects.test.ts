import { plain } from "../../../support/doctor/facts";
import { claims } from "./claims";

claims("objects", [
    {
        kind: plain,
        broken: "nothing is there",
        found: {
            code: "S3ACCESS070",
            problem: 'No object in the bucket raw has a key that starts with "incoming/orders.csv".',
            evidence: ["ListObjectsV2 finds nothing at s3://raw/incoming/orders.csv"],
            fix: "Correct the key in the SQL statement. Keys are case-sensitive.",
            commands: [],
            sqlErrors: [],
        },
    },
]);
