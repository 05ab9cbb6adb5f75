import cloud from 'wx-server-sdk'

/**
 * wx-server-sdk as these tests use it. Its own typings leave out half of what it can do and let
 * every
 * call answer `void`; here are the promises it really gives.
 */
export interface Sdk {
  init(options: { env: string }): void
  database(options?: { throwOnNotFound: boolean }): Database
  openapi: Record<'wxacode' | 'subscribeMessage' | 'nothing', Record<string, OpenApi>>
  cloudPay: Record<'unifiedOrder', OpenApi>
  getOpenData(options: { list: string[] }): Promise<{ list: unknown[] }>
  callFunction(options: { name: string; data?: object }): Promise<{ result: unknown }>
}

type OpenApi = (input: object) => Promise<Record<string, unknown>>

export interface Database {
  readonly command: Command
  readonly Geo: Geo
  collection(name: string): CollectionReference
  createCollection(name: string): Promise<unknown>
  serverDate(options?: { offset: number }): unknown
  RegExp(options: { regexp: string; options: string }): unknown
  startTransaction(): Promise<Transaction>
  runTransaction<Result>(run: (transaction: Transaction) => Promise<Result>): Promise<Result>
}

export interface Transaction {
  collection(name: string): CollectionReference
  commit(): Promise<unknown>
  rollback(reason: unknown): Promise<unknown>
}

export interface Row {
  readonly _id: string | number
  readonly [field: string]: unknown
}

export interface Selection {
  where(query: unknown): Selection
  orderBy(path: string, direction: 'asc' | 'desc'): Selection
  skip(count: number): Selection
  limit(count: number): Selection
  field(projection: object): Selection
  get(): Promise<{ data: Row[] }>
  count(): Promise<{ total: number }>
  update(options: { data: object; multi?: boolean }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface CollectionReference extends Selection {
  add(options: { data: object }): Promise<{ _id: string }>
  doc(id: string | number): DocumentReference
  aggregate(): Pipeline
}

export interface DocumentReference {
  get(): Promise<{ data: Row }>
  set(options: { data: object }): Promise<{ stats: { updated: number; created: number } }>
  update(options: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

type StageName =
  | 'addFields'
  | 'bucket'
  | 'bucketAuto'
  | 'count'
  | 'geoNear'
  | 'group'
  | 'limit'
  | 'lookup'
  | 'match'
  | 'project'
  | 'replaceRoot'
  | 'sample'
  | 'skip'
  | 'sort'
  | 'sortByCount'
  | 'unwind'

export type Pipeline = Record<StageName, (argument: unknown) => Pipeline> & {
  end(): Promise<{ list: unknown[] }>
  done(): unknown
}

type QueryName =
  | 'eq'
  | 'neq'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'in'
  | 'nin'
  | 'and'
  | 'or'
  | 'nor'
  | 'not'
  | 'exists'
  | 'mod'
  | 'all'
  | 'size'
  | 'elemMatch'
  | 'expr'
  | 'geoNear'
  | 'geoWithin'
  | 'geoIntersects'
type UpdateName =
  | 'set'
  | 'inc'
  | 'mul'
  | 'min'
  | 'max'
  | 'rename'
  | 'remove'
  | 'bit'
  | 'push'
  | 'unshift'
  | 'pop'
  | 'shift'
  | 'pull'
  | 'pullAll'
  | 'addToSet'
type ExpressionName =
  | 'sum'
  | 'avg'
  | 'min'
  | 'max'
  | 'push'
  | 'addToSet'
  | 'first'
  | 'last'
  | 'in'
  | 'multiply'
  | 'cond'
  | 'gte'
  | 'gt'
  | 'eq'
  | 'and'
  | 'size'

export interface Condition {
  and(other: unknown): Condition
  or(other: unknown): Condition
}

export type Command = Record<QueryName | UpdateName, (...inputs: unknown[]) => Condition> & {
  readonly aggregate: Expressions
  readonly project: Record<'slice' | 'elemMatch', (argument: unknown) => object>
}

export type Expressions = Record<ExpressionName, (argument: unknown) => unknown> & {
  pipeline(): Pipeline
}

type Geo = Record<'Point', (longitude: number, latitude: number) => unknown> &
  Record<'LineString' | 'Polygon', (parts: unknown[]) => unknown>

/** The unmodified SDK. */
export const sdk = cloud as unknown as Sdk
