import * as pulumi from "@pulumi/pulumi";

export const greeting = "hello";
export const library = require.resolve("aurora-s3-access");
export const config = new pulumi.Config().get("color");
export const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name.startsWith("AWS_")),
);
