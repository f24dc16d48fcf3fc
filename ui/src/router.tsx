import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { errorOf } from "./bridge";
import { Frame } from "./frame/frame";
import { Failed } from "./parts/states";
import { Home } from "./screens/home/home";

const root = createRootRoute({ component: Frame });

/** What may stand behind the `?` of a screen's address: ids, all of them optional. */
const ids =
  <const Name extends string>(...names: Name[]) =>
  (search: Record<string, unknown>): { [key in Name]?: string } => {
    const kept: { [key in Name]?: string } = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === "string") kept[name] = value;
    }
    return kept;
  };

const routes = [
  createRoute({ getParentRoute: () => root, path: "/", component: Home }),
  createRoute({
    getParentRoute: () => root,
    path: "/morning",
    validateSearch: ids("part"),
    component: lazyRouteComponent(() => import("./screens/morning/morning"), "Morning"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/till",
    validateSearch: ids("listing", "draft"),
    component: lazyRouteComponent(() => import("./screens/till/till"), "Till"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/intake",
    validateSearch: ids("villager", "draft"),
    component: lazyRouteComponent(() => import("./screens/intake/intake"), "Intake"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/orders",
    validateSearch: ids("id", "group", "find", "day"),
    component: lazyRouteComponent(() => import("./screens/orders/orders"), "Orders"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/stock",
    validateSearch: ids("villager", "lot"),
    component: lazyRouteComponent(() => import("./screens/stock/stock"), "Stock"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/listings",
    validateSearch: ids("id"),
    component: lazyRouteComponent(() => import("./screens/listings/listings"), "Listings"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/villagers",
    validateSearch: ids("id"),
    component: lazyRouteComponent(() => import("./screens/villagers/villagers"), "Villagers"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/buyers",
    validateSearch: ids("id"),
    component: lazyRouteComponent(() => import("./screens/buyers/buyers"), "Buyers"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/sync",
    component: lazyRouteComponent(() => import("./screens/sync/sync"), "SyncScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/settings",
    validateSearch: ids("part"),
    component: lazyRouteComponent(() => import("./screens/settings/settings"), "SettingsScreen"),
  }),
];

/** A room that fell: the others stand, and what was typed in it is kept. */
function Fallen({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <main className="work">
      <Failed error={errorOf(error)} onAgain={reset} />
    </main>
  );
}

/** The rooms of the station. The address stands behind a `#`: the window has no server to ask. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  history: createHashHistory(),
  defaultPreload: "intent",
  defaultErrorComponent: Fallen,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
