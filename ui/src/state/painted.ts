import { useEffect } from "react";

/** Marks when a screen stood there in its type, for those who measure: `performance.getEntriesByName(name)`. */
export function usePainted(name: string) {
  useEffect(() => {
    let isGone = false;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const mark = async () => {
      // Type is asked for when the page is laid out, which an effect comes before.
      await frame();
      if (document.fonts.status === "loading") {
        await document.fonts.ready;
        await frame();
      }
      // The next frame begins when this one has been painted.
      await frame();
      if (!isGone) performance.mark(name);
    };
    void mark();
    return () => {
      isGone = true;
    };
  }, [name]);
}
