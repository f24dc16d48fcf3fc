declare module "virtual:wording/*" {
  const body: import("./catalogue").Catalogue;
  export default body;
}
