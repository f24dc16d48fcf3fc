import { useEffect } from "react";
import { drawing } from "../../parts/picture";
import type { Tile } from "./goods";

/** A drawing is read and laid out when it is first shown; a search must not wait for that. */
const held = new Map<string, HTMLImageElement>();
const FIRST_MS = 500;
const NEXT_MS = 25;

/** Reads the drawings of all tiles beforehand, one by one, between the keys. */
export function useDrawingsReady(tiles: readonly Tile[]) {
  useEffect(() => {
    const files = [...new Set(tiles.map((tile) => tile.picture))].filter((file) => file !== "" && !held.has(file));
    let timer = setTimeout(next, FIRST_MS);
    function next() {
      const file = files.shift();
      if (file === undefined) return;
      const image = new Image();
      image.src = drawing(file);
      held.set(file, image);
      timer = setTimeout(next, NEXT_MS);
    }
    return () => clearTimeout(timer);
  }, [tiles]);
}
