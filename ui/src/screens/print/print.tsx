import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import type { Settings } from "../../../bindings/commands";
import { call } from "../../bridge";
import { client } from "../../state/read";
import { languageOf } from "../../state/settings";
import { load } from "../../words/catalogue";
import { CallSheet } from "./calls";
import { LotReceipt } from "./lot";
import { OrderSlip, type Receiver } from "./order";
import type { Letterhead } from "./paper";
import styles from "./print.module.css";
import { ShiftSheet } from "./shift";
import { type Paper, paperLanguages, paperOf } from "./slip";

/** How long a drawn paper stays for a dialog that reads it late; it holds a person's address. */
const KEPT_MS = 60_000;
const MM = 96 / 25.4;

/** Sheet, and margins at the top and side, in millimetres; a roll is as long as what stands on it. */
const SIZES: Record<Paper, { width: number; height: number | null; side: number; top: number }> = {
  a5: { width: 148, height: 210, side: 9, top: 9 },
  a6: { width: 105, height: 148, side: 5, top: 5 },
  roll80: { width: 80, height: null, side: 4, top: 3 },
};

let page: CSSStyleSheet | null = null;
let shown: { root: Root; place: HTMLElement } | null = null;

function clear() {
  shown?.root.unmount();
  shown?.place.remove();
  shown = null;
}

/** Sets the size of the page. A sheet of rules, not a `style` element: the window lets no inline style in. */
function setPage(paper: Paper, heightMm: number) {
  if (!page) {
    page = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
  }
  const size = SIZES[paper];
  page.replaceSync(`@page { size: ${size.width}mm ${heightMm}mm; margin: ${size.top}mm ${size.side}mm; }`);
}

async function putOnPaper(paper: Paper, what: ReactNode): Promise<void> {
  clear();
  const size = SIZES[paper];
  const place = document.createElement("div");
  place.className = styles["root"] ?? "";
  place.style.width = `${size.width - 2 * size.side}mm`;
  place.setAttribute("aria-hidden", "true");
  document.body.append(place);
  const root = createRoot(place);
  shown = { root, place };
  flushSync(() => root.render(what));
  // What nobody sees asks for no font, and on the paper it would be blank.
  await Promise.all([...document.fonts].map((face) => face.load()));
  const longMm = Math.ceil(place.getBoundingClientRect().height / MM) + 2 * size.top + 1;
  setPage(paper, size.height ?? longMm);
  const drawn = shown;
  window.print();
  setTimeout(() => {
    if (shown === drawn) clear();
  }, KEPT_MS);
}

/** What stands on top; a call list is no paper of one thing, and a second one is no copy. */
async function letterhead(id: string, what: "slip" | "receipt" | "calls" | "shift"): Promise<Letterhead> {
  const [station, settings, noted] = await Promise.all([
    call("station.status", {}),
    client.ensureQueryData<Settings>({ queryKey: ["settings.show", {}], queryFn: () => call("settings.show", {}) }),
    what === "calls" || what === "shift" ? { times: 1 } : call("print.note", { id, what }),
  ]);
  const languages = paperLanguages(languageOf(settings.language));
  await Promise.all(languages.map((language) => load(language)));
  return {
    paper: paperOf(settings.slip_paper),
    languages,
    station: station.name,
    place: station.place_name,
    phone: station.phone,
    isCopy: noted.times > 1,
  };
}

const products = async () => {
  const all = await call("product.list", { find: "", state: "", limit: 0 });
  return new Map(all.map((product) => [product.key, product]));
};

/** The whole address; the station notes that it was printed. */
async function receiver(id: string): Promise<Receiver> {
  const whole = await call("person.reveal", { id, why: "print" });
  const address = [...whole.region, whole.address].filter(Boolean).join(" ");
  return { name: whole.name, phone: whole.phone, address };
}

/**
 * Prints an order's slip through the system's dialog. A dialog that is cancelled, or no printer, changes nothing.
 *
 * @throws {Refused} when the order or its buyer may not be read.
 */
export async function printOrder(orderId: string): Promise<void> {
  const order = await call("order.show", { id: orderId });
  const hasBuyer = order.buyer.name !== "" || order.buyer.phone !== "" || order.buyer.address !== "";
  const [known, to] = await Promise.all([
    products(),
    hasBuyer ? receiver(orderId) : Promise.resolve({ name: "", phone: "", address: "" }),
  ]);
  const head = await letterhead(orderId, "slip");
  await putOnPaper(head.paper, <OrderSlip order={order} receiver={to} products={known} head={head} />);
}

/**
 * Prints the morning's call list.
 *
 * @throws {Refused} when it may not be read.
 */
export async function printCalls(): Promise<void> {
  const [list, known] = await Promise.all([call("morning.calls", { day: "" }), products()]);
  const head = await letterhead("", "calls");
  await putOnPaper(head.paper, <CallSheet list={list} products={known} head={head} />);
}

/**
 * Prints the last hand-over of a shift.
 *
 * @throws {Refused} when it may not be read.
 */
export async function printShift(): Promise<void> {
  const { last } = await call("shift.show", {});
  if (!last) return;
  const head = await letterhead("", "shift");
  await putOnPaper(head.paper, <ShiftSheet last={last} head={head} />);
}

/**
 * Prints the receipt of a lot that was taken in.
 *
 * @throws {Refused} when the lot may not be read.
 */
export async function printLot(lotId: string): Promise<void> {
  const [lot, known] = await Promise.all([call("lot.show", { id: lotId }), products()]);
  const head = await letterhead(lotId, "receipt");
  await putOnPaper(
    head.paper,
    <LotReceipt
      lot={lot}
      villagerBo={lot.villager_name_bo}
      place={lot.place_name}
      product={known.get(lot.product)}
      head={head}
    />,
  );
}
