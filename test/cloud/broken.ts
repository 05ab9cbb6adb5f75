/** Makes every kind of broken input out of a good one. Inputs are texts: JSON can say 1e999. */

/** A broken input, and what was done to it. */
export interface Broken {
  readonly what: string
  readonly text: string
}

/** Where a good input may be left out, or be any text at all. */
export interface Leeway {
  /** Fields that need not be there. */
  readonly optional: readonly string[]
  /** Fields that take any line of text. */
  readonly free: readonly string[]
  /** Objects whose inside is none of the contract's business. */
  readonly opaque: readonly string[]
  /** Fields that may say that there is nothing. */
  readonly nullable?: readonly string[]
  /** Figures that may be less than nothing. */
  readonly signed?: readonly string[]
  /** Lists that may be empty. */
  readonly emptiable?: readonly string[]
}

type Path = readonly (string | number)[]

/** JSON's largest slip: read as Infinity. */
const ENDLESS = 'a number without end'

const LONG = 'x'.repeat(100_000)

const neverAnything: readonly unknown[] = [null, true, false]
const objects: readonly unknown[] = [{ $gt: 0 }, { $ne: null }, { $regex: '.*' }, []]
const notNumbers: readonly unknown[] = [
  ...['', '1', 'NaN', '１', '__proto__'],
  ...[-1, -0.5, 1.5, 1e21, 2 ** 53, ENDLESS],
]
const notFreeText: readonly unknown[] = [7, -1, `a\u0000b`, 'line\nbreak', `\u007f`, LONG]
const notTexts: readonly unknown[] = [
  ...['', ' ', '.', '..', '../orders', 'a.b', '$where', '{"$gt":0}', '__proto__', '车厘子'],
  ...[`'; drop table orders; --`, ...notFreeText],
]

/** Every broken input that a good one can become by one change. */
export function brokenInputs(good: object, leeway: Leeway): Broken[] {
  const roots = [undefined, null, true, 7, 'text', [good]]
  return [
    ...roots.map((root) => ({ what: `the input is ${nameOf(root)}`, text: written(root) })),
    ...brokenAt(good, [], leeway).map(({ path, change, value }) => ({
      what: `${path.join('.') || 'input'} ${change}`,
      text: written(value),
    })),
  ]
}

interface Change {
  readonly path: Path
  readonly change: string
  readonly value: unknown
}

function brokenAt(good: object, path: Path, leeway: Leeway): Change[] {
  const inside = at(good, path)
  const name = path.filter((part) => typeof part === 'string').join('.')
  const become = (values: readonly unknown[]) =>
    values.map((value) => ({
      path,
      change: `is ${nameOf(value)}`,
      value: replaced(good, path, value),
    }))
  if (leeway.opaque.includes(name)) return become([...neverAnything, 7, 'text', []])
  if (typeof inside === 'boolean') return become([null, 7, 'true', ...objects])
  if (typeof inside === 'number') {
    const figures = notNumbers.filter((value) => value !== -1 || !leeway.signed?.includes(name))
    return become([...neverAnything, ...objects, ...figures])
  }
  if (typeof inside === 'string') {
    const texts = leeway.free.includes(name) ? notFreeText : notTexts
    const never = neverAnything.filter(
      (value) => value !== null || !leeway.nullable?.includes(name),
    )
    return become([...never, ...objects, ...texts])
  }
  const outside = path.length > 0 ? become([...neverAnything, 7, 'text']) : []
  if (Array.isArray(inside)) {
    const empty = leeway.emptiable?.includes(name) ? [] : become([[]])
    return [...outside, ...empty, ...brokenAt(good, [...path, 0], leeway)]
  }
  return [...outside, ...brokenObject(good, path, leeway)]
}

function brokenObject(good: object, path: Path, leeway: Leeway): Change[] {
  const inside = at(good, path) as Record<string, unknown>
  const extra = ['extra', '$where', 'openid', '__proto__'].map((field) => ({
    path,
    change: `has a field ${field} too`,
    value: replaced(good, path, with_(inside, field, { $gt: 0 })),
  }))
  const fields = Object.keys(inside).flatMap((field) => {
    const full = [...path, field]
    const name = full.filter((part) => typeof part === 'string').join('.')
    const { [field]: _gone, ...rest } = inside
    const missing = { path: full, change: 'is missing', value: replaced(good, path, rest) }
    return [...(leeway.optional.includes(name) ? [] : [missing]), ...brokenAt(good, full, leeway)]
  })
  return [...extra, ...fields]
}

/** A copy with one more field, which may be called `__proto__`. */
function with_(inside: object, field: string, value: unknown): object {
  return Object.defineProperty({ ...inside }, field, { value, enumerable: true })
}

function at(good: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], good)
}

function replaced(good: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  const part = good as Record<string | number, unknown>
  const inner = replaced(part[key], rest, value)
  if (Array.isArray(good)) return good.map((item: unknown, index) => (index === key ? inner : item))
  return { ...part, [key]: inner }
}

function written(value: unknown): string {
  if (value === undefined) return 'undefined'
  return JSON.stringify(value).replaceAll(JSON.stringify(ENDLESS), '1e999')
}

function nameOf(value: unknown): string {
  return value === LONG ? '100 kB of text' : written(value).slice(0, 60)
}
