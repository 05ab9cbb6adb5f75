/** The ribbon's bundle takes a style sheet as text, for its shadow roots. */
declare module '*.css' {
  const text: string
  export default text
}
