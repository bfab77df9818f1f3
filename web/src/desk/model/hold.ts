/**
 * A list that must not move under the hand that is about to use it: while somebody points at it or has the focus in it,
 * what is new waits, and what stands on the screen stays.
 */
export class Held<T> {
  private readonly hands = new Set<string>();
  private waiting: T | undefined;

  constructor(
    private present: T,
    private readonly changed: () => void = () => {},
  ) {}

  /** What is on the screen, and therefore what a key takes. */
  get shown(): T {
    return this.present;
  }

  /** The newest known, shown or not. */
  get newest(): T {
    return this.waiting === undefined ? this.present : this.waiting;
  }

  /** Whether something newer waits for the hand to leave. */
  get stale(): boolean {
    return this.waiting !== undefined;
  }

  get isHeld(): boolean {
    return this.hands.size > 0;
  }

  offer(next: T): void {
    if (this.isHeld) this.waiting = next;
    else this.present = next;
    this.changed();
  }

  /** `hand` ("pointer", "focus") rests on the list. */
  hold(hand: string): void {
    this.hands.add(hand);
  }

  /** `hand` left; when it was the last one, what waited is shown. */
  release(hand: string): void {
    if (!this.hands.delete(hand) || this.isHeld) return;
    this.apply();
  }

  /** Shows what waits now, because the person asked for it. */
  apply(): void {
    if (this.waiting === undefined) return;
    this.present = this.waiting;
    this.waiting = undefined;
    this.changed();
  }
}
