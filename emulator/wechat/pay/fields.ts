/**
 * Reads WeChat Pay's arguments and words its answers (version 2 of its API, snake_case both ways).
 */
import { randomBytes, randomInt } from 'node:crypto'
import { APP_ID } from '../../functions/invocation'

/** Arguments as they come off the wire. */
export type Fields = Readonly<Record<string, unknown>>

/**
 * The request was understood and refused: `result_code: FAIL` with a code of WeChat Pay's error
 * table.
 */
export class Refused extends Error {
  constructor(
    readonly code: string,
    words: string,
  ) {
    super(words)
  }
}

/** The request was not understood: `return_code: FAIL`, without an error code. */
export class Malformed extends Error {}

/** A text of 1 to `most` characters. */
export function text(fields: Fields, name: string, most: number): string {
  const value = optionalText(fields, name, most)
  if (value === undefined) throw new Malformed(`缺少参数${name}`)
  return value
}

/** Like `text`, but may be absent. */
export function optionalText(fields: Fields, name: string, most: number): string | undefined {
  const value = fields[name]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string' || value.length > most) throw new Malformed(`${name}参数长度有误`)
  return value
}

/** A number given by the merchant (out_trade_no, out_refund_no): digits, letters and `_-|*@`. */
export function merchantNumber(fields: Fields, name: string, most: number): string {
  const value = text(fields, name, most)
  if (!/^[\w\-|*@]+$/.test(value)) throw new Malformed(`${name}参数格式有误`)
  return value
}

/** A sum in fen, at least one. */
export function fen(fields: Fields, name: string): number {
  const value = fields[name]
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) {
    throw new Malformed(`invalid ${name}`)
  }
  return value
}

/** What every answer begins with. */
export function answered(fields: Fields, rest: object): object {
  return {
    return_code: 'SUCCESS',
    return_msg: 'OK',
    result_code: 'SUCCESS',
    appid: APP_ID,
    mch_id: '1000000000',
    sub_appid: APP_ID,
    sub_mch_id: fields['sub_mch_id'],
    nonce_str: nonce(),
    ...rest,
  }
}

/** A refusal as WeChat Pay answers it; anything else is thrown on. */
export function refusedAnswer(fields: Fields, error: unknown): object {
  if (error instanceof Malformed) return { return_code: 'FAIL', return_msg: error.message }
  if (!(error instanceof Refused)) throw error
  const { code, message } = error
  return answered(fields, { result_code: 'FAIL', err_code: code, err_code_des: message })
}

/** 32 random characters. */
export function nonce(): string {
  return randomBytes(16).toString('hex').toUpperCase()
}

/** A number of WeChat's own: 28 digits that begin with the kind. */
export function ownNumber(kind: string): string {
  let digits = kind
  while (digits.length < 28) digits += String(randomInt(10))
  return digits
}

const SHANGHAI_AHEAD_MS = 8 * 3600 * 1000

/** yyyyMMddHHmmss in Beijing time, as WeChat Pay writes instants. */
export function payTime(instant: number): string {
  return new Date(instant + SHANGHAI_AHEAD_MS).toISOString().replace(/\D/g, '').slice(0, 14)
}

/** The instant of a yyyyMMddHHmmss. */
export function instantOf(time: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(time)
  const [, year, month, day, hour, minute, second] = parts ?? []
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`)
  if (Number.isNaN(instant)) throw new Malformed('time_expire时间格式有误')
  return instant
}
