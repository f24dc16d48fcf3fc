import babel from "@rolldown/plugin-babel";
import react, { reactCompilerPreset } from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { wording } from "./scripts/wording.mjs";

// Where `tsong serve` listens while one works on the screens; see ui/README.md.
const host = process.env["TSONG_SERVE"] ?? "http://127.0.0.1:7411";
const hub = process.env["TSONG_HUB"] ?? "http://127.0.0.1:7412";

export default defineConfig({
  base: "/",
  plugins: [wording(), react(), babel({ presets: [reactCompilerPreset()] })],
  build: {
    // WebView2 109 is the last one on Windows 7; WebKitGTK of Debian 12 is newer.
    target: ["chrome109", "safari16"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { index: "index.html", desk: "desk.html" } },
  },
  server: {
    fs: { allow: [".."] },
    proxy: {
      "/call": { target: host, changeOrigin: true },
      "/open": { target: host, changeOrigin: true },
      "/v1": { target: hub, changeOrigin: true },
    },
  },
  test: {
    css: false,
    // A page for every file costs more than all the tests: only what is drawn gets one.
    projects: [
      { extends: true, test: { name: "logic", include: ["src/**/*.test.ts"], environment: "node" } },
      {
        extends: true,
        test: {
          name: "parts",
          include: ["src/**/*.test.tsx"],
          environment: "jsdom",
          setupFiles: ["src/testing/setup.ts"],
        },
      },
    ],
  },
});
