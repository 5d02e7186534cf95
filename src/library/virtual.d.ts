declare module 'virtual:titles' {
  const titles: import('./schema.ts').Titles;
  export default titles;
}
declare module 'virtual:library' {
  const library: Omit<import('./schema.ts').Library, 'topics'>;
  export default library;
}
