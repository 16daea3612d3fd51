/** Matches the files of these modules, as esbuild names them; those in them unless another `end` is given. */
export function inModules(modules: readonly string[], end = "[\\\\/]"): RegExp {
    return new RegExp(`[\\\\/]node_modules[\\\\/](${modules.join("|").replaceAll("/", "[\\\\/]")})${end}`);
}
