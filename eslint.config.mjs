import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
    { ignores: ["lib/", "bin/", "sdk/", "bench/cdk/", ".cache/", "**/node_modules/"] },
    eslint.configs.recommended,
    {
        files: ["**/*.ts"],
        extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
        languageOptions: {
            parserOptions: { project: "tests/tsconfig.json", tsconfigRootDir: import.meta.dirname },
        },
        rules: {
            "@typescript-eslint/switch-exhaustiveness-check": "error",
            "@typescript-eslint/consistent-type-imports": "error",
        },
    },
    {
        files: ["**/*.js"],
        languageOptions: {
            sourceType: "commonjs",
            globals: {
                console: "readonly",
                process: "readonly",
                __dirname: "readonly",
                __filename: "readonly",
            },
        },
    },
    {
        // The core turns plain values into plain documents: policy reviews and tests use it without Pulumi.
        files: ["provider/{policy,engine,plan,validation}/**"],
        rules: {
            "no-restricted-imports": ["error", { patterns: ["@pulumi/*", "../auroraS3Access*"] }],
        },
    },
    {
        // The doctor judges facts, whoever has read them.
        files: [
            "doctor/{access,fix,links,network,report}/**",
            "doctor/{chain,diagnose,facts,finding,locations}.ts",
        ],
        rules: {
            "no-restricted-imports": [
                "error",
                { patterns: ["@pulumi/*", "@aws-sdk/*", "**/collect*", "node:*"] },
            ],
        },
    },
);
