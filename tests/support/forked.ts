import { type ChildProcess, fork, type Serializable } from "node:child_process";
import { once } from "node:events";
import { basename, join } from "node:path";
import { projectFolder } from "../../tools/project";

/** A process that runs a TypeScript module and answers each message with one. */
export class Forked<Question extends Serializable, Answer> {
    private readonly child: ChildProcess;
    private readonly exited: Promise<unknown>;

    /** @param options - Options of Node.js. */
    constructor(
        private readonly module: string,
        options: readonly string[] = [],
    ) {
        const execArgv = [...options, "--require", join(projectFolder, "tests/register.js")];
        this.child = fork(module, { execArgv });
        this.exited = once(this.child, "exit");
    }

    async ask(question: Question): Promise<Answer> {
        this.child.send(question);
        const gone = this.exited.then(() => {
            throw new Error(`the process of ${basename(this.module)} has ended`);
        });
        const [answer] = (await Promise.race([once(this.child, "message"), gone])) as [Answer];
        return answer;
    }

    /** It ends when it is not listened to. */
    async stop(): Promise<void> {
        if (this.child.connected) this.child.disconnect();
        await this.exited;
    }
}
