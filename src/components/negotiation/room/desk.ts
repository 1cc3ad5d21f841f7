/** Work in steps: between two of them something more urgent may come first. */
export type Work = AsyncGenerator<unknown, void>;

/**
 * One thing at a time, the newest first. Work of a name takes the place of older work of that name, whose answer
 * nobody waits for any more.
 */
export class Desk {
  private pile: { readonly name: string; readonly work: Work }[] = [];
  private busy = false;

  constructor(
    /** Lets the outside in, so that newer work can be put on the pile. */
    private readonly breathe: () => Promise<void>,
    private readonly onFault: (error: unknown) => void,
  ) {}

  put(name: string, work: Work): void {
    this.drop(name);
    this.pile.push({ name, work });
    if (!this.busy) void this.run();
  }

  drop(name: string): void {
    this.pile = this.pile.filter((each) => each.name !== name);
  }

  private async run(): Promise<void> {
    this.busy = true;
    await this.breathe();
    for (let top = this.pile.at(-1); top !== undefined; top = this.pile.at(-1)) {
      const { work } = top;
      try {
        if ((await work.next()).done === true) this.pile = this.pile.filter((each) => each.work !== work);
      } catch (error) {
        this.pile = this.pile.filter((each) => each.work !== work);
        this.onFault(error);
      }
      await this.breathe();
    }
    this.busy = false;
  }
}
