export type { AwsAccount } from "./environment";
export { type Diagnostic, FailedRun, type Run } from "./run";
export { describeStep, type Step } from "./steps";
export { type FolderStack, type InlineStack, TestStack, type TestStackOptions } from "./testStack";
