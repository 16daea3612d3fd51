import { head, list } from "./reads";
import type { Statement, Step } from "./step";
import * as s3 from "./writes";

const prefix = "daily/sales";
const file = `${prefix}.part_00000`;

/**
 * AWS documents that the statement returns an error if files with the prefix exist, or overwrites them with OVERWRITE ON. It requires GetObject
 * and DeleteObject and doesn't say for which calls: only OVERWRITE ON has a use for them.
 */
const look = (key: string): Step[] => [list(prefix, "save"), head(key, "assumed")];

/** AWS requires actions that only exist for multipart uploads, and doesn't say from which size on Aurora uses them. */
const upload = (key: string): Step[] => [
    s3.createUpload(key, "assumed"),
    s3.uploadPart(key, 1, false, "assumed"),
    s3.uploadPart(key, 2, true, "assumed"),
];

export const outfiles: readonly Statement[] = [
    {
        sql: "SELECT INTO OUTFILE S3, one small file",
        objects: [],
        steps: [list(prefix, "save"), s3.put(file, "save")],
    },
    {
        sql: "SELECT INTO OUTFILE S3, one large file",
        objects: [],
        steps: [
            list(prefix, "save"),
            ...upload(file),
            s3.listParts(file, "assumed"),
            s3.completeUpload(file, "assumed"),
        ],
    },
    {
        sql: "SELECT INTO OUTFILE S3, canceled",
        objects: [],
        steps: [list(prefix, "save"), ...upload(file), s3.abortUpload(file, "assumed")],
    },
    {
        sql: "SELECT INTO OUTFILE S3 … OVERWRITE ON",
        objects: [file],
        steps: [...look(file), s3.remove(file, "assumed"), s3.put(file, "save")],
    },
    {
        sql: "SELECT INTO OUTFILE S3 … MANIFEST ON",
        objects: [],
        steps: [list(prefix, "save"), s3.put(file, "save"), s3.put(`${prefix}.manifest`, "save")],
    },
];

export const queryExports: readonly Statement[] = [
    {
        sql: "aws_s3.query_export_to_s3, a small result",
        objects: [],
        steps: [s3.put(file, "postgresqlExport")],
    },
    {
        sql: "aws_s3.query_export_to_s3, a large result",
        objects: [],
        steps: [...upload(file), s3.completeUpload(file, "assumed")],
    },
    {
        sql: "aws_s3.query_export_to_s3, canceled",
        objects: [],
        steps: [...upload(file), s3.abortUpload(file, "assumed")],
    },
];
