declare module 'virtual:library' {
  const library: import('./schema.ts').Library;
  export default library;
}
