export type { AwsAccount } from "./environment";
export { type Diagnostic, FailedRun, type Run } from "./run";
export { describeStep, describeSteps, type Step } from "./steps";
export {
    type FolderStack,
    type InlineStack,
    type Program,
    TestStack,
    type TestStackOptions,
} from "./testStack";
