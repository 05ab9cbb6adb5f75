/**
 * What the real cloud refuses, in figures. Plans and years differ, so every figure stands here once
 * with its source. Tests hand in shorter ones; nothing else repeats a number.
 */
export const limits = {
  /** Records of a `get` that names no limit (wx-server-sdk: `limit` defaults to 100). */
  defaultRecords: 100,
  /** Records of one `get` in a function (wx-server-sdk clamps to 1000; Collection.limit page). */
  maxRecords: 1000,
  /** A transaction lives this long (CloudBase error code DATABASE_TRANSACTION_FAIL). */
  transactionMs: 30_000,
  /** A plain write waits this long for a transaction's lock; the SDK gives up after 15 s itself. */
  lockWaitMs: 10_000,
  /** One document (MongoDB limits: BSON document size). */
  documentBytes: 16 * 1024 * 1024,
  /** Levels of nesting in a document (MongoDB limits: nested depth for BSON documents). */
  documentDepth: 100,
  /** Collections of an environment (CloudBase FAQ; WeChat quota page). */
  collections: 100,
  /** Indexes of a collection (WeChat quota page; the CloudBase FAQ allows 100). */
  indexesPerCollection: 20,
  /** Fields of an index (CloudBase FAQ). */
  fieldsPerIndex: 31,
  /** Body of one request of the SDK: a document of 16 MB grows when written as Extended JSON. */
  requestBytes: 64 * 1024 * 1024,
  /** Idle connections outlive the SDK's own agent, which never repeats a request that was reset. */
  keepAliveMs: 65_000,

  // Functions
  /**
   * Time a function has. The cloud's default is 3 s and WeChat's console allows 60 s; a laptop is
   * slower.
   */
  functionTimeoutMs: 20_000,
  /** Memory of an instance in MB (config.json `memory`; the cloud's default). */
  functionMemoryMb: 256,
  /** Instances of one function (20 at once on the basic plan; quota page). */
  instancesPerFunction: 20,
  /** Triggers of one function (config.json: "目前仅支持一个触发器"). */
  triggersPerFunction: 1,
  /** Answer to a client's `callFunction` (SDK error -604001: 1 MB). */
  clientAnswerBytes: 1024 * 1024,
  /** Event of a function called by a client (Tencent SCF: synchronous event, 6 MB). */
  clientEventBytes: 6 * 1024 * 1024,
  /** Ticks of one trigger in one move of the clock, unless every one is asked for. */
  ticksPerMove: 120,

  // Storage
  /** Files of one `getTempFileURL` or `deleteFile` (Cloud.getTempFileURL page). */
  filesPerCall: 50,
  /** One file (our choice; the cloud takes more). */
  fileBytes: 50 * 1024 * 1024,
  /** A path in UTF-8 (Tencent COS: object key up to 850 bytes). */
  pathBytes: 850,
  /**
   * Lifetime of a temporary address (Cloud.getTempFileURL page: 2 hours by default, in seconds).
   */
  tempUrlSeconds: 7200,

  // WeChat Pay
  /** Partial refunds of one payment ("每个支付订单的部分退款次数不能超过50次"). */
  refundsPerPayment: 50,
  /** Between two refunds of one payment (refund page: at least one minute). */
  refundSpacingMs: 60_000,
  /** Refunds end after a year ("交易时间超过一年的订单无法提交退款"). */
  refundWithinMs: 365 * 24 * 3600 * 1000,
  /** A prepay_id can be paid with for two hours (unified order page). */
  prepayMs: 2 * 3600 * 1000,
  /** What "late" means for a notice, here. */
  lateNoticeMs: 20 * 60_000,

  // 商家转账
  /** One transfer (商家转账 page: 0.3 to 200 yuan by default; a merchant may have more). */
  transferLeastFen: 30,
  transferMostFen: 20_000,
  /** Until when it can be confirmed ("超过24小时未确认，系统自动关闭"). */
  transferConfirmMs: 24 * 3600 * 1000,
  /** Body of a request to API v3 (our choice). */
  apiBytes: 64 * 1024,

  // Shipping upload (发货信息录入 page)
  /** Characters of a parcel's goods (`item_desc`: "限120个字以内"). */
  itemDescLength: 120,
  /** Characters of a tracking number or a courier's code ("字符字节限制: [1, 128]"). */
  shippingTextLength: 128,

  // Telephone numbers
  /** How long a code of a getPhoneNumber button is good ("code 的有效期为5min"). */
  phoneCodeMs: 5 * 60_000,

  // Codes
  /** Characters of a scene (wxacode.getUnlimited page). */
  sceneLength: 32,
  /** Codes a minute (wxacode.getUnlimited page). */
  codesPerMinute: 5000,
} as const

/** The same figures, replaceable one by one. */
export type Limits = { readonly [Name in keyof typeof limits]: number }
