/** The words cannot be obeyed: exit code 2. */
export class WrongUsage extends Error {}
