import { useEffect, useSyncExternalStore } from "react";
import type { AppError, DraftRow } from "../../bindings/commands";
import { call, errorOf, Refused } from "../bridge";
import { client } from "./read";

/** A change is on the disk within half a second: this is how long it may rest here. */
const REST_MS = 250;

/** The form that is being typed, and how safe it is. */
export interface Kept<C> {
  content: C;
  /** The id that the finished thing will have; absent while nothing is on the disk. */
  id: string | undefined;
  /** `kept` is on the disk, `keeping` on its way there. */
  state: "nothing" | "keeping" | "kept" | "failed";
  error: AppError | null;
  /** Drafts were looked at: what was half typed is back. */
  isReady: boolean;
  /** It is on its way to be what it was typed for. */
  isFinishing: boolean;
}

/** What a form is. */
export interface FormOf<C> {
  noun: string;
  nothing: C;
  isEmpty: (content: C) => boolean;
  /** What an older program or another hand wrote, as content; null when it is none. */
  read: (content: unknown) => C | null;
  /** Whether a draft of this noun is taken up by itself; any is, where nothing is said. */
  isMine?: (content: C) => boolean;
  /** Puts what was typed before the drafts were looked at over what was kept; else that stays work of its own. */
  merge?: (typed: C, kept: C) => C;
}

/** What work came to, and what was typed for it. */
export interface Finished<C, R> {
  done: R;
  was: C;
}

const all = new Set<{ flush: () => Promise<void> }>();

/** Keeps all that is typed anywhere and not kept yet. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...all].map((keeper) => keeper.flush()));
}

/**
 * Holds a form outside its screen: it outlives a look at another room and a locked screen, and
 * every change of it is kept as a draft.
 */
export class DraftKeeper<C> {
  #form: FormOf<C>;
  #kept: Kept<C>;
  #saved: C;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: Promise<void> | undefined;
  #listeners = new Set<() => void>();

