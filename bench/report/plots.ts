import type { Results } from "./results";
export const plots = (_: Results): Record<string, string> => ({});
