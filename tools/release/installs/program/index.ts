import { AuroraS3Access, type AuroraS3AccessArgs } from "aurora-s3-access";
import { s3PolicyDocument } from "aurora-s3-access/policy";

export const args: AuroraS3AccessArgs = { importFrom: [{ bucket: "raw" }] };
const document = s3PolicyDocument("aurora-mysql", "import", [{ bucket: "raw" }], "aws");
console.log(AuroraS3Access.name, JSON.stringify(document.Statement[0]?.Resource));
