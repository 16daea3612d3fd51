import { refuse } from "./cannotEvaluate";
import { anywhere, expression, matches, pieces } from "./wildcards";

/**
 * Whether an action is among those of `Action`, in any case.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function actionTest(pattern: string): (action: string) => boolean {
    if (pattern === "*") return () => true;
    if (!/^[a-z0-9-]+:[a-z0-9*?]+$/i.test(pattern))
        refuse(`"${pattern}" is not an action: AWS documents a service, a colon, and a name with * and ?`);
    const lowerCase = pattern.toLowerCase();
    if (!/[*?]/.test(pattern)) return (action) => action.toLowerCase() === lowerCase;
    const source = expression(pieces(lowerCase), anywhere);
    return (action) => matches(source, action.toLowerCase());
}
