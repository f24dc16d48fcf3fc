// As ui/src/state/painted.ts does it.
const frame = () => new Promise((done) => requestAnimationFrame(done));

async function mark() {
  await frame();
  if (document.fonts.status === "loading") {
    await document.fonts.ready;
    await frame();
  }
  await frame();
  performance.mark("empty");
}

void mark();
