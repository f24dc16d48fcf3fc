declare module "virtual:wording/*" {
  const text: string;
  export default text;
}
