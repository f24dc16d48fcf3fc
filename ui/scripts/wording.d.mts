import type { Plugin } from "vite";

export function wording(): Plugin;
export function readAll(): { all: Record<string, { text: string; keys: string[] }>; keys: string[] };
export function writeKeys(): void;