  constructor(form: FormOf<C>) {
    this.#form = form;
    this.#saved = form.nothing;
    this.#kept = {
      content: form.nothing,
      id: undefined,
      state: "nothing",
      error: null,
      isReady: false,
      isFinishing: false,
    };
    all.add(this);
  }

  now = () => this.#kept;

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #set(some: Partial<Kept<C>>) {
    this.#kept = { ...this.#kept, ...some };
    for (const listener of this.#listeners) listener();
  }

  /** Takes up what was half typed before: the wanted draft, else the latest, when nothing was typed since. */
  async open(wanted?: string): Promise<void> {
    if (this.#kept.isReady && (wanted === undefined || wanted === this.#kept.id)) return;
    await this.flush();
    try {
      const drafts = await call("draft.list", { noun: this.#form.noun });
      if (wanted === undefined) this.#takeBack(drafts);
      else {
        const row = drafts.find((one) => one.id === wanted);
        if (row) await this.takeUp(row);
      }
      this.#set({ isReady: true });
    } catch (thrown) {
      this.#set({ isReady: true, ...this.#trouble(thrown) });
    }
  }

  /** Shows a draft that was asked for. */
  protected async takeUp(row: DraftRow): Promise<void> {
    this.#show(row);
  }

  #takeBack(drafts: readonly DraftRow[]) {
    const { read, isMine, isEmpty, merge } = this.#form;
    for (const row of drafts) {
      const kept = read(row.content);
      if (kept === null || isMine?.(kept) === false) continue;
      const { content: typed, id } = this.#kept;
      if (isEmpty(typed)) this.#show(row);
      else if (merge && id === undefined) {
        this.#set({ id: row.id });
        this.change(() => merge(typed, kept));
      }
      return;
    }
  }

  #show(row: DraftRow) {
    const content = this.#form.read(row.content);
    if (content === null) return;
    this.#saved = content;
    this.#set({ content, id: row.id, state: "kept", error: null });
  }

  /** Who may not keep drafts still may fill in the form: it then lives as long as the window, or is kept by who may. */
  #trouble(thrown: unknown): Partial<Kept<C>> {
    const error = errorOf(thrown);
    const isNoMatter = error.code === "not_allowed" || error.code === "sign_in_needed";
    return isNoMatter ? { state: "nothing", error: null } : { state: "failed", error };
  }

  /** Changes the form; it is on its way to the disk at once. */
  change = (to: (content: C) => C) => {
    const content = to(this.#kept.content);
    if (content === this.#kept.content) return;
    this.#set({ content, state: "keeping" });
    this.#timer ??= setTimeout(() => void this.flush(), REST_MS);
  };

  /** Keeps what is not kept yet; when it is done everything typed before is on the disk, or the state says why not. */
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
    const isEmpty = this.#form.isEmpty(content);
    try {
      if (isEmpty) {
        if (id !== undefined) await call("draft.drop", { id });
        if (this.#kept.id === id) this.#set({ id: undefined });
      } else {
        const row = await this.#put(content, id);
        if (this.#kept.id === id) this.#set({ id: row.id });
      }
      this.#saved = content;
      if (this.#kept.content === content) this.#set({ state: isEmpty ? "nothing" : "kept", error: null });
    } catch (thrown) {
      this.#set(this.#trouble(thrown));
    }
  }

  async #put(content: C, id: string | undefined): Promise<DraftRow> {
    const { noun } = this.#form;
    try {
      return await call("draft.save", { ...(id === undefined ? {} : { id }), noun, content });
    } catch (thrown) {
      // Another window finished the work of this id; what is typed here is work of its own.
      if (id === undefined || !(thrown instanceof Refused) || thrown.error.code !== "already_done") throw thrown;
      return call("draft.save", { noun, content });
    }
  }

  /** Lays aside what is typed, on the disk, and shows other work: a draft, or a form that begins with this. */
  async turnTo(next: DraftRow | { content: C }): Promise<void> {
    await this.flush();
    if (this.#kept.state === "failed") return;
    if ("noun" in next) this.#show(next);
    else {
      this.begin(this.#form.nothing);
      this.change(() => next.content);
    }
    void client.invalidateQueries({ queryKey: ["draft.list"] });
  }

  /** The work was finished under its id: the form begins anew. */
  finished(next: C) {
    const { id } = this.#kept;
    // It leaves the list at once, before that is read again.
    client.setQueryData<DraftRow[]>(["draft.list", { noun: this.#form.noun }], (rows) =>
      rows?.filter((row) => row.id !== id),
    );
    this.begin(next);
    void client.invalidateQueries();
  }

  /** Begins other work; what is on the disk stays there. */
  protected begin(next: C) {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#saved = next;
    this.#set({ content: next, id: undefined, state: "nothing", error: null });
  }

  /**
   * Finishes the work under its id, once at a time, and begins anew.
   *
   * @throws what the work throws, or why it could not be kept; what was typed stays.
   */
  async finish<R>(work: (content: C, id: string | undefined) => Promise<R>, next: C): Promise<Finished<C, R> | null> {
    if (this.#kept.isFinishing) return null;
    this.#set({ isFinishing: true });
    try {
      await this.flush();
      if (this.#kept.state === "failed" && this.#kept.error) throw new Refused(this.#kept.error);
      const { content: was, id } = this.#kept;
      const done = await work(was, id);
      this.finished(next);
      return { done, was };
    } finally {
      this.#set({ isFinishing: false });
    }
  }

  /** Throws away what was typed. */
  async drop(): Promise<void> {
    this.change(() => this.#form.nothing);
    await this.flush();
    void client.invalidateQueries({ queryKey: ["draft.list"] });
  }
}

/** The form of a keeper; what was half typed is back when `isReady`. */
export function useDraft<C>(keeper: DraftKeeper<C>, wanted?: string): Kept<C> {
  const kept = useSyncExternalStore(keeper.subscribe, keeper.now);
  useEffect(() => {
    void keeper.open(wanted);
  }, [keeper, wanted]);
  useEffect(() => {
    const keep = () => void keeper.flush();
    document.addEventListener("visibilitychange", keep);
    window.addEventListener("pagehide", keep);
    return () => {
      document.removeEventListener("visibilitychange", keep);
      window.removeEventListener("pagehide", keep);
      keep();
    };
  }, [keeper]);
  return kept;
}
