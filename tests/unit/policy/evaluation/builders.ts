type Texts = string | readonly string[];

export function policy(...Statement: object[]): object {
    return { Version: "2012-10-17", Statement };
}

export function allow(Action: Texts, Resource: Texts, Condition?: object): object {
    return { Effect: "Allow", Action, Resource, Condition };
}

export function deny(Action: Texts, Resource: Texts, Condition?: object): object {
    return { Effect: "Deny", Action, Resource, Condition };
}
