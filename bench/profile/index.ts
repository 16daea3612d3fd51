export const profileAll = async () => {};
export const profileOne = async (..._: unknown[]) => {};
