import * as pulumi from "@pulumi/pulumi";

export const greeting = "hello";
export const library = require.resolve("aurora-s3-access");
export const stack = pulumi.getStack();
export const color = new pulumi.Config().get("color") ?? "none";
export const aws = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name.startsWith("AWS_")),
);
