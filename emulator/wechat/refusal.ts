/** An interface of WeChat says no with a number of its error table. */
export class WechatRefusal extends Error {
  constructor(
    readonly errcode: number,
    words: string,
  ) {
    super(words)
  }
}
