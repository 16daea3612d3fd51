import { say, type Phrase } from "../values/message";
import type { Rule } from "../values/rule";

/** What the SDKs themselves warn with, in the string. */
const warning = /Calling .?(?:toString|ToString|toJSON|__str__).? on an .?Output/;

const building = say`Build the string from the resolved value: with apply, with pulumi.interpolate in Node.js, with Output.concat in Python, with pulumi.Sprintf in Go, with Output.format in Java, or with Output.Format in .NET.`;

/** What each language makes of an output, a promise or an object that is put into a string. */
const traces: { readonly what: Phrase; readonly pattern: RegExp; readonly advice: Phrase }[] = [
    {
        what: say`a string made from an output`,
        pattern:
            /<pulumi\.output\.Output object|com\.pulumi\.[\w.$]{1,200}@[0-9a-f]|Pulumi\.(?:Input|Output)\x60|%!\w?\(|\{(?:\w{1,50}:)?0x[0-9a-f]/,
        advice: building,
    },
    {
        what: say`a string made from a promise`,
        pattern:
            /\[object Promise\]|<(?:coroutine|generator) object|<(?:function|bound method) |<(?:Future|Task) |java\.util\.concurrent\.CompletableFuture@|System\.Threading\.Tasks\.Task/,
        advice: building,
    },
    {
        what: say`a string made from an object`,
        pattern:
            /\[object [A-Z]\w{0,50}\]|<[\w.]{1,200} object at 0x|java\.util\.[\w.$]{1,100}@|\[Ljava\.|Optional\[|Optional\.empty|System\.(?:Collections\.|String\[)|Pulumi\.Aws\.[A-Z]|\b0xc000[0-9a-f]/,
        advice: say`Use one of its properties instead.`,
    },
    {
        what: say`a string made from an undefined value`,
        pattern:
            /(?:^|[/:._-])undefined(?:[/:._-]|$)|^(?:null|None|<nil>|\[<nil>\])(?:\/|$)|^(?:True|False)$/,
        advice: say`Check that the value is set.`,
    },
];

/** Requires that a string is no trace of a value that was put into it unresolved. In free text, others than outputs may be meant. */
export function stringified(what: Phrase, isFreeText: boolean, attribute?: Phrase): Rule {
    const rule = say`must be ${what}`;
    return (string) => {
        if (warning.test(string))
            return () => ({ rule, received: say`a string made from an output`, advice: building });
        if (isFreeText) return undefined;
        if (string.startsWith("urn:pulumi:")) {
            const output = attribute ?? say`ARN, name or identifier`;
            return () => ({
                rule,
                received: say`the URN of a Pulumi resource`,
                advice: say`Use the ${output} output of the resource.`,
            });
        }
        const trace = traces.find(({ pattern }) => pattern.test(string));
        return trace && (() => ({ rule, received: trace.what, advice: trace.advice }));
    };
}
