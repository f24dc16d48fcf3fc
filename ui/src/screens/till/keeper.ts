import type { AppError, DraftRow, OrderShown } from "../../../bindings/commands";
import { call, errorOf, Refused } from "../../bridge";
import { client } from "../../state/read";
import { type Content, isEmpty, NOTHING, orderInput, readContent } from "./order";

/** A change is on the disk within half a second: this is how long it may rest here. */
const REST_MS = 250;

/** Under what the list of drafts is kept. */
const LISTED = ["draft.list", { noun: "order" }];

/** The order that is being typed, and how safe it is. */
export interface Kept {
  content: Content;
  id: string | undefined;
  /** `kept` is on the disk, `keeping` on its way there. */
  state: "nothing" | "keeping" | "kept" | "failed";
  error: AppError | null;
  /** The drafts were looked at: an order that was half typed is back. */
  isReady: boolean;
  isPlacing: boolean;
}

/**
 * Holds the order of the till outside the screen: it outlives a look at another room and a locked
 * screen, and every change of it is kept as a draft.
 */
export class Keeper {
  #kept: Kept = { content: NOTHING, id: undefined, state: "nothing", error: null, isReady: false, isPlacing: false };
  #saved: Content = NOTHING;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: Promise<void> | undefined;
  #listeners = new Set<() => void>();

  now = () => this.#kept;

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #set(some: Partial<Kept>) {
    this.#kept = { ...this.#kept, ...some };
    for (const listener of this.#listeners) listener();
  }

  /** Takes the half-typed order of before, when there is one and nothing was typed since. */
  async open(wanted?: string): Promise<void> {
    await this.flush();
    try {
      if (wanted !== undefined && wanted !== this.#kept.id) {
        const drafts = await call("draft.list", { noun: "order" });
        const row = drafts.find((one) => one.id === wanted);
        if (row) await this.take(row);
      } else if (!this.#kept.isReady) {
        const drafts = await call("draft.list", { noun: "order" });
        const open = drafts.find((one) => readContent(one.content)?.isParked === false);
        if (open && isEmpty(this.#kept.content)) this.#show(open);
      }
      this.#set({ isReady: true });
    } catch (thrown) {
      this.#set({ isReady: true, error: errorOf(thrown) });
    }
  }

  #show(row: DraftRow) {
    const content = readContent(row.content);
    if (!content) return;
    this.#saved = content;
    this.#set({ content, id: row.id, state: "kept", error: null });
  }

  /** Changes the order; it is on its way to the disk at once. */
  change = (to: (content: Content) => Content) => {
    const content = to(this.#kept.content);
    if (content === this.#kept.content) return;
    this.#set({ content, state: "keeping" });
    this.#timer ??= setTimeout(() => void this.flush(), REST_MS);
  };

  /** Keeps what is not kept yet; when it is done everything typed before it is on the disk, or the state says why not. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#flight) await this.#flight;
    if (this.#saved === this.#kept.content) return;
    this.#flight = this.#save().finally(() => {
      this.#flight = undefined;
    });
    await this.#flight;
  }

  async #save() {
    const { content, id } = this.#kept;
    try {
      if (isEmpty(content)) {
        if (id !== undefined) await call("draft.drop", { id });
        this.#saved = content;
        if (this.#kept.id === id) this.#set({ id: undefined });
      } else {
        const row = await this.#put(content, id);
        this.#saved = content;
        if (this.#kept.id === id) this.#set({ id: row.id });
      }
      if (this.#kept.content === content) {
        this.#set({ state: isEmpty(content) ? "nothing" : "kept", error: null });
      }
    } catch (thrown) {
      this.#set({ state: "failed", error: errorOf(thrown) });
    }
  }

  async #put(content: Content, id: string | undefined): Promise<DraftRow> {
    try {
      return await call("draft.save", { ...(id === undefined ? {} : { id }), noun: "order", content });
    } catch (thrown) {
      // Another window saved the order of this id; what is typed here is an order of its own.
      if (id === undefined || !(thrown instanceof Refused) || thrown.error.code !== "already_done") throw thrown;
      return call("draft.save", { noun: "order", content });
    }
  }

  #fresh() {
    this.#saved = NOTHING;
    this.#set({ content: NOTHING, id: undefined, state: "nothing", error: null });
  }

  #listChanged(without?: string) {
    // What was finished leaves the strip at once, before the list is read again.
    client.setQueryData<DraftRow[]>(LISTED, (rows) => rows?.filter((row) => row.id !== without));
    void client.invalidateQueries({ queryKey: ["draft.list"] });
  }

  /** Puts the order aside for later and clears the till; it stays when it cannot be kept. */
  async park(): Promise<boolean> {
    if (isEmpty(this.#kept.content)) return false;
    this.change((content) => ({ ...content, isParked: true }));
    await this.flush();
    if (this.#kept.state !== "kept") {
      this.change((content) => ({ ...content, isParked: false }));
      return false;
    }
    this.#fresh();
    this.#listChanged();
    return true;
  }

  /** Takes a kept order up again; the one on the till is kept in its place. */
  async take(row: DraftRow): Promise<void> {
    const content = readContent(row.content);
    if (!content || (!isEmpty(this.#kept.content) && !(await this.park()))) return;
    await this.flush();
    this.#saved = content;
    this.#set({ content, id: row.id, state: "kept", error: null });
    this.change((one) => ({ ...one, isParked: false }));
    await this.flush();
    this.#listChanged();
  }

  /** Brings back what was just saved, as work of its own. */
  async bringBack(content: Content): Promise<void> {
    if (isEmpty(this.#kept.content)) {
      this.change(() => ({ ...content, isParked: false }));
      await this.flush();
      return;
    }
    await call("draft.save", { noun: "order", content: { ...content, isParked: true } });
    this.#listChanged();
  }

  /**
   * Saves the order for good and clears the till.
   *
   * @throws {Refused} with the contract's error; what was typed stays.
   */
  async place(ask: boolean): Promise<{ shown: OrderShown; was: Content } | null> {
    if (this.#kept.isPlacing) return null;
    this.#set({ isPlacing: true });
    try {
      await this.flush();
      if (this.#kept.state === "failed" && this.#kept.error) throw new Refused(this.#kept.error);
      const { content: was, id } = this.#kept;
      const shown = await call("order.place", orderInput(was, id, ask));
      this.#fresh();
      this.#listChanged(id);
      void client.invalidateQueries();
      return { shown, was };
    } finally {
      this.#set({ isPlacing: false });
    }
  }
}

/** The one order that is being typed in this window. */
export const keeper = new Keeper();
