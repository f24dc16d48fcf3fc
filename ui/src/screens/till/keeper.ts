import type { DraftRow, OrderShown } from "../../../bindings/commands";
import { call } from "../../bridge";
import { DraftKeeper, type Finished } from "../../state/draft";
import { client } from "../../state/read";
import { type Content, isEmpty, NOTHING, orderInput, readContent } from "./order";

/** Holds the order of the till; others can be put aside for later. */
export class Keeper extends DraftKeeper<Content> {
  constructor() {
    super({ noun: "order", nothing: NOTHING, isEmpty, read: readContent, isMine: (content) => !content.isParked });
  }

  /** Puts the order aside for later and clears the till; it stays when it cannot be kept. */
  async park(): Promise<boolean> {
    if (isEmpty(this.now().content)) return false;
    this.change((content) => ({ ...content, isParked: true }));
    await this.flush();
    if (this.now().state !== "kept") {
      this.change((content) => ({ ...content, isParked: false }));
      return false;
    }
    this.begin(NOTHING);
    void client.invalidateQueries({ queryKey: ["draft.list"] });
    return true;
  }

  /** Takes a kept order up again; the one on the till is kept in its place. */
  async take(row: DraftRow): Promise<void> {
    if (!readContent(row.content) || (!isEmpty(this.now().content) && !(await this.park()))) return;
    await this.turnTo(row);
    this.change((content) => ({ ...content, isParked: false }));
    await this.flush();
    void client.invalidateQueries({ queryKey: ["draft.list"] });
  }

  protected override takeUp(row: DraftRow): Promise<void> {
    return this.take(row);
  }

  /** Brings back what was just saved, as work of its own. */
  async bringBack(content: Content): Promise<void> {
    if (isEmpty(this.now().content)) {
      this.change(() => ({ ...content, isParked: false }));
      await this.flush();
      return;
    }
    await call("draft.save", { noun: "order", content: { ...content, isParked: true } });
    void client.invalidateQueries({ queryKey: ["draft.list"] });
  }

  /**
   * Saves the order for good and clears the till.
   *
   * @throws {Refused} with the contract's error; what was typed stays.
   */
  place(ask: boolean): Promise<Finished<Content, OrderShown> | null> {
    return this.finish((content, id) => call("order.place", orderInput(content, id, ask)), NOTHING);
  }
}

/** The one order that is being typed in this window. */
export const keeper = new Keeper();
