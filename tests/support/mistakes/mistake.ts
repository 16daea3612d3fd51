/** Inputs, the path of the one mistake in them, and its sentence. */
export type Mistake = [inputs: Record<string, unknown>, propertyPath: string, reason: string];
