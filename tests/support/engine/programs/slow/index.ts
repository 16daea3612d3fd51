import * as pulumi from "@pulumi/pulumi";

const provider: pulumi.dynamic.ResourceProvider = {
    create: async () => {
        await new Promise((resolve) => setTimeout(resolve, 1500));
        return { id: "slow" };
    },
};

class Slow extends pulumi.dynamic.Resource {
    constructor(name: string, opts?: pulumi.CustomResourceOptions) {
        super(provider, name, {}, opts);
    }
}

const first = new Slow("first");
new Slow("second", { dependsOn: first });
